"""What acts on the members of a group have in common: whom they bring, and whom they name."""

from dataclasses import dataclass

from scm_site.reading import ValuePath
from scm_site.records.acts.act import Act, Names
from scm_site.records.people import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberAct(Act):
    """An act on members; it changes nothing of the Terms of Reference, and is folded by `memberships.py`."""

    @property
    def brought(self) -> tuple[tuple[ValuePath, Person], ...]:
        """The people whom it brings along, each with the field that does so."""
        return ()

    @property
    def named(self) -> tuple[tuple[ValuePath, str], ...]:
        """The members whom it names by their ids, each with the field that does so."""
        return ()


def name_member(member: str, names: Names) -> str:
    """Give a member by role and id, never by name: `participant m9`."""
    return f"{names.members[member]} {member}" if member in names.members else member
