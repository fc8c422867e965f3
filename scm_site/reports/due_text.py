"""What is due, for a terminal: a paragraph for each role, its groups, and below each item its form, file and link."""

from collections.abc import Iterator

from scm_site.reports.due_list import DueItem, DueList, EndingMandate
from scm_site.reports.due_words import (
    AS_A_FILE,
    MANDATES,
    OVER,
    Part,
    list_left_parts,
    list_parts,
    tell_answer,
    tell_group,
    tell_item,
    tell_mandate,
    tell_nothing,
    tell_title,
)
from scm_site.reports.terminal_line import make_terminal_line


def render_due_text(due: DueList, computed: str) -> str:
    """Give the list as text; `computed` says what it was worked out from."""
    paragraphs = [
        [f"{tell_title(due)}.", make_terminal_line(computed)],
        *(list(render_part(part, 0)) for part in list_parts(due)),
        *([list(render_mandates(due))] if due.mandates else []),
    ]
    left = [list(render_part(part, 1)) for part in list_left_parts(due)]
    if left:
        paragraphs.append([OVER, *(line for lines in left for line in lines)])
    if len(paragraphs) == 1:
        paragraphs.append([tell_nothing(due)])
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + "\n"


def render_part(part: Part, depth: int) -> Iterator[str]:
    """Give what one role owes."""
    yield indent(depth, part.role)
    for group in part.groups:
        yield indent(depth + 1, tell_group(group))
        for item in group.items:
            yield from render_item(item, depth + 2)
    for answer in part.answers:
        name, words = tell_answer(answer)
        yield indent(depth + 1, f"{name} {words}")
        yield indent(depth + 2, answer.wait.record.file.path)
        if answer.address:
            yield indent(depth + 2, answer.address)


def render_item(item: DueItem, depth: int) -> Iterator[str]:
    """Give one thing to do, with the form for it, the file that closes it and the forge's page for it."""
    name, words = tell_item(item)
    yield indent(depth, f"{name} {words}")
    if item.form:
        yield indent(depth + 1, f"{item.closing.verb}: {item.form}")
    yield indent(depth + 1, f"{AS_A_FILE if item.form else item.closing.verb}: {item.closing.path}")
    if item.closing.short_address:
        yield indent(depth + 1, item.closing.short_address)


def render_mandates(due: DueList) -> Iterator[str]:
    """Give the mandates that end, each with its ways out."""
    yield MANDATES
    for ending in due.mandates:
        yield from render_mandate(ending)


def render_mandate(ending: EndingMandate) -> Iterator[str]:
    """Give a mandate that ends."""
    name, words = tell_mandate(ending.mandate)
    yield indent(1, f"{name} {words}")
    for way, form in ending.ways:
        yield indent(2, f"{way.title}: {way.what}")
        if form:
            yield indent(3, f"Fill in the form: {form}")
        yield indent(3, f"{AS_A_FILE}: {way.path}" if form else way.path)
        if way.address:
            yield indent(3, way.address)
        if way.together:
            yield indent(3, way.together)
        for companion in way.companions:
            yield from (indent(4, line) for line in (companion.what, companion.address) if line)


def indent(depth: int, text: str) -> str:
    """Give a plain line, moved to the right."""
    return "  " * depth + make_terminal_line(text)
