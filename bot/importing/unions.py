"""Disjoint sets, for joining records that mean the same thing."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


class Unions:
    """Sets that only ever grow together."""

    def __init__(self) -> None:
        self._parents: dict[Hashable, Hashable] = {}

    def root(self, item: Hashable) -> Hashable:
        parent = self._parents.setdefault(item, item)
        while parent != self._parents[parent]:
            parent = self._parents[parent]
        self._parents[item] = parent
        return parent

    def join(self, one: Hashable, other: Hashable) -> None:
        self._parents[self.root(other)] = self.root(one)

    def groups(self, items: Iterable[Item]) -> dict[Hashable, list[Item]]:
        found: dict[Hashable, list[Item]] = {}
        for item in items:
            found.setdefault(self.root(item), []).append(item)
        return found
