"""What becomes of acts before they are applied: taken back, not agreed to, corrected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scm_site.records.acts.act import Act, Content, Setting
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.corrects import Corrects
from scm_site.records.acts.fitting import find_fault
from scm_site.records.acts.known import Idle, Known, Step, Taken
from scm_site.records.acts.sentences import write
from scm_site.records.acts.takes_back import TakesBack


def find_undone(known: Known, void: Mapping[str, Act]) -> tuple[Setting, ...]:
    """Give what an act had set that was taken back: what was built on it goes on."""
    return known.act.settings if known.act.name in void else ()


def find_void(acts: Sequence[Known]) -> dict[str, Act]:
    """Give the acts that were taken back, by their names, each with the act that does so.

    A taking back that is taken back itself counts for nothing; one that names itself, or an act that is not there, too.
    """
    by_name = {known.act.name: known.act for known in acts}
    against: dict[str, list[TakesBack]] = {}
    for act in by_name.values():
        if isinstance(act, TakesBack) and act.act in by_name:
            against.setdefault(act.act, []).append(act)

    def find(name: str, seen: frozenset[str]) -> Act | None:
        others = (one for one in against.get(name, ()) if one.name not in seen)
        return next((one for one in others if find(one.name, seen | {one.name}) is None), None)

    found = ((name, find(name, frozenset({name}))) for name in by_name)
    return {name: act for name, act in found if act is not None}


def tell_void(acts: Sequence[Known], void: Mapping[str, Act]) -> Iterator[Idle]:
    """Say of each act that was taken back that it was, and of each taking back whether it names an act."""
    names = {known.act.name for known in acts}
    for known in acts:
        act = known.act
        if act.name in void:
            yield Idle(act=act, why=f"it was taken back by {void[act.name].name}", is_fault=False)
        elif isinstance(act, TakesBack) and act.act not in names:
            yield Idle(act=act, why=f"there is no act `{act.act}` in this group", field=("act",))
        elif isinstance(act, TakesBack) and act.act == act.name:
            yield Idle(act=act, why="an act cannot take itself back", field=("act",))


def is_refused(act: Act) -> bool:
    """Tell whether an act was put forward and not agreed to, so that it changes nothing."""
    return isinstance(act, Amends) and act.not_agreed is not None


def tell_refused(acts: Sequence[Known]) -> Iterator[Idle]:
    """Say of each act that was not agreed to that it changes nothing."""
    for known in acts:
        if is_refused(known.act):
            yield Idle(act=known.act, why="it was not agreed to", field=("not_agreed",), is_fault=False)


def correct_start(
    start: dict[str, Content], corrections: Sequence[Known]
) -> tuple[dict[str, Content], list[Step], list[Idle]]:
    """Give what was put down in the beginning as it was in truth, what put it right, and what does not fit it."""
    steps, idle = list[Step](), list[Idle]()
    for known in corrections:
        act = known.act
        faults = ((setting, find_fault(start, setting)) for setting in act.settings)
        fault = next(((setting, why) for setting, why in faults if why), None)
        if fault:
            idle.append(Idle(act=act, why=fault[1], field=fault[0].field))
        else:
            start = start | {setting.name: setting.becomes for setting in act.settings}
            steps += [Step(known=known, setting=setting) for setting in act.settings]
    return start, steps, idle


def correct_acts(
    acts: Sequence[Known], corrections: Sequence[Known]
) -> tuple[list[Taken], list[Step], list[Idle]]:
    """Give acts with what they set as it was in truth, what put them right, and what does not fit what it names."""
    settings = {known.act.name: {one.name: one for one in known.act.settings} for known in acts}
    steps, idle = list[Step](), list[Idle]()
    for known in corrections:
        act, own = known.act, settings.get(find_corrected(known.act))
        fault = find_misquote(act, own)
        if own is None or fault:
            idle.append(fault or Idle(act=act, why="there is nothing to correct"))
            continue
        own.update({one.name: replace(own[one.name], becomes=one.becomes) for one in act.settings})
        steps += [Step(known=known, setting=setting) for setting in act.settings]
    return [(known, tuple(settings[known.act.name].values())) for known in acts], steps, idle


def find_corrected(act: Act) -> str:
    """Give what an act corrects, "" where it corrects nothing."""
    return act.of if isinstance(act, Corrects) else ""


def find_misquote(act: Act, own: Mapping[str, Setting] | None) -> Idle | None:
    """Say why a correction does not fit the act that it names, by what that act sets; None where it does."""
    of = find_corrected(act)
    if own is None:
        return Idle(act=act, why=f"there is no act `{of}` to correct", field=("of",))
    for one in act.settings:
        if one.name not in own or own[one.name].becomes != one.was:
            why = f"it says instead of {write(one.was)}, which is not what the act `{of}` says"
            return Idle(act=act, why=why, field=one.field)
    return None
