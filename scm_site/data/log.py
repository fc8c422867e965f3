"""The event log: what changed in the register, by commit, and on which day a group or an outcome changed its state.

An event has a name that stays the same whatever happens later: the commit, or the state with its day, and the first id
of the group. A renamed group keeps it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from scm_site.approval.audit import Audit, AuditedChange
from scm_site.compliance.arrivals import Arrivals
from scm_site.data.calendar_entry import find_first_id
from scm_site.data.record_changes import RecordChange, find_record_changes
from scm_site.data.state_changes import StateChange, list_group_states, list_outcome_states
from scm_site.reading.git_log import LogCommit
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class LoggedEvent:
    """What a commit did to the records of one group (or of none, ""), or a change of state.

    `anchor` is its place on the page of its group's log; `name` is its permanent id. `approval` is how the commit was
    approved, None where nobody can tell. Where it is `misdated`, it came on the day or later.
    """

    name: str
    anchor: str
    moment: datetime
    group: str
    commit: str = ""
    changes: tuple[RecordChange, ...] = ()
    approval: AuditedChange | None = None
    state: StateChange | None = None
    misdated: date | None = None

    @property
    def day(self) -> date:
        """The day (UTC) on which it happened."""
        return self.moment.date()

    @property
    def month(self) -> str:
        """The month in which it happened, `2026-05`: the page of the log that has it."""
        return self.day.isoformat()[:7]

    @property
    def anchor_of_all(self) -> str:
        """Its place on that page, where events of every group stand."""
        return f"{self.group}-{self.anchor}" if self.group else self.anchor


@dataclass(frozen=True, kw_only=True)
class Log:
    """Every event up to a day, the newest first, and those of each group.

    `by_commit` is what each commit did, whenever that was; `titles` are those of the groups.
    """

    as_of: date

    events: tuple[LoggedEvent, ...] = ()
    by_group: Mapping[str, tuple[LoggedEvent, ...]] = field(default_factory=dict)
    by_commit: Mapping[str, tuple[RecordChange, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def list_of(self, group: str) -> tuple[LoggedEvent, ...]:
        """Give the events of a group, the newest first."""
        return self.by_group.get(group, ())


def make_log(register: Register, arrivals: Arrivals, audit: Audit, as_of: date) -> Log:
    """Give every event up to a day; those of one moment in the order in which they came to the main branch."""
    by_commit = find_record_changes(register, arrivals.history)
    firsts = {dossier.group.id: find_first_id(dossier.group) for dossier in register.dossiers}
    found = [
        *list_commits(arrivals.history.commits, by_commit, firsts, audit),
        *list_states(register, arrivals, as_of),
    ]
    order = arrivals.history.order
    events = sorted(
        (event for event in found if event.day <= as_of),
        key=lambda one: (one.moment, order.get(one.commit, -1), one.name),
    )
    by_group = defaultdict(list)
    for event in reversed(events):
        by_group[event.group].append(event)
    return Log(
        as_of=as_of,
        events=tuple(reversed(events)),
        by_group={group: tuple(inside) for group, inside in by_group.items()},
        by_commit=by_commit,
        titles={dossier.group.id: dossier.group.title for dossier in register.dossiers},
    )


def list_commits(
    commits: Iterable[LogCommit],
    by_commit: Mapping[str, tuple[RecordChange, ...]],
    firsts: Mapping[str, str],
    audit: Audit,
) -> Iterator[LoggedEvent]:
    """Give an event for each commit and each group whose records it changed."""
    for commit in commits:
        by_group = defaultdict(list)
        for change in by_commit.get(commit.id, ()):
            by_group[change.group if change.group in firsts else ""].append(change)
        for group, changes in by_group.items():
            whose = f"group/{firsts[group]}" if group else "register"
            yield LoggedEvent(
                name=f"{whose}/change/{commit.id}",
                anchor=f"change-{commit.id[:12]}",
                moment=commit.moment,
                group=group,
                commit=commit.id,
                changes=tuple(changes),
                approval=audit.find(commit.id),
                misdated=commit.misdated,
            )


def list_states(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[LoggedEvent]:
    """Give an event for each change of a group's or an outcome's state."""
    for dossier in register.dossiers:
        first = find_first_id(dossier.group)
        for change in list_group_states(dossier, arrivals, as_of):
            yield make_state_event(change, dossier.group.id, f"group/{first}", "group")
        for outcome in dossier.outcomes:
            name = f"group/{first}/outcome/{find_first_id(outcome)}"
            for change in list_outcome_states(outcome, arrivals, as_of):
                yield make_state_event(change, dossier.group.id, name, f"outcome-{outcome.id}")


def make_state_event(change: StateChange, group: str, whose: str, anchor: str) -> LoggedEvent:
    """Give a change of state as an event."""
    state = change.state.replace(" ", "-")
    return LoggedEvent(
        name=f"{whose}/{state}/{change.day.isoformat()}",
        anchor=f"{anchor}-{state}-{change.day.isoformat()}",
        moment=datetime.combine(change.day, time(), tzinfo=UTC),
        group=group,
        state=change,
    )
