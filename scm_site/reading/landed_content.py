"""Whether the content of a commit of the main line is what merging a branch gives: git merges it once more.

A forge merges a branch as `git merge` does. So the content of a merge, a squash or a rebase says whether what was
agreed to came onto the main line, all of it and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from pathlib import Path

from scm_site.reading.git_commands import GitCommands, TooOldError, open_git
from scm_site.reading.git_history import History
from scm_site.reading.git_log import LogCommit, split_changes
from scm_site.reading.quoting import quote_path

#: The first version of git that merges many commits without a checkout.
GIT_NEEDED = "2.39"
MOST_NAMED = 3

SHALLOW = "the clone is shallow, so that nobody can merge it once more and compare"
GONE = "the last commit of the pull request is not here, so that nobody can compare what it became"
CUT_OFF = "the commits before it are not here, so that nobody can compare"
TOO_OLD = f"the git on this computer is too old to merge it once more and compare; version {GIT_NEEDED} can"


class Held(Enum):
    """What came of holding content against what it must be."""

    SAME = auto()
    OTHER = auto()
    NOT_HERE = auto()  # what it must be is not in this clone
    NOT_KNOWN = auto()  # it cannot be worked out


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """What came of it, in words where it is not the same; `became` are the commits of the line that it explains."""

    held: Held
    why: str = ""
    became: tuple[str, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Claim:
    """That a pull request with this last commit and that many commits became `commit` on the main line."""

    commit: str
    head: str
    commits: int


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The content of each merge of the main line, by its commit, and of what forges say that pull requests became."""

    merges: Mapping[str, Content] = field(default_factory=dict)
    claims: Mapping[Claim, Content] = field(default_factory=dict)
    gap: str = ""


@dataclass(frozen=True)
class Line:
    """The commits of the main line, the newest first."""

    commits: tuple[LogCommit, ...]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each commit, by its hash."""
        return {commit.id: place for place, commit in enumerate(self.commits)}

    def changes_nothing(self, commit: LogCommit) -> bool:
        """Tell whether a commit has the content of the one before it."""
        before = self.places.get(next(iter(commit.parents), ""))
        return before is not None and self.commits[before].tree == commit.tree


@dataclass(frozen=True, slots=True)
class Step:
    """That a commit of the main line must be `head` merged into `base`."""

    base: str
    head: str
    commit: LogCommit


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What merging gave: the tree of each pair of commits, and the paths in which a step differs from it."""

    trees: Mapping[tuple[str, str], str]
    differing: Mapping[Step, tuple[str, ...]]

    def is_same(self, steps: Iterable[Step]) -> bool:
        """Tell whether all steps are as they must be, as far as the folder of the register goes."""
        return not any(self.differing.get(step) for step in steps)


def read_contents(root: Path, history: History, claims: Iterable[Claim]) -> Contents:
    """Merge once more what came onto the main line, and compare; raises GitError where git cannot read it.

    Where git is too old, nothing is known, and the gap says so.
    """
    line = Line(history.line)
    merges = [commit for commit in line.commits if len(commit.parents) == 2]
    parents = {commit.id: commit.parents for commit in line.commits}
    single = sorted({claim for claim in claims if len(parents.get(claim.commit, ())) == 1})
    if not merges and not single:
        return Contents()
    with open_git(root, "what was merged cannot be compared") as git:
        try:
            return _compare(git, line, merges, single, Held.NOT_KNOWN if history.shallow else Held.OTHER)
        except TooOldError:
            unknown = Content(held=Held.NOT_KNOWN, why=TOO_OLD)
            return Contents(
                merges=dict.fromkeys((one.id for one in merges), unknown),
                claims=dict.fromkeys(single, unknown),
                gap=TOO_OLD,
            )


def _compare(
    git: GitCommands, line: Line, merges: Sequence[LogCommit], claims: Sequence[Claim], unlike: Held
) -> Contents:
    """Compare merges and claims, with all that has to be merged for it in one go; `unlike` is what a difference is."""
    of_merges = {one.id: Step(one.parents[0], one.parents[1], one) for one in merges}
    here = git.find_present(
        {claim.head for claim in claims} | {parent for one in merges for parent in one.parents}
    )
    whole = {commit: step for commit, step in of_merges.items() if {step.base, step.head} <= here}
    ways = {claim: tuple(list_ways(git, line, claim)) for claim in claims if claim.head in here}
    steps = [*whole.values(), *(step for found in ways.values() for way in found for step in way)]
    merged = merge_steps(git, steps)
    cut_off = Content(held=Held.NOT_KNOWN, why=CUT_OFF)
    return Contents(
        merges=dict.fromkeys(of_merges, cut_off)
        | {commit: _judge(merged, [[step]], unlike) for commit, step in whole.items()},
        claims={claim: _judge(merged, ways[claim], unlike) if claim in ways else _GONE for claim in claims},
    )


_GONE = Content(held=Held.NOT_HERE, why=GONE)


def _judge(merged: Merged, ways: Iterable[Sequence[Step]], unlike: Held) -> Content:
    """Give what came of several ways in which content can have come: the first that fits, else the last one."""
    last: Sequence[Step] = ()
    for way in ways:
        last = way
        if way and merged.is_same(way):
            return Content(held=Held.SAME, became=tuple(step.commit.id for step in way))
    paths = next((merged.differing[step] for step in last if merged.differing.get(step)), ())
    why = SHALLOW if unlike is Held.NOT_KNOWN else tell_differing(paths)
    return Content(held=unlike if last else Held.NOT_KNOWN, why=why if last else CUT_OFF)


def tell_differing(paths: Sequence[str]) -> str:
    """Say in which files something else came than was agreed to."""
    named = ", ".join(map(quote_path, paths[:MOST_NAMED]))
    more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
    return f"what it brings is not what merging the branch gives; it differs in {named}{more}"


def list_ways(git: GitCommands, line: "Line", claim: Claim) -> Iterator[list[Step]]:
    """Give how a pull request can have become one single commit, or the last of several: rebased, or squashed.

    Each commit of a branch that is rebased gives one of the main line, except those that change nothing. Where the main
    line was moved forward to a branch, its commits themselves are there, and only the last is known to be of it.
    """
    place = line.places[claim.commit]
    told = git.list_branch(claim.head, claim.commits)
    branch = [commit for commit, is_empty in told if not is_empty and commit not in line.places]
    own = [one for one in line.commits[place : place + claim.commits] if not line.changes_nothing(one)]
    landed = own[: len(branch)]
    if landed and len(landed) == len(branch) and all(len(one.parents) == 1 for one in landed):
        base = landed[-1].parents[0]
        yield [Step(base, head, commit) for head, commit in zip(branch, landed, strict=True)]
    last = line.commits[place]
    yield [Step(last.parents[0], claim.head, last)]


def merge_steps(git: GitCommands, steps: Sequence[Step]) -> Merged:
    """Merge the two commits of each step, in a repository where no settings of this one count."""
    pairs = sorted({(step.base, step.head) for step in steps})
    with git.lend_objects() as lent:
        trees = dict(zip(pairs, lent.merge_many(pairs), strict=True))
        prefix = git.find_prefix()
        differing = {
            step: tuple(list_differing(lent, trees[step.base, step.head], step.commit.tree, prefix))
            for step in steps
            if trees[step.base, step.head] != step.commit.tree
        }
    return Merged(trees=trees, differing=differing)


def list_differing(git: GitCommands, one: str, other: str, prefix: str) -> Iterator[str]:
    """Give the paths in the folder of the register that differ between two trees."""
    for _, entry in split_changes(git.compare_whole_trees(one, other)):
        for path in filter(None, (entry.was, entry.path)):
            if path.startswith(prefix):
                yield path.removeprefix(prefix)
