"""What if: which cells of a matrix, and which goals, change when something is removed or added."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage import Axis, Coverage, Scope, Status, coverage
from graph.coverage.tally import Tally
from graph.robustness.change import change_of
from graph.robustness.overlay import YEAR, Overlay
from graph.robustness.planned import Planned
from graph.store import Store
from graph.vocabulary import RT, XSD

GOAL = "goal"
UNDER_WAY = Status.UNCERTAIN
"""From this status on an activity is under way: it runs, or may run."""


@dataclass(frozen=True)
class Standing:
    """How a cell or a goal stands: how many distinct activities, and the best status of them."""

    count: int
    status: Status

    @property
    def is_under_way(self) -> bool:
        """Whether anything runs or may run.

        >>> Standing(1, Status.ENDED).is_under_way
        False
        """
        return self.status >= UNDER_WAY


@dataclass(frozen=True)
class Changed:
    """A cell (``column`` is None for a goal as a whole) and how it stands before and after."""

    row: str
    column: str | None
    before: Standing
    after: Standing

    @property
    def falls(self) -> bool:
        """Whether its status is worse afterwards."""
        return self.after.status < self.before.status

    @property
    def is_left_bare(self) -> bool:
        """Whether something was under way before, and nothing is afterwards."""
        return self.before.is_under_way and not self.after.is_under_way


@dataclass(frozen=True)
class WhatIf:
    """What a change comes to.

    ``cells`` are those of the matrix whose count or status changes, by row and column; ``goals`` those of the scope
    whose status changes. Everything not listed stays as it is.
    """

    scope: Scope
    rows: Axis
    columns: Axis
    cells: tuple[Changed, ...]
    goals: tuple[Changed, ...]

    def answer(self) -> Answer:
        """The changed cells as rows of row, column, and count and status before and after."""
        sides = self.rows.dimension, self.columns.dimension
        return Answer(
            ("row", "column", "countBefore", "statusBefore", "countAfter", "statusAfter"),
            tuple((_term(c.row, sides[0]), _term(str(c.column), sides[1]), *shown(c)) for c in self.cells),
        )

    def goals_answer(self) -> Answer:
        """The goals whose status changes, with count and status before and after."""
        return Answer(
            ("goal", "countBefore", "statusBefore", "countAfter", "statusAfter"),
            tuple((Iri(goal.row), *shown(goal)) for goal in self.goals),
        )


def what_if(
    source: Store | Coverage,
    scope: Scope,
    remove: Sequence[str] = (),
    add: Sequence[Planned] = (),
    rows: str | Axis = GOAL,
    columns: str | Axis = "place",
) -> WhatIf:
    """The cells and goals that change when things are removed and activities added.

    ``remove`` holds addresses or ``kind/slug`` of activities, actors, areas, handslag and interventions; what going
    without each means is told in graph.robustness.change. The answer is that of a graph built without and with these
    statements, except that a planned activity is no document: a place that no document names stays unknown.
    With ``open_store(data, cache)`` as store, ``what_if(store, Scope(today), remove=["actor/region-vastmanland"])``.

    Raises BadParameter for a thing, dimension, member or filter there is none of.
    """
    index = source if isinstance(source, Coverage) else coverage(source)
    scope = index.resolved(scope)
    row_axis, column_axis = (axis if isinstance(axis, Axis) else Axis(axis) for axis in (rows, columns))
    overlay = Overlay(index, scope, change_of(index, scope, remove, add))
    cells = tuple(_changed(overlay, row_axis, column_axis))
    return WhatIf(scope, row_axis, column_axis, cells, changed_goals(overlay))


class Comparison(Protocol):
    """Something that tells before and after: of one or two axes, the cells that may differ."""

    index: Coverage
    scope: Scope
    size: int

    def name(self, number: int) -> str: ...

    def tallies(self, *axes: Axis) -> tuple[Tally, Tally]: ...


def changed_goals(overlay: Comparison) -> tuple[Changed, ...]:
    """The goals of the scope whose status changes."""
    return tuple(goal for goal in _changed(overlay, Axis(GOAL)) if goal.before.status != goal.after.status)


def _changed(overlay: Comparison, *axes: Axis) -> list[Changed]:
    """The cells of one or two axes that change, in the order of their addresses."""
    before, after = overlay.tallies(*axes)
    empty = _Empty(overlay, *axes)
    found = []
    for cell in _differing(before, after):
        row, column = divmod(cell, overlay.size) if len(axes) == 2 else (cell, None)
        names = overlay.name(row), None if column is None else overlay.name(column)
        found.append(Changed(*names, *(empty.standing(tally.at(cell), *names) for tally in (before, after))))
    return sorted(found, key=lambda changed: (changed.row, changed.column or ""))


def _differing(before: Tally, after: Tally) -> Iterator[int]:
    """The cells with another count or best status after than before."""
    cells = np.union1d(before.cells, after.cells)
    columns = []
    for tally in (before, after):
        values = np.zeros((2, len(cells)), np.int64)
        values[:, np.searchsorted(cells, tally.cells)] = tally.counts, tally.best
        columns.append(values)
    return iter(cells[(columns[0] != columns[1]).any(axis=0)].tolist())


class _Empty:
    """What a cell without activities is: judged not relevant, unknown, or none."""

    def __init__(self, overlay: Comparison, *axes: Axis) -> None:
        self._index, self._scope = overlay.index, overlay.scope
        self._dimensions = [axis.dimension for axis in axes]

    def standing(self, counted: tuple[int, Status], *members: str | None) -> Standing:
        """How a cell of these members stands."""
        count, status = counted
        return Standing(count, status if count else self._status([m for m in members if m is not None]))

    def _status(self, members: list[str]) -> Status:
        of = list(zip(self._dimensions, members, strict=True))
        goals, places, groups = (_those(of, name) for name in (GOAL, "place", "target-group"))
        judged = self._index.judgements(self._scope, places, groups)
        if any(judgement.goal in goals for judgement in judged):
            return Status.NOT_RELEVANT
        asked = [*places, *([self._scope.place] if self._scope.place else [])]
        known = all(self._index.is_named(place, self._scope.basis) for place in asked)
        return Status.NONE if known else Status.UNKNOWN


def _those(of: Iterable[tuple[str, str]], name: str) -> list[str]:
    return [member for dimension, member in of if dimension == name]


def shown(changed: Changed) -> tuple[Term, ...]:
    """Count and status before and after, as terms."""
    return tuple(
        term
        for stand in (changed.before, changed.after)
        for term in (integer(stand.count), Iri(f"{RT}status-{stand.status.word}"))
    )


def _term(name: str, dimension: str) -> Term:
    return Literal(name, XSD + "gYear") if dimension == YEAR else Iri(name)
