"""Disjoint sets, for joining records that mean the same thing."""

from collections.abc import Hashable, Iterable


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

    def groups(self, items: Iterable[Hashable]) -> dict[Hashable, list[Hashable]]:
        found: dict[Hashable, list[Hashable]] = {}
        for item in items:
            found.setdefault(self.root(item), []).append(item)
        return found
