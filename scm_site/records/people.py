"""People: the rosters of the Advisory Board and the Secretariat, and the members of groups."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known

Role = Literal["chair", "co-chair", "participant", "support", "team member"]

#: The roles that are handed over, and for which somebody may act.
OfficeRole = Literal["chair", "co-chair", "team member"]


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

    def find_terms(self, person_id: str) -> list[RosterPerson]:
        """Give every entry of a person, the earliest first."""
        own = [person for person in self.people if person.id == person_id]
        return sorted(own, key=lambda person: person.from_)

    def find_person(self, person_id: str, day: date) -> RosterPerson | None:
        """Give the person's entry on a day: in office then, else the last one before, else the first one."""
        terms = self.find_terms(person_id)
        begun = [person for person in terms if person.from_ <= day]
        in_office = [person for person in begun if person.is_in_office(day)]
        return next(iter([*in_office[-1:], *begun[-1:], *terms[:1]]), None)

    def withholds(self, person_id: str) -> bool:
        """Tell whether any entry of the person withholds the name; then no other entry gives it away."""
        return any(person.name_withheld for person in self.find_terms(person_id))

    def is_in_office(self, person_id: str, day: date) -> bool:
        """Tell whether the person was in office on a day."""
        return any(person.id == person_id and person.is_in_office(day) for person in self.people)

    def is_out_of_office(self, person_id: str, day: date) -> bool:
        """Tell whether the roster knows the person, but not as in office on a day."""
        return bool(self.find_terms(person_id)) and not self.is_in_office(person_id, day)

    def find_day_out(self, person_id: str, first: date, last: date) -> date | None:
        """Give the first day of a time on which the person was not in office, or None."""
        day = first
        for person in self.find_terms(person_id):
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
class Person:
    """Somebody as a launch or an act brings them: an id that means nothing, how they are named, what they accepted."""

    id: str
    person: str = ""
    name: str | Unknown = ""
    name_withheld: bool = False
    title: str | Unknown = ""
    organisation: str | Unknown = ""
    country: str = ""
    account: str = ""
    charter: CharterAcceptance | Unknown | None = None
    consent: date | Unknown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Person):
    """A person with a role, as a launch or a joining tells it; without a first day, the role begins with it."""

    role: Role
    first_day: date | Unknown | None = None
    confirmed: Confirmation | Unknown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Member(Person):
    """One person in one role of a group, with the dates of the role (ToR, M1 to M4), as it holds.

    `accepted_in` is the record that shows that the person accepted the Charter; `acceptances` are all of them,
    each with what it says, the first one first. `consent_until` is the day from which they do not want to be named any
    more. `written_from` is the first day as it was written, where it was put right since: ids go on to go by it.
    """

    role: Role
    from_: date | Unknown
    written_from: date | None = None
    to: date | None = None
    confirmed: Confirmation | Unknown | None = None
    accepted_in: Record | None = None
    acceptances: tuple[tuple[CharterAcceptance, Record], ...] = ()
    consent_until: date | None = None

    def is_in_role(self, day: date) -> bool:
        """Tell whether the role is held on a day, the first and the last day included."""
        return not self.begins_after(day) and not self.ends_before(day)

    def begins_after(self, day: date) -> bool:
        """Tell whether the role begins later; where the first day is not known, it does not."""
        return (known(self.from_) or date.min) > day

    def ends_before(self, day: date) -> bool:
        """Tell whether the role was over by a day."""
        return self.to is not None and self.to < day

    def find_day_near(self, day: date) -> date:
        """Give the day in the role's time that is nearest to a day: who left is shown as they were then."""
        return max(known(self.from_) or date.min, min(day, self.to or date.max))
