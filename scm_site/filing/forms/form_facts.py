"""What the register knows of a group already, so that a form begins with it: lists to choose from, drafts, records."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from scm_site.days import write_day
from scm_site.filing.forms.act_facts import list_act_choices, make_act_facts
from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.filing.forms.form_records import list_meetings
from scm_site.filing.forms.later_days import list_later_days
from scm_site.filing.forms.outcome_records import list_outcomes
from scm_site.filing.forms.rule_facts import (
    MONTHS_OF,
    list_owed_turns,
    make_group_knowledge,
)
from scm_site.reading import SLOT_OF_KIND
from scm_site.records.dossier import Dossier
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.register import Register, find_dossier_records
from scm_site.records.unknown import known

Draft = dict[str, Any]
Choice = dict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What happened in a group since a day: meetings that were held, milestones reached, outcomes published."""

    meetings: tuple[Meeting, ...]
    milestones: tuple[str, ...]
    outcomes: tuple[str, ...]

    def tell(self) -> str:
        """Give the facts as sentences to start from; "" where nothing is known to have happened."""
        parts = (
            (
                "Meetings held",
                [f"“{meeting.title}” on {write_day(meeting.date)}" for meeting in self.meetings],
            ),
            ("Milestones reached", [f"“{title}”" for title in self.milestones]),
            ("Outcomes published", [f"“{title}”" for title in self.outcomes]),
        )
        return " ".join(f"{name}: {', '.join(items)}." for name, items in parts if items)


def make_facts(dossier: Dossier, register: Register, as_of: date) -> dict[str, Any]:
    """Give what the forms need to know of a group, as plain data; no name of a person is in it."""
    return {
        "id": dossier.group.id,
        "title": dossier.group.title,
        "choices": make_choices(dossier, as_of),
        "drafts": make_drafts(dossier, register, as_of),
        "beside": list_meetings(dossier) | list_outcomes(dossier, register, as_of),
        "taken": list_taken(dossier, as_of),
        "owed": {kind: list_owed_turns(dossier, kind, as_of) for kind in MONTHS_OF},
        "known": make_group_knowledge(dossier, register),
        "later": list(list_later_days(dossier)) if dossier.ended is None else [],
        "acts": make_act_facts(dossier, as_of),
    }


def make_choices(dossier: Dossier, as_of: date) -> dict[str, list[Choice]]:
    """Give the lists of this group from which fields are chosen."""
    group, reached = dossier.group.id, dossier.reached
    return {
        "milestones": [
            choose(one.id, f"{one.title}, due {write_due(one.due)}")
            for one in dossier.milestones
            if one.id not in reached
        ],
        "kpis": [choose(one.id, f"{one.name} ({one.unit})") for one in dossier.kpis],
        "minuted": [
            choose(one.id, f"{write_day(one.date)}: {one.title}")
            for one in reversed(dossier.hosted)
            if one.find_acts("minutes")
        ],
        "meetings": [choose(one.id, f"{write_day(one.date)}: {one.title}") for one in dossier.meetings],
        "outcomes": [
            choose(f"{group}/{one.id}", one.title) for one in dossier.outcomes if is_shown(one, as_of)
        ],
        **{name: [choose(*one) for one in choices] for name, choices in list_act_choices(dossier).items()},
    }


def is_shown(outcome: Outcome, as_of: date) -> bool:
    """Tell whether the site shows an outcome on a day: what is not public yet is in no file of the site."""
    return derive_outcome_state(outcome, as_of).has_page


def write_due(day: object) -> str:
    """Write a day that may be unknown."""
    return write_day(day) if isinstance(day, date) else "on a day that is not known"


def choose(value: str, words: str) -> Choice:
    """Give an entry of a list: what goes into the file, and what people read."""
    return {"value": value, "words": words}


def make_drafts(dossier: Dossier, register: Register, as_of: date) -> dict[str, Draft]:
    """Give what each form of a group begins with: facts of the register, never a judgement."""
    drafts = {
        "status-update": draft_status_update(dossier, as_of),
        "board-brief": draft_board_brief(dossier, register, as_of),
        "outcome": draft_outcome(dossier, register, as_of),
    }
    return {kind: draft for kind, draft in drafts.items() if draft}


def find_news(dossier: Dossier, since: date | None, as_of: date) -> News:
    """Give what happened after a day, up to another."""
    first = since or date.min
    reached = {
        one.milestone
        for update in dossier.status_updates
        for one in update.milestones_reached
        if one.on > first
    }
    return News(
        meetings=tuple(m for m in dossier.meetings if first < m.ends_on < as_of and m.cancelled is None),
        milestones=tuple(one.title for one in dossier.milestones if one.id in reached),
        outcomes=tuple(
            one.title
            for one in dossier.outcomes
            if first < (known(one.published) or date.min) <= as_of and is_shown(one, as_of)
        ),
    )


def draft_status_update(dossier: Dossier, as_of: date) -> Draft:
    """Begin a status update: what happened since the last one, and a line for each KPI."""
    last = dossier.status_updates[-1].date if dossier.status_updates else None
    draft: Draft = {"kpi_readings": [{"kpi": kpi.id} for kpi in dossier.kpis]} if dossier.kpis else {}
    told = find_news(dossier, last, as_of).tell()
    return {**draft, **({"progress": told} if told else {})}


def draft_board_brief(dossier: Dossier, register: Register, as_of: date) -> Draft:
    """Begin a brief: what happened since the last one, for the board's next meeting."""
    last = dossier.board_briefs[-1].date if dossier.board_briefs else None
    told = find_news(dossier, last, as_of).tell()
    coming = next((one for one in register.events if one.type == "board meeting" and one.date >= as_of), None)
    return {
        **({"board_meeting": coming.id} if coming else {}),
        **({"text": f"## Since the last brief\n\n{told}\n\n## What comes next\n"} if told else {}),
    }


def draft_outcome(dossier: Dossier, register: Register, as_of: date) -> Draft:
    """Begin an outcome: the final one of the work programme, where none is public; others stay unsaid."""
    programme = dossier.work_programme
    final = known(programme.final_outcome) if programme else None
    draft: Draft = {
        "themes": list(dossier.group.themes),
        "language": "en",
        "licence": "CC-BY-4.0",
        "version": "1.0",
    }
    if final is None or any(is_standing_final(one, register, as_of) for one in dossier.outcomes):
        return {**draft, "final": False}
    return {**draft, "final": True, "title": final.title, "format": final.format}


def is_standing_final(outcome: Outcome, register: Register, as_of: date) -> bool:
    """Tell whether everybody sees an outcome as a group's final one: public, and neither withdrawn nor superseded.

    What supersedes it counts once the site shows it, so that nothing is told before (rule O009 counts it at once).
    """
    is_public = derive_outcome_state(outcome, as_of) is OutcomeState.PUBLISHED
    successors = register.find_successors(f"{outcome.file.group}/{outcome.id}")
    return outcome.final and is_public and not any(is_shown(one, as_of) for one in successors)


def list_taken(dossier: Dossier, as_of: date) -> dict[str, list[str]]:
    """Give the ids that there are already, by kind; those of outcomes that are not public yet stay unsaid.

    Where a new outcome would have one of these, the forge says that there is such a file.
    """
    taken: dict[str, list[str]] = {
        kind: [] for kind in FORM_OF_KIND if "{group}" in SLOT_OF_KIND[kind].pattern
    }
    hidden = {one.file.path for one in dossier.outcomes if not is_shown(one, as_of)}
    for record in find_dossier_records(dossier):
        is_hidden = record.file.path in hidden
        if record.file.kind in taken and not is_hidden:
            taken[record.file.kind] += [record.id, *getattr(record, "former_ids", ())]
    return {kind: sorted(ids) for kind, ids in taken.items()}
