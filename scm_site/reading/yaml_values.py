"""YAML to plain data with a place for every value: dict, list, text, number, true, false, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml._yaml import CParser

from scm_site.findings import Finding, Place
from scm_site.reading import yaml_rules
from scm_site.reading.marks import Mark, ValuePath
from scm_site.reading.yaml_builder import MOST_FINDINGS, Builder
from scm_site.reading.yaml_explanations import YamlFault, explain_yaml_error
from scm_site.reading.yaml_slips import find_slips


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlValues:
    """What a YAML text says; `data` is None when anything is wrong with it."""

    data: dict[str, Any] | None
    marks: Mapping[ValuePath, Mark]
    findings: tuple[Finding, ...] = ()


#: With these the data can be used all the same, so that the rest of the record is checked too.
_HARMLESS = ("Y019", "Y020")


def read_yaml(path: str, text: str, *, first_line: int = 1, remarks: bool = False) -> YamlValues:
    """Read a YAML text that starts on the given line of its file; `remarks` tells whether they may follow texts."""
    lines = text.split("\n")
    builder = Builder(path=path, lines=lines, first_line=first_line, remarks=remarks)
    try:
        builder.build(CParser(text))
    except yaml.YAMLError as error:
        builder.findings = [*_find_sound(builder), *_find_slips(builder, explain_yaml_error(error, lines))]
        return YamlValues(data=None, marks=builder.tree.marks, findings=tuple(builder.findings))
    broken = any(finding.rule not in _HARMLESS for finding in builder.findings)
    data = None if broken else builder.tree.root
    return YamlValues(data=data, marks=builder.tree.marks, findings=tuple(builder.findings))


def _find_sound(builder: Builder) -> list[Finding]:
    """Give what was found before the error; where the first lines are one long text, the error says why."""
    is_text = isinstance(builder.tree.root, str)
    return [finding for finding in builder.findings if not (is_text and finding.rule == "Y012")]


def _find_slips(builder: Builder, first: YamlFault) -> list[Finding]:
    """Give the finding for the error at which reading stopped, and those for other slips in the rest."""
    faults = find_slips(builder.lines, first)
    if _goes_on_after_remark(builder, first):
        faults = [fault for fault in faults if fault is not first]
    return [_make_finding(builder, fault) for fault in faults[: MOST_FINDINGS - len(builder.findings)]]


def _goes_on_after_remark(builder: Builder, fault: YamlFault) -> bool:
    """Tell whether the error is only that a text which a remark cuts off goes on below; that is said already."""
    last = builder.findings[-1] if builder.findings else None
    if last is None or last.rule != "Y019":
        return False
    between = builder.lines[last.place.line - builder.first_line + 1 : fault.line - 1]
    return not any(line.strip() for line in between)


def _make_finding(builder: Builder, fault: YamlFault) -> Finding:
    place = Place(path=builder.path, line=fault.line + builder.first_line - 1, column=fault.column)
    return yaml_rules.unreadable_yaml(place, fault.reason, fault.quote, fault.fix)
