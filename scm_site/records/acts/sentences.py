"""What acts do, in sentences: always from what to what."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from scm_site.days import write_day
from scm_site.digits import part_thousands, write_number
from scm_site.records.acts.act import GIVEN_UP, Act, Content, Names, Setting
from scm_site.records.unknown import Unknown
from scm_site.records.work_programme import Kpi, Milestone

#: What acts do, in sentences; the forms say the same ones while an act is written (`assets/forms/telling.js`).
ACT_SENTENCES = {
    "longer": "extends the group by {span}, from {was} to {becomes}",
    "shorter": "lets the group end earlier by {span}, from {was} to {becomes}",
    "end": "sets the end from {was} to {becomes}",
    "one month": "one month",
    "months": "{number} months",
    "one day": "one day",
    "days": "{number} days",
    "final_outcome.due": "moves the final outcome from {was} to {becomes}",
    "milestone added": "adds the milestone “{name}”, due on {due}",
    "milestone given up": "gives up the milestone “{name}”",
    "milestone moved": "moves the milestone “{name}” from {was} to {becomes}",
    "kpi added": "adds the KPI “{name}” with the target {target} {unit}",
    "kpi given up": "gives up the KPI “{name}”; its readings stay",
    "kpi retargeted": "changes the target of “{name}” from {was} to {becomes}",
    "objective replaced": "the objective “{old}” becomes “{new}”",
    "objective dropped": "drops the objective “{text}”",
    "objective added": "adds the objective “{text}”",
    "objectives ordered": "puts the objectives in another order",
    "title": "changes the title from {was} to {becomes}",
    "challenge": "changes the challenge from {was} to {becomes}",
    "launch": "changes the launch from {was} to {becomes}",
    "terms_of_reference": "changes the version of the Terms of Reference from {was} to {becomes}",
    "final_outcome.title": "changes the title of the final outcome from {was} to {becomes}",
    "date": "moves the meeting from {was} to {becomes}",
    "last_day": "sets the last day of the meeting from {was} to {becomes}",
    "time": "changes the time from {was} to {becomes}",
    "zone": "changes the time zone from {was} to {becomes}",
    "mode": "changes the way to meet from {was} to {becomes}",
    "place": "changes the place from {was} to {becomes}",
    "agenda": "sends the agenda: {items}",
    "one item": "one item",
    "items": "{number} items",
    "to decide": "{number} of them to decide",
    "called off": "calls the meeting off",
    "minutes": "brings the minutes",
    "with decisions": "with {decisions}",
    "decided": "records {decisions} of the Advisory Board",
    "one decision": "one decision",
    "decisions": "{number} decisions",
    "done": "says that the action “{action}” is done",
    "dropped": "says that the action “{action}” is dropped",
    "text": "“{text}”",
    "nothing": "nothing",
    "wording": "changes the wording of the Terms of Reference",
    "replans": "changes the work programme: {told}",
    "not agreed": "was not agreed; it would have changed this: {told}",
    "corrects": "puts right what was written in {what}: {told}",
    "corrects launch": "the record of the group",
    "corrects work-programme": "the work programme",
    "corrects meeting": "the plan of the meeting",
    "corrects act": "the act {act}",
    "fact": "{fact} was {becomes}, not {was}",
    "fact of": "{member}: {fact}",
    "fact role": "the role",
    "fact first_day": "the first day",
    "fact last_day": "the last day",
    "fact until": "the last day",
    "fact day": "the day",
    "fact confirmed.on": "the day of the confirmation",
    "fact confirmed.by": "who confirmed it",
    "fact by": "who confirmed it",
    "fact charter.accepted": "the day on which the Charter was accepted",
    "fact charter.version": "the version of the Charter",
    "fact version": "the version of the Charter",
    "fact how": "how the group ended",
    "fact end": "the last day of the group",
    "fact at": "the meeting of the Advisory Board",
    "fact date": "the day of the meeting",
    "fact mode": "the way to meet",
    "takes back": "takes back the act {act}",
    "ends": "ends the group on {end}",
    "ends completed": "ends the group on {end}, its work completed",
    "ends by agreement": "ends the group on {end}, by agreement of its members",
    "ends early": "ends the group early, on {end}",
    "no day": "a day that is not known",
    "decided by": "decided by {by}",
    "goes on": "its work goes on in {groups}",
    "tells": "tells all members that the group ends, and why",
    "tells some": "tells members that the group ends, but not all of them",
    "presented": "presents the final results to the Advisory Board at its meeting of {day}",
    "delivers": "delivers version {version}",
    "controlled": "tells what the quality control of version {version} found",
    "controlled passed": "lets version {version} pass the quality control",
    "controlled returned": "returns version {version} to the group",
    "published": "publishes the outcome on {day}, as {identifier}",
    "shown": "was presented at the event of {day}",
    "new version": "brings version {version}: {changes}",
    "replaces": "takes the place of {outcomes}",
    "withdrawn": "withdraws the outcome",
    "waives": "excuses the group from the duty “{duty}” from {first} to {until}",
    "pauses": "lets the group pause from {first} to {until}",
    "resumes": "lets the group take up its work again on {first}",
    "joins": "brings in {member} as {role}, from {day}",
    "leaves": "ends the time of {member} in the group, with {day} as the last day",
    "hands over": "hands over the office of {role} from {gone} to {comes}, from {day}",
    "vacant": "leaves the office of {role} vacant: the last day of {gone} is {day}",
    "nobody": "nobody",
    "confirms": "confirms {member} for the Secretariat, by {by}",
    "acts for": "lets {member} act as {role} from {day} until {until}",
    "accepts charter": "says that the Charter ({version}) was accepted on {day} by {members}",
    "consents": "says that {member} agreed to be named in public",
    "consent ends": "says that {member} agreed to be named in public until {day} only",
    "opens space": "opens the community space at {address}",
    "invites open": "calls for participants from {day} on",
    "invites open until": "calls for participants until {day}",
    "invites closed": "closes the call for participants on {day}",
    "invites closed until": "closes the call for participants after {day}",
    "noted": "notes what happened: {what}",
    "filed for": "Filed by the {through} for {who}, who asked for it {came} on {day}.",
    "mail": "by mail",
    "call": "by a call",
    "meeting": "at a meeting",
}


def say_act(sentence: str, **values: object) -> str:
    """Give one of the sentences, filled in."""
    return ACT_SENTENCES[sentence].format(**values)


def tell_filed_for(act: Act) -> str:
    """Say for whom an act was filed, and how it came; "" where somebody filed it for themselves."""
    one = act.filed_for
    if one is None:
        return ""
    through = "Secretariat" if one.through == "secretariat" else one.through
    return say_act("filed for", through=through, who=one.who, came=say_act(one.came), day=write_day(one.day))


def tell_settings(settings: tuple[Setting, ...], names: Names) -> str:
    """Say what an act sets, in one sentence without its full stop."""
    return "; ".join(tell_setting(one, names) for one in settings)


def tell_setting(one: Setting, names: Names) -> str:
    """Say what becomes of one thing."""
    part, _, rest = one.name.partition(".")
    if one.field[:1] == ("facts",):
        return tell_fact(one, names)
    if part == "milestones":
        return tell_milestone(one, rest, names)
    if part == "kpis":
        return tell_kpi(one, rest, names)
    if one.name == "objectives":
        return "; ".join(tell_objectives(one)) or say_act("objectives ordered")
    return tell_end(one) if one.name == "end" else tell_change(one.name, one)


def tell_change(sentence: str, one: Setting, **values: str) -> str:
    """Say from what to what something changes."""
    return say_act(sentence, was=write(one.was), becomes=write(one.becomes), **values)


def tell_fact(one: Setting, names: Names) -> str:
    """Say how a fact was in truth."""
    return tell_change("fact", one, fact=name_fact(one.name, names))


def name_fact(fact: str, names: Names) -> str:
    """Give a fact in words, that of a member with role and id."""
    head, _, rest = fact.partition(".")
    member, _, name = rest.partition(".") if head == "members" else ("", "", fact.removeprefix("person."))
    words = ACT_SENTENCES.get(f"fact {name}", name)
    return (
        say_act("fact of", fact=words, member=f"{names.members.get(member, '')} {member}".strip())
        if member
        else words
    )


def tell_end(one: Setting) -> str:
    """Say by how much a group's time becomes longer or shorter, and both days."""
    if not (isinstance(one.was, date) and isinstance(one.becomes, date)):
        return tell_change("end", one)
    sentence = "longer" if one.becomes > one.was else "shorter"
    return tell_change(sentence, one, span=measure(*sorted((one.was, one.becomes))))


def measure(first: date, last: date) -> str:
    """Give a span in whole months where it is one, else in days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months and last.day == first.day:
        return count("month", months)
    return count("day", (last - first).days)


def count(what: str, number: int) -> str:
    """Give a number of months, days, items or decisions in words."""
    return say_act(f"one {what}") if number == 1 else say_act(f"{what}s", number=number)


def tell_milestone(one: Setting, rest: str, names: Names) -> str:
    """Say that a milestone comes in, moves or is given up."""
    name = names.milestones.get(rest.removesuffix(".due"), rest.removesuffix(".due"))
    if isinstance(one.becomes, Milestone):
        return say_act("milestone added", name=one.becomes.title, due=write_day(one.becomes.due))
    if one.becomes is GIVEN_UP:
        return say_act("milestone given up", name=name)
    return tell_change("milestone moved", one, name=name)


def tell_kpi(one: Setting, rest: str, names: Names) -> str:
    """Say that a KPI comes in, gets another target, or is followed no longer."""
    name = names.kpis.get(rest.removesuffix(".target"), rest.removesuffix(".target"))
    if isinstance(one.becomes, Kpi):
        target = write(one.becomes.target)
        return say_act("kpi added", name=one.becomes.name, target=target, unit=one.becomes.unit)
    if one.becomes is GIVEN_UP:
        return say_act("kpi given up", name=name)
    return tell_change("kpi retargeted", one, name=name)


def tell_objectives(one: Setting) -> Iterator[str]:
    """Say which objectives go and which come."""
    was = one.was if isinstance(one.was, tuple) else ()
    becomes = one.becomes if isinstance(one.becomes, tuple) else ()
    gone, come = ([text for text in a if text not in b] for a, b in ((was, becomes), (becomes, was)))
    if len(gone) == len(come):
        for old, new in zip(gone, come, strict=True):
            yield say_act("objective replaced", old=old, new=new)
        return
    yield from (say_act("objective dropped", text=text) for text in gone)
    yield from (say_act("objective added", text=text) for text in come)


def write(content: Content) -> str:
    """Write what something was or becomes, for a sentence."""
    if isinstance(content, Decimal):
        return part_thousands(content)
    plain = write_plain(content)
    return say_act("text", text=plain) if plain and isinstance(content, str) else plain or say_act("nothing")


def write_plain(content: Content) -> str | None:
    """Write what something is on one line; None where there is nothing."""
    if isinstance(content, date):
        return write_day(content)
    if isinstance(content, Decimal):
        return write_number(content)
    if isinstance(content, Unknown):
        return f"not known: {content.unknown}"
    if content is GIVEN_UP:
        return "given up"
    return " ".join("; ".join(content).split()) if isinstance(content, tuple) else str(content or "") or None
