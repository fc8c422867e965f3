"""Who must agree to a change, and whether they did (ToR, L1 to L4, T4, A1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scm_site.approval.change_kinds import Governed, concern
from scm_site.approval.matching import Place, match
from scm_site.approval.offices import OF_A_GROUP, OFFICE_NAMES, Offices
from scm_site.approval.persons import Persons
from scm_site.records.approvals import Agreement, Approvals, Office

NO_RULE = "No rule names this kind of change, so the maintainers agree to it."


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """An agreement that a change needs: whose, of which group ("" for offices that are of no group), what for, why.

    `rule` is the number of the rule in the file that asks for it.
    """

    rule: int
    agreement: Agreement
    group: str
    kinds: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """How one agreement stands.

    `office` is who decides: who is asked for, or where these cannot (`cannot` says why), who does so instead.
    `able` are the accounts of those who could agree, authors left out; `agreed` are those of them who did.
    `only_authors`: there are holders of the office, and each of them wrote the change.
    """

    wanted: Wanted
    office: Office
    cannot: str
    able: frozenset[str]
    agreed: frozenset[str]
    only_authors: bool = False

    @property
    def needed(self) -> int:
        """How many have to agree: one, where another office agrees instead."""
        return self.wanted.agreement.approvals if self.office == self.wanted.agreement.by else 1

    @property
    def is_met(self) -> bool:
        """Whether enough of them agreed."""
        return len(self.agreed) >= self.needed

    @property
    def name(self) -> str:
        """The office in words, with its group: `co-chair of warm-homes`."""
        return name_office(self.office, self.wanted.group)


def name_office(office: Office, group: str) -> str:
    """Give an office in words, with the group whose it is."""
    return f"{OFFICE_NAMES[office]} of {group}" if office in OF_A_GROUP and group else OFFICE_NAMES[office]


def list_wanted(
    changes: Iterable[Governed], approvals: Approvals, by_agreement: frozenset[str] = frozenset()
) -> tuple[Wanted, ...]:
    """Give every agreement that a change needs, each once, in the order of the rules.

    `by_agreement` are the acts that end a group by agreement, by their paths.
    """
    found: dict[tuple[int, int, str], Wanted] = {}
    for change in sorted(set(changes)):
        for place, agreement, group, why in _find_agreements(change, approvals):
            if agreement.when and change.path not in by_agreement:
                continue
            before = found.get((*place, group))
            kinds = tuple(dict.fromkeys((*(before.kinds if before else ()), change.kind)))
            found[(*place, group)] = Wanted(
                rule=place[0], agreement=agreement, group=group, kinds=kinds, why=why
            )
    return tuple(found[key] for key in sorted(found))


def _find_agreements(
    change: Governed, approvals: Approvals
) -> Iterator[tuple[tuple[int, int], Agreement, str, str]]:
    """Give the agreements that one path needs, each with its place in the file and the group whose office it is."""
    if approvals.find_rule(change.kind) is None:
        yield (len(approvals.rules), 0), Agreement(by="maintainers"), "", NO_RULE
    for number, rule in enumerate(approvals.rules):
        if change.kind in rule.changes:
            for position, agreement in enumerate(rule.agree):
                is_of_group = bool({agreement.by, agreement.instead} & OF_A_GROUP)
                yield (number, position), agreement, change.group if is_of_group else "", rule.why


def judge_all(
    changes: Iterable[Governed],
    offices: Offices,
    day: date,
    *,
    authors: frozenset[str],
    openers: frozenset[str],
    agreed: frozenset[str],
) -> tuple[Verdict, ...]:
    """Tell how every agreement stands that a change needs; none where there are no rules.

    Nobody counts twice in one rule: whoever agrees as co-chair does not agree as the Secretariat, too. People count,
    and not accounts: who wrote it under one account does not agree to it under another one.
    """
    if offices.approvals is None:
        return ()
    changes = tuple(changes)
    wanted = list_wanted(concern(changes, offices.joint), offices.approvals, offices.by_agreement)
    authors, openers = offices.persons.widen(authors), offices.persons.widen(openers)
    paths = {change.path for change in changes}
    aside = [accounts for path in sorted(paths & offices.aside.keys()) for accounts in offices.aside[path]]
    return count_once(
        [
            leave_aside(judge(one, offices, day, authors=authors, openers=openers, agreed=agreed), aside)
            for one in wanted
        ],
        offices.persons,
    )


def leave_aside(verdict: Verdict, aside: Sequence[frozenset[str]]) -> Verdict:
    """Give how the board's agreement to a sitting stands for the decision to which the fewest agreed.

    Who stands aside from one decision counts for the others, and enough have to agree to each of them (C3, C5).
    """
    if verdict.office != "board" or not aside:
        return verdict
    fewest = min(aside, key=lambda accounts: (len(verdict.agreed - accounts), len(verdict.able - accounts)))
    return replace(verdict, able=verdict.able - fewest, agreed=verdict.agreed - fewest)


def count_once(verdicts: list[Verdict], persons: Persons) -> tuple[Verdict, ...]:
    """Leave out of each verdict whoever already counts in another one of the same rule, under whichever account."""
    own = [persons.choose_one(verdict.agreed, among=agreed_to_any(verdicts)) for verdict in verdicts]
    counted = [frozenset[str]()] * len(verdicts)
    for rule in dict.fromkeys(verdict.wanted.rule for verdict in verdicts):
        numbers = [number for number, verdict in enumerate(verdicts) if verdict.wanted.rule == rule]
        places = [make_place(verdicts[one], own[one]) for one in numbers]
        for number, people in zip(numbers, match(places), strict=True):
            counted[number] = people
    return tuple(
        replace(verdict, agreed=own[number] - find_counted(number, verdicts, counted))
        for number, verdict in enumerate(verdicts)
    )


def agreed_to_any(verdicts: list[Verdict]) -> frozenset[str]:
    """Give the accounts that agreed and could."""
    return frozenset().union(*(verdict.agreed for verdict in verdicts))


def make_place(verdict: Verdict, people: frozenset[str]) -> Place:
    """Give an agreement as a place for which people count."""
    is_led = verdict.office in OF_A_GROUP
    return Place(needed=verdict.needed, people=people, group=verdict.wanted.group, is_led=is_led)


def find_counted(number: int, verdicts: list[Verdict], counted: Sequence[frozenset[str]]) -> frozenset[str]:
    """Give who counts in another verdict of the same rule, so that they do not in this one."""
    own = verdicts[number]
    others = (
        (one, names)
        for place, (one, names) in enumerate(zip(verdicts, counted, strict=True))
        if place != number
    )
    found = (
        names
        for one, names in others
        if one.wanted.rule == own.wanted.rule and make_place(own, names).bars(make_place(one, names))
    )
    return frozenset().union(*found)


def judge(
    wanted: Wanted,
    offices: Offices,
    day: date,
    *,
    authors: frozenset[str],
    openers: frozenset[str],
    agreed: frozenset[str],
) -> Verdict:
    """Tell how an agreement stands on a day; accounts are in small letters.

    Where too few of those asked for are left, because the office is vacant or they opened the pull request (`openers`),
    somebody else agrees instead. Nobody ever agrees to what they wrote (`authors`); but to be named as the author of a
    commit, which anybody can type, lets nobody else step in.
    """
    agreement = wanted.agreement
    holders = offices.find_holders(agreement.by, wanted.group, day)
    able, office, cannot = holders - authors, agreement.by, ""
    left = offices.persons.choose_one(holders - openers)
    if len(left) < agreement.approvals and agreement.instead is not None:
        office = agreement.instead
        name = name_office(agreement.by, wanted.group)
        cannot = f"the {name} wrote it" if holders else f"nobody with an account is {name}"
        able = offices.find_holders(office, wanted.group, day) - authors
    return Verdict(
        wanted=wanted,
        office=office,
        cannot=cannot,
        able=able,
        agreed=able & agreed,
        only_authors=not able and bool(offices.find_holders(office, wanted.group, day)),
    )


def tell_missing(verdicts: tuple[Verdict, ...], own: frozenset[str]) -> str:
    """Say whose agreement is not there; `own` are authors who agreed to what they wrote."""
    told = [tell_verdict(verdict) for verdict in verdicts if not verdict.is_met]
    if told and own:
        told.append("who wrote it agreed to it themselves, which does not count")
    return "; ".join(told)


def tell_verdict(verdict: Verdict) -> str:
    """Say how many of whom are missing."""
    needed, given = verdict.needed, len(verdict.agreed)
    cannot = f" (instead: {verdict.cannot})" if verdict.cannot else ""
    if verdict.only_authors:
        return f"{verdict.name}{cannot}: whoever could have agreed wrote it"
    if not verdict.able:
        return f"{verdict.name}{cannot}: nobody with an account could have agreed"
    told = f"{given} of {needed} agreed" if given or needed > 1 else "did not agree"
    return f"{verdict.name}{cannot}: {told}"
