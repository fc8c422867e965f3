"""The facts in records and acts that a correction can put right, each under a name: `members.m3.first_day`.

What acts set in the Terms of Reference and the work programme has its names in `parts.py`. Everything else that counts
stands in one table, by the kind of record. A fact is a day or a word; one that nobody told is no fact, and is told by
an act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, TypeVar, get_args

from scm_site.reading import ValuePath
from scm_site.records.acts.act import Act, Content, Setting
from scm_site.records.acts.hands_over import HandsOver
from scm_site.records.group import Launch
from scm_site.records.meeting import Mode
from scm_site.records.people import OfficeRole, Role
from scm_site.records.record_file import Record, RecordFile

R = TypeVar("R", bound=Record)

#: What was put right in a record, by the names of its facts, each with the file of the correction.
Slips = Mapping[str, tuple[Setting, RecordFile]]

#: The words from which a fact is one; none where it is a day, or an id that rules look up.
Words = tuple[str, ...]
ANY: Words = ()

CHARTER: Mapping[str, Words] = {"charter.accepted": ANY, "charter.version": ANY}
CONFIRMED: Mapping[str, Words] = {"confirmed.on": ANY, "confirmed.by": ANY}
ENTRIES = {
    f"members.*.{name}": words
    for name, words in {"role": get_args(Role), "first_day": ANY, **CONFIRMED, **CHARTER}.items()
}
NEW_PERSON = {f"person.{name}": words for name, words in CHARTER.items()}
OFFICE = {"role": get_args(OfficeRole), "first_day": ANY}
Ending = Literal["completed", "by agreement", "early"]

#: The facts that count, by the kind of record; `*` is the id of one of several.
FACTS: Mapping[str, Mapping[str, Words]] = {
    "launch": ENTRIES,
    "joins": ENTRIES,
    "leaves": {"last_day": ANY},
    "hands-over": {**OFFICE, "last_day": ANY, **CONFIRMED, **NEW_PERSON},
    "acts-for": {**OFFICE, "until": ANY, **NEW_PERSON},
    "confirms": {"day": ANY, "by": ANY},
    "accepts-charter": {"day": ANY, "version": ANY},
    "consents": {"day": ANY, "until": ANY},
    "opens-space": {"day": ANY},
    "invites": {"day": ANY, "until": ANY},
    "waives": {"first_day": ANY, "until": ANY},
    "pauses": {"first_day": ANY, "until": ANY},
    "resumes": {"first_day": ANY},
    "ends": {"end": ANY, "how": get_args(Ending)},
    "tells": {"day": ANY},
    "presented": {"at": ANY},
    "agenda": {"day": ANY},
    "called-off": {"day": ANY},
    "minutes": {"day": ANY},
    "delivers": {"day": ANY},
    "controlled": {"day": ANY, "by": ANY, "result": ("passed", "returned")},
    "published": {"day": ANY, "on": ANY},
    "shown": {"at": ANY},
    "new-version": {"day": ANY},
    "withdrawn": {"day": ANY},
    "meeting": {"mode": get_args(Mode)},
    "moved": {"mode": get_args(Mode)},
}

#: What of a meeting may be wrong and is no fact: nothing is judged by it, so that it is mended in its own file.
MENDED = ("time", "zone", "place")

#: The days that begin or end with the record itself where it does not tell them.
OWN_DAYS = ("first_day", "last_day")


def list_facts(record: Record) -> dict[str, Content]:
    """Give the facts of a record that can be put right, each under its name."""
    found = dict[str, Content]()
    for pattern in FACTS.get(record.file.kind, ()):
        for name, _, told in walk(record, record, pattern.split(".")):
            if told and isinstance(told, str | date):
                found[name] = told
    return found


def walk(
    record: Record, thing: Any, names: Sequence[str], at: str = "", field: ValuePath = ()
) -> Iterator[tuple[str, ValuePath, Any]]:
    """Give each fact that a pattern names, with its field in the file; none where there is nothing that has it."""
    name, *rest = names
    if name == "*":
        for index, one in enumerate(thing):
            yield from walk(record, one, rest, f"{at}{one.id}.", (*field, index))
    elif not rest:
        yield f"{at}{name}", (*field, name), getattr(thing, name, None) or find_own_day(record, name)
    elif hasattr(thing, name):
        yield from walk(record, getattr(thing, name), rest, f"{at}{name}.", (*field, name))


def find_own_day(record: Record, name: str) -> Content:
    """Give the day that stands where a record does not tell one: that on which it was done, or the launch."""
    if name not in OWN_DAYS:
        return None
    if isinstance(record, HandsOver) and name == "last_day":
        return record.ends if record.from_ else None
    if isinstance(record, Launch):
        return record.launch
    return record.day if isinstance(record, Act) else None


def put_facts(record: R, slips: Slips) -> R:
    """Give a record with some of its facts as they were in truth; each stands in the correction that says so."""
    there = list_facts(record)
    places = {
        name: field
        for pattern in FACTS.get(record.file.kind, ())
        for name, field, _ in walk(record, record, pattern.split("."))
    }
    elsewhere, written, done = dict(record.file.elsewhere), dict(record.file.written), record.file.done
    for name, (setting, file) in slips.items():
        if name not in there:
            continue  # it is something that the act sets
        place, told = places[name], there[name]
        elsewhere[place] = (file, setting.field)
        written |= {place: told} if isinstance(told, date) else {}
        if name == "day" and isinstance(setting.becomes, date):
            done = setting.becomes
        else:
            record = put(record, name.split("."), setting.becomes)
    return replace(record, file=replace(record.file, elsewhere=elsewhere, written=written, done=done))


def keep_facts(record: R, first: Mapping[str, Content]) -> R:
    """Give a record with its facts as they were told first, where it still tells them."""
    for name, told in list_facts(record).items():
        if told != first.get(name, told):
            record = put(record, name.split("."), first[name])
    return record


def put(thing: Any, names: Sequence[str], becomes: Content) -> Any:
    """Give a thing with one thing in it set, by the names that lead there."""
    if not names:
        return becomes
    name, *rest = names
    if isinstance(thing, tuple):
        return tuple(put(one, rest, becomes) if one.id == name else one for one in thing)
    return replace(thing, **{name: put(getattr(thing, name), rest, becomes)})


def find_words(kind: str, name: str) -> Words:
    """Give the words from which a fact of a kind of record is one, () where it may be any."""
    head, *rest = name.split(".")
    pattern = ".".join((head, "*", *rest[1:])) if head == "members" else name
    return FACTS.get(kind, {}).get(pattern, ())


def find_misfit(kind: str, setting: Setting, now: Content) -> str:
    """Say why a fact of a kind of record cannot become what a correction says; "" where it can."""
    if setting.name in MENDED:
        return f"a slip in `{setting.name}` is mended in the file in which it stands"
    words = find_words(kind, setting.name)
    if words and setting.becomes not in words:
        return f"`{setting.becomes}` is none of: {', '.join(words)}"
    if isinstance(now, date) != isinstance(setting.becomes, date):
        wanted = "a day, as in 2026-03-12" if isinstance(now, date) else "no day"
        return f"`{setting.becomes}` stands where there is {wanted}"
    return ""
