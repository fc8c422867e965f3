"""What is due, in Markdown for an issue or a message; contributors' words in it are nothing but words."""

from collections.abc import Iterable, Iterator

from scm_site.reading.git_history import History
from scm_site.reports.due_list import DueGroup, DueItem, DueList, EndingMandate, OpenAnswer
from scm_site.reports.due_words import (
    MANDATES,
    NOTHING,
    OVER,
    Part,
    list_left_parts,
    list_parts,
    tell_answer,
    tell_group,
    tell_item,
    tell_mandate,
    tell_title,
)
from scm_site.reports.markdown_text import escape_markdown, make_code, make_link
from scm_site.reports.standing_words import tell_computed


def render_due_markdown(due: DueList, history: History, *, mention: bool = False) -> str:
    """Give the list as Markdown; with `mention`, the accounts of those responsible are called by name."""
    body = [
        *(line for part in list_parts(due) for line in render_part(part, "##", mention=mention)),
        *(render_mandates(due.mandates) if due.mandates else ()),
        *render_left(list_left_parts(due), mention=mention),
    ]
    head = [f"# {tell_title(due)}", escape_markdown(tell_computed(due.as_of, history))]
    return "\n\n".join([*head, *(body or [NOTHING])]) + "\n"


def render_left(parts: Iterable[Part], *, mention: bool) -> Iterator[str]:
    """Give what was left open by groups that have ended."""
    for number, part in enumerate(parts):
        if number == 0:
            yield f"## {OVER}"
        yield from render_part(part, "###", mention=mention)


def render_part(part: Part, mark: str, *, mention: bool) -> Iterator[str]:
    """Give what one role owes, each paragraph by itself; `mark` begins its heading."""
    yield f"{mark} {part.role}"
    for group in part.groups:
        yield f"{mark}# {escape_markdown(tell_group(group))}"
        if mention and group.accounts:
            yield f"Responsible: {tell_accounts(group)}"
        yield "\n".join(map(render_item, group.items))
    if part.answers:
        yield "\n".join(map(render_answer, part.answers))


def tell_accounts(group: DueGroup) -> str:
    """Give the accounts so that the forge calls them; the schema keeps them free of signs."""
    return ", ".join(f"@{account}" for account in group.accounts)


def render_item(item: DueItem) -> str:
    """Give one thing to do."""
    name, words = tell_item(item)
    closing = item.closing
    link = tell_file("File it" if closing.is_new else "Complete the file", closing.path, closing.address)
    return f"- **{escape_markdown(name)}** {escape_markdown(words)}. {link}"


def render_answer(answer: OpenAnswer) -> str:
    """Give what waits for an answer."""
    name, words = tell_answer(answer)
    link = tell_file("Record the answer", answer.wait.record.file.path, answer.address)
    return f"- **{escape_markdown(name)}** {escape_markdown(words)}. {link}"


def render_mandates(mandates: Iterable[EndingMandate]) -> Iterator[str]:
    """Give the mandates that end, each with its ways out."""
    yield f"## {MANDATES}"
    for ending in mandates:
        name, words = tell_mandate(ending.mandate)
        ways = [
            f"  - {way.title}: {way.what}. {tell_file('Begin the file', way.path, way.address)}"
            for way in ending.ways
        ]
        yield "\n".join([f"- **{escape_markdown(name)}** {escape_markdown(words)}.", *ways])


def tell_file(verb: str, path: str, address: str) -> str:
    """Give the link that opens a file on the forge, or its path where there is no forge."""
    return make_link(verb, address) if address else f"{verb}: {make_code(path)}"
