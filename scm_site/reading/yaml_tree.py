"""Plain data while it grows, with the place of every value; without recursion, which a file could exhaust."""

from typing import Any

from scm_site.reading.marks import Mark, ValuePath
from scm_site.reading.yaml_events import Position


class Level:
    """A mapping or a list that is being filled."""

    __slots__ = ("is_mapping", "key", "key_column", "key_line", "path", "values")

    def __init__(self, values: Any, path: ValuePath) -> None:
        self.values = values
        self.is_mapping = values.__class__ is dict
        self.path = path
        self.key: str | None = None  # in a mapping: the field whose value comes next
        self.key_line = self.key_column = 0


class Tree:
    """The data so far, and the levels that are open."""

    __slots__ = ("first_line", "last_line", "level", "levels", "marks", "root")

    def __init__(self, first_line: int, last_line: int) -> None:
        self.first_line = first_line
        self.last_line = last_line
        self.root: Any = None
        self.marks: dict[ValuePath, Mark] = {}
        self.levels: list[Level] = []
        self.level: Level | None = None  # the innermost

    @property
    def expects_field(self) -> bool:
        """Whether the name of a field comes next."""
        level = self.level
        return level is not None and level.is_mapping and level.key is None

    def add(self, value: Any, mark: Position) -> ValuePath:
        """Put a value where it belongs, and give the way to it."""
        line, column = mark.line + self.first_line, mark.column + 1
        line = min(line, self.last_line)  # libyaml counts a line after the last one
        level = self.level
        path: ValuePath
        if level is None:
            self.root, path = value, ()
        elif level.is_mapping:
            path = (*level.path, level.key or "")
            level.values[level.key] = value
            self.marks[path] = Mark(line, column, level.key_line, level.key_column)
            level.key = None
            return path
        else:
            path = (*level.path, len(level.values))
            level.values.append(value)
        self.marks[path] = Mark(line, column, line, column)
        return path

    def name_field(self, name: str, mark: Position) -> None:
        """Remember the field whose value comes next, and where its name stands."""
        level = self.level
        if level is not None:
            level.key, level.key_line, level.key_column = name, mark.line + self.first_line, mark.column + 1

    def find_field(self, name: str) -> int | None:
        """Give the line of the field of this name in the innermost mapping."""
        if self.level is None or name not in self.level.values:
            return None
        return self.marks[*self.level.path, name].key_line

    def open_level(self, values: dict[str, Any] | list[Any], path: ValuePath) -> None:
        """Start to fill a mapping or a list."""
        self.level = Level(values, path)
        self.levels.append(self.level)

    def close_level(self) -> None:
        """End the mapping or list that was opened last."""
        self.levels.pop()
        self.level = self.levels[-1] if self.levels else None
