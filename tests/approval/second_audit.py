"""A second audit, which shares nothing with the first: git's own commands, YAML, and the forge's records.

It knows proposals, the board's roster, meetings with the co-chairs of their groups, the rules and everything else, and
says for each commit of the main line what contradicts its record or is missing. What it does not name may be true;
that, the forge alone says.
"""

import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

DAY = timedelta(days=1)
Record = dict[str, Any]


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "--no-replace-objects", *words], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def find_problems(root: Path, records: Record) -> set[str]:
    """Give what is wrong with the main line or with the records of it."""
    line = git(root, "rev-list", "--first-parent", "HEAD").split()[:-1]  # but for the import
    merged = records["merged"]
    numbers = [one["number"] for one in merged]
    problems = {f"#{number} is told twice" for number in numbers if numbers.count(number) > 1}
    problems |= {f"#{one['number']} is lost" for one in merged if one["merge_commit"] not in line}
    if records["head"] not in line:
        return problems | {"the records end nowhere"}
    covered = line[line.index(records["head"]) :]
    for place, commit in enumerate(line):
        own = [one for one in merged if one["merge_commit"] == commit]
        if commit not in covered:
            problems.add(f"{commit} came after the records")
        elif own:
            later = read_day(root, line[place - 1]) if place else None
            problems |= {f"{commit}: {told}" for told in judge(root, commit, own, later)}
        else:
            problems.add(f"{commit} has no record")
    return problems


def judge(root: Path, commit: str, own: list[Record], later: date | None) -> Iterator[str]:
    """Say what is wrong with a commit and its records; those with its last commit count together."""
    parents = git(root, "rev-parse", f"{commit}^@").split()
    fitting = [one for one in own if one["head"] == (parents[1:] or [commit])[0]]
    if not fitting:
        yield "another commit was merged"
        return
    if len(parents) > 1:
        tree = git(root, "merge-tree", "--write-tree", *parents).split("\n")[0]
        if tree != git(root, "rev-parse", f"{commit}^{{tree}}"):
            yield "its content is not that of the merge"
        subject = git(root, "log", "-1", "--format=%s", commit)
        if not any(f"#{one['number']} " in subject for one in fitting):
            yield "it has another number"
    first, day = fitting[0], read_day(root, commit)
    told = datetime.fromisoformat(first["merged_at"]).date()
    if told < day - DAY or (later and told > later + DAY):
        yield "it came on another day"
    if not is_agreed(root, commit, parents, fitting):
        yield "not enough agreed"


def read_day(root: Path, commit: str) -> date:
    seconds = int(git(root, "log", "-1", "--format=%ct", commit))
    return datetime.fromtimestamp(seconds).date()  # noqa: DTZ006 (a day's difference is none)


def is_agreed(root: Path, commit: str, parents: list[str], fitting: list[Record]) -> bool:
    """Tell whether enough of each office agreed, who wrote nothing of it."""
    first = fitting[0]
    mails = git(root, "log", "--format=%ae", commit, f"^{parents[0]}", "--no-merges").split()
    wrote = {mail.partition("@")[0].partition("+")[2] for mail in mails}
    wrote |= {account for one in fitting for account in (*one["authors"], one.get("opener", ""))}
    reviews = [review for one in fitting for review in one["reviews"]]
    agreed = {first["merged_by"]} | {
        one["account"]
        for one in reviews
        if one["commit"] == first["head"] and one["at"] <= first["merged_at"]
    }
    before, day = parents[0], date.fromisoformat(first["merged_at"][:10])
    paths = git(root, "diff", "--name-only", "--no-renames", before, commit).split("\n")
    able = agreed - wrote
    return all(
        is_agreed_by_groups(root, before, commit, path, able)
        if "/meetings/" in path
        else is_enough(root, before, day, path, able)
        for path in paths
    )


def is_enough(root: Path, before: str, day: date, path: str, agreed: set[str]) -> bool:
    """Tell whether enough of those agreed who must, to one path."""
    rules = yaml.safe_load(git(root, "show", f"{before}:content/approvals.yml"))
    if not path.startswith("content/proposals/"):
        return bool(agreed & set(rules["maintainers"]))
    (rule,) = [one for one in rules["rules"] if "proposal" in one["changes"]]
    board = yaml.safe_load(git(root, "show", f"{before}:content/board.yml"))["people"]
    able = {
        one.get("account")
        for one in board
        if one["from"] <= day and (one.get("to") is None or day <= one["to"])
    }
    return bool(len(agreed & able) >= rule["agree"][0].get("approvals", 1))


def is_agreed_by_groups(root: Path, before: str, commit: str, path: str, agreed: set[str]) -> bool:
    """Tell whether the co-chair of each group agreed that the plan names before or after; not where it is not known."""
    words = path.split("/")
    plan = "/".join([*words[:5], "meeting.md"])
    groups = {words[2]}
    for revision in (before, commit):
        text = git(root, "show", f"{revision}:{plan}")
        named = read_fields(text).get("groups", []) if text else []
        if not isinstance(named, list):
            return False
        groups |= {str(one) for one in named}
    return all(agreed & set(list_co_chairs(root, before, group)) for group in groups)


def read_fields(text: str) -> Record:
    """Give the fields above a text; such as no group could have where they cannot be read."""
    try:
        fields = yaml.safe_load(text.split("---\n")[1])
    except (IndexError, yaml.YAMLError):
        fields = None
    return fields if isinstance(fields, dict) else {"groups": None}


def list_co_chairs(root: Path, before: str, group: str) -> Iterator[str]:
    """Give the account of the newest co-chair of a group: of the launch, or of the last act that hands over."""
    folder = f"content/groups/{group}"
    members = read_fields(git(root, "show", f"{before}:{folder}/launch.md"))["members"]
    persons = [one["person"] for one in members if one["role"] == "co-chair"]
    acts = git(root, "ls-tree", "-r", "--name-only", before, f"{folder}/acts/").split()
    for path in (one for one in acts if one.endswith(".hands-over.yml")):
        act = yaml.safe_load(git(root, "show", f"{before}:{path}"))
        if act.get("role") == "co-chair":
            persons = [act["person"]["person"]]
    people = yaml.safe_load(git(root, "show", f"{before}:content/secretariat.yml"))["people"]
    yield from (one["account"] for one in people if one["id"] in persons)
