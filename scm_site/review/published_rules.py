"""What was published or approved is not rewritten in silence."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date

from scm_site.checks.register_rule import Problem, rule
from scm_site.reading import find_slot
from scm_site.records.acts.of_meetings import FilesMinutes
from scm_site.records.meeting import MINUTES_SAY
from scm_site.records.outcome import Outcome, OutcomeVersion
from scm_site.records.outcome_state import was_published
from scm_site.records.record_file import Record
from scm_site.records.register import Register
from scm_site.records.unknown import known
from scm_site.review.transition import Transition
from scm_site.sentences import say

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
    "delivered",
)


#: Where a link in a text leads to: `[words](where)`, or `[words]: where` at the start of a line.
LINK = re.compile(r"(?<=\]\()[^)\s#]+|(?<=\]: )[^\s#]+")


def list_rewritten(
    before: Record, after: Record, fields: tuple[str, ...], transition: Transition
) -> list[str]:
    """Give the fields that say something else; a link that follows a renamed record says the same."""
    return [
        field
        for field in fields
        if spell_links(before, field, transition.moved) != spell_links(after, field, {})
    ]


def spell_links(record: Record, field: str, moved: Mapping[str, str]) -> object:
    """Give the content of a field; of its text, with links as paths from the root, as they are after the change."""
    value = record.file.data.get(field)
    if field != "text" or not isinstance(value, str):
        return value
    folder = posixpath.dirname(record.file.path)

    def spell(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, found[0]))
        return found[0] if ":" in found[0] else moved.get(path, path)

    return LINK.sub(spell, value)


def write_fields(fields: list[str]) -> str:
    """List fields in a message."""
    return ", ".join(f"`{field}`" for field in fields)


NOT_PUBLIC = "Put its quality control and its publication back; or withdraw it, by an act `withdrawn`."
KEEP_THE_NOTES = "Put the earlier entries back as they were, and add another one."
CORRECT_THE_OUTCOME = (
    "Add an entry under `corrections` in the outcome's own file, or say under `translates_version` which newer version "
    "this text now follows. If the text was changed by mistake, put the published one back."
)


@rule(
    "B001",
    "A published outcome is not rewritten in silence",
    clauses=("T4", "T5"),
    in_form="later: it needs git's history",
)
def published_outcomes_stand(transition: Transition) -> Iterator[Problem]:
    """What was published may have been read, cited and reused. So whoever reads it later must be able to see that it
    is another text: by a new version with a note on what changed, or by a dated correction.

    Fix: File an act `new-version` beside it that says what changed; for a small slip, add an entry under `corrections`.
    If the text was changed by mistake, put the published one back.
    """
    for before, after in transition.outcomes:
        if not was_published(before, transition.as_of):
            continue
        if not was_published(after, transition.as_of):
            yield Problem(after, (), ("the outcome is published, and would not be any more", NOT_PUBLIC))
            continue
        if after.withdrawn is not None and after.withdrawn.on <= transition.as_of:
            continue
        rewritten = [
            *list_rewritten(before, after, OUTCOME_SAYS, transition),
            *list_other_files(before, after, transition),
        ]
        yield from find_rewritten_notes(before, after, ("corrections", "versions"))
        if rewritten and not is_noted(before, after):
            told = write_fields(rewritten)
            message = f"the outcome is published, and its {told} would change without a word to readers"
            yield Problem(after, (rewritten[0],), message)
    yield from find_rewritten_versions(transition)


def find_rewritten_notes(before: Record, after: Record, names: tuple[str, ...]) -> Iterator[Problem]:
    """Find earlier notes to readers that would say something else, or be gone."""
    for name in names:
        if not set(getattr(before, name)) <= set(getattr(after, name)):
            message = f"`{name}` told readers what was changed, and would tell them something else"
            yield Problem(after, (name,), (message, KEEP_THE_NOTES))


def is_noted(before: Outcome, after: Outcome) -> bool:
    """Tell whether a new version with a note, or a new correction, tells readers of a change."""
    is_new_version = len(after.find_acts("new-version")) > len(before.find_acts("new-version"))
    return is_new_version or len(after.corrections) > len(before.corrections)


def find_rewritten_versions(transition: Transition) -> Iterator[Problem]:
    """Find texts in other languages that change while their outcome says nothing of it."""
    for before, after in transition.list_pairs(OutcomeVersion):
        name = f"{after.file.group}/{after.id}"
        found = transition.head.register.find_outcome(name)
        is_told = any(is_noted(old, new) for old, new in transition.outcomes if found and new is found[1])
        rewritten = list_rewritten(before, after, ("title", "summary", "text"), transition)
        is_newer = before.translates_version != after.translates_version
        if found and was_published(found[1], transition.as_of) and rewritten and not (is_told or is_newer):
            told = write_fields(rewritten)
            message = (
                f"this language version is published, and its {told} would change without a word to readers"
            )
            yield Problem(after, (rewritten[0],), (message, CORRECT_THE_OUTCOME))


def list_other_files(before: Outcome, after: Outcome, transition: Transition) -> Iterator[str]:
    """Give the name of each file beside an outcome that the change replaces or takes away."""
    was, now = (outcome.file.path.rpartition("/")[0] for outcome in (before, after))
    for change in transition.changes:
        slot = find_slot(change.path_before)
        is_beside = slot is not None and slot.kind == "attachment"
        if change.what == "new" or not is_beside or change.path_before.rpartition("/")[0] != was:
            continue
        if not (change.is_same and change.path.rpartition("/")[0] == now):
            yield change.path_before.rpartition("/")[2]


@rule(
    "B002",
    "Approved minutes are not rewritten in silence",
    clauses=("n",),
    in_form="later: it needs git's history",
)
def approved_minutes_stand(transition: Transition) -> Iterator[Problem]:
    """Members approved the minutes as they were. What is put right later is added as a dated correction, so that
    everybody sees what was put right. An earlier correction stays, too.

    Fix: Add an entry under `corrections` with the day and what was wrong; or put the approved text back.
    """
    approved = find_approved(transition.base.register)
    for before, after in transition.list_pairs(FilesMinutes):
        yield from find_rewritten_notes(before, after, ("corrections",))
        day = approved.get(before.file.path)
        rewritten = list_rewritten(before, after, MINUTES_SAY, transition)
        if day and rewritten and len(after.corrections) <= len(before.corrections):
            message = say("rewritten", day=day, fields=write_fields(rewritten))
            yield Problem(after, (rewritten[0],), message)


def find_approved(register: Register) -> Mapping[str, date]:
    """Give the day on which minutes were approved, by their paths."""
    meetings = (meeting for dossier in register.dossiers for meeting in dossier.hosted)
    told = ((act, known(meeting.minutes)) for meeting in meetings for act in meeting.find_acts("minutes"))
    return {act.file.path: minutes.approved for act, minutes in told if minutes and minutes.approved}
