"""What the script of a form is told when the site is built: the schema, the sentences, the names that are taken."""

from typing import Any

from scm_site.addresses import link_from
from scm_site.checks.contact_patterns import PRIVATE, SHOWN_PRIVATE, Pattern
from scm_site.checks.privacy_rules import MAILBOX_FIELDS
from scm_site.checks.shown_hosts import FILE_ENDS, WHOLE, WITHIN
from scm_site.checks.shown_rules import MAY_DIFFER
from scm_site.checks.text_rules import REFUSED
from scm_site.days import MONTHS
from scm_site.filing.forge import LONGEST_ADDRESS, TEXT, make_edit_address, make_new_file_address
from scm_site.filing.forms.form_kinds import FormKind
from scm_site.filing.forms.form_schema import make_form_schema
from scm_site.filing.forms.rule_facts import make_register_knowledge
from scm_site.pages.form_paths import PATHS
from scm_site.pages.site_content import SiteContent
from scm_site.reading import SLOT_OF_KIND
from scm_site.reading.calendar_days import FIRST_YEAR, LAST_YEAR
from scm_site.reading.name_forms import PERIOD
from scm_site.reading.transliteration import LETTERS
from scm_site.records.meeting import MINUTES_SAY
from scm_site.records.schema_check import name_field
from scm_site.records.unfinished import PLACEHOLDER
from scm_site.rules import RULES
from scm_site.sentences import LIMITS, SENTENCES, TYPE_NAMES

#: Where what the register knows of a group stands.
FACTS = "file/facts/{}.json"

#: What Python takes for a letter of a word, as ECMA-262 writes it inside square brackets.
LETTER = r"\p{L}\p{N}_"


def make_setup(form: FormKind, content: SiteContent) -> dict[str, Any]:
    """Give what the script of a form needs to know."""
    settings = content.register.settings
    slot, forge = SLOT_OF_KIND[form.kind], settings.repository
    return {
        "kind": form.kind,
        "path": slot.pattern,
        "isPeriodic": "id" in slot.forms and slot.forms["id"] is PERIOD,
        "schema": make_form_schema(form, content.schemas),
        "sentences": SENTENCES,
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
        "privateFix": RULES["N002"].fix,
        "thinFix": RULES["T002"].fix,
        "lostFix": RULES["F019"].fix,
        "minutesSay": MINUTES_SAY,
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
            "edit": make_edit_address(forge),
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
