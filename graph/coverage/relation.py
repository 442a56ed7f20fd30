"""Relations between numbered things, as sorted columns of pairs (NumPy).

A relation is a set of pairs (left, right); putting two after each other, turning one round and closing one are the
steps of a SPARQL property path: ``/``, ``^`` and ``+``.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Relation:
    """Pairs of numbers below ``size``, each once, sorted by left and then right; made by ``related``."""

    left: Numbers
    right: Numbers
    size: int

    @cached_property
    def starts(self) -> Numbers:
        """Where the pairs of each left number begin, and one place more: where they all end."""
        counted = np.bincount(self.left, minlength=self.size)
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(counted, dtype=np.int64)])

    @cached_property
    def inverse(self) -> "Relation":
        """The same pairs the other way round."""
        return related(self.right, self.left, self.size)

    def of(self, number: int) -> Numbers:
        """What one number is related to."""
        return self.right[self.starts[number] : self.starts[number + 1]]

    def marks(self) -> Marks:
        """Which numbers stand on the left of some pair."""
        return np.diff(self.starts) > 0

    def only(self, left: Marks | None = None, right: Marks | None = None) -> "Relation":
        """The pairs whose left and whose right are marked."""
        kept = np.ones(len(self.left), bool) if left is None else left[self.left]
        if right is not None:
            kept &= right[self.right]
        return Relation(self.left[kept], self.right[kept], self.size)

    def then(self, other: "Relation") -> "Relation":
        """This relation and then the other: the path ``this/other``."""
        origin, target = other.reached(self.right)
        return related(self.left[origin], target, self.size)

    def then_any(self, other: "Relation") -> "Relation":
        """This relation and then any number of steps of the other: the path ``this/other*``."""
        return self.plus(self.then(closed(other, self.right)))

    def plus(self, other: "Relation") -> "Relation":
        """The pairs of either: the path ``this|other``."""
        return related(np.concatenate([self.left, other.left]), np.concatenate([self.right, other.right]), self.size)

    def reached(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """One step from each of these numbers: the place of the number in the list, and what it is related to."""
        begin = self.starts[numbers]
        many = self.starts[numbers + 1] - begin
        origin = np.repeat(np.arange(len(numbers)), many)
        return origin, self.right[np.arange(len(origin)) + np.repeat(begin - np.cumsum(many) + many, many)]


def related(left: Numbers, right: Numbers, size: int) -> Relation:
    """The relation of these pairs, in any order and with repetitions.

    >>> one = related(np.array([2, 0, 2]), np.array([1, 2, 1]), 3)
    >>> one.of(2).tolist(), one.inverse.of(1).tolist(), one.then(one).of(0).tolist()
    ([1], [2], [1])
    """
    bits = size.bit_length()
    keys = np.sort((left << bits) | right)
    keys = keys[changes(keys)]
    return Relation(keys >> bits, keys & ((1 << bits) - 1), size)


def changes(numbers: Numbers) -> Marks:
    """Where a sorted list has a number for the first time.

    >>> changes(np.array([2, 2, 5])).tolist()
    [True, False, True]
    """
    marks = np.ones(len(numbers), bool)
    marks[1:] = numbers[1:] != numbers[:-1]
    return marks


def closed(relation: Relation, begin: Numbers | None = None) -> Relation:
    """One or more steps of the relation, from the numbers in ``begin`` or from all: the path ``relation+``.

    A cycle ends: each number is reached at most once from each.

    >>> loop = related(np.array([0, 1, 2]), np.array([1, 0, 0]), 3)
    >>> closed(loop).of(2).tolist(), closed(loop).of(0).tolist()
    ([0, 1], [0, 1])
    """
    first = relation
    if begin is not None:
        wanted = np.zeros(relation.size, bool)
        wanted[begin] = True
        first = relation.only(left=wanted)
    inner = np.zeros(relation.size, bool)
    inner[first.right] = True
    return first.plus(first.then(_walked(relation, np.flatnonzero(inner & relation.marks()))))


def _walked(relation: Relation, begin: Numbers) -> Relation:
    """One or more steps from each of a few numbers, walked one by one: the work is what is found, also in cycles."""
    lefts, rights = relation.left.tolist(), relation.right.tolist()
    steps: dict[int, list[int]] = {}
    for left, right in zip(lefts, rights, strict=True) if len(begin) else ():
        steps.setdefault(left, []).append(right)
    origin: list[int] = []
    target: list[int] = []
    for number in begin.tolist():
        found = _found(steps, number)
        origin += [number] * len(found)
        target += found
    return related(np.array(origin, np.int64), np.array(target, np.int64), relation.size)


def _found(steps: dict[int, list[int]], number: int) -> set[int]:
    found: set[int] = set()
    waiting = [number]
    while waiting:
        for after in steps.get(waiting.pop(), ()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return found
