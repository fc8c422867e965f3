"""`scm new`: where it puts a record, and what it refuses."""

from pathlib import Path

import pytest

from scm_site.cli.main import main
from scm_site.reading import ACTS, KINDS, MEETING_ACTS, OUTCOME_ACTS, SLOT_OF_KIND, find_slot
from tests.cli.small_register import SINGLES, make_register

PLAN = "---\ntitle: Handing over the final guide\ndate: 2026-06-18\nmode: online\n---\n"
MEETING = "content/groups/warm-homes/meetings/2026-06-18-handing-over/meeting.md"
GROUP = "content/groups/warm-homes/launch.md"
OUTCOME = "content/groups/warm-homes/outcomes/guide/outcome.md"

#: What is typed for each kind, and where the record goes.
TYPED = {
    "settings": ([], "content/settings.yml"),
    "themes": ([], "content/themes.yml"),
    "countries": ([], "content/countries.yml"),
    "board": ([], "content/board.yml"),
    "secretariat": ([], "content/secretariat.yml"),
    "approvals": ([], "content/approvals.yml"),
    "event": (["2026-06-12-forum"], "content/events/2026-06-12-forum.yml"),
    "decided": (
        ["2026-03-19", "--event", "2026-03-19-board-meeting"],
        "content/events/2026-03-19-board-meeting/2026-03-19.decided.yml",
    ),
    "proposal": (["2026-heat-pumps"], "content/proposals/2026-heat-pumps.md"),
    "launch": (["warm-homes"], GROUP),
    "page": (["warm-homes"], GROUP.replace("launch", "page")),
    "work-programme": (["--group", "warm-homes"], "content/groups/warm-homes/work-programme.md"),
    "meeting": (
        ["2026-03-12-kick-off", "--group", "warm-homes"],
        "content/groups/warm-homes/meetings/2026-03-12-kick-off/meeting.md",
    ),
    **{
        kind: (
            ["2026-06-10", "--group", "warm-homes", "--meeting", "2026-06-18-handing-over"],
            "content/groups/warm-homes/meetings/2026-06-18-handing-over/2026-06-10."
            f"{kind}.{'md' if kind == 'minutes' else 'yml'}",
        )
        for kind in MEETING_ACTS
    },
    "status-update": (
        ["2026-05", "--group", "warm-homes"],
        "content/groups/warm-homes/status-updates/2026-05.yml",
    ),
    "board-brief": (
        ["2026-09", "--group", "warm-homes"],
        "content/groups/warm-homes/board-briefs/2026-09.md",
    ),
    "outcome": (["guide", "--group", "warm-homes"], OUTCOME),
    **{
        kind: (
            ["2026-06-10", "--group", "warm-homes", "--outcome", "guide"],
            f"content/groups/warm-homes/outcomes/guide/2026-06-10.{kind}.yml",
        )
        for kind in OUTCOME_ACTS
    },
    "outcome-version": (
        ["guide", "--group", "warm-homes", "--language", "fr"],
        "content/groups/warm-homes/outcomes/guide/outcome.fr.md",
    ),
    **{
        kind: (
            ["2026-04-01", "--group", "warm-homes"],
            f"content/groups/warm-homes/acts/2026-04-01.{kind}.{'md' if kind == 'ends' else 'yml'}",
        )
        for kind in ACTS
    },
}


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "new", *arguments])


def make_folders(root: Path) -> None:
    for path in (GROUP, OUTCOME, MEETING):
        (root / path).parent.mkdir(parents=True, exist_ok=True)


def test_every_kind_has_an_example_here() -> None:
    assert tuple(TYPED) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_record_goes_to_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    make_folders(tmp_path)
    typed, path = TYPED[kind]
    assert run(tmp_path, kind, *typed) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Made {path}\n")
    assert f"scm check {path}" in told
    slot = find_slot(path)
    assert slot is not None
    assert slot.kind == kind
    assert "[fill in: " in (tmp_path / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_calls_it_unfinished_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    from scm_site.pipeline import check

    make_register(tmp_path)
    typed, path = TYPED[kind]
    (tmp_path / path).unlink(missing_ok=True)
    make_folders(tmp_path)
    if kind in MEETING_ACTS:
        (tmp_path / MEETING).write_text(PLAN, encoding="utf-8")
    assert run(tmp_path, kind, *typed) == 0
    assert path in capsys.readouterr().out
    found = [finding for finding in check(tmp_path).findings if finding.place.path == path]
    assert {finding.rule for finding in found} == {"T001"}
    if path not in SINGLES:
        assert {finding.place.path for finding in check(tmp_path).findings} - {MEETING} == {path}


def test_the_kinds_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(KINDS)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    settings = tmp_path / "content/settings.yml"
    settings.write_text("mine\n", encoding="utf-8")
    assert run(tmp_path, "settings") == 2
    assert "content/settings.yml is there already" in capsys.readouterr().err
    assert settings.read_text(encoding="utf-8") == "mine\n"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/settings.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert run(tmp_path, "settings") == 2
    assert not (tmp_path / "elsewhere.yml").exists()


@pytest.mark.parametrize("stands_there", ["file", "link", "dangling link", "loop"])
def test_nothing_is_written_past_what_stands_in_place_of_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], stands_there: str
) -> None:
    """A link would lead out of the register, to where the check does not look."""
    (tmp_path / "register/content").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    events = tmp_path / "register/content/events"
    targets = {"link": tmp_path / "outside", "dangling link": tmp_path / "nothing", "loop": events}
    if stands_there == "file":
        events.write_text("mine\n", encoding="utf-8")
    else:
        events.symlink_to(targets[stands_there])
    before = sorted(tmp_path.rglob("*"))
    assert run(tmp_path / "register", "event", "2026-06-12-a") == 2
    what = "a file" if stands_there == "file" else "a link"
    assert f"content/events is {what}, not a folder of its own" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    (tmp_path / "content").mkdir()
    monkeypatch.setattr(Path, "replace", fail)
    assert run(tmp_path, "event", "2026-06-12-a") == 2
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["status"], "no kind of record `status`"),
        (["Meeting", "x"], "did you mean `meeting`?"),
        (["meeting", "2026-03-12-kick-off"], "a new meeting needs --group warm-homes"),
        (
            ["meeting", "--group", "warm-homes"],
            "a new meeting needs a name: a date, a hyphen and a short name",
        ),
        (
            ["meeting", "kick-off", "--group", "warm-homes"],
            "does not start with a date in the form `2026-03-12`",
        ),
        (["meeting", "2026-02-30-x", "--group", "warm-homes"], "`2026-02-30` is not a day in the calendar"),
        (["meeting", "2026-03-12-a", "--group", "warm-home"], "did you mean `warm-homes`?"),
        (["meeting", "2026-03-12-a", "--group", "../.."], "it has the character `.`"),
        (["group"], "a new launch needs --group warm-homes"),
        (["group", "Warm Homes"], "it has capital letters; try warm-homes"),
        (["group", "warm", "homes"], "give one name, with hyphens between its words: warm-homes"),
        (["group", "a", "--group", "b"], "two names were given: a and b"),
        (["group", "con"], "the name of a device on Windows"),
        (["proposal", "heat"], "does not start with a year in the form `2026`"),
        (["proposal", "2026-heat", "--group", "warm-homes"], "leave out --group"),
        (["settings", "mine"], "leave out the name"),
        (["status-update", "May", "--group", "warm-homes"], "neither a month in the form `2026-05`"),
        (["outcome-version", "guide", "--group", "warm-homes"], "needs --language fr"),
        (["outcome-version", "gide", "--group", "warm-homes", "--language", "fr"], "did you mean `guide`?"),
        (
            ["outcome-version", "guide", "--group", "warm-homes", "--language", "FR"],
            "two or three small letters",
        ),
        (
            ["outcome-version", "guide", "--group", "warm-homes", "--language", "xx"],
            "xx is not one of the languages: bg, cs",
        ),
        (["outcome", "guide", "--group", "warm-homes", "--language", "fr"], "leave out --language"),
    ],
)
def test_a_wrong_name_says_what_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], words: str
) -> None:
    make_folders(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run(tmp_path, *typed) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert len(captured.err.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_an_option_may_name_the_outcome(tmp_path: Path) -> None:
    make_folders(tmp_path)
    assert (
        run(tmp_path, "outcome-version", "--outcome", "guide", "--group", "warm-homes", "--language", "el")
        == 0
    )
    assert (tmp_path / "content/groups/warm-homes/outcomes/guide/outcome.el.md").is_file()


def test_examples_of_the_table_are_names_that_are_accepted() -> None:
    for kind in KINDS:
        match = find_slot(SLOT_OF_KIND[kind].example)
        assert match is not None
        assert match.kind == kind
