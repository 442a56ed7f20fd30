"""The index with a change laid over it: what each thing counts for before and after, without building anything anew.

For what the change does not touch, the columns of the index hold; for what it touches, an excerpt is read by the same
rules. Only cells in which something touched stands, before or after, can differ, so only these are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.coverage import Axis, Coverage, Scope
from graph.coverage.axis import chosen
from graph.coverage.dimension import dimension
from graph.coverage.facts import Facts, Ranks
from graph.coverage.relation import Marks, Relation, related
from graph.coverage.tally import Tally, tallied
from graph.dates import FRESH_MONTHS, months_after
from graph.robustness.change import Change
from graph.robustness.excerpt import Excerpt
from graph.robustness.planned import Planned
from graph.vocabulary import MAPPED, SUGGESTED

YEAR = "year"
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, eq=False)
class View:
    """What there is before or after: the pairs of each axis, the activities that count, and their statuses."""

    sides: tuple[Relation, ...]
    passing: Marks
    status: Ranks

    def tally(self) -> Tally:
        """Count and best status of each cell, numbered row x size + column; of each row where there is one side."""
        rows = self.sides[0].only(left=self.passing)
        if len(self.sides) == 1:
            return tallied(rows.right, self.status[rows.left])
        origin, column = self.sides[1].only(left=self.passing).reached(rows.left)
        return tallied(rows.right[origin] * rows.size + column, self.status[rows.left[origin]])


class Overlay:
    """An index, a resolved scope and a change."""

    def __init__(self, index: Coverage, scope: Scope, change: Change) -> None:
        self.index, self.scope, self._change = index, scope, change
        self._excerpt = Excerpt(index.reading, change)
        self._years = _later_years(index, change.planned, scope)
        self.size = self._excerpt.size + len(self._years)
        self._touched = self._wide(change.touched)
        self._touched[index.reading.size : self._excerpt.size] = True
        self._facts = lru_cache(maxsize=4)(lambda basis: Facts(self._excerpt, basis))
        self._new = lru_cache(maxsize=8)(self._made_new)

    def name(self, number: int) -> str:
        """The address of a member, or the year."""
        later = number - self._excerpt.size
        return self._years[later] if later >= 0 else self.index.names[number]

    def tallies(self, *axes: Axis) -> tuple[Tally, Tally]:
        """Before and after, the cells of one or two axes that may differ."""
        bases = (SUGGESTED, MAPPED) if self.scope.basis == SUGGESTED else (self.scope.basis,)
        affected = [self._affected(axis, bases) for axis in axes]
        views = [self._views(axes, affected, basis) for basis in bases]
        before, after = ([view[moment].tally() for view in views] for moment in (0, 1))
        return _said(before), _said(after)

    def _views(self, axes: Sequence[Axis], affected: Sequence[Marks], basis: str) -> tuple[View, View]:
        sides = [self._sides(axis, members, basis) for axis, members in zip(axes, affected, strict=True)]
        before, after = zip(*sides, strict=True)
        passing = self._wide(self.index.passing(basis, *self.scope.filters.items()))
        ranks = self._wide(self.index.facts(basis).status(self.scope.as_of))
        mine = self._wide(self._facts(basis).status(self.scope.as_of))
        passing_after = np.where(self._touched, self._passing(basis), passing)
        return View(before, passing, ranks), View(after, passing_after, np.where(self._touched, mine, ranks))

    def _passing(self, basis: str) -> Marks:
        """The touched activities that pass the filters after the change."""
        facts = self._facts(basis)
        passing = facts.activities
        for name, member in self.scope.filters.items():
            things = dimension(facts, name).things.of(self.index.number[member])
            passing = passing & self._excerpt.marked(things)
        return self._wide(passing)

    def _affected(self, axis: Axis, bases: Sequence[str]) -> Marks:
        """The members of an axis that something touched counts for, before or after."""
        affected = np.zeros(self.size, bool)
        for basis in bases:
            old = self.index.dimension(axis.dimension, basis).relation.only(left=self._change.touched)
            affected[old.right] = True
            affected[self._new(axis.dimension, basis).right] = True
        return affected & self._members(axis)

    def _sides(self, axis: Axis, members: Marks, basis: str) -> tuple[Relation, Relation]:
        """The pairs of an axis before and after, for some of its members."""
        whole = self.index.dimension(axis.dimension, basis).relation
        around = whole.only(right=members[: whole.size])
        kept = self._resized(around.only(left=~self._change.touched))
        return self._resized(around), kept.plus(self._new(axis.dimension, basis).only(right=members))

    def _made_new(self, name: str, basis: str) -> Relation:
        """What the touched things count for after the change."""
        if name == YEAR:
            return self._years_after(basis)
        return self._resized(dimension(self._facts(basis), name).relation).only(left=self._touched)

    def _years_after(self, basis: str) -> Relation:
        """No period changes: the years there were, and those of the planned activities."""
        old = self._resized(self.index.dimension(YEAR, basis).relation.only(left=self._change.touched))
        number = {name: self._excerpt.size + place for place, name in enumerate(self._years)}
        pairs = [
            (who, number[year] if year in number else self.index.number[year])
            for who, planned in enumerate(self._change.planned, self.index.reading.size)
            for year in years_of(planned, self.scope)
        ]
        left, right = np.array(pairs, np.int64).reshape(-1, 2).T
        return old.plus(related(left, right, self.size))

    def _members(self, axis: Axis) -> Marks:
        members = self._wide(self.index.reading.marked(chosen(self.index, axis, self.scope)))
        if axis.dimension == YEAR:
            members[[self.index.number[y] for p in self._change.planned for y in self._known_years(p)]] = True
            members[self._excerpt.size :] = True
        return members

    def _known_years(self, planned: Planned) -> list[str]:
        return [year for year in years_of(planned, self.scope) if year in self.index.number]

    def _wide(self, column: NDArray[Scalar]) -> NDArray[Scalar]:
        """A column with room for the numbers that are new."""
        wide = np.zeros(self.size, column.dtype)
        wide[: len(column)] = column
        return wide

    def _resized(self, relation: Relation) -> Relation:
        return Relation(relation.left, relation.right, self.size)


def years_of(planned: Planned, scope: Scope) -> list[str]:
    """The years that a planned activity touches, by the rule of the dimension *year*.

    >>> from datetime import date
    >>> years_of(Planned(("g",), start=date(2027, 3, 1), end=date(2028, 1, 1)), Scope(date(2026, 11, 22)))
    ['2027', '2028']
    """
    first, last = planned.start or planned.end, planned.end
    if first is None:
        return []
    if last is None:
        last = max(first, months_after(scope.as_of, FRESH_MONTHS))
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


def _later_years(index: Coverage, planned: Sequence[Planned], scope: Scope) -> list[str]:
    """The years that only planned activities touch and that the index has no number for."""
    return sorted({year for one in planned for year in years_of(one, scope) if year not in index.number})


def _said(tallies: Sequence[Tally]) -> Tally:
    """The tally; where suggested links count, with the status that what is sure has, if it is given too."""
    if len(tallies) == 1:
        return tallies[0]
    tally, sure = tallies
    return tally.suggested(sure)
