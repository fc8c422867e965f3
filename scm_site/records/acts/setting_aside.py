"""What becomes of acts before they are applied: taken back, not agreed to, corrected."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scm_site.records.acts.act import Act, Content, Setting
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.corrects import Corrects
from scm_site.records.acts.fitting import PARTS, Undone, find_fault, flatten
from scm_site.records.acts.known import Idle, Known, Step, Taken
from scm_site.records.acts.sentences import write
from scm_site.records.acts.takes_back import TakesBack


def find_undone(acts: Sequence[Known], void: Mapping[str, Act]) -> Undone:
    """Give what acts had set that were taken back, or that corrected one of these: what was built on them goes on."""
    return {
        (setting.name, flatten(setting.becomes)): setting.was
        for known in acts
        if known.act.name in void or find_corrected(known.act) in void
        for setting in known.act.settings
    }


def find_void(acts: Sequence[Known]) -> dict[str, Act]:
    """Give the acts that were taken back, by their names, each with the act that does so.

    A taking back that is taken back itself counts for nothing; those that name themselves, each other in a circle, or
    an act that is not there, too.
    """
    by_name = {known.act.name: known.act for known in acts}
    against = {name: find_taken_back(act, by_name) for name, act in by_name.items()}
    left = Counter(against.values())
    void, settled = dict[str, Act](), [name for name in by_name if not left[name]]
    for name in settled:  # it grows: an act is settled once all that name it are
        target = against[name]
        if target and name not in void:
            void.setdefault(target, by_name[name])
        left[target] -= 1
        settled += [target] if target and not left[target] else []
    return void


def list_standing(acts: Sequence[Known]) -> list[Act]:
    """Give the acts that stand, in their order: what was taken back does nothing, whatever its kind."""
    void = find_void(acts)
    return [known.act for known in acts if known.act.name not in void]


def find_taken_back(act: Act, by_name: Mapping[str, Act]) -> str:
    """Give the act that one takes back, "" where it takes back none that is there."""
    return act.act if isinstance(act, TakesBack) and act.act in by_name else ""


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
    acts: Sequence[Known], changing: Sequence[Known], corrections: Sequence[Known]
) -> tuple[list[Taken], list[Step], list[Idle]]:
    """Give the acts that change something with what they set as it was in truth, what put them right, and what does not
    fit what it names.
    """
    settings = {known.act.name: {one.name: one for one in known.act.settings} for known in changing}
    others = {known.act.name: known.act for known in acts}
    steps, idle = list[Step](), list[Idle]()
    for known in corrections:
        act, own = known.act, settings.get(find_corrected(known.act))
        fault = tell_needless(act, others) if own is None else find_misquote(act, own)
        if own is None or fault:
            idle.extend([fault] if fault else [])
            continue
        own.update({one.name: replace(own[one.name], becomes=one.becomes) for one in act.settings})
        steps += [Step(known=known, setting=setting) for setting in act.settings]
    return [(known, tuple(settings[known.act.name].values())) for known in changing], steps, idle


def find_corrected(act: Act) -> str:
    """Give what an act corrects, "" where it corrects nothing."""
    return act.of if isinstance(act, Corrects) else ""


def tell_needless(act: Act, others: Mapping[str, Act]) -> Idle:
    """Say why there is nothing to correct in what a correction names: it changes nothing, is none, or is not there."""
    of = find_corrected(act)
    other = others.get(of)
    if other is None:
        return Idle(act=act, why=f"there is no act `{of}` to correct", field=("of",))
    if isinstance(other, Corrects | TakesBack):
        why = f"`{of}` is not corrected, but taken back"
        return Idle(act=act, why=why, field=("of",))
    return Idle(act=act, why=f"the act `{of}` changes nothing", field=("of",), is_fault=False)


def find_misquote(act: Act, own: Mapping[str, Setting]) -> Idle | None:
    """Say why a correction does not fit the act that it names, by what that act sets; None where it does."""
    for one in act.settings:
        if one.name not in own or flatten(own[one.name].becomes) != flatten(one.was):
            said = f"which is not what the act `{find_corrected(act)}` says"
            return Idle(act=act, why=f"it says instead of {write(one.was)}, {said}", field=one.field)
    return None


def tell_double(acts: Sequence[Known], void: Mapping[str, Act]) -> Iterator[Idle]:
    """Say of each act that says two things of one thing that it does nothing: nobody can tell which it means."""
    for known in acts:
        seen = set[str]()
        for setting in known.act.settings if known.act.name not in void else ():
            thing = name_thing(setting.name)
            if thing in seen:
                yield Idle(act=known.act, why=f"it says two things of `{thing}`", field=setting.field)
                break
            seen.add(thing)


def name_thing(name: str) -> str:
    """Give the milestone or the KPI of which a setting says something, else the name of the setting itself."""
    part, *rest = name.split(".")
    return f"{part}.{rest[0]}" if part in PARTS else name
