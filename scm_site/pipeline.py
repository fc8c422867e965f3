"""The whole program on one screen: one call for each stage."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scm_site.checks import run_rules
from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import Board, make_board
from scm_site.findings import Finding, Severity, sort_findings
from scm_site.locations import find_schemas
from scm_site.pages.page import Site
from scm_site.pages.site import make_site
from scm_site.pages.site_content import SiteContent
from scm_site.reading import read_content
from scm_site.reading.git_history import read_history
from scm_site.records.assembly import make_register
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.schemas import Schemas, load_schemas

DEFAULT_ADDRESS = "https://groups.smart-cities.example/"


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """What a check of the register gives: its records, the findings, how many files were read, the site's address."""

    register: Register
    findings: tuple[Finding, ...]
    files: int
    address: str
    schemas: Schemas

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended before a site can be made."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check(root: Path) -> CheckResult:
    """Read `root/content` and check it; raises NoContentError when there is no such folder."""
    schemas = load_schemas(find_schemas())
    reading = read_content(root)  # reading
    register, misfits = make_register(reading, schemas)  # records
    breaches = run_rules(register)  # checks
    return CheckResult(
        register=register,
        findings=tuple(sort_findings([*reading.findings, *misfits, *breaches])),
        files=reading.count_files(),
        address=find_site_address(register),
        schemas=schemas,
    )


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """How everybody keeps their duties on a day: what was checked, when evidence arrived, and every standing."""

    checked: CheckResult
    arrivals: Arrivals
    board: Board | None  # None when the content has errors


def assess(root: Path, *, as_of: date) -> Assessed:
    """Check `root/content` and give every standing for one day; raises NoContentError when there is no such folder."""
    checked = check(root)
    arrivals = Arrivals(history=read_history(root), schemas=checked.schemas)
    if checked.has_errors:
        return Assessed(checked=checked, arrivals=arrivals, board=None)
    board = make_board(checked.register, arrivals, as_of)  # compliance
    return Assessed(checked=checked, arrivals=arrivals, board=board)


@dataclass(frozen=True, kw_only=True)
class Build:
    """What a build gives: the site (None when the content has errors), the findings, the site's address."""

    site: Site | None
    findings: tuple[Finding, ...]
    address: str


def build(root: Path, *, as_of: date) -> Build:
    """Check `root/content` and make the site for one day; raises NoContentError when there is no such folder."""
    assessed = assess(root, as_of=as_of)
    checked = assessed.checked
    if assessed.board is None:
        return Build(site=None, findings=checked.findings, address=checked.address)
    content = SiteContent(
        register=checked.register,
        schemas=checked.schemas,
        as_of=as_of,
        arrivals=assessed.arrivals,
        read_file=lambda path: (root / path).read_bytes(),
        board=assessed.board,
    )
    return Build(site=make_site(content), findings=checked.findings, address=checked.address)  # pages


def find_site_address(register: Register) -> str:
    """Give the site's address, also where the settings are broken: help links need one."""
    try:
        return register.settings.site.address
    except NotAvailableError:
        return DEFAULT_ADDRESS
