"""What a person should look at before agreeing, because no rule can judge it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scm_site.approval.change_kinds import GOVERNING
from scm_site.findings import Place
from scm_site.reading import ACTS_ON_OFFICES, SLOT_OF_KIND, find_slot
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import RecordFile
from scm_site.records.settings import Settings
from scm_site.review.points_on_rights import list_points_on_rights
from scm_site.review.transition import Transition

#: What the board agreed to when it agreed to a topic (ToR, L1).
AGREED = ("title", "kind", "challenge", "objectives", "expected_outcome", "duration_months")
LINK = re.compile(r"https?://[^\s<>()\[\]\"'`]+")
NAMES = ("name",)
#: What tells who somebody is; it may be mended, and taken out.
PERSONAL = ("name", "title", "organisation")
MANY_LINES = 30


Point = tuple[Place, str]


def list_points(transition: Transition) -> list[Point]:
    """Give what to look at, each with its place, in the order of paths."""
    points = [
        *list_agreed_topics(transition),
        *list_accounts(transition),
        *list_settings(transition),
        *list_names(transition),
        *list_renamed_people(transition),
        *list_links(transition),
        *list_files(transition),
        *list_removed_text(transition),
        *list_odd_files(transition),
        *list_points_on_rights(transition),
    ]
    return sorted(points, key=lambda point: (point[0].path, point[0].line, point[1]))


def list_agreed_topics(transition: Transition) -> Iterator[Point]:
    """Tell that a topic says something else than what the board agreed to."""
    for before, after in transition.list_pairs(Proposal):
        fields = [field for field in AGREED if before.file.data.get(field) != after.file.data.get(field)]
        for field in fields:
            told = f"The board agreed to another `{field}`. Is the new one what it meant?"
            yield after.file.place(field), told


def list_accounts(transition: Transition) -> Iterator[Point]:
    """Tell of every account that becomes entitled to something, or stops being so."""
    for file, old in list_files_before(
        transition, ("board", "secretariat", "approvals", "launch", *ACTS_ON_OFFICES)
    ):
        new, was = find_accounts(file), find_accounts(old) if old else set()
        for account in sorted(new - was):
            yield (
                file.place(),
                f"The account {account} gains the right to agree. Does it belong to {find_owner(file, account)}?",
            )
        for account in sorted(was - new):
            yield (
                file.place(),
                f"The account {account} ({find_owner(old, account)}) loses the right to agree.",
            )


def find_owner(file: RecordFile | None, account: str) -> str:
    """Give the name that stands beside an account, or that there is none."""
    texts = dict(file.find_texts()) if file else {}
    beside = (texts.get((*field[:-1], "name")) for field, text in texts.items() if text == account and field)
    return next(filter(None, beside), "this person")


def find_accounts(file: RecordFile) -> set[str]:
    """Give every account that a file names."""
    listed = {text for field, text in file.find_texts() if field[-1] == "account"}
    maintainers = {text for field, text in file.find_texts() if field[0] == "maintainers"}
    return listed | maintainers


def list_settings(transition: Transition) -> Iterator[Point]:
    """Tell that numbers change by which every group is judged."""
    for before, after in transition.list_pairs(Settings):
        if before.days != after.days:
            yield (
                after.file.place("days"),
                "The numbers of days change for all groups.",
            )


def list_names(transition: Transition) -> Iterator[Point]:
    """Tell how many people are newly named."""
    for file, old in list_files_before(transition, tuple(SLOT_OF_KIND)):
        new = find_names(file) - (find_names(old) if old else set())
        if new:
            count = "1 person is" if len(new) == 1 else f"{len(new)} people are"
            yield (
                file.place(),
                f"{count} newly named. Did each of them agree to that on the day given as `consent`?",
            )


def list_renamed_people(transition: Transition) -> Iterator[Point]:
    """Ask whether an id still stands for the same person, where what tells who it is was edited."""
    for file, old in list_files_before(transition, ("launch", *ACTS_ON_OFFICES)):
        before = dict(find_told(old)) if old else {}
        for person, told in find_told(file):
            if person in before and before[person] != told and any(told):
                yield (
                    file.place(),
                    f"What tells who {person} is would change. Is it the same person? Another one gets another id.",
                )


def find_told(file: RecordFile) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give what tells who each person is whom a launch or an act brings, by the person's id."""
    listed = file.data.get("members")
    for one in (*(listed if isinstance(listed, list) else ()), file.data.get("person")):
        if isinstance(one, dict):
            yield str(one.get("id")), tuple(one.get(name) for name in PERSONAL)


def find_names(file: RecordFile) -> set[str]:
    """Give the names of people in a file."""
    inside = ("members", "person", "people", "authors", "proposed_chair")
    return {text for field, text in file.find_texts() if field[0] in inside and field[-1] in NAMES}


def list_links(transition: Transition) -> Iterator[Point]:
    """Tell to which other sites new links lead."""
    for file, old in list_files_before(transition, tuple(SLOT_OF_KIND)):
        hosts = find_hosts(file) - (find_hosts(old) if old else set())
        if hosts:
            yield file.place(), f"New links lead to {', '.join(sorted(hosts))}."


def find_hosts(file: RecordFile) -> set[str]:
    """Give the hosts of all links in a file."""
    links = (found[0] for _, text in file.find_texts() for found in LINK.finditer(text))
    return {host for host in map(find_host, links) if host}


def find_host(link: str) -> str:
    """Give the host of a link, or "" where it has none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def list_files(transition: Transition) -> Iterator[Point]:
    """Tell of files for readers to download that are new or replaced."""
    for change in transition.changes:
        slot = find_slot(change.path)
        if slot is not None and slot.kind == "attachment" and change.what in ("new", "changed"):
            yield Place(path=change.path), "A file for readers to download. Open it before you agree."


def list_removed_text(transition: Transition) -> Iterator[Point]:
    """Tell of records from which much text goes."""
    for file, old in list_files_before(transition, tuple(SLOT_OF_KIND)):
        lines = [len(str(one.data.get("text", "")).splitlines()) if one else 0 for one in (old, file)]
        if lines[0] - lines[1] >= MANY_LINES:
            yield file.place("text"), f"{lines[0] - lines[1]} lines of text go."


def list_odd_files(transition: Transition) -> Iterator[Point]:
    """Tell of files that decide about the repository itself."""
    for change in transition.changes:
        name = change.path.rpartition("/")[2]
        if name.startswith(".git") or name in ("CODEOWNERS", "CNAME"):
            yield Place(path=change.path), "This file decides how the repository itself behaves."
        elif change.governed.kind in GOVERNING:
            yield Place(path=change.path), "From the merge on, every change is judged by this file."


def list_files_before(
    transition: Transition, kinds: tuple[str, ...]
) -> Iterator[tuple[RecordFile, RecordFile | None]]:
    """Give each file of some kinds that is new or changed, with what it was before."""
    for change in transition.changes:
        file = transition.head.file_at.get(change.path)
        if file is not None and file.kind in kinds:
            yield file, transition.base.file_at.get(change.path_before)
