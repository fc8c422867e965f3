"""A new record is unfinished until it is filled in, and fits its schema from then on."""

from pathlib import Path

import pytest

from scm_site.findings import Finding
from scm_site.reading import KINDS, SLOT_OF_KIND, ParsedFile, read_content
from scm_site.records.assembly import gather_data, make_register
from scm_site.records.schema_check import check_shape
from scm_site.records.schemas import Schema
from scm_site.records.unfinished import find_placeholders
from scm_site.scaffold import make_scaffold
from scm_site.scaffold.field_writer import FILLED_LATER, RARE
from scm_site.scaffold.yaml_text import make_yaml_lines, make_yaml_text
from tests.scaffold.finished_record import SCHEMAS, find_example_ids, make_complete, make_finished


def write_and_read(root: Path, kind: str, text: str) -> ParsedFile:
    """Put a record in its place, and give it as the reader sees it; it must be without findings."""
    path = SLOT_OF_KIND[kind].example
    location = root / path
    location.parent.mkdir(parents=True)
    location.write_text(text, encoding="utf-8")
    reading = read_content(root)
    assert [finding for finding in reading.findings if finding.place.path == path] == []
    return reading.files[0]


def check_alone(file: ParsedFile) -> list[Finding]:
    return check_shape(file, gather_data(file), SCHEMAS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_called_unfinished_and_nothing_else(tmp_path: Path, kind: str) -> None:
    file = write_and_read(tmp_path, kind, make_scaffold(kind, SCHEMAS, find_example_ids(kind)))
    assert {finding.rule for finding in check_alone(file)} == {"T001"}
    _, findings = make_register(read_content(tmp_path), SCHEMAS)
    assert {finding.rule for finding in findings} == {"T001"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_is_filled_in_fits_its_schema(tmp_path: Path, kind: str) -> None:
    file = write_and_read(tmp_path, kind, make_finished(kind))
    assert check_alone(file) == []
    _, findings = make_register(read_content(tmp_path), SCHEMAS)
    assert findings == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_blank_alone_is_unfinished(tmp_path: Path, kind: str) -> None:
    file = write_and_read(tmp_path, kind, make_scaffold(kind, SCHEMAS, find_example_ids(kind)))
    text = make_scaffold(kind, SCHEMAS, find_example_ids(kind))
    blanks = [line for line in text.splitlines() if "[fill in: " in line and not line.startswith("#")]
    assert len(find_placeholders(gather_data(file))) == len(blanks) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_was_left_out_can_be_taken_up(tmp_path: Path, kind: str) -> None:
    file = write_and_read(tmp_path, kind, make_complete(kind))
    assert set(SCHEMAS.documents[kind]["properties"]) - {"text"} == set(file.data)
    assert check_alone(file) == []
    _, findings = make_register(read_content(tmp_path), SCHEMAS)
    assert findings == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(kind: str) -> None:
    text = " ".join(make_scaffold(kind, SCHEMAS, {}).replace("#", " ").split())
    for name, field in SCHEMAS.documents[kind]["properties"].items():
        assert " ".join(field["description"].split()) in text
        assert name == "text" or f"{name}:" in text
        if name in RARE:
            continue
        assert all(clause in text for clause in field.get("x-clauses", ()))


def read_scaffold(kind: str) -> str:
    return " ".join(make_scaffold(kind, SCHEMAS, {}).replace("#", " ").split())


def test_a_planned_meeting_can_be_filed_without_minutes(tmp_path: Path) -> None:
    text = make_finished("meeting")
    assert text.endswith("---\n")
    file = write_and_read(tmp_path, "meeting", text)
    assert file.body.strip() == ""
    assert check_alone(file) == []
    assert "About (may be left out;" in read_scaffold("meeting")
    assert "Minutes (needed once the meeting was held;" in read_scaffold("minutes")


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        *(
            ("launch", f"{field} (needed for a Focus group;")
            for field in ("Challenge", "Objectives", "Proposal")
        ),
        ("launch", "End date (needed for a Focus group;"),
        ("launch", "Confirmed (needed for the chair and the co-chair of a Focus group;"),
    ],
)
def test_what_only_some_need_says_who(kind: str, field: str) -> None:
    assert field in read_scaffold(kind)


def test_a_list_tells_its_choices() -> None:
    assert "One or more of: chair; co-chair; members." in read_scaffold("ends")


def test_themes_tell_where_their_list_is() -> None:
    for kind in ("proposal", "page", "outcome"):
        assert "by the ids in content/themes.yml. Example: built-environment" in read_scaffold(kind)


def test_what_the_board_fills_in_stands_below_what_an_applicant_does() -> None:
    text = make_scaffold("proposal", SCHEMAS, {})
    own, later = text.split(f"# {FILLED_LATER}\n")
    assert "\ndeclarations:\n" in own
    for name in ("decision", "withdrawn", "former_ids", "origin", "sources", "inferred"):
        assert f"\n#{name}:" in later
        assert f"#{name}:" not in own
    names = [name for name in SCHEMAS.documents["proposal"]["properties"] if name != "text"]
    assert [line[1:-1] for line in later.splitlines() if line[:1] == "#" and line[1:-1] in names]


def find_thin_examples(kind: str, schema: Schema) -> list[str]:
    """Give each example of a text that its own field would call unfinished."""
    thin = [
        f"{kind}: {example}"
        for example in schema.get("examples", ())
        if isinstance(example, str) and len(" ".join(example.split())) < schema.get("x-enough", 0)
    ]
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema["items"]] if "items" in schema else []
    return thin + [text for part in inner for text in find_thin_examples(kind, SCHEMAS.flatten(part))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_says_enough(kind: str) -> None:
    assert find_thin_examples(kind, SCHEMAS.documents[kind]) == []


def test_what_the_path_says_is_filled_in() -> None:
    meeting = make_scaffold("meeting", SCHEMAS, {"group": "warm-homes", "id": "2026-03-12-kick-off"})
    version = make_scaffold("outcome-version", SCHEMAS, {"group": "warm-homes", "id": "guide", "lang": "fr"})
    assert "\ndate: 2026-03-12\n" in meeting
    assert "\nlanguage: fr\n" in version


@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_short_enough_to_read(kind: str) -> None:
    assert max(map(len, make_scaffold(kind, SCHEMAS, {}).splitlines())) <= 115


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Warm homes", "Warm homes"),
        ("2026-03-12", "2026-03-12"),
        ("1.0", '"1.0"'),
        ("12", '"12"'),
        ("NO", '"NO"'),
        ("true", '"true"'),
        ("a: b", '"a: b"'),
        ("- a", '"- a"'),
        ("a #b", '"a #b"'),
        ('say "so"', '"say \\"so\\""'),
        ("Rue à Łódź", '"Rue à Łódź"'),
        ("", '""'),
        (True, "true"),
        (18, "18"),
    ],
)
def test_a_value_is_written_so_that_it_is_read_back(value: object, text: str) -> None:
    assert make_yaml_text(value) == text


def test_lists_and_fields_inside_others_are_set_in() -> None:
    value = {"a": [{"b": 1, "c": ["d"]}], "e": {"f": "g"}}
    assert make_yaml_lines(value) == ["a:", "  - b: 1", "    c:", "      - d", "e:", "  f: g"]
