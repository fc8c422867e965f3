"""A dossier: a group's record together with everything that is filed in its folder."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from scm_site.days import next_day
from scm_site.reading import Attachment
from scm_site.records.acts.act import Act
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.course import Course
from scm_site.records.acts.ends import Ends
from scm_site.records.acts.holding import Held, holds
from scm_site.records.acts.known import Known
from scm_site.records.acts.parts import Founding
from scm_site.records.acts.waives import Waives
from scm_site.records.group import Group, GroupPage, Launch
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.people import Member, Role
from scm_site.records.record_file import Record
from scm_site.records.reports import BoardBrief, KpiReading, StatusUpdate
from scm_site.records.unknown import known
from scm_site.records.work_programme import Kpi, Milestone, WorkProgramme


@dataclass(frozen=True, kw_only=True, slots=True)
class Vacancy:
    """An office that nobody holds, and since when."""

    role: Role
    since: date


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A group and its records, each list in the order of dates.

    `launch` and `page` are the group's own records as they are filed. `launched` and `agreed` are the group and its
    work programme with the Terms of Reference as they were put down; `group` and `work_programme` are what holds of
    them, with the acts applied that were known on a day (`held`).
    `meetings` are those of the group, also those that it holds together with others, and `shared_outcomes` those that
    others made with it; the records of both stand with another group and are `invited`. `loose_acts` are filed where
    there is no plan of a meeting, or no record of an outcome.
    """

    held: Held[Founding]
    launch: Launch
    page: GroupPage
    acts: tuple[Act, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    invited: tuple[Record, ...] = ()
    loose_acts: tuple[Act, ...] = ()
    status_updates: tuple[StatusUpdate, ...] = ()
    board_briefs: tuple[BoardBrief, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    shared_outcomes: tuple[Outcome, ...] = ()
    outcome_versions: tuple[OutcomeVersion, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def launched(self) -> Group:
        """The group with the Terms of Reference as they were put down."""
        return self.held.filed.group

    @property
    def agreed(self) -> WorkProgramme | None:
        """The work programme as it was first agreed; None where there is none yet."""
        return self.held.filed.work_programme

    @property
    def group(self) -> Group:
        """The group as it holds."""
        return self.held.record.group

    @property
    def work_programme(self) -> WorkProgramme | None:
        """The work programme as it holds; None where there is none yet."""
        return self.held.record.work_programme

    @property
    def course(self) -> Course:
        """The end, the waivers and the pauses, with what was said of them."""
        return self.held.course

    @property
    def ended(self) -> Ends | None:
        """The act that ends the group; None where there is none."""
        return self.course.ended

    @property
    def waivers(self) -> tuple[Waives, ...]:
        """The waivers, by their first days."""
        return self.course.waivers

    @property
    def last_day(self) -> date | None:
        """The day on which the group ends: that of the act that ends it, else its end date; None if not known."""
        stated = known(self.ended.end) if self.ended else None
        return stated or known(self.group.end)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones of the work programme; none where there is no programme, or it does not tell them."""
        return (known(self.work_programme.milestones) or ()) if self.work_programme else ()

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """The KPIs of the work programme; none where there is no programme, or it does not tell them."""
        return (known(self.work_programme.kpis) or ()) if self.work_programme else ()

    @property
    def every_outcome(self) -> tuple[Outcome, ...]:
        """The outcomes of the group, also those that stand with another one: they are evidence for both."""
        return (*self.outcomes, *self.shared_outcomes)

    @property
    def hosted(self) -> tuple[Meeting, ...]:
        """The meetings whose records stand in the folder of this group."""
        return tuple(meeting for meeting in self.meetings if meeting.file.group == self.group.id)

    def list_held_acts(self) -> Iterator[tuple[Act, Held[Any]]]:
        """Give the acts of the group, of the meetings that it hosts and of its outcomes, each with what it works on."""
        yield from ((act, self.held) for act in self.acts)
        became: tuple[Meeting | Outcome, ...] = (*self.hosted, *self.outcomes)
        yield from ((act, one.held) for one in became for act in one.filed)

    @property
    def kick_off(self) -> Meeting | None:
        """The first meeting that was not cancelled, on or after the launch if that is known (ToR, L5)."""
        launch = known(self.group.launch) or date.min
        return next(
            (meeting for meeting in self.meetings if meeting.cancelled is None and meeting.date >= launch),
            None,
        )

    def find_holders(self, role: Role, day: date) -> list[Member]:
        """Give who holds a role on a day."""
        return [member for member in self.group.members if member.role == role and member.is_in_role(day)]

    def find_successors(self, role: Role, day: date) -> list[Member]:
        """Give who begins in a role after a day."""
        return [member for member in self.group.members if member.role == role and member.begins_after(day)]

    def find_predecessors(self, role: Role, day: date) -> list[Member]:
        """Give whose time in a role was over by a day."""
        return [
            member
            for member in self.group.members
            if member.role == role and member.ends_before(day) and not member.begins_after(day)
        ]

    def find_acting(self, role: Role, day: date) -> list[Member]:
        """Give who acts in a role on a day."""
        return [one for one in self.group.acting if one.role == role and one.is_in_role(day)]

    def find_vacancies(self, day: date) -> list[Vacancy]:
        """Give the offices of the group that nobody holds on a day, while it runs (ToR, M1, M2, C6)."""
        launch, last = known(self.group.launch) or date.min, self.last_day or date.max
        empty = (role for role in self.group.offices if not self.find_holders(role, day))
        return [
            Vacancy(role=role, since=self._find_last_end(role, day))
            for role in empty
            if launch <= day <= last and self.find_predecessors(role, day)
        ]

    def _find_last_end(self, role: Role, day: date) -> date:
        """Give the first day on which nobody holds a role any more."""
        return next_day(max(member.to or date.min for member in self.find_predecessors(role, day)))

    @property
    def amendments(self) -> tuple[Amends, ...]:
        """The amendments of the Terms of Reference, less those that change nothing, the oldest first."""
        amendments = (act for act in self.acts if isinstance(act, Amends))
        return tuple(act for act in amendments if not self.held.find_idle(act))

    def hold_on(self, day: date) -> Held[Founding]:
        """Give what held on a day, by what is known now."""
        return self._hold(day, day_known=date.max)

    def know_on(self, day: date) -> Held[Founding]:
        """Give what held on a day, by the acts that were done by then: what later ones take back or correct held."""
        return self._hold(day, day_known=day)

    def _hold(self, day: date, *, day_known: date) -> Held[Founding]:
        if not self.acts:
            return self.held  # without acts, the same holds on every day
        if (day, day_known) not in self._held_on:
            done = tuple(Known(act=act) for act in self.acts if act.day <= day_known)
            self._held_on[day, day_known] = holds(self.held.filed, done, day)
        return self._held_on[day, day_known]

    @cached_property
    def _held_on(self) -> dict[tuple[date, date], Held[Founding]]:
        """What held, by the day on which it did and the last day of an act that is known; several rules ask for it."""
        return {}

    def find_versions(self, outcome: Outcome) -> list[OutcomeVersion]:
        """Give an outcome's language versions, by language."""
        folder = outcome.file.path.rsplit("/", 1)[0] + "/"
        return [version for version in self.outcome_versions if version.file.path.startswith(folder)]

    @cached_property
    def reached(self) -> Mapping[str, tuple[str, date]]:
        """The milestones that were reached, each with the update that says so first, and the day that it gives."""
        reached: dict[str, tuple[str, date]] = {}
        for update in self.status_updates:
            for one in update.milestones_reached:
                reached.setdefault(one.milestone, (update.id, one.on))
        return reached

    def find_attachments(self, outcome: str) -> tuple[Attachment, ...]:
        """Give the files beside the outcome with an id, by name."""
        return tuple(self._attachments_by_outcome.get(outcome, ()))

    @cached_property
    def _attachments_by_outcome(self) -> dict[str, list[Attachment]]:
        found: dict[str, list[Attachment]] = defaultdict(list)
        for attachment in self.attachments:
            found[attachment.outcome].append(attachment)
        return found

    def find_readings(self, kpi: str) -> list[tuple[date, KpiReading]]:
        """Give a KPI's readings with their dates, the oldest first."""
        return [
            (update.date, reading)
            for update in self.status_updates
            for reading in update.kpi_readings
            if reading.kpi == kpi
        ]
