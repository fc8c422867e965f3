"""What is due, in Markdown for an issue or a message; contributors' words in it are nothing but words."""

from collections.abc import Iterable, Iterator

from scm_site.filing.closing import Closing
from scm_site.filing.ways_out import WayOut
from scm_site.reports.due_list import DueGroup, DueItem, DueList, EndingMandate, OpenAnswer
from scm_site.reports.due_words import (
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
from scm_site.reports.markdown_text import escape_markdown, make_code, make_link


def render_due_markdown(due: DueList, computed: str, *, mention: bool = False) -> str:
    """Give the list as Markdown; `computed` says what it was worked out from.

    With `mention`, the accounts of those responsible are called by name.
    """
    body = [
        *(line for part in list_parts(due) for line in render_part(part, "##", mention=mention)),
        *(render_mandates(due.mandates) if due.mandates else ()),
        *render_left(list_left_parts(due), mention=mention),
    ]
    head = [f"# {tell_title(due)}", escape_markdown(computed)]
    return "\n\n".join([*head, *(body or [tell_nothing(due)])]) + "\n"


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
    link = tell_ways(item.closing.verb, item.form, item.closing)
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
        ways = [line for way, form in ending.ways for line in render_way(way, form)]
        yield "\n".join([f"- **{escape_markdown(name)}** {escape_markdown(words)}.", *ways])


def render_way(way: WayOut, form: str) -> Iterator[str]:
    """Give a way out, and below it what changes along with its file."""
    link = tell_ways("Fill in the form" if form else "Begin the file", form, way)
    told = f" {escape_markdown(way.together)}" if way.together else ""
    yield f"  - {way.title}: {way.what}. {link}{'.' if told else ''}{told}"
    for one in way.companions:
        edit = make_link("Edit it", one.address) if one.address else ""
        yield f"    - {escape_markdown(one.what)} {edit}".rstrip()


def tell_ways(verb: str, form: str, file: Closing | WayOut) -> str:
    """Give the link to the form, and after it the file itself as the second way; without a form, the file alone."""
    if not form:
        return tell_file(verb, file.path, file.address)
    second = make_link(f"on {file.forge_name}", file.address) if file.address else make_code(file.path)
    return f"{make_link(verb, form)} or, if you know git, {'' if file.address else 'as the file '}{second}"


def tell_file(verb: str, path: str, address: str) -> str:
    """Give the link that opens a file on the forge, or its path where there is no forge."""
    return make_link(verb, address) if address else f"{verb}: {make_code(path)}"
