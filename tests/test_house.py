"""House rules: small files, no trace of the machine they came from, locks and documents that are true."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent

# Spelled in pieces, so that this file does not name what it looks for.
FORBIDDEN = {
    "a package registry host": (
        "py" + "pi.org",
        "python" + "hosted",
        "registry.n" + "pmjs",
        "deb.deb" + "ian",
    ),
    "a path of one machine": ("/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "C:\\Us" + "ers"),
}
LONGEST = 300
#: Each asks for more than the one before.
LOCKS = ("site", "test", "test-all")
REQUIREMENT = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)
LOCKED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def list_files() -> list[Path]:
    """Give every file of the repository: what git follows, and what it would follow next."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def read_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_wanted(name: str) -> set[str]:
    """Give the packages that a requirements file asks for itself."""
    return {normalise(found) for found in REQUIREMENT.findall(read_text(name))}


def test_no_module_is_longer_than_one_can_read() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n")
        for path in sorted((ROOT / "scm_site").rglob("*.py"))
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_file_tells_where_it_was_made() -> None:
    faults = [
        f"{path.relative_to(ROOT)} names {kind}: {word}"
        for path in list_files()
        for kind, words in FORBIDDEN.items()
        for word in words
        if word.encode() in path.read_bytes()
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_the_project_asks_for_what_the_site_lock_has() -> None:
    project = tomllib.loads(read_text("pyproject.toml"))
    lines = [line for line in read_text("requirements/site.in").splitlines() if line and line[0] != "#"]
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert lines == wanted


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_everything_that_is_asked_for(name: str) -> None:
    locked = set(LOCKED.findall(read_text(f"requirements/{name}.txt")))
    wanted = read_wanted(f"requirements/{name}.in") | read_wanted("requirements/site.in")
    assert wanted - locked == set(), "run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    text = read_text(f"requirements/{name}.txt")
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)
    assert "make lock" in entries[0]
    assert [entry.split()[0] for entry in entries[1:] if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--index|--find-links|file:| @ ", text)


def test_each_lock_has_all_of_the_one_before() -> None:
    pins = re.compile(r"^[a-z0-9-]+==\S+", re.MULTILINE)
    site, test, everything = (set(pins.findall(read_text(f"requirements/{name}.txt"))) for name in LOCKS)
    assert site <= test <= everything, "run `make lock`"


def test_every_dependency_has_its_reason() -> None:
    rows = re.findall(
        r"^\| ([a-z0-9, -]+) \|", read_text("docs/decisions/0002-dependencies.md"), re.MULTILINE
    )
    explained = {name.strip() for row in rows for name in row.split(",")}
    assert explained == set().union(*(read_wanted(f"requirements/{name}.in") for name in LOCKS))


def test_documents_name_only_commands_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read_text("Makefile"), re.MULTILINE))
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.yml")]
    unknown = {
        f"{path.relative_to(ROOT)}: make {target}"
        for path in documents
        for target in re.findall(r"(?:`|run: )make ([a-z][a-z-]+)", path.read_text(encoding="utf-8"))
        if target not in targets
    }
    assert unknown == set()


def test_make_help_lists_the_commands() -> None:
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = set(re.findall(r"^ +make ([a-z-]+) +\S", told, re.MULTILINE))
    assert listed >= {"site", "serve", "check", "test", "demo", "bench", "bless", "lock", "clean"}


def test_the_description_for_catalogues_is_whole() -> None:
    # The mandatory keys of the standard: https://yml.publiccode.tools/schema.core.html
    told = yaml.safe_load(read_text("publiccode.yml"))
    assert set(told) >= {
        *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
        *("softwareType", "description", "legal", "maintenance", "localisation"),
    }
    english = told["description"]["en"]
    assert len(english["shortDescription"]) <= 150
    assert 150 <= len(english["longDescription"]) <= 10_000
    assert english["features"]
    project = tomllib.loads(read_text("pyproject.toml"))["project"]
    assert told["legal"]["license"] == project["license"]
    newest = re.search(r"^## \[(\d[^]]*)\] - (\S+)$", read_text("CHANGELOG.md"), re.MULTILINE)
    assert newest, "CHANGELOG.md names no version"
    assert newest.groups() == (told["softwareVersion"], told["releaseDate"])
    assert told["softwareVersion"] == project["version"]


def test_a_version_of_the_changelog_has_each_heading_once() -> None:
    versions = re.split(r"^## ", read_text("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    headings = {text.partition("\n")[0]: re.findall(r"^### (.+)$", text, re.MULTILINE) for text in versions}
    order = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
    hint = f"put the lines of each kind below one heading, in this order: {', '.join(order)}"
    assert {
        name: told for name, told in headings.items() if told != [one for one in order if one in told]
    } == {}, hint


def test_the_licence_is_the_one_we_name() -> None:
    assert read_text("LICENSE") == read_text("LICENSES/EUPL-1.2.txt")
