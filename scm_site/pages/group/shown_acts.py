"""What acts changed in a group, as its page shows it: beside each value the act that gave it, and what it was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scm_site.addresses import address_of
from scm_site.pages.changes.shown_approvals import ShownProvenance, show_provenance
from scm_site.pages.frame.shown_members import find_grantor
from scm_site.pages.frame.site_content import SiteContent
from scm_site.records.acts.act import Act
from scm_site.records.acts.amends import Agreement, Amends
from scm_site.records.acts.corrects import Corrects
from scm_site.records.acts.ends import Ends
from scm_site.records.acts.invites import Invites
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.acts.member_act import MemberAct
from scm_site.records.acts.noted import Noted
from scm_site.records.acts.opens_space import OpensSpace
from scm_site.records.acts.sentences import tell_filed_for, write
from scm_site.records.acts.waives import Waives
from scm_site.records.dossier import Dossier


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownAct:
    """An act on a group's page: its title, what it does in a sentence, why it does nothing ("" where it does).

    `is_of_members`: it is about members, the space, a call, or a note. `which` tells it from others of its kind and
    day; "" where there are none.
    """

    act: Act
    anchor: str
    title: str
    which: str
    what: str
    idle: str
    agreed: str
    wording: str
    text: str
    source: str
    filed_for: str
    is_of_members: bool
    approval: ShownProvenance | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownChange:
    """What one thing was before, and the act that changed it: its day, its reason, its address on the page."""

    what: str
    day: date
    because: str
    anchor: str
    which: str


def tell_which(act: Act, acts: Iterable[Act]) -> str:
    """Tell an act from others of its day by its name; "" where there are none."""
    return f" ({act.name})" if sum(one.day == act.day for one in acts) > 1 else ""


def list_alike(act: Act, dossier: Dossier) -> list[Act]:
    """Give the acts of a group that are of the kind of one, itself among them."""
    return [one for one in dossier.acts if one.file.kind == act.file.kind]


def show_act(act: Act, dossier: Dossier, content: SiteContent) -> ShownAct:
    """Give an act of a group as its page shows it."""
    kind = ACT_KINDS[act.file.kind]
    return ShownAct(
        act=act,
        anchor=find_anchor(act),
        title=kind.words[0],
        which=tell_which(act, list_alike(act, dossier)),
        what=dossier.held.tell(act),
        idle=find_idle(act, dossier),
        agreed=tell_granted(act.granted, content) if isinstance(act, Waives) else tell_agreement(act),
        wording=act.wording if isinstance(act, Amends) else "",
        text=content.render_text(act, f"groups/{act.file.group}/", level=4) if isinstance(act, Ends) else "",
        source=act.source if isinstance(act, Corrects) else "",
        filed_for=tell_filed_for(act),
        is_of_members=isinstance(act, MemberAct | OpensSpace | Invites | Noted),
        approval=show_provenance(content, act),
    )


def find_idle(act: Act, dossier: Dossier) -> str:
    """Say why an act does nothing; "" where it does something, or says itself that it was not agreed to."""
    if isinstance(act, Amends) and act.not_agreed:
        return ""
    return dossier.held.find_idle(act)


def tell_agreement(act: Act) -> str:
    """Say who agreed to an amendment, or who did not; "" for other acts, whose approval says it."""
    if not isinstance(act, Amends):
        return ""
    if act.not_agreed:
        return f"Not agreed on {write(act.not_agreed.day)}: {act.not_agreed.by}."
    if act.agreed is None:
        return ""
    group = f"by the group on {write(act.agreed.group.day)} ({act.agreed.group.by})"
    return f"Agreed by the Secretariat on {write(act.agreed.secretariat.day)}, and {group}."


def tell_granted(granted: Agreement, content: SiteContent) -> str:
    """Say who granted a waiver."""
    return f"Granted by the Secretariat on {write(granted.day)} ({find_grantor(granted.by, granted.day, content)})."


def find_anchor(act: Act) -> str:
    """Give where an act stands on the page of its group."""
    return address_of(act).partition("#")[2]


def show_changes(dossier: Dossier) -> Mapping[str, tuple[ShownChange, ...]]:
    """Give what each thing was before acts changed it, the newest first, by the name of the thing."""
    held = dossier.held
    given = (*held.corrections, *held.steps)
    names = {step.setting.name for step in given}
    return {
        name: tuple(
            ShownChange(
                what=write(step.setting.was),
                day=step.known.act.day,
                because=step.setting.because or step.known.act.because,
                anchor=find_anchor(step.known.act),
                which=tell_which(step.known.act, dossier.acts),
            )
            for step in reversed(given)
            if step.setting.name == name
        )
        for name in names
    }


def list_given_up(dossier: Dossier, part: str) -> Iterator[tuple[str, ShownChange]]:
    """Give the milestones, or the KPIs, that were given up, each by its id with the act that says so."""
    changes = show_changes(dossier)
    for step in dossier.held.given_up:
        kind, _, name = step.setting.name.partition(".")
        if kind == part:
            yield name, changes[step.setting.name][0]
