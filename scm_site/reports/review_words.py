"""The sentences that every rendering of a review shares; any word of its document may be a stranger's."""

from collections.abc import Iterator

from scm_site.reports.review_document import AgreementData, RecordData, ReviewData

#: The kinds of change in words, for one and for several.
KIND_WORDS = {
    "proposal": ("proposal", "proposals"),
    "group": ("group", "groups"),
    "work-programme": ("work programme", "work programmes"),
    "meeting": ("meeting or its minutes", "meetings or their minutes"),
    "status-update": ("status update", "status updates"),
    "board-brief": ("board brief", "board briefs"),
    "outcome": ("outcome", "outcomes"),
    "outcome-version": ("language version of an outcome", "language versions of outcomes"),
    "attachment": ("file beside an outcome", "files beside outcomes"),
    "amendment": ("amendment", "amendments"),
    "waiver": ("waiver", "waivers"),
    "termination": ("end of a group", "ends of groups"),
    "event": ("event", "events"),
    "board": ("roster of the Advisory Board", "rosters of the Advisory Board"),
    "secretariat": ("roster of the Secretariat", "rosters of the Secretariat"),
    "approvals": ("rules of who agrees", "rules of who agrees"),
    "settings": ("settings", "settings"),
    "themes": ("list of themes", "lists of themes"),
    "countries": ("list of countries", "lists of countries"),
    "code": ("file outside of the records", "files outside of the records"),
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
NO_EFFECTS = "No duty, date, state or address changes by it."
NOBODY = "Nobody who could agree has an account in the register yet."
NO_RULES = "Who must agree is not known: content/approvals.yml is missing or has errors on the main branch."
CONFLICTS = (
    "The change and the main branch contradict each other, so it cannot be merged as it is. Somebody changed the same "
    "lines in the meantime. Bring the main branch into the change (“Update branch” or “Resolve conflicts” on its page)."
)
MIXED = "It changes things together that are judged by different people"
MOST_ACCOUNTS = 8


def count(number: int, one: str, many: str) -> str:
    """Give a number with its word."""
    return f"{number:,} {one if number == 1 else many}"


def tell_verdict(review: ReviewData) -> str:
    """Say in a sentence how the change stands: what is to be mended, else who is to agree."""
    errors = sum(finding["severity"] == "error" for finding in review["findings"])
    if review["conflicts"]:
        return "It cannot be merged yet: it contradicts the main branch."
    if errors:
        verb = "has" if errors == 1 else "have"
        return f"{count(errors, 'thing', 'things').capitalize()} {verb} to be mended before it can be merged."
    if review["has_errors"] or review["more_findings"]:
        return "Something has to be mended before it can be merged."
    if not review["records"]:
        return NOTHING_CHANGES
    return "The rules find nothing wrong. What is left is for people to agree."


def tell_summary(review: ReviewData) -> str:
    """Say in a sentence what it changes: `1 new proposal, 2 changed meetings or their minutes`."""
    counted: dict[tuple[str, str], int] = {}
    for record in review["records"]:
        key = (record["what"], record["kind"])
        counted[key] = counted.get(key, 0) + 1
    parts = []
    for (what, kind), number in counted.items():
        one, many = KIND_WORDS.get(kind, ("file", "files"))
        parts.append(WHAT_WORDS[what].format(number=f"{number:,}", name=one if number == 1 else many))
    if review["more_records"]:
        parts.append(count(review["more_records"], "more file", "more files"))
    return f"What changes: {', '.join(parts)}." if parts else NOTHING_CHANGES


def tell_record(record: RecordData) -> tuple[str, str]:
    """Give what a record is and its title: `New proposal`, `Warm homes`."""
    one, _ = KIND_WORDS.get(record["kind"], ("file", "files"))
    return f"{record['what'].capitalize()} {one}", record["title"]


def tell_agreement(agreement: AgreementData) -> str:
    """Say who must agree, of how many."""
    office, number = agreement["office"], agreement["approvals"]
    told = f"{number} of the {office}" if number > 1 else office[:1].upper() + office[1:]
    if agreement["cannot"]:
        told += f" (in place of the {agreement['instead_of']}: {agreement['cannot']})"
    return told


def list_accounts(agreement: AgreementData) -> str:
    """Name the accounts of who can agree; where they are many, the first of them."""
    accounts = agreement["accounts"]
    more = len(accounts) - MOST_ACCOUNTS
    return ", ".join(accounts[:MOST_ACCOUNTS]) + (f" and {more} more" if more > 0 else "")


def list_notes(review: ReviewData) -> Iterator[str]:
    """Give what must be said before everything else: contradictions, and what should not change together."""
    if review["conflicts"]:
        yield f"{CONFLICTS} It is about: {', '.join(review['conflicts'])}."
    if review["mixes"]:
        yield f"{MIXED}: {', '.join(review['mixes'])}."
