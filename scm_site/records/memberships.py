"""A group as it holds: its launch and its page, with the acts on members, space and calls that stand.

Members are told with the days on which they begin and end. So all acts that are known are taken, whatever the day, and
in an order that hangs on what they say, not on when they arrived: first who comes, then who hands over, leaves, is
confirmed, and accepts the Charter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

from scm_site.reading import ValuePath
from scm_site.records.acts.accepts_charter import AcceptsCharter
from scm_site.records.acts.act import Act
from scm_site.records.acts.acts_for import ActsFor
from scm_site.records.acts.confirms import Confirms
from scm_site.records.acts.consents import Consents
from scm_site.records.acts.hands_over import HandsOver
from scm_site.records.acts.invites import Invites
from scm_site.records.acts.joins import Joins
from scm_site.records.acts.leaves import Leaves
from scm_site.records.acts.member_act import MemberAct
from scm_site.records.acts.noted import Noted
from scm_site.records.acts.opens_space import OpensSpace
from scm_site.records.group import Group, GroupPage, HistoryEntry, Joining, Launch, WayToJoin
from scm_site.records.people import CharterAcceptance, Confirmation, Entry, Member, Person, Role
from scm_site.records.record_file import Record, RecordFile, Source
from scm_site.records.unknown import Unknown, known

T = TypeVar("T", bound=Act)

Places = Mapping[ValuePath, tuple[RecordFile, ValuePath]]

#: What an office is made of: the role, its days, who confirmed it.
Office = dict[str, Any]

#: What the page says; everything else stands in the launch.
OF_PAGE = ("themes", "summary", "joining", "contact", "text")
OF_PERSON = tuple(one.name for one in fields(Person))


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A member, and where each of its fields stands: by the field's name, () for all others."""

    member: Member
    places: Places = field(default_factory=dict)

    def put(self, act: Act, at: ValuePath, name: str, **values: Any) -> "Term":
        """Give the same with fields from an act, of which one stands there at a place."""
        return Term(member=replace(self.member, **values), places={**self.places, (name,): (act.file, at)})


def make_group(launch: Launch, page: GroupPage, acts: Sequence[Act]) -> Group:
    """Give a group as it holds, of its launch, its page, and the acts that stand."""
    terms, acting = make_terms(launch, acts), list(list_acting(launch, acts))
    spaces, notes = pick(acts, OpensSpace), pick(acts, Noted)
    return Group(
        **{name: getattr(page, name) for name in ("themes", "summary", "contact", "text")},
        **{name: getattr(launch, name) for name in OF_LAUNCH},
        file=join_files(launch, page, acts, [*terms, *acting]),
        sources=tuple(join_sources(launch.sources, page.sources)),
        inferred=(*launch.inferred, *page.inferred),
        members=tuple(term.member for term in terms),
        acting=tuple(term.member for term in acting),
        joining=make_joining(page.joining, pick(acts, Invites)),
        community_space=spaces[-1].address if spaces else launch.community_space,
        space_given=find_first_space(launch, spaces),
        history=tuple(HistoryEntry(date=one.day, what=one.what, address=one.address) for one in notes),
    )


def list_members(launch: Launch, acts: Sequence[Act]) -> tuple[Member, ...]:
    """Give everybody who is or was in a group, and who acts for somebody, by its launch and the acts that stand."""
    return tuple(term.member for term in (*make_terms(launch, acts), *list_acting(launch, acts)))


OF_LAUNCH = (
    "origin", "title", "kind", "proposal", "challenge", "objectives", "launch", "end", "former_ids",
)  # fmt: skip


def find_first_space(launch: Launch, spaces: Sequence[OpensSpace]) -> Record | None:
    """Give the record that gave the first community space."""
    return launch if known(launch.community_space) else next(iter(spaces), None)


def make_joining(way: WayToJoin | Unknown, calls: Sequence[Invites]) -> Joining | Unknown:
    """Give whether and how somebody can join: a group is open from its launch, and its last call counts."""
    if isinstance(way, Unknown):
        return way
    last = calls[-1] if calls else None
    return Joining(
        state=last.state if last else "open",
        until=last.until if last else None,
        how=way.how,
        address=way.address,
    )


def join_sources(first: Sequence[Source], second: Sequence[Source]) -> Iterator[Source]:
    """Give the sources of both records, each page once, with all that it supports."""
    others = {one.address: one for one in second}
    for one in first:
        other = others.pop(one.address, None)
        yield replace(one, supports=(*one.supports, *other.supports)) if other else one
    yield from others.values()


def join_files(launch: Launch, page: GroupPage, acts: Sequence[Act], terms: Sequence[Term]) -> RecordFile:
    """Give one file for a group, whose places lead to where each field stands."""
    elsewhere: dict[ValuePath, tuple[RecordFile, ValuePath]] = {
        (name,): (page.file, (name,)) for name in OF_PAGE
    }
    for call in pick(acts, Invites):
        elsewhere |= {("joining", name): (call.file, (name,)) for name in ("state", "until")}
    for space in pick(acts, OpensSpace):
        elsewhere[("community_space",)] = (space.file, ("address",))
    for index, one in enumerate(pick(acts, Noted)):
        elsewhere[("history", index)] = (one.file, ())
    for index, term in enumerate(terms):
        elsewhere |= {("members", index, *name): there for name, there in term.places.items()}
    data = {**launch.file.data, **{name: page.file.data[name] for name in OF_PAGE if name in page.file.data}}
    return replace(launch.file, data=data, elsewhere=elsewhere, thin=())


def make_terms(launch: Launch, acts: Sequence[Act]) -> list[Term]:
    """Give everybody who is or was in a group, each in a role, in the order in which they came."""
    terms = [begin(one, launch, ("members", at), launch.launch) for at, one in enumerate(launch.members)]
    for come in pick(acts, Joins):
        terms += [begin(one, come, ("members", at), come.day) for at, one in enumerate(come.members)]
    for one in sorted(pick(acts, HandsOver), key=lambda one: one.begins):
        terms = hand_over(one, terms)
    for end in pick(acts, Leaves):
        terms = [leave(end, term) for term in terms]
    for act in acts:
        terms = [put_right(act, term) for term in terms]
    by_path = {act.file.path: act for act in acts}
    return [show_corrected(term, by_path) for term in terms]


def begin(entry: Entry, source: Launch | Act, at: ValuePath, first: date | Unknown) -> Term:
    """Give the term of somebody whom a launch or an act brings."""
    person = {name: getattr(entry, name) for name in OF_PERSON}
    member = Member(
        **person,
        role=entry.role,
        from_=entry.first_day or first,
        written_from=source.file.written.get((*at, "first_day")),
        confirmed=entry.confirmed,
        **show_acceptance(entry, source),
    )
    return Term(member=member, places={(): (source.file, at), ("from",): (source.file, (*at, "first_day"))})


def hand_over(act: HandsOver, terms: list[Term]) -> list[Term]:
    """Give the terms after an office has changed hands."""
    left = [
        term.put(act, ("last_day",), "to", to=act.ends) if is_held(term, act.from_, act.role) else term
        for term in terms
    ]
    return [*left, *take_over(act, terms)]


def is_held(term: Term, member: str, role: Role) -> bool:
    """Tell whether a term is that of a member in an office, and has no end yet."""
    return (term.member.id, term.member.role, term.member.to) == (member, role, None)


def take_over(act: HandsOver, terms: list[Term]) -> Iterator[Term]:
    """Give the term of who takes over: somebody new, or a member, of whom all is known already."""
    here: Places = {(): (act.file, ()), ("from",): (act.file, ("first_day",))}
    office: Office = {"role": act.role, "from_": act.begins, "to": None, "confirmed": act.confirmed}
    office["written_from"] = act.file.written.get(("first_day",))
    if act.person:
        yield Term(
            member=make_member(act.person, act, office),
            places={**here, (): (act.file, ("person",)), ("confirmed",): (act.file, ("confirmed",))},
        )
    before = next((term for term in reversed(terms) if act.to and term.member.id == act.to), None)
    if before:
        yield Term(member=replace(before.member, **office), places={**before.places, **here})


def make_member(person: Person, act: Act, office: Office) -> Member:
    """Give somebody new in an office."""
    told = {name: getattr(person, name) for name in OF_PERSON}
    return Member(**told, **office, **show_acceptance(person, act))


def show_acceptance(person: Person, source: Record) -> dict[str, Any]:
    """Give what a member has by having accepted the Charter in the record that brings them."""
    charter = known(person.charter)
    return {"accepted_in": source, "acceptances": ((charter, source),)} if charter else {}


def show_corrected(term: Term, acts: Mapping[str, Act]) -> Term:
    """Give a term with the acceptances whose version was put right; that is shown by the correction."""
    shown = (
        (charter, acts.get(find_version_file(record, term.member.id).path, record))
        for charter, record in term.member.acceptances
    )
    return replace(term, member=replace(term.member, acceptances=tuple(shown)))


def find_version_file(record: Record, member: str) -> RecordFile:
    """Give the file that says which version of the Charter a member accepted by a record."""
    if isinstance(record, AcceptsCharter):
        return record.file.find_stand("version")[0]
    entries = record.members if isinstance(record, Launch | Joins) else ()
    index = next((at for at, one in enumerate(entries) if one.id == member), None)
    at: ValuePath = ("person",) if index is None else ("members", index)
    return record.file.find_stand(*at, "charter", "version")[0]


def leave(act: Leaves, term: Term) -> Term:
    """Give a term as it is after its member has left: ended, where it would have gone on."""
    last, member = act.last_day or act.day, term.member
    if member.id != act.member or (member.to and member.to <= last) or member.begins_after(last):
        return term
    return term.put(act, ("last_day",), "to", to=last)


def put_right(act: Act, term: Term) -> Term:
    """Give a term after a confirmation, an acceptance of the Charter or a consent; what was there first stays."""
    member = term.member
    match act:
        case Confirms(member=member.id) if not known(member.confirmed) and member.role in CONFIRMED:
            confirmed = Confirmation(on=act.day, by=act.by)
            return term.put(act, (), "confirmed", confirmed=confirmed)
        case AcceptsCharter() if member.id in act.members:
            charter = make_acceptance(act)
            acceptances = (*member.acceptances, (charter, act))
            if known(member.charter):
                return replace(term, member=replace(member, acceptances=acceptances))
            return term.put(act, (), "charter", charter=charter, accepted_in=act, acceptances=acceptances)
        case Consents(member=member.id, until=None) if not known(member.consent):
            return term.put(act, (), "consent", consent=act.day)
        case Consents(member=member.id) if act.until:
            return term.put(act, ("until",), "consent", consent_until=act.until)
    return term


#: Who is confirmed by the Secretariat, or selected by it.
CONFIRMED: tuple[Role, ...] = ("chair", "co-chair", "team member")


def make_acceptance(act: AcceptsCharter) -> CharterAcceptance:
    """Give what an acceptance says of each of its members."""
    return CharterAcceptance(accepted=act.day, version=act.version)


def list_acting(launch: Launch, acts: Sequence[Act]) -> Iterator[Term]:
    """Give who acts for an office, each with the time of that."""
    people: dict[str, tuple[Person, RecordFile, ValuePath]] = {}
    for source, at, person in list_brought(launch, acts):
        people.setdefault(person.id, (person, source.file, at))
    for act in pick(acts, ActsFor):
        found = people.get(act.member or (act.person.id if act.person else ""))
        if found:
            person, file, at = found
            office: Office = {"role": act.role, "from_": act.first_day or act.day, "to": act.until}
            places: Places = {
                (): (file, at),
                ("from",): (act.file, ("first_day",)),
                ("to",): (act.file, ("until",)),
            }
            yield Term(member=make_member(person, act, office), places=places)


def list_brought(launch: Launch, acts: Sequence[Act]) -> Iterator[tuple[Record, ValuePath, Person]]:
    """Give everybody whom a launch and acts bring, each with the record and the field that does so."""
    yield from ((launch, ("members", at), one) for at, one in enumerate(launch.members))
    for act in pick(acts, MemberAct):
        yield from ((act, at, one) for at, one in act.brought)


def pick(acts: Iterable[Act], kind: type[T]) -> list[T]:
    """Give the acts of a kind, in their order."""
    return [act for act in acts if isinstance(act, kind)]
