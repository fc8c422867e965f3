"""What the archive holds on a day: one entry for each outcome that was ever public."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from scm_site.compliance.arrivals import Arrivals
from scm_site.data.archive.files import ArchivedFile, list_files
from scm_site.data.archive.language_versions import Language, list_languages
from scm_site.data.calendar_entry import find_first_id, make_address
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.register import Register
from scm_site.records.unknown import known

#: The page of the archive, and below it the short address of each outcome, which never changes.
ARCHIVE = "outcomes/"
DOI_RESOLVER = "https://doi.org/"

#: What stands in a DOI as it is in an address, too; all else is encoded (DOI Handbook, 3.8).
SAFE_IN_DOI = "/:;().,_-~!*'@="


@dataclass(frozen=True, kw_only=True)
class ArchivedOutcome:
    """An outcome in the archive: what it is, whose it is, and where it is found."""

    outcome: Outcome
    dossier: Dossier
    published: date
    languages: tuple[Language, ...]
    files: tuple[ArchivedFile, ...]
    themes: tuple[str, ...]  # their names
    country_codes: tuple[str, ...]  # as in ISO 3166, each once
    countries: tuple[str, ...]  # their names
    successor: Outcome | None
    is_withdrawn: bool
    site: str  # the address of the site, ending in a slash

    @property
    def name(self) -> str:
        """Group and id as they are now: `warm-homes/street-guide`."""
        return f"{self.dossier.group.id}/{self.outcome.id}"

    @property
    def first_name(self) -> str:
        """Group and id as they were first, which a rename does not change."""
        return f"{find_first_id(self.dossier.group)}/{find_first_id(self.outcome)}"

    @property
    def folder(self) -> str:
        """Where its page and its files stand on the site, ending in a slash."""
        return f"groups/{self.dossier.group.id}/outcomes/{self.outcome.id}/"

    @property
    def short_folder(self) -> str:
        """The short address on the site, which leads to the page and never changes."""
        return f"{ARCHIVE}{self.outcome.identifier}/"

    @property
    def address(self) -> str:
        """The whole address of its page."""
        return f"{self.site}{self.folder}"

    def find_page(self, language: Language) -> str:
        """Give the whole address of its page in a language; the original's has no language in it."""
        return f"{self.address}{language.code}/" if language.version else self.address

    def find_file(self, file: ArchivedFile) -> str:
        """Give the whole address of a file: beside the page, or elsewhere."""
        return f"{self.address}{file.name}" if file.name else file.address

    @property
    def lasting_address(self) -> str:
        """The whole address to cite: of its DOI, else the short one on this site."""
        return self.doi_address or f"{self.site}{self.short_folder}"

    @property
    def doi_address(self) -> str:
        """The whole address of its DOI, "" where it has none."""
        return make_doi_address(self.outcome.doi) if self.outcome.doi else ""

    @property
    def issued(self) -> date:
        """The day of the version that is offered now."""
        versions = self.outcome.versions
        return max(versions[0].on, self.published) if versions else self.published

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisations that made it, each once."""
        return tuple(dict.fromkeys(author.organisation for author in self.outcome.authors))


def make_doi_address(doi: str) -> str:
    """Give the whole address of a DOI, with what an address cannot have encoded: `<`, `>`, `#`, `+` and others."""
    return f"{DOI_RESOLVER}{quote(doi, safe=SAFE_IN_DOI)}"


@dataclass(frozen=True, kw_only=True)
class Archive:
    """The outcomes that are public, and those that were withdrawn, each newest first."""

    published: tuple[ArchivedOutcome, ...]
    withdrawn: tuple[ArchivedOutcome, ...]

    @cached_property
    def _by_path(self) -> dict[str, ArchivedOutcome]:
        return {one.outcome.file.path: one for one in (*self.published, *self.withdrawn)}

    def find(self, outcome: Outcome) -> ArchivedOutcome | None:
        """Give the entry of an outcome, or None where it was never public."""
        return self._by_path.get(outcome.file.path)


def make_archive(register: Register, arrivals: Arrivals, as_of: date) -> Archive:
    """Give the archive as it is on a day."""
    found = sorted(
        list_archived(register, arrivals, as_of),
        key=lambda one: (-one.published.toordinal(), one.outcome.identifier, one.name),
    )
    return Archive(
        published=tuple(one for one in found if not one.is_withdrawn),
        withdrawn=tuple(one for one in found if one.is_withdrawn),
    )


def list_archived(register: Register, arrivals: Arrivals, as_of: date) -> Iterator[ArchivedOutcome]:
    """Give each outcome that was ever public by a day, group by group."""
    site = make_address(register, "")
    for dossier in register.dossiers:
        for outcome in dossier.outcomes:
            published, state = known(outcome.published), derive_outcome_state(outcome, as_of)
            if published is None or not state.has_page:
                continue
            codes = tuple(dict.fromkeys(map(register.countries.find_code, outcome.countries)))
            yield ArchivedOutcome(
                outcome=outcome,
                dossier=dossier,
                published=published,
                languages=list_languages(dossier, outcome, arrivals),
                files=list_files(dossier, outcome),
                themes=tuple(map(register.themes.name_of, outcome.themes)),
                country_codes=codes,
                countries=tuple(map(register.countries.name_of, codes)),
                successor=find_public_successor(outcome, dossier, register, as_of),
                is_withdrawn=state == OutcomeState.WITHDRAWN,
                site=site,
            )


def find_public_successor(
    outcome: Outcome, dossier: Dossier, register: Register, as_of: date
) -> Outcome | None:
    """Give the outcome that replaces this one and is offered on a day, or None."""
    successors = register.find_successors(f"{dossier.group.id}/{outcome.id}")
    states = ((one, derive_outcome_state(one, as_of)) for one in successors)
    return next((one for one, state in states if state == OutcomeState.PUBLISHED), None)


def list_replaced(one: ArchivedOutcome, archive: Archive, register: Register) -> tuple[ArchivedOutcome, ...]:
    """Give the outcomes that this one replaces; those that were never public are left out."""
    found = (register.find_outcome(name) for name in one.outcome.replaces)
    return tuple(archived for each in found if each and (archived := archive.find(each[1])))
