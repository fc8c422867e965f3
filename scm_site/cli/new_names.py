"""Which file a new record goes to: from its kind, its name, its group, its outcome and its language."""

import difflib
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from scm_site.cli.answer import CannotRunError
from scm_site.reading import KINDS, SLOT_OF_KIND, Slot
from scm_site.reading.name_forms import NameForm, make_slug
from scm_site.reading.portable_names import find_portability_fault
from scm_site.reading.quoting import quote_value

#: What gives each part of a path, besides the name: an option.
OPTIONS = {
    "group": "--group",
    "lang": "--language",
    "outcome": "--outcome",
    "meeting": "--meeting",
    "event": "--event",
}

#: What a new group is made of: its folder need not be there.
OF_ITSELF = ("launch", "page")


def find_kind(typed: str) -> str:
    """Give the kind that was typed; raises CannotRunError with the nearest ones when there is none."""
    if typed in KINDS:
        return typed
    raise CannotRunError(
        f"there is no kind of record {quote_value(typed)}{guess(make_slug(typed), KINDS)} `scm new` lists them"
    )


def find_ids(kind: str, arguments: Namespace) -> dict[str, str]:
    """Give what fills the gaps in the path of a kind; raises CannotRunError when something does not fit."""
    slot = SLOT_OF_KIND[kind]
    ids = {part: value for part, value in find_values(kind, arguments).items() if value is not None}
    for option in sorted(ids.keys() - slot.forms.keys()):
        how = OPTIONS.get(option)
        told = f"leave out {how}" if how else "leave out the name"
        raise CannotRunError(f"{told}: a new {kind} goes to a path like {slot.example}")
    for part, form in sorted(slot.forms.items(), key=lambda item: item[0] not in ids):
        check_part(kind, part, form, ids.get(part))
    check_owners(arguments.root, slot, ids)
    return ids


def find_values(kind: str, arguments: Namespace) -> dict[str, str | None]:
    """Give what was typed for each part of a path; some names may be given by an option instead."""
    if len(arguments.name) > 1:
        slug = make_slug(" ".join(arguments.name))
        raise CannotRunError(f"give one name, with hyphens between its words: {slug}")
    values = {
        "group": arguments.group,
        "lang": arguments.language,
        "outcome": arguments.outcome,
        "meeting": arguments.meeting,
        "event": arguments.event,
    }
    name = arguments.name[0] if arguments.name else None
    option = {"launch": "group", "page": "group", "outcome-version": "outcome"}.get(kind, "")
    other = values.pop(option, None)
    if name and other and name != other:
        raise CannotRunError(f"two names were given: {name} and {other}")
    return {**values, "group" if kind in OF_ITSELF else "id": name or other}


def check_part(kind: str, part: str, form: NameForm, value: str | None) -> None:
    """Raise CannotRunError when a part of the path is not there, or not in its form."""
    example = SLOT_OF_KIND[kind].forms[part].example
    option = OPTIONS.get(part)
    if value is None:
        wanted = (
            f"{option} {example}"
            if option and kind != part
            else f"a name: {form.words}, for example {example}"
        )
        raise CannotRunError(f"a new {kind} needs {wanted}")
    if fault := form.find_fault(value) or find_portability_fault(value):
        slug = make_slug(value)
        hint = f"try {slug}" if slug != value and not form.find_fault(slug) else f"for example {example}"
        raise CannotRunError(f"the name {quote_value(value)} is not {form.words}: {fault}; {hint}")


def check_owners(root: Path, slot: Slot, ids: dict[str, str]) -> None:
    """Raise CannotRunError when the group or the outcome that a record belongs to is not there."""
    groups = root / "content/groups"
    if "group" in slot.forms and slot.kind not in OF_ITSELF:
        check_folder(groups, "group", ids["group"])
    if "meeting" in slot.forms:
        check_folder(groups / ids["group"] / "meetings", "meeting", ids["meeting"])
    if slot.kind == "outcome-version" or "outcome" in slot.forms:
        check_folder(groups / ids["group"] / "outcomes", "outcome", ids.get("outcome", ids["id"]))


def check_folder(parent: Path, what: str, name: str) -> None:
    """Raise CannotRunError when there is no folder of that name."""
    names = (
        sorted(path.name for path in parent.iterdir() if path.is_dir() and not path.is_symlink())
        if parent.is_dir()
        else []
    )
    if name not in names:
        raise CannotRunError(
            f"there is no {what} {quote_value(name)}{guess(name, names)} `scm new {what}` makes one"
        )


def guess(typed: str, names: Iterable[str]) -> str:
    """Give the end of a sentence that says what is not there: a question with the nearest name, if any."""
    near = difflib.get_close_matches(typed, list(names), n=1)
    return f"; did you mean `{near[0]}`?" if near else "."
