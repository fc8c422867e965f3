"""Pages and files about the register itself that went, and where what they said stands now: addresses stay for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FormerKind:
    """A kind of record that went: its name, how its files ended, and the kind that took its place."""

    name: str
    ending: str
    successor: str


FORMER_KINDS = (
    FormerKind(name="amendment", ending="md", successor="amends"),
    FormerKind(name="group", ending="md", successor="launch"),
    FormerKind(name="termination", ending="md", successor="ends"),
    FormerKind(name="waiver", ending="yml", successor="waives"),
)

#: Where kinds of records have a page each.
PAGES_OF_KINDS = ("fields/", "templates/", "file/")

#: Rules that went, and the rule that is nearest to what they said.
FORMER_RULES = {
    "rules/A001/": "rules/A006/",
    "rules/A002/": "rules/A006/",
    "rules/A003/": "rules/A007/",
    "rules/B006/": "rules/B005/",
    "rules/O010/": "rules/B013/",
}

#: Of each kind of record, the fields that it had, or the kind had whose place it took: their names, and the field that
#: says so now. A kind alone says it by the name of its file.
FORMER_FIELDS: Mapping[str, Mapping[str, str]] = {
    "amends": {
        "date": "amends",
        "justification": "amends#because",
        "changes changes.field changes.from changes.to": "amends#end",
        "secretariat_agreed secretariat_agreed.on secretariat_agreed.by": "amends#agreed.secretariat",
        "group_agreed group_agreed.on group_agreed.by": "amends#agreed.group",
        "text": "amends#wording",
    },
    "launch": {
        "summary": "page#summary",
        "themes": "page#themes",
        "joining joining.how joining.address": "page#joining",
        "joining.state": "invites#state",
        "joining.until": "invites#until",
        "contact": "page#contact",
        "members.from": "launch#members.first_day",
        "members.to": "leaves#last_day",
        "history history.date history.what history.address": "noted#what",
    },
    "waives": {"from": "waives#first_day", "granted.on": "waives#granted.day", "reason": "waives#because"},
    "ends": {
        "decided_on": "ends",
        "notice notice.on notice.to_all_members": "tells#to_all_members",
        "results_presented_at": "presented#at",
    },
    "outcome": {
        "quality_control.on": "controlled",
        "quality_control.by": "controlled#by",
        "quality_control.result": "controlled#result",
        "quality_control.remarks": "controlled#remarks",
        "presented_at": "shown#at",
        "identifier": "published#identifier",
        "versions versions.version versions.on versions.changes": "new-version#changes",
        "supersedes": "replaces#outcomes",
        "withdrawn withdrawn.on withdrawn.reason": "withdrawn#because",
    },
    "meeting": {
        "agenda_sent": "agenda",
        "attended attended.people attended.organisations": "minutes#attended",
        "cancelled cancelled.on cancelled.reason": "called-off#because",
        "moved_from moved_from.date moved_from.reason": "moved#date",
        "decisions decisions.what decisions.announced": "minutes#decisions",
        "first_meeting.rationale_presented first_meeting.board_remarks_presented first_meeting.timeline_presented "
        "first_meeting.work_programme_presented first_meeting.suggestions_invited first_meeting.mode_of_operation "
        "first_meeting.outcome_format": "minutes#first_meeting",
        "minutes.sent": "minutes",
        "minutes.approved": "minutes#approves",
        "corrections corrections.on corrections.what": "minutes#corrections",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FormerField:
    """A field that a kind of record had: its name with those inside it, and the kind and the field that say so now."""

    names: tuple[str, ...]
    kind: str
    field: str


def list_former_fields(kind: str) -> list[FormerField]:
    """Give the fields that a kind of record had, in the order of the table."""
    told = ((names, *now.partition("#")) for names, now in FORMER_FIELDS.get(kind, {}).items())
    return [
        FormerField(names=tuple(names.split()), kind=successor, field=field)
        for names, successor, _, field in told
    ]


def list_former_pages() -> Iterator[tuple[str, str]]:
    """Give the address of each page about the register that went, and of that to which it leads, if there is one."""
    for former in FORMER_KINDS:
        for place in PAGES_OF_KINDS:
            yield f"{place}{former.name}/", f"{place}{former.successor}/"
    yield from FORMER_RULES.items()
