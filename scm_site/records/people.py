"""People: the rosters of the Advisory Board and the Secretariat, and the members of groups."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown

Role = Literal["chair", "co-chair", "participant", "support", "team member"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterPerson:
    """Somebody who holds or held an office, with the dates."""

    id: str
    organisation: str
    from_: date
    consent: date | Unknown
    name: str = ""
    name_withheld: bool = False
    title: str = ""
    account: str = ""
    to: date | None = None

    def is_in_office(self, day: date) -> bool:
        """Tell whether the person was in office on a day, the first and the last day included."""
        return self.from_ <= day and (self.to is None or day <= self.to)


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster(Record):
    """Everybody who is or was in the Advisory Board, or in the Secretariat."""

    people: tuple[RosterPerson, ...]
    note: str = ""

    def find_person(self, person_id: str) -> RosterPerson | None:
        """Give the person's latest entry in the roster."""
        return max(
            (person for person in self.people if person.id == person_id),
            key=lambda person: person.from_,
            default=None,
        )

    def is_in_office(self, person_id: str, day: date) -> bool:
        """Tell whether the person was in office on a day."""
        return any(person.id == person_id and person.is_in_office(day) for person in self.people)

    def is_out_of_office(self, person_id: str, day: date) -> bool:
        """Tell whether the roster knows the person, but not as in office on a day."""
        return self.find_person(person_id) is not None and not self.is_in_office(person_id, day)

    def find_day_out(self, person_id: str, first: date, last: date) -> date | None:
        """Give the first day of a time on which the person was not in office, or None."""
        day = first
        own = [person for person in self.people if person.id == person_id]
        for person in sorted(own, key=lambda person: person.from_):
            if person.is_in_office(day):
                if person.to is None or person.to >= last:
                    return None
                day = person.to + timedelta(days=1)
        return day if day <= last else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """A decision of the Secretariat: when, and by whom (an id of its roster)."""

    on: date
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CharterAcceptance:
    """When a member accepted the Charter, and which version of it (ToR, M5)."""

    accepted: date
    version: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One person in one role of a group, with the dates of the role (ToR, M1 to M4)."""

    role: Role
    from_: date | Unknown
    person: str = ""
    name: str | Unknown = ""
    name_withheld: bool = False
    title: str | Unknown = ""
    organisation: str | Unknown = ""
    country: str = ""
    account: str = ""
    to: date | None = None
    charter: CharterAcceptance | Unknown | None = None
    consent: date | Unknown | None = None
    confirmed: Confirmation | Unknown | None = None
