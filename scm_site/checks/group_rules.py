"""Rules on groups: dates, and what a group takes over from its proposal."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word, quote_both
from scm_site.days import add_months
from scm_site.reading import Attachment
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.register import NotAvailableError, Register
from scm_site.records.unknown import Unknown, known
from scm_site.terms.numbers import SHORTEST_MANDATE

NEEDED = {
    "challenge": "Say which common challenge the group works on; it is the proposal's.",
    "objectives": "List what the group is to achieve; the objectives are the proposal's.",
    "proposal": "Name the approved proposal in content/proposals that the group comes from.",
    "end": "Give the end date, at least twelve months after the launch.",
}


@rule(
    "G001",
    "A Focus group states its challenge, objectives, proposal and end",
    clauses=("G1", "L1", "D2"),
    in_form="never: its records have no form",
)
def focus_group_is_complete(dossier: Dossier) -> Iterator[Problem]:
    """A Focus group works on a commonly identified challenge, towards objectives that the board agreed, until a date.

    Discussion groups may leave these fields out: their Terms of Reference are not known here.

    Fix: Add the field that the message names.
    """
    group = dossier.launched
    if group.is_focus:
        for field, fix in NEEDED.items():
            if not getattr(group, field):
                yield Problem(
                    group, (), (f"a Focus group states its {field}, but field `{field}` is missing", fix)
                )


@rule(
    "G025",
    "A Discussion group has its community space",
    clauses=("C6",),
    in_form="never: its records have no form",
)
def discussion_group_has_its_space(group: Group) -> Iterator[Problem]:
    """A Discussion group is an online forum on the community space, so there is none without it. A Focus group may be
    launched first; that its space is set up in time is a duty of the support team.

    Fix: Add `community_space:` with the whole address to launch.md; or file it as an act `opens-space`.
    """
    if not group.is_focus and not group.community_space:
        message = "a Discussion group meets on its community space, but field `community_space` is missing"
        yield Problem(group, (), message)


@rule(
    "G002",
    "A Focus group runs for at least twelve months",
    clauses=("D2", "D3"),
    in_form="never: its records have no form",
)
def runs_twelve_months(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The Terms of Reference are valid from the launch date to the end date, and for at least twelve months.

    A group that ended before has an act that says how. For any group, the end comes after the launch.

    Fix: Correct the launch date or the end date; or file an act `ends`, if the group ended early.
    """
    group = dossier.group
    launch, end = known(group.launch), known(group.end)
    if launch is None or end is None:
        return
    if end <= launch:
        yield Problem(group, ("end",), f"the end {end} is not after the launch {launch}")
        return
    register.require_whole("ends", group.id)
    earliest = add_months(launch, SHORTEST_MANDATE.value_on(launch))
    if group.is_focus and end < earliest and dossier.ended is None:
        message = f"the end {end} is less than twelve months after the launch {launch}"
        giver = dossier.held.find_giver("end")
        field = ("end", "becomes") if giver else ("end",)
        fix = f"Write {earliest} or a later day, or file an act `ends`."
        yield Problem(giver or group, field, (message, fix))


def find_proposal(dossier: Dossier, register: Register) -> Proposal:
    """Give a group's proposal; raises NotAvailableError where none is known (another rule says so)."""
    proposal_id = known(dossier.group.proposal)
    proposal = register.find_proposal(proposal_id) if proposal_id else None
    if proposal is None:
        raise NotAvailableError("proposal")
    return proposal


@rule(
    "G003",
    "A group carries the topic, challenge and objectives of its proposal",
    clauses=("L1", "A1"),
    in_form="never: its records have no form",
)
def carries_its_proposal(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The board agrees a topic and its objectives; the group that comes of it works on just these.

    The record of the group stays as it was at the launch. A later change is an amendment, which stands beside it.

    Fix: Copy the content from the proposal; what was changed later goes into an amendment under acts/.
    """
    group, proposal = dossier.launched, find_proposal(dossier, register)
    if group.kind != proposal.kind:
        message = f"the group is a {group.kind} group, its proposal asks for a {proposal.kind} group"
        fix = f"Write `kind: {proposal.kind}`. No amendment changes it: another kind of group needs its own proposal."
        yield Problem(group, ("kind",), (message, fix))
    for field in ("title", "challenge", "objectives"):
        stated, agreed = getattr(group, field), getattr(proposal, field)
        if not stated or isinstance(stated, Unknown):
            continue
        if stated != agreed:
            said, wanted = quote_both(stated, agreed)
            message = f"field `{field}` is {said}, but the proposal `{proposal.id}` says {wanted}"
            yield Problem(group, (field,), message)


@rule(
    "G004",
    "A group is launched for as long as the board agreed",
    clauses=("L1", "D3"),
    in_form="never: its records have no form",
)
def runs_as_agreed(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The board agrees the expected duration. A later end is an amendment with a justification, beside the record.

    The end that belongs to a duration is the same day of the month that many months later, or the day before it.

    Fix: Write the end that follows from the proposal's duration; file an amendment under acts/ that moves it.
    """
    group, proposal = dossier.launched, find_proposal(dossier, register)
    launch, end = known(group.launch), known(group.end)
    if launch is None or end is None:
        return
    agreed = add_months(launch, proposal.duration_months)
    if not 0 <= (agreed - end).days <= 1:
        yield Problem(
            group,
            ("end",),
            (
                f"the end is {end}, but {proposal.duration_months} months (proposal `{proposal.id}`) from the "
                f"launch {launch} lead to {agreed}",
                f"Write {agreed}, and file an amendment under acts/ that moves the end.",
            ),
        )


@rule(
    "G005",
    "A proposal leads to one group, and stands",
    clauses=("L1",),
    in_form="never: its records have no form",
)
def proposal_leads_to_one_group(register: Register) -> Iterator[Problem]:
    """The board agrees a proposal for one group. A proposal that was withdrawn leads to none.

    Fix: Name the proposal that the group comes from. A second group needs a proposal of its own.
    """
    led_to: dict[str, list[Group]] = {}
    for dossier in register.dossiers:
        proposal = register.find_proposal(known(dossier.group.proposal) or "")
        if proposal is None:
            continue
        led_to.setdefault(proposal.id, []).append(dossier.group)
        if proposal.withdrawn:
            message = f"proposal `{proposal.id}` was withdrawn on {proposal.withdrawn.on}"
            fix = "Name the proposal that the board agreed to instead; or take `withdrawn` out, if it still stands."
            yield Problem(dossier.group, ("proposal",), (message, fix))
    for proposal_id, groups in led_to.items():
        topic = getattr(register.find_proposal(proposal_id), "title", "")
        first, *others = sorted(groups, key=lambda group: group.title != topic)
        for group in others:
            message = f"proposal `{proposal_id}` already led to the group `{first.id}`"
            yield Problem(group, ("proposal",), message)


@rule(
    "G006",
    "A folder of a group holds its launch.md and its page.md",
    in_form="never: its records have no form",
)
def folder_has_its_group(register: Register) -> Iterator[Problem]:
    """Everything that a group files stands in its folder. Its launch.md says whose folder it is, what counts of the
    group and who was in it at the launch; its page.md says what readers see and the group keeps up.

    Fix: Add the file to the folder (`scm new group NAME` starts both), or move the files to the right group's folder.
    """
    groups = [dossier.group.id for dossier in register.dossiers]
    first: dict[str, Record | Attachment] = {}
    for record in register.orphans:
        first.setdefault(record.file.group, record)
    for attachment in register.lost_attachments:
        first.setdefault(attachment.group, attachment)
    for group, found in first.items():
        for kind in ("launch", "page"):
            path = f"content/groups/{group}/{kind}.md"
            if path not in register.paths and not register.is_unread(path):
                message = f"there is no {kind}.md in content/groups/{group}{guess_word(group, groups)}"
                yield Problem(found, (), message)


@rule(
    "G007",
    "A group begins after the board agreed",
    clauses=("L1",),
    in_form="never: its records have no form",
)
def begins_after_the_decision(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The Terms of Reference are in effect from the launch. Without the board's agreement there is nothing to launch,
    so a launch date is never set back before the day of the decision, or before the topic was even proposed.

    Fix: Correct the launch date of the group, or the date of the decision in the proposal.
    """
    group, proposal = dossier.group, find_proposal(dossier, register)
    launch, decision = known(group.launch), proposal.decision
    if launch and decision and launch < decision.on:
        message = f"the launch {launch} is before the board's decision of {decision.on} on `{proposal.id}`"
        yield Problem(group, ("launch",), message)
    elif launch and launch < proposal.date:
        message = f"the launch {launch} is before the proposal `{proposal.id}` of {proposal.date}"
        yield Problem(group, ("launch",), message)
