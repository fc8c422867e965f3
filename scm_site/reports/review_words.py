"""The sentences that every rendering of a review shares; any word of its document may be a stranger's."""

from collections.abc import Iterator

from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.reports.review_document import AgreementData, RecordData, ReviewData
from scm_site.sentences import sentence

#: The kinds of change in words, for one and for several.
KIND_WORDS = {
    "proposal": ("proposal", "proposals"),
    "launch": ("launch of a group", "launches of groups"),
    "page": ("page of a group", "pages of groups"),
    "work-programme": ("work programme", "work programmes"),
    "meeting": ("record of a meeting", "records of meetings"),
    "status-update": ("status update", "status updates"),
    "board-brief": ("board brief", "board briefs"),
    "outcome": ("outcome", "outcomes"),
    "outcome-version": ("language version of an outcome", "language versions of outcomes"),
    "attachment": ("file beside an outcome", "files beside outcomes"),
    **{kind.id: kind.words for kind in ACT_KINDS.values()},
    "event": ("event", "events"),
    "board": ("roster of the Advisory Board", "rosters of the Advisory Board"),
    "secretariat": ("roster of the Secretariat", "rosters of the Secretariat"),
    "approvals": ("rules of who agrees", "rules of who agrees"),
    "settings": ("settings", "settings"),
    "themes": ("list of themes", "lists of themes"),
    "countries": ("list of countries", "lists of countries"),
    "code": ("file outside of the records", "files outside of the records"),
}

#: What happens to one record, in words.
RECORD_WORDS = {
    "new": "new {name}",
    "changed": "changed {name}",
    "moved": "renamed {name}",
    "gone": "{name} taken away",
}

#: What happens to records, in words.
WHAT_WORDS = {
    "new": "{number} new {name}",
    "changed": "{number} changed {name}",
    "moved": "{number} renamed {name}",
    "gone": "{number} {name} taken away",
}

NOTHING_CHANGES = "Merging this would change nothing."
EFFECTS_UNKNOWN = "What the change causes can be worked out once the errors are mended."
MAIN_HAS_ERRORS = (
    "What the change causes cannot be worked out, because the main branch has errors of its own."
)
NO_EFFECTS = "No duty, date, state or address changes by it."
NOBODY = "Nobody who could agree has an account in the register yet."
TOO_FEW = "Nobody else who could agree has an account in the register yet, and these are too few."
NO_RULES = "Who must agree is not known: content/approvals.yml is missing or has errors on the main branch."
CONFLICTS = (
    "The change and the main branch contradict each other, so it cannot be merged as it is. Somebody changed the same "
    "lines in the meantime. Bring the main branch into the change (“Update branch” or “Resolve conflicts” on its page)."
)
MIXED = "It changes things together that are judged by different people"
MOST_ACCOUNTS, MOST_OFFICES = 8, 3


def tell_no_effects(review: ReviewData) -> str:
    """Say why nothing is told of what the change causes."""
    if review.effects is not None:
        return NO_EFFECTS
    return EFFECTS_UNKNOWN if review.has_errors else MAIN_HAS_ERRORS


def tell_gap(review: ReviewData) -> str:
    """Say what the duties that are told do not rest on, or ""."""
    return f"Days of earlier reports may be missing in this: {review.gap}." if review.gap else ""


def count(number: int, one: str, many: str) -> str:
    """Give a number with its word: `1 file`, `1,200 files`."""
    return f"{number:,} {one if number == 1 else many}"


def tell_verdict(review: ReviewData) -> str:
    """Say in a sentence how the change stands: what is to be mended, else who is to agree."""
    errors = sum(finding.severity == "error" for finding in review.findings)
    if review.conflicts:
        return "This change cannot be merged yet: it contradicts the main branch."
    if errors:
        verb = "has" if errors == 1 else "have"
        return f"{count(errors, 'thing', 'things').capitalize()} {verb} to be mended before this change can be merged."
    if review.has_errors or review.more_findings:
        return "Something has to be mended before this change can be merged."
    if not review.records:
        return NOTHING_CHANGES
    return f"The rules find nothing wrong. {tell_who(review)}"


def is_ready(review: ReviewData) -> bool:
    """Tell whether a change waits for nothing but the agreement of others."""
    errors = [finding for finding in review.findings if finding.severity == "error"]
    has_faults = bool(errors) or review.has_errors or review.more_findings > 0
    is_stopped = has_faults or bool(review.conflicts or review.mixes)
    return bool(review.records and review.agreements) and not is_stopped


def tell_who(review: ReviewData) -> str:
    """Say in a short sentence who must agree."""
    told = list(dict.fromkeys(map(tell_office, review.agreements)))
    if not told:
        return "Who must agree is not known."
    if len(told) > MOST_OFFICES:
        return f"Now {len(told)} offices must agree."
    return f"Now {' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))} must agree."


def tell_office(agreement: AgreementData) -> str:
    """Say how many of an office must agree: `one of the Secretariat`, `the chair of warm-homes`."""
    office, number = agreement.office, agreement.approvals
    many = "one" if number == 1 else f"{number:,}"
    return f"{many} of the {office}" if number != 1 or len(agreement.accounts) > 1 else f"the {office}"


def tell_summary(review: ReviewData) -> str:
    """Say in a sentence what it changes: `1 new proposal, 2 changed records of meetings`; "" for nothing."""
    counted: dict[tuple[str, str], int] = {}
    for record in review.records:
        key = (record.what, record.kind)
        counted[key] = counted.get(key, 0) + 1
    parts = []
    for (what, kind), number in counted.items():
        one, many = KIND_WORDS.get(kind, ("file", "files"))
        parts.append(WHAT_WORDS[what].format(number=f"{number:,}", name=one if number == 1 else many))
    if review.more_records:
        parts.append(count(review.more_records, "more file", "more files"))
    return f"What changes: {', '.join(parts)}." if parts else ""


def tell_record(record: RecordData) -> tuple[str, str]:
    """Give what happens to a record, and its title: `New proposal`, `Warm homes`."""
    one, _ = KIND_WORDS.get(record.kind, ("file", "files"))
    told = RECORD_WORDS[record.what].format(name=one)
    return sentence(told), record.title


def tell_agreement(agreement: AgreementData) -> str:
    """Say who must agree, and in whose place."""
    office = tell_office(agreement).removeprefix("the ")
    told = sentence(office)
    if agreement.cannot:
        told += f" (in place of the {agreement.instead_of}: {agreement.cannot})"
    return told


def list_accounts(agreement: AgreementData) -> str:
    """Name the accounts of who can agree; where they are many, the first of them; where too few, that it is so."""
    accounts = agreement.accounts
    if not accounts:
        return NOBODY
    more = len(accounts) - MOST_ACCOUNTS
    told = ", ".join(accounts[:MOST_ACCOUNTS]) + (f" and {more:,} more" if more > 0 else "")
    return told if len(accounts) >= agreement.approvals else f"{told}. {TOO_FEW}"


def list_notes(review: ReviewData) -> Iterator[str]:
    """Give what must be said before everything else: contradictions, and what should not change together."""
    if review.conflicts:
        more = len(review.conflicts) - MOST_ACCOUNTS
        told = ", ".join(review.conflicts[:MOST_ACCOUNTS]) + (f" and {more:,} more" if more > 0 else "")
        yield f"{CONFLICTS} It is about: {told}."
    if review.mixes:
        yield f"{MIXED}: {', '.join(review.mixes)}."
