"""A matrix as a page shows it: which rows and columns stand there, and what each cell says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.coverage import Cell, Matrix, Status
from web.language import alphabetical
from web.service import service

ALL = "*"
MOST_CELLS = 30_000
"""Cells a page may have; the files have no such limit."""


@dataclass(frozen=True)
class Line:
    """A row: its member, how far in it stands, and whether members below it are shown."""

    member: str
    depth: int
    below: int
    """How many stand directly below it."""
    is_open: bool


class Sheet:
    """The rows and columns of a matrix that a page shows.

    Members that stand below others are shown where that one is opened (``opened`` are addresses, ALL opens every one).
    Columns in which nothing is counted are left out unless ``with_empty``; where all are so, none is left out.
    """

    def __init__(self, matrix: Matrix, opened: frozenset[str], with_empty: bool, language: str) -> None:
        self.matrix = matrix
        self._opened = opened
        self._with_empty = with_empty
        self._language = language

    @cached_property
    def lines(self) -> list[Line]:
        """The rows, in alphabetical order below each other."""
        parents = self.matrix.row_parents
        children: dict[str, list[str]] = {}
        ordered = self._sorted(self.matrix.rows)
        for row in ordered:
            for parent in parents[row]:
                children.setdefault(parent, []).append(row)
        roots = [row for row in ordered if not parents[row]]
        # Members that only stand below each other have no root: they begin a row of their own.
        below = {row for root in roots for row in _all_below(root, children)}
        lost = [row for row in ordered if row not in below and row not in roots]
        return [line for root in [*roots, *lost] for line in self._lines(root, children, 0, frozenset())]

    @cached_property
    def columns(self) -> list[str]:
        """The columns shown, in alphabetical order."""
        ordered = self._sorted(self.matrix.columns)
        counted = [column for column in ordered if self.matrix.column_total(column).count]
        return ordered if self._with_empty or not counted else counted

    @property
    def left_out(self) -> int:
        """How many columns are left out, since nothing is counted in them."""
        return len(self.matrix.columns) - len(self.columns)

    @cached_property
    def unknown(self) -> int:
        """How many of those are unknown."""
        shown = set(self.columns)
        others = (column for column in self.matrix.columns if column not in shown)
        return sum(self.matrix.column_total(column).status == Status.UNKNOWN for column in others)

    @property
    def is_too_large(self) -> bool:
        """Whether it has more cells than a page may have."""
        return len(self.lines) * len(self.columns) > MOST_CELLS

    def cells(self, row: str) -> list[Cell]:
        """The cells of a row that are shown."""
        return [self.matrix.cell(row, column) for column in self.columns]

    def _lines(self, member: str, children: dict[str, list[str]], depth: int, above: frozenset[str]) -> Iterator[Line]:
        below = [child for child in children.get(member, []) if child not in above and child != member]
        is_open = bool(below) and bool({ALL, member} & self._opened)
        yield Line(member, depth, len(below), is_open)
        for child in below if is_open else ():
            yield from self._lines(child, children, depth + 1, above | {member})

    def _sorted(self, members: tuple[str, ...]) -> list[str]:
        labels = service().labels
        return sorted(members, key=lambda member: (alphabetical(labels.name(member, self._language)), member))


def _all_below(member: str, children: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [member]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found
