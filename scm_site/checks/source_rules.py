"""Rules on records that were put together from public sources."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word, list_choices
from scm_site.records.group import Group, GroupPage, Launch
from scm_site.records.record_file import Record
from scm_site.records.schema_check import name_field
from scm_site.records.settings import Settings

NOT_FACTS = (
    "origin",
    "sources",
    "inferred",
    "former_ids",
    "withdrawn",
    "corrections",
    "community_space",
    "identifier",
)


@rule("Q001", "Only a reconstructed record leaves facts unknown", in_form="never: no form asks for it")
def only_reconstructed_records_leave_gaps(record: Record) -> Iterator[Problem]:
    """Who files a record knows its facts. Only records that the editors put together from public sources may say that a
    fact is not known, and why.

    Fix: Fill the fact in, or leave the field out until it is known. `origin: reconstructed` is only for records that
    the register's editors put together from public sources.
    """
    if record.is_reconstructed or isinstance(record, Settings | Group):
        return
    for field in record.file.find_unknown():
        name = name_field(field)
        yield Problem(
            record, field, f"field `{name}` is said to be unknown, but the record is not a reconstructed one"
        )


@rule("Q002", "Every fact of a reconstructed record has its source", in_form="never: no form asks for it")
def facts_have_sources(record: Record) -> Iterator[Problem]:
    """What nobody in the group has filed must be traceable: each field is backed by a public page, or marked as
    inferred with the reasoning. Where a fact is not known, this holds for the best guess (`about`).

    Fix: Name the field under `supports` of a source, or under `inferred` with how it was worked out.
    """
    if not record.is_reconstructed or isinstance(record, Group):
        return
    if not record.sources and not isinstance(record, GroupPage):  # its launch names them
        yield Problem(record, ("origin",), ("a reconstructed record names its sources", "Add `sources`."))
        return
    backed = {name.split(".")[0] for source in record.sources for name in source.supports}
    backed |= {inference.field.split(".")[0] for inference in record.inferred}
    names = (name for name in record.file.names if not (name == "text" and isinstance(record, Launch)))
    for name in names:
        place = record.file.find_statement(name)
        if place and name not in backed and name not in NOT_FACTS:
            what = (
                f"field `{name_field(place)}`"
                if len(place) == 1
                else f"the best guess (`about`) for `{name}`"
            )
            yield Problem(record, place, f"{what} is neither backed by a source nor marked as inferred")


@rule("Q003", "Sources and inferences name fields of the record", in_form="never: no form asks for it")
def sources_name_fields(record: Record) -> Iterator[Problem]:
    """A source that backs a field which is not there backs nothing.

    Fix: Write the name of a field that stands in this record; `text` is the text below the second `---`.
    """
    if isinstance(record, Group):
        return  # its files have sources of their own
    names = [name for name in record.file.names if name not in ("origin", "sources", "inferred")]
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("sources", index, "supports", item), name)
        for index, source in enumerate(record.sources)
        for item, name in enumerate(source.supports)
    ]
    named += [
        (("inferred", index, "field"), inference.field) for index, inference in enumerate(record.inferred)
    ]
    for field, name in named:
        if not record.file.has_field(name):
            message = f"there is no field `{name}` in this record{guess_word(name, names)}"
            yield Problem(record, field, (message, f"Choose one of: {list_choices(names)}."))
