"""Run `mkdocs` or `properdocs` on the sample site: python run_generator.py NAME ARGUMENT...

The pipeline is replaced by the sample: content/name.txt is the site's name, and each
severity in content/findings.txt adds a finding.
"""

import importlib
import importlib.util
import sys
import types
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scm_site.findings import Finding, Place, Severity
from scm_site.pages.frame.page import Site

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Build:
    """What the pipeline gives, as far as the plugin looks."""

    site: Site | None
    findings: tuple[Finding, ...]
    address: str = "https://register.example/groups/"


def build(root: Path, *, as_of: date, **others: object) -> Build:  # noqa: ARG001 (as the real one)
    """Stand in for the pipeline: the sample site, and what the environment asks for."""
    told = tuple(
        Finding(
            rule="X001",
            severity=Severity(severity),
            place=Place(path="content/a.md", line=3),
            message="the sample is wrong",
            fix="Mend it.",
        )
        for severity in read_file(root / "content" / "findings.txt").split()
    )
    if any(finding.severity is Severity.ERROR for finding in told):
        return Build(site=None, findings=told)
    spec = importlib.util.spec_from_file_location("sample_site", HERE / "sample_site.py")
    assert spec is not None
    assert spec.loader is not None
    sample = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sample)
    name = read_file(root / "content" / "name.txt") or "Focus and Discussion groups"
    return Build(site=replace(sample.make_site(), name=name, as_of=as_of), findings=told)


def read_file(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def main() -> None:
    pipeline = types.ModuleType("scm_site.pipeline")
    vars(pipeline)["build"] = build
    sys.modules["scm_site.pipeline"] = pipeline
    generator = importlib.import_module(f"{sys.argv[1]}.__main__")
    generator.cli(sys.argv[2:], prog_name=sys.argv[1])


if __name__ == "__main__":
    main()
