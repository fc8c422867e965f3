"""A dossier whose group says something else."""

from dataclasses import replace

from scm_site.records.dossier import Dossier
from scm_site.records.group import Group


def change_group(dossier: Dossier, group: Group) -> Dossier:
    """Give a dossier with another record of its group, filed and held alike."""
    return replace(dossier, launched=group, held=replace(dossier.held, group=group))
