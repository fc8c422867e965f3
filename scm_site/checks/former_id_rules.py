"""Rules on former ids: their addresses lead to the renamed record, and to nothing else."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.reading import SLOT_OF_KIND
from scm_site.reading.quoting import quote_value
from scm_site.records.record_file import Record
from scm_site.records.register import Register


def list_renamed(register: Register) -> Iterator[tuple[Record, int, str]]:
    """Give every former id with its record and its position there."""
    for record in register.find_records():
        for index, former in enumerate(getattr(record, "former_ids", ())):
            yield record, index, former


def make_key(record: Record, record_id: str) -> tuple[str, str, str]:
    """Give what tells an id of a record from all others: its kind, its group, unless it is one, and the id."""
    kind, group = record.file.kind, record.file.group
    return kind, "" if kind == "launch" else group, record_id


@rule(
    "R009",
    "A former id is not used again",
    in_form="later: it needs outcomes that may not be public yet",
)
def former_ids_are_free(register: Register) -> Iterator[Problem]:
    """The address of a former id leads to the renamed record. So no other record of the kind may have that id, now or
    before, and a record's present id is not a former one.

    Fix: Take the id out of `former_ids`, or choose another id for the other record.
    """
    taken = {make_key(record, record.id): record.file.path for record in register.find_records()}
    for record, index, former in list_renamed(register):
        key = make_key(record, former)
        if key in taken:
            message = f"the former id `{former}` is used by {taken[key]}"
            yield Problem(record, ("former_ids", index), message)
        taken.setdefault(key, record.file.path)


@rule("R010", "A former id has the form of its kind", in_form="never: the form writes the file")
def former_ids_have_their_form(register: Register) -> Iterator[Problem]:
    """A former id is the name that the record's file or folder had. It becomes an address once more, and an event's
    says in which year of the calendar it stood; so it has the form that such names have.

    Fix: Write the id as it was in the name of the file or folder; or take it out, if none ever had it.
    """
    for record, index, former in list_renamed(register):
        kind = record.file.kind
        form = SLOT_OF_KIND[kind].forms["group" if kind == "launch" else "id"]
        if fault := form.find_fault(former):
            message = f"the former id {quote_value(former)} is not {form.words}: {fault}"
            yield Problem(record, ("former_ids", index), message)
