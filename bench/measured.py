"""Measurements of one register, each run alone: `python -m bench.measured WHAT ROOT`, see `MEASUREMENTS`."""

import json
import logging
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.synthetic_register import AS_OF

ROOT = Path(__file__).parents[1]
#: The stages of a build, by the calls in scm_site/pipeline.py; MkDocs is what is left of the whole.
CALLS = {
    "read": ("read_content",),
    "check": ("make_register", "run_rules"),
    "history": ("read_history",),
    "assess": ("make_board",),
    "pages": ("make_site",),
}


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What a stage cost; `peak` is the most memory (MB) that its process had held when the stage ended."""

    name: str
    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one size of register cost, and what came of it (bytes, and number of pages)."""

    groups: int
    records: int
    stages: tuple[Stage, ...]
    sizes: dict[str, int] = field(default_factory=dict)

    def find(self, name: str) -> Stage:
        """Give a stage by its name."""
        return next(stage for stage in self.stages if stage.name == name)

    def as_data(self) -> dict[str, object]:
        """Give plain data for JSON."""
        return asdict(self)


class Stopwatch:
    """Adds up what the calls of each stage cost."""

    def __init__(self) -> None:
        self.spent: dict[str, Stage] = {}

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        """Time a piece of work; one stage may have several."""
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        before = self.spent.get(name)
        self.spent[name] = Stage(
            name=name,
            cpu=time.process_time() - cpu + (before.cpu if before else 0),
            wall=time.perf_counter() - wall + (before.wall if before else 0),
            peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        )

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Give the same function, timed."""

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.time(name):
                return call(*arguments, **named)

        return timed


def measure_bytes(root: Path, watch: Stopwatch) -> dict[str, int]:
    """Yardstick: find every file and read its bytes."""
    with watch.time("bytes"):
        size = sum(len(path.read_bytes()) for path in sorted((root / "content").rglob("*")) if path.is_file())
    return {"content": size}


def measure_libyaml(root: Path, watch: Stopwatch) -> dict[str, int]:
    """Yardstick: read the fields of every file with PyYAML's fast loader, without places and without checks."""
    import yaml  # noqa: PLC0415 (each measurement loads only what it measures)

    with watch.time("libyaml"):
        for path in sorted((root / "content").rglob("*")):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                fields = text.split("---\n", 2)[1] if text.startswith("---\n") else text
                yaml.load(fields, Loader=yaml.CSafeLoader)
    return {}


def measure_build(root: Path, watch: Stopwatch) -> dict[str, int]:
    """Build the site as `make site` does, and tell its stages apart."""
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    from scm_site import pipeline  # noqa: PLC0415

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    for stage, calls in CALLS.items():
        for call in calls:
            setattr(pipeline, call, watch.wrap(stage, getattr(pipeline, call)))
    config_file = root / "mkdocs.yml"
    config_file.write_text(make_config(), encoding="utf-8")
    with watch.time("whole build"):
        config = load_config(str(config_file))
        build(config)
    whole, inside = watch.spent["whole build"], [watch.spent[stage] for stage in CALLS]
    watch.spent["MkDocs"] = Stage(
        name="MkDocs",
        cpu=whole.cpu - sum(stage.cpu for stage in inside),
        wall=whole.wall - sum(stage.wall for stage in inside),
        peak=whole.peak,
    )
    watch.spent["whole build"] = watch.spent.pop("whole build")  # last
    return weigh(root / "site")


def make_config() -> str:
    """Give a mkdocs.yml that builds the register beside it, with everything else as on the real site."""
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "docs/pages"),
        "site_dir": "site",
        "plugins": {"search": {}, "scm": {"root": ".", "as_of": AS_OF.isoformat()}},
    }
    return json.dumps(settings)


def weigh(site: Path) -> dict[str, int]:
    """Give the number of pages, and the bytes of the files that grow with the register."""
    sizes = {"pages": sum(1 for _ in site.rglob("*.html"))}
    sizes["site"] = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    for name in (
        "groups/index.html",
        "calendar/index.html",
        "compliance/index.html",
        "proposals/index.html",
        "outcomes/index.html",
        "search/search_index.json",
    ):
        sizes[name] = (site / name).stat().st_size
    sizes["sitemap.xml"] = (site / "sitemap.xml").stat().st_size
    return sizes


def measure_audit(root: Path, watch: Stopwatch) -> dict[str, int]:
    """Audit the whole main line, as `scm audit` does."""
    from scm_site import pipeline  # noqa: PLC0415
    from scm_site.approval.pull_requests import read_pull_requests  # noqa: PLC0415

    with watch.time("audit"):
        records = read_pull_requests(root / "pull-requests.json")
        found = pipeline.audit(root, records).audit
    return {"commits": len(found.changes)}


def measure_review(root: Path, watch: Stopwatch) -> dict[str, int]:
    """Review changes of several sizes, as `scm review` does."""
    from scm_site import pipeline  # noqa: PLC0415

    for files in REVIEWED:
        with watch.time(f"review {files}"):
            pipeline.review(root, "main", f"change-{files}", as_of=AS_OF)
    return {}


#: How many files the changes have that are reviewed; the first one shows what a review costs in any case.
REVIEWED = (1, 50, 100)

MEASUREMENTS = {
    "bytes": measure_bytes,
    "libyaml": measure_libyaml,
    "build": measure_build,
    "audit": measure_audit,
    "review": measure_review,
}


def main(what: str, root: str) -> None:
    """Run one measurement and print it as JSON."""
    watch = Stopwatch()
    sizes = MEASUREMENTS[what](Path(root), watch)
    print(json.dumps({"stages": [asdict(stage) for stage in watch.spent.values()], "sizes": sizes}))


if __name__ == "__main__":
    main(*sys.argv[1:])
