"""The matrix: coverage counted by two dimensions at once, in a scope.

Each cell counts distinct activities and tells the best status any of them reaches; a member that stands above others
(a county, a larger goal) has a cell of its own, and totals count distinct activities too: neither is ever a sum.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage.axis import Axis, chosen
from graph.coverage.dimension import Dimension
from graph.coverage.index import Coverage, coverage
from graph.coverage.relation import Numbers
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.coverage.tally import Tally, tallied
from graph.errors import UnknownThing
from graph.store import Store
from graph.vocabulary import MAPPED, RT, SUGGESTED, XSD

COLUMNS = ("row", "column", "count", "status")


@dataclass(frozen=True)
class Cell:
    """One cell. ``row`` or ``column`` is None in the total of a column or row; both are in the grand total."""

    row: str | None
    column: str | None
    count: int
    """How many distinct activities."""
    status: Status
    matrix: "Matrix" = field(repr=False, compare=False)

    @cached_property
    def activities(self) -> tuple[str, ...]:
        """The activities behind it, as many as it counts."""
        return self.matrix.activities(self.row, self.column)

    @cached_property
    def shallow(self) -> tuple[str, ...]:
        """All things of threads that stand here, whether a thread goes on from them to an activity or not."""
        return self.matrix.shallow(self.row, self.column)

    @cached_property
    def suspect(self) -> int:
        """How many of the activities would not stand here without suspect links; 0 at once where the graph has none."""
        return self.matrix.suspect(self.row, self.column)

    @cached_property
    def judgements(self) -> tuple[str, ...]:
        """The judgements, each with its reason, that the goal is not relevant here."""
        return self.matrix.judgements(self.row, self.column)


def matrix(source: Store | Coverage, rows: str | Axis, columns: str | Axis, scope: Scope) -> "Matrix":
    """The matrix of two dimensions in a scope.

    Raises BadParameter for a dimension, level, member or filter there is none of.
    """
    index = source if isinstance(source, Coverage) else coverage(source)
    row_axis, column_axis = (axis if isinstance(axis, Axis) else Axis(axis) for axis in (rows, columns))
    return Matrix(index, row_axis, column_axis, index.resolved(scope))


class Matrix:
    """The matrix of two axes; ``rows`` and ``columns`` are their members, in the order of their addresses."""

    def __init__(self, index: Coverage, rows: Axis, columns: Axis, scope: Scope) -> None:
        self.index = index
        self.scope = scope
        self.row_axis, self.column_axis = rows, columns
        self._sides = (_Side(index, rows, scope), _Side(index, columns, scope))
        self.rows, self.columns = self._sides[0].names, self._sides[1].names
        self._tallies = self._counted(scope.basis)
        if scope.basis == SUGGESTED:
            sure = self._counted(MAPPED)
            self._tallies = [tally.suggested(known) for tally, known in zip(self._tallies, sure, strict=True)]

    def __iter__(self) -> Iterator[Cell]:
        """All cells, row by row, without the totals."""
        return (self.cell(row, column) for row in self.rows for column in self.columns)

    def cell(self, row: str, column: str) -> Cell:
        """A cell; raises UnknownThing where there is no such row or column."""
        r, c = self._sides[0].place(row), self._sides[1].place(column)
        count, status = self._tallies[0].at(r * len(self.columns) + c)
        return Cell(row, column, count, status if count else Status(int(self._empty[r, c])), self)

    def row_total(self, row: str) -> Cell:
        """The total of a row: all activities that stand in any of its cells; raises UnknownThing."""
        place = self._sides[0].place(row)
        count, status = self._tallies[1].at(place)
        return Cell(row, None, count, status if count else _least(self._empty[place]), self)

    def column_total(self, column: str) -> Cell:
        """The total of a column; raises UnknownThing."""
        place = self._sides[1].place(column)
        count, status = self._tallies[2].at(place)
        return Cell(None, column, count, status if count else _least(self._empty[:, place]), self)

    @property
    def total(self) -> Cell:
        """The grand total: all activities that stand in any cell."""
        count, status = self._tallies[3].at(0)
        return Cell(None, None, count, status if count else _least(self._empty), self)

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """The counts of all cells, by row and column."""
        counts = np.zeros(self._empty.size, np.int64)
        counts[self._tallies[0].cells] = self._tallies[0].counts
        return counts.reshape(self._empty.shape)

    @cached_property
    def statuses(self) -> NDArray[np.int8]:
        """The statuses of all cells, by row and column, as the numbers of Status."""
        statuses = self._empty.flatten()
        statuses[self._tallies[0].cells] = self._tallies[0].best
        return statuses.reshape(self._empty.shape)

    @property
    def row_parents(self) -> dict[str, tuple[str, ...]]:
        """For each row those rows that stand next above it."""
        return self._sides[0].parents()

    @property
    def column_parents(self) -> dict[str, tuple[str, ...]]:
        """For each column those columns that stand next above it."""
        return self._sides[1].parents()

    def activities(self, row: str | None, column: str | None) -> tuple[str, ...]:
        """The activities behind a cell, or a total where row or column is None."""
        passing = self.index.passing(self.scope.basis, *self.scope.filters.items())
        return self._things(row, column, passing)

    def suspect(self, row: str | None, column: str | None) -> int:
        """How many of these would not stand there without suspect links, which count as any other."""
        firm = self.index.firm
        if firm is self.index:
            return 0
        marks = firm.passing(self.scope.basis, *self.scope.filters.items())
        for side, member in zip(self._sides, (row, column), strict=True):
            marks = marks & side.things(member, firm)
        return len(self.activities(row, column)) - int(marks.sum())

    def shallow(self, row: str | None, column: str | None) -> tuple[str, ...]:
        """All things of threads in a cell: those that serve something, directly or not."""
        return self._things(row, column, self.index.facts(self.scope.basis).links.marks())

    def judgements(self, row: str | None, column: str | None) -> tuple[str, ...]:
        """The judgements that the goal of a cell is not relevant for its place and target group."""
        asked: dict[str, list[str]] = {"goal": [], "place": [], "target-group": []}
        for side, member in zip(self._sides, (row, column), strict=True):
            asked.setdefault(side.axis.dimension, []).extend([] if member is None else [member])
        found = self.index.judgements(self.scope, asked["place"], asked["target-group"])
        return tuple(sorted(judged.address for judged in found if judged.goal in asked["goal"]))

    def answer(self, totals: bool = False) -> Answer:
        """The matrix as rows of row, column, count and status; a total has no column, no row, or neither."""
        rows, columns = (side.terms() for side in self._sides)
        numbers = {count: integer(count) for count in np.unique(self.counts).tolist()}
        words = {status: _status(status) for status in np.unique(self.statuses).tolist()}
        counts = map(numbers.__getitem__, self.counts.ravel().tolist())
        statuses = map(words.__getitem__, self.statuses.ravel().tolist())
        pairs = ((row, column) for row in rows for column in columns)
        lines: list[tuple[Term | None, ...]] = [
            (*pair, count, status) for pair, count, status in zip(pairs, counts, statuses, strict=True)
        ]
        if totals:
            lines += [(t, None, *_shown(self.row_total(r))) for t, r in zip(rows, self.rows, strict=True)]
            lines += [(None, t, *_shown(self.column_total(c))) for t, c in zip(columns, self.columns, strict=True)]
            lines.append((None, None, *_shown(self.total)))
        return Answer(COLUMNS, tuple(lines))

    def _things(self, row: str | None, column: str | None, among: NDArray[np.bool_]) -> tuple[str, ...]:
        marks = among.copy()
        for side, member in zip(self._sides, (row, column), strict=True):
            marks &= side.things(member)
        return tuple(sorted(self.index.names[number] for number in np.flatnonzero(marks).tolist()))

    def _counted(self, basis: str) -> list[Tally]:
        """The tallies of cells, rows, columns and of all."""
        passing = self.index.passing(basis, *self.scope.filters.items())
        status = self.index.facts(basis).status(self.scope.as_of)
        rows, columns = (side.on(basis).relation.only(passing, side.marks) for side in self._sides)
        row_place, column_place = (side.places for side in self._sides)
        origin, column = columns.reached(rows.left)
        things = rows.left[origin]
        cells = row_place[rows.right[origin]] * len(self.columns) + column_place[column]
        in_columns, in_rows = columns.marks(), rows.marks()
        by_row, by_column = rows.only(left=in_columns), columns.only(left=in_rows)
        everything = np.flatnonzero(in_rows & in_columns)
        return [
            tallied(cells, status[things]),
            tallied(row_place[by_row.right], status[by_row.left]),
            tallied(column_place[by_column.right], status[by_column.left]),
            tallied(np.zeros(len(everything), np.int64), status[everything]),
        ]

    @cached_property
    def _empty(self) -> NDArray[np.int8]:
        """The status of each cell if it holds no activity."""
        named = self.index.facts(self.scope.basis).named
        empty = np.full((len(self.rows), len(self.columns)), int(Status.NONE), np.int8)
        if self.scope.place is not None and not named[self.index.number[self.scope.place]]:
            empty[:] = Status.UNKNOWN
        for side, view in zip(self._sides, (empty, empty.T), strict=True):
            if side.axis.dimension == "place":
                view[~named[side.numbers]] = Status.UNKNOWN
        judged = {judgement.goal for judgement in self.index.facts(self.scope.basis).judgements}
        for side, other, view in zip(self._sides, self._sides[::-1], (empty, empty.T), strict=True):
            for goal in judged.intersection(side.names) if side.axis.dimension == "goal" else ():
                for place, member in enumerate(other.names):
                    pair = (goal, member) if view is empty else (member, goal)
                    if self.judgements(*pair):
                        view[side.place(goal), place] = Status.NOT_RELEVANT
        return empty


class _Side:
    """An axis with its members in order."""

    def __init__(self, index: Coverage, axis: Axis, scope: Scope) -> None:
        self.axis = axis
        self.index = index
        self.basis = scope.basis
        self.numbers = chosen(index, axis, scope)
        self.marks = index.reading.marked(self.numbers)
        self.places: Numbers = np.zeros(index.reading.size, np.int64)
        self.places[self.numbers] = np.arange(len(self.numbers))
        self.names = tuple(index.names[number] for number in self.numbers.tolist())

    def on(self, basis: str) -> Dimension:
        return self.index.dimension(self.axis.dimension, basis)

    def place(self, member: str) -> int:
        number = self.index.number.get(member, -1)
        if number < 0 or not self.marks[number]:
            raise UnknownThing(member)
        return int(self.places[number])

    def things(self, member: str | None, index: Coverage | None = None) -> NDArray[np.bool_]:
        """The things that count for a member, or for any; by another index of the same things where one is given."""
        index = index or self.index
        dimension = index.dimension(self.axis.dimension, self.basis)
        if member is None:
            return dimension.relation.only(right=self.marks).marks()
        return index.reading.marked(dimension.things.of(int(self.numbers[self.place(member)])))

    def parents(self) -> dict[str, tuple[str, ...]]:
        above = self.on(self.basis).above.only(self.marks, self.marks)
        names = self.index.names
        return {
            name: tuple(sorted(names[number] for number in above.of(own).tolist()))
            for name, own in zip(self.names, self.numbers.tolist(), strict=True)
        }

    def terms(self) -> list[Term]:
        if self.axis.dimension == "year":
            return [Literal(name, XSD + "gYear") for name in self.names]
        return [Iri(name) for name in self.names]


def _least(statuses: NDArray[np.int8]) -> Status:
    """What a total without activities says: none where any cell does, else unknown where any is, else not relevant."""
    for status in (Status.NONE, Status.UNKNOWN, Status.NOT_RELEVANT):
        if not statuses.size or (statuses == status).any():
            return status
    raise AssertionError(statuses)


def _shown(cell: Cell) -> tuple[Term, Term]:
    return integer(cell.count), _status(cell.status)


def _status(number: int) -> Iri:
    return Iri(f"{RT}status-{Status(number).word}")
