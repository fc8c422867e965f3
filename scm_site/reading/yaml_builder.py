"""Builds plain data and marks from libyaml's events, and says what the register does not accept in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import yaml
from yaml._yaml import CParser

from scm_site.findings import Finding, Place
from scm_site.reading import yaml_rules
from scm_site.reading.quoting import name_space, quote_value
from scm_site.reading.yaml_events import DocumentEvent, NodeEvent, Position, ScalarEvent, YamlEvent
from scm_site.reading.yaml_scalars import (
    MOST_DIGITS,
    LongNumberError,
    Scalar,
    find_hidden_escape,
    find_remark,
    find_swallowed_line,
    resolve_scalar,
    strip_typographic_quotes,
)
from scm_site.reading.yaml_tree import Tree

DEEPEST = 12
MOST_VALUES = 5000

#: Nobody mends a file with more; it was made to flood us.
MOST_FINDINGS = 100


class _StopError(Exception):
    """The rest of the text is not worth reading, and a finding says why."""


class Builder:
    """The data so far, and what is wrong with it."""

    def __init__(self, *, path: str, lines: list[str], first_line: int, remarks: bool = False) -> None:
        self.path = path
        self.remarks = remarks  # whether they may follow a text on its line
        self.lines = lines
        self.first_line = first_line
        self.tree = Tree(first_line, first_line + len(lines) - 1)
        self.findings: list[Finding] = []
        self.count = 0

    def build(self, parser: CParser) -> None:
        """Take in all events, up to one that makes the rest worthless; raises yaml.YAMLError."""
        next_event = parser.get_event
        try:
            while (event := next_event()) is not None:
                if take := _TAKERS.get(event.__class__):
                    take(self, event)
        except _StopError:
            return
        if not self.tree.marks:
            self.findings.append(yaml_rules.empty_file(Place(path=self.path, line=self.first_line)))

    def report(self, mark: Position, rule: Callable[..., Finding], *words: object) -> None:
        """Add a finding at a place of the whole file."""
        row = min(mark.line, len(self.lines) - 1)  # libyaml counts a line after the last one
        place = Place(path=self.path, line=row + self.first_line, column=mark.column + 1)
        self.findings.append(rule(place, *words))
        if len(self.findings) == MOST_FINDINGS:
            last = self.findings[-1]
            message = f"{last.message}; after {MOST_FINDINGS} findings, the rest of the file was not read"
            self.findings[-1] = replace(last, message=message)
            raise _StopError

    def start_document(self, event: DocumentEvent) -> None:
        """Look for directives, and for a document after the first one."""
        if self.tree.marks:
            self.report(event.start_mark, yaml_rules.second_document, self.tree.marks[()].line)
            raise _StopError
        if event.version or event.tags:
            self.report(event.start_mark, yaml_rules.directive, self.lines[event.start_mark.line].strip())

    def take_scalar(self, event: ScalarEvent) -> None:
        """Take in the name of a field, or a value."""
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event)
        if event.style == '"' and (hidden := find_hidden_escape(event.value)):
            self.report(event.start_mark, yaml_rules.hidden_escape, hidden, event.value)
        if self.tree.expects_field:
            self.take_field(event)
        else:
            self.add(event.value if event.style else self.resolve(event), event.start_mark)

    def take_field(self, event: ScalarEvent) -> None:
        """Take in the name of a field."""
        name = event.value
        if not name:
            self.report(event.start_mark, yaml_rules.strange_field_name, "nothing")
        elif name == "<<" and not event.style:
            self.report(event.start_mark, yaml_rules.copied_value, name)
        elif event.style in ("|", ">"):
            self.report(event.start_mark, yaml_rules.strange_field_name, "a text of several lines")
        elif space := name_space(name[0]):
            self.report(event.start_mark, yaml_rules.strange_field_name, space)
        if first_line := self.tree.find_field(name):
            self.report(event.start_mark, yaml_rules.duplicate_field, name, first_line)
        self.tree.name_field(name, event.start_mark)

    def take_alias(self, event: NodeEvent) -> None:
        """Refuse a copy, and go on as if it said nothing."""
        self.report(event.start_mark, yaml_rules.copied_value, f"*{event.anchor}")
        if self.tree.expects_field:
            self.tree.name_field(f"*{event.start_mark.index}", event.start_mark)
        else:
            self.add(None, event.start_mark)

    def start_mapping(self, event: NodeEvent) -> None:
        """Open a mapping, inside what is open."""
        self.start_level(event, {})

    def start_list(self, event: NodeEvent) -> None:
        """Open a list, inside what is open."""
        self.start_level(event, [])

    def start_level(self, event: NodeEvent, values: dict[str, Any] | list[Any]) -> None:
        """Open a mapping or a list, inside what is open."""
        self.check_properties(event)
        if len(self.tree.levels) == DEEPEST:
            self.report(event.start_mark, yaml_rules.too_deep, DEEPEST)
            raise _StopError
        if self.tree.expects_field:
            shown = "a list" if isinstance(values, list) else "a set of fields in braces"
            self.report(event.start_mark, yaml_rules.strange_field_name, shown)
            name = f"?{event.start_mark.index}"
            self.tree.name_field(name, event.start_mark)
            self.tree.open_level(values, (name,))
        else:
            self.tree.open_level(values, self.add(values, event.start_mark))

    def end_level(self, _: YamlEvent) -> None:
        """Close the mapping or list that was opened last."""
        self.tree.close_level()

    def add(self, value: Any, mark: Position) -> tuple[str | int, ...]:
        """Put a value where it belongs, and give the way to it."""
        self.count += 1
        if self.count > MOST_VALUES:
            self.report(mark, yaml_rules.too_many_values, MOST_VALUES)
            raise _StopError
        if self.tree.level is None:
            self.check_root(value, mark)
        return self.tree.add(value, mark)

    def check_root(self, value: Any, mark: Position) -> None:
        """Refuse a file that does not consist of fields."""
        if value is None:
            self.report(mark, yaml_rules.empty_file)
        elif value.__class__ is not dict:
            shown = "a list" if isinstance(value, list) else quote_value(str(value))
            self.report(mark, yaml_rules.no_fields, shown)

    def resolve(self, event: ScalarEvent) -> Scalar:
        """Give what a scalar without quotes means."""
        if " - " in event.value and (place := find_swallowed_line(event, self.lines)):
            self.report(place, yaml_rules.swallowed_line, self.lines[place.line].strip())
        try:
            value = resolve_scalar(event.value)
        except LongNumberError:
            self.report(event.start_mark, yaml_rules.long_number, event.value, MOST_DIGITS)
            return None
        return self.check_text(event, value) if isinstance(value, str) else value

    def check_text(self, event: ScalarEvent, text: str) -> str:
        """Give a text without quotes as it was meant; report what is lost of it, and quotes of a word processor."""
        if not self.remarks and (place := find_remark(event, self.lines)):
            lost = self.lines[place.line][place.column :].strip()
            self.report(place, yaml_rules.lost_text, lost)
        meant = strip_typographic_quotes(text)
        if meant != text:
            self.report(event.start_mark, yaml_rules.typographic_quotes, text)
        return meant

    def check_properties(self, event: NodeEvent) -> None:
        """Refuse an anchor and a tag."""
        if event.anchor is not None:
            self.report(event.start_mark, yaml_rules.copied_value, f"&{event.anchor}")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report(event.start_mark, yaml_rules.tagged_value, tag)


_TAKERS: dict[type[yaml.Event], Callable[[Builder, Any], None]] = {
    yaml.ScalarEvent: Builder.take_scalar,
    yaml.MappingStartEvent: Builder.start_mapping,
    yaml.MappingEndEvent: Builder.end_level,
    yaml.SequenceStartEvent: Builder.start_list,
    yaml.SequenceEndEvent: Builder.end_level,
    yaml.DocumentStartEvent: Builder.start_document,
    yaml.AliasEvent: Builder.take_alias,
}
