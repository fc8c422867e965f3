"""The reminders: the real script, run as the workflow runs it, against a forge on this machine."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.cli.hostile_titles import make_hostile
from tests.workflows.forge_server import REPOSITORY, TOKEN, FakeForge, serve

pytestmark = pytest.mark.broad

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github/scripts/keep_reminders.py"
WORKFLOW = ROOT / ".github/workflows/reminders.yml"
STAND_IN = Path(__file__).with_name("told_due.py")

SETTINGS = "# About the site.\nsite:\n  name: Groups\n  # A comment.\n  address: https://groups.example/\n"


@dataclass
class Run:
    """One run of the script."""

    code: int
    lines: list[str]


@dataclass
class Scene:
    """A register, what is due in it, and the forge."""

    root: Path
    forge: FakeForge
    command: Path
    told: dict[str, Any] = field(default_factory=dict)
    day: str = "2026-05-20"
    extra: dict[str, str] = field(default_factory=dict)

    def add_group(self, name: str) -> None:
        folder = self.root / "content/groups" / name
        folder.mkdir(parents=True)
        (folder / "launch.md").touch()

    def remove_group(self, name: str) -> None:
        (self.root / "content/groups" / name / "launch.md").unlink()

    def owe(self, group: str, text: str = "- The minutes are due.", title: str = "Warm homes") -> None:
        self.told[group] = {"title": title, "text": text}

    def run(self, code: int = 0) -> Run:
        """Run the script with no more in its environment than it needs; nothing it says may hold the token."""
        self.command.with_name("told.json").write_text(json.dumps(self.told), encoding="utf-8")
        self.forge.requests.clear()
        environment = {
            "PATH": os.environ["PATH"],
            "GITHUB_API_URL": self.forge.address,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
            "SCM_COMMAND": str(self.command),
            "SCM_AS_OF": self.day,
            "FORGE_PAUSE": "0",
        } | self.extra
        done = subprocess.run(
            [sys.executable, SCRIPT],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        assert "Traceback" not in said, said
        assert TOKEN not in said
        assert "##[" not in said
        assert [line for line in said.splitlines() if line.lstrip().startswith("::")] == []
        assert done.returncode == code, said
        return Run(code=done.returncode, lines=said.splitlines())


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    with serve(FakeForge()) as served:
        yield served


@pytest.fixture
def scene(tmp_path: Path, forge: FakeForge) -> Scene:
    """Give a register of two groups, of which `warm-homes` owes something."""
    command = tmp_path / "bin/scm"
    command.parent.mkdir()
    command.write_text(f"#!{sys.executable}\n{STAND_IN.read_text(encoding='utf-8')}", encoding="utf-8")
    command.chmod(0o755)
    made = Scene(root=tmp_path / "register", forge=forge, command=command)
    made.add_group("old-bridges")
    made.add_group("warm-homes")
    (made.root / "content/settings.yml").write_text(SETTINGS, encoding="utf-8")
    made.owe("warm-homes")
    return made


def mark(group: str) -> str:
    return f"<!-- scm-reminder: {group} -->\n"


def test_the_first_run_opens_one_issue_for_the_group_that_owes_something(scene: Scene) -> None:
    assert scene.run().lines == ["old-bridges: nothing is due", "warm-homes: opened #1"]
    (issue,) = scene.forge.issues
    assert issue["title"] == "What is due: Warm homes"
    assert issue["body"].startswith(mark("warm-homes") + "- The minutes are due.\n\n---\n")
    assert "`reminders-paused`" in issue["body"]
    assert [label["name"] for label in issue["labels"]] == ["reminder"]
    assert scene.forge.labels == {"reminder", "reminders-paused"}


def test_a_second_run_without_a_change_writes_nothing(scene: Scene) -> None:
    scene.run()
    assert scene.run().lines[1] == "warm-homes: #1 is as it should be"
    assert scene.forge.writes == []


def test_the_forges_own_line_ends_are_no_change(scene: Scene) -> None:
    scene.run()
    scene.forge.issues[0]["body"] = scene.forge.issues[0]["body"].rstrip().replace("\n", "\r\n")
    scene.run()
    assert scene.forge.writes == []


def test_a_change_is_written_into_the_same_issue(scene: Scene) -> None:
    scene.run()
    scene.owe("warm-homes", "- The agenda is due.")
    assert scene.run().lines[1] == "warm-homes: updated #1"
    assert scene.forge.writes == [("PATCH", "/issues/1")]
    assert "- The agenda is due." in scene.forge.issues[0]["body"]


def test_a_new_title_is_written_into_the_same_issue(scene: Scene) -> None:
    scene.run()
    scene.owe("warm-homes", title="Warmer homes")
    scene.run()
    assert scene.forge.writes == [("PATCH", "/issues/1")]
    assert scene.forge.issues[0]["title"] == "What is due: Warmer homes"


def test_a_label_that_was_there_in_other_letters_is_the_same_label(scene: Scene) -> None:
    scene.forge.labels = {"Reminder", "Reminders-Paused"}
    scene.owe("old-bridges")
    scene.run()
    assert scene.forge.writes == [("POST", "/issues")] * 2
    assert [path for _, path in scene.forge.requests if "/labels" in path] == [
        "/labels/reminder",
        "/labels/reminders-paused",
    ]
    scene.forge.issues[1]["labels"].append({"name": "Reminders-Paused"})
    assert scene.run().lines == ["old-bridges: #1 is as it should be", "warm-homes: paused, left alone"]


def test_it_closes_with_one_comment_and_opens_the_same_issue_again(scene: Scene) -> None:
    scene.run()
    owed = scene.told.pop("warm-homes")
    assert scene.run().lines[1] == "warm-homes: closed #1"
    assert (scene.forge.issues[0]["state"], scene.forge.issues[0]["state_reason"]) == ("closed", "completed")
    assert [number for number, _ in scene.forge.comments] == [1]
    assert "@" not in scene.forge.comments[0][1]
    scene.run()
    assert scene.forge.writes == []
    scene.told["warm-homes"] = owed
    assert scene.run().lines[1] == "warm-homes: reopened #1"
    assert scene.forge.writes == [("PATCH", "/issues/1")]
    assert [issue["state"] for issue in scene.forge.issues] == ["open"]


@pytest.mark.parametrize("state", ["open", "closed"])
@pytest.mark.parametrize("owed", [None, {"title": "T", "text": "- Something new."}])
@pytest.mark.parametrize("is_gone", [False, True])
def test_a_paused_issue_is_left_alone(scene: Scene, state: str, owed: object, is_gone: bool) -> None:
    scene.run()
    scene.forge.issues[0]["state"] = state
    scene.forge.issues[0]["labels"].append({"name": "reminders-paused"})
    scene.told["warm-homes"] = owed
    if is_gone:
        scene.remove_group("warm-homes")
    assert scene.run().lines[1] == "warm-homes: paused, left alone"
    assert scene.forge.writes == []


@pytest.mark.parametrize(
    ("author", "labels", "body"),
    [
        ("mallory", ("reminder",), mark("warm-homes")),
        ("github-actions", ("reminder",), mark("warm-homes")),
        ("github-actions[bot]", ("bug",), mark("warm-homes")),
        ("github-actions[bot]", ("reminder",), f"Somebody says: {mark('warm-homes')}"),
        ("github-actions[bot]", ("reminder",), f"{mark('warm-homes').strip()} is what somebody says."),
        ("github-actions[bot]", ("reminder",), mark("warm-homes/../../old-bridges")),
        ("", ("reminder",), mark("warm-homes")),
    ],
)
def test_what_only_looks_like_a_reminder_is_left_alone(
    scene: Scene, author: str, labels: tuple[str, ...], body: str
) -> None:
    foreign = scene.forge.add_issue(body, author=author, labels=labels)
    if not author:
        foreign["user"] = None  # the account is gone
    before = json.dumps(foreign)
    assert scene.run().lines[1] == "warm-homes: opened #2"
    scene.told.clear()
    scene.run()
    assert json.dumps(foreign) == before
    assert [number for number, _ in scene.forge.comments] == [2]


def test_a_pull_request_is_no_reminder(scene: Scene) -> None:
    scene.forge.add_issue(mark("warm-homes"))["pull_request"] = {"url": "https://example.org"}
    assert scene.run().lines[1] == "warm-homes: opened #2"


@pytest.mark.parametrize("first_is", ["open", "closed"])
def test_of_two_issues_the_oldest_is_kept(scene: Scene, first_is: str) -> None:
    for state in (first_is, "open", "closed"):
        scene.forge.add_issue(mark("warm-homes"))["state"] = state
    scene.run()
    assert [issue["state"] for issue in scene.forge.issues] == ["open", "closed", "closed"]
    assert scene.forge.comments == [(2, "#1 is kept up to date instead of this issue.")]
    scene.run()
    assert scene.forge.writes == []


def test_of_two_issues_one_of_which_is_paused_none_is_touched(scene: Scene) -> None:
    scene.forge.add_issue(mark("warm-homes"))
    scene.forge.add_issue(mark("warm-homes"), labels=("reminder", "reminders-paused"))
    scene.run()
    assert scene.forge.writes == []


def test_a_group_that_is_gone_has_its_issue_closed(scene: Scene) -> None:
    scene.run()
    scene.remove_group("warm-homes")
    assert scene.run().lines[1] == "warm-homes: closed #1"
    assert "no group with this id any more" in scene.forge.comments[0][1]


def test_a_checkout_without_groups_closes_nothing(scene: Scene) -> None:
    scene.run()
    scene.remove_group("warm-homes")
    scene.remove_group("old-bridges")
    assert scene.run(2).lines == ["Could not keep the reminders: there is no group in content/groups"]
    assert scene.forge.writes == []


@pytest.mark.parametrize(
    ("fork", "has_issues", "words"),
    [
        (True, True, "this repository is a fork"),
        (False, False, "issues are switched off in this repository"),
    ],
)
def test_a_fork_or_a_repository_without_issues_gets_none(
    scene: Scene, fork: bool, has_issues: bool, words: str
) -> None:
    scene.forge.fork, scene.forge.has_issues = fork, has_issues
    assert scene.run().lines == [f"Nothing to do: {words}."]
    assert scene.forge.requests == [("GET", "")]


def test_a_reminder_is_found_on_a_later_page(scene: Scene) -> None:
    scene.run()
    for number in range(250):
        scene.forge.add_issue(f"Noise {number}", author="mallory")
    scene.run()
    assert scene.forge.requests == [("GET", ""), *[("GET", "/issues")] * 3]


def test_when_the_forge_fails_for_one_group_the_others_are_done(scene: Scene) -> None:
    scene.owe("old-bridges", title="Old bridges")
    scene.forge.trouble = lambda method, _, data: (
        (500, {}) if method == "POST" and "Old" in data.get("title", "") else None
    )
    lines = scene.run(1).lines
    assert lines[0].startswith("old-bridges: failed: POST /issues: 500 Trouble ::error::with Bearer *** ")
    assert lines[1] == "warm-homes: opened #1"
    assert lines[2].startswith("Failed for old-bridges.")
    assert scene.forge.writes.count(("POST", "/issues")) == 2  # nobody knows whether the first was made


def test_a_change_is_tried_again_some_times(scene: Scene) -> None:
    scene.run()
    scene.owe("warm-homes", "- New.")
    scene.forge.trouble = lambda method, *_: (502, {}) if method == "PATCH" else None
    assert scene.run(1).lines[1].startswith("warm-homes: failed: PATCH /issues/1: 502")
    assert scene.forge.writes == [("PATCH", "/issues/1")] * 4


@pytest.mark.parametrize(
    "trouble",
    [
        (503, {}),
        (429, {"Retry-After": "0"}),
        (403, {"Retry-After": "0"}),
        (403, {"X-RateLimit-Remaining": "0"}),
    ],
)
def test_what_passes_is_waited_for(scene: Scene, trouble: tuple[int, dict[str, str]]) -> None:
    left = [trouble, trouble]
    scene.forge.trouble = lambda *_: left.pop() if left else None
    scene.run()
    scene.owe("old-bridges")
    left[:] = [trouble]
    scene.forge.trouble = lambda method, *_: left.pop() if left and method == "POST" else None
    assert scene.run().lines[0] == "old-bridges: opened #2"


@pytest.mark.parametrize("status", [401, 403, 404, 422])
def test_a_refusal_is_told_at_once(scene: Scene, status: int) -> None:
    scene.forge.trouble = lambda *_: (status, {})
    assert f" {status} " in scene.run(2).lines[0]
    assert len(scene.forge.requests) == 1


def test_the_forge_may_not_keep_us_waiting_for_long(scene: Scene) -> None:
    scene.forge.trouble = lambda *_: (429, {"Retry-After": "3600"})
    assert "429" in scene.run(2).lines[0]
    assert len(scene.forge.requests) == 1


def test_a_redirect_does_not_take_the_token_elsewhere(scene: Scene) -> None:
    with serve(FakeForge()) as elsewhere:
        scene.forge.trouble = lambda *_: (301, {"Location": f"{elsewhere.address}/repos/{REPOSITORY}"})
        assert "301" in scene.run(2).lines[0]
        assert elsewhere.requests == []


def test_a_group_that_cannot_be_assessed_keeps_its_issue_and_stops_no_other(scene: Scene) -> None:
    scene.run()
    scene.told["warm-homes"] = "broken"
    scene.add_group("zero-waste")
    scene.owe("zero-waste")
    lines = scene.run(1).lines
    assert lines[1] == "warm-homes: failed: `scm due` ended with 1: ::error::the register is broken"
    assert lines[2] == "zero-waste: opened #2"
    assert lines[3].startswith("Failed for warm-homes.")
    assert scene.forge.issues[0]["state"] == "open"


def test_a_mandate_that_ends_is_enough_for_an_issue(scene: Scene) -> None:
    scene.told["warm-homes"]["ends"] = True
    assert scene.run().lines[1] == "warm-homes: opened #1"
    assert scene.forge.issues[0]["title"] == "What is due: Warm homes"


def test_a_list_in_a_form_that_we_do_not_know_changes_nothing(scene: Scene) -> None:
    scene.told["warm-homes"]["version"] = 2
    assert scene.run(1).lines[1] == (
        "warm-homes: failed: `scm due` gave something else than version 1 of its JSON"
    )
    assert scene.forge.writes == []


def test_an_issue_opened_by_another_account_stops_the_run(scene: Scene) -> None:
    scene.owe("old-bridges")
    scene.forge.author = "a-person"
    assert "#1 was opened as a-person" in scene.run(2).lines[0]
    assert len(scene.forge.issues) == 1


HOSTILE = (
    f"::error::x\n##[error]\u202e\x1b[31m\u200b @everyone `$(id)` {mark('old-bridges')}"
    + " and on and on" * 30
)


def test_a_hostile_title_stays_harmless(scene: Scene) -> None:
    scene.owe("warm-homes", f"- Minutes\n{mark('old-bridges')}", title=HOSTILE)
    scene.run()
    (issue,) = scene.forge.issues
    assert issue["title"].startswith("What is due: ::error::x ##[error] [31m \uff20everyone `$(id)`")
    assert issue["title"].isprintable()
    assert len(issue["title"]) <= 256
    assert scene.run().lines == ["old-bridges: nothing is due", "warm-homes: #1 is as it should be"]
    assert scene.forge.writes == []


def test_a_title_with_nothing_to_see_gives_way_to_the_id(scene: Scene) -> None:
    scene.owe("warm-homes", title="\u200b \n")
    scene.run()
    assert scene.forge.issues[0]["title"] == "What is due: warm-homes"


@pytest.mark.parametrize("name", ["--help", "x --> @all", "$(id)", "A"])
def test_a_folder_whose_name_is_no_id_is_left_out(scene: Scene, name: str) -> None:
    scene.add_group(name)
    assert len(scene.run().lines) == 2


@pytest.mark.parametrize(
    ("settings", "where"),
    [
        (SETTINGS, "[the compliance page](https://groups.example/compliance/)"),
        (
            "site:\n  name: X\nrepository:\n  address: https://forge.example/\n",
            "the compliance page of the site",
        ),
        ("site:\n  address: javascript:alert(1)\n", "the compliance page of the site"),
    ],
)
def test_a_long_text_is_cut_at_a_line_and_says_where_the_rest_is(
    scene: Scene, settings: str, where: str
) -> None:
    (scene.root / "content/settings.yml").write_text(settings, encoding="utf-8")
    line = "- The minutes of “Ånd” are due. €"
    scene.owe("warm-homes", "\n".join([line] * 3000))
    scene.run()
    body = scene.forge.issues[0]["body"]
    assert 59_000 < len(body) <= 60_000
    assert f"{line}\n\nThere is more than fits into an issue: see {where}.\n\n---\n" in body
    assert set(body.partition("\n\nThere is more")[0].split("\n")[1:]) == {line}
    scene.run()
    assert scene.forge.writes == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GITHUB_TOKEN", ""),
        ("GITHUB_REPOSITORY", ""),
        ("GITHUB_REPOSITORY", "../../user"),
        ("GITHUB_API_URL", "http://forge.example"),
        ("GITHUB_API_URL", "file:///etc"),
    ],
)
def test_it_does_not_begin_with_settings_that_are_missing_or_unsafe(
    scene: Scene, name: str, value: str
) -> None:
    scene.extra = {name: value}
    assert name in scene.run(2).lines[0]
    assert scene.forge.requests == []


def test_a_command_that_is_not_there_is_told(scene: Scene) -> None:
    scene.extra = {"SCM_COMMAND": str(scene.root / "nowhere")}
    lines = scene.run(1).lines
    assert lines[-1].startswith("Failed for old-bridges, warm-homes.")
    assert scene.forge.writes == []


def test_the_workflow_holds_no_more_rights_than_it_needs() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    assert "!github.event.repository.fork" in job["if"]
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}  # YAML reads `on` as true
    assert re.fullmatch(r"\d+ [4-9] \* \* 1", workflow[True]["schedule"][0]["cron"])
    assert job["steps"][0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert ["GITHUB_TOKEN" in step.get("env", {}) for step in job["steps"]] == [False, False, False, True]
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []
    assert SCRIPT.relative_to(ROOT).as_posix() in job["steps"][-1]["run"]


def make_real_scene(root: Path, forge: FakeForge) -> Scene:
    """Give a register for the real `scm due`."""
    scm = str(Path(sys.executable).parent / "scm")
    return Scene(root=root, forge=forge, command=root.parent / "unused", extra={"SCM_COMMAND": scm})


def find_mentions(body: str) -> set[str]:
    """Give every account that the forge would call; an address of the web is none."""
    return set(re.findall(r"(?<![\w/\\])@([\w-]+)", body))


@pytest.mark.slow(
    "asks the real command for four groups, three times; that of hostile titles is always asked"
)
def test_the_real_command_over_some_weeks_of_the_example_register(
    example_history: Path, tmp_path: Path, forge: FakeForge
) -> None:
    root = Path(shutil.copytree(example_history, tmp_path / "register", symlinks=True))
    scene = make_real_scene(root, forge)
    assert scene.run().lines == [
        "old-bridges: nothing is due",
        "quiet-streets: nothing is due",
        "repair-cafes: nothing is due",
        "warm-homes: opened #1",
    ]
    body = forge.issues[0]["body"]
    assert "**Status update, May 2026**" in body
    called = {
        "example-alma",
        "example-boris",
        "example-carla",
        "example-elif",
        "example-farah",
    }  # an outcome waits for the Secretariat's control
    assert [find_mentions(issue["body"]) for issue in forge.issues] == [called]
    scene.run()
    assert forge.writes == []
    scene.day = "2026-05-27"
    assert scene.run().lines[3] == "warm-homes: updated #1"
    assert find_mentions(forge.issues[0]["body"]) == called


def keep_in_git(root: Path) -> None:
    """Put a register into a repository of its own, as one change of 1 May 2026."""
    day = "2026-05-01T12:00:00Z"
    dated = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    person = ("-c", "user.name=Example", "-c", "user.email=example@example.org")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        (*person, "commit", "-q", "-m", "The register"),
    ):
        subprocess.run(["git", *words], cwd=root, env=dated, check=True)


@pytest.mark.slow("plays a register; hostile titles are tried by day on what the command gives")
def test_hostile_titles_of_the_real_command_stay_harmless(tmp_path: Path, forge: FakeForge) -> None:
    root = make_hostile(tmp_path / "register")
    keep_in_git(root)
    scene = make_real_scene(root, forge)
    scene.run()
    assert {mention for issue in forge.issues for mention in find_mentions(issue["body"])} <= {
        "example-alma",
        "example-boris",
        "example-carla",
        "example-elif",
        "example-farah",
    }
    assert any("\uff20everyone" in issue["title"] for issue in forge.issues)
    for issue in forge.issues:
        tokens = MarkdownIt("commonmark", {"html": True}).parse(issue["body"])
        inline = [child for token in tokens for child in token.children or ()]
        html = [token.content for token in [*tokens, *inline] if "html" in token.type]
        assert html == [issue["body"].partition("\n")[0] + "\n"]
