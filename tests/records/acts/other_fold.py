"""What holds, worked out a second time on plain texts: it knows nothing of the program's own fold.

A value is a text, `-` what is not there, `x` what was given up. An act is its name, the day done, the day it arrived,
what it changes (names with what was and what becomes), and what else it says (`facts`, by their names).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

RANKS = {"corrects": 0, "takes-back": 0, "amends": 1, "replans": 2, "moved": 3}
Changes = dict[str, tuple[str, str]]
Gone = dict[tuple[str, str], str]
Texts = dict[str, str]


@dataclass
class PlainAct:
    """An act in plain texts; `of` is what it corrects or takes back."""

    name: str
    arrived: str
    changes: Changes = field(default_factory=dict)
    of: str = ""
    facts: Texts = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Work out its kind, the day done, that from which it works, and the first of which it tells."""
        self.kind = self.name.partition(".")[2]
        self.day = self.facts.get("day", self.name[:10])
        self.works = min(self.day, self.arrived)
        self.begins = self.facts.get("first_day", self.day)


def is_void(act: PlainAct, acts: Sequence[PlainAct], seen: tuple[str, ...] = ()) -> bool:
    """Tell whether an act was taken back by one that was not taken back itself."""
    seen = (*seen, act.name)
    against = (
        one for one in acts if one.kind == "takes-back" and one.of == act.name and one.name not in seen
    )
    return any(not is_void(other, acts, seen) for other in against)


def fits(state: Texts, name: str, was: str, becomes: str, gone: Gone) -> bool:
    """Tell whether a change fits what holds."""
    now = state.get(name, "-")
    if now == becomes:
        return True
    if now == "x" or (name.startswith(("milestone", "kpi")) and now == "-" != was):
        return False
    if was == "-":
        return now == "-"
    meant = was
    while meant != now and (name, meant) in gone:
        meant = gone.pop((name, meant))
    return meant in ("*", now)


def apply(start: Texts, acts: Sequence[PlainAct], gone: Gone, day: str) -> Texts | None:
    """Apply acts in the order in which they work, up to a day; None where one does not fit."""
    state, shown = dict(start), dict(start)
    for act in sorted(acts, key=lambda act: (act.works, RANKS[act.kind], act.name)):
        for name, (was, becomes) in act.changes.items():
            if not fits(state, name, was, becomes, dict(gone)):
                return None
            state[name] = becomes
            if act.works <= day:
                shown[name] = becomes
    return shown


def put_right(start: Texts, acts: Sequence[PlainAct]) -> tuple[Texts, list[PlainAct], Gone]:
    """Give what was founded, the acts as they were in truth, and what the corrections replaced that fit."""
    state, right = dict(start), Gone()
    said = {act.name: {**act.facts, **{one: new for one, (_, new) in act.changes.items()}} for act in acts}
    for act in acts:
        own = state if act.of in ("launch", "meeting") else said.get(act.of, {})
        if act.kind == "corrects" and all(own.get(one) == was for one, (was, _) in act.changes.items()):
            own |= {name: becomes for name, (_, becomes) in act.changes.items()}
            right |= {(name, was): becomes for name, (was, becomes) in act.changes.items()}
    told = [
        replace(
            act,
            facts={name: said[act.name][name] for name in act.facts},
            changes={name: (was, said[act.name][name]) for name, (was, _) in act.changes.items()},
        )
        for act in acts
    ]
    return state, told, right


def take(waiting: list[PlainAct], is_fitting: Callable[[list[PlainAct]], bool]) -> list[PlainAct]:
    """Take acts in the order in which they arrived, each once it fits beside those that were taken before."""
    taken = list[PlainAct]()
    while found := next((act for act in waiting if is_fitting([*taken, act])), None):
        taken.append(found)
        waiting.remove(found)
    return taken


def fold(start: Texts, acts: Sequence[PlainAct], day: str, known: str) -> tuple[Texts, list[PlainAct]]:
    """Give what holds on a day, known on another, of all that replaces something; and the acts that stand."""
    there = [act for act in acts if act.arrived <= known]
    void = [act for act in there if is_void(act, there)]
    names = {act.name for act in void}
    undone = [act for act in there if act in void or (act.kind == "corrects" and act.of in names)]
    state, told, gone = put_right(start, [act for act in there if act not in void])
    gone |= {(name, becomes): was for act in undone for name, (was, becomes) in act.changes.items()}
    changing = [act for act in told if act.kind in ("amends", "replans", "moved")]
    taken = take(changing, lambda some: apply(state, some, gone, day) is not None)
    held = apply(state, taken, gone, day) or {}
    return {name: value for name, value in held.items() if value not in ("x", "-")}, told


def step(day: str, days: int) -> str:
    """Give the day that many days later."""
    return str(date.fromisoformat(day) + timedelta(days=days))


def list_terms(facts: Texts) -> list[Texts]:
    """Give the members that a launch or an act brings, each with what it says of them."""
    ids = dict.fromkeys(name.split(".")[1] for name in facts if name.startswith("members."))
    return [
        {name.partition(f".{one}.")[2]: told for name, told in facts.items() if f".{one}." in name}
        | {"id": one}
        for one in ids
    ]


def fold_members(start: Texts, acts: Sequence[PlainAct]) -> list[Texts]:
    """Give everybody in a role, of what was founded and the acts that stand: `first_day`, `last_day`, and so on."""
    ordered = sorted(acts, key=lambda act: (act.day, act.name))
    terms = [term for facts in (start, *(act.facts for act in ordered)) for term in list_terms(facts)]
    for act in sorted((act for act in ordered if act.kind == "hands-over"), key=lambda act: act.begins):
        before = (act.facts.get("from"), act.facts["role"])
        last = act.facts.get("last_day", step(act.begins, -1) if "to" in act.facts else act.day)
        for term in terms:
            if (term["id"], term["role"]) == before and "last_day" not in term:
                term["last_day"] = last
        if known := [term for term in terms if term["id"] == act.facts.get("to")]:
            told = {
                name: text for name, text in known[-1].items() if name not in ("last_day", "confirmed.on")
            }
            terms.append({**told, "role": act.facts["role"], "first_day": act.begins})
    for act in ordered:
        for term in (term for term in terms if term["id"] in act.facts.get("member", "").split("+")):
            fold_one(act, term)
    return terms


def fold_one(act: PlainAct, term: Texts) -> None:
    """Let somebody leave, be confirmed, accept the Charter, or agree to be named, where an act says so."""
    last = act.facts.get("last_day", act.day)
    if act.kind == "leaves" and term["first_day"] <= last:
        term["last_day"] = min(last, term.get("last_day", last))
    elif act.kind == "confirms" and term["role"] in ("chair", "co-chair"):
        term.setdefault("confirmed.on", act.day)
    elif act.kind == "accepts-charter":
        term.setdefault("charter.accepted", act.day)
    elif act.kind == "consents" and "until" in act.facts:
        term["consent_until"] = act.facts["until"]


def fold_course(acts: Sequence[PlainAct]) -> list[str]:
    """Give how a group ends, its pauses and waivers, and who acts for an office, of the acts that stand."""
    ends = [f"ends {act.facts['end']} {act.facts['how']}" for act in acts if act.kind == "ends"][:1]
    turns = [act for act in acts if act.kind in ("pauses", "resumes")]
    taken = take(turns, lambda some: list_pauses(some) is not None)
    end = ends[0].split()[1] if ends else "9999-12-31"
    pauses = [(first, min(last, end)) for first, last in list_pauses(taken) or ()]
    named = [act for act in acts if act.kind in ("waives", "acts-for")]
    times = (
        " ".join((act.kind, act.facts.get("member", "-"), act.begins, act.facts["until"])) for act in named
    )
    return [*ends, *sorted(times), *(f"pause {first} {last}" for first, last in pauses if first <= last)]


def list_pauses(acts: Sequence[PlainAct]) -> list[tuple[str, str]] | None:
    """Give the pauses to which acts come, None where one begins in another, or nothing rests that is to go on."""
    pauses = list[tuple[str, str]]()
    for act in sorted(acts, key=lambda act: (act.begins, act.kind == "pauses", act.name)):
        rests = bool(pauses) and act.begins <= pauses[-1][1]
        if rests == (act.kind == "pauses"):
            return None
        if rests:
            pauses[-1] = (pauses[-1][0], step(act.begins, -1))
        else:
            pauses.append((act.begins, act.facts["until"]))
    return pauses


def fold_meeting(plan: Texts, acts: Sequence[PlainAct], day: str, known: str) -> Texts:
    """Give what holds of a meeting: its days, its place, when the agenda and the minutes were sent, if it is off."""
    held, told = fold(plan, acts, day, known)
    for act in sorted((act for act in told if act.works <= day), key=lambda act: (act.day, act.name)):
        if act.kind in ("agenda", "minutes", "called-off"):
            held[act.kind] = act.day
    return held
