"""Offices that nobody holds, or for which somebody acts, as pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_site.filing.form_ways import find_way_to_fill
from scm_site.pages.frame.shown_members import ShownMember, show_member
from scm_site.records.dossier import Dossier
from scm_site.records.people import Role
from scm_site.records.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownOffice:
    """An office of a group: since when it is vacant, or None; who acts; and the form by which it is filled."""

    role: Role
    since: date | None
    acting: tuple[ShownMember, ...]
    form: str


def list_open_offices(dossier: Dossier, register: Register, as_of: date) -> Iterator[ShownOffice]:
    """Give the offices of a group that are vacant on a day, and those for which somebody acts (ToR, M1, M2, C6)."""
    vacant = {one.role: one.since for one in dossier.find_vacancies(as_of)}
    for role in dossier.group.offices:
        acting = tuple(show_member(one, register, as_of) for one in dossier.find_acting(role, as_of))
        if role in vacant or acting:
            form = find_way_to_fill(role, dossier)
            yield ShownOffice(role=role, since=vacant.get(role), acting=acting, form=form)
