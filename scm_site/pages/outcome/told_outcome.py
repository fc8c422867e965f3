"""What the head of an outcome's page is made from: the outcome, how it is cited, and the language of the page."""

from dataclasses import dataclass
from datetime import date

from scm_site.data.archive.archive import ARCHIVE, ArchivedOutcome, list_replaced
from scm_site.data.archive.language_versions import Language
from scm_site.data.citations.bare_line import make_bare_line
from scm_site.data.citations.citation import Citation, find_address_to_cite, make_citation
from scm_site.data.citations.kinds import KINDS
from scm_site.pages.frame.site_content import SiteContent
from scm_site.words import LICENCE_ADDRESSES


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldOutcome:
    """An outcome as the page in one of its languages tells it to programs. Every text is on one line.

    `replaces` and `replaced_by` are whole addresses to cite, "" where the site has no page of such an outcome.
    """

    one: ArchivedOutcome
    language: Language
    citation: Citation
    replaces: str = ""
    replaced_by: str = ""

    @property
    def title(self) -> str:
        """The title in the language of the page."""
        return make_bare_line(self.language.record.title)

    @property
    def summary(self) -> str:
        """The summary in the language of the page."""
        return make_bare_line(self.language.record.summary)

    @property
    def page(self) -> str:
        """The whole address of the page."""
        return self.one.find_page(self.language)

    @property
    def archive(self) -> str:
        """The whole address of the archive."""
        return f"{self.one.site}{ARCHIVE}"

    @property
    def licence(self) -> str:
        """The address of the licence; "" where all rights are reserved."""
        return LICENCE_ADDRESSES.get(self.citation.licence, "")

    @property
    def version(self) -> str:
        """The version that the page offers: a language version may still follow an earlier one."""
        version = self.language.version
        return version.translates_version if version else self.citation.version

    @property
    def issued(self) -> date:
        """The day of that version, where the record tells it; else that of the newest."""
        notes = (note for note in self.one.outcome.versions if note.version == self.version)
        return next((max(note.on, self.one.published) for note in notes), self.citation.issued)

    @property
    def is_report(self) -> bool:
        """Whether it is a report for those who sort works by type: a report or a white paper."""
        return KINDS[self.citation.format].is_report

    @property
    def work_type(self) -> str:
        """The type of schema.org that fits the format."""
        return "Report" if self.is_report else "CreativeWork"


def tell_outcome(one: ArchivedOutcome, content: SiteContent, language: Language) -> ToldOutcome:
    """Look up what is told of an outcome on the page in one of its languages."""
    register, archive = content.register, content.archive
    before = next(iter(list_replaced(one, archive, register)), None)
    after = archive.find(one.successor) if one.successor else None
    return ToldOutcome(
        one=one,
        language=language,
        citation=make_citation(one, register),
        replaces=find_address_to_cite(before) if before else "",
        replaced_by=find_address_to_cite(after) if after else "",
    )
