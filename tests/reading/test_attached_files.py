"""Files beside an outcome that were made to harm: none of them raises, and each of them ends.

What people meet is shown in tests/cases/, F020 to F023.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_site.reading import Attachment, read_content
from scm_site.reading.attached import worker
from scm_site.reading.attached.attachments import find_total_findings
from scm_site.reading.attached.inspection import look_into_file
from scm_site.reading.attached.worker import Worker
from scm_site.reading.content_files import LARGEST_ATTACHMENT, LARGEST_REGISTER
from scm_site.reading.media_types import MEDIA_TYPES
from tests.reading.made_files import PAGES, make_catalog, make_packed_pdf, make_pdf, make_zip

ROOT = Path(__file__).parents[2]
GOOD_FILES = ROOT / "tests/cases/fine/files-of-every-type/content/groups/warm-homes/outcomes/door-signs"
GOOD = {path.name: path.read_bytes() for path in sorted(GOOD_FILES.iterdir()) if path.suffix in MEDIA_TYPES}

#: Findings on the marks that a made PDF does not have; not the point here.
BARRIERS = "F023"


def list_findings(name: str, content: bytes) -> list[tuple[str, str]]:
    findings = list(look_into_file(f"content/groups/a/outcomes/b/{name}", content)[0])
    return [(finding.rule, finding.message) for finding in findings if finding.rule != BARRIERS]


def test_there_is_a_good_file_of_every_type() -> None:
    assert {Path(name).suffix for name in GOOD} == MEDIA_TYPES.keys()


DAMAGED, ENDLESS = "a part of it is damaged", "cannot be checked to its end"
MANY = range(100, 60_000)
REFERENCES = " ".join(f"{number} 0 R" for number in MANY)

HOSTILE_PDFS = {
    "deep-arrays": (make_pdf([make_catalog("/A " + "[" * 100_000), *PAGES]), DAMAGED),
    "deep-dictionaries": (make_pdf([make_catalog("/A " + "<</A " * 100_000), *PAGES]), DAMAGED),
    "object-is-itself": (make_pdf([make_catalog("/A 4 0 R"), *PAGES, "4 0 R"]), DAMAGED),
    "root-is-itself": (make_pdf(["1 0 R"]), DAMAGED),
    "pages-in-a-loop": (make_pdf([make_catalog(), "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"]), "no page in it"),
    "only-zeros": (b"%PDF-1.7\n" + bytes(LARGEST_ATTACHMENT), DAMAGED),
    "only-line-ends": (b"%PDF-1.7\n" + b"\n" * LARGEST_ATTACHMENT, DAMAGED),
    "only-beginnings": (b"%PDF-1.7\n" + b"1 0 obj\n" * 1_000_000, DAMAGED),
    "only-ends": (b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 500_000, DAMAGED),
    "stream-of-many": (make_packed_pdf(b"0 0 " * 900_000, 900_000, MANY), DAMAGED),
    "stream-without-them": (make_packed_pdf(b"0 0 " * 1_000 + b"1", 1_000, MANY), DAMAGED),
    "stream-that-unfolds": (make_packed_pdf(b"0 0 " + b" " * 100_000_000, 1, MANY), DAMAGED),
}  # fmt: skip
#: Each of them takes several seconds, the first one half a minute.
ENDLESS_PDFS = {
    "objects-not-there": make_pdf([make_catalog(f"/Launch 1 /A [{REFERENCES}]"), *PAGES]),
    "too-many-objects": make_pdf([make_catalog(f"/Launch 1 /A [{REFERENCES}]"), *PAGES, *["1"] * 300_000]),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE_PDFS.values(), ids=HOSTILE_PDFS)
def test_a_hostile_pdf_cannot_be_opened(content: bytes, reason: str) -> None:
    ((rule, message),) = list_findings("a.pdf", content)
    assert rule == "F021"
    assert message.endswith(reason)


@pytest.fixture(autouse=True)
def _no_answers_from_before() -> None:
    """Each file here is looked into, whatever was asked before."""
    worker.answered.clear()


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Worker:
    """Give the process that is asked in this test alone."""
    process = Worker()
    monkeypatch.setattr(worker, "find_worker", lambda *_: process)
    return process


@pytest.mark.parametrize("content", ENDLESS_PDFS.values(), ids=ENDLESS_PDFS)
def test_a_pdf_that_takes_too_long_is_given_up(
    content: bytes, process: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "MOST_SECONDS", 0.3)
    assert list_findings("a.pdf", content) == [
        ("F021", f"`a.pdf` cannot be opened: it has so many parts that it {ENDLESS}"),
        ("F022", "`a.pdf` holds an order to start a program"),
    ]
    assert process.running is None
    assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []


@pytest.mark.usefixtures("process")
def test_a_pdf_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MOST_MEMORY", 90 * 1024**2)
    assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []
    content = make_pdf([make_catalog(f"/A ({'(' * 6_000_000})"), *PAGES])
    assert [rule for rule, _ in list_findings("a.pdf", content)] == ["F021"]


def test_one_process_takes_all_pdfs(process: Worker) -> None:
    running = []
    for _ in range(2):
        assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []
        running.append(process.running)
    assert running[0] is running[1]


def test_a_process_that_somebody_ended_is_replaced(process: Worker) -> None:
    assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []
    assert process.running
    process.running.kill()
    process.running.wait()
    assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []


@pytest.mark.parametrize(("name", "value"), [("sys.executable", "not/there"), ("_CODE", "raise SystemExit")])
@pytest.mark.usefixtures("process")
def test_without_a_process_no_pdf_is_accepted(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"scm_site.reading.attached.worker.{name}", value)
    ((rule, message),) = list_findings("signs.pdf", GOOD["signs.pdf"])
    assert rule == "F021"
    assert message.endswith(
        "no process could be started here to look into it, so that it has to be checked elsewhere"
    )


@pytest.mark.usefixtures("process")
def test_the_process_runs_nothing_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be the folder of somebody's pull request."""
    monkeypatch.chdir(tmp_path)
    for module in ("pypdf", "json", "scm_site"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit", encoding="utf-8")
    assert list_findings("signs.pdf", GOOD["signs.pdf"]) == []


def test_a_loop_of_references_is_no_harm() -> None:
    assert list_findings("a.pdf", make_pdf([make_catalog("/A 1 0 R /B [2 0 R [1 0 R]]"), *PAGES])) == []


def test_a_long_text_is_no_harm() -> None:
    assert list_findings("a.pdf", make_pdf([make_catalog(f"/A ({'(' * 6_000_000})"), *PAGES])) == []


def test_a_long_chain_of_references_is_no_harm() -> None:
    chain = [f"<< /A {number} 0 R >>" for number in range(5, 20_000)]
    assert (
        list_findings("a.pdf", make_pdf([make_catalog("/A 4 0 R"), *PAGES, *chain, "<< /A 4 0 R >>"])) == []
    )


def test_a_script_is_found_at_the_end_of_a_chain() -> None:
    chain = [f"<< /Next [{number} 0 R] >>" for number in range(5, 2_000)]
    action = "<< /S 2000 0 R /J#53 (x) >>"
    content = make_pdf([make_catalog("/OpenAction 4 0 R"), *PAGES, *chain, action, "/Java#53cript"])
    assert list_findings("a.pdf", content) == [("F022", "`a.pdf` holds a script (JavaScript)")]


def test_a_script_in_an_older_version_of_a_pdf_is_found() -> None:
    content = make_pdf([make_catalog(), *PAGES, "<< /S /JavaScript >>"])  # nothing leads to it
    assert list_findings("a.pdf", content) == [("F022", "`a.pdf` holds a script (JavaScript)")]


HOSTILE_ARCHIVES = {
    "many-members": ("a.zip", make_zip((f"{n}.csv", "1") for n in range(2_001)), "holds 2,001 files"),
    "unfolds": ("a.docx", make_zip([("a.xml", bytes(101 * 1024 * 1024))]), "files that unfold to 105,906,176"),
    "large-list": ("a.docx", make_zip([("[Content_Types].xml", b"<a>" * 1_000_000)]), "cannot be read"),
    "deep-list": ("a.docx", make_zip([("[Content_Types].xml", b"<a>" * 500_000)]), "cannot be read"),
    "entities": (
        "a.docx",
        make_zip([("[Content_Types].xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]),
        "cannot be read",
    ),
    "in-an-archive": ("a.zip", make_zip([("b.docx", b"PK\3\4")]), "something that cannot be opened in `b.docx`"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), HOSTILE_ARCHIVES.values(), ids=HOSTILE_ARCHIVES)
def test_a_hostile_archive_is_found(name: str, content: bytes, words: str) -> None:
    messages = " ".join(message for _, message in list_findings(name, content))
    assert words in messages


@given(name=st.sampled_from(sorted(GOOD)), content=st.binary(max_size=2_000))
def test_random_bytes_never_raise(name: str, content: bytes) -> None:
    list_findings(name, content)


@given(
    name=st.sampled_from(sorted(GOOD)),
    place=st.floats(0, 1),
    cut=st.integers(0, 40),
    new=st.binary(max_size=12),
)
@settings(max_examples=400)
def test_a_good_file_with_a_fault_never_raises(name: str, place: float, cut: int, new: bytes) -> None:
    start = int(place * len(GOOD[name]))
    list_findings(name, GOOD[name][:start] + new + GOOD[name][start + cut :])


@given(st.data())
def test_a_pdf_with_mixed_up_words_never_raises(data: st.DataObject) -> None:
    words = re.split(rb"(\s+)", GOOD["signs.pdf"])
    places = data.draw(st.lists(st.integers(0, len(words) - 1), max_size=8))
    for place in places:
        words[place] = data.draw(st.sampled_from(words))
    list_findings("signs.pdf", b"".join(words))


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_file_under_any_other_name_is_found(name: str) -> None:
    """All but tables and texts, which differ only in what they are for."""
    kind = MEDIA_TYPES[Path(name).suffix]
    for suffix, other in MEDIA_TYPES.items():
        same = kind == other or {kind.id, other.id} == {"text/csv", "text/plain"}
        rules = [rule for rule, _ in list_findings(f"a{suffix}", GOOD[name])]
        assert rules == ([] if same else ["F020"]), suffix


def test_a_file_is_read_once_and_has_its_checksum(tmp_path: Path) -> None:
    folder = tmp_path / "content/groups/a/outcomes/b"
    folder.mkdir(parents=True)
    (folder / "c.txt").write_bytes(b"abc")
    (attachment,) = read_content(tmp_path).attachments
    # The checksum of `abc` in FIPS 180-2, appendix B.1.
    assert attachment.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (attachment.name, attachment.size) == ("c.txt", 3)


def test_all_files_together_have_a_limit() -> None:
    half = LARGEST_REGISTER // 2
    files = [
        Attachment(path=f"content/groups/a/outcomes/b/{n}.zip", group="a", outcome="b", size=half)
        for n in (1, 2)
    ]
    assert list(find_total_findings(files)) == []
    one_more = Attachment(path="content/groups/a/outcomes/c/3.zip", group="a", outcome="c", size=1)
    (finding,) = find_total_findings([*files, one_more])
    assert (finding.rule, finding.place.path) == ("F024", "content")
    assert "have 900,000,001 bytes together, and 900,000,000 bytes is the most" in finding.message


def test_the_process_for_pdfs_is_started_only_for_a_pdf() -> None:
    """It takes as long to load as a small register takes to check."""
    code = (
        "import sys; from scm_site.pipeline import check; from scm_site.reading.attached.inspection import inspect; "
        "from scm_site.reading.attached.worker import find_worker; "
        "inspect('a.csv', b'a,b'); print(find_worker.cache_info().currsize); "
        "inspect('a.pdf', b'%PDF-1.7'); print(find_worker.cache_info().currsize, 'pypdf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == (["0", "1", "False"], "")
