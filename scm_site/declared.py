"""How rules and duties, each an object in a module, become lists: in the order of the modules, each id once."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Protocol, TypeVar


class Declared(Protocol):
    """What is declared: it has an id of its own, and a title."""

    @property
    def id(self) -> str:
        """By which it is known for good."""

    @property
    def title(self) -> str:
        """What people call it."""


T = TypeVar("T")
D = TypeVar("D", bound=Declared)


def load(*names: str) -> tuple[ModuleType, ...]:
    """Give modules of `scm_site` by their names."""
    return tuple(import_module(f"scm_site.{name}") for name in names)


def find_declared(kind: type[T], modules: Iterable[ModuleType]) -> tuple[T, ...]:
    """Give every object of a type that modules declare, in the order in which they stand there."""
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, kind))


def list_by_id(declared: Iterable[D]) -> Mapping[str, D]:
    """Give what is declared by its id; raises ValueError when an id is taken."""
    listed: dict[str, D] = {}
    for one in declared:
        if one.id in listed:
            raise ValueError(f"the id {one.id} is taken by: {listed[one.id].title}")
        listed[one.id] = one
    return MappingProxyType(listed)
