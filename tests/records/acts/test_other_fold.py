"""Made-up stories of acts: two folds that know nothing of each other give the same."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.acts.other_fold import PlainAct, Texts, fold, fold_course, fold_meeting, fold_members
from tests.records.acts.plain_groups import (
    make_group,
    make_plan,
    read,
    show_course,
    show_meeting,
    show_members,
)
from tests.records.acts.stories import show, tell

Record = tuple[str, Texts]

FOUNDED = "founded: end 2026-07-15, kpi homes 1200, milestone draft 2026-05-31"
START = {"end": "2026-07-15", "kpi homes": "1200", "milestone draft": "2026-05-31"}
ENDS = ("2026-07-15", "2027-01-15", "2027-07-15")
TARGETS = ("1200", "900", "40")
DUES = ("2026-05-31", "2026-06-10")
DAYS = tuple(f"2026-03-{number:02}" for number in range(1, 10))

days, ends, dues = map(st.sampled_from, (DAYS, ENDS, DUES))


def turn(form: str, values: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Give changes of one thing from one value to another: an act that says the same twice is refused (rule A007)."""
    return st.permutations(values).map(lambda mixed: form.format(*mixed[:2]))


change = st.one_of(
    turn("end {} -> {}", ENDS),
    turn("kpi homes {} -> {}", TARGETS),
    turn("milestone draft {} -> {}", DUES),
    st.builds("+milestone second {}".format, dues),
    turn("milestone second {} -> {}", DUES),
    st.sampled_from(("-milestone draft", "-kpi homes", "-milestone second")),
)
act = st.builds("{} amends {} arrived {}".format, days, change, days)
replan = st.builds(
    "{} replans {} arrived {}".format, days, change.filter(lambda one: not one.startswith("end")), days
)
slip = st.builds("{} corrects of launch; end {} -> {} arrived {}".format, days, ends, ends, days)
late = st.builds("{} corrects of {}.amends; end {} -> {} arrived {}".format, days, days, ends, ends, days)


def keep_names_apart(lines: list[str]) -> list[str]:
    """Give one act of each name, by the order of arrival; those of one day by their names."""
    named = {tuple(line.split()[:2]): line for line in lines}
    return sorted(named.values(), key=lambda line: (line.partition(" arrived ")[2], line))


@st.composite
def tell_stories(draw: st.DrawFn, record: Record, *acts: st.SearchStrategy[str]) -> list[str]:
    """Draw a story of some acts, and then what takes them back and corrects them, or the record: mostly rightly."""
    lines = keep_names_apart(draw(st.lists(st.one_of(*acts), min_size=1, max_size=6)))
    for _ in range(draw(st.integers(0, 4))):
        act = draw(st.sampled_from(read(lines)))
        of, facts = draw(st.sampled_from((record, (act.name, list_correctable(act)))))
        day, came, is_taken_back = draw(days), draw(days), draw(st.booleans())
        if facts and not is_taken_back:
            fact, was = draw(st.sampled_from(sorted(facts.items())))
            becomes = draw(ends if fact == "end" and was in ENDS else few).replace(was, "2026-03-09")
            lines.append(f"{day} corrects of {of}; {fact} {was} -> {becomes} arrived {came}")
        else:
            lines.append(f"{day} takes-back {act.name} arrived {came}")
        lines = keep_names_apart(lines)
    return lines


def list_correctable(act: PlainAct) -> Texts:
    """Give the days that an act says and that can be corrected, each under its name."""
    said = act.facts | {name: becomes for name, (_, becomes) in act.changes.items()}
    of_plan = ("milestone", "kpi")
    can = act.kind != "corrects"
    return {
        name: day for name, day in said.items() if can and day[:2] == "20" and not name.startswith(of_plan)
    }


stories = tell_stories(("launch", {"end": START["end"]}), act, act, replan, slip, late)

LAUNCH = {
    "members.m1.role": "chair",
    "members.m1.first_day": "2026-01-01",
    "members.m1.confirmed.on": "2025-12-30",
    "members.m2.role": "co-chair",
    "members.m2.first_day": "2026-01-01",
    "members.m3.role": "participant",
    "members.m3.first_day": "2026-03-02",
    "members.m3.charter.accepted": "2026-03-01",
}
PLAN = {"date": "2026-03-05", "mode": "online", "place": "Hall"}
ids = st.sampled_from(("m1", "m2", "m3", "m4"))
there = st.sampled_from(("m1", "m2", "m3"))
few = st.sampled_from(DAYS[:4])  # so that much of it meets


def write(form: str, **values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give acts of a form; `{day}` and `{other}` are days."""
    asked = {**dict.fromkeys(("day", "other", "third", "came"), few), **values}
    return st.fixed_dictionaries(asked).map(lambda told: f"{form} arrived {{came}}".format(**told))


member_stories = tell_stories(
    ("launch", {name: day for name, day in LAUNCH.items() if day[:2] == "20"}),
    write("{day} joins members.m4.role=participant; members.m4.first_day={other}"),
    write("{day} leaves member={one}; last_day={other}", one=ids),
    write("{day} hands-over role=chair; from=m1; to={one}; first_day={other}", one=ids),
    write("{day} hands-over role=co-chair; from={one}; first_day={day}; last_day={other}", one=ids),
    write("{day} confirms member={one}; day={day}", one=ids),
    write("{day} accepts-charter member={one}+m2; day={day}", one=ids),
    write("{day} consents member={one}; until={other}", one=ids),
    write("{day} acts-for role=chair; member={one}; first_day={day}; until={other}", one=there),
)
course_stories = tell_stories(
    ("launch", {}),
    write("{day} pauses first_day={other}; until={third}"),
    write("{day} pauses first_day={day}; until={third}"),
    write("{day} resumes first_day={other}"),
    write("{day} waives first_day={other}; until={third}"),
    write("{day} ends end={other}; how={how}", how=st.sampled_from(("early", "completed"))),
)
meeting_stories = tell_stories(
    ("meeting", {"date": PLAN["date"]}),
    write("{day} moved date 2026-03-05 -> {other}"),
    write("{day} moved date {other} -> {third}"),
    write("{day} moved place Hall -> {room}", room=st.sampled_from(("Cellar", "Garden"))),
    write("{day} agenda day={day}"),
    write("{day} minutes day={day}"),
    write("{day} called-off day={day}"),
)
FAST = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def hold(lines: list[str], day: str, known: str) -> dict[str, str]:
    """Give what the program says that holds, of what the other fold knows."""
    shown = show(tell("\n".join([FOUNDED, *lines])).hold(day, known))
    return {name: value for name, value in shown.items() if name.startswith(("end", "kpi", "milestone"))}


@FAST
@given(stories, days, days)
def test_two_folds_give_the_same(lines: list[str], day: str, known: str) -> None:
    assert hold(lines, day, known) == fold(START, read(lines), day, known)[0]


@FAST
@given(stories, st.randoms(use_true_random=False))
def test_the_order_of_filing_does_not_matter_without_contradictions(lines: list[str], random: object) -> None:
    told = tell("\n".join([FOUNDED, *lines]))
    if any(one.is_fault for one in told.hold().idle) or any("takes-back" in line for line in lines):
        return
    arrivals = [line.partition(" arrived ")[2] for line in lines]
    random.shuffle(arrivals)  # type: ignore[attr-defined]
    texts = [line.partition(" arrived ")[0] for line in lines]
    # an act whose name lies after its arrival works from the arrival: keep each of them before
    if any(arrived < text[:10] for text, arrived in zip(texts, arrivals, strict=True)) or any(
        line.partition(" arrived ")[2] < line[:10] for line in lines
    ):
        return
    other = [f"{text} arrived {arrived}" for text, arrived in zip(texts, arrivals, strict=True)]
    assert hold(other, "2099-01-01", "2099-01-01") == hold(lines, "2099-01-01", "2099-01-01")


@FAST
@given(ends, ends, st.permutations(("2026-03-05", "2026-03-07")))
def test_of_two_that_say_otherwise_from_one_state_the_first_holds(
    one: str, other: str, arrived: list[str]
) -> None:
    lines = [
        f"2026-03-01 amends end 2026-07-15 -> {one} arrived {arrived[0]}",
        f"2026-03-02 amends end 2026-07-15 -> {other} arrived {arrived[1]}",
    ]
    held = tell("\n".join([FOUNDED, *lines])).hold()
    first = one if arrived[0] < arrived[1] else other
    if "2026-07-15" in (one, other) or one == other:
        return
    assert str(held.record.group.end) == first
    assert [idle.is_disputed for idle in held.idle] == [True]


@FAST
@given(stories, days)
def test_what_was_known_on_a_day_is_not_changed_by_what_arrives_later(lines: list[str], day: str) -> None:
    then = [line for line in lines if line.partition(" arrived ")[2] <= day]
    assert hold(lines, day, day) == hold(then, day, day)


@FAST
@given(member_stories, few)
def test_two_folds_give_the_same_members(lines: list[str], known: str) -> None:
    acts = read(lines)
    start, standing = fold(LAUNCH, acts, known, known)
    dossier = make_group(LAUNCH, acts, known)
    assert show_members(dossier) == fold_members(start, standing)
    assert show_course(dossier) == fold_course(standing)


@FAST
@given(course_stories, few)
def test_two_folds_give_the_same_course(lines: list[str], known: str) -> None:
    acts = read(lines)
    assert show_course(make_group(LAUNCH, acts, known)) == fold_course(fold(LAUNCH, acts, known, known)[1])


@FAST
@given(meeting_stories, few, few)
def test_two_folds_give_the_same_meeting(lines: list[str], day: str, known: str) -> None:
    acts = read(lines)
    assert show_meeting(make_plan(PLAN, acts, day, known)) == fold_meeting(PLAN, acts, day, known)
