"""What `scm status` and `scm due` print for the example register, as files beside the tests."""

from pathlib import Path

from scm_site.cli.main import main, make_parser, run
from tests.built_sites import EXAMPLE_DAY, has_git
from tests.quiet_output import Names, name_commits

EXPECTED = Path(__file__).parent / "expected"

#: The files, and the arguments that give them.
COMMANDS = {
    "status-warm-homes.txt": ["status", "warm-homes"],
    "due.txt": ["due"],
    "due.md": ["due", "--format", "markdown"],
}


def run_command(root: Path, *arguments: str, day: str = EXAMPLE_DAY) -> str:
    """Give what a command prints for a day; of a folder that is no repository, it is told to go on without."""
    switches = [] if has_git(root) else ["--no-history"]
    outcome = run(make_parser().parse_args(["--root", str(root), *arguments, "--as-of", day, *switches]))
    assert outcome.code == 0
    return outcome.text


def run_to_end(root: Path, *arguments: str) -> int:
    """Run a command as a user does and give how it ends; argparse ends the program itself."""
    try:
        return main(["--root", str(root), *arguments])
    except SystemExit as ended:
        return int(ended.code or 0)


def run_commands(root: Path) -> dict[str, str]:
    """Give the text for each file, with names for commits."""
    names = Names(name_commits(root))
    return {name: names.quieten(run_command(root, *arguments)) for name, arguments in COMMANDS.items()}


def write_expected_compliance(root: Path) -> None:
    """Accept what the code gives now for the history of the first groups below `root`."""
    EXPECTED.mkdir(exist_ok=True)
    for name, text in run_commands(root).items():
        (EXPECTED / name).write_text(text, encoding="utf-8", newline="\n")
