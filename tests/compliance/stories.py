"""Made-up stories of the small register, for what must hold of all of them: what arrives, and when it is completed."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from tests.standing_cases import GROUP, STANDINGS, Case, make_repository, read_line

FOLDER = f"groups/{GROUP}"
KICK_OFF = f"{FOLDER}/meetings/2025-01-22-kick-off"
MEETING = f"{FOLDER}/meetings/2025-04-10-first-roofs"
SUMMER = f"{FOLDER}/meetings/2025-06-05-summer"
UPDATES = f"{FOLDER}/status-updates"
BESIDE = f"{FOLDER}/outcomes/which-roof"
OUTCOME = f"{BESIDE}/outcome.md from outcome.md"

Lines = list[str]


def days(first: str, last: str) -> st.SearchStrategy[date]:
    return st.dates(date.fromisoformat(first), date.fromisoformat(last))


def arrives(line: str, first: str, last: str) -> st.SearchStrategy[Lines]:
    """Say that something arrives on some day, or not at all."""
    return st.just([]) | days(first, last).map(lambda day: [f"{day} {line}"])


def grows(before: str, after: str, first: str, last: str) -> st.SearchStrategy[Lines]:
    """Say that something arrives in an early form, and is completed some days later, or never."""
    later = st.none() | st.integers(1, 60).map(lambda days: timedelta(days=days))
    pairs = st.tuples(days(first, last), later)
    return st.just([]) | pairs.map(
        lambda pair: [f"{pair[0]} {before}", *([f"{pair[0] + pair[1]} {after}"] if pair[1] else [])]
    )


#: What happens to an outcome, one after the other, as far as it comes.
STEPS = (
    "2025-12-05.shown.yml from shown.yml",
    "2025-12-10.controlled.yml from returned.yml",
    "2025-12-28.delivers.yml from delivers.yml",
    "2026-01-10.controlled.yml from controlled.yml",
    "2026-01-15.published.yml from published.yml",
)
GAPS = st.lists(st.integers(0, 20), min_size=len(STEPS), max_size=len(STEPS))


def bring_outcome(drawn: tuple[date, int, list[int]]) -> Lines:
    """Say that an outcome arrives, and some of what happens to it, each on the day of the step before or later."""
    day, number, gaps = drawn
    lines = [f"{day} {OUTCOME}"]
    for step, gap in zip(STEPS[:number], gaps, strict=False):
        day = max(day, date.fromisoformat(step[:10])) + timedelta(days=gap)
        lines.append(f"{day} {BESIDE}/{step}")
    return lines


#: What may happen to the group, each on its own.
HAPPENINGS: tuple[st.SearchStrategy[Lines], ...] = (
    grows(
        f"{KICK_OFF}/meeting.md from kick-off.md",
        f"{KICK_OFF}/2025-01-30.minutes.md from kick-off-minutes.md",
        "2024-12-10",
        "2025-02-20",
    ),
    grows(
        f"{MEETING}/meeting.md from meeting.md",
        f"{MEETING}/2025-04-15.minutes.md from meeting-minutes.md",
        "2025-03-01",
        "2025-05-20",
    ),
    grows(
        f"{UPDATES}/2025-03.yml from thin-status-update.yml",
        f"{UPDATES}/2025-03.yml from status-update.yml",
        "2025-03-01",
        "2025-03-30",
    ),
    arrives(f"{UPDATES}/2025-05.yml from status-update.yml with date=2025-04-28", "2025-04-28", "2025-06-20"),
    arrives(f"{FOLDER}/board-briefs/2025-07.md from board-brief.md", "2025-07-01", "2025-07-20"),
    days("2024-12-02", "2025-04-20").map(
        lambda day: [f"2024-12-01 {FOLDER}/launch.md without charter", f"{day} {FOLDER}/launch.md"]
    ),
    st.just([])
    | st.tuples(days("2025-11-26", "2025-12-30"), st.integers(0, len(STEPS)), GAPS).map(bring_outcome),
    arrives(
        f"{FOLDER}/acts/2025-01-31-illness.waives.yml from waives.yml with duty=kick-off",
        "2025-01-31",
        "2025-05-01",
    ),
    st.just([])
    | st.tuples(
        days("2025-12-12", "2026-03-09").map(
            lambda day: [f"{day} {FOLDER}/acts/2025-12-10.ends.md from ends.md"]
        ),
        arrives(f"{FOLDER}/acts/2026-03-10.presented.yml from presented.yml", "2026-03-10", "2026-03-20"),
    ).map(lambda pair: [*pair[0], *pair[1]]),
)

ACTS = f"{FOLDER}/acts"

#: What may happen to the plan: it moves, it moves otherwise, and one of the two is taken back.
REPLANNINGS = (
    days("2025-09-20", "2025-10-10").map(
        lambda day: [f"{day} {ACTS}/2025-09-20.amends.yml from extension.yml"]
    ),
    arrives(f"{ACTS}/2025-11-20.replans.yml from replan.yml", "2025-11-20", "2025-12-20"),
    arrives(f"{ACTS}/2025-11-24.replans.yml from replan-otherwise.yml", "2025-11-24", "2025-12-30"),
    arrives(f"{ACTS}/2025-11-29.takes-back.yml from takes-back.yml", "2025-11-29", "2026-01-15"),
)

#: Numbers that change from a day on, and a second version of the Charter: known in time, or after its day.
SETTINGS: st.SearchStrategy[Lines] = st.just([]) | st.tuples(
    days("2024-12-20", "2025-07-01"), st.none() | st.integers(0, 60).map(lambda gap: timedelta(days=gap))
).map(
    lambda pair: [
        "2024-12-01 settings.yml",
        f"{pair[0]} settings.yml from other-days.yml",
        *([accept(max(pair[0] + pair[1], date(2025, 5, 1)))] if pair[1] is not None else []),
    ]
)


def accept(day: date) -> str:
    """Say that two members accept the second version of the Charter on a day."""
    return f"{day} {ACTS}/{day}.accepts-charter.yml from accepted-again.yml"


def follow(steps: tuple[tuple[str, str], ...], first: str) -> st.SearchStrategy[Lines]:
    """Say that some things arrive one after the other, each some days after the one before it, or end somewhere."""
    gaps = st.lists(st.integers(0, 60), min_size=len(steps), max_size=len(steps))

    def tell(pair: tuple[list[int], int]) -> Lines:
        days = [
            date.fromisoformat(first) + timedelta(days=sum(pair[0][: at + 1])) for at in range(len(steps))
        ]
        earliest = (
            max(day, date.fromisoformat(name[:10])) for day, (name, _) in zip(days, steps, strict=True)
        )
        lines = [
            f"{day} {ACTS}/{name} from {paper}" for day, (name, paper) in zip(earliest, steps, strict=True)
        ]
        return lines[: pair[1]]

    return st.tuples(gaps, st.integers(0, len(steps))).map(tell)


#: Who comes and goes: a chair leaves before anybody follows, a participant leaves, somebody acts for the chair.
MEMBERS = (
    follow(
        (("2025-05-10.hands-over.yml", "chair-goes.yml"), ("2025-06-20.hands-over.yml", "chair-comes.yml")),
        "2025-05-10",
    ),
    arrives(f"{ACTS}/2025-05-18.leaves.yml from participant-leaves.yml", "2025-05-18", "2025-08-01"),
    arrives(f"{ACTS}/2025-05-28.acts-for.yml from acting.yml", "2025-05-28", "2025-07-15"),
)


#: Somebody had not come in January, as the launch says, but in March; what they had met before is owed from then on.
CORRECTION = arrives(f"{ACTS}/2025-01-10.corrects.yml from march.yml", "2025-01-10", "2025-03-20")

#: What stops for a while, and what takes place on another day.
INTERRUPTIONS = (
    arrives(f"{ACTS}/2025-06-01.pauses.yml from pauses.yml", "2025-06-01", "2025-06-20"),
    grows(
        f"{FOLDER}/meetings/2025-04-10-readings/meeting.md from meeting.md",
        f"{FOLDER}/meetings/2025-04-10-readings/2025-03-25.moved.yml from moved.yml",
        "2025-03-10",
        "2025-03-24",
    ),
)

CALLED_OFF = grows(
    f"{SUMMER}/meeting.md from meeting.md with date=2025-06-05",
    f"{SUMMER}/2025-05-20.called-off.yml from called-off.yml",
    "2025-03-20",
    "2025-05-25",
)

ALL = (*HAPPENINGS, *REPLANNINGS, *INTERRUPTIONS, *MEMBERS, SETTINGS, CORRECTION)
STORIES = st.tuples(*ALL)
STORIES_WITHOUT_CORRECTIONS = st.tuples(*HAPPENINGS, *REPLANNINGS, *INTERRUPTIONS, *MEMBERS, SETTINGS)
STORIES_WITHOUT_OTHER_NUMBERS = st.tuples(*HAPPENINGS, *REPLANNINGS, *INTERRUPTIONS, *MEMBERS, CORRECTION)
STORIES_WITH_A_MEETING_CALLED_OFF = st.tuples(*ALL, CALLED_OFF)


def make_story(parts: tuple[Lines, ...], folder: Path) -> tuple[Path, list[date]]:
    """Make the repository of a story; give its folder and the days of its commits."""
    case = Case(folder=STANDINGS / "base")
    for line in sorted(line for part in parts for line in part):
        read_line(case, *line.split())
    register = make_repository(case, folder / "register")
    return register, [date(2024, 12, 1), *sorted({date.fromisoformat(step.day) for step in case.steps})]
