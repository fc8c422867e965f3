"""What every page is made from: the register, the schemas, the day, and what git tells."""

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from markupsafe import Markup

from scm_site.addresses import find_address, link_from
from scm_site.approval.approvers import Approvers, find_approvers
from scm_site.approval.audit import Audit
from scm_site.approval.provenance import Provenance, find_provenance
from scm_site.approval.pull_requests import PullRequests
from scm_site.compliance.arrivals import Arrivals
from scm_site.compliance.board import Board
from scm_site.compliance.standing import Standing
from scm_site.data.archive.archive import Archive, make_archive
from scm_site.data.log import Log, make_log
from scm_site.data.open_data.source import Source
from scm_site.filing.closing import Closing, find_closing
from scm_site.filing.forge import make_edit_address
from scm_site.reading import find_slot
from scm_site.reading.git_history import History
from scm_site.records.outcome import Outcome
from scm_site.records.outcome_state import OutcomeState, derive_outcome_state
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.schemas import Schemas
from scm_site.texts.markdown import render_markdown

#: What the headings in the text of a record are called by, where that is not its kind.
ANCHORS = {"launch": "text", "page": "text", "meeting": "about", "minutes": "meeting", "ends": "termination"}


@dataclass(frozen=True, kw_only=True)
class SiteContent:
    """Everything that pages are made from; `read_file` gives the bytes of an attachment by its path.

    `records` are those that the forge has of pull requests, None where they are not here.
    """

    register: Register
    schemas: Schemas
    as_of: date
    arrivals: Arrivals
    read_file: Callable[[str], bytes]
    board: Board
    audit: Audit = field(default_factory=Audit)
    records: PullRequests | None = None
    _closings: dict[str, Closing] = field(default_factory=dict, compare=False)

    def find_closing(self, standing: Standing) -> Closing:
        """Give the file that closes an obligation; several pages show the same one."""
        if standing.id not in self._closings:
            self._closings[standing.id] = find_closing(standing, self.register, self.schemas)
        return self._closings[standing.id]

    @property
    def history(self) -> History:
        """When each version of each record reached the main branch."""
        return self.arrivals.history

    @cached_property
    def log(self) -> Log:
        """What happened up to the day of the site."""
        return make_log(self.register, self.arrivals, self.audit, self.as_of)

    @cached_property
    def archive(self) -> Archive:
        """The outcomes archive on the day of the site."""
        return make_archive(self.register, self.arrivals, self.as_of)

    @cached_property
    def source(self) -> Source:
        """The same content, as the datasets of the public data take it."""
        return Source(
            register=self.register,
            archive=self.archive,
            history=self.history,
            board=self.board,
            audit=self.audit,
            log=self.log,
            records=self.records,
        )

    @cached_property
    def approvers(self) -> Approvers:
        """The names of those who agree, as far as today's register gives them."""
        return find_approvers(self.register)

    def find_change(self, record: Record) -> date | None:
        """Give the day on which a record last changed, if git tells."""
        change = self.history.changed.get(record.file.path)
        return change.day if change else None

    def find_provenance(self, record: Record, *others: Record) -> Provenance:
        """Give the change that brought a record to the main branch, and the later ones, of it and of other records."""
        versions = map(self.arrivals.list_versions, (record, *others))
        return find_provenance(tuple(versions), self.audit)

    def find_page(self, path: str) -> str | None:
        """Give the address that shows a record; instead of an outcome that has no page, its group's list of them."""
        slot = find_slot(path)
        is_act = slot is not None and "outcome" in slot.ids
        if slot is None or not (is_act or slot.kind in ("outcome", "outcome-version", "attachment")):
            return find_address(path)
        group, name = slot.ids["group"], slot.ids["outcome" if is_act else "id"]
        outcomes = self.register.find_dossier(group).outcomes
        outcome = next((outcome for outcome in outcomes if outcome.id == name), None)
        state = self.find_state(outcome) if outcome else OutcomeState.NOT_PUBLIC_YET
        is_there = state == OutcomeState.PUBLISHED if slot.kind == "attachment" else state.has_page
        return find_address(path) if is_there else f"groups/{group}/#outcomes"

    def find_state(self, outcome: Outcome) -> OutcomeState:
        """Give an outcome's state on the day of the site."""
        return derive_outcome_state(outcome, self.as_of)

    def find_last_change(self, records: Iterable[Record]) -> date | None:
        """Give the day of the newest change of several records, if git tells."""
        return max((day for day in map(self.find_change, records) if day), default=None)

    @property
    def edit_address(self) -> str:
        """The forge's address for editing a file; its path goes at the end. Empty where there is no forge."""
        return make_edit_address(self.register.settings.repository)

    def render_text(self, record: Record, here: str, *, level: int) -> Markup:
        """Render a record's Markdown for the page at `here`; its highest heading gets `level`."""
        folder = posixpath.dirname(record.file.path)

        def resolve(path: str) -> str | None:
            target = posixpath.normpath(posixpath.join(folder, path))
            address = self.find_page(target) if target in self.register.paths else None
            return link_from(here, address) if address is not None else None

        kind = ANCHORS.get(record.file.kind, record.file.kind)
        anchor = f"{kind}-{record.id}" if kind == "board-brief" else kind
        rendered = render_markdown(record.file.text, anchor=f"{anchor}-text", level=level, resolve=resolve)
        return Markup(rendered.html)  # noqa: S704 (made safe by texts/markdown.py)
