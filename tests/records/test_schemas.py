"""The schemas: explained in every field, closed, never fetching, and judged alike by both validators."""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing.exceptions import Unresolvable

from scm_site.locations import find_schemas
from scm_site.reading import SLOT_OF_KIND
from scm_site.records.assembly import gather_data
from scm_site.records.schema_check import check_shape
from scm_site.records.schemas import FORMATS, Explainer, Schema, Schemas, translate_pattern
from scm_site.terms.clauses import CLAUSES
from tests.records.broken_fields import SCHEMAS, list_sources

NAMES = tuple(SCHEMAS.documents)
each_schema = pytest.mark.parametrize("name", NAMES)


def walk(schema: Any, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Give every object in a schema with the path to it, examples left out."""
    if isinstance(schema, dict):
        yield path, schema
        for key, inner in schema.items():
            if key not in ("examples", "enum", "required", "x-clauses"):
                yield from walk(inner, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, inner in enumerate(schema):
            yield from walk(inner, f"{path}/{index}")


def list_fields(name: str) -> Iterator[tuple[str, Schema]]:
    """Give every field of a schema with its path."""
    for path, schema in walk(SCHEMAS.documents[name]):
        if re.search(r"(^|/)properties/[^/]+$", path) and not path.endswith("/properties/properties"):
            yield path, schema


def list_entries(name: str) -> Iterator[tuple[str, Schema]]:
    """Give every item of a list and every entry of a table that is of a shared kind, with its path."""
    for path, schema in walk(SCHEMAS.documents[name]):
        if re.search(r"/(items|additionalProperties)$", path) and "$ref" in schema:
            yield path, schema


def test_there_is_a_schema_for_each_kind_of_record() -> None:
    hint = "a kind of record has a schema in schemas/ and a path in scm_site/reading/layout.py"
    assert sorted(NAMES) == sorted([*SLOT_OF_KIND, "shared"]), hint


@each_schema
def test_a_schema_says_what_it_is(name: str) -> None:
    schema = SCHEMAS.documents[name]
    assert "$id" not in schema, "without an address of its own, what it names is the file beside it"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert schema["description"].endswith(".")


@each_schema
def test_every_field_is_explained(name: str) -> None:
    told = [
        (path, field, key)
        for path, field in [*list_fields(name), *list_entries(name)]
        for key in ("title", "description", "examples", "x-fix")
    ]
    assert [f"{path}: {key}" for path, field, key in told if not SCHEMAS.flatten(field).get(key)] == []


@each_schema
def test_every_example_fits_its_own_field(name: str) -> None:
    wrong = []
    for path, field in [*list_fields(name), *list_entries(name)]:
        reference = {"$ref": f"{name}.schema.json#{path}"}
        explainer = Explainer(reference, registry=SCHEMAS._registry, format_checker=FORMATS)
        for example in field.get("examples", ()):
            wrong += [f"{path}: {example!r}: {error.message}" for error in explainer.iter_errors(example)]
    assert wrong == []


@each_schema
def test_nothing_unknown_passes(name: str) -> None:
    open_ones = [
        path
        for path, schema in walk(SCHEMAS.documents[name])
        if (schema.get("type") == "object" or "properties" in schema)
        and not path.endswith("/properties")
        and schema.get("additionalProperties") is not False
        and not (isinstance(schema.get("additionalProperties"), dict) and "propertyNames" in schema)
    ]
    assert open_ones == []


@each_schema
def test_references_stay_inside(name: str) -> None:
    for path, schema in walk(SCHEMAS.documents[name]):
        reference = schema.get("$ref")
        if isinstance(reference, str):
            own = r"(shared\.schema\.json)?" if name == "shared" else r"shared\.schema\.json"
            assert re.fullmatch(own + r"#/\$defs/[a-z-]+", reference), path


@each_schema
def test_a_limit_of_a_field_is_not_wider_than_the_shared_one(name: str) -> None:
    """Both hold at once, so that a wider one beside a `$ref` would say something else than it does."""
    for path, schema in walk(SCHEMAS.documents[name]):
        if isinstance(schema.get("$ref"), str):
            shared = SCHEMAS.flatten({"$ref": schema["$ref"]})
            for limit in ("maxLength", "maxItems", "maximum"):
                assert schema.get(limit, 0) <= shared.get(limit, schema.get(limit, 0)), f"{path}: {limit}"


@each_schema
def test_clauses_are_known(name: str) -> None:
    known = {clause.id for clause in CLAUSES}
    named = {clause for _, schema in walk(SCHEMAS.documents[name]) for clause in schema.get("x-clauses", ())}
    assert named - known == set()


def list_patterns() -> list[str]:
    """Give every pattern once."""
    found = {
        schema["pattern"]
        for document in SCHEMAS.documents.values()
        for _, schema in walk(document)
        if isinstance(schema.get("pattern"), str)
    }
    return sorted(found)


@pytest.mark.parametrize("pattern", list_patterns())
def test_a_pattern_is_anchored_and_plain(pattern: str) -> None:
    assert pattern.startswith("^")
    assert pattern.endswith("$") or pattern == r"^\s*\S"  # any text that is not only spaces
    assert re.findall(r"\\(.)", pattern.replace("\\\\", "")) == re.findall(
        r"\\([sS.])", pattern.replace("\\\\", "")
    )
    assert pattern.isascii()
    assert not re.search(r"\(\?", pattern), "no look-around: not every editor knows it"


LINEAR = """
import resource, sys, json
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
import jsonschema_rs
from scm_site.records.schemas import translate_pattern
patterns, texts = json.load(sys.stdin)
for pattern in patterns:
    compiled = jsonschema_rs.validator_for({"pattern": pattern})
    for text in texts:
        translate_pattern(pattern).search(text)
        compiled.is_valid(text)
print("linear")
"""


def test_patterns_are_linear_in_time() -> None:
    size = 50_000
    pieces = [
        "a",
        "a-",
        "a.",
        "-",
        " ",
        "a ",
        "\n",
        "0",
        "aa@",
        "a@a.",
        "/a",
        "/",
        ".",
        "https://a/",
        "A",
        ":1",
        "\u00a0",
    ]
    texts = [
        f"{start}{piece * (size // len(piece))}{end}" for piece in pieces for start in STARTS for end in ENDS
    ]
    assert all(len(text) >= size - 20 for text in texts)
    result = subprocess.run(
        [sys.executable, "-c", LINEAR],
        input=json.dumps([list_patterns(), texts]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.stdout, result.stderr) == ("linear\n", "")


STARTS = ("", "https://", "10.1000/", "a@")
ENDS = ("", "!", "\n")


def test_nothing_is_ever_fetched() -> None:
    away = {"$id": "https://example.org/a.json", "$ref": "https://example.org/b.json"}
    schemas = Schemas({"away": away})
    with pytest.raises(Exception, match=r"(?i)unresolvable|retriev|resolve"):
        schemas.is_valid("away", {})
    with pytest.raises(Unresolvable):
        schemas.explain("away", {})
    assert find_schemas().is_dir()


# --- both validators agree

DATA = {source.name: (source.parsed.kind, gather_data(source.parsed)) for source in list_sources()}

NOTHINGS = [None, "", " ", "\u00a0", "\n"]
NUMBERS = [True, False, 0, -1, 1.5, 3.0, 10**15]
TEXTS = ["x", " x", "x ", "x\ny", "NO", "1.0", "2025-02-29", "2024-02-29", "2025-01-15\n", "a@b.example"]
ADDRESSES = ["https://example.org/", "https://example.org/\u00a0", "http://example.org"]
SCALARS = st.one_of(
    st.sampled_from([*NOTHINGS, *NUMBERS, *TEXTS, *ADDRESSES]),
    st.text(max_size=30),
    st.integers(-5, 500),
    st.text(alphabet="0123456789-", max_size=11),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def list_paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value below one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from list_paths(inner, (*path, key))


@st.composite
def make_changed_records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Give a sound record with one change: a field replaced, taken out, added or doubled."""
    kind, sound = DATA[draw(st.sampled_from(sorted(DATA)))]
    data = copy.deepcopy(sound)
    path = draw(st.sampled_from(list(list_paths(data))))
    owner: Any = data
    for part in path[:-1]:
        owner = owner[part]
    change = draw(st.sampled_from(["replace", "replace", "replace", "remove", "add", "double"]))
    if change == "replace":
        owner[path[-1]] = draw(VALUES)
    elif change == "remove":
        del owner[path[-1]]
    elif isinstance(owner, list):
        owner.append(copy.deepcopy(owner[0]) if change == "double" else draw(VALUES))
    else:
        owner[draw(st.text(max_size=8))] = draw(VALUES)
    return kind, data


@pytest.mark.parametrize(
    "number",
    [200, pytest.param(2000, marks=pytest.mark.slow("2,000 changed records, of which 200 are always tried"))],
)
def test_the_fast_validator_and_the_explaining_one_agree(number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
    @given(make_changed_records())
    def compare(changed: tuple[str, dict[str, Any]]) -> None:
        kind, data = changed
        assert SCHEMAS.is_valid(kind, data) == (SCHEMAS.explain(kind, data) == [])

    compare()


def test_the_validators_agree_on_every_sound_record() -> None:
    for name, (kind, data) in DATA.items():
        assert SCHEMAS.is_valid(kind, data), name
        assert SCHEMAS.explain(kind, data) == [], name


@pytest.mark.parametrize("pattern", list_patterns())
def test_the_validators_agree_on_spaces(pattern: str) -> None:
    compiled = jsonschema_rs.validator_for({"pattern": pattern})
    for space in ("\u00a0", "\u2003", "\ufeff", "\u3000", "\x0b", "\t", "\x85", "\x1f", "\u200b"):
        for text in (space, f"{space}a", f"a{space}", f"https://example.org/{space}"):
            assert compiled.is_valid(text) == bool(translate_pattern(pattern).search(text)), text


def test_a_record_is_refused_where_the_validators_disagree() -> None:
    """A schema on which they do disagree: `jsonschema` has no way to check a format that it does not know."""
    schema = {
        "$id": "https://example.org/theme.json",
        "title": "Theme",
        "properties": {"a": {"format": "ipv4"}},
    }
    schemas = Schemas({"themes": schema, "shared": {"$id": "https://example.org/shared.json", "$defs": {}}})
    source = next(source for source in list_sources() if source.parsed.kind == "themes")
    file = replace(source.parsed, data={"a": "not an address"})
    assert not schemas.is_valid("themes", file.data)
    assert schemas.explain("themes", file.data) == []
    (finding,) = check_shape(file, file.data, schemas)
    assert (finding.rule, finding.severity, finding.place.path) == ("S009", "error", "content/themes.yml")
