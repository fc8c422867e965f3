"""Runs the steps of a workflow as the forge's runner does: each `run` in bash, in its folder, with its variables."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")


def read_workflow(name: str) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))
    return workflow


@dataclass(frozen=True)
class StepRan:
    """How a step ended, what stands in the log, on the page of the run, and what it tells other steps."""

    code: int
    log: str
    summary: str
    output: str


@dataclass
class Workspace:
    """The folder of a job, with what the forge knows: the values of the expressions that its steps use."""

    folder: Path
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def temp(self) -> Path:
        return self.folder.parent / "temp"

    def run(self, workflow: str, job: str, name: str, **variables: str) -> StepRan:
        """Run one step of a job, which a failure before it does not stop; `variables` are the runner's own."""
        steps = read_workflow(workflow)["jobs"][job]["steps"]
        (step,) = [step for step in steps if step["name"] == name]
        self.temp.mkdir(exist_ok=True)
        files = {
            kind: self.temp / f"{kind}-{name}".replace(" ", "-")
            for kind in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")
        }
        for file in files.values():
            file.write_text("", encoding="utf-8")
        own = {key: self.fill(value) for key, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder / step.get("working-directory", "."),
            env={
                "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
                "HOME": str(self.temp),
                "RUNNER_TEMP": str(self.temp),
                **{kind: str(file) for kind, file in files.items()},
                **variables,
                **own,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )
        assert "Traceback" not in done.stdout, done.stdout
        summary, output = (file.read_text(encoding="utf-8") for file in files.values())
        return StepRan(done.returncode, done.stdout, summary, output)

    def fill(self, value: str) -> str:
        """Put the forge's values in the place of expressions."""
        return EXPRESSION.sub(lambda found: self.known[found[1]], value)
