"""Which language versions lag behind their original: what the records say, and what git tells beyond it."""

from datetime import date
from pathlib import Path

from scm_site.data.archive.archive import make_archive
from scm_site.data.archive.language_versions import Lag
from scm_site.demo.repository import Repository
from scm_site.pipeline import assess
from tests.built_sites import EXAMPLE

AS_OF = date(2026, 5, 20)
FOLDER = "content/groups/warm-homes/outcomes/street-guide"
GUIDE, GREEK = f"{FOLDER}/outcome.md", f"{FOLDER}/outcome.el.md"
STEP = "Ask the builders for the price of one scaffold"
CORRECTION = "corrections:\n"
NEW_CORRECTION = "corrections:\n  - on: 2026-05-05\n    what: Three prices are better than one.\n"


def start(folder: Path) -> Repository:
    """Commit the example register on one day."""
    repository = Repository(folder / "register")
    files = {
        f"content/{path.relative_to(EXAMPLE).as_posix()}": path.read_bytes()
        for path in EXAMPLE.rglob("*")
        if path.is_file()
    }
    repository.change("2026-05-01T12:00:00Z", files)
    return repository


def edit(repository: Repository, day: str, path: str, *pairs: tuple[str, str]) -> None:
    """Put other words into a file, and commit it."""
    text = (repository.folder / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    repository.change(f"{day}T12:00:00Z", {path: text})


def find_lags(repository: Repository, *, with_history: bool = True) -> dict[str, Lag | None]:
    """Give how each language of the guide is behind."""
    assessed = assess(repository.folder, as_of=AS_OF, with_history=with_history)
    archive = make_archive(assessed.checked.register, assessed.arrivals, AS_OF)
    one = next(one for one in archive.published if one.name == "warm-homes/street-guide")
    return {language.code: language.lag for language in one.languages}


def test_a_version_that_follows_an_older_version_is_behind(tmp_path: Path) -> None:
    assert find_lags(start(tmp_path)) == {"en": None, "el": None, "fr": Lag(follows="1.0")}


def test_git_tells_that_the_words_of_the_original_were_changed_later(tmp_path: Path) -> None:
    repository = start(tmp_path)
    edit(repository, "2026-05-05", GUIDE, (STEP, "Ask for three prices"), (CORRECTION, NEW_CORRECTION))
    lags = find_lags(repository)
    assert lags["el"] == Lag(since=date(2026, 5, 5))
    assert lags["fr"] == Lag(follows="1.0", since=date(2026, 5, 5))


def test_what_is_no_word_of_the_text_leaves_a_version_up_to_date(tmp_path: Path) -> None:
    repository = start(tmp_path)
    edit(repository, "2026-05-05", GUIDE, ("  - citizen-focus\n", ""))
    assert find_lags(repository)["el"] is None


def test_a_version_that_was_touched_after_the_original_is_up_to_date(tmp_path: Path) -> None:
    repository = start(tmp_path)
    edit(repository, "2026-05-05", GUIDE, (STEP, "Ask for three prices"), (CORRECTION, NEW_CORRECTION))
    greek = (repository.folder / GREEK).read_text(encoding="utf-8")
    repository.change("2026-05-06T12:00:00Z", {GREEK: f"{greek}\n"})
    assert find_lags(repository)["el"] is None


def test_an_original_and_a_version_that_change_together_fit(tmp_path: Path) -> None:
    repository = start(tmp_path)
    guide = (repository.folder / GUIDE).read_text(encoding="utf-8")
    greek = (repository.folder / GREEK).read_text(encoding="utf-8")
    changed = guide.replace(STEP, "Ask for three prices").replace(CORRECTION, NEW_CORRECTION)
    repository.change("2026-05-05T12:00:00Z", {GUIDE: changed, GREEK: f"{greek}\n"})
    assert find_lags(repository)["el"] is None


def test_without_a_history_only_the_records_speak(tmp_path: Path) -> None:
    repository = start(tmp_path)
    edit(repository, "2026-05-05", GUIDE, (STEP, "Ask for three prices"), (CORRECTION, NEW_CORRECTION))
    (repository.folder / ".git").rename(tmp_path / "elsewhere")
    assert find_lags(repository, with_history=False) == {"en": None, "el": None, "fr": Lag(follows="1.0")}
