"""What the rules that a form says need to know: of a group, in its facts; of the register, in the form's setup."""

from collections.abc import Callable
from datetime import date
from typing import Any

from scm_site.checks.last_day import give_last_day
from scm_site.days import write_day
from scm_site.grids import make_slots
from scm_site.reading.media_types import MEDIA_TYPES
from scm_site.records.acts.ends import Ends
from scm_site.records.dossier import Dossier
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import known
from scm_site.terms.after_the_end import OWED_AFTER_THE_END
from scm_site.terms.numbers import (
    BOARD_BRIEFS,
    LAST_REPORT,
    LONGEST_NOTICE,
    SHORTEST_MANDATE,
    STATUS_UPDATES,
    Number,
)
from scm_site.zones import ZONES

Known = dict[str, Any]

#: How often a group owes the reports that are named for a month.
MONTHS_OF = {"status-update": STATUS_UPDATES, "board-brief": BOARD_BRIEFS}


def make_group_knowledge(dossier: Dossier, register: Register) -> Known:
    """Give what the rules need to know of a group; no name of a person, and no outcome, is in it."""
    programme, ended = dossier.work_programme, dossier.ended
    final = known(programme.final_outcome) if programme else None
    last = find_last_day(dossier, register)
    return {
        "launch": write(known(dossier.group.launch)),
        "end": write(known(dossier.group.end)),
        "lastDay": write(last),
        "lastDayInWords": write_day(last) if last else "",
        "finalFormat": final.format if final else "",
        "kpis": [kpi.id for kpi in dossier.kpis],
        "reached": {milestone: update for milestone, (update, _day) in dossier.reached.items()},
        "meetings": [
            {"id": one.id, "date": str(one.date), "isCancelled": one.cancelled is not None}
            for one in dossier.meetings
        ],
        "evaluation": ended.evaluation_meeting if ended else "",
        "waivers": [
            {"name": one.name, "duty": one.duty, "first": str(one.first_day), "until": str(one.until)}
            for one in dossier.waivers
        ],
        "pauses": [
            {"name": one.act.name, "first": str(one.first), "last": str(one.last)}
            for one in dossier.course.pauses
        ],
        "finalDue": write(known(final.due) if final else None),
        "ended": make_end(ended) if ended else None,
        "told": [str(one.day) for one in [dossier.course.notice] if one],
    }


def make_end(ended: Ends) -> dict[str, str]:
    """Give how and when a group ended, for the form that tells its members."""
    decided, end = known(ended.decided_on), known(ended.end)
    return {"how": ended.how, "decided": write(decided), "end": write(end)}


def write(day: date | None) -> str:
    """Write a day as records do; "" for one that is not known."""
    return day.isoformat() if day else ""


def find_last_day(dossier: Dossier, register: Register) -> date | None:
    """Give a group's last day as the rules take it; None where they stay quiet about it."""
    try:
        return give_last_day(dossier, register)
    except NotAvailableError:
        return None


def list_owed_turns(dossier: Dossier, kind: str, as_of: date) -> list[str]:
    """Give the turns of a group's reports that have begun by a day and that no file is named for."""
    launch, last = known(dossier.group.launch), dossier.last_day
    if launch is None or not dossier.group.is_focus:
        return []
    reports = dossier.status_updates if kind == "status-update" else dossier.board_briefs
    taken = {report.id for report in reports}
    slots = make_slots(launch, MONTHS_OF[kind].value_on(launch), min(as_of, last or as_of))
    return [slot.month for slot in slots if slot.month not in taken]


def make_register_knowledge(kind: str, register: Register, as_of: date) -> Known:
    """Give what the rules on a kind of record need to know: of the register, the numbers of a day, and fixed lists."""
    made = MADE_FOR[kind](register) if kind in MADE_FOR else {}
    numbers = {name: number.value_on(as_of) for name, number in NUMBERS_FOR.get(kind, {}).items()}
    return {**made, **numbers, **FIXED_FOR.get(kind, {})}


def know_countries(register: Register) -> Known:
    """Give from which countries a topic may come, and since when (rule P001)."""
    countries, kinds = register.countries, register.settings.associated_countries
    return {
        "countries": {
            "names": countries.names,
            "alsoAccepted": countries.also_accepted,
            "eu": countries.eu,
            "kinds": ", ".join(kinds),
            "lists": [
                {"version": one.version, "from": str(one.from_), "eligible": sorted(one.find_eligible(kinds))}
                for one in sorted(countries.associated, key=lambda version: version.from_)
            ],
        }
    }


def know_events(register: Register) -> Known:
    """Give when the events and board meetings are (rules E002, U005, X004 and X005)."""
    return {
        "events": {
            event.id: {
                "date": str(event.date),
                "lastDay": str(event.ends_on),
                "isBoardMeeting": event.type == "board meeting",
                "cancelledOn": write(event.cancelled.on if event.cancelled else None),
            }
            for event in register.events
        }
    }


def know_terms_of_office(register: Register) -> Known:
    """Give when those of the Secretariat who may be named were in office (rule V002)."""
    roster = register.secretariat
    return {
        "terms": {
            person.id: [[str(term.from_), write(term.to)] for term in roster.find_terms(person.id)]
            for person in roster.people
            if not roster.withholds(person.id)
        }
    }


MADE_FOR: dict[str, Callable[[Register], Known]] = {
    "proposal": know_countries,
    "board-brief": know_events,
    "waives": know_terms_of_office,
    "amends": know_terms_of_office,
    "presented": know_events,
    "shown": know_events,
}

#: The numbers that rules P005, U006 and X001 compare with, by the names that scripts use.
NUMBERS_FOR: dict[str, dict[str, Number]] = {
    "proposal": {"shortestMonths": SHORTEST_MANDATE},
    "status-update": {"daysForALastReport": LAST_REPORT},
    "board-brief": {"daysForALastReport": LAST_REPORT},
    "ends": {"longestNoticeDays": LONGEST_NOTICE},
    "tells": {"longestNoticeDays": LONGEST_NOTICE},
}

CLOCKS: Known = {
    "zones": {letters: {"hours": zone.hours, "places": zone.places} for letters, zone in ZONES.items()}
}

#: What is the same in every register: how far zones are ahead of UTC, with places that go by them (rule D004); the ends
#: of names by which a file is told from a web page (O012); what may be waived for later (V005).
FIXED_FOR: dict[str, Known] = {
    "meeting": CLOCKS,
    "moved": CLOCKS,
    "outcome": {"fileTypes": {end: one.name for end, one in MEDIA_TYPES.items()}},
    "waives": {"owedAfterTheEnd": OWED_AFTER_THE_END},
}
