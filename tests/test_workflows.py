"""The workflows are what they should be: right in shape, without known weaknesses, pinned."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent

PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")

#: What each job may do: nobody gets more without a word here.
READ = {"contents": "read"}
PERMISSIONS = {
    "check/review": READ,
    "check/tests": READ,
    "comment/comment": READ | {"actions": "read", "pull-requests": "write"},
    "nightly/tests": READ,
    "publish/build": READ | {"pull-requests": "read"},
    "publish/deploy": {"pages": "write", "id-token": "write"},
    "publish/audit": READ,
    "reminders/reminders": READ | {"issues": "write"},
}

#: What a step may learn from the forge, by its environment alone.
KNOWN_VALUES = {
    "github.event.pull_request.user.login",
    "github.event.merge_group.base_sha",
    "github.token",
    "runner.temp",
}


def read_workflow(path: Path | str) -> dict[Any, Any]:
    """Read a workflow, by its path or its name."""
    found: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows" / path).read_text(encoding="utf-8"))
    return found


def run_tool(name: str, *arguments: str) -> None:
    """Run a tool of the virtual environment, and fail with what it says if it finds something."""
    done = subprocess.run(
        [TOOLS / name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, f"{name} found:\n{done.stdout}{done.stderr}"


def test_zizmor_finds_no_weakness() -> None:
    # Without --strict-collection a workflow that cannot be read is only a warning.
    run_tool("zizmor", "--offline", "--strict-collection", "--no-progress", "--persona", "auditor", ".github")


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("custom.github-workflows-require-timeout", ".github/workflows/*.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
    ],
)
def test_the_files_fit_their_schema(schema: str, pattern: str) -> None:
    files = [str(path) for path in sorted(ROOT.glob(pattern))]
    assert files
    run_tool("check-jsonschema", "--builtin-schema", schema, *files)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PINNED.search(line)] == []


def test_no_workflow_has_a_permission_to_spare() -> None:
    found = {
        f"{path.stem}/{name}": job["permissions"]
        for path in WORKFLOWS
        for name, job in read_workflow(path)["jobs"].items()
    }
    assert found == PERMISSIONS
    assert [path.name for path in WORKFLOWS if read_workflow(path)["permissions"] != {}] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_sees_a_secret_or_runs_by_a_trigger_that_may_write_for_strangers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    triggers = set(read_workflow(path)[True])  # YAML reads `on` as true
    assert "pull_request_target" not in triggers
    assert "issue_comment" not in triggers
    assert ("workflow_run" in triggers) == (path.name == "comment.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_reaches_a_shell(path: Path) -> None:
    steps = [step for job in read_workflow(path)["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert [step["name"] for step in steps if "\n" in step.get("run", "").strip()] == [], (
        "longer steps are scripts"
    )
    used = {
        found
        for step in steps
        for value in step.get("env", {}).values()
        for found in EXPRESSION.findall(value)
    }
    assert used <= KNOWN_VALUES


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_keeps_a_token(path: Path) -> None:
    steps = [step for job in read_workflow(path)["jobs"].values() for step in job["steps"]]
    kept = [
        step["with"].get("persist-credentials")
        for step in steps
        if "actions/checkout@" in step.get("uses", "")
    ]
    assert set(kept) <= {False}


def test_only_the_step_that_speaks_to_the_forge_has_the_token() -> None:
    found = {
        step["run"].split(".github/scripts/")[-1].split()[0]
        for path in WORKFLOWS
        for job in read_workflow(path)["jobs"].values()
        for step in job["steps"]
        if "GITHUB_TOKEN" in step.get("env", {})
    }
    assert found == {"collect_pull_requests.py", "keep_reminders.py", "keep_review_comment.py"}


def test_every_script_that_a_workflow_runs_is_there_and_every_script_is_run_or_imported() -> None:
    folder = ROOT / ".github/scripts"
    named = set(re.findall(r"\.github/scripts/(\w+)\.py", "".join(path.read_text() for path in WORKFLOWS)))
    scripts = {path.stem for path in folder.glob("*.py")}
    assert named <= scripts
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert {name for name in scripts - named if f"from {name} import" not in texts} == set()


def test_the_review_runs_the_main_branchs_program_on_the_change_as_data() -> None:
    steps = read_workflow("check.yml")["jobs"]["review"]["steps"]
    trusted, submission = (step["with"] for step in steps if "actions/checkout@" in step.get("uses", ""))
    assert (trusted["path"], submission["path"]) == ("trusted", "submission")
    assert trusted["ref"] == "${{ github.event.merge_group.base_sha || 'main' }}"
    assert "ref" not in submission
    commands = [step for step in steps if "run" in step]
    assert commands[0]["run"].startswith("make -C trusted ")
    assert {step["working-directory"] for step in commands[1:]} == {"trusted"}
    uploads = {
        step["with"]["name"]: step["with"]["path"] for step in steps if "upload" in step.get("uses", "")
    }
    assert uploads["review"] == "${{ runner.temp }}/review/review.json"
    assert not any("cache" in str(step.get("with", "")) for step in steps)


def test_a_required_check_is_always_reported() -> None:
    check = read_workflow("check.yml")
    assert set(check[True]) == {"pull_request", "merge_group"}
    assert check[True]["pull_request"] == {
        "branches": ["main"]
    }  # no paths: what they leave out is never reported
    assert [name for name, job in check["jobs"].items() if "if" in job or "needs" in job] == []


def test_the_comment_runs_nothing_but_the_main_branch() -> None:
    comment = read_workflow("comment.yml")
    assert comment[True] == {"workflow_run": {"workflows": ["Check"], "types": ["completed"]}}
    assert read_workflow("check.yml")["name"] == "Check"
    (job,) = comment["jobs"].values()
    (checkout,) = [step for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
    assert checkout["with"]["ref"] == "main"
    (download,) = [step for step in job["steps"] if "actions/download-artifact@" in step.get("uses", "")]
    assert download["with"]["path"].startswith("${{ runner.temp }}/")
    ignored = [
        line for path in WORKFLOWS for line in path.read_text().splitlines() if "zizmor: ignore" in line
    ]
    assert [line.split("#")[0].strip() for line in ignored] == ["workflow_run:"]


def test_only_what_passed_the_check_and_the_build_is_deployed() -> None:
    jobs = read_workflow("publish.yml")["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert commands == [
        "make check FORMAT=github",
        '.venv/bin/python .github/scripts/collect_pull_requests.py "$RUNNER_TEMP/pull-requests.json"',
        "make site",
    ]
    assert jobs["deploy"]["needs"] == "build"
    assert "if" not in jobs["deploy"]  # `if: always()` would deploy after a failure
    assert [name for name, job in jobs.items() if "audit" in job.get("needs", ())] == []
    assert jobs["audit"]["needs"] == "build"


def read_ruleset() -> dict[str, Any]:
    ruleset: dict[str, Any] = json.loads((ROOT / ".github/rulesets/main.json").read_text(encoding="utf-8"))
    return ruleset


def list_lines(ruleset: dict[str, Any]) -> list[tuple[str, str]]:
    """Give each line of the ruleset that decides something: what it is called, and its value."""
    lines = [("enforcement", ruleset["enforcement"]), ("bypass_actors", ruleset["bypass_actors"])]
    lines += ruleset["conditions"]["ref_name"].items()
    for rule in ruleset["rules"]:
        lines.append((rule["type"], None))
        for name, value in rule.get("parameters", {}).items():
            entries = value if name == "required_status_checks" else [{name: value}]
            lines += [(key, one) for entry in entries for key, one in entry.items()]
    told = {(name, "" if value is None else write_value(value)) for name, value in lines}
    return sorted(told)


def write_value(value: Any) -> str:
    return value if value == "active" else json.dumps(value)


def test_the_ruleset_requires_the_jobs_of_the_check_by_their_names() -> None:
    names = {job["name"] for job in read_workflow("check.yml")["jobs"].values()}
    rules = {rule["type"]: rule.get("parameters", {}) for rule in read_ruleset()["rules"]}
    checks = rules["required_status_checks"]["required_status_checks"]
    assert {check["context"] for check in checks} == names == {"Review", "Tests"}
    assert {check["integration_id"] for check in checks} == {15368}  # GitHub Actions itself


def test_the_ruleset_lets_nobody_past_a_review() -> None:
    ruleset = read_ruleset()
    assert (ruleset["target"], ruleset["enforcement"], ruleset["bypass_actors"]) == ("branch", "active", [])
    assert ruleset["conditions"]["ref_name"] == {"include": ["~DEFAULT_BRANCH"], "exclude": []}
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]}
    assert rules.keys() >= {"deletion", "non_fast_forward"}
    assert rules["pull_request"] == {
        "required_approving_review_count": 1,
        "dismiss_stale_reviews_on_push": True,
        "require_code_owner_review": True,
        "require_last_push_approval": True,
        "required_review_thread_resolution": True,
        "allowed_merge_methods": ["merge"],
    }
    assert rules["required_status_checks"]["strict_required_status_checks_policy"] is True


def test_every_line_of_the_ruleset_is_explained_and_the_other_way_round() -> None:
    page = (ROOT / "docs/approval.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (?:`([^|]*)`)? ?\| ([^|]+) \|$", page, re.MULTILINE)
    assert sorted({(name, value) for name, value, _ in rows}) == list_lines(read_ruleset())
    assert len({name + value for name, value, _ in rows}) == len(rows)
    assert [name for name, _, why in rows if len(why) < 15] == []
