"""A made-up archive: groups with as many outcomes as are wanted, in several languages, formats and countries."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.synthetic_register import (
    FORMATS,
    THEMES,
    SyntheticFile,
    SyntheticGroup,
    make_register,
    make_way,
    write_files,
    write_record,
)
from bench.synthetic_words import HEADINGS, TOWNS, Writer

GROUPS = 100
OUTCOMES_OF_A_GROUP = 4
LANGUAGES = ("en", "de", "fr", "el", "bg", "es", "it", "pl")
LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0")
LATEST = date(2026, 9, 1)


def write_archive(root: Path, outcomes: int) -> int:
    """Write a register of 100 groups with that many outcomes in all below `root`; give the number of its files."""
    further = max(0, outcomes - GROUPS * OUTCOMES_OF_A_GROUP)
    return write_files(root, [*make_register(GROUPS), *make_further_outcomes(further)])


def make_further_outcomes(count: int) -> Iterator[SyntheticFile]:
    """Give outcomes on top of those that each group has, group by group; every fourth one in a second language."""
    groups = [SyntheticGroup(number) for number in range(GROUPS)]
    for number in range(count):
        group = groups[number % GROUPS]
        folder = f"groups/{group.id}/outcomes/further-{number // GROUPS + 1}"
        language = LANGUAGES[number % len(LANGUAGES)] if number % 3 == 0 else "en"
        delivered = find_delivery(group, number)
        yield f"{folder}/outcome.md", make_outcome(group, number, language, delivered)
        for name, text in make_way(delivered, f"{10000 + number}"):
            yield f"{folder}/{name}", text
        if number % 4 == 0:
            other = LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]
            yield f"{folder}/outcome.{other}.md", make_version(group, number, other)


def find_delivery(group: SyntheticGroup, number: int) -> date:
    """Give the day on which an outcome was delivered."""
    return min(group.after(40 + number // GROUPS * 3 % 400), LATEST)


def make_outcome(group: SyntheticGroup, number: int, language: str, delivered: date) -> str:
    """Give one outcome of a group, delivered on a day of its own."""
    writer = Writer(f"further outcome {number}", group.subject, group.setting)
    towns = writer.random.sample(TOWNS, 1 + number % 4)
    fields: dict[str, Any] = {
        "title": make_title(writer),
        "summary": writer.write_sentences(2),
        "format": FORMATS[number % len(FORMATS)],
        "final": False,
        "themes": [THEMES[number % 6], THEMES[(number // 6 + 1 + number) % 6]][: 1 + (number % 6 != 5)],
        "countries": list(dict.fromkeys(country for _, country in towns)),
        "language": language,
        "authors": [{"organisation": f"City of {town}"} for town, _ in towns],
        "delivered": delivered,
        "licence": LICENCES[number % 3],
        "files": [make_file(f"{group.id}/{number}.pdf")],
        "version": "1.0",
    }
    fields["themes"] = list(dict.fromkeys(fields["themes"]))
    return write_record(fields, writer.write_text(2))


def make_version(group: SyntheticGroup, number: int, language: str) -> str:
    """Give the same in another language; its words are English all the same, which costs as much."""
    writer = Writer(f"version of further outcome {number}", group.subject, group.setting)
    fields = {
        "title": make_title(writer),
        "summary": writer.write_sentences(2),
        "language": language,
        "translates_version": "1.0",
        "translated": "by people",
    }
    return write_record(fields, writer.write_text(2))


def make_title(writer: Writer) -> str:
    """Give a title such as `Costs and time: heat pumps for old tenements in Oakbridge`."""
    return f"{writer.pick(HEADINGS)}: {writer.subject} {writer.setting} in {writer.pick(['{Town}'])}"


def make_file(path: str) -> dict[str, Any]:
    """Give the entry of a file elsewhere."""
    return {
        "address": f"https://example.org/{path}",
        "title": "The whole text",
        "language": "en",
        "sha256": hashlib.sha256(path.encode()).hexdigest(),
        "size": 250_000,
    }
