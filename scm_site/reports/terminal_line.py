"""Text for terminals and logs: on one line, with nothing in it that a terminal or a build server obeys."""

from scm_site.reading.quoting import show_text


def make_terminal_line(text: str) -> str:
    """Give the text on one line, hidden characters as `U+XXXX`.

    `::` at the start of a line and `##[` anywhere in it are commands to GitHub's runner: both are taken
    apart.
    """
    line = " ".join(text.split("\n")).strip()
    shown = "`".join(show_text(part) for part in line.split("`")).replace("##[", "## [")
    return f": {shown[1:]}" if shown.startswith("::") else shown
