"""All files of public data but the catalogue, which tells of them."""

from collections.abc import Iterator

from scm_site.data.approvals import make_approvals_files
from scm_site.data.open_data.changes import make_changes
from scm_site.data.open_data.dataset_files import make_dataset_files, render_json
from scm_site.data.open_data.index import CHANGES, INDEX, OPENAPI, make_index
from scm_site.data.open_data.openapi import make_openapi
from scm_site.data.open_data.source import Source
from scm_site.data.standings import make_standings_files
from scm_site.data.waiting import make_waiting_files


def make_open_data_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give every file, each with its path below the site's root."""
    register, history, records = source.register, source.history, source.records
    yield from make_dataset_files(source)
    yield from make_standings_files(source.board, history, register)
    yield from make_approvals_files(source.audit, history, register, source.log, records)
    if records:
        yield from make_waiting_files(source.waiting, records, register, source.generated_at)
    yield INDEX, render_json(make_index(source))
    yield CHANGES, render_json(make_changes())
    yield OPENAPI, render_json(make_openapi(source))
