"""In which languages an outcome can be read, and which of them lag behind the original (ToR, T6).

A language version lags behind when it names an earlier version of the original than the newest, or when git tells that
the original's words were changed on the main branch after the language version was last touched.
"""

from dataclasses import dataclass
from datetime import date

from scm_site.compliance.arrivals import Arrivals
from scm_site.reading.git_history import FileVersion
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.record_file import Value

#: What a language version says again in its own words.
WORDS = ("title", "summary", "text")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lag:
    """How a language version is behind: the version that it follows, where that is not the newest; since which day the
    original's words are others, where git tells that.
    """

    follows: str = ""
    since: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """A language in which an outcome can be read; `version` is None for the original."""

    code: str
    record: Outcome | OutcomeVersion
    version: OutcomeVersion | None = None
    lag: Lag | None = None


def list_languages(dossier: Dossier, outcome: Outcome, arrivals: Arrivals) -> tuple[Language, ...]:
    """Give the languages of an outcome, the original first."""
    versions = (
        Language(
            code=version.language,
            record=version,
            version=version,
            lag=find_lag(outcome, version, arrivals),
        )
        for version in dossier.find_versions(outcome)
    )
    return (Language(code=outcome.language, record=outcome), *versions)


def find_lag(outcome: Outcome, version: OutcomeVersion, arrivals: Arrivals) -> Lag | None:
    """Tell how a language version is behind its original, or None when it is not, as far as is known."""
    follows = version.translates_version if version.translates_version != outcome.version else ""
    since = find_rewriting(outcome, version, arrivals)
    return Lag(follows=follows, since=since) if follows or since else None


def find_rewriting(outcome: Outcome, version: OutcomeVersion, arrivals: Arrivals) -> date | None:
    """Give the day on which the original's words were changed after a language version was last touched, or None.

    What is not committed yet, and what a shallow clone cuts off, is not judged.
    """
    touched = arrivals.list_versions(version)
    if not touched:
        return None
    order = arrivals.history.order
    last_touched = order.get(touched[-1].commit, -1)
    rewritten = [
        one for one in list_rewritings(outcome, arrivals) if order.get(one.commit, -1) > last_touched
    ]
    return rewritten[0].day if rewritten else None


def list_rewritings(outcome: Outcome, arrivals: Arrivals) -> list[FileVersion]:
    """Give the versions of an outcome's file that say something else than the one before, the oldest first."""
    versions = arrivals.list_versions(outcome)
    told = [tell_words(version) for version in versions]
    return [now for now, before, after in zip(versions[1:], told, told[1:], strict=False) if before != after]


def tell_words(version: FileVersion) -> dict[str, Value] | None:
    """Give the words of a version, or None where it cannot be read."""
    if version.file is None:
        return None
    data = {**version.file.data, "text": version.file.body}
    return {name: data.get(name) for name in WORDS}
