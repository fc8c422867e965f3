"""What libyaml complains about, and where."""

from dataclasses import dataclass


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
