"""Pages with a form that makes the file of a record, and what the forms know of each group."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from scm_site.filing.forge import FORGE_NAMES, make_new_file_address
from scm_site.filing.form_ways import can_file
from scm_site.filing.forms.form_facts import make_facts
from scm_site.filing.forms.form_fields import make_day_field, make_form_fields
from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_kinds import FORM_KINDS
from scm_site.pages.forms.form_setup import FACTS, PATHS, make_lists, make_setup, number_paths
from scm_site.pages.frame.page import Asset, Crumb, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.script_data import write_for_script
from scm_site.pages.frame.sections import COMPLIANCE, PROPOSE
from scm_site.pages.frame.site_content import SiteContent
from scm_site.reading import SLOT_OF_KIND
from scm_site.records.settings import Settings

MODULES = ("assets/forms/form.js",)

#: What to press on the forge's page, in its own words.
HOW_TO_PROPOSE = {
    "github": "If it asks you to “Fork this repository”, agree: that makes a copy for your change. Choose “Commit "
    "changes …”, then “Propose changes”, then “Create pull request”.",
    "gitlab": "Choose “Commit changes”, then “Create merge request”.",
    "forgejo": "Choose “Propose file change”, then “Create pull request”.",
    "none": "",
}

#: Who looks at what was filed, and what it then is.
WHAT_NEXT = {
    "proposal": "The Advisory Board looks at the topic, usually within {board_decision} days. Once it takes the file "
    "into the register, the topic is approved.",
    "outcome": "The Secretariat controls the quality within {quality_control} days and publishes the outcome.",
}
USUAL_NEXT = (
    "Whoever must agree looks at it. Once they have taken it into the register, it is filed, and the site shows it "
    "within the hour."
)


def make_form_pages(content: SiteContent) -> Iterator[Page]:
    """Make the page of every form."""
    return (make_form_page(form, content) for form in FORM_KINDS)


def make_form_page(form: FormKind, content: SiteContent) -> Page:
    """Make the page of a form."""
    settings, days = content.register.settings, content.board.days
    is_grouped = "{group}" in SLOT_OF_KIND[form.kind].pattern
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
        fields=(*((make_day_field(form),) if form.is_act else ()), *make_form_fields(form, content.schemas)),
        lists=make_lists(content),
        groups=list_groups(form, content) if is_grouped else None,
        beside=form.beside,
        forge_name=FORGE_NAMES[settings.repository.forge],
        how_to_propose=HOW_TO_PROPOSE[settings.repository.forge],
        mailbox=settings.site.contact,
        more_about=find_more(content.register.settings),
        together=content.schemas.documents[form.kind].get("x-together", ""),
        new_file=make_new_file_address(settings.repository, example),
        what_next=WHAT_NEXT.get(form.kind, USUAL_NEXT).format_map(
            {"board_decision": days.board_decision, "quality_control": days.quality_control}
        ),
        setup=Markup(write_for_script(make_setup(form, content))),  # noqa: S704 (write_for_script makes it safe)
    )


def find_more(settings: Settings) -> dict[str, Crumb]:
    """Give what somebody should read before answering a field: the Charter, where the settings know its address."""
    charter = settings.charter[-1] if settings.charter else None
    if charter is None or not charter.address:
        return {}
    return {"declarations/charter": Crumb(text=f"Read it: {charter.name}", address=charter.address)}


def list_groups(form: FormKind, content: SiteContent) -> list[Any]:
    """Give the groups for which a form can be filled in."""
    return [one.group for one in content.register.dossiers if can_file(form.kind, one)]


def make_fact_files(content: SiteContent) -> Iterator[Asset]:
    """Give what the forms know of each group, a file each, and of the files that a text can link to."""
    for dossier in content.register.dossiers:
        facts = make_facts(dossier, content.register, content.as_of)
        written = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n"
        yield Asset(path=FACTS.format(dossier.group.id), content=written.encode())
    numbers = json.dumps(number_paths(content.register), separators=(",", ":")) + "\n"
    yield Asset(path=PATHS, content=numbers.encode())
