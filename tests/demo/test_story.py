"""How a story is read, and records as they were before."""

from datetime import date

import pytest

from scm_site.demo.earlier_text import NoFieldError, drop, set_value
from scm_site.demo.story import Files, Move, StoryError, find_name, read_story

STORY = """\
# A note.
2025-01-15 The group begins
  opened by example-alma, agreed by example-boris and example-ines, merged by example-boris
  files groups/x/launch.md, without members.1, end, with title Early, members.0.to 2025-03-01
  files groups/x/meetings

2025-02-01 A better name
  opened by example-alma, squashed by example-boris
  moves groups/x to groups/y
  files groups/y/launch.md

2025-02-02 Pushed
  pushed by example-mara
  files settings.yml

2025-02-03 Waiting
  opened by example-nils, agreed by example-clio, left open as a draft
  files proposals/z.md
"""

RECORD = """\
---
title: Late
members:
  - role: chair
    to: 2026-01-01
  - role: co-chair
    charter:
      accepted: 2025-01-01
end: 2026-01-01
joining:
  state: open
  until: 2025-12-31
---

First.

## One

a

## Two

b
"""


def test_a_story_tells_who_did_what_and_how() -> None:
    first, second, third, fourth = read_story(STORY)
    assert (first.day, first.title, first.opener) == (date(2025, 1, 15), "The group begins", "example-alma")
    assert (first.agreed, first.by, first.how) == (
        ("example-boris", "example-ines"),
        "example-boris",
        "merge",
    )
    assert first.steps[0] == Files(
        path="groups/x/launch.md",
        without=("members.1", "end"),
        values=(("title", "Early"), ("members.0.to", "2025-03-01")),
    )
    assert second.how == "squash"
    assert second.steps[0] == Move(was="groups/x", path="groups/y")
    assert (third.how, third.opener) == ("push", "example-mara")
    assert (fourth.how, fourth.agreed) == ("draft", ("example-clio",))


def test_a_file_has_its_earlier_name_before_a_move() -> None:
    blocks = read_story(STORY)
    assert find_name("groups/y/launch.md", 0, blocks) == "groups/x/launch.md"
    assert find_name("groups/y/launch.md", 2, blocks) == "groups/y/launch.md"
    assert find_name("groups/yes/launch.md", 0, blocks) == "groups/yes/launch.md"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Begin\n  pushed by a\n", "line 1: a block begins with its day"),
        ("2025-01-01 T\nfiles x\n", "line 1: a block has a title, and indented"),
        ("2025-01-01 T\n", "line 1: a block has a title"),
        ("2025-01-01 T\n  opened by a\n", "line 2: write how it came in"),
        ("2025-01-01 T\n  agreed by a, merged by b\n", "line 2: write how it came in"),
        ("2025-01-01 T\n  opened by a, merged\n", "line 2: write how it came in"),
        ("2025-01-01 T\n  opened by a, agreed b, merged by c\n", "line 2: write how it came in"),
        ("2025-01-01 T\n  pushed by a\n  copies x\n", "line 3: a step is `files PATH`"),
        ("2025-01-01 T\n  pushed by a\n  files x, y\n", "line 3: `y` is neither"),
        ("2025-01-01 T\n  pushed by a\n  files x, with end\n", "line 3: `with end` is neither"),
        ("2025-01-02 T\n  pushed by a\n\n2025-01-01 T\n  pushed by a\n", "back in time"),
    ],
)
def test_a_story_that_cannot_be_read_says_where(text: str, words: str) -> None:
    with pytest.raises(StoryError, match=words):
        read_story(text)


def test_a_record_less_some_fields() -> None:
    assert drop(RECORD, ("end", "members.1")) == RECORD.replace("end: 2026-01-01\n", "").replace(
        "  - role: co-chair\n    charter:\n      accepted: 2025-01-01\n", ""
    )
    assert "accepted" not in drop(RECORD, ("members.1.charter",))
    assert drop(RECORD, ("joining.until",)) == RECORD.replace("  until: 2025-12-31\n", "")
    assert drop(RECORD, ("text",)).endswith("until: 2025-12-31\n---\n")
    assert drop(RECORD, ("text.0",)).endswith("First.\n\n## Two\n\nb\n")


def test_a_record_with_another_value() -> None:
    assert "\nend: 2025-07-01\n" in set_value(RECORD, "end", "2025-07-01")
    assert "    to: 2025-07-01\n" in set_value(RECORD, "members.0.to", "2025-07-01")
    assert "  - role: team member\n" in set_value(RECORD, "members.1.role", "team member")


def test_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(NoFieldError, match="no field approved"):
        drop(RECORD, ("approved",))
