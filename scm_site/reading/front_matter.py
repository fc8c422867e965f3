"""Markdown with its fields on top: splits a file into the fields and the text."""

from dataclasses import dataclass

from scm_site.findings import Finding, Place
from scm_site.reading import front_matter_rules, yaml_rules

_FENCE = "---"


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """The two parts of a file, each with the number of its first line."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(path: str, text: str) -> FrontMatter | Finding:
    """Give the fields' YAML and the text below it, without blank lines around it."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        if not text.strip():
            return yaml_rules.empty_file(Place(path=path))
        return front_matter_rules.no_front_matter(Place(path=path), lines[0].strip())
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        return front_matter_rules.open_front_matter(Place(path=path))
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines[1:end]):
        return front_matter_rules.empty_front_matter(Place(path=path, line=end + 1))
    start = next((number for number in range(end + 1, len(lines)) if lines[number].strip()), end + 1)
    return FrontMatter(
        yaml="\n".join([*lines[1:end], ""]),
        yaml_line=2,
        body="\n".join(lines[start:]).rstrip(),
        body_line=start + 1,
    )
