"""What a new record is made of: lines of text, some of which end in a blank to fill in."""

from dataclasses import dataclass, replace

from scm_site.reading.quoting import show_text
from scm_site.records.unfinished import MARKER
from scm_site.scaffold.yaml_text import make_yaml_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """Something to fill in: what it is, an example, and the answers to choose from, written as in a file."""

    about: str
    example: str
    choices: tuple[str, ...] = ()
    is_body: bool = False

    @property
    def marker(self) -> str:
        """The placeholder as a file has it; while it is there, `scm check` calls the file unfinished."""
        marker = MARKER.format(show_text(self.about).replace("[", "(").replace("]", ")"))
        return marker if self.is_body else make_yaml_text(marker)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of a new record."""

    text: str
    blank: Blank | None = None

    def __str__(self) -> str:
        """Give the line as a file has it."""
        return self.text + (self.blank.marker if self.blank else "")


def comment_out(lines: list[Line], indent: str = "") -> list[Line]:
    """Put a `#` before each line, without a space, so that taking it away gives the field."""
    return [replace(line, text=f"{indent}#{line.text.removeprefix(indent)}") for line in lines]
