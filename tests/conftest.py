"""The two registers of the repository as built sites, and the example with its history, once for all processes.

Also which tests run: `--tier`, see tiers.py.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import tiers
from tests.built_sites import (
    EXAMPLE_DAY,
    REAL,
    REAL_DAY,
    BuiltSite,
    build_site_once,
    make_demo_once,
    make_demo_project,
    make_example_project,
    make_project,
)
from tests.first_groups import make_history_once
from tests.pages.hostile_register import make_hostile_project

STARTED = time.time()

#: Hypothesis would fail an example that takes 200 ms, as any may on a machine that has other things to do.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--tier`."""
    parser.addoption("--tier", choices=tiers.LEFT_OUT, default="all", help="which tests run (default: all)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not in the tier."""
    tiers.refuse_reasonless(items)
    tiers.mark_histories(items)
    config.hook.pytest_deselected(items=tiers.leave_out(config.getoption("tier"), items))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Give one worker more than there are cores: while one waits for the browser or for git, its core is free."""
    return tiers.count_cores() + 1


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a worker tell its processor time."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["processor_seconds"] = tiers.find_processor_seconds()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the processor time of a worker."""
    tiers.OF_WORKERS.append(getattr(node, "workeroutput", {}).get("processor_seconds", 0))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Keep the result when a tier was asked for as a whole and has passed; a worker knows of its own tests alone."""
    if hasattr(config, "workerinput"):
        return
    asked = [word.partition("=")[0] for word in config.invocation_params.args if word.startswith("--tier")]
    narrowed = config.option.keyword or config.option.markexpr or config.option.collectonly
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not narrowed
    if asked and whole and exitstatus == pytest.ExitCode.OK:
        counts = {name: len(reports) for name, reports in terminalreporter.stats.items()}
        tiers.keep_result(
            config.getoption("tier"), counts.get("passed", 0), counts.get("skipped", 0), STARTED
        )


@pytest.fixture(scope="session")
def example_site() -> BuiltSite:
    """The site of the first groups of the worked example; its register is the folder above."""
    return build_site_once("example-site", make_example_project, EXAMPLE_DAY)


@pytest.fixture(scope="session")
def demo_site() -> BuiltSite:
    """The site of the whole worked example."""
    return build_site_once("demo-site", make_demo_project, EXAMPLE_DAY)


@pytest.fixture(scope="session")
def real_site() -> BuiltSite:
    """The site of the real register."""
    return build_site_once("real-site", lambda folder: make_project(folder, REAL), REAL_DAY)


@pytest.fixture(scope="session")
def hostile_site() -> BuiltSite:
    """The site of a register whose texts try to get out of theirs; the register is the folder above."""
    return build_site_once("hostile-site", make_hostile_project, EXAMPLE_DAY)


@pytest.fixture(scope="session")
def example_history() -> Path:
    """The first groups of the worked example as a git repository; tests read it, and change a copy."""
    return make_history_once()


@pytest.fixture(scope="session")
def demo_history() -> Path:
    """The whole worked example as a git repository; tests only read it."""
    return make_demo_once()


@pytest.fixture
def as_ordinary_user() -> Iterator[Path]:
    """Give a folder of an ordinary user, as which the test then runs: root may read everything."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(folder, 65534, -1)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)
    else:
        yield folder
    shutil.rmtree(folder)
