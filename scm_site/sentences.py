"""What is said about a content that does not fit: one catalogue, for `scm check` and for the forms on the site.

In curly brackets stands what differs from case to case. `assets/forms/sentences.js` fills in the same texts. What rules
on records say is in `RULE_SENTENCES`, where a form says it too (`form_fix` of its declaration).
"""

from scm_site.rule_sentences import RULE_SENTENCES

SENTENCES = {
    "missing": "“{title}” is missing (field `{name}`)",
    "missing inside": "“{title}” is missing (field `{name}` in `{owner}`)",
    "missing, in short": "this is missing",
    "record": "this record ({title})",
    "wrong type": "field `{name}` is {found}, but should be {wanted}",
    "not a choice": "field `{name}` is {value}, but should be one of: {choices}",
    "wrong form": "field `{name}` is {value}, which {fault}",
    "not as the example": "is not written as expected, for example `{example}`",
    "out of limits": "field `{name}` {what}",
    "twice": "field `{name}` has {value} twice",
    "empty": "field `{name}` is empty",
    "placeholder": "field `{name}` still holds the placeholder {quote}",
    "thin": "field `{name}` has {size}; below {enough} it counts as unfinished",
    "thin draft": "field `{name}` has {size} beside what was filled in already; below {enough} it counts as unfinished",
    "empty section": "field `{name}` has nothing below the heading “{heading}”",
    "private": "field `{name}` seems to hold {what}: {quote}",
    "lost": "the character {name} {where} stands for no letter or sign{others}",
    "after": "after {quote}",
    "at the start": "at the start of the line",
    "elsewhere, too": " (and at {others} more places in this file)",
    "rewritten": "the minutes were approved on {day}, and their {fields} would change without a correction",
    "ended": "This group's last day was {last}, and a report may be dated at most {most} days later.",
    "after the end": "{what}, after the group's last day {end}",
    "may be left out": "{fix} Or take it out: it may be left out.",
    # what is wrong with a day
    "not a day": "is not written year-month-day",
    "not a day, for example": "is not written year-month-day, for example `{example}`",
    "year out of range": "has a year that is not between {first} and {last}",
    "no such month": "names a month that does not exist: {month}",
    "no such day": "is not a day in the calendar: {month} {year} has {days} days",
    **RULE_SENTENCES,
}

#: What a limit says that is not kept: `wanted` is the limit, `size` what is there.
LIMITS = {
    "minLength": "has {size} characters; at least {wanted} are needed",
    "maxLength": "has {size} characters; at most {wanted} are allowed",
    "minItems": "has {size} items; at least {wanted} are needed",
    "maxItems": "has {size} items; at most {wanted} are allowed",
    "minProperties": "has {size} entries; at least {wanted} are needed",
    "minimum": "is {size}; at least {wanted} is needed",
    "maximum": "is {size}; at most {wanted} is allowed",
}

#: The kinds of content, as messages name them.
TYPE_NAMES = {
    "object": "a set of fields, each on its own line",
    "array": "a list, each item on its own line after a hyphen",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "null": "empty",
}


def say(sentence: str, **values: object) -> str:
    """Give a sentence of the catalogue, filled in."""
    return SENTENCES[sentence].format_map(values)


def sentence(words: str) -> str:
    """Start words with a capital letter."""
    return words[:1].upper() + words[1:]
