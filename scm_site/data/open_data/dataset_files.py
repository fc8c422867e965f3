"""The datasets of this package as files: a JSON document, the same as a table in CSV, and the schema."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scm_site.data.csv_table import render_csv
from scm_site.data.open_data.cells import flatten, list_columns
from scm_site.data.open_data.datasets import EVENTS, GROUPS, OUTCOMES, PROPOSALS, THEMES, Dataset
from scm_site.data.open_data.events import EventData, list_events
from scm_site.data.open_data.groups import GroupData, list_groups
from scm_site.data.open_data.head import make_head
from scm_site.data.open_data.outcome_data import OutcomeData
from scm_site.data.open_data.outcomes import list_outcomes
from scm_site.data.open_data.proposals import ProposalData, list_proposals
from scm_site.data.open_data.source import Source
from scm_site.data.open_data.themes import ThemeData, list_themes
from scm_site.data.schema_file import render_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """The rows of a dataset, and the type that says which fields each of them has."""

    dataset: Dataset
    type: type
    rows: Iterable[Mapping[str, object]]


def list_rows(source: Source) -> tuple[Rows, ...]:
    """Give the rows of every dataset of this package."""
    register, archive, as_of = source.register, source.archive, source.as_of
    return (
        Rows(dataset=OUTCOMES, type=OutcomeData, rows=list_outcomes(register, archive)),
        Rows(dataset=GROUPS, type=GroupData, rows=list_groups(register, archive, as_of)),
        Rows(dataset=PROPOSALS, type=ProposalData, rows=list_proposals(register)),
        Rows(dataset=EVENTS, type=EventData, rows=list_events(register)),
        Rows(dataset=THEMES, type=ThemeData, rows=list_themes(register, archive)),
    )


def make_dataset_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give the files of every dataset of this package, each with its path below the site's root."""
    head = make_head(source.history, source.as_of)
    for found in list_rows(source):
        dataset, rows = found.dataset, list(found.rows)
        yield dataset.json_path, render_json({**head, dataset.rows: rows})
        cells = (flatten(row, found.type) for row in rows)
        yield dataset.csv_path, render_csv(list_columns(found.type), cells).encode()
        yield dataset.schema_path, render_schema(dataset.schema, source.site).encode()


def render_json(document: Mapping[str, object]) -> bytes:
    """Give one JSON document in UTF-8 (RFC 8259)."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()
