"""What a new group and its members owe: the work programme, the community space, the Charter."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scm_site.compliance.duty import Obligation, Proof, Shows, duty, find_stated, states
from scm_site.compliance.situation import Situation, shift
from scm_site.days import write_day
from scm_site.records.people import Member
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
    evidence="an address under `community_space` in the group's group.md",
)
def find_community_space(group: Situation) -> Iterator[Obligation]:
    """The support team sets up the platform for the group, in collaboration with chair and co-chair. The link shows
    members where to go.

    Meet it: Write the address of the group's space under `community_space` in `group.md`.
    """
    record = group.dossier.group
    space = record.community_space
    yield Obligation(
        period="community-space",
        label="Community space",
        due=group.launch and shift(group.launch, group.days.platform),
        unknown=group.no_launch
        or (space.unknown if isinstance(space, Unknown) and record.is_reconstructed else ""),
        path=record.file.path,
        proofs=(Proof(record=record, shows=states("community_space")),) if known(space) else (),
    )


@duty(
    "charter",
    "Charter",
    clauses=("M5",),
    responsible=("every member",),
    due="{charter} days after the member joined",
    evidence="the day and the version under `charter` of the member, in the group's group.md",
    nothing="Nobody has begun in the group yet.",
)
def find_charters(group: Situation) -> Iterator[Obligation]:
    """Every member adheres to the Charter of the Smart Cities Marketplace, and says so by accepting it. There is one
    entry for each person in each role.

    Meet it: Ask the member to accept the Charter, and write the day and the version under `charter` of that member in
    `group.md`.
    """
    names: dict[str, int] = {}
    for index, member in enumerate(group.dossier.group.members):
        if not member.begins_after(group.as_of):
            period = name_member(member, names)
            yield make_charter(group, index, period, describe_member(member))


def name_member(member: Member, names: dict[str, int]) -> str:
    """Give a member's place in the roster without a name: role, first day, and a number where several are alike."""
    first = known(member.from_)
    name = "-".join((member.role.replace(" ", "-"), first.isoformat() if first else "unknown"))
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}-{names[name]}"


def describe_member(member: Member) -> str:
    """Give a member in words that give away no name; copies of it spread in calendars."""
    organisation, first = known(member.organisation), known(member.from_)
    at = f" from {organisation}" if organisation and not member.name_withheld else ""
    return f"{member.role}{at}" + (f", since {write_day(first)}" if first else "")


def make_charter(group: Situation, index: int, period: str, label: str) -> Obligation:
    """Give what one member owes; who has left owes nothing any more."""
    members = group.dossier.group.members
    member = members[index]
    charter, first = member.charter, known(member.from_)
    due = first and shift(first, group.days.charter)
    accepted = known(charter)
    why = charter.unknown if isinstance(charter, Unknown) else ""
    if first is None:
        why = why or "Since when this member holds the role is not known."
    left = member.to is not None and member.to < group.as_of and accepted is None
    return Obligation(
        period=period,
        label=label,
        due=due,
        unknown=why,
        stopped=f"The member left on {write_day(member.to)}; only current members owe it."
        if left and member.to
        else "",
        path=group.dossier.group.file.path,
        proofs=(
            Proof(
                record=group.dossier.group,
                claimed=accepted.accepted,
                fileable_from=max(first or date.min, group.launch or date.min),
                shows=shows_acceptance(member, sum(is_alike(one, member) for one in members[: index + 1])),
            ),
        )
        if accepted
        else (),
    )


def is_alike(one: Member, other: Member) -> bool:
    """Tell whether two members hold the same role and accepted the Charter on the same day."""
    accepted = known(one.charter), known(other.charter)
    return one.role == other.role and bool(accepted[0] and accepted[1]) and accepted[0] == accepted[1]


def shows_acceptance(member: Member, count: int) -> Shows:
    """Give what tells whether a version of the group's record has that many members alike who accepted on that day.

    Names are not compared: they may be mended or withheld later.
    """
    accepted = known(member.charter)

    def shows(data: Mapping[str, Any]) -> bool:
        members = data.get("members")
        alike = [
            one
            for one in (members if isinstance(members, list) else ())
            if isinstance(one, Mapping)
            and accepted
            and (one.get("role"), find_stated(one, "charter.accepted"))
            == (member.role, accepted.accepted.isoformat())
        ]
        return len(alike) >= count

    return shows
