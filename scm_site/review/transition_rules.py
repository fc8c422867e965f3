"""What a change may not do, whatever the records themselves say: nothing public is rewritten or lost in silence."""

from collections.abc import Iterator

from scm_site.approval.change_kinds import CODE, GOVERNING, has_content
from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import quote
from scm_site.compliance.arrivals import list_former_paths
from scm_site.findings import Place, Severity
from scm_site.reading import SLOT_OF_KIND, find_slot
from scm_site.records.group import Group
from scm_site.records.meeting import Meeting
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.outcome_state import was_published
from scm_site.records.proposal import Proposal
from scm_site.records.record_file import Record
from scm_site.records.unknown import known
from scm_site.review.file_changes import FileChange, find_renamed_groups
from scm_site.review.transition import Transition

CODE_OWNERS = ".github/CODEOWNERS"

#: What an outcome says to its readers; versions, corrections and what was made of it later may be added at any time.
OUTCOME_SAYS = (
    "title",
    "summary",
    "format",
    "language",
    "authors",
    "licence",
    "doi",
    "files",
    "text",
    "version",
)
MINUTES_SAY = ("title", "agenda", "attended", "first_meeting", "decisions", "minutes", "text")


def list_rewritten(before: Record, after: Record, fields: tuple[str, ...]) -> list[str]:
    """Give the fields that say something else."""
    return [field for field in fields if before.file.data.get(field) != after.file.data.get(field)]


def write_fields(fields: list[str]) -> str:
    """List fields in a message."""
    return ", ".join(f"`{field}`" for field in fields)


NOT_PUBLIC = "Put its quality control and its day of publication back; or withdraw it, with `withdrawn`."
CORRECT_THE_OUTCOME = (
    "Add an entry under `corrections` in the outcome's own file, or say under `translates_version` which newer version "
    "this text now follows. If the text was changed by mistake, put the published one back."
)


@rule("B001", "A published outcome is not rewritten in silence", clauses=("T4", "T5"))
def published_outcomes_stand(transition: Transition) -> Iterator[Problem]:
    """What was published may have been read, cited and reused. So whoever reads it later must be able to see that it
    is another text: by a new version with a note on what changed, or by a dated correction.

    Fix: Give the outcome a new `version` and say under `versions` what changed; for a small slip, add an entry under
    `corrections`. If the text was changed by mistake, put the published one back.
    """
    for before, after in transition.list_pairs(Outcome):
        if not was_published(before, transition.as_of) or after.withdrawn:
            continue
        if not was_published(after, transition.as_of):
            yield Problem(after, (), ("the outcome is published, and would not be any more", NOT_PUBLIC))
            continue
        rewritten = [*list_rewritten(before, after, OUTCOME_SAYS), *list_other_files(after, transition)]
        if rewritten and not is_noted(before, after):
            told = write_fields(rewritten)
            message = f"the outcome is published, and its {told} would change without a word to readers"
            yield Problem(after, (rewritten[0],) if after.file.has_field(rewritten[0]) else (), message)
    yield from find_rewritten_versions(transition)


def is_noted(before: Outcome, after: Outcome) -> bool:
    """Tell whether a new version with a note, or a new correction, tells readers of a change."""
    is_new_version = len(after.versions) > len(before.versions) and after.version != before.version
    return is_new_version or len(after.corrections) > len(before.corrections)


def find_rewritten_versions(transition: Transition) -> Iterator[Problem]:
    """Find texts in other languages that change while their outcome says nothing of it."""
    for before, after in transition.list_pairs(OutcomeVersion):
        name = f"{after.file.group}/{after.id}"
        found = transition.head.register.find_outcome(name)
        pairs = transition.list_pairs(Outcome)
        is_told = any(is_noted(old, new) for old, new in pairs if found and new is found[1])
        rewritten = list_rewritten(before, after, ("title", "summary", "text"))
        is_newer = before.translates_version != after.translates_version
        if found and was_published(found[1], transition.as_of) and rewritten and not (is_told or is_newer):
            told = write_fields(rewritten)
            message = (
                f"this language version is published, and its {told} would change without a word to readers"
            )
            yield Problem(after, (rewritten[0],), (message, CORRECT_THE_OUTCOME))


def list_other_files(outcome: Outcome, transition: Transition) -> Iterator[str]:
    """Give the name of each file beside an outcome that the change replaces or takes away."""
    folder = outcome.file.path.rpartition("/")[0]
    for change in transition.changes:
        slot = find_slot(change.path)
        is_beside = (
            change.path_before.rpartition("/")[0] == folder or change.path.rpartition("/")[0] == folder
        )
        if (
            slot is not None
            and slot.kind == "attachment"
            and is_beside
            and change.what in ("changed", "gone")
        ):
            yield change.path.rpartition("/")[2]


@rule("B002", "Approved minutes are not rewritten in silence", clauses=("n",))
def approved_minutes_stand(transition: Transition) -> Iterator[Problem]:
    """Members approved the minutes as they were. What is put right later is added as a dated correction, so that
    everybody sees what was put right.

    Fix: Add an entry under `corrections` with the day and what was wrong; or put the approved text back.
    """
    for before, after in transition.list_pairs(Meeting):
        minutes = known(before.minutes)
        rewritten = list_rewritten(before, after, MINUTES_SAY)
        if minutes and minutes.approved and rewritten and len(after.corrections) <= len(before.corrections):
            message = (
                f"the minutes were approved on {minutes.approved}, and their {write_fields(rewritten)} would change "
                f"without a correction"
            )
            yield Problem(after, (rewritten[0],) if after.file.has_field(rewritten[0]) else (), message)


#: What to do in place of deleting, by kind of record.
INSTEAD = {
    "proposal": "Put the file back, and add `withdrawn:` with the day and the reason.",
    "outcome": "Put the file back, and add `withdrawn:` with the day and the reason; its page then says why.",
    "meeting": "Put the file back; if the meeting does not take place, add `cancelled:` with the day and the reason.",
    "event": "Put the file back; if the event does not take place, add `cancelled:` with the day and the reason.",
    "waiver": "Put the file back; a waiver that is not needed any more ends with its `until`.",
    "amendment": "Put the file back; what an amendment changed is changed again by another amendment.",
    "group": "Put the file back; how a group ends is told in its `termination.md`.",
}


@rule("B003", "Records are not deleted")
def records_stay(transition: Transition) -> Iterator[Problem]:
    """The register is there to be looked up later, and an address that once led to a record goes on doing so. So a
    record is withdrawn, cancelled or ended, with a day and a reason, and its file stays.

    Fix: Put the file back, and say in it since when and why it does not stand any more.
    """
    for change in transition.changes:
        slot = find_slot(change.path) if change.what == "gone" else None
        if slot is not None and slot.kind in SLOT_OF_KIND and change.path in transition.base.register.paths:
            name = slot.kind.replace("-", " ")
            message = f"the {name} would be deleted, and everything that leads to it would lead nowhere"
            place = Place(path=change.path)
            yield Problem(place, (), (message, INSTEAD[slot.kind]) if slot.kind in INSTEAD else message)


@rule("B004", "A renamed record keeps its old name as a former id")
def renamed_records_remember(transition: Transition) -> Iterator[Problem]:
    """The name of a file or of a group's folder is the record's id, and part of its address. People link to it. So a
    record that gets another name lists the old one under `former_ids`, and the old address leads on.

    Fix: Add the old id to `former_ids`, or give the record its old name back. A kind of record without that field
    keeps its name.
    """
    groups = dict(find_renamed_groups(transition.changes, transition.head))
    for change in transition.changes:
        record = transition.head.record_at.get(change.path)
        if change.what != "moved" or record is None or find_slot(change.was) is None:
            continue
        if stands_alone(change, groups) or change.was in list_remembered(record, groups):
            continue
        old = find_slot(change.was)
        was = old.ids.get("id", old.ids.get("group", "")) if old else ""
        message = f"it was called {quote(was)} before, and nothing says so any more"
        if hasattr(record, "former_ids"):
            yield Problem(record, ("former_ids",) if record.file.has_field("former_ids") else (), message)
        else:
            kind = record.file.kind.replace("-", " ")
            yield Problem(
                record,
                (),
                (message, f"Give it the name back that it had, {quote(change.was)}: a {kind} keeps it."),
            )


def stands_alone(change: FileChange, groups: dict[str, str]) -> bool:
    """Tell whether only the folder of the record's group has another name, which the group itself remembers."""
    parts, was = change.path.split("/"), change.was.split("/")
    return (
        change.governed.kind != "group"
        and parts[3:] == was[3:]
        and groups.get(change.governed.group) == was[2]
    )


def list_remembered(record: Record, groups: dict[str, str]) -> list[str]:
    """Give the paths that a record had under its former ids, also in the folder that its group had before."""
    own = list(list_former_paths(record))
    group = record.file.group
    before = [path.replace(f"/{group}/", f"/{groups[group]}/", 1) for path in own if group in groups]
    return own + before


@rule("B005", "An end date moves only by an amendment", clauses=("D3", "A1"))
def end_dates_move_by_amendment(transition: Transition) -> Iterator[Problem]:
    """A group's duration is what the board agreed to. It may be extended in justified cases, by a written amendment
    to which the Secretariat and the group agreed.

    Fix: Add an amendment that says from which to which day the end moves, and why; or put the old end date back.
    """
    for before, after in transition.list_pairs(Group):
        old, new = known(before.end), known(after.end)
        if old is None or old == new:
            continue
        dossier = transition.head.register.find_dossier(after.id)
        moves = [change for _, _, change in dossier.find_changes("end")]
        if not new or not any(change.to == new.isoformat() for change in moves):
            told = f"to {new}" if new else "away"
            message = f"the end date {old} would move {told}, and no amendment says so"
            yield Problem(after, ("end",) if after.file.has_field("end") else (), message)


@rule("B006", "A launch date does not move", clauses=("D2",))
def launch_dates_stand(transition: Transition) -> Iterator[Problem]:
    """Every due date of a group is counted from its launch. If the launch moved, what was late would be in time.

    Fix: Put the launch date back. If it was wrong from the start, the maintainers of the register can correct it, and
    say so under `history`.
    """
    for before, after in transition.list_pairs(Group):
        old, new = known(before.launch), known(after.launch)
        is_told = len(after.history) > len(before.history)
        if old is not None and old != new and not is_told:
            message = (
                f"the launch date {old} would move to {new}" if new else f"the launch date {old} would go"
            )
            yield Problem(after, ("launch",), message)


@rule("B007", "A decision of the board is not edited", clauses=("L1",))
def decisions_stand(transition: Transition) -> Iterator[Problem]:
    """What the Advisory Board decided, with its remarks and votes, is what it was on that day. A later decision comes
    with a later record.

    Fix: Put the decision back as it was.
    """
    for before, after in transition.list_pairs(Proposal):
        if before.decision is None or before.file.data.get("decision") == after.file.data.get("decision"):
            continue
        message = f"the board decided on {before.decision.on}, and what it decided would change"
        yield Problem(after, ("decision",) if after.decision else (), message)


@rule("B008", "A former id stays")
def former_ids_stay(transition: Transition) -> Iterator[Problem]:
    """The address of a former id leads to the record for as long as the register stands.

    Fix: Put the id back under `former_ids`.
    """
    for before, after in transition.list_pairs(Record):
        lost = set(getattr(before, "former_ids", ())) - set(getattr(after, "former_ids", ())) - {after.id}
        for former in sorted(lost):
            message = f"the former id {quote(former)} would be forgotten, and its address would lead nowhere"
            yield Problem(after, ("former_ids",) if after.file.has_field("former_ids") else (), message)


@rule("B009", "What was withdrawn stays withdrawn")
def withdrawals_stand(transition: Transition) -> Iterator[Problem]:
    """Readers were told since when and why a record does not stand any more. If it is to stand again, a new one says
    so, and names the old one.

    Fix: Put `withdrawn` back as it was. For an outcome, publish a new one with `supersedes`; for a topic, propose it
    again.
    """
    for before, after in transition.list_pairs(Record):
        if getattr(before, "withdrawn", None) and not getattr(after, "withdrawn", None):
            yield Problem(after, (), "it was withdrawn, and would stand again as if nothing had been")


@rule("B010", "Content and program do not change together")
def content_and_code_are_apart(transition: Transition) -> Iterator[Problem]:
    """The program, the schemas and the workflows decide how content is judged. A change to them is looked at by other
    people, and must not slip in beside a report. The list of code owners goes with the rosters it is made from.

    Fix: Make two pull requests: one for the files in `content/`, one for everything else.
    """
    governed = [change.governed for change in transition.changes]
    records = [one for one in governed if one.kind != CODE]
    for one in governed:
        is_made = one.path == CODE_OWNERS and not has_content(governed)
        if one.kind == CODE and records and not is_made:
            message = f"{one.path} would change together with {records[0].path}"
            yield Problem(Place(path=one.path), (), message)


@rule("B011", "Rosters and settings change by themselves", severity=Severity.WARNING)
def rosters_are_apart(transition: Transition) -> Iterator[Problem]:
    """Rosters say who may agree, settings what is due when. A change to them counts only once it is merged, so the
    other files of the same pull request are still judged as before.

    Fix: Make two pull requests: first the rosters and settings, then the rest.
    """
    governed = [change.governed for change in transition.changes]
    if has_content(governed):
        for one in governed:
            if one.kind in GOVERNING:
                message = f"{one.path} would change together with other records"
                yield Problem(Place(path=one.path), (), message)
