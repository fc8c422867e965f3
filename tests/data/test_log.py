"""The event log: what each commit did to records, and on which day a state changed; in real repositories."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scm_site.approval.states import AuditState
from scm_site.data.log import Log, LoggedEvent
from scm_site.data.log_words import tell_event
from scm_site.demo.played_forge import Forge
from tests.built_sites import EXAMPLE, EXAMPLE_DAY
from tests.data.logs import (
    DAY,
    GROUP,
    LATER,
    TOPIC,
    UPDATE,
    add_former_id,
    land,
    make_feeds_of,
    make_log_of,
    move,
    read,
    rename_group,
    start,
)

QUIET = "content/groups/quiet-streets"
END = f"{QUIET}/acts/2026-01-09.ends.md"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return start(tmp_path, TOPIC)


def find(log: Log, commit: str) -> list[LoggedEvent]:
    return [event for event in log.events if event.commit == commit]


def tell(forge: Forge, commit: str, day: str = EXAMPLE_DAY) -> list[tuple[str, str]]:
    """Give what the log tells of a commit: the group, and the words."""
    log = make_log_of(forge.repository.folder, day)
    return [(event.group, tell_event(event, log.as_of)) for event in find(log, commit)]


def list_states(log: Log, group: str) -> list[tuple[str, str]]:
    """Give the day and the state of each change of a group's state, the oldest first."""
    events = [event for event in reversed(log.list_of(group)) if event.state and not event.state.outcome]
    return [(event.day.isoformat(), event.state.state) for event in events if event.state]


def test_changes_of_one_moment_stand_in_the_order_in_which_they_came(forge: Forge) -> None:
    text = read(GROUP)
    landed = [land(forge, {GROUP: f"{text}\nThe group met {number} times.\n"}) for number in range(6)]
    told = [event.commit for event in make_log_of(forge.repository.folder).list_of("warm-homes")]
    assert [commit for commit in told if commit in landed] == landed[::-1]


def test_an_import_is_one_event_for_each_group_and_one_for_the_rest(forge: Forge) -> None:
    events = find(make_log_of(forge.repository.folder), forge.repository.git("rev-parse", "HEAD"))
    assert sorted(event.group for event in events) == [
        *("", "old-bridges", "quiet-streets", "repair-cafes", "warm-homes")
    ]
    assert {change.what for event in events for change in event.changes} == {"new"}


def test_a_record_that_is_new_changed_withdrawn(forge: Forge) -> None:
    whole = read(TOPIC)
    withdrawn = whole.replace("---\n", "---\nwithdrawn:\n  on: 2026-05-04\n  reason: Not needed.\n", 1)
    told = [tell(forge, land(forge, {TOPIC: text})) for text in (whole, f"{whole}\nMore.\n", withdrawn)]
    name = "proposal “Shared data for shared bicycles”"
    assert told == [[("", f"new: {name}")], [("", f"changed: {name}")], [("", f"withdrawn: {name}")]]


def test_a_record_that_is_taken_out_is_not_named(forge: Forge) -> None:
    land(forge, {TOPIC: read(TOPIC)})
    commit = land(forge, {TOPIC: None})
    assert tell(forge, commit) == [("", "taken out: proposal that is not in the register any more")]
    feed = make_feeds_of(forge.repository.folder)["feeds/events.atom"].decode()
    assert "shared" not in feed.lower()


def test_a_record_that_is_put_back_has_its_name_again(forge: Forge) -> None:
    land(forge, {TOPIC: read(TOPIC)})
    gone = land(forge, {TOPIC: None})
    back = land(forge, {TOPIC: read(TOPIC)})
    name = "proposal “Shared data for shared bicycles”"
    assert tell(forge, gone) == [("", f"taken out: {name}")]
    assert tell(forge, back) == [("", f"put back: {name}")]


def test_a_renamed_record_keeps_what_happened_under_its_old_name(forge: Forge) -> None:
    first = land(forge, {TOPIC: read(TOPIC)})
    new = TOPIC.replace("shared-data", "open-data")
    second = land(forge, {TOPIC: None, new: add_former_id(read(TOPIC), "2026-shared-data")})
    name = "proposal “Shared data for shared bicycles”"
    assert tell(forge, first) == [("", f"new: {name}")]
    assert tell(forge, second) == [("", f"renamed: {name}")]


def test_a_rename_that_git_does_not_know_again_is_one_by_its_former_id(forge: Forge) -> None:
    first = land(forge, {TOPIC: read(TOPIC)})
    head = add_former_id(read(TOPIC), "2026-shared-data").partition("\n---\n")[0].replace("\n", "\n\n\n")
    text = f"{head}\n---\n{'Every word is another one. ' * 400}\n"
    second = land(forge, {TOPIC: None, TOPIC.replace("shared-data", "open-data"): text})
    name = "proposal “Shared data for shared bicycles”"
    assert tell(forge, first) == [("", f"new: {name}")]
    assert tell(forge, second) == [("", f"renamed: {name}")]


def test_one_commit_is_an_event_in_each_group_that_it_touches(forge: Forge) -> None:
    quiet = f"{QUIET}/launch.md"
    commit = land(forge, {path: read(path) + "\nMore.\n" for path in (quiet, GROUP)})
    log = make_log_of(forge.repository.folder)
    assert sorted(event.group for event in find(log, commit)) == ["quiet-streets", "warm-homes"]
    assert len({event.name for event in log.events}) == len(log.events)


def test_files_of_an_outcome_count_as_the_outcome(forge: Forge) -> None:
    folder = "content/groups/warm-homes/outcomes/street-guide"
    attached = next(path for path in (EXAMPLE.parent / folder).iterdir() if path.suffix == ".csv")
    record = f"{folder}/outcome.md"
    land(
        forge, {record: re.sub(r"\n +sha256: .*", "", read(record), count=1)}
    )  # a checksum has to change with its file
    commit = land(forge, {f"{folder}/{attached.name}": "street,cost\n"})
    assert tell(forge, commit) == [
        ("warm-homes", "changed: outcome “Beginning with a street: a first guide”")
    ]


def test_an_outcome_that_is_not_public_has_no_title(forge: Forge) -> None:
    path = "content/groups/warm-homes/outcomes/owner-seminar/outcome.md"
    commit = land(forge, {path: read(path) + "\nMore.\n"})
    assert tell(forge, commit) == [("warm-homes", "changed: outcome that is not public")]


def test_code_is_no_event(forge: Forge) -> None:
    assert tell(forge, land(forge, {"schemas/x.json": "{}\n", "README.md": "More\n"})) == []


def test_many_records_are_counted(forge: Forge) -> None:
    folder = UPDATE.rpartition("/")[0]
    paths = [f"{folder}/{path.name}" for path in sorted((EXAMPLE.parent / folder).iterdir())]
    [(_, told)] = tell(forge, land(forge, {path: read(path) + "# more\n" for path in paths}))
    assert told.count("status update of ") == 4
    assert told.endswith(f"; and {len(paths) - 4} more")


def test_an_event_tells_how_it_was_approved(forge: Forge) -> None:
    commit = land(forge, {TOPIC: read(TOPIC)})
    pushed = forge.repository.change(LATER, {UPDATE: read(UPDATE) + "# more\n"})
    log = make_log_of(forge.repository.folder, records=forge.make_records("2026-06-01T00:00:00Z"))
    states = {event.commit: event.approval.state for event in log.events if event.approval}
    assert states[commit] == AuditState.APPROVED
    assert states[pushed] == AuditState.PUSHED


def test_a_state_changes_on_the_day_on_which_its_dates_say_so(forge: Forge) -> None:
    root = forge.repository.folder
    assert list_states(make_log_of(root, "2025-01-14"), "warm-homes") == []
    assert list_states(make_log_of(root, "2025-01-15"), "warm-homes") == [("2025-01-15", "active")]
    assert list_states(make_log_of(root, "2027-01-16"), "warm-homes") == [
        ("2025-01-15", "active"),
        ("2027-01-16", "closing"),
    ]


def test_a_state_changes_when_its_record_arrives(tmp_path: Path) -> None:
    forge = start(tmp_path, END)
    root = forge.repository.folder
    land(forge, {END: read(END)}, "2026-01-13T10:00:00Z")
    assert list_states(make_log_of(root), "quiet-streets")[-2:] == [
        ("2026-01-13", "ending"),
        ("2026-02-01", "ended early"),
    ]


def test_a_late_record_of_the_end_does_not_change_what_was_told_before(tmp_path: Path) -> None:
    forge = start(tmp_path, END)
    root = forge.repository.folder
    before = {event.name for event in make_log_of(root, "2026-11-30").events}
    assert list_states(make_log_of(root, "2026-11-30"), "quiet-streets")[-1][1] == "closing"
    land(forge, {END: read(END)}, "2026-12-01T10:00:00Z")
    log = make_log_of(root, "2026-12-02")
    assert before <= {event.name for event in log.events}
    assert list_states(log, "quiet-streets")[-1] == ("2026-12-01", "ended early")


def test_outcomes_are_delivered_published_and_withdrawn(forge: Forge) -> None:
    log = make_log_of(forge.repository.folder)
    told = [
        (event.day.isoformat(), event.state.state)
        for event in reversed(log.list_of("warm-homes"))
        if event.state and event.state.outcome and event.state.outcome.id == "heat-map-tool"
    ]
    assert [state for _, state in told] == ["in control", "published", "withdrawn"]
    assert told[-1][0] == "2025-06-02"


def change_something(forge: Forge) -> str:
    return land(forge, {GROUP: read(GROUP) + "\nMore.\n"})


def amend_end(forge: Forge) -> str:
    return land(forge, {UPDATE: None, TOPIC: read(TOPIC)})


def rename(forge: Forge) -> str:
    return rename_group(forge, "warm-homes", "cosy-homes")


@pytest.mark.parametrize("act", [change_something, amend_end, rename], ids=["change", "more", "rename"])
def test_names_of_events_stay_whatever_happens_later(forge: Forge, act: Callable[[Forge], str]) -> None:
    root = forge.repository.folder
    before = [event.name for event in make_log_of(root).events]
    commit = act(forge)
    after = [event.name for event in make_log_of(root).events]
    assert [name for name in after if commit not in name] == before


def test_a_group_that_is_renamed_twice_keeps_its_names(forge: Forge) -> None:
    root = forge.repository.folder
    before = {event.name for event in make_log_of(root).list_of("warm-homes")}
    rename_group(forge, "warm-homes", "cosy-homes", DAY)
    rename_group(forge, "cosy-homes", "kind-homes", LATER)
    assert before <= {event.name for event in make_log_of(root).list_of("kind-homes")}


def test_a_day_that_lies_ahead_is_not_told_yet(forge: Forge) -> None:
    commit = forge.repository.change("2031-01-01T00:00:00Z", {TOPIC: read(TOPIC)})
    assert tell(forge, commit) == []
    assert len(tell(forge, commit, "2031-01-01")) == 1


def test_without_git_the_facts_alone_are_told(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    log = make_log_of(tmp_path)
    assert all(event.state for event in log.events)
    assert list_states(log, "warm-homes") == [("2025-01-15", "active")]


def test_a_shallow_clone_guesses_nothing(forge: Forge, tmp_path: Path) -> None:
    commit = land(forge, {TOPIC: read(TOPIC)})
    clone = tmp_path / "clone"
    address = forge.repository.folder.as_uri()
    subprocess.run(["git", "clone", "--quiet", "--depth=1", address, str(clone)], check=True)
    log = make_log_of(clone)
    assert [event for event in log.events if event.commit] == []
    deeper = tmp_path / "deeper"
    subprocess.run(["git", "clone", "--quiet", "--depth=2", address, str(deeper)], check=True)
    assert {event.commit for event in make_log_of(deeper).events if event.commit} == {commit}


def test_what_is_moved_with_its_group_is_renamed(forge: Forge) -> None:
    commit = rename(forge)
    log = make_log_of(forge.repository.folder)
    [event] = [event for event in find(log, commit) if event.group == "cosy-homes"]
    assert {change.what for change in event.changes} == {"renamed"}
    assert len(move(EXAMPLE.parent, "content/groups/warm-homes", "x")) / 2 >= len(event.changes) > 20
