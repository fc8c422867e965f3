"""Every open cell leads to the file that closes it: the file is written where the link says, and the cell closes.

A case of `tests/standings` brings the small register to a day on which its duty is open; its line `files` says what is
filed then.
"""

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scm_site.compliance.standing import Standing
from scm_site.demo.repository import Repository
from scm_site.filing.closing import Closing, find_closing
from scm_site.pipeline import Assessed, assess
from tests.standing_cases import list_cases, make_repository, make_text, read_case

#: The form that each open cell leads to; the other duties are closed by a field of a record that is there.
FORMS = {
    "charter": "file/accepts-charter/",
    "community-space": "file/opens-space/",
    "open-office": "file/hands-over/",
    "charter-again": "file/accepts-charter/",
    "kick-off": "file/meeting/",
    "kick-off-rationale": "file/minutes/",
    "kick-off-timeline": "file/minutes/",
    "kick-off-points": "file/minutes/",
    "agenda": "file/agenda/",
    "minutes": "file/minutes/",
    "next-meeting": "file/meeting/",
    "status-update": "file/status-update/",
    "board-brief": "file/board-brief/",
    "final-outcome": "file/outcome/",
    "quality-control": "file/controlled/",
    "next-version": "file/delivers/",
    "publication": "file/published/",
    "outcome-presented": "file/shown/",
    "termination-notice": "file/tells/",
    "final-results": "file/presented/",
}

#: The cases whose last line says what closes the duty.
FILED = {case.folder.parent.name: case for case in map(read_case, list_cases()) if case.files}


def find_standing(duty: str, assessed: Assessed) -> Standing:
    """Give the first open standing of a duty."""
    assert assessed.board is not None, assessed.checked.findings
    return next(one for one in assessed.board.attention + assessed.board.left_open if one.duty.id == duty)


def find_again(standing: Standing, assessed: Assessed) -> Standing:
    """Give the same standing after something was filed."""
    assert assessed.board is not None, assessed.checked.findings
    return next(one for one in assessed.board.standings if one.id == standing.id)


def commit(register: Path, path: str, text: str, day: date) -> None:
    """File a record in a repository that is there."""
    Repository(register).change(f"{day}T12:00:00Z", {path: text})


@pytest.mark.parametrize("duty", FILED)
def test_the_file_that_an_open_cell_names_closes_it(duty: str, tmp_path: Path) -> None:
    case = FILED[duty]
    assert case.files
    register, day = make_repository(case, tmp_path / "register"), case.as_of[-1]
    before = assess(register, as_of=day)
    standing = find_standing(duty, before)
    closing = find_closing(standing, before.checked.register, before.checked.schemas)
    assert closing.path == f"content/{case.files.path}"
    assert closing.is_new is not (register / closing.path).exists()
    check_address(closing)
    assert closing.form.partition("?")[0] == FORMS.get(duty, ""), f"say under FORMS which form closes {duty}"
    commit(register, closing.path, make_text(case, case.files), day)
    after = find_again(standing, assess(register, as_of=day))
    assert after.state.is_met, (after.state, after.why)
    assert after.met_on == day
    assert after.evidence is not None
    assert after.evidence.file.path == closing.path


def check_address(closing: Closing) -> None:
    """The forge is asked for the same file, to begin or to edit."""
    asked = urlsplit(closing.address)
    if closing.is_new:
        assert parse_qs(asked.query)["filename"] == [closing.path]
        assert "[fill in: " in parse_qs(asked.query)["value"][0]
    else:
        assert asked.path.endswith(f"/edit/main/{closing.path}")


@pytest.mark.parametrize("duty", ["status-update", "board-brief", "work-programme"])
def test_a_form_that_is_not_filled_in_closes_nothing(duty: str, tmp_path: Path) -> None:
    register, day = make_repository(FILED[duty], tmp_path / "register"), FILED[duty].as_of[-1]
    before = assess(register, as_of=day)
    closing = find_closing(find_standing(duty, before), before.checked.register, before.checked.schemas)
    text = parse_qs(urlsplit(closing.address).query)["value"][0]
    commit(register, closing.path, text, day)
    after = assess(register, as_of=day)
    assert after.board is None
    assert {finding.place.path for finding in after.checked.findings} == {closing.path}


def test_a_form_that_is_filled_in_passes_the_check_and_closes(example_history: Path, tmp_path: Path) -> None:
    register, day = tmp_path / "register", date(2026, 12, 1)
    shutil.copytree(example_history, register)
    before = assess(register, as_of=day)
    standing = find_standing("status-update", before)
    closing = find_closing(standing, before.checked.register, before.checked.schemas)
    form = parse_qs(urlsplit(closing.address).query)["value"][0]
    filled = re.sub(r'"\[fill in: the number[^]]*\]"', "3", form)
    filled = re.sub(r'"\[fill in: Date[^]]*\]"', "2026-12-01", filled)
    filled = re.sub(r"\[fill in: [^]]*\]", "Five streets are under way, and two more have asked us.", filled)
    assert "[fill in" not in filled
    (register / closing.path).write_text(filled, encoding="utf-8")
    after = find_again(standing, assess(register, as_of=day))
    assert after.state.is_met
