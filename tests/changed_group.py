"""A dossier whose group says something else."""

from dataclasses import replace

from scm_site.records.dossier import Dossier
from scm_site.records.group import Group


def change_group(dossier: Dossier, group: Group) -> Dossier:
    """Give a dossier with another record of its group, filed and held alike."""
    held = dossier.held
    filed, record = (replace(one, group=group) for one in (held.filed, held.record))
    return replace(dossier, held=replace(held, filed=filed, record=record))
