"""The settings, the themes and the countries: one file each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown

Forge = Literal["github", "gitlab", "forgejo", "none"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteSettings:
    """What the site is called, where it is, and who answers for it."""

    name: str
    address: str
    managed_by: str
    contact: str = ""
    notice: str = ""

    def make_address(self, path: str) -> str:
        """Give the whole address of a place, from its path on the site; "" is the site itself, ending in a slash."""
        return f"{self.address.rstrip('/')}/{path}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """Where the register is kept."""

    forge: Forge
    address: str
    branch: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TextVersion:
    """A version of the Terms of Reference or of the Charter."""

    version: str
    name: str
    from_: date | Unknown
    address: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DaysFrom:
    """A number of days from a day on; `source` says where it is written that it held before it was filed."""

    days: int
    from_: date
    source: str = ""


#: A number that has always been the same, or one after the other, the oldest first.
DatedDays = int | tuple[DaysFrom, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """Every number of days that the Terms of Reference leave open, as they are on one day."""

    work_programme: int
    kick_off: int
    agenda: int
    minutes: int
    decision_announced: int
    next_meeting: int
    quality_control: int
    board_decision: int
    termination_notice: int
    platform: int
    charter: int
    due_soon: int
    grace: int
    end_announced: int
    claimed_date: int
    filing: int = 7
    open_office: int = 60
    charter_again: int = 30
    next_version: int = 60
    publication: int = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A time in which the numbers stay as they are: its first day, its last one, and what they are."""

    first: date
    last: date
    days: Days


def list_entries(dated: DatedDays) -> tuple[DaysFrom, ...]:
    """Give the values of a number, the oldest first; the first of them holds before its day, too."""
    entries = (DaysFrom(days=dated, from_=date.min),) if isinstance(dated, int) else dated
    return (replace(entries[0], from_=date.min), *entries[1:])


def make_spans(numbers: Mapping[str, DatedDays]) -> tuple[Span, ...]:
    """Give the times in which all numbers stay as they are, the earliest first, from the first day to the last."""
    entries = {name: list_entries(dated) for name, dated in numbers.items()}
    starts = sorted({entry.from_ for dated in entries.values() for entry in dated})
    return tuple(
        Span(
            first=first,
            last=date.max if until is None else until - timedelta(days=1),
            days=Days(**{name: find_value(dated, first) for name, dated in entries.items()}),
        )
        for first, until in zip(starts, [*starts[1:], None], strict=True)
    )


def find_value(entries: Iterable[DaysFrom], day: date) -> int:
    """Give the value that holds on a day: that of the entry that began last."""
    begun = sorted((one for one in entries if one.from_ <= day), key=lambda one: one.from_)
    return begun[-1].days


def find_days(spans: Iterable[Span], day: date) -> Days:
    """Give the numbers of a day."""
    return next(span.days for span in spans if span.first <= day <= span.last)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings(Record):
    """What the Terms of Reference leave open, and what the site says about itself."""

    site: SiteSettings
    repository: Repository
    register_opened: date
    terms_of_reference: tuple[TextVersion, ...]
    charter: tuple[TextVersion, ...]
    associated_countries: tuple[str, ...]
    days: dict[str, DatedDays]


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """One theme that records choose from."""

    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Themes(Record):
    """The list of themes, in the order in which it is shown."""

    themes: tuple[Theme, ...]

    def name_of(self, theme_id: str) -> str:
        """Give a theme's name, or its id where the list does not have it."""
        return next((theme.name for theme in self.themes if theme.id == theme_id), theme_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class AssociatedCountries:
    """One version of the Commission's list of countries associated to Horizon Europe."""

    version: str
    from_: date
    source: str
    whole_programme: tuple[str, ...]
    pillar_ii_only: tuple[str, ...]
    transitional: tuple[str, ...]
    note: str = ""

    def find_eligible(self, kinds: tuple[str, ...]) -> set[str]:
        """Give the countries whose kind of association is among those that count."""
        by_kind = {
            "whole programme": self.whole_programme,
            "Pillar II only": self.pillar_ii_only,
            "transitional": self.transitional,
        }
        return {code for kind in kinds for code in by_kind[kind]}


@dataclass(frozen=True, kw_only=True, slots=True)
class Countries(Record):
    """Which countries an applicant may come from, and since when (seed page, eligibility)."""

    names: dict[str, str]
    eu: tuple[str, ...]
    associated: tuple[AssociatedCountries, ...]
    also_accepted: dict[str, str]
    notes: dict[str, str] = field(default_factory=dict)

    def name_of(self, code: str) -> str:
        """Give a country's name, or the code where the list does not have it."""
        return self.names.get(self.find_code(code), code)

    def find_code(self, code: str) -> str:
        """Give the code of ISO 3166 for one that is also accepted: GR for EL."""
        return self.also_accepted.get(code, code)

    def find_list(self, day: date) -> AssociatedCountries | None:
        """Give the list that was in force on a day, or None before the first one."""
        in_force = [version for version in self.associated if version.from_ <= day]
        return max(in_force, key=lambda version: version.from_, default=None)
