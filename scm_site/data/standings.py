"""Standings as public data, version 1: JSON, the same as a table in CSV, and the schema that describes both."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict

from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing
from scm_site.data.csv_table import render_csv
from scm_site.data.open_data.head import HeadData, make_head
from scm_site.data.schema_file import FOLDER, render_schema
from scm_site.reading.git_history import History
from scm_site.records.changes import Waiver
from scm_site.records.people import Roster
from scm_site.records.register import Register

SCHEMA_NAME = "standings.schema.json"
SCHEMA = Path(__file__).with_name(SCHEMA_NAME)

WITHHELD = "name withheld"

WaiverData = TypedDict(
    "WaiverData",
    {"id": str, "from": str, "until": str, "reason": str, "granted_on": str, "granted_by": str},
)


class StandingData(TypedDict):
    """One standing as other programs read it; days as `2026-05-20`."""

    group: str
    duty: str
    clause: str
    responsible: str
    period: str
    due: str | None
    state: str
    met_on: str | None
    claimed_on: str | None
    evidence: str | None
    waiver: WaiverData | None
    why: str
    file: str | None


class StandingsData(HeadData):
    """Every standing on a day."""

    standings: list[StandingData]


WAIVER_COLUMNS = tuple(f"waiver_{name}" for name in WaiverData.__annotations__)

#: The columns of the table: the fields of a standing, and in the place of its waiver those of the waiver.
COLUMNS = tuple(
    column
    for name in StandingData.__annotations__
    for column in (WAIVER_COLUMNS if name == "waiver" else (name,))
)


def make_standings_files(board: Board, history: History, register: Register) -> Iterator[tuple[str, bytes]]:
    """Give the files for the site, each with its path below the site's root."""
    document = make_standings(board, history, register.secretariat)
    yield f"{FOLDER}/standings.json", render_standings_json(document).encode()
    yield f"{FOLDER}/standings.csv", render_standings_csv(document).encode()
    yield f"{FOLDER}/{SCHEMA_NAME}", render_schema(SCHEMA, register.settings.site.address).encode()


def make_standings(board: Board, history: History, roster: Roster, group: str | None = None) -> StandingsData:
    """Give every standing of a board, or those of one group; `roster` is the Secretariat's."""
    chosen = (one for one in board.standings if group in (None, one.group))
    return StandingsData(
        **make_head(history, board.as_of),
        standings=[make_standing(one, roster) for one in chosen],
    )


def make_standing(standing: Standing, roster: Roster) -> StandingData:
    """Give one standing as plain data."""
    return StandingData(
        group=standing.group,
        duty=standing.duty.id,
        clause=standing.duty.clause,
        responsible=standing.duty.who,
        period=standing.owed.period,
        due=write_date(standing.due),
        state=standing.state.value,
        met_on=write_date(standing.met_on),
        claimed_on=write_date(standing.claimed_on),
        evidence=standing.evidence.file.path if standing.evidence else None,
        waiver=make_waiver(standing.waiver, roster) if standing.waiver else None,
        why=standing.why,
        file=standing.owed.path or None,
    )


def make_waiver(waiver: Waiver, roster: Roster) -> WaiverData:
    """Give a waiver as plain data."""
    return {
        "id": waiver.id,
        "from": waiver.from_.isoformat(),
        "until": waiver.until.isoformat(),
        "reason": waiver.reason,
        "granted_on": waiver.granted.on.isoformat(),
        "granted_by": show_id(waiver.granted.by, roster),
    }


def show_id(person: str, roster: Roster) -> str:
    """Give the id of a person in a roster; an id may hold a name, so it is withheld with the name."""
    is_shown = roster.find_terms(person) and not roster.withholds(person)
    return person if is_shown else WITHHELD


def write_date(day: date | None) -> str | None:
    """Give a day as `2026-05-20`, or None."""
    return day.isoformat() if day else None


def render_standings_json(document: StandingsData) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    return json.dumps(document, indent=2) + "\n"


def render_standings_csv(document: StandingsData) -> str:
    """Give the standings as a table."""
    return render_csv(COLUMNS, flatten(document["standings"]))


def flatten(standings: Iterable[StandingData]) -> Iterator[dict[str, str]]:
    """Give a row for each standing, what is not there as an empty cell."""
    for standing in standings:
        waiver: Mapping[str, object] = standing["waiver"] or {}
        row = {**standing, **{f"waiver_{name}": value for name, value in waiver.items()}}
        yield {column: str(row.get(column) or "") for column in COLUMNS}
