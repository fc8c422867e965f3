"""A review as a comment on a pull request: short first, details folded; a stranger's words are nothing but words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from scm_site.reports.json_report import JsonFinding
from scm_site.reports.markdown_text import escape_markdown, make_code, make_link
from scm_site.reports.review_document import FieldData, ReviewData, SimilarData
from scm_site.reports.review_words import (
    NO_RULES,
    count,
    is_ready,
    list_accounts,
    list_notes,
    tell_agreement,
    tell_gap,
    tell_no_effects,
    tell_record,
    tell_summary,
    tell_verdict,
)
from scm_site.reports.text_changes import is_long, list_changed_lines

#: A forge takes 65,536 characters.
LONGEST = 60_000
LONGEST_VALUE = 600
MOST_SHOWN = 12
RULE = re.compile(r"\A[A-Z][0-9]{3}\Z")
PAGE = re.compile(r"\A(?:groups|proposals)/[a-z0-9-]{1,80}/\Z")
#: A path whose parts begin with a letter or a digit, so that none of them leads upwards.
PATH = re.compile(r"\Acontent(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,100}){1,8}\Z")
HOW_TO_MEND = (
    "Open each file by its link, put it right, and press “Commit changes”. The check then runs again by itself, and "
    "this comment changes."
)
HOW_TO_MEND_ELSEWHERE = (
    "Put the files right in the branch of this change. The check then runs again by itself, and this comment "
    "changes."
)
NOT_AGAIN = "There is no need to close this page, to fill in the form again or to start anew."
GUIDE = "guides/proposing/"
NOTHING_LEFT = "If you wrote it, nothing is left for you to do, unless somebody asks you something here."
MORE = "\n\nThere is more than fits here. All of it is in the summary of the check's run."


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewPlaces:
    """Addresses that we know ourselves: the site's, and where the forge edits a file of the change (or "").

    Nothing in a review's document is ever made a link, except paths and ids that are put behind these.
    """

    site: str
    edit: str = ""


def render_review_markdown(review: ReviewData, places: ReviewPlaces) -> str:
    """Give the comment; links lead to the site and the forge alone, whatever the document says."""
    parts = [
        f"## {escape_markdown(tell_verdict(review))}",
        *filter(None, [tell_summary(review), NOTHING_LEFT if is_ready(review) else ""]),
        *(f"**{escape_markdown(note)}**" for note in list_notes(review)),
        *render_findings(review, places),
        *render_agreements(review),
        *render_effects(review),
        *render_similar(review, places),
        *render_points(review),
        *render_records(review),
        f"Computed for {review.as_of}, by the rules and rosters of the main branch.",
    ]
    return cut("\n\n".join(parts)) + "\n"


def cut(text: str) -> str:
    """Give a text that fits, cut between two lines; folded parts are closed again."""
    if len(text) <= LONGEST:
        return text
    kept = text[: LONGEST - len(MORE) - 200]
    kept = kept[: kept.rfind("\n")]
    closing = "\n\n</details>" * (kept.count("<details>") - kept.count("</details>"))
    return kept + closing + MORE


def fold(title: str, lines: list[str]) -> str:
    """Give a part that opens on a click; the title is ours or escaped."""
    return "\n\n".join([f"<details><summary>{title}</summary>", "\n".join(lines), "</details>"])


def show_first(lines: list[str], more: int = 0) -> Iterator[str]:
    """Give the first lines at once and the others folded; `more` counts those that are not here at all."""
    yield "\n".join(lines[:MOST_SHOWN])
    if lines[MOST_SHOWN:]:
        yield fold(f"{len(lines) - MOST_SHOWN:,} more", lines[MOST_SHOWN:])
    if more:
        yield f"Not shown: {more:,} more."


def render_findings(review: ReviewData, places: ReviewPlaces) -> Iterator[str]:
    """Give what is wrong: errors in full, warnings folded."""
    errors = [one for one in review.findings if one.severity == "error"]
    warnings = [one for one in review.findings if one.severity != "error"]
    if errors:
        yield "### What to mend"
        yield from show_first([render_finding(one, review, places) for one in errors])
        how = HOW_TO_MEND if places.edit else HOW_TO_MEND_ELSEWHERE
        yield f"{how} {NOT_AGAIN} {make_link('Step by step, with pictures', places.site + GUIDE)}"
    if review.more_findings:
        yield f"Not shown: {count(review.more_findings, 'more finding', 'more findings')}."
    if warnings:
        title = f"{count(len(warnings), 'thing', 'things')} worth a look"
        yield fold(title, [render_finding(one, review, places) for one in warnings])
    if review.other_findings:
        told = count(review.other_findings, "finding was", "findings were")
        yield f"{told} there before, in files that this change leaves alone."


def render_finding(finding: JsonFinding, review: ReviewData, places: ReviewPlaces) -> str:
    """Give one finding: where, what, the way out, and where the file is mended and the rule explained."""
    rule = finding.rule if RULE.match(finding.rule) else ""
    links = [
        make_edit_link(finding.path, review, places),
        make_link(f"why: rule {rule}", f"{places.site}rules/{rule}/") if rule else "",
    ]
    message = finding.message if finding.message.endswith((".", "?")) else f"{finding.message}."
    told = f"{make_code(finding.path)}, line {finding.line}: {show_quotes(message)}"
    ways = " · ".join(filter(None, links))
    return f"- {told}\n  **To do:** {show_quotes(finding.fix)} {ways}".rstrip()


def make_edit_link(path: str, review: ReviewData, places: ReviewPlaces) -> str:
    """Give the link that opens a file of the change for editing; "" where there is no such file, or no forge."""
    gone = {record.path for record in review.records if record.what == "gone"}
    is_there = bool(places.edit) and PATH.match(path) is not None and path not in gone
    return make_link("open the file to mend it", places.edit + quote(path)) if is_there else ""


def show_quotes(text: str) -> str:
    """Give a message with what it quotes in backticks as code."""
    parts = shorten(text).split("`")
    if len(parts) % 2 == 0:
        return show_value(text)
    shown = (make_code(part) if number % 2 and part.strip() else part for number, part in enumerate(parts))
    return "".join(part if number % 2 else escape_ends(part) for number, part in enumerate(shown))


def escape_ends(text: str) -> str:
    """Escape a text between two pieces of code, with the spaces at its ends kept."""
    words = escape_markdown(text)
    return f"{' ' if text[:1] == ' ' else ''}{words}{' ' if text[-1:] == ' ' and words else ''}"


def render_agreements(review: ReviewData) -> Iterator[str]:
    """Give who must agree and why; nobody is called by name."""
    if not review.records:
        return
    yield "### Who must agree"
    if not review.agreements:
        yield NO_RULES
        return
    lines = []
    for one in review.agreements:
        office, who = show_value(tell_agreement(one)) or "…", show_value(list_accounts(one))
        lines.append(f"- **{office}**: {who}\n  Why: {show_value(one.why)}")
    yield from show_first(lines)
    yield "Whoever wrote the change does not count. An agreement counts for the last version of the change only."


def render_effects(review: ReviewData) -> Iterator[str]:
    """Give what the change causes: the first things at once, the others folded."""
    if not review.records:
        return
    yield "### What it causes"
    effects = [f"- {render_group(one.group)}{show_value(one.what)}" for one in review.effects or ()]
    if effects:
        yield from show_first(effects, review.more_effects)
    else:
        yield tell_no_effects(review)
    if review.gap:
        yield escape_markdown(tell_gap(review))


def render_group(group: str) -> str:
    """Give the group that something is about."""
    return f"{make_code(group)}: " if group else ""


def render_similar(review: ReviewData, places: ReviewPlaces) -> Iterator[str]:
    """Give the topics that are about the same."""
    if review.similar:
        yield "### Similar topics"
        yield "Are they about the same? Then it may be better to join forces."
        yield "\n".join(render_topic(one, places) for one in review.similar)


def render_topic(one: SimilarData, places: ReviewPlaces) -> str:
    """Give a similar topic as an item of a list, with how much alike it is."""
    title = escape_markdown(one.title)
    page = make_link("its page", places.site + one.page) if PAGE.match(one.page) else ""
    return f"- {one.kind} {make_code(one.id)}, “{title}”, {100 * one.likeness:.0f} % alike. {page}".rstrip()


def render_points(review: ReviewData) -> Iterator[str]:
    """Give what people should look at."""
    if not review.points:
        return
    lines = [
        f"- {make_code(point.path)}, line {point.line}: {show_quotes(point.what)}" for point in review.points
    ]
    if review.more_points:
        lines.append(f"- {review.more_points:,} more")
    yield fold(f"{count(len(lines), 'point', 'points')} to look at before agreeing", lines)


def render_records(review: ReviewData) -> Iterator[str]:
    """Give what each record says otherwise, folded for each record."""
    if not review.records:
        return
    yield "### What it changes"
    for record in review.records:
        what, title = tell_record(record)
        moved = f" (was {make_code(record.was)})" if record.was else ""
        name = f"“{escape_html(title)}”, " if title else ""
        head = f"{escape_html(what)}: {name}{escape_html(record.path)}"
        lines = [line for field in record.fields for line in render_field(field)]
        if record.more_fields:
            lines.append(f"- {record.more_fields:,} more fields")
        if moved:
            lines.insert(0, f"- moved{moved}")
        yield fold(head, lines or ["The content of this file is not shown here."])
    if review.more_records:
        yield f"Not shown: {count(review.more_records, 'more file', 'more files')}."


def escape_html(text: str) -> str:
    """Give a text for inside of an HTML tag, where Markdown is not read."""
    return escape_markdown(text).replace("\\", "")


def render_field(field: FieldData) -> Iterator[str]:
    """Give one field: its content, old and new content, or the lines that differ."""
    before, after, name = field.before, field.after, show_value(field.field) or "…"
    if before is not None and after is not None and is_long(before, after):
        yield f"- **{name}**"
        for mark, line in list_changed_lines(before, after):
            yield f"  - {LINE_WORDS[mark](show_value(line))}"
    elif before is None:
        yield f"- **{name}**: {show_value(after or '')}"
    elif after is None:
        yield f"- **{name}**: taken out. It was: {show_value(before)}"
    else:
        yield f"- **{name}**: {show_value(before)} → {show_value(after)}"


#: How a line that goes, comes, or stands for more is told; words, because signs and colours alone say too little.
LINE_WORDS: dict[str, Callable[[str], str]] = {
    "-": lambda line: f"goes: {line}",
    "+": lambda line: f"comes: {line}",
    "…": lambda line: line,
}


def show_value(text: str) -> str:
    """Give a value on one line, cut where it is very long."""
    return escape_markdown(shorten(text))


def shorten(text: str) -> str:
    """Give a text on one line, or its beginning where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
