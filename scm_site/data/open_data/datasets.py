"""The list of datasets: what a person has to know before taking one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scm_site.data import approvals, standings, waiting
from scm_site.data.schema_file import FOLDER

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True, slots=True)
class Dataset:
    """One dataset: what it is called, what a row is, which page of the site tells the same, where its schema stands.

    `rows` is the field of the document that holds the rows. `keywords` and `subjects` are for catalogues; subjects are
    codes of the EU's list of data themes.
    """

    name: str
    title: str
    row: str
    page: str
    keywords: tuple[str, ...]
    schema: Path
    subjects: tuple[str, ...] = ("GOVE", "REGI")
    rows: str
    has_table: bool = True

    @property
    def json_path(self) -> str:
        """Where the document stands on the site."""
        return f"{FOLDER}/{self.name}.json"

    @property
    def csv_path(self) -> str:
        """Where the same stands as a table; "" where there is none."""
        return f"{FOLDER}/{self.name}.csv" if self.has_table else ""

    @property
    def schema_path(self) -> str:
        """Where its JSON Schema stands on the site."""
        return f"{FOLDER}/{self.schema.name}"


def make_dataset(
    name: str, row: str, page: str, keywords: Iterable[str], subjects: Iterable[str] = ("GOVE", "REGI")
) -> Dataset:
    """Give a dataset whose schema stands in this folder under its name."""
    return Dataset(
        name=name,
        title=name.capitalize(),
        row=row,
        page=page,
        keywords=tuple(keywords),
        subjects=tuple(subjects),
        schema=HERE / f"{name}.schema.json",
        rows=name,
    )


OUTCOMES = make_dataset(
    "outcomes",
    "an outcome that is or was public",
    "outcomes/",
    ("smart cities", "outcomes", "reports", "climate neutrality"),
    ("REGI", "ENVI", "GOVE"),
)
GROUPS = make_dataset(
    "groups", "a Focus or Discussion group", "groups/", ("smart cities", "focus groups", "discussion groups")
)
PROPOSALS = make_dataset(
    "proposals",
    "a topic that was put forward, and that the Advisory Board agreed to",
    "proposals/",
    ("smart cities", "proposals", "advisory board"),
)
EVENTS = make_dataset(
    "events",
    "a meeting of a group, an event, or a meeting of the Advisory Board",
    "calendar/",
    ("smart cities", "events", "meetings"),
)
THEMES = make_dataset(
    "themes", "a theme, with the numbers of what has it", "outcomes/", ("smart cities", "themes")
)
STANDINGS = Dataset(
    name="standings",
    title="Standings",
    row="one group's answer to one duty at one time",
    page="compliance/",
    keywords=("smart cities", "terms of reference", "compliance"),
    schema=standings.SCHEMA,
    subjects=("GOVE",),
    rows="standings",
)
APPROVALS = Dataset(
    name="approvals",
    title="Approvals",
    row="a change of the register, and who agreed to it",
    page="approvals/",
    keywords=("smart cities", "approvals", "transparency"),
    schema=approvals.SCHEMA,
    subjects=("GOVE",),
    rows="changes",
)
WAITING = Dataset(
    name="waiting",
    title="Waiting for approval",
    row="an open pull request",
    page="waiting/",
    keywords=("smart cities", "approvals", "transparency"),
    schema=waiting.SCHEMA,
    subjects=("GOVE",),
    rows="waiting",
    has_table=False,
)

DATASETS = (OUTCOMES, GROUPS, PROPOSALS, EVENTS, THEMES, STANDINGS, APPROVALS, WAITING)
