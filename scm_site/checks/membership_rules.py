"""Rules on the acts by which people come into a group, go, and get an office."""

from collections import Counter
from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word
from scm_site.findings import Severity
from scm_site.reading.quoting import quote_value
from scm_site.records.acts.act import Act
from scm_site.records.acts.acts_for import ActsFor
from scm_site.records.acts.confirms import Confirms
from scm_site.records.acts.hands_over import HandsOver
from scm_site.records.acts.leaves import Leaves
from scm_site.records.acts.member_act import MemberAct
from scm_site.records.acts.setting_aside import list_standing
from scm_site.records.dossier import Dossier
from scm_site.records.group import Group
from scm_site.records.memberships import CONFIRMED, list_brought, pick
from scm_site.records.register import Register


@rule(
    "G026",
    "An act on members names people of the group",
    clauses=("M1", "M2", "M3"),
    in_form="never: it is chosen from a list",
)
def members_are_there(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Whoever leaves, hands over, is confirmed or accepts the Charter came into the group before: by its launch, or by
    an act. Acts name them by their ids. Who hands over an office holds it until then, and who leaves is still there.

    Fix: Choose the id from the list of members on the group's page; or file the joining first.
    """
    register.require_whole_acts(dossier.group.id)
    acts = list_working(dossier)
    ids = list(dict.fromkeys(one.id for *_, one in list_brought(dossier.launch, acts)))
    for act in pick(acts, MemberAct):
        unknown = [(field, one) for field, one in act.named if one not in ids]
        for field, one in unknown:
            yield Problem(
                act, field, f"nobody in the group has the id {quote_value(one)}{guess_word(one, ids)}"
            )
        field, fault = ((), "") if unknown else find_misfit(act, dossier.group)
        if fault:
            yield Problem(act, field, fault)


def list_working(dossier: Dossier) -> list[Act]:
    """Give the acts of a group that work, with their facts as they were in truth, by the days when they were done."""
    there = (act for act in list_standing(dossier.held.known) if not dossier.held.find_idle(act))
    return sorted(there, key=lambda act: (act.day, act.name))


def find_misfit(act: MemberAct, group: Group) -> tuple[tuple[str, ...], str]:
    """Say why an act does not fit the terms of the member whom it names, with the field; "" where it does."""
    match act:
        case Leaves():
            last = act.last_day or act.day
            ended = (one for one in group.members if one.id == act.member and one.to == last)
            return ("member",), "" if any(ended) else f"`{act.member}` is not in the group on {last}"
        case HandsOver() if act.from_:
            terms = ((one.id, one.role, one.to) for one in group.members)
            is_right = (act.from_, act.role, act.ends) in terms
            return ("from",), "" if is_right else f"`{act.from_}` does not hold the office of {act.role} then"
        case Confirms():
            offices = (one for one in group.members if one.id == act.member and one.role in CONFIRMED)
            return ("member",), "" if any(offices) else f"`{act.member}` has no office to be confirmed in"
    return (), ""


@rule("G027", "Each person in a group has an id of their own", in_form="never: the form writes the file")
def ids_of_members_differ(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """An id stands for one person for as long as the group's records do: for whoever is named by it, also after the
    name was taken out. So no second person gets it.

    Fix: Give whoever came later an id that nobody has: m and the next number.
    """
    register.require_whole_acts(dossier.group.id)
    brought = list(list_brought(dossier.launch, list_working(dossier)))
    count = Counter(one.id for *_, one in brought)
    free = next(f"m{number}" for number in range(1, len(brought) + 2) if f"m{number}" not in count)
    for at, (record, field, one) in enumerate(brought):
        if one.id in {earlier.id for *_, earlier in brought[:at]}:
            message = f"the id {quote_value(one.id)} is that of somebody else in the group"
            yield Problem(record, (*field, "id"), (message, f"Write `id: {free}`, which nobody has."))


@rule(
    "G028",
    "An office goes to one person",
    clauses=("M1", "M2"),
    in_form="later: it is found in other records",
)
def offices_go_to_one_person(act: MemberAct) -> Iterator[Problem]:
    """An office is handed over to a member, whose id stands under `to`, or to somebody new, who stands under `person`;
    to nobody, it becomes vacant. Somebody acts for an office who is a member, or is new.

    Fix: Leave one of the two out; or say who is meant.
    """
    match act:
        case HandsOver():
            if act.to and act.person:
                yield Problem(act, ("to",), "both a member (`to`) and somebody new (`person`) are named")
            elif not (act.from_ or act.to or act.person):
                yield Problem(act, (), "it says neither who goes nor who comes")
        case ActsFor():
            if bool(act.member) == bool(act.person):
                yield Problem(act, (), "exactly one of `member` and `person` says who acts")


@rule(
    "N010",
    "Who does not agree to it any more is not named",
    severity=Severity.WARNING,
    in_form="later: it is found in other records",
)
def withdrawn_consent_is_followed(group: Group) -> Iterator[Problem]:
    """A person may take back the consent to be named. Then the name comes out of every file at once; no duty, no state
    and no right hangs on it.

    Fix: Write `name_withheld: true` in place of the name, take the account out, and follow the page on removing names.
    """
    for index, member in enumerate(group.everybody):
        if member.consent_until and isinstance(member.name, str) and member.name:
            message = f"`{member.id}` agreed to be named until {member.consent_until} only"
            yield Problem(group, ("members", index, "name"), message)
