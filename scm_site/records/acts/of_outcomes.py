"""What happens to an outcome: it is delivered, controlled, published, shown, brought up to date, withdrawn.

These acts stand in the folder of the outcome, beside `outcome.md`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scm_site.days import parse_day, write_day
from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivers(Act):
    """A version of the outcome goes to the Secretariat; `changes` say what is new in it."""

    version: str
    changes: str = ""


@kind(
    "delivers",
    "Delivery of an outcome",
    Delivers,
    words=("delivery of an outcome", "deliveries of outcomes"),
    clauses=("G2", "T3"),
    files=("chair", "co-chair"),
    rank=1,
)
def DELIVERS(act: Delivers, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """A group delivers an outcome to the Secretariat, which then controls its quality. After it was returned, the next
    version is delivered the same way.
    """
    return say_act("delivers", version=act.version)


@dataclass(frozen=True, kw_only=True, slots=True)
class Controlled(Act):
    """What the Secretariat found in a version of the outcome, and who controlled it."""

    version: str
    by: str
    result: Literal["passed", "returned"]
    checked: tuple[str, ...] = ()
    remarks: str = ""


@kind(
    "controlled",
    "Quality control of an outcome",
    Controlled,
    words=("quality control of an outcome", "quality controls of outcomes"),
    clauses=("T3", "T4"),
    files=("secretariat",),
    rank=2,
)
def CONTROLLED(act: Controlled, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Secretariat controls the quality of each version that a group delivers: it passes, or goes back to the group
    with remarks. What was looked at stands in a list of its own.
    """
    return say_act(f"controlled {act.result}", version=act.version)


@dataclass(frozen=True, kw_only=True, slots=True)
class Published(Act):
    """The outcome becomes public: at once, or `on` a later day; with its number, and a note on this edition."""

    identifier: str
    on: date | None = None
    note: str = ""

    @property
    def public_on(self) -> date:
        """The day on which it becomes public: the day of the act, unless a later one is named."""
        return self.on or self.day


@kind(
    "published",
    "Publication of an outcome",
    Published,
    words=("publication of an outcome", "publications of outcomes"),
    clauses=("T5",),
    files=("secretariat",),
    rank=3,
)
def PUBLISHED(act: Published, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Secretariat publishes an outcome whose quality control passed, at once or on a later day. It gives it its
    identifier, which never changes and is never given twice.
    """
    return say_act("published", day=write_day(act.public_on), identifier=act.identifier)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown(Act):
    """The event at which the outcome was presented, by its id."""

    at: str

    @property
    def held(self) -> date | str:
        """The day in the id of the event; the id where it has none."""
        try:
            return parse_day(self.at[:10])
        except ValueError:
            return self.at


@kind(
    "shown",
    "Outcome presented at an event",
    Shown,
    words=("presentation of an outcome", "presentations of outcomes"),
    clauses=("G3", "T1"),
    files=("chair", "co-chair"),
    rank=6,
)
def SHOWN(act: Shown, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """An outcome was presented at an event that is linked to or organised by the Smart Cities Marketplace. It counts
    from the day of the event, or from the arrival of the act where that is later.
    """
    held = act.held
    return say_act("shown", day=write_day(held) if isinstance(held, date) else held)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVersion(Act):
    """Another version of an outcome, and what changed with it; `language` where it is one of a translation alone."""

    version: str
    changes: str
    language: str = ""


@kind(
    "new-version",
    "New version of an outcome",
    NewVersion,
    words=("version of an outcome", "versions of outcomes"),
    clauses=("T5", "T6"),
    files=("chair", "co-chair", "secretariat"),
    rank=4,
)
def NEW_VERSION(act: NewVersion, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """What was published may have been read, cited and reused. So another text is another version: it has a higher
    number, and says to readers what changed. Its files and its text change in the same pull request.
    """
    return say_act("new version", version=act.version, changes=act.changes.removesuffix("."))


@dataclass(frozen=True, kw_only=True, slots=True)
class Replaces(Act):
    """The outcomes whose place this one takes, by group and id."""

    outcomes: tuple[str, ...]


@kind(
    "replaces",
    "Replacement of outcomes",
    Replaces,
    words=("replacement of outcomes", "replacements of outcomes"),
    clauses=("T5",),
    files=("chair", "co-chair", "secretariat"),
    rank=5,
)
def REPLACES(act: Replaces, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """An outcome takes the place of one or several earlier ones, also of other groups. Their pages stay, and lead to it
    once it is public.
    """
    return say_act("replaces", outcomes=", ".join(act.outcomes))


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawsOutcome(Act):
    """The outcome no longer stands."""


@kind(
    "withdrawn",
    "Withdrawal of an outcome",
    WithdrawsOutcome,
    words=("withdrawal of an outcome", "withdrawals of outcomes"),
    clauses=("T4", "T5"),
    files=("secretariat", "chair", "co-chair"),
    rank=7,
)
def WITHDRAWN(_act: WithdrawsOutcome, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """An outcome that no longer stands is withdrawn, with the reason. Its page stays and says so; a final outcome that
    was withdrawn meets no duty.
    """
    return say_act("withdrawn")
