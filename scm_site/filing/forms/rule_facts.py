"""What the rules that a form says need to know: of a group, in its facts; of the register, in the form's setup."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from scm_site.checks.end_rules import LONGEST_NOTICE_DAYS
from scm_site.checks.last_day import SHORTEST_MONTHS, give_last_day
from scm_site.checks.report_rules import DAYS_FOR_A_LAST_REPORT
from scm_site.checks.waiver_rules import OWED_AFTER_THE_END
from scm_site.days import write_day
from scm_site.grids import BOARD_BRIEF_MONTHS, STATUS_UPDATE_MONTHS, make_slots
from scm_site.reading.media_types import MEDIA_TYPES
from scm_site.records.dossier import Dossier
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import known
from scm_site.zones import ZONES

Known = dict[str, Any]

#: How often a group owes the reports that are named for a month.
MONTHS_OF = {"status-update": STATUS_UPDATE_MONTHS, "board-brief": BOARD_BRIEF_MONTHS}


def make_group_knowledge(dossier: Dossier, register: Register) -> Known:
    """Give what the rules need to know of a group; no name of a person, and no outcome, is in it."""
    programme, ended = dossier.work_programme, dossier.termination
    final = known(programme.final_outcome) if programme else None
    last = find_last_day(dossier, register)
    return {
        "launch": write(known(dossier.group.launch)),
        "end": write(known(dossier.group.end)),
        "lastDay": write(last),
        "lastDayInWords": write_day(last) if last else "",
        "finalFormat": final.format if final else "",
        "kpis": [kpi.id for kpi in dossier.kpis],
        "reached": find_reached(dossier),
        "meetings": [
            {"id": one.id, "date": str(one.date), "isCancelled": one.cancelled is not None}
            for one in dossier.meetings
        ],
        "evaluation": ended.evaluation_meeting if ended else "",
        "waivers": [
            {"id": one.id, "duty": one.duty, "from": str(one.from_), "until": str(one.until)}
            for one in dossier.waivers
        ],
    }


def write(day: date | None) -> str:
    """Write a day as records do; "" for one that is not known."""
    return day.isoformat() if day else ""


def find_last_day(dossier: Dossier, register: Register) -> date | None:
    """Give a group's last day as the rules take it; None where they stay quiet about it."""
    try:
        return give_last_day(dossier, register)
    except NotAvailableError:
        return None


def find_reached(dossier: Dossier) -> dict[str, str]:
    """Give the milestones that were reached, each with the update that says so first."""
    reached: dict[str, str] = {}
    for update in dossier.status_updates:
        for one in update.milestones_reached:
            reached.setdefault(one.milestone, update.id)
    return reached


def list_owed_turns(dossier: Dossier, kind: str, as_of: date) -> list[str]:
    """Give the turns of a group's reports that have begun by a day and that no file is named for."""
    launch, last = known(dossier.group.launch), dossier.last_day
    if launch is None or not dossier.group.is_focus:
        return []
    reports = dossier.status_updates if kind == "status-update" else dossier.board_briefs
    taken = {report.id for report in reports}
    slots = make_slots(launch, MONTHS_OF[kind], min(as_of, last or as_of))
    return [slot.month for slot in slots if slot.month not in taken]


def make_register_knowledge(kind: str, register: Register) -> Known:
    """Give what the rules on a kind of record need to know of the whole register."""
    return {name: value for make in MADE_FOR.get(kind, ()) for name, value in make(register)}


def know_countries(register: Register) -> Iterator[tuple[str, Any]]:
    """Give from which countries a topic may come, and since when (rules P001 and P005)."""
    countries, kinds = register.countries, register.settings.associated_countries
    yield (
        "countries",
        {
            "names": countries.names,
            "alsoAccepted": countries.also_accepted,
            "eu": countries.eu,
            "kinds": ", ".join(kinds),
            "lists": [
                {"version": one.version, "from": str(one.from_), "eligible": sorted(one.find_eligible(kinds))}
                for one in sorted(countries.associated, key=lambda version: version.from_)
            ],
        },
    )
    yield "shortestMonths", SHORTEST_MONTHS


def know_reports(_register: Register) -> Iterator[tuple[str, Any]]:
    """Give how long after a group's last day a report may come (rule U006)."""
    yield "daysForALastReport", DAYS_FOR_A_LAST_REPORT


def know_events(register: Register) -> Iterator[tuple[str, Any]]:
    """Give when the events and board meetings are (rules E002, U005, X004 and X005)."""
    yield (
        "events",
        {
            event.id: {
                "date": str(event.date),
                "lastDay": str(event.ends_on),
                "isBoardMeeting": event.type == "board meeting",
                "cancelledOn": write(event.cancelled.on if event.cancelled else None),
            }
            for event in register.events
        },
    )


def know_zones(_register: Register) -> Iterator[tuple[str, Any]]:
    """Give how far each zone is ahead of UTC, and places that go by it (rule D004)."""
    yield "zones", {letters: {"hours": zone.hours, "places": zone.places} for letters, zone in ZONES.items()}


def know_file_types(_register: Register) -> Iterator[tuple[str, Any]]:
    """Give the ends of names by which a file is told from a web page (rule O012)."""
    yield "fileTypes", {end: one.name for end, one in MEDIA_TYPES.items()}


def know_terms_of_office(register: Register) -> Iterator[tuple[str, Any]]:
    """Give when those of the Secretariat who may be named were in office (rule V002)."""
    roster = register.secretariat
    yield (
        "terms",
        {
            person.id: [[str(term.from_), write(term.to)] for term in roster.find_terms(person.id)]
            for person in roster.people
            if not roster.withholds(person.id)
        },
    )
    yield "owedAfterTheEnd", OWED_AFTER_THE_END


def know_notices(_register: Register) -> Iterator[tuple[str, Any]]:
    """Give how soon after the notice a group ends that ends early (rule X001)."""
    yield "longestNoticeDays", LONGEST_NOTICE_DAYS


MADE_FOR: dict[str, tuple[Callable[[Register], Iterator[tuple[str, Any]]], ...]] = {
    "proposal": (know_countries,),
    "status-update": (know_reports,),
    "meeting": (know_zones,),
    "board-brief": (know_reports, know_events),
    "outcome": (know_events, know_file_types),
    "waiver": (know_terms_of_office,),
    "termination": (know_events, know_notices),
}
