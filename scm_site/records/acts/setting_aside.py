"""What becomes of acts before they are applied: taken back, not agreed to, corrected."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scm_site.records.acts.act import Act, Content, Setting
from scm_site.records.acts.amends import Amends
from scm_site.records.acts.corrects import PLAN, RECORDS, Corrects
from scm_site.records.acts.facts import Slips, find_misfit, list_facts, put_facts
from scm_site.records.acts.fitting import PARTS, Undone, find_fault, flatten
from scm_site.records.acts.known import Idle, Known, Step, Taken
from scm_site.records.acts.sentences import write
from scm_site.records.acts.takes_back import TakesBack
from scm_site.records.record_file import RecordFile

#: What says something of other acts, and nothing of the group.
ASIDE = (Corrects, TakesBack)


def find_undone(acts: Sequence[Known], void: Mapping[str, Act], right: Sequence[Step]) -> Undone:
    """Give what acts had set that were taken back, or that corrected one of these, and what was put `right`: whatever
    was built on it goes on.
    """
    undone = {
        (setting.name, flatten(setting.becomes)): setting.was
        for known in acts
        if known.act.name in void or find_corrected(known.act) in void
        for setting in known.act.settings
    }
    put_right = {(step.setting.name, flatten(step.setting.was)): step.setting.becomes for step in right}
    return put_right | undone


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
    """Give the acts that stand, in their order, with their facts as they were in truth.

    What was taken back does nothing, whatever its kind.
    """
    return [known.act for known in list_known_standing(acts)]


def list_known_standing(acts: Sequence[Known]) -> list[Known]:
    """Give the acts that stand, in their order, each with the day of its arrival."""
    void = find_void(acts)
    standing = [known for known in acts if known.act.name not in void]
    slips = defaultdict[str, dict[str, tuple[Setting, RecordFile]]](dict)
    for step in correct_acts(acts, standing, list_corrections(acts, void))[1]:
        slips[find_corrected(step.known.act)][step.setting.name] = (step.setting, step.known.act.file)
    return [
        replace(known, act=put_facts(known.act, slips[known.act.name])) if known.act.name in slips else known
        for known in standing
    ]


def list_corrections(acts: Sequence[Known], void: Mapping[str, Act]) -> list[Known]:
    """Give the corrections that stand, in the order in which they arrived, less those that contradict themselves."""
    outside = {*void, *(one.act.name for one in tell_double(acts, void))}
    there = (known for known in acts if isinstance(known.act, Corrects) and known.act.name not in outside)
    return sorted(there, key=lambda one: one.since)


def find_slips(start: dict[str, Content], acts: Sequence[Known]) -> Slips:
    """Give what was put right in a record as it was put down, which is told in single things."""
    corrections = list_corrections(acts, find_void(acts))
    of_start = [known for known in corrections if find_corrected(known.act) in RECORDS]
    _, steps, _ = correct_start(start, of_start)
    return {step.setting.name: (step.setting, step.known.act.file) for step in steps}


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
        faults = ((setting, find_slip_fault(start, act, setting)) for setting in act.settings)
        fault = next(((setting, why) for setting, why in faults if why), None)
        if fault:
            idle.append(tell_slip(known, fault[0], fault[1], steps))
        else:
            start = start | {setting.name: setting.becomes for setting in act.settings}
            steps += [Step(known=known, setting=setting) for setting in act.settings]
    return start, steps, idle


def find_slip_fault(start: Mapping[str, Content], act: Act, setting: Setting) -> str:
    """Say why a correction of a record does not fit it; "" where it does."""
    of = find_corrected(act)
    if (of == PLAN) != bool(act.meeting):
        return f"there is no record `{of}` in this folder"
    if not is_fact(setting):
        return find_fault(start, setting)
    if setting.name not in start:
        return f"the record `{of}` tells no `{setting.name}`"
    return find_misfit(of, setting, start[setting.name]) or find_fault(start, setting)


def tell_slip(known: Known, setting: Setting, why: str, steps: Sequence[Step]) -> Idle:
    """Say why a correction does nothing, and which one stands against it that arrived before."""
    of, name = find_corrected(known.act), setting.name
    alike = (step for step in steps if step.setting.name == name and find_corrected(step.known.act) == of)
    giver = next((step.known.act for step in alike), None)
    said = f"{why}, since {giver.name}" if giver else why
    return Idle(act=known.act, why=said, field=setting.field, is_disputed=giver is not None)


def correct_acts(
    acts: Sequence[Known], changing: Sequence[Known], corrections: Sequence[Known]
) -> tuple[list[Taken], list[Step], list[Idle]]:
    """Give the acts that change something with what they set as it was in truth, what put them right, and what does not
    fit what it names.
    """
    named = {find_corrected(known.act) for known in corrections}
    said = {
        known.act.name: list_said(known.act)
        if known.act.name in named
        else {one.name: one for one in known.act.settings}
        for known in changing
        if not isinstance(known.act, ASIDE)
    }
    others = {known.act.name: known.act for known in acts}
    steps, idle = list[Step](), list[Idle]()
    for known in (one for one in corrections if find_corrected(one.act) not in RECORDS):
        act, own = known.act, said.get(find_corrected(known.act))
        if own is None:
            idle.append(tell_needless(act, others))
        elif misquoted := find_misquote(known, own, others[find_corrected(act)].file.kind, steps):
            idle.append(misquoted)
        else:
            own.update({one.name: replace(own[one.name], becomes=one.becomes) for one in act.settings})
            steps += [Step(known=known, setting=setting) for setting in act.settings]
    taken = [
        (known, tuple(said[known.act.name][one.name] for one in known.act.settings))
        for known in changing
        if known.act.name in said
    ]
    return taken, steps, idle


def list_said(act: Act) -> dict[str, Setting]:
    """Give what an act says that can be put right: its facts, and what it sets."""
    facts = list_facts(act).items()
    told = {name: Setting(name=name, becomes=content, was=None, field=()) for name, content in facts}
    return told | {one.name: one for one in act.settings}


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


def find_misquote(known: Known, own: Mapping[str, Setting], kind: str, steps: Sequence[Step]) -> Idle | None:
    """Say why a correction does not fit the act that it names, by what that act says; None where it does."""
    act = known.act
    for one in act.settings:
        if one.name not in own or flatten(own[one.name].becomes) != flatten(one.was):
            said = f"which is not what the act `{find_corrected(act)}` says"
            return tell_slip(known, one, f"it says instead of {write(one.was)}, {said}", steps)
        why = find_misfit(kind, one, own[one.name].becomes) if is_fact(one) else ""
        if why:
            return tell_slip(known, one, why, steps)
    return None


def is_fact(setting: Setting) -> bool:
    """Tell whether a correction names something as a fact, and not by a field of its own."""
    return setting.field[0] == "facts"


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
