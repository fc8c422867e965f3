"""Which change brought a record to the main branch, and which changed it later; in real repositories."""

from pathlib import Path

import pytest

from scm_site.approval.provenance import Provenance, find_provenance
from scm_site.approval.pull_requests import make_pull_requests
from scm_site.approval.states import AuditState
from scm_site.compliance.arrivals import Arrivals
from scm_site.demo.played_forge import Forge
from scm_site.demo.repository import Repository
from scm_site.locations import find_schemas
from scm_site.pipeline import audit_line, check
from scm_site.reading.git_history import read_history
from scm_site.records.schemas import load_schemas
from tests.built_sites import EXAMPLE

TOPIC, RENAMED = "content/proposals/2026-shared-data.md", "content/proposals/2026-open-data.md"
DAY = "2026-05-04T10:00:00Z"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A forge whose main branch holds the example register without one of its proposals."""
    repository = Repository(tmp_path / "register")
    files = {
        path.relative_to(EXAMPLE.parent).as_posix(): path for path in EXAMPLE.rglob("*") if path.is_file()
    }
    del files[TOPIC]
    repository.change("2026-01-01T12:00:00Z", {name: path.read_bytes() for name, path in files.items()})
    return Forge(repository=repository)


def land(forge: Forge, changes: dict[str, str | None], agreed: str = "example-bruno") -> int:
    """Merge a pull request, and give its number."""
    pull = forge.open("example-nils", DAY, changes)
    forge.merge(pull, DAY, by="example-astrid", agreed=[agreed])
    return pull.number


def find(forge: Forge, path: str) -> Provenance:
    root = forge.repository.folder
    history, schemas = read_history(root), load_schemas(find_schemas())
    checked = check(root)
    records = make_pull_requests(forge.make_records("2026-06-01T00:00:00Z"))
    audit = audit_line(root, history, checked, records)
    record = next(record for record in checked.register.find_records() if record.file.path == path)
    return find_provenance((Arrivals(history=history, schemas=schemas).list_versions(record),), audit)


def list_numbers(found: Provenance) -> tuple[int | None, list[int | None]]:
    assert found.brought is not None
    return found.brought.landing.number, [change.landing.number for change in found.later]


def read_topic() -> str:
    return (EXAMPLE / "proposals/2026-shared-data.md").read_text(encoding="utf-8")


def test_the_first_change_brought_it_and_later_ones_changed_it(forge: Forge) -> None:
    first = land(forge, {TOPIC: read_topic()})
    second = land(forge, {TOPIC: read_topic() + "\nMore.\n"})
    assert list_numbers(find(forge, TOPIC)) == (first, [second])


def test_what_was_put_back_came_with_the_change_that_put_it_back(forge: Forge) -> None:
    land(forge, {TOPIC: read_topic()})
    land(forge, {TOPIC: None})
    third = land(forge, {TOPIC: read_topic()}, agreed="example-nils")
    found = find(forge, TOPIC)
    assert list_numbers(found) == (third, [])
    assert found.brought is not None
    assert found.brought.state == AuditState.NOT_APPROVED


def test_a_rename_with_an_edit_is_a_later_change(forge: Forge) -> None:
    first = land(forge, {TOPIC: read_topic()})
    text = read_topic().replace("---\n", "---\nformer_ids:\n  - 2026-shared-data\n", 1) + "\nMore.\n"
    second = land(forge, {TOPIC: None, RENAMED: text})
    assert list_numbers(find(forge, RENAMED)) == (first, [second])


def test_a_rename_that_git_does_not_know_again_is_a_later_change_by_its_former_id(forge: Forge) -> None:
    first = land(forge, {TOPIC: read_topic()})
    head, _, _ = read_topic().partition("\n---\n")
    text = head.replace("---\n", "---\nformer_ids:\n  - 2026-shared-data\n", 1)
    text = (
        text.replace("\n", " # rewritten\n")
        .replace("--- # rewritten", "---")
        .replace(" # rewritten", "\n" * 3)
    )
    second = land(forge, {TOPIC: None, RENAMED: f"{text}\n---\n{'Every word is another one. ' * 400}\n"})
    assert list_numbers(find(forge, RENAMED)) == (first, [second])


def test_a_rename_of_capitals_alone_is_followed(forge: Forge) -> None:
    upper = "content/proposals/2026-Shared-data.md"
    first = land(forge, {upper: read_topic()})
    second = land(forge, {upper: None, TOPIC: read_topic()})
    assert list_numbers(find(forge, TOPIC)) == (first, [second])


def test_an_import_brought_it_where_no_pull_request_did(forge: Forge) -> None:
    found = find(forge, "content/groups/warm-homes/launch.md")
    assert found.brought is not None
    assert found.brought.state == AuditState.BEFORE_RULES


def test_what_is_not_committed_has_no_provenance(forge: Forge) -> None:
    (forge.repository.folder / TOPIC).write_text(read_topic(), encoding="utf-8")
    assert find(forge, TOPIC) == Provenance()
