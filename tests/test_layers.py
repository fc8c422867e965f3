"""Data flows one way through the stages, and few modules touch the world outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: The stages, first to last, as the map in README.md shows them. A module may import from its own stage and from those
#: that stand before it, never from a later one. A new part of `scm_site` gets its place here and in the map.
LAYERS = (
    # the words that every stage uses, one module each; these, too, know only those before them
    *("findings", "rule", "brought", "days", "grids", "zones", "declared", "digits", "locations", "words"),
    *("rule_sentences", "sentences"),
    "terms",
    "texts",
    "migration",
    "reading",
    "records",
    "addresses",
    "checks",
    "compliance",
    "approval",
    "scaffold",
    "editor_files",
    "filing",
    "data",
    "review",
    "rules",
    "pages",
    "reports",
    "output",
    "pipeline",
    "demo",
    "mkdocs_plugin",
    "cli",
    "__main__",
)

#: The rooms of a stage that has more modules than one takes in at a time, first to last: the same holds for them.
ROOMS = {
    "pages": ("frame", "changes", "compliance", "group", "outcome", "forms", "reference", "front", "site"),
}

#: What leads out of the program, and the only places that may use it (paths below scm_site/).
GATES = {
    "mkdocs": ("mkdocs_plugin/",),
    "properdocs": ("mkdocs_plugin/",),
    "git": ("reading/git_commands.py",),
    "pypdf": ("reading/attached/pdf_",),
    "lxml": ("reading/attached/",),
    "PIL": ("reading/attached/picture_metadata.py",),
    "subprocess": ("reading/git_commands.py", "reading/attached/worker.py", "demo/repository.py"),
    "multiprocessing": ("reading/git_commands.py",),
}
PROCESS_CALLS = {"os.system", "os.popen", "os.fork", "asyncio.create_subprocess_exec"}
CLOCK_CALLS = {
    *(f"{kind}.{call}" for kind in ("date", "datetime") for call in ("today", "now", "utcnow")),
    *(f"time.{call}" for call in ("time", "time_ns", "localtime", "gmtime", "ctime")),
}
ENTRY_POINTS = ("mkdocs_plugin/", "cli/")


#: Who else looks at what a file says as a `dict`, because it compares or hands on versions of a file that may not fit
#: today's schema. This list only gets shorter.
LOOKS_AT_DATA = (
    "approval/audit.py",
    "compliance/arrivals.py",
    "data/archive/language_versions.py",
    "data/record_changes.py",
    "review/agreed_rules.py",
    "review/points_to_look_at.py",
    "review/published_rules.py",
    "review/review.py",
)
MAKES_RECORDS = ("reading/", "records/", "scaffold/")


def find_faults(package: Path) -> list[str]:
    """Give one line for each import or call that the order of the stages forbids."""
    faults = []
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        for line, words in sorted({*judge_imports(where, tree), *judge_calls(where, tree)}):
            faults.append(f"scm_site/{where}:{line}: {words}")
    return faults


def judge_imports(where: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find imports of a later stage, and of what only one place may use."""
    own = find_place(where)
    if 0 in own[: name_place(where).count("/") + 1] and where != "__init__.py":
        yield 1, f"`{name_place(where)}` has no place in LAYERS or ROOMS of tests/test_layers.py; give it one"
        return
    for line, module in [*list_imports(where, tree), *list_declared(tree)]:
        gate = GATES.get(module.split(".")[0])
        if gate and not where.startswith(gate):
            yield line, f"imports `{module}`, which only scm_site/{' and '.join(gate)} may do"
        other = module.removeprefix("scm_site.").replace(".", "/")
        if module.startswith("scm_site.") and find_place(other) > own:
            told = name_place(where) or "scm_site"
            yield line, f"imports `{module}`: `{name_place(other)}` comes later than `{told}`"


def find_place(where: str) -> tuple[int, int]:
    """Give the places of a module's stage and of its room, from 1; 0 where it has none."""
    stage, _, room = name_place(where).partition("/")
    rooms = ROOMS.get(stage, ())
    return (
        LAYERS.index(stage) + 1 if stage in LAYERS else 0,
        rooms.index(room) + 1 if room in rooms else 0,
    )


def name_place(where: str) -> str:
    """Give the stage of a path below scm_site/, and its room if the stage has rooms: `pages/frame`."""
    stage, room, *_ = (part.removesuffix(".py") for part in f"{where}//".split("/"))
    if stage == "__init__":
        return ""
    return f"{stage}/{room}" if room not in ("", "__init__") and stage in ROOMS else stage


def judge_calls(where: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find places that read the clock or start a program and may not."""
    aliases = find_aliases(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute | ast.Name):
            continue
        dotted = spell(node, aliases)
        call = ".".join(dotted.split(".")[-2:])
        if call in CLOCK_CALLS and not where.startswith(ENTRY_POINTS):
            yield node.lineno, f"reads the clock with `{call}`; take the day as an argument `as_of`"
        if is_file_data(node) and not where.startswith((*MAKES_RECORDS, *LOOKS_AT_DATA)):
            yield node.lineno, "looks at a record as a `dict` (`.file.data`); use a field of its type"
        if dotted in PROCESS_CALLS:
            yield (
                node.lineno,
                f"starts a program with `{dotted}`; only scm_site/{' and '.join(GATES['subprocess'])} may do so",
            )


def is_file_data(node: ast.expr) -> bool:
    """Tell whether an expression is `file.data`, or ends in `.file.data`."""
    return isinstance(node, ast.Attribute) and f".{ast.unparse(node)}".endswith(".file.data")


def list_imports(where: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give every imported module with its line; `from a import b` counts as `a.b`, which may be a module."""
    package = ["scm_site", *where.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{origin}.{name.name}") for name in node.names)


def list_declared(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the modules that `find_declared` imports by the names it is called with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("find_declared"):
            words = (word.value for word in node.args if isinstance(word, ast.Constant))
            yield from ((node.lineno, f"scm_site.{word!s}") for word in words)


def find_aliases(tree: ast.Module) -> dict[str, str]:
    """Give what each imported name stands for: after `from time import time as t`, `t` is `time.time`."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            aliases |= {name.asname: name.name for name in node.names if name.asname}
        elif isinstance(node, ast.ImportFrom) and node.module:
            aliases |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
    return aliases


def spell(node: ast.expr, aliases: dict[str, str]) -> str:
    """Write `a.b.c` out with its first name replaced by what it stands for; "" when it starts otherwise."""
    if isinstance(node, ast.Attribute):
        start = spell(node.value, aliases)
        return f"{start}.{node.attr}" if start else ""
    return aliases.get(node.id, node.id) if isinstance(node, ast.Name) else ""


def test_every_module_keeps_to_its_stage() -> None:
    faults = find_faults(ROOT / "scm_site")
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("where", "source", "words"),
    [
        (
            "reading/a.py",
            "from scm_site.pages.frame.page import Page",
            "`pages/frame` comes later than `reading`",
        ),
        ("records/a.py", "import scm_site.checks", "`checks` comes later than `records`"),
        ("records/a.py", "from scm_site import checks", "`checks` comes later than `records`"),
        ("records/a.py", "from ..checks import rules", "`checks` comes later than `records`"),
        (
            "pages/front/a.py",
            "def f():\n    import scm_site.pipeline",
            "`pipeline` comes later than `pages/front`",
        ),
        (
            "review/a.py",
            "from scm_site.pages.frame.page import Page",
            "`pages/frame` comes later than `review`",
        ),
        ("pages/front/a.py", "from scm_site.reports import a", "`reports` comes later than `pages/front`"),
        (
            "pages/frame/a.py",
            "from scm_site.pages.front import a",
            "`pages/front` comes later than `pages/frame`",
        ),
        (
            "pages/group/a.py",
            "from scm_site.pages import site",
            "`pages/site` comes later than `pages/group`",
        ),
        ("pages/__init__.py", "import scm_site.pages.frame", "`pages/frame` comes later than `pages`"),
        ("checks/a.py", "from scm_site.pages.attic import a", "comes later than `checks`"),
        ("pages/attic/a.py", "", "`pages/attic` has no place in LAYERS or ROOMS"),
        ("days.py", "import scm_site.grids", "`grids` comes later than `days`"),
        (
            "checks/a.py",
            "x = find_declared(Duty, 'compliance.a')",
            "`compliance` comes later than `checks`",
        ),
        ("findings.py", "import scm_site.reading", "`reading` comes later than `findings`"),
        ("__init__.py", "import scm_site.cli", "`cli` comes later than `scm_site`"),
        ("pages/front/a.py", "import mkdocs.structure.files", "only scm_site/mkdocs_plugin/ may do"),
        ("cli/a.py", "from properdocs import config", "only scm_site/mkdocs_plugin/ may do"),
        ("checks/a.py", "import git", "only scm_site/reading/git_commands.py may do"),
        (
            "cli/a.py",
            "from subprocess import run",
            "only scm_site/reading/git_commands.py and reading/attached/worker.py and demo/repository.py may",
        ),
        ("pages/front/a.py", "def f(record):\n    return record.file.data", "use a field of its type"),
        ("checks/a.py", "def f(file):\n    return file.data['text']", "use a field of its type"),
        ("checks/a.py", "import pypdf", "only scm_site/reading/attached/pdf_ may do"),
        ("cli/a.py", "import os\nos.system('ls')", "starts a program with `os.system`"),
        ("cli/a.py", "from os import popen\npopen('ls')", "starts a program with `os.popen`"),
        ("checks/a.py", "from datetime import date\nx = date.today()", "reads the clock with `date.today`"),
        ("checks/a.py", "import datetime as d\nx = d.datetime.now()", "reads the clock with `datetime.now`"),
        ("checks/a.py", "from datetime import date as d\nx = d.today", "reads the clock with `date.today`"),
        ("pages/front/a.py", "from time import time\nx = time()", "reads the clock with `time.time`"),
        ("helpers/a.py", "", "`helpers` has no place in LAYERS"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, where: str, source: str, words: str) -> None:
    module = tmp_path / where
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(source + "\n", encoding="utf-8")
    faults = find_faults(tmp_path)
    assert len(faults) == 1
    assert faults[0].startswith(f"scm_site/{where}:")
    assert words in faults[0]


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("checks/a.py", "from scm_site.reading import a\nfrom scm_site.rule import Rule"),
        ("reports/a.py", "from scm_site.pages import a\nfrom scm_site.reports import b"),
        ("pages/group/a.py", "from scm_site.pages.frame import a\nfrom scm_site.pages.group import b"),
        ("rules.py", "x = find_declared(Rule, 'review.a')"),
        ("mkdocs_plugin/a.py", "import mkdocs\nfrom datetime import date\nx = date.today()"),
        ("reading/git_commands.py", "import git\nimport subprocess"),
        ("records/a.py", "def f(record):\n    return record.file.data"),
        ("cli/a.py", "import time\nx = time.time()\ny = time.perf_counter()"),
        ("checks/a.py", "import gitlab_like_name, mkdocs_like_name\nx = holiday.today"),
    ],
)
def test_what_is_allowed_stays_quiet(tmp_path: Path, where: str, source: str) -> None:
    module = tmp_path / where
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(source + "\n", encoding="utf-8")
    assert find_faults(tmp_path) == []


@pytest.mark.parametrize("where", LOOKS_AT_DATA)
def test_who_no_longer_looks_at_data_is_off_the_list(where: str) -> None:
    tree = ast.parse((ROOT / "scm_site" / where).read_text(encoding="utf-8"))
    assert any(isinstance(node, ast.expr) and is_file_data(node) for node in ast.walk(tree))
