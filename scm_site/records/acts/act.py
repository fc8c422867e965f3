"""What every act has, and how a kind of act is declared.

An act is named `<day>[-<slug>].<kind>.yml`: the day on which it was done, perhaps a word that keeps it apart from
others of that day, and the kind, which stands nowhere else. Whatever replaces a value says which one, under
`instead_of`; so two acts that were drafted from the same state are found, although git merges them without a conflict.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, Literal, TypeVar

from scm_site.days import parse_day
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Kpi, Milestone


class Gone(Enum):
    """What stands for something that was given up."""

    GIVEN_UP = "given up"


GIVEN_UP = Gone.GIVEN_UP

#: What one thing can be: a text, a day, a number, several texts, a milestone or a KPI, or not there (None).
Content = str | date | Decimal | tuple[str, ...] | Milestone | Kpi | Unknown | Gone | None

#: What holds, by names such as `end`, `final_outcome.due`, `milestones.draft` and `milestones.draft.due`.
State = Mapping[str, Content]

#: Who files an act; who must agree to it stands in content/approvals.yml.
Office = Literal["secretariat", "chair", "co-chair", "group"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """One thing that an act sets: its name, what it becomes, what it was, and the field of the act that says so.

    `was` is None for what was not there before, and for what is given up whatever it was.
    """

    name: str
    becomes: Content
    was: Content
    field: tuple[str | int, ...]
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FiledFor:
    """For whom an office filed an act, who has no account: no name; when it came, and how."""

    who: str
    through: Literal["secretariat", "chair", "co-chair", "support team"]
    day: date
    came: Literal["mail", "call", "meeting"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Act(Record):
    """What somebody did, when, and, where its kind asks for it, why."""

    because: str = ""
    after: str = ""
    filed_for: FiledFor | None = None

    @property
    def day(self) -> date:
        """The day on which it was done, from the name of its file, unless that was a slip."""
        return self.file.done or parse_day(self.file.id.rpartition("/")[2][:10])

    @property
    def name(self) -> str:
        """What other records call it: `2026-03-12.amends`; beside a meeting or an outcome, those beside it."""
        return f"{self.file.id.rpartition('/')[2]}.{self.file.kind}"

    @property
    def meeting(self) -> str:
        """The id of the meeting in whose folder it stands, "" where it is of the group itself or of an outcome."""
        return "" if self.outcome else self.of_what

    @property
    def outcome(self) -> str:
        """The id of the outcome in whose folder it stands, "" where it is of the group itself or of a meeting."""
        return self.of_what if self.file.path.split("/")[3:4] == ["outcomes"] else ""

    @property
    def of_what(self) -> str:
        """The id of the meeting or the outcome in whose folder it stands, "" where it is of the group itself."""
        return self.file.id.rpartition("/")[0]

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What it sets, in the order of its fields."""
        return ()


A = TypeVar("A", bound=Act)


@dataclass(frozen=True, kw_only=True)
class ActKind(Generic[A]):
    """A kind of act: its name in the register, its title, a word for one and for several, its clauses, who files it,
    and what it says.

    `rank` orders acts that work from the same day. `explanation` is its page. `tell` says in a sentence what it does,
    always with both values.
    """

    id: str
    title: str
    words: tuple[str, str]
    clauses: tuple[str, ...]
    files: tuple[Office, ...]
    rank: int
    record: type[A]
    explanation: str
    tell: Callable[[A, "Names"], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """The titles of milestones, the names of KPIs and the roles of members, by their ids, for sentences."""

    milestones: Mapping[str, str]
    kpis: Mapping[str, str]
    members: Mapping[str, str] = field(default_factory=dict)


def kind(  # noqa: PLR0913 (one name for each thing that a reader of the list wants to know)
    kind_id: str,
    title: str,
    record: type[A],
    *,
    words: tuple[str, str],
    files: tuple[Office, ...],
    rank: int,
    clauses: tuple[str, ...] = (),
) -> Callable[[Callable[[A, Names], str]], ActKind[A]]:
    """Declare a kind of act by the function that says in a sentence what one does; its docstring is the kind's page."""

    def decorate(tell: Callable[[A, Names], str]) -> ActKind[A]:
        return ActKind(
            id=kind_id,
            title=title,
            words=words,
            clauses=clauses,
            files=files,
            rank=rank,
            record=record,
            explanation=inspect.cleandoc(tell.__doc__ or ""),
            tell=tell,
        )

    return decorate
