"""YAML to plain data with a place for every value: dict, list, text, number, true, false, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml._yaml import CParser

from scm_site.findings import Finding, Place
from scm_site.reading import yaml_rules
from scm_site.reading.marks import Mark, ValuePath
from scm_site.reading.yaml_builder import Builder
from scm_site.reading.yaml_errors import explain_yaml_error


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlValues:
    """What a YAML text says; `data` is None when anything is wrong with it."""

    data: dict[str, Any] | None
    marks: Mapping[ValuePath, Mark]
    findings: tuple[Finding, ...] = ()


def read_yaml(path: str, text: str, *, first_line: int = 1) -> YamlValues:
    """Read a YAML text that starts on the given line of its file."""
    lines = text.split("\n")
    builder = Builder(path=path, lines=lines, first_line=first_line)
    try:
        builder.build(CParser(text))
    except yaml.YAMLError as error:
        fault = explain_yaml_error(error, lines)
        place = Place(path=path, line=fault.line + first_line - 1, column=fault.column)
        finding = yaml_rules.unreadable_yaml(place, fault.reason, fault.quote, fault.fix)
        # Where the first lines are taken for one long text, the error says why.
        others = [
            other
            for other in builder.findings
            if not isinstance(builder.tree.root, str) or other.rule != "Y012"
        ]
        builder.findings = [*others, finding]
    data = None if builder.findings else builder.tree.root
    return YamlValues(data=data, marks=builder.tree.marks, findings=tuple(builder.findings))
