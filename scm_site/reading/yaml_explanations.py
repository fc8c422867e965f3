"""libyaml's complaints in plain words: what is wrong, where, and what to do."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from scm_site.reading.quoting import name_space

_FIELD_WITHOUT_SPACE = re.compile(r"\s*(?:- )*[A-Za-z_][\w-]*:[^\s/]")
_ODD_SPACE = re.compile(r"(?P<indent> *)(?P<space>[^\S \t])|\s*(?:- )*[A-Za-z_][\w-]*:(?P<behind>[^\S \t])")
_TYPE_SPACE = "Delete it, and type an ordinary space in its place."
_QUOTE_TEXT = "Put the whole text in double quotes."
_OPEN_BRACKET = "the bracket that opens here is never closed"
_CLOSE_BRACKET = "Close the bracket, or put the whole text in quotes."
_ALIGN = "Start the fields of one record, and the entries of one list, at the same distance from the margin."


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlFault:
    """What is wrong, where (from 1, in the YAML text), the line that shows it, and the way out."""

    line: int
    column: int
    quote: str
    reason: str
    fix: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Complaint:
    """What libyaml says: its words, and the lines (from 0) where it stood and where the trouble began."""

    problem: str
    context: str
    row: int
    column: int
    start_row: int
    start_column: int
    lines: list[str]

    def get_line(self, row: int) -> str:
        """Give a line by its number, from 0."""
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def make_fault(self, reason: str, fix: str, *, row: int | None = None, column: int = 0) -> YamlFault:
        """Give the fault, by default where libyaml stood."""
        if row is None:
            row, column = self.row, self.column
        row = min(row, len(self.lines) - 1)  # libyaml counts a line after the last one
        quote = self.get_line(row).strip()
        return YamlFault(line=row + 1, column=column + 1, quote=quote, reason=reason, fix=fix)

    def make_fault_at_start(self, reason: str, fix: str) -> YamlFault:
        """Give the fault where the trouble began."""
        return self.make_fault(reason, fix, row=self.start_row, column=self.start_column)


def explain_odd_space(complaint: Complaint) -> YamlFault | None:
    """Explain the trouble by a space from a word processor that is none to YAML, where there is one."""
    for row in (complaint.start_row, complaint.row - 1, complaint.row):
        found = _ODD_SPACE.match(complaint.get_line(row))
        group = found.lastgroup if found else None
        if found and group and (name := name_space(found[group])):
            where = (
                f"there is {name} after the colon"
                if group == "behind"
                else f"the line is indented with {name}"
            )
            return complaint.make_fault(where, _TYPE_SPACE, row=row, column=found.start(group))
    return None


def _explain_character(complaint: Complaint) -> YamlFault:
    line = complaint.get_line(complaint.row)
    character = line[complaint.column : complaint.column + 1]
    if character == "\t":
        return _explain_tab(complaint)
    name = "a backtick" if character == "`" else f"`{character}`"
    return complaint.make_fault(f"a text cannot start with {name} unless it is in quotes", _QUOTE_TEXT)


def _explain_tab(complaint: Complaint) -> YamlFault:
    return complaint.make_fault("the line is indented with a tab", "Replace the tab by two spaces.")


def _explain_colon(complaint: Complaint) -> YamlFault:
    line, above = complaint.get_line(complaint.row), complaint.get_line(complaint.row - 1)
    if re.search(r":\s", line[: complaint.column]):
        typed = re.search(r":\s+[“”„«»‘’‚]", line[: complaint.column])
        fix = (
            "Type straight quotes in place of these: only they are quotes to YAML." if typed else _QUOTE_TEXT
        )
        return complaint.make_fault("a text with a colon and a space in it needs quotes", fix)
    if complaint.row and _FIELD_WITHOUT_SPACE.match(above):
        return _explain_missing_space(complaint, complaint.row - 1)
    if complaint.row and ":" not in above and _count_indent(line) <= _count_indent(above):
        return _explain_line_without_colon(complaint, complaint.row - 1)
    reason = "the line is indented deeper than the field above it"
    if complaint.row and ":" not in above:
        reason += ", or a colon is missing in the line above"
    return complaint.make_fault(reason, _ALIGN)


def _count_indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _explain_missing_space(complaint: Complaint, row: int) -> YamlFault:
    column = complaint.get_line(row).find(":")
    return complaint.make_fault(
        "there is no space after the colon", "Put a space after the colon.", row=row, column=column
    )


def _explain_missing_colon(complaint: Complaint) -> YamlFault:
    row = complaint.start_row
    if _FIELD_WITHOUT_SPACE.match(complaint.get_line(row)):
        return _explain_missing_space(complaint, row)
    return _explain_line_without_colon(complaint, row)


def _explain_line_without_colon(complaint: Complaint, row: int) -> YamlFault:
    return complaint.make_fault(
        "the line has no field and no colon",
        "Write a field, a colon and a space before it, or indent it if it continues the line above.",
        row=row,
        column=_count_indent(complaint.get_line(row)),
    )


def _explain_missing_key(complaint: Complaint) -> YamlFault:
    line = complaint.get_line(complaint.row)
    before = line[: complaint.column].rstrip()
    if before.endswith(("'", '"')):
        return complaint.make_fault(
            "a text goes on after its closing quote",
            "Put the whole text in quotes; inside single quotes write '' for an apostrophe.",
        )
    if before.endswith(("]", "}")):
        return complaint.make_fault("a text that starts with a bracket needs quotes", _QUOTE_TEXT)
    if line.lstrip().startswith(":"):
        return complaint.make_fault("there is no field before the colon", "Write the field's name there.")
    if line.lstrip().startswith("- "):
        return complaint.make_fault("an entry of a list stands where a field belongs", _ALIGN)
    return complaint.make_fault("the line does not start where the fields above it start", _ALIGN)


def _explain_open_quote(complaint: Complaint) -> YamlFault:
    return complaint.make_fault_at_start(
        "the quote that opens here is never closed",
        "Close the text with the same quote; inside single quotes write '' for an apostrophe.",
    )


def _explain_list_place(complaint: Complaint) -> YamlFault:
    return complaint.make_fault(
        "a list cannot start on the line of its field",
        "Start the list on the next line, or put the text in quotes if it is not a list.",
    )


def _explain_list_mark(complaint: Complaint) -> YamlFault:
    return complaint.make_fault("the line is not an entry of the list above it", _ALIGN)


def _explain_bracket(complaint: Complaint) -> YamlFault:
    return complaint.make_fault_at_start(_OPEN_BRACKET, _CLOSE_BRACKET)


def _explain_last_bracket(complaint: Complaint) -> YamlFault:
    for row in range(complaint.start_row, -1, -1):
        line = complaint.get_line(row)
        if (column := max(line.rfind("["), line.rfind("{"))) >= 0:
            return complaint.make_fault(_OPEN_BRACKET, _CLOSE_BRACKET, row=row, column=column)
    return complaint.make_fault_at_start("a value is missing", "Write the value, or delete the line.")


def _explain_sign(complaint: Complaint) -> YamlFault:
    if not complaint.get_line(complaint.start_row)[complaint.start_column :].strip():
        return _explain_last_bracket(complaint)
    sign = complaint.get_line(complaint.start_row)[complaint.start_column : complaint.start_column + 1]
    return complaint.make_fault_at_start(
        f"a text cannot start with `{sign}` unless it is in quotes", _QUOTE_TEXT
    )


def _explain_escape(complaint: Complaint) -> YamlFault:
    return complaint.make_fault(
        "a backslash in double quotes starts a code, and there is no such code",
        "Use single quotes, or write \\\\ for a backslash.",
    )


def _explain_block_sign(complaint: Complaint) -> YamlFault:
    return complaint.make_fault(
        "nothing may follow `|` or `>` on its line", "Start the text on the next line, indented."
    )


def _explain_after_top(complaint: Complaint) -> YamlFault:
    return complaint.make_fault(
        "the record has ended above this line", "Delete what ends it there, or move this line into it."
    )


def _explain_directive(complaint: Complaint) -> YamlFault:
    return complaint.make_fault_at_start("a line cannot start with `%`", "Delete the line.")


#: Words of libyaml, and who explains them; the first that fit hold.
EXPLANATIONS: tuple[tuple[str, Callable[[Complaint], YamlFault]], ...] = (
    ("directive", _explain_directive),
    ("incompatible YAML document", _explain_directive),
    ("cannot start any token", _explain_character),
    ("tab character", _explain_tab),
    ("mapping values are not allowed", _explain_colon),
    ("could not find expected ':'", _explain_missing_colon),
    ("did not find expected key", _explain_missing_key),
    ("did not find expected '-' indicator", _explain_list_mark),
    ("found unexpected end of stream", _explain_open_quote),
    ("found unexpected document indicator", _explain_open_quote),
    ("block sequence entries are not allowed", _explain_list_place),
    ("did not find expected ',' or", _explain_bracket),
    ("did not find expected alphabetic or numeric character", _explain_sign),
    ("did not find expected node content", _explain_sign),
    ("mapping keys are not allowed", _explain_sign),
    ("while scanning a tag", _explain_sign),
    ("unknown escape character", _explain_escape),
    ("expected hexdecimal number", _explain_escape),
    ("invalid Unicode character escape code", _explain_escape),
    ("did not find expected comment or line break", _explain_block_sign),
    ("did not find expected <document start>", _explain_after_top),
)


def explain_yaml_error(error: yaml.YAMLError, lines: list[str]) -> YamlFault:
    """Put an error of libyaml into plain words."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    here = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or here
    complaint = Complaint(
        problem=problem,
        context=str(getattr(error, "context", None) or ""),
        row=min(here.line, len(lines) - 1) if here else 0,
        column=here.column if here else 0,
        start_row=start.line if start else 0,
        start_column=start.column if start else 0,
        lines=lines,
    )
    if fault := explain_odd_space(complaint):
        return fault
    for words, explain in EXPLANATIONS:
        if words in f"{problem} {complaint.context}":
            return explain(complaint)
    return complaint.make_fault(f"this cannot be read as YAML ({problem})", "Correct this line.")
