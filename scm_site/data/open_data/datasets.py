"""The list of datasets: what a person has to know before taking one of them, and its files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args, get_type_hints

from scm_site.data.csv_table import render_csv
from scm_site.data.fields import Data
from scm_site.data.json_document import render_ascii_json, render_json
from scm_site.data.json_schema import Schema, describe_type, make_schema
from scm_site.data.open_data.acts import ActsDocument, make_acts
from scm_site.data.open_data.approvals import ApprovalsDocument, make_approvals
from scm_site.data.open_data.events import EventsDocument, make_events
from scm_site.data.open_data.groups import GroupsDocument, make_groups
from scm_site.data.open_data.head import SECOND, VERSION, name_folder
from scm_site.data.open_data.outcomes import OutcomesDocument, make_outcomes
from scm_site.data.open_data.proposals import ProposalsDocument, make_proposals
from scm_site.data.open_data.source import Source
from scm_site.data.open_data.standings import (
    StandingsDocument,
    StandingsOfDocument,
    make_standings,
    make_standings_of,
)
from scm_site.data.open_data.themes import ThemesDocument, make_themes
from scm_site.data.open_data.waiting import WaitingDocument, make_waiting


@dataclass(frozen=True, kw_only=True, slots=True)
class Dataset:
    """One dataset: what it is called, the type of its document, what a row is, which page of the site tells the same.

    `rows` is the field of the document that holds the rows. `keywords` and `subjects` are for catalogues; subjects are
    codes of the EU's list of data themes. `file` is its name in addresses, where that is the name of
    a dataset of an earlier `version`, which is superseded by it and stays as it is.
    """

    name: str
    title: str
    document: type[Data]
    make: Callable[[Source], Data]
    rows: str
    row: str
    page: str
    keywords: tuple[str, ...]
    subjects: tuple[str, ...] = ("GOVE", "REGI")
    has_table: bool = True
    version: int = VERSION
    file: str = ""
    is_superseded: bool = False
    render: Callable[[Data], str] = render_json

    @property
    def json_path(self) -> str:
        """Where the document stands on the site."""
        return f"{self._place}.json"

    @property
    def csv_path(self) -> str:
        """Where the same stands as a table; "" where there is none."""
        return f"{self._place}.csv" if self.has_table else ""

    @property
    def schema_path(self) -> str:
        """Where its JSON Schema stands on the site."""
        return f"{self._place}.schema.json"

    @property
    def _place(self) -> str:
        return f"{name_folder(self.version)}/{self.file or self.name}"

    @property
    def description(self) -> str:
        """What the dataset holds, in the words of its type's docstring."""
        return describe_type(self.document)

    @property
    def row_type(self) -> type[Data]:
        """The type of one row, from which columns and schema are made."""
        row_type: type[Data] = get_args(get_type_hints(self.document)[self.rows])[0]
        return row_type

    def make_schema(self, site: str) -> Schema:
        """Give the JSON Schema of its document; `site` is the site's address."""
        return make_schema(self.document, f"{site}{self.schema_path}", self.title)

    def make_document(self, source: Source) -> Data:
        """Give its document; it is made once, since the page about the data counts its rows."""
        if self.name not in source.made:
            source.made[self.name] = self.make(source)
        return source.made[self.name]

    def list_rows(self, source: Source) -> tuple[Data, ...]:
        """Make the document, and give its rows."""
        rows: tuple[Data, ...] = getattr(self.make_document(source), self.rows)
        return rows

    def render_table(self, source: Source) -> str:
        """Give its rows as a table (CSV)."""
        return render_csv(self.row_type, self.list_rows(source))


OUTCOMES = Dataset(
    name="outcomes",
    title="Outcomes",
    document=OutcomesDocument,
    make=make_outcomes,
    rows="outcomes",
    row="an outcome that is or was public",
    page="outcomes/",
    keywords=("smart cities", "outcomes", "reports", "climate neutrality"),
    subjects=("REGI", "ENVI", "GOVE"),
)
GROUPS = Dataset(
    name="groups",
    title="Groups",
    document=GroupsDocument,
    make=make_groups,
    rows="groups",
    row="a Focus or Discussion group",
    page="groups/",
    keywords=("smart cities", "focus groups", "discussion groups"),
)
PROPOSALS = Dataset(
    name="proposals",
    title="Proposals",
    document=ProposalsDocument,
    make=make_proposals,
    rows="proposals",
    row="a topic that was put forward, and that the Advisory Board agreed to",
    page="proposals/",
    keywords=("smart cities", "proposals", "advisory board"),
)
EVENTS = Dataset(
    name="events",
    title="Events",
    document=EventsDocument,
    make=make_events,
    rows="events",
    row="a meeting of a group, an event, or a meeting of the Advisory Board",
    page="calendar/",
    keywords=("smart cities", "events", "meetings"),
)
ACTS = Dataset(
    name="acts",
    title="Acts",
    document=ActsDocument,
    make=make_acts,
    rows="acts",
    row="what changed in a group after its launch: an amendment, another plan, a correction",
    page="log/",
    keywords=("smart cities", "amendments", "work programmes"),
)
THEMES = Dataset(
    name="themes",
    title="Themes",
    document=ThemesDocument,
    make=make_themes,
    rows="themes",
    row="a theme, with the numbers of what has it",
    page="outcomes/",
    keywords=("smart cities", "themes"),
)
STANDINGS_OF_GROUPS = Dataset(
    name="standings",
    title="Standings of groups (version 1)",
    is_superseded=True,
    document=StandingsDocument,
    make=make_standings,
    rows="standings",
    row="one group's answer to one duty at one time",
    page="compliance/",
    keywords=("smart cities", "terms of reference", "compliance"),
    subjects=("GOVE",),
    render=render_ascii_json,
)
STANDINGS = Dataset(
    name="standings-2",
    file="standings",
    version=SECOND,
    title="Standings",
    document=StandingsOfDocument,
    make=make_standings_of,
    rows="standings",
    row="one answer to one duty at one time, of a group or of something else",
    page="compliance/",
    keywords=("smart cities", "terms of reference", "compliance"),
    subjects=("GOVE",),
    render=render_ascii_json,
)
APPROVALS = Dataset(
    name="approvals",
    title="Approvals",
    document=ApprovalsDocument,
    make=make_approvals,
    rows="changes",
    row="a change of the register, and who agreed to it",
    page="approvals/",
    keywords=("smart cities", "approvals", "transparency"),
    subjects=("GOVE",),
    render=render_ascii_json,
)
WAITING = Dataset(
    name="waiting",
    title="Waiting for approval",
    document=WaitingDocument,
    make=make_waiting,
    rows="waiting",
    row="an open pull request",
    page="waiting/",
    keywords=("smart cities", "approvals", "transparency"),
    subjects=("GOVE",),
    has_table=False,
    render=render_ascii_json,
)

DATASETS = (
    OUTCOMES,
    GROUPS,
    PROPOSALS,
    EVENTS,
    ACTS,
    THEMES,
    STANDINGS,
    STANDINGS_OF_GROUPS,
    APPROVALS,
    WAITING,
)


def list_datasets(source: Source) -> Iterator[Dataset]:
    """Give the datasets there are; without the forge's records nobody knows what waits."""
    return (one for one in DATASETS if one is not WAITING or source.records is not None)
