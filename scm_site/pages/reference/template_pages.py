"""A template for each kind of record: a page to copy it from, and a file to download (ToR, u)."""

from collections.abc import Iterator
from dataclasses import dataclass

from scm_site.filing.forms.form_kind import FormKind
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.pages.frame.former_pages import FORMER_KINDS
from scm_site.pages.frame.page import Asset, Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import TEMPLATES
from scm_site.reading import KINDS, SLOT_OF_KIND, Slot
from scm_site.records.schemas import Schema, Schemas
from scm_site.scaffold import make_scaffold


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """The template of one kind of record: its schema, where such records stand, and its text."""

    kind: str
    document: Schema
    slot: Slot
    text: str

    @property
    def address(self) -> str:
        """Where its page stands on the site."""
        return f"{TEMPLATES.address}{self.kind}/"

    @property
    def form(self) -> FormKind | None:
        """The form that makes such a record, if there is one."""
        return FORM_OF_KIND.get(self.kind)

    @property
    def file_name(self) -> str:
        """What the file to download is called."""
        return f"{self.kind}.{self.slot.example.rpartition('.')[2]}"


def make_templates(schemas: Schemas) -> list[Template]:
    """Make the template of each kind of record, in reading order."""
    return [
        Template(
            kind=kind, document=schemas.documents[kind], slot=slot, text=make_scaffold(kind, schemas, {})
        )
        for kind, slot in ((kind, SLOT_OF_KIND[kind]) for kind in KINDS)
    ]


def make_template_pages(templates: list[Template]) -> Iterator[Page]:
    """Make the list of templates, and a page for each."""
    yield render_page(
        "templates.html",
        TEMPLATES.address,
        TEMPLATES.text,
        description="A template for each kind of record, with every field explained.",
        templates=templates,
        searchable=False,
    )
    for template in templates:
        title = template.document["title"]
        yield render_page(
            "template.html",
            template.address,
            f"Template: {title}",
            description=f"A template to copy: {title}.",
            crumbs=(TEMPLATES,),
            template=template,
            searchable=False,
        )


def make_template_files(templates: list[Template]) -> Iterator[Asset]:
    """Give each template as a file to download, also where that of a kind stood whose place it took."""
    texts = {template.kind: template.text.encode() for template in templates}
    for template in templates:
        yield Asset(path=f"{template.address}{template.file_name}", content=texts[template.kind])
    for former in FORMER_KINDS:
        path = f"{TEMPLATES.address}{former.name}/{former.name}.{former.ending}"
        yield Asset(path=path, content=texts[former.successor])
