"""What each format of an outcome is called in each way of writing a citation (decision 19)."""

from dataclasses import dataclass

from scm_site.records.proposal import Format
from scm_site.words import FORMAT_NAMES


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedKind:
    """The kind of work that an outcome is: for people, for BibTeX, for RIS and for CSL. `name` is "" for "other"."""

    name: str
    bibtex: str
    ris: str
    csl: str


def make_kind(format_: Format, bibtex: str, ris: str, csl: str) -> CitedKind:
    """Make the kind of a format, with the name that people know it by; "other" tells nobody anything."""
    name = "" if format_ == "other" else FORMAT_NAMES[format_]
    return CitedKind(name=name, bibtex=bibtex, ris=ris, csl=csl)


#: The lists to choose from: BibTeX's entry types; RIS's TY (Reference Manager); CSL 1.0.2, appendix III.
KINDS: dict[Format, CitedKind] = {
    "report": make_kind("report", "techreport", "RPRT", "report"),
    "white paper": make_kind("white paper", "techreport", "RPRT", "report"),
    "online seminar": make_kind("online seminar", "misc", "VIDEO", "motion_picture"),
    "demonstrator": make_kind("demonstrator", "misc", "GEN", "document"),
    "project": make_kind("project", "misc", "GEN", "document"),
    "other": make_kind("other", "misc", "GEN", "document"),
}
