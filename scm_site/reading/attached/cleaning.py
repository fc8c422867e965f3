"""A copy of a file without what is not allowed, and without the names of who made it."""

from dataclasses import dataclass

from scm_site.reading.attached import file_kinds as kinds
from scm_site.reading.attached.file_kinds import find_beginning
from scm_site.reading.attached.formulas import quote_formulas
from scm_site.reading.attached.inspection import inspect
from scm_site.reading.attached.opening import open_file
from scm_site.reading.attached.pictures import Picture
from scm_site.reading.attached.plain_texts import take_out_hidden


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """The bytes of the copy, what it is without, and what is left that no program can take out."""

    content: bytes
    without: tuple[str, ...]
    left: tuple[str, ...]


def clean_file(name: str, content: bytes) -> Cleaned:
    """Give a copy of a file; raises BrokenError where it cannot be opened."""
    kind = find_beginning(content)
    if kind in (kinds.ZIP, kinds.PDF, kinds.PNG, kinds.JPEG, kinds.WEBP):
        made, without = _clean_opened(content)
    elif kind is None and name.lower().endswith(kinds.TEXT.suffixes):
        made, without = _clean_text(name, content)
    else:
        made, without = content, ()
    kind, found = inspect(name.lower(), made)
    other = () if name.lower().endswith(kind.suffixes or ("/",)) else (f"it is {kind.words}",)
    left = (*other, *filter(None, (found.broken,)), *found.dangers, *found.makers)
    return Cleaned(content=made, without=tuple(dict.fromkeys(without)), left=left)


def _clean_opened(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    _, opened = open_file(content)
    without = []
    for fault in list(opened.find_faults()):
        if fault.mend:
            fault.mend()
            without.append(f"the name “{fault.words}”" if fault.is_maker else fault.words)
    if isinstance(opened, Picture) and opened.leave_out_metadata():
        without.append("what the camera or the program wrote into it")
    return (opened.save() if without else content), tuple(without)


def _clean_text(name: str, content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Make text of the formulas in a table, and take out what nobody sees."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return content, ()
    seen = take_out_hidden(text)
    made = quote_formulas(seen) if name.lower().endswith(".csv") else seen
    told = (("characters that nobody sees", seen != text), ("formulas, which are texts now", made != seen))
    return made.encode(), tuple(words for words, holds in told if holds)
