"""What a form is told when the site is built: schema, sentences, lists to choose from, names that are taken.

Also which files the register has, as a number for each: a form tells a link to one of them from a slip (rule T004). The
paths themselves would name outcomes that are not public yet.
"""

from typing import Any

from scm_site.addresses import link_from
from scm_site.checks.contact_patterns import PRIVATE, SHOWN_PRIVATE, Pattern
from scm_site.checks.privacy_rules import MAILBOX_FIELDS
from scm_site.checks.shown_hosts import FILE_ENDS, WHOLE, WITHIN
from scm_site.checks.shown_rules import MAY_DIFFER
from scm_site.checks.text_rules import REFUSED
from scm_site.compliance.duties import DUTIES
from scm_site.days import MONTHS, write_day
from scm_site.filing.forge import LONGEST_ADDRESS, TEXT, make_new_file_address
from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_schema import make_form_schema
from scm_site.filing.forms.rule_facts import make_register_knowledge
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading import SLOT_OF_KIND
from scm_site.reading.calendar_days import FIRST_YEAR, LAST_YEAR
from scm_site.reading.layout import SLOTS
from scm_site.reading.look_alikes import list_latin_look_alikes
from scm_site.reading.name_forms import PERIOD
from scm_site.reading.scripts import NO_SIGNS, PREFIXES
from scm_site.reading.transliteration import LETTERS
from scm_site.records.acts.sentences import ACT_SENTENCES
from scm_site.records.register import Register
from scm_site.records.schema_check import name_field
from scm_site.records.unfinished import PLACEHOLDER
from scm_site.rules import RULES
from scm_site.sentences import LIMITS, SENTENCES, TYPE_NAMES
from scm_site.words import name_language
from scm_site.zones import list_places

#: Where what the register knows of a group stands.
FACTS = "file/facts/{}.json"

#: What Python takes for a letter of a word, as ECMA-262 writes it inside square brackets.
LETTER = r"\p{L}\p{N}_"


#: Where the numbers of the files stand on the site.
PATHS = "file/paths.json"

START, PRIME = 2166136261, 16777619


def list_paths_beside(form: FormKind) -> dict[str, str]:
    """Give where the file stands when it is of a meeting or an outcome, for an act of the group that can be of one."""
    slots = [slot for slot in SLOTS if slot.kind == form.kind and slot != SLOT_OF_KIND[form.kind]]
    return {name: slot.pattern for slot in slots for name in ("meeting", "outcome") if name in slot.forms}


def make_setup(form: FormKind, content: SiteContent) -> dict[str, Any]:
    """Give what the script of a form needs to know."""
    settings = content.register.settings
    slot, forge = SLOT_OF_KIND[form.kind], settings.repository
    return {
        "kind": form.kind,
        "path": slot.pattern,
        "pathsBeside": list_paths_beside(form),
        "isAct": form.is_act,
        "beside": form.beside,
        "isPeriodic": "id" in slot.forms and slot.forms["id"] is PERIOD,
        "schema": make_form_schema(form, content.schemas),
        "sentences": SENTENCES,
        "acts": ACT_SENTENCES if form.is_act else {},
        "opening": form.begins,
        "limits": LIMITS,
        "types": TYPE_NAMES,
        "months": list(MONTHS),
        "years": [FIRST_YEAR, LAST_YEAR],
        "placeholder": translate(PLACEHOLDER.pattern),
        "private": list_patterns(PRIVATE),
        "shownPrivate": list_patterns(SHOWN_PRIVATE),
        "mayDiffer": translate(MAY_DIFFER.pattern),
        "hosts": {
            "within": translate(WITHIN.pattern),
            "whole": translate(WHOLE.pattern),
            "fileEnds": FILE_ENDS,
        },
        "looksLatin": list_latin_look_alikes(),
        "scriptSigns": {"none": NO_SIGNS, "prefixes": PREFIXES},
        "privateFix": RULES["N002"].fix,
        "thinFix": RULES["T002"].fix,
        "lostFix": RULES["F019"].fix,
        "mailboxes": sorted(name_field(field) for field in MAILBOX_FIELDS),
        "letters": LETTERS,
        "taken": list_proposals(content),
        "fixes": {rule.id: rule.form_fix for rule in RULES.values() if rule.form_fix is not None}
        | {f"T003 {kind}": fix for kind, fix in REFUSED.items()},
        "known": make_register_knowledge(form.kind, content.register, content.as_of),
        "paths": link_from(form.address, PATHS),
        "facts": link_from(form.address, FACTS.format("GROUP")),
        "mailbox": settings.site.contact,
        "forge": {
            "newFile": make_new_file_address(forge, ""),
            "textField": TEXT.get(forge.forge, ""),
            "longest": LONGEST_ADDRESS,
        },
    }


def list_patterns(patterns: tuple[Pattern, ...]) -> list[dict[str, str]]:
    """Give what private contact data looks like, as the browser writes it."""
    return [
        {"what": what, "sign": sign, "pattern": translate(pattern.pattern)}
        for what, sign, pattern in patterns
    ]


def list_proposals(content: SiteContent) -> list[str]:
    """Give the ids that no new proposal may have: those of proposals now and before."""
    proposals = content.register.proposals
    return sorted({id_ for one in proposals for id_ in (one.id, *one.former_ids)})


def translate(pattern: str) -> str:
    """Give a pattern as the browser writes it (ECMA-262): letters of every script, capitals or not spelt out."""
    either = pattern.replace(
        r"(?i:\b(?:tel|phone|mobile)\b\.?:? ?)",
        r"\b(?:[Tt][Ee][Ll]|[Pp][Hh][Oo][Nn][Ee]|[Mm][Oo][Bb][Ii][Ll][Ee])\b\.?:? ?",
    )
    edge = rf"(?:(?<=[{LETTER}])(?![{LETTER}])|(?<![{LETTER}])(?=[{LETTER}]))"
    return either.replace(r"\b", edge).replace(r"\w", LETTER)


def make_lists(content: SiteContent) -> dict[str, list[tuple[str, str]]]:
    """Give the lists of the whole register from which fields are chosen."""
    register = content.register
    countries = register.countries
    languages = content.schemas.find_field("outcome", ("language",))["enum"]
    events = [(one.id, f"{write_day(one.date)}: {one.title}", one.type) for one in reversed(register.events)]
    return {
        "themes": [(theme.id, theme.name) for theme in register.themes.themes],
        "countries": sorted(
            ((code, name) for code, name in countries.names.items()), key=lambda pair: pair[1]
        ),
        "events": [(id_, words) for id_, words, _ in events],
        "board_meetings": [(id_, words) for id_, words, kind in events if kind == "board meeting"],
        "secretariat": list_secretariat(content),
        "terms": [(one.version, one.name) for one in register.settings.terms_of_reference],
        "charters": [(one.version, one.version) for one in register.settings.charter],
        "languages": [(code, f"{name_language(code)} ({code})") for code in languages],
        "groups": [(one.group.id, one.group.title) for one in register.dossiers],
        "zones": [(name, name) for name in list_places()],
        "duties": [(duty.id, duty.title) for duty in DUTIES.values()],
    }


def list_secretariat(content: SiteContent) -> list[tuple[str, str]]:
    """Give who is in the Secretariat on the day of the site; a withheld name is not shown."""
    roster = content.register.secretariat
    in_office = [one for one in roster.people if roster.find_person(one.id, content.as_of) is one]
    return [(one.id, one.name) for one in in_office if one.name and not roster.withholds(one.id)]


def number_paths(register: Register) -> list[int]:
    """Give the number of every file that is a record, in the order of the numbers."""
    return sorted({number_path(path) for path in register.paths})


def number_path(path: str) -> int:
    """Give the number of a path: FNV-1a of 32 bits, as `assets/forms/records.js` works it out."""
    number = START
    for byte in path.encode():
        number = (number ^ byte) * PRIME & 0xFFFFFFFF
    return number
