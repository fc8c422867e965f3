"""Every open cell leads to the file that closes it: the file is written where the link says, and the cell closes.

The small register of `tests/standings` is brought to a day on which a duty is open. What is then filed is one of its
papers; `FILED` says which, and what happened before, in the language of a `case.txt`.
"""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scm_site.compliance.duties import DUTIES
from scm_site.compliance.standing import Standing
from scm_site.demo.repository import Repository
from scm_site.filing.closing import Closing, find_closing
from scm_site.pipeline import Assessed, assess
from tests.standing_cases import BASE, fill_in, leave_out, make_repository, read_case

GROUP = "groups/green-roofs"
BARE = f"never {GROUP}/work-programme.md"
GROUP_FILE = f"content/{GROUP}/group.md"
KICK_OFF = f"{GROUP}/meetings/2025-01-22-kick-off.md from kick-off.md"
MEETING = f"{GROUP}/meetings/2025-04-10-roofs.md from meeting.md"
OUTCOME = f"{GROUP}/outcomes/which-roof/outcome.md from outcome.md"
PLANNED = "without attended first_meeting decisions minutes text"


@dataclass(frozen=True)
class Filed:
    """On which day a duty is open, what happened before, and what is filed then."""

    day: str
    paper: str
    contents: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


FILED = {
    "work-programme": Filed("2025-04-01", f"content/{GROUP}/work-programme.md", before=(BARE,)),
    "community-space": Filed("2025-03-01", GROUP_FILE),
    "charter": Filed("2025-03-01", GROUP_FILE),
    "kick-off": Filed("2025-04-01", "papers/kick-off.md", ("date=2025-04-01", "sent=2025-04-01")),
    "kick-off-rationale": Filed(
        "2025-03-01", "papers/kick-off.md", before=(f"2025-01-13 {KICK_OFF} {PLANNED}",)
    ),
    "kick-off-timeline": Filed(
        "2025-03-01", "papers/kick-off.md", before=(f"2025-01-13 {KICK_OFF} {PLANNED}",)
    ),
    "kick-off-points": Filed(
        "2025-03-01", "papers/kick-off.md", before=(f"2025-01-13 {KICK_OFF} {PLANNED}",)
    ),
    "agenda": Filed(
        "2025-04-04",
        "papers/meeting.md",
        before=(f"2025-03-01 {MEETING} without agenda agenda_sent minutes text",),
    ),
    "minutes": Filed(
        "2025-05-20", "papers/meeting.md", before=(f"2025-04-01 {MEETING} without minutes text",)
    ),
    "next-meeting": Filed(
        "2025-07-20", "papers/meeting.md", ("date=2025-07-20", "sent=2025-07-20"), (f"2025-04-16 {MEETING}",)
    ),
    "status-update": Filed("2025-04-01", "papers/status-update.yml", ("date=2025-04-01",)),
    "board-brief": Filed("2025-08-01", "papers/board-brief.md", ("date=2025-08-01",)),
    "final-outcome": Filed("2026-01-20", "papers/outcome.md"),
    "quality-control": Filed(
        "2026-01-20",
        "papers/outcome.md",
        before=(f"2025-11-26 {OUTCOME} without quality_control presented_at",),
    ),
    "outcome-presented": Filed(
        "2026-01-20",
        "papers/outcome.md",
        before=(f"2025-11-26 {OUTCOME} without quality_control presented_at",),
    ),
    "final-results": Filed("2026-04-01", "papers/termination.md"),
}

#: The form that each open cell leads to; the other duties are closed by a field of a record that is there.
FORMS = {
    "kick-off": "file/meeting/",
    "kick-off-rationale": "file/meeting/",
    "kick-off-timeline": "file/meeting/",
    "kick-off-points": "file/meeting/",
    "agenda": "file/meeting/",
    "minutes": "file/meeting/",
    "next-meeting": "file/meeting/",
    "status-update": "file/status-update/",
    "board-brief": "file/board-brief/",
    "final-outcome": "file/outcome/",
    "final-results": "file/termination/",
}

#: A decision that was announced late stays so. An early end cannot be filed without its notice (rule X001).
NEVER_OPEN = {"decision-announced", "termination-notice"}


def make_register(filed: Filed, folder: Path) -> Repository:
    """Bring the small register to the day."""
    told = folder / "told"
    told.mkdir()
    text = "\n".join([f"as_of {filed.day}", *filed.before])
    (told / "case.txt").write_text(text, encoding="utf-8")
    if filed.paper == GROUP_FILE:
        (told / GROUP_FILE).parent.mkdir(parents=True)
        (told / GROUP_FILE).write_text(undo_group(), encoding="utf-8")
    register = make_repository(read_case(told), folder / "register")
    repository = object.__new__(Repository)
    repository.folder = register
    return repository


def undo_group() -> str:
    """Give the group's record as it was before it had a space, and before anybody had accepted the Charter."""
    text = (BASE / GROUP_FILE).read_text(encoding="utf-8")
    return leave_out(text, ("community_space", "charter"))


def find_standing(duty: str, assessed: Assessed) -> Standing:
    """Give the first open standing of a duty."""
    assert assessed.board is not None, assessed.checked.findings
    return next(one for one in assessed.board.attention + assessed.board.left_open if one.duty.id == duty)


def find_again(standing: Standing, assessed: Assessed) -> Standing:
    """Give the same standing after something was filed."""
    assert assessed.board is not None, assessed.checked.findings
    return next(one for one in assessed.board.standings if one.id == standing.id)


def commit(repository: Repository, path: str, text: str, day: str) -> None:
    """File a record."""
    repository.change(f"{day}T12:00:00Z", {path: text})


def test_every_duty_that_can_be_open_is_tried() -> None:
    assert set(FILED) | NEVER_OPEN == set(DUTIES)


@pytest.mark.parametrize("duty", FILED)
def test_the_file_that_an_open_cell_names_closes_it(duty: str, tmp_path: Path) -> None:
    filed = FILED[duty]
    day, repository = date.fromisoformat(filed.day), make_register(filed, tmp_path)
    before = assess(repository.folder, as_of=day)
    standing = find_standing(duty, before)
    closing = find_closing(standing, before.checked.register, before.checked.schemas)
    assert closing.is_new is not (repository.folder / closing.path).exists()
    check_address(closing)
    assert closing.form.partition("?")[0] == FORMS.get(duty, "")
    paper = (BASE / filed.paper).read_text(encoding="utf-8")
    commit(repository, closing.path, fill_in(paper, filed.contents), filed.day)
    after = find_again(standing, assess(repository.folder, as_of=day))
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
    filed = FILED[duty]
    day, repository = date.fromisoformat(filed.day), make_register(filed, tmp_path)
    before = assess(repository.folder, as_of=day)
    closing = find_closing(find_standing(duty, before), before.checked.register, before.checked.schemas)
    text = parse_qs(urlsplit(closing.address).query)["value"][0]
    commit(repository, closing.path, text, filed.day)
    after = assess(repository.folder, as_of=day)
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
