"""What each format of an outcome is called in each way of writing a citation (decision 19)."""

from dataclasses import dataclass

from scm_site.records.proposal import Format
from scm_site.words import FORMAT_NAMES


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedKind:
    """The kind of work that an outcome is: for people, for BibTeX, for RIS and for CSL. `name` is "" for "other".

    What RIS's tags mean differs from type to type: `ris_number` holds the register's number and `ris_series` the group.
    """

    name: str
    bibtex: str
    ris: str
    csl: str
    ris_number: str
    ris_series: str

    @property
    def is_report(self) -> bool:
        """Whether it is a report for those who sort works by type: it has an institution and a number."""
        return self.ris == "RPRT"


def make_kind(format_: Format, bibtex: str, ris: str, csl: str) -> CitedKind:
    """Make the kind of a format, with the name that people know it by; "other" tells nobody anything."""
    return CitedKind(
        name="" if format_ == "other" else FORMAT_NAMES[format_],
        bibtex=bibtex,
        ris=ris,
        csl=csl,
        ris_number="SN"
        if ris == "RPRT"
        else "N1",  # SN is the number of a report, else an ISBN or ISSN; N1 is a note
        ris_series="T3" if ris == "VIDEO" else "T2",
    )


#: The lists to choose from: BibTeX's entry types; RIS's TY (Reference Manager); CSL 1.0.2, appendix III. What is of no
#: closer type is ELEC, a work on the web: GEN, RIS's "generic", becomes a journal article in Zotero.
KINDS: dict[Format, CitedKind] = {
    "report": make_kind("report", "techreport", "RPRT", "report"),
    "white paper": make_kind("white paper", "techreport", "RPRT", "report"),
    "online seminar": make_kind("online seminar", "misc", "VIDEO", "motion_picture"),
    "demonstrator": make_kind("demonstrator", "misc", "ELEC", "document"),
    "project": make_kind("project", "misc", "ELEC", "document"),
    "other": make_kind("other", "misc", "ELEC", "document"),
}
