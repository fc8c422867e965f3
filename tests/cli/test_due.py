"""`scm due`: who finds what in it, with which file and which words, and that content in it stays text."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from scm_site.compliance.duty import ROLES
from scm_site.reports.due_json import JsonDueList
from scm_site.reports.markdown_text import escape_markdown
from tests.built_sites import EXAMPLE, EXAMPLE_DAY, REAL
from tests.cli.expected_compliance import run_command
from tests.cli.hostile_titles import make_hostile
from tests.forms import assert_fits

#: A day on which much is open in a group at work, and its mandate ends soon.
BUSY_DAY = "2026-12-20"
#: The only links of the list: to the forge, and to the site's own forms.
OUR_LINKS = r"https://(?:github\.com/example/groups|groups\.smart-cities\.example/file)/"


def read_due(root: Path, *arguments: str, day: str = EXAMPLE_DAY) -> Any:
    document = json.loads(run_command(root, "due", "--format", "json", *arguments, day=day))
    assert_fits(document, JsonDueList)
    return document


def list_items(document: Any) -> list[tuple[str, str, dict[str, Any]]]:
    """Give every item with its role and its group."""
    return [
        (block["role"], group["group"], item)
        for block in document["blocks"]
        for group in block["groups"]
        for item in group["items"]
    ]


def change(folder: Path, path: str, *changes: tuple[str, str]) -> Path:
    """Give a copy of the example with a changed file, without a history."""
    shutil.copytree(EXAMPLE, folder / "content")
    file = folder / "content" / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return folder


def test_json_has_the_form_that_is_promised(example_history: Path) -> None:
    document = read_due(example_history, day=BUSY_DAY)
    assert list(document) == ["version", "as_of", "within", "unknown", "gap", "blocks", "mandates", "answers"]
    assert (document["version"], document["as_of"], document["within"]) == (1, BUSY_DAY, 14)
    before = ["duty", "title", "clause", "period", "label", "due", "days", "state"]
    fields = [*before, "file", "form", "link", "why"]
    assert all(list(item) == fields for _, _, item in list_items(document))
    roles = [block["role"] for block in document["blocks"]]
    assert roles == [role for role in ROLES if role in roles]


def test_a_duty_of_two_roles_stands_in_both_blocks(example_history: Path) -> None:
    items = list_items(read_due(example_history, "--group", "warm-homes", day=BUSY_DAY))
    roles = {role for role, _, item in items if item["duty"] == "final-outcome"}
    assert roles == {"chair", "co-chair"}


def test_within_looks_further_ahead_and_zero_only_at_what_was_due(example_history: Path) -> None:
    for within in (0, 14, 120):
        items = list_items(read_due(example_history, "--within", str(within)))
        assert items
        assert max(item["days"] for _, _, item in items) <= within
    assert "board-brief" in [item["duty"] for _, _, item in items]


def test_one_group_only(example_history: Path) -> None:
    document = read_due(example_history, "--group", "warm-homes", day=BUSY_DAY)
    assert {group for _, group, _ in list_items(document)} == {"warm-homes"}
    assert [mandate["group"] for mandate in document["mandates"]] == ["warm-homes"]
    assert read_due(example_history, "--group", "repair-cafes")["blocks"] == []


def test_groups_whose_time_is_over_come_last(example_history: Path) -> None:
    for block in read_due(example_history, day=BUSY_DAY)["blocks"]:
        over = [group["over"] for group in block["groups"]]
        assert over == sorted(over)
    text = run_command(example_history, "due", day=BUSY_DAY)
    before, _, after = text.partition("\nLeft open by groups that have ended\n")
    assert "quiet-streets" not in before
    assert "quiet-streets" in after


def test_each_item_has_the_file_that_closes_it(example_history: Path) -> None:
    items = {item["duty"]: item for _, _, item in list_items(read_due(example_history))}
    update = items["status-update"]
    assert update["file"].endswith("/status-updates/2025-12.yml")
    assert update["link"].startswith("https://github.com/example/groups/new/main?filename=content%2Fgroups")
    acts = "content%2Fgroups%2Fwarm-homes%2Facts%2F"
    new = f"https://github.com/example/groups/new/main?filename={acts}{EXAMPLE_DAY}.accepts-charter.yml"
    assert items["charter"]["link"].startswith(new)


def test_the_form_comes_first_and_the_forge_second(example_history: Path) -> None:
    items = {item["duty"]: item for _, _, item in list_items(read_due(example_history, day=BUSY_DAY))}
    forms = "https://groups.smart-cities.example/file"
    assert items["board-brief"]["form"] == f"{forms}/board-brief/?group=warm-homes&id=2026-07"
    assert items["minutes"]["form"] == f"{forms}/minutes/?group=warm-homes&meeting=2026-06-18-handing-over"
    assert items["charter"]["form"] == f"{forms}/accepts-charter/?group=warm-homes"
    assert items["quality-control"]["form"] == f"{forms}/controlled/?group=warm-homes&outcome=tenants-heard"
    text, second = (
        run_command(example_history, "due", day=BUSY_DAY),
        "      Or, if you know git, as a file: content/groups/",
    )
    assert f"\n      File it: {items['board-brief']['form']}\n{second}" in text
    assert f"\n      File it: {items['minutes']['form']}\n{second}" in text
    told = run_command(example_history, "due", "--format", "markdown", day=BUSY_DAY)
    form = items["board-brief"]["form"]
    assert f"[File it](<{form}>) or, if you know git, [on GitHub](<https://github.com/" in told


def test_the_ways_out_lead_to_the_form_of_the_end(example_history: Path) -> None:
    mandates = read_due(example_history, day=BUSY_DAY)["mandates"]
    form = "https://groups.smart-cities.example/file/ends/?group=warm-homes"
    extend = "https://groups.smart-cities.example/file/amends/?group=warm-homes"
    ways = [extend, f"{form}&how=completed", f"{form}&how=early"]
    assert ways in [[way["form"] for way in mandate["ways"]] for mandate in mandates]
    assert f"      Fill in the form: {form}&how=completed\n" in run_command(
        example_history, "due", day=BUSY_DAY
    )


def test_without_a_forge_the_path_stands_there(tmp_path: Path) -> None:
    root = change(tmp_path, "settings.yml", ("forge: github", "forge: none"))
    assert all(item["link"] is None for _, _, item in list_items(read_due(root)))
    form = "https://groups.smart-cities.example/file/status-update/?group=warm-homes&id=2026-05"
    assert "https://" not in re.sub(
        r"https://groups\.smart-cities\.example/file/", "", run_command(root, "due")
    )
    told = run_command(root, "due", "--format", "markdown")
    path = "content/groups/warm-homes/status-updates/2026-05.yml"
    assert f"[File it](<{form}>) or, if you know git, as the file `{path}`" in told


def test_nothing_blames_anybody(example_history: Path) -> None:
    told = run_command(example_history, "due", day=BUSY_DAY)
    words = re.sub(r"https://\S+", "", told).lower()
    assert "was due on 15 may 2026, 219 days ago" in words
    assert re.findall(r"missing|fail|overdue|forgot|late\b|must", words) == []


def test_an_empty_list_says_so(example_history: Path) -> None:
    for form in ("text", "markdown"):
        told = run_command(example_history, "due", "--group", "repair-cafes", "--format", form)
        assert "Nothing was due before, and nothing falls due in this time." in told


def test_what_nobody_can_tell_is_not_told_as_nothing(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "content")
    document = read_due(tmp_path, day="2026-11-22")
    assert (document["blocks"], document["gap"]) == ([], "the git history was left out")
    assert document["unknown"] > 0
    told = run_command(tmp_path, "due", day="2026-11-22")
    assert f"Nobody can tell of {document['unknown']} duties." in told
    assert "Nothing was due before" not in told
    assert "nothing is known to be open" in run_command(tmp_path, "status", day="2026-11-22")


def test_a_mandate_that_ends_has_three_ways_out(example_history: Path) -> None:
    [mandate] = read_due(example_history, day=BUSY_DAY)["mandates"]
    assert (mandate["group"], mandate["last_day"], mandate["days"]) == ("warm-homes", "2027-01-15", 26)
    assert [way["title"] for way in mandate["ways"]] == ["Extend", "Close with the outcome", "End the group"]
    assert "ends on 15 January 2027, in 26 days" in run_command(example_history, "due", day=BUSY_DAY)
    assert "ended on 15 January 2027" in run_command(example_history, "due", day="2027-02-01")
    ending = read_due(example_history, "--group", "quiet-streets", day="2026-01-20")["mandates"]
    assert [(one["latest"], one["ways"]) for one in ending] == [("2026-02-02", [])]


def test_answers_that_wait_stand_with_who_gives_them(tmp_path: Path) -> None:
    root = change(tmp_path, "settings.yml", ("board_decision: 60", "board_decision: 10"))
    [answer] = read_due(root, day="2026-03-10")["answers"]
    assert (answer["approver"], answer["title"]) == ("Advisory Board", "Shared data for shared bicycles")
    told = run_command(root, "due", day="2026-03-10")
    assert (
        "\nAdvisory Board\n  Shared data for shared bicycles waits for an answer since 26 January 2026"
        in told
    )
    assert read_due(root, "--group", "warm-homes", day="2026-03-10")["answers"] == []


def test_an_outcome_in_control_is_named_without_its_title_and_once(tmp_path: Path) -> None:
    root = change(tmp_path, "settings.yml", ("quality_control: 30", "quality_control: 5"))
    [answer] = read_due(root, day="2026-04-03")["answers"]
    assert answer["title"] == "Online seminar of Warm homes, street by street"
    told = run_command(root, "due", day="2026-04-03")
    assert told.count("/file/controlled/?group=warm-homes&outcome=owner-seminar") == 1
    assert "waits for an answer" not in told
    assert "Quality control, online seminar delivered on 24 March 2026" in told.replace("Online", "online")


def test_accounts_are_those_of_the_people_who_are_responsible(example_history: Path) -> None:
    found = {
        (block["role"], group["group"]): group["accounts"]
        for block in read_due(example_history, day=BUSY_DAY)["blocks"]
        for group in block["groups"]
    }
    assert found["chair", "warm-homes"] == ["example-ines"]
    assert found["co-chair", "warm-homes"] == ["example-alma"]
    assert found["every member", "warm-homes"] == []  # only the member whose turn it is, who has no account
    assert found["co-chair", "quiet-streets"] == ["example-carla"]


def test_members_are_called_only_when_asked(example_history: Path) -> None:
    plain = run_command(example_history, "due", "--format", "markdown", day=BUSY_DAY)
    called = run_command(example_history, "due", "--format", "markdown", "--mention", day=BUSY_DAY)
    assert "@" not in plain
    secretariat = {f"@example-{name}" for name in ("alma", "boris", "carla", "elif", "farah")}
    assert set(re.findall(r"@[a-z-]+", called)) == {"@example-ines", *secretariat}


def test_a_withheld_name_is_never_called(tmp_path: Path) -> None:
    alma = "name: Alma Example\n    title: Adviser for buildings"
    root = change(
        tmp_path,
        "secretariat.yml",
        (alma, "name_withheld: true\n    title: Adviser for buildings"),
        ("    account: example-alma\n", ""),
    )
    document = json.dumps(read_due(root, day=BUSY_DAY))
    assert "alma" not in document.lower()
    assert "alma" not in run_command(root, "due", "--format", "markdown", "--mention", day=BUSY_DAY).lower()


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "@everyone, @a/b @`x` mail@example.org",
    "[x](javascript:alert(1)) ![y](https://evil.example)",
    "https://evil.example www.evil.example <https://evil.example> mailto:x@example.org",
    "::error::x",
    "`</code><script>` ``` ~~~ $x$ **b** __b__ ~~s~~ {.x} | a |",
    "#1 GH-12 !3 %4 ~bug &5 $6 a\nb\u202ec",
    "# heading #",
    "&lt;script&gt; &#64;everyone \\@everyone",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_finds_only_words_in_content(text: str) -> None:
    escaped = escape_markdown(text)
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["strikethrough", "table"])
        .parse(f"- **x {escaped}**")
    )
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "strong_open", "strong_close"}
    shown = "".join(child.content for child in inline)
    assert re.search(r"[@#!%~$&](?=\w)|://|\bwww\.|GH-|mailto:", shown) is None
    assert shown.replace("\u200b", "").startswith("x " + text[:1].strip(":").strip())
    assert not escaped.startswith("::")


@pytest.mark.parametrize("day", ["2026-03-15", "2026-06-30", BUSY_DAY])
def test_hostile_titles_are_only_text(tmp_path: Path, day: str) -> None:
    root = make_hostile(tmp_path / "register")
    text = run_command(root, "due", day=day)
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
    told = run_command(root, "due", "--format", "markdown", day=day)
    assert "@everyone" not in told
    assert "@board" not in told
    assert "<img" not in told
    assert re.search(rf"(?<!\\)\]\((?!<{OUR_LINKS})", told) is None
    tokens = MarkdownIt("commonmark", {"html": True}).parse(told)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token for token in [*tokens, *inline] if "html" in token.type or token.type == "image"]
    links = [str(child.attrs["href"]) for child in inline if child.type == "link_open"]
    assert links
    assert [link for link in links if not re.match(OUR_LINKS, link)] == []
