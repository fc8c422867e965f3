"""What holds, worked out a second time on plain texts: it knows nothing of the program's own fold.

A value is a text, `-` what is not there, `x` what was given up. An act is its name, the day done, the day it arrived,
and what it changes: names with what was and what becomes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

RANKS = {"corrects": 0, "takes-back": 0, "amends": 1, "replans": 2}
Changes = dict[str, tuple[str, str]]
Gone = dict[tuple[str, str], str]


@dataclass
class PlainAct:
    """An act in plain texts; `of` is what it corrects or takes back."""

    name: str
    arrived: str
    changes: Changes = field(default_factory=dict)
    of: str = ""

    @property
    def kind(self) -> str:
        """The kind, from the name."""
        return self.name.partition(".")[2]

    @property
    def works(self) -> str:
        """The day from which it works."""
        return min(self.name[:10], self.arrived)


def read(lines: Sequence[str]) -> list[PlainAct]:
    """Read the acts of a story, in the order in which they arrived."""
    acts = []
    for line in lines:
        told, _, arrived = line.partition(" arrived ")
        name, kind, rest = told.split(" ", 2)
        act = PlainAct(f"{name}.{kind}", arrived or name[:10])
        for change in rest.split("; "):
            words = change.replace(" ->", "").split()
            if kind == "takes-back":
                act.of = words[0]
            elif words[0] == "of":
                act.of = words[1]
            elif words[0][0] == "+":
                act.changes[f"{words[0][1:]} {words[1]}"] = ("-", words[2])
            elif words[0][0] == "-":
                act.changes[f"{words[0][1:]} {words[1]}"] = ("*", "x")
            elif words[0] in ("milestone", "kpi"):
                act.changes[f"{words[0]} {words[1]}"] = (words[2], words[3])
            else:
                act.changes[words[0]] = (words[1], words[2])
        acts.append(act)
    return sorted(acts, key=lambda act: act.arrived)


def is_void(act: PlainAct, acts: Sequence[PlainAct], seen: tuple[str, ...] = ()) -> bool:
    """Tell whether an act was taken back by one that was not taken back itself."""
    return any(
        other.kind == "takes-back"
        and other.of == act.name
        and other.name not in (*seen, act.name)
        and not is_void(other, acts, (*seen, act.name))
        for other in acts
    )


def fits(state: dict[str, str], name: str, was: str, becomes: str, gone: Gone) -> bool:
    """Tell whether a change fits what holds."""
    now = state.get(name, "-")
    if now == becomes:
        return True
    if now == "x":
        return False
    if was == "-":
        return now == "-"
    if name.startswith(("milestone", "kpi")) and now == "-":
        return False
    meant = was
    while meant != now and (name, meant) in gone:
        meant = gone.pop((name, meant))
    return meant in ("*", now)


def apply(start: dict[str, str], acts: Sequence[PlainAct], gone: Gone, day: str) -> dict[str, str] | None:
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


def correct(start: dict[str, str], acts: Sequence[PlainAct]) -> tuple[dict[str, str], dict[str, Changes]]:
    """Give what was founded, and what each act changes, with the corrections that fit."""
    state, texts = dict(start), {act.name: dict(act.changes) for act in acts}
    for act in acts:
        wanted = act.changes.items() if act.kind == "corrects" else ()
        if act.of == "launch" and all(fits(state, name, *change, {}) for name, change in wanted):
            state |= {name: becomes for name, (_, becomes) in wanted}
        own = texts.get(act.of, {})
        if all(own.get(name, ("", ""))[1] == was for name, (was, _) in wanted):
            own |= {name: (own[name][0], becomes) for name, (_, becomes) in wanted}
    return state, texts


def fold(start: dict[str, str], acts: Sequence[PlainAct], day: str, known: str) -> dict[str, str]:
    """Give what holds on a day, known on another."""
    there = [act for act in acts if act.arrived <= known]
    standing = [act for act in there if not is_void(act, there)]
    void = [act for act in there if act not in standing]
    undone = [
        act
        for act in there
        if act in void or (act.kind == "corrects" and act.of in {one.name for one in void})
    ]
    gone = {(name, becomes): was for act in undone for name, (was, becomes) in act.changes.items()}
    state, texts = correct(start, standing)
    changing = [act for act in standing if act.kind in ("amends", "replans")]
    waiting = [PlainAct(act.name, act.arrived, texts[act.name]) for act in changing]
    taken: list[PlainAct] = []
    while found := next((act for act in waiting if apply(state, [*taken, act], gone, day) is not None), None):
        taken.append(found)
        waiting.remove(found)
    held = apply(state, taken, gone, day) or {}
    return {name: value for name, value in held.items() if value not in ("x", "-")}
