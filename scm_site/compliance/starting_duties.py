"""What a new group and its members owe: the work programme, the community space, the Charter."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scm_site.compliance.duty import Obligation, Proof, Shows, duty, find_stated
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.acts.corrects import Corrects
from scm_site.records.memberships import list_brought
from scm_site.records.people import Member
from scm_site.records.record_file import Record
from scm_site.records.unknown import Unknown, known


@duty(
    "work-programme",
    "Work programme",
    clauses=("a",),
    responsible=("chair",),
    due="{work_programme} days after the launch",
    evidence="the group's work-programme.md, with its texts finished",
)
def find_work_programme(group: Situation) -> Iterator[Obligation]:
    """The chair drafts the work programme: description, objectives, rules of participation, timeframe. Without it
    nobody can say what the group is to deliver and by when.

    Meet it: File the work programme as `work-programme.md` in the group's folder.
    """
    programme = group.dossier.work_programme
    yield Obligation(
        period="work-programme",
        label="Work programme",
        due=group.launch and shift(group.launch, group.days.work_programme),
        unknown=group.no_launch,
        path=group.make_path("work-programme.md"),
        proofs=(Proof(record=programme, claimed=programme.agreed, texts=None),) if programme else (),
    )


@duty(
    "community-space",
    "Community space",
    clauses=("y",),
    responsible=("support team",),
    due="{platform} days after the launch",
    evidence="the act `opens-space` with the address; in a launch that tells it already, the launch",
)
def find_community_space(group: Situation) -> Iterator[Obligation]:
    """The support team sets up the platform for the group, in collaboration with chair and co-chair. The link shows
    members where to go.

    Meet it: File the address of the group's space as an act, with the form “Say where the community space is”.
    """
    record = group.dossier.group
    space, given = record.community_space, record.space_given
    yield Obligation(
        period="community-space",
        label="Community space",
        due=group.launch and shift(group.launch, group.days.platform),
        unknown=group.no_launch
        or (space.unknown if isinstance(space, Unknown) and record.is_reconstructed else ""),
        path=given.file.path if given else group.make_act_path("opens-space"),
        proofs=(Proof(record=given, shows=shows_space),) if given else (),
    )


@duty(
    "charter",
    "Charter",
    clauses=("M5",),
    responsible=("every member",),
    due="{charter} days after the member joined",
    evidence="the act `accepts-charter`, or `charter` where a launch or an act brings the member",
    nothing="Nobody has begun in the group yet.",
)
def find_charters(group: Situation) -> Iterator[Obligation]:
    """Every member adheres to the Charter of the Smart Cities Marketplace, and says so by accepting it. There is one
    entry for each person in each role.

    Meet it: Ask the member to accept the Charter, and file that as an act, with the form “Members accept the Charter”.
    One act can name several members.
    """
    names: dict[str, int] = {}
    for at, member in enumerate(group.dossier.group.members):
        if not member.begins_after(group.as_of) or find_broken_promise(group, at):
            yield make_charter(group, at, name_member(member, names))


def shows_space(data: Mapping[str, Any]) -> bool:
    """Tell whether a version of a launch or an act shows the address of the community space."""
    return bool(find_stated(data, "community_space") or find_stated(data, "address"))


def name_member(member: Member, names: dict[str, int]) -> str:
    """Give a member's place in the roster without a name: role, first day, and a number where several are alike."""
    first = member.written_from or known(member.from_)
    name = "-".join((member.role.replace(" ", "-"), first.isoformat() if first else "unknown"))
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}-{names[name]}"


def describe_member(member: Member) -> str:
    """Give a member by role and id, in words that give away no name; copies of it spread in calendars."""
    organisation, first = known(member.organisation), known(member.from_)
    at = f" from {organisation}" if organisation and not member.name_withheld else ""
    return f"{member.role} {member.id}{at}" + (f", since {write_day(first)}" if first else "")


def find_shown(group: Situation, at: int) -> Record | None:
    """Give the record that says from when on a member holds a role."""
    file = group.dossier.group.file.find_stand("members", at, "from")[0]
    records = (*group.dossier.acts, group.dossier.launch)
    return next((one for one in records if one.file.path == file.path), None)


def find_broken_promise(group: Situation, at: int) -> date | None:
    """Give the day on which a member's acceptance had fallen due before a correction of the first day came too late."""
    shown, field = find_shown(group, at), group.dossier.group.file.find_stand("members", at, "from")[1]
    if not isinstance(shown, Corrects):
        return None
    was = next((one.was for one in shown.settings if one.field == field), None)
    due = shift(was, group.days.charter) if isinstance(was, date) else None
    return due if due and (group.dossier.held.arrived.get(shown.name) or due) > due else None


def make_charter(group: Situation, at: int, period: str) -> Obligation:
    """Give what one member owes; who has left owes nothing any more."""
    member, broken = group.dossier.group.members[at], find_broken_promise(group, at)
    first, accepted, shown = known(member.from_), known(member.charter), member.accepted_in
    why = member.charter.unknown if isinstance(member.charter, Unknown) else ""
    if first is None:
        why = why or "Since when this member holds the role is not known."
    left = member.to is not None and member.to < group.as_of and accepted is None
    return Obligation(
        period=period,
        label=describe_member(member),
        due=broken or (first and shift(first, group.days.charter)),
        note="The first day was corrected after this date had passed." if broken else "",
        unknown=why,
        stopped=f"The member left on {write_day(member.to)}; only current members owe it."
        if left and member.to
        else "",
        path=shown.file.path if shown else group.make_act_path("accepts-charter"),
        proofs=(
            Proof(
                record=shown,
                claimed=accepted.accepted,
                fileable_from=max(first or date.min, group.launch or date.min),
                shows=shows_acceptance(member.id, find_written(group, member)),
            ),
        )
        if accepted and shown
        else (),
    )


def shows_acceptance(member: str, accepted: str) -> Shows:
    """Give what tells whether a version of a launch or an act shows that a member accepted the Charter on that day."""

    def shows(data: Mapping[str, Any]) -> bool:
        members = data.get("members")
        people = [*(members if isinstance(members, list) else ()), data.get("person")]
        told = [one for one in people if isinstance(one, Mapping) and one.get("id") == member]
        return member in people or any(find_stated(one, "charter.accepted") == accepted for one in told)

    return shows


def find_written(group: Situation, member: Member) -> str:
    """Give the day of acceptance as the record writes it that shows it: a correction does not change what that says."""
    brought = list_brought(group.dossier.launch, group.dossier.acts)
    written = (known(one.charter) for _, _, one in brought if one.id == member.id)
    return next((str(charter.accepted) for charter in written if charter), "")
