"""The page that lists the forms: what each is for, who fills it in, and which clauses it answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_site.filing.forms.form_fields import FormField, make_form_fields
from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_kinds import FORM_KINDS
from scm_site.pages.frame.former_pages import FORMER_KINDS
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import FILING
from scm_site.pages.frame.site_content import SiteContent
from scm_site.terms.clauses import CLAUSES, Clause


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedForm:
    """A form, the kinds whose place its kind took, and the clauses that its fields answer, in the order of the ToR."""

    form: FormKind
    formers: tuple[str, ...]
    clauses: tuple[Clause, ...]


def make_filing_page(content: SiteContent) -> Page:
    """Make the list of forms."""
    return render_page(
        "filing.html",
        FILING.address,
        FILING.text,
        description="Forms for topics, meetings, reports, outcomes, waivers, pauses, changes of a group, its end.",
        has_contents=False,
        forms=[list_form(form, content) for form in FORM_KINDS],
        contact=content.register.settings.site.contact,
        searchable=False,
    )


def list_form(form: FormKind, content: SiteContent) -> ListedForm:
    """Give a form with the clauses that it answers."""
    named = set(list_clauses(make_form_fields(form, content.schemas)))
    return ListedForm(
        form=form,
        formers=tuple(former.name for former in FORMER_KINDS if former.successor == form.kind),
        clauses=tuple(clause for clause in CLAUSES if clause.id in named),
    )


def list_clauses(fields: Iterable[FormField]) -> Iterator[str]:
    """Give every clause that fields name, with all that is inside them."""
    for field in fields:
        yield from field.clauses
        yield from list_clauses(field.fields)
        yield from list_clauses((field.item,) if field.item else ())
