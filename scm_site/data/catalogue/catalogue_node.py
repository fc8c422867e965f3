"""The catalogue itself, who publishes it, and whom to write to (DCAT-AP 3, Catalogue)."""

from collections.abc import Iterable, Iterator
from datetime import date

from scm_site.data.catalogue.graph import Literal, Node, Ref, make_node, make_ref
from scm_site.data.catalogue.vocabulary import (
    AUTHORITY,
    make_english,
    make_language,
    make_licence,
)
from scm_site.data.open_data.index import DATA_PAGE, LICENCE
from scm_site.data.open_data.source import Source

#: Names of things below the page about the data; they must never change.
CATALOGUE, PUBLISHER, CONTACT = "catalogue", "publisher", "contact"


def name_thing(source: Source, name: str) -> str:
    """Give the address of a thing on the page about the data."""
    return f"{source.site}{DATA_PAGE}#{name}"


def write_day(day: date) -> Literal:
    """Give a day as a value."""
    return Literal(text=day.isoformat(), type="xsd:date")


def write_moment(moment: str) -> Literal:
    """Give a moment in UTC as a value."""
    return Literal(text=moment, type="xsd:dateTime")


def make_catalogue(source: Source, datasets: Iterable[str]) -> Node:
    """Give the catalogue of datasets, which are named by their addresses."""
    settings = source.register.settings
    return make_node(
        ["dcat:Catalog"],
        [
            ("dct:title", make_english(f"Open data: {settings.site.name}")),
            (
                "dct:description",
                make_english(
                    "Groups, proposals, outcomes and events of the Smart Cities Marketplace's Focus and Discussion"
                    " groups, how each group stands to its duties, and how every change was approved."
                ),
            ),
            ("dct:publisher", make_ref(name_thing(source, PUBLISHER))),
            ("dct:language", make_language("en")),
            ("dct:license", make_licence(LICENCE)),
            ("dct:issued", write_day(settings.register_opened)),
            ("dct:modified", write_moment(source.generated_at)),
            ("foaf:homepage", make_ref(source.site)),
            ("dcat:themeTaxonomy", make_ref(f"{AUTHORITY}data-theme")),
            ("dcat:dataset", map(make_ref, datasets)),
        ],
        name_thing(source, CATALOGUE),
    )


def make_people(source: Source) -> Iterator[Node]:
    """Give who publishes the data, and the mailbox to write to where there is one."""
    site = source.register.settings.site
    name = site.managed_by or site.name
    yield make_node(["foaf:Agent"], [("foaf:name", make_english(name))], name_thing(source, PUBLISHER))
    if site.contact:
        yield make_node(
            ["vcard:Kind", "vcard:Organization"],
            [
                ("vcard:fn", Literal(text=name)),
                ("vcard:hasEmail", make_ref(f"mailto:{site.contact}")),
                ("vcard:hasURL", make_ref(source.site)),
            ],
            name_thing(source, CONTACT),
        )


def find_contact(source: Source) -> Ref | None:
    """Give whom to write to, or None where the settings name no mailbox."""
    has_mailbox = bool(source.register.settings.site.contact)
    return make_ref(name_thing(source, CONTACT)) if has_mailbox else None
