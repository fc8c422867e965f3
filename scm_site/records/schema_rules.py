"""The rules on shape: what a schema can say, in words for people. Each function words one message."""

from scm_site.rule import Message, finding_rule
from scm_site.sentences import say


@finding_rule(
    "S001", "Every field is one that the record can have", in_form="never: the form writes the file"
)
def unknown_field(name: str, owner: str, guess: str, choices: str) -> Message:
    """A field that the register does not know would be kept, but nobody would ever see it.

    Most often it is a slip of the pen: `titel` for `title`. So a name that the schema does not list is refused.

    Fix: Correct the field's name, or take the field out. The field reference on the site lists every field.
    """
    message = f"`{name}` is not a field of {owner}"
    if guess:
        return (
            f"{message}; did you mean `{guess}`?",
            f"Write `{guess}` instead of `{name}`, or take the field out.",
        )
    return message, f"Take the field out. The fields here are: {choices}."


@finding_rule("S002", "Every field that is needed is there", in_form="said with its schema")
def missing_field(name: str, title: str, owner: str, fix: str) -> Message:
    """Some facts must be in every record of a kind, because the Terms of Reference or a page needs them.

    In a record that was put together from public sources, most of them may say that the fact is not known, and why.

    Fix: Add the field. The message says what belongs there.
    """
    sentence = "missing inside" if owner else "missing"
    return say(sentence, name=name, title=title, owner=owner), f"Add `{name}:`. {fix}"


@finding_rule("S003", "Every field holds the right kind of content", in_form="said with its schema")
def wrong_type(name: str, found: str, wanted: str, fix: str, brackets: str = "") -> Message:
    """A date where a list should be, a text where a number should be: no page could show it properly.

    A frequent cause is a missing hyphen before an item of a list, or missing spaces before a field inside another.

    Fix: Write the kind of content that the message asks for.
    """
    message = say("wrong type", name=name, found=found, wanted=wanted)
    if brackets:
        return f"{message}; {brackets}", f"Put the text between quotes. {fix}".rstrip()
    return message, fix


@finding_rule("S004", "A choice is one of those offered", in_form="said with its schema")
def not_a_choice(name: str, value: str, choices: str, guess: str, fix: str) -> Message:
    """Where the register offers a list to choose from, pages and filters rely on these exact words.

    Fix: Choose one of the words that the message lists.
    """
    hint = f"; did you mean `{guess}`?" if guess else ""
    return say("not a choice", name=name, value=value, choices=choices) + hint, fix


@finding_rule("S005", "A content is written in the agreed form", in_form="said with its schema")
def wrong_form(name: str, value: str, example: str, fix: str, reason: str = "") -> Message:
    """Dates, ids, addresses and versions have one form, so that they can be sorted, linked and read everywhere.

    Dates are written year-month-day, and the day must exist: 30 February does not. Years go from 1900 to 2199.

    Fix: Write it in the form of the example.
    """
    fault = reason or say("not as the example", example=example)
    return say("wrong form", name=name, value=value, fault=fault), fix


@finding_rule("S006", "A content is within its limits", in_form="said with its schema")
def out_of_limits(name: str, what: str, fix: str) -> Message:
    """Limits keep pages readable and catch slips: an empty text, a duration of 1800 months, a list without items.

    Fix: Keep to the limit that the message names.
    """
    return say("out of limits", name=name, what=what), fix


@finding_rule("S007", "A list names nothing twice", in_form="said with its schema")
def named_twice(name: str, value: str) -> Message:
    """The same item twice in a list is a slip, and counts would be wrong.

    Fix: Take one of the two out.
    """
    return say("twice", name=name, value=value)


@finding_rule("S008", "A field is not left empty", in_form="said with its schema")
def empty_field(name: str, fix: str) -> Message:
    """An empty field says neither yes nor no. Leave out what does not apply.

    In a record put together from public sources, write `unknown:` with the reason instead.

    Fix: Fill the field in, or take it out.
    """
    return say("empty", name=name), fix


@finding_rule("S009", "A record fits its schema", in_form="never: the form writes the file")
def unexplained_misfit() -> Message:
    """Two programs compare records with their schemas: a fast one that says whether a record fits, and one that
    explains what does not. Should they ever disagree, the record is refused, so that nothing wrong slips through.

    Fix: Compare the record with the field reference on the site, and tell the maintainers: this should not happen.
    """
    return "the record does not fit its schema, but the program cannot say where"


@finding_rule("T001", "A record is filled in before it is filed", in_form="said with its schema")
def unfinished(name: str, quote: str, fix: str) -> Message:
    """A template or a leftover placeholder is not evidence: filed is not done.

    Placeholders are texts like `[fill in: …]`, `[insert name]`, `TODO`, `TBD` and `lorem ipsum`.

    Fix: Replace the placeholder by the real content, or take the field out if it may be left out.
    """
    return say("placeholder", name=name, quote=quote), fix
