"""Rules on what was carried over from the shape of the release before."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.reading.quoting import quote_path
from scm_site.records.carried_over import CarriedOver
from scm_site.records.register import Register


@rule("R011", "What was carried over is there", in_form="never: its records have no form")
def carried_files_are_there(record: CarriedOver, register: Register) -> Iterator[Problem]:
    """The list of carried-over files tells when files arrived that were made of older ones. `scm migrate` writes it
    with these files, and each of them stands in it once.

    Fix: Put back the file, or the list as `scm migrate` wrote it.
    """
    seen = set[str]()
    for number, one in enumerate(record.files):
        field = ("files", number, "path")
        if one.path in seen:
            yield Problem(record, field, f"{quote_path(one.path)} stands in the list twice")
        elif one.path not in register.paths and not register.is_unread(one.path):
            yield Problem(record, field, f"there is no file {quote_path(one.path)}")
        seen.add(one.path)
