"""Pages with a form that makes the file of a record, and what the forms know of each group."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from scm_site.checks.privacy_rules import MAILBOX_FIELDS, PRIVATE
from scm_site.days import MONTHS, write_day
from scm_site.filing.forge import FORGE_NAMES, LONGEST_ADDRESS, TEXT, make_edit_address, make_new_file_address
from scm_site.filing.forms.form_facts import make_facts
from scm_site.filing.forms.form_fields import make_form_fields
from scm_site.filing.forms.form_kinds import FORM_KINDS, FormKind
from scm_site.filing.forms.form_schema import make_form_schema
from scm_site.pages.addresses import link_from
from scm_site.pages.page import Asset, Crumb, Page
from scm_site.pages.rendering import render_page
from scm_site.pages.script_data import write_for_script
from scm_site.pages.site_content import SiteContent
from scm_site.reading import SLOT_OF_KIND
from scm_site.reading.calendar_days import FIRST_YEAR, LAST_YEAR
from scm_site.reading.name_forms import PERIOD
from scm_site.reading.transliteration import LETTERS
from scm_site.records.schema_check import name_field
from scm_site.records.unfinished import PLACEHOLDER
from scm_site.rule import RULES
from scm_site.sentences import LIMITS, SENTENCES, TYPE_NAMES

PROPOSE = Crumb(text="Propose a topic", address="propose/")
COMPLIANCE = Crumb(text="Compliance", address="compliance/")
FACTS = "file/facts/{}.json"
MODULES = ("assets/forms/form.js",)

#: What Python takes for a letter of a word, as ECMA-262 writes it inside square brackets.
LETTER = r"\p{L}\p{N}_"

#: What to press on the forge's page, in its own words.
HOW_TO_PROPOSE = {
    "github": "Choose “Commit changes …”, then “Propose changes”, then “Create pull request”.",
    "gitlab": "Choose “Commit changes”, then “Create merge request”.",
    "forgejo": "Choose “Propose file change”, then “Create pull request”.",
    "none": "",
}

#: Who looks at what was filed, and what it then is.
WHAT_NEXT = {
    "proposal": "The Advisory Board looks at the topic, usually within {board_decision} days; merging is its approval.",
    "outcome": "The Secretariat controls the quality within {quality_control} days and publishes the outcome.",
}
USUAL_NEXT = (
    "Whoever must agree looks at it; once it is merged, it is filed, and the site shows it within the hour."
)


def make_form_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of every form."""
    return (make_form_page(form, content) for form in FORM_KINDS)


def make_form_page(form: FormKind, content: SiteContent) -> Page:
    """Make the page of a form."""
    settings, is_grouped = content.register.settings, "{group}" in SLOT_OF_KIND[form.kind].pattern
    example = SLOT_OF_KIND[form.kind].example
    return render_page(
        "form.html",
        form.address,
        form.title,
        description=form.lead,
        crumbs=(COMPLIANCE,) if is_grouped else (PROPOSE,),
        searchable=form.kind == "proposal",
        has_contents=False,
        modules=MODULES,
        form=form,
        fields=make_form_fields(form, content.schemas),
        lists=make_lists(content),
        groups=list_groups(form, content) if is_grouped else None,
        has_records=form.kind == "meeting",
        forge_name=FORGE_NAMES[settings.repository.forge],
        how_to_propose=HOW_TO_PROPOSE[settings.repository.forge],
        mailbox=settings.site.contact,
        new_file=make_new_file_address(settings.repository, example),
        what_next=WHAT_NEXT.get(form.kind, USUAL_NEXT).format_map(
            {"board_decision": settings.days.board_decision, "quality_control": settings.days.quality_control}
        ),
        setup=Markup(write_for_script(make_setup(form, content))),  # noqa: S704 (write_for_script makes it safe)
    )


def list_groups(form: FormKind, content: SiteContent) -> list[Any]:
    """Give the groups for which a form can be filled in: a Discussion group has no reports (ToR, C6).

    A group ends once, so the form for its end leaves out those whose end is filed.
    """
    of_focus = form.kind in ("status-update", "board-brief", "waiver")
    groups = [one for one in content.register.dossiers if one.group.is_focus or not of_focus]
    return [one.group for one in groups if form.kind != "termination" or one.termination is None]


def make_lists(content: SiteContent) -> dict[str, list[tuple[str, str]]]:
    """Give the lists of the whole register from which fields are chosen."""
    register = content.register
    countries = register.countries
    events = [(one.id, f"{write_day(one.date)}: {one.title}", one.type) for one in reversed(register.events)]
    return {
        "themes": [(theme.id, theme.name) for theme in register.themes.themes],
        "countries": sorted(
            ((code, name) for code, name in countries.names.items()), key=lambda pair: pair[1]
        ),
        "events": [(id_, words) for id_, words, _ in events],
        "board_meetings": [(id_, words) for id_, words, kind in events if kind == "board meeting"],
        "secretariat": list_secretariat(content),
    }


def list_secretariat(content: SiteContent) -> list[tuple[str, str]]:
    """Give who is in the Secretariat on the day of the site; a withheld name is not shown."""
    roster = content.register.secretariat
    in_office = [one for one in roster.people if roster.find_person(one.id, content.as_of) is one]
    return [(one.id, one.name) for one in in_office if one.name and not roster.withholds(one.id)]


def make_setup(form: FormKind, content: SiteContent) -> dict[str, Any]:
    """Give what the script of a form needs to know."""
    settings = content.register.settings
    slot, forge = SLOT_OF_KIND[form.kind], settings.repository
    return {
        "kind": form.kind,
        "title": content.schemas.documents[form.kind]["title"],
        "path": slot.pattern,
        "isPeriodic": "id" in slot.forms and slot.forms["id"] is PERIOD,
        "schema": make_form_schema(form, content.schemas),
        "sentences": SENTENCES,
        "limits": LIMITS,
        "types": TYPE_NAMES,
        "months": list(MONTHS),
        "years": [FIRST_YEAR, LAST_YEAR],
        "placeholder": translate(PLACEHOLDER.pattern),
        "private": [
            {"what": what, "sign": sign, "pattern": translate(pattern.pattern)}
            for what, sign, pattern in PRIVATE
        ],
        "privateFix": RULES["N002"].fix,
        "thinFix": RULES["T002"].fix,
        "lostFix": RULES["F019"].fix,
        "mailboxes": sorted(name_field(field) for field in MAILBOX_FIELDS),
        "letters": LETTERS,
        "taken": list_proposals(content),
        "facts": link_from(form.address, FACTS.format("GROUP")),
        "mailbox": settings.site.contact,
        "forge": {
            "newFile": make_new_file_address(forge, ""),
            "edit": make_edit_address(forge),
            "textField": TEXT.get(forge.forge, ""),
            "longest": LONGEST_ADDRESS,
        },
    }


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


def make_fact_files(content: SiteContent) -> Iterator[Asset]:
    """Give what the forms know of each group, a file each."""
    for dossier in content.register.dossiers:
        facts = make_facts(dossier, content.register, content.as_of)
        written = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n"
        yield Asset(path=FACTS.format(dossier.group.id), content=written.encode())
