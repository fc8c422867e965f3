"""What is owed while people come and go: an open office is filled, and a new version of the Charter is accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scm_site.compliance.duty import Obligation, Proof, duty
from scm_site.compliance.known_days import NewCharter
from scm_site.compliance.situation import Situation, shift
from scm_site.compliance.starting_duties import describe_member, find_shown, name_member
from scm_site.days import next_day, write_day
from scm_site.records.people import Member, Role
from scm_site.records.record_file import Record
from scm_site.records.unknown import known


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A time in which nobody holds an office: its first day, who ends it, and the record that says so."""

    first: date
    filled: Member | None = None
    shown: Record | None = None


@duty(
    "open-office",
    "Open office",
    clauses=("L2", "L3"),
    responsible=("Secretariat",),
    due="{open_office} days after the first day on which nobody holds the office",
    evidence="the act that fills it: `hands-over`, `joins`, or `acts-for` for its time",
    nothing="No office has been vacant.",
)
def find_open_offices(group: Situation) -> Iterator[Obligation]:
    """A chair or co-chair may leave before anybody follows; the register says so, and nothing is refused for it. The
    Secretariat then confirms a new chair or selects a new co-chair within some weeks. The office of a co-chair who left
    the Secretariat is open, too. Somebody who acts for the office fills it for that time: if nobody follows, it is open
    again from the day after, with as many days as before. So it is after a pause in which the days were over.

    Meet it: File who takes over as an act, with the form “Handing over”, or who acts for the office until then.
    """
    for role in group.dossier.group.offices:
        for gap in list_gaps(group, role):
            yield Obligation(
                period=f"{role.replace(' ', '-')}-{gap.first}",
                label=f"{role.capitalize()}, vacant since {write_day(gap.first)}",
                due=shift(gap.first, group.days.open_office),
                path=gap.shown.file.path if gap.shown else group.make_act_path("hands-over"),
                proofs=tuple(prove_filled(gap)),
            )


def prove_filled(gap: Gap) -> Iterator[Proof]:
    """Give what shows that an office was filled; it is filled from the first day of who comes."""
    first = known(gap.filled.from_) if gap.filled else None
    if gap.shown and first:
        yield Proof(record=gap.shown, claimed=first, not_before=first)


def list_gaps(group: Situation, role: Role) -> Iterator[Gap]:
    """Give the times in which nobody held an office that somebody had held, from the launch to the group's last day."""
    terms = [(at, one) for at, one in enumerate(group.dossier.group.everybody) if one.role == role]
    terms.sort(key=lambda term: known(term[1].from_) or date.min)
    reach = min((find_end(group, one) for _, one in terms[:1]), default=date.max)
    for at, one in terms[1:]:
        if (known(one.from_) or date.min) > next_day(reach):
            yield from go_on(group, Gap(first=next_day(reach), filled=one, shown=find_shown(group, at)))
        reach = max(reach, find_end(group, one))
    if reach < (group.last_day or date.max):
        yield from go_on(group, Gap(first=next_day(reach)))


def go_on(group: Situation, gap: Gap) -> Iterator[Gap]:
    """Give an open office, and after a pause in which its days would be over, the same office open anew."""
    pause = group.dossier.course.find_pause(shift(gap.first, group.days.open_office))
    comes = known(gap.filled.from_) if gap.filled else None
    if pause is None or (comes and comes <= pause.last):
        yield gap
    else:
        yield Gap(first=gap.first)
        if pause.last < (group.last_day or date.max):
            yield from go_on(group, replace(gap, first=next_day(pause.last)))


def find_end(group: Situation, member: Member) -> date:
    """Give the last day on which somebody holds an office; a co-chair is of the Secretariat as long as that (L3)."""
    last, first, roster = member.to or date.max, known(member.from_), group.secretariat
    if member.role not in ("co-chair", "team member") or not roster.find_terms(member.person):
        return last
    out = roster.find_day_out(member.person, first, last) if first else None
    return shift(out, -1) if out else last


@duty(
    "charter-again",
    "Charter: new version",
    clauses=("M5",),
    responsible=("every member",),
    due="{charter_again} days after the first day of the new version",
    evidence="the act `accepts-charter` that names the version, or a later one, and the member",
    nothing="No new version of the Charter has come since the members joined.",
)
def find_new_charters(group: Situation) -> Iterator[Obligation]:
    """The Charter of the Smart Cities Marketplace gets a new version now and then. Every member who was there before
    accepts it, too. The first acceptance stays what it was; who joins later accepts the version of that day.

    Meet it: Ask the members to accept the new version, and file that as an act, with the form “Charter”. One act can
    name several members.
    """
    for number, charter in enumerate(group.charters):
        later = {one.version.version for one in group.charters[number:]}
        for member, period in list_present(group, charter.first):
            yield make_acceptance(group, member, f"{period}-{charter.version.version}", charter, later)


def list_present(group: Situation, day: date) -> Iterator[tuple[Member, str]]:
    """Give who was in the group before a day and on it, each once, with their place in the roster."""
    names: dict[str, int] = {}
    there: set[str] = set()
    for member in group.dossier.group.members:
        period = name_member(member, names)
        is_there = member.is_in_role(day) and not member.begins_after(day - timedelta(days=1))
        if is_there and member.id not in there and day <= (group.last_day or date.max):
            there.add(member.id)
            yield member, period


def make_acceptance(
    group: Situation, member: Member, period: str, charter: NewCharter, later: set[str]
) -> Obligation:
    """Give what a member owes by a new version; who has left owes nothing any more."""
    shown = [(accepted, record) for accepted, record in member.acceptances if accepted.version in later]
    terms = [one.to or date.max for one in group.dossier.group.members if one.id == member.id]
    left = max(terms) if not shown and max(terms) < group.as_of else None
    return Obligation(
        period=period,
        label=f"{charter.version.name}, {describe_member(member)}",
        due=shift(charter.first, group.days.charter_again),
        unknown=charter.unsure,
        stopped=f"The member left on {write_day(left)}; only current members owe it." if left else "",
        path=shown[0][1].file.path if shown else group.make_act_path("accepts-charter"),
        proofs=tuple(
            Proof(record=record, claimed=accepted.accepted, fileable_from=charter.first)
            for accepted, record in shown
        ),
    )
