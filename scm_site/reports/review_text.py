"""A review for a terminal: what must be mended, what it changes, who must agree, what it causes, what to look at."""

from collections.abc import Iterator

from scm_site.reports.review_document import FieldData, RecordData, ReviewData
from scm_site.reports.review_words import (
    NO_RULES,
    count,
    list_accounts,
    list_notes,
    tell_agreement,
    tell_gap,
    tell_no_effects,
    tell_record,
    tell_summary,
    tell_verdict,
)
from scm_site.reports.terminal_line import make_terminal_line
from scm_site.reports.text_changes import is_long, list_changed_lines

LONGEST_LINE = 300


def render_review_text(review: ReviewData) -> str:
    """Give all of a review as text."""
    parts = [
        [line for line in (tell_verdict(review), tell_summary(review), *list_notes(review)) if line],
        list(list_findings(review)),
        list(list_agreements(review)),
        list(list_effects(review)),
        list(list_similar(review)),
        list(list_points(review)),
        list(list_records(review)),
    ]
    return "\n\n".join("\n".join(map(make_short_terminal_line, part)) for part in parts if part) + "\n"


def make_short_terminal_line(text: str) -> str:
    """Give one line for a terminal, at most 300 characters of it, its spaces at the start kept."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    plain = make_terminal_line(text)
    return indent + (plain if len(plain) <= LONGEST_LINE else plain[: LONGEST_LINE - 1] + "…")


def list_findings(review: ReviewData) -> Iterator[str]:
    """Give what is wrong, each with its way out."""
    for finding in review.findings:
        mark = " (warning)" if finding.severity == "warning" else ""
        yield f"{finding.path}:{finding.line}: {finding.rule} {finding.message}{mark}"
        yield f"    {finding.fix}"
        yield f"    {finding.help}"
    if review.more_findings:
        yield f"… and {review.more_findings} more findings"
    if review.other_findings:
        told = count(review.other_findings, "finding was", "findings were")
        yield f"{told} there before, in files that this change leaves alone."


def list_agreements(review: ReviewData) -> Iterator[str]:
    """Give the lines of “Who must agree”; none where no record changes."""
    if not review.records:
        return
    yield "Who must agree"
    for agreement in review.agreements:
        yield f"  {tell_agreement(agreement)}: {list_accounts(agreement)}"
        yield f"    {agreement.why}"
    if not review.agreements:
        yield f"  {NO_RULES}"


def list_effects(review: ReviewData) -> Iterator[str]:
    """Give what the change causes, by group."""
    if not review.records:
        return
    yield "What it causes"
    if not review.effects:
        yield f"  {tell_no_effects(review)}"
    for effect in review.effects or ():
        group = f"{effect.group}: " if effect.group else ""
        yield f"  {group}{effect.what}"
    if review.more_effects:
        yield f"  … and {review.more_effects} more"
    if review.gap:
        yield f"  {tell_gap(review)}"


def list_similar(review: ReviewData) -> Iterator[str]:
    """Give the topics that are about the same."""
    if review.similar:
        yield "Similar topics"
    for one in review.similar:
        yield f"  {one.proposal}: {one.kind} {one.id}, “{one.title}” ({100 * one.likeness:.0f} % alike)"


def list_points(review: ReviewData) -> Iterator[str]:
    """Give what people should look at."""
    if review.points:
        yield "Look at this before you agree"
    for point in review.points:
        yield f"  {point.path}:{point.line}: {point.what}"
    if review.more_points:
        yield f"  … and {review.more_points} more"


def list_records(review: ReviewData) -> Iterator[str]:
    """Give each record, field by field."""
    if review.records:
        yield "What it changes"
    for record in review.records:
        what, title = tell_record(record)
        moved = f" (was {record.was})" if record.was else ""
        yield f"  {what}: {record.path}{moved}" + (f", “{title}”" if title else "")
        if record.what != "gone":
            yield from list_fields(record)
    if review.more_records:
        yield f"  … and {review.more_records} more files"


def list_fields(record: RecordData) -> Iterator[str]:
    """Give what each field says before and after."""
    for field in record.fields:
        yield from tell_field(field)
    if record.more_fields:
        yield f"    … and {record.more_fields} more fields"


def tell_field(field: FieldData) -> Iterator[str]:
    """Give one field: its content, old and new content, or the lines that differ."""
    before, after = field.before, field.after
    if before is not None and after is not None and is_long(before, after):
        yield f"    {field.field}:"
        for mark, line in list_changed_lines(before, after):
            yield f"      {mark} {line}"
    elif before is None:
        yield f"    {field.field}: {after}"
    elif after is None:
        yield f"    {field.field}: taken out (was: {before})"
    else:
        yield f"    {field.field}: {before} → {after}"
