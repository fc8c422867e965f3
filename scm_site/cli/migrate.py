"""`scm migrate`: a register in the shape of the release before becomes one of today, with the days of its history."""

import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from scm_site.cli.answer import FINDINGS, Answer, CannotRunError
from scm_site.cli.options import require_history

if TYPE_CHECKING:
    from scm_site.migration.moving import Move
    from scm_site.pipeline import CheckResult
    from scm_site.reading.carrying import Carried

LEDGER = "content/carried-over.yml"
APPROVALS = "content/approvals.yml"
HEAD = """\
# When files arrived that were made of older ones: in the commit in which the older one first said so.
# Made by `scm migrate`. Nobody edits it: a change of it that is not a whole move of the register is an error (B017).
"""
NOTHING = "There is nothing to move: the register is in the shape of this release.\n"
NEXT = """
Next:
  1. Look at what changed: `git add --all content`, then `git diff --cached --stat`.
  2. Commit all of it at once, and propose it in a pull request of its own. `git revert` of that commit undoes it.
"""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What moving a register changes: what to write and to delete, when each new file arrived, and what cannot move."""

    written: Mapping[str, str]
    deleted: tuple[str, ...]
    move: "Move"
    carried: tuple["Carried", ...]
    days: Mapping[str, str]
    faults: tuple[str, ...]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would change and what cannot be moved, and change nothing",
    )


def run(arguments: Namespace) -> Answer:
    """Move the register below `--root`, all of it or nothing.

    Raises CannotRunError where git does not tell the whole history, or something is not committed yet.
    """
    from scm_site.pipeline import check

    root: Path = arguments.root
    checked = check(root)
    if not checked.move.former:
        return Answer(text=NOTHING)
    plan = make_plan(root, checked)
    told = "".join(f"{line}\n" for line in tell(plan))
    if plan.faults:
        faults = "".join(f"  {fault}\n" for fault in plan.faults)
        return Answer(
            text=f"{told}\nIt cannot be moved yet:\n{faults}\nNothing was changed.\n", code=FINDINGS
        )
    if arguments.dry_run:
        return Answer(text=f"{told}\nNothing was changed; `scm migrate` does it.\n")
    refuse_unsaved(root)
    write(root, plan, checked)
    return Answer(text=told + NEXT)


def make_plan(root: Path, checked: "CheckResult") -> Plan:
    """Work out what changes; raises CannotRunError where git does not tell the whole history."""
    from scm_site.migration.moving import NO_MOVE
    from scm_site.reading.carrying import carry_over, find_origins
    from scm_site.reading.git_history import read_history
    from scm_site.scaffold.finished_record import render_record

    move, ledger = checked.move, checked.register.carried
    with require_history("a register is moved with its history, so that nothing arrives anew"):
        history = read_history(root)
    if history.boundary:
        raise CannotRunError(
            "this clone is shallow, and a register is moved with its history: fetch the rest first"
        )
    found = tuple(find_origins(carry_over(history, ledger, NO_MOVE), move, ledger))
    gone = {piece.made_of for piece in move.pieces}
    kept = (one for one in ledger if one.path not in gone)
    carried = tuple(sorted((*kept, *found), key=lambda one: one.path))
    written = {
        piece.path: render_record(piece.data, is_markdown=piece.path.endswith(".md")) for piece in move.pieces
    }
    written |= {path: replace_body(root / path, body) for path, body in move.texts.items()}
    written |= dict(rewrite_approvals(root))
    written[LEDGER] = HEAD + render_record(
        {"files": [list_fields(one) for one in carried]}, is_markdown=False
    )
    return Plan(
        written=written,
        deleted=tuple(sorted(move.former)),
        move=move,
        carried=found,
        days={commit.id: commit.day.isoformat() for commit in history.commits},
        faults=tuple(list_faults(checked, found)),
    )


def list_faults(checked: "CheckResult", found: Iterable["Carried"]) -> Iterator[str]:
    """Give what stands in the way: files that cannot be moved, other errors, and what no commit says."""
    from scm_site.findings import Severity

    for finding in checked.findings:
        if finding.severity is Severity.ERROR:
            yield f"{finding.place.path}:{finding.place.line}: {finding.rule} {finding.message}"
    known = {one.path for one in found}
    for piece in checked.move.list_new():
        if piece.path not in known:
            yield f"{piece.made_of}: no commit of this branch says what becomes {piece.path}; commit it first"


def list_fields(one: "Carried") -> dict[str, object]:
    """Give an entry of the list as plain data."""
    return {"path": one.path, "commit": one.commit, "was": one.was, "fields": list(one.fields)}


def replace_body(file: Path, body: str) -> str:
    """Give the text of a Markdown file with another body below its fields."""
    from scm_site.reading.front_matter import FrontMatter, split_front_matter

    text = file.read_text(encoding="utf-8-sig")
    parts = split_front_matter(file.name, text)
    if not isinstance(parts, FrontMatter):
        raise CannotRunError(f"{file} has no fields any more")
    return "\n".join([*text.split("\n")[: parts.body_line - 1], body, ""])


def rewrite_approvals(root: Path) -> Iterator[tuple[str, str]]:
    """Give the file that says who must agree, with the kinds of today, where it has others."""
    from scm_site.migration.kinds import move_kinds, rewrite_kinds
    from scm_site.reading.yaml_values import read_yaml

    text = (root / APPROVALS).read_text(encoding="utf-8-sig")
    data = read_yaml(APPROVALS, text, remarks=True).data
    if data is None or move_kinds(data) == data:
        return
    new = rewrite_kinds(text, data)
    if read_yaml(APPROVALS, new, remarks=True).data != move_kinds(data):
        raise CannotRunError(
            f"{APPROVALS} is written in a way that cannot be changed here; write each `changes` on one line"
        )
    yield APPROVALS, new


def tell(plan: Plan) -> Iterator[str]:
    """Say what becomes of each file, and when it arrived."""
    when = {
        one.path: f"{plan.days.get(one.commit, 'day not known')}, {one.commit[:10]}" for one in plan.carried
    }
    for path in plan.deleted:
        yield f"{path} becomes"
        for piece in plan.move.pieces:
            if piece.made_of == path:
                yield f"  {piece.path} ({when.get(piece.path, 'not committed')})"
    made = {piece.path for piece in plan.move.pieces}
    for path in sorted(plan.written.keys() - made):
        yield f"{path} is written{'' if path == LEDGER else ' again'}"


def refuse_unsaved(root: Path) -> None:
    """Raise CannotRunError where files are not committed: a move can be undone only if it is all that changes."""
    from scm_site.reading.revisions import read_start

    with require_history():
        touched = sorted(path for path in read_start(root, "HEAD").touched if path.startswith("content/"))
    if touched:
        more = f" and {len(touched) - 3} more" if len(touched) > 3 else ""
        raise CannotRunError(
            f"not everything is committed: {', '.join(touched[:3])}{more}; commit or stash it first"
        )


def write(root: Path, plan: Plan, checked: "CheckResult") -> None:
    """Write the register anew beside its place, check that it says the same, and put it in its place as a whole."""
    from scm_site.output.next_folder import make_anew
    from scm_site.pipeline import check

    with TemporaryDirectory(prefix="scm-") as folder:
        made = Path(folder)
        shutil.copytree(root / "content", made / "content", symlinks=True)
        for path in plan.deleted:
            (made / path).unlink()
        for path, text in plan.written.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_text(text, encoding="utf-8", newline="\n")
        remove_empty(made / "content")
        refuse_other(checked, check(made))
        with make_anew(root / "content") as next_one:
            shutil.copytree(made / "content", next_one, symlinks=True, dirs_exist_ok=True)


def remove_empty(folder: Path) -> None:
    """Remove folders in which nothing is left."""
    for inner in sorted(folder.rglob("*"), reverse=True):
        if inner.is_dir() and not inner.is_symlink() and not any(inner.iterdir()):
            inner.rmdir()


def refuse_other(checked: "CheckResult", made: "CheckResult") -> None:
    """Raise CannotRunError where what was written does not say what was moved in memory."""
    before = {one.path: one.data for one in checked.register.files}
    after = {one.path: one.data for one in made.register.files if one.path != LEDGER}
    before.pop(LEDGER, None)
    if wrong := [
        path for path in sorted(before.keys() | after.keys()) if before.get(path) != after.get(path)
    ]:
        raise CannotRunError(f"{wrong[0]} would say something else than before; nothing was changed")
    if made.has_errors or made.move.former:
        raise CannotRunError("what would be written has errors; nothing was changed")
