"""How rules and duties, each an object in a module, become lists: in the order of the modules, each id once."""

from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, TypeVar


class Declared(Protocol):
    """What is declared: it has an id of its own."""

    @property
    def id(self) -> str: ...  # noqa: D102 (permanent: findings, waivers and addresses name it)


T = TypeVar("T")
D = TypeVar("D", bound=Declared)


def find_declared(kind: type[T], *modules: str) -> tuple[T, ...]:
    """Give every object of a type that modules of `scm_site` declare, in the order in which they stand there."""
    loaded = (import_module(f"scm_site.{name}") for name in modules)
    return tuple(one for module in loaded for one in vars(module).values() if isinstance(one, kind))


def list_by_id(declared: tuple[D, ...]) -> Mapping[str, D]:
    """Give what is declared by its id; raises ValueError when an id is there twice."""
    if twice := [name for name, number in Counter(one.id for one in declared).items() if number > 1]:
        raise ValueError(f"declared more than once: {', '.join(twice)}; take the next free id")
    return MappingProxyType({one.id: one for one in declared})
