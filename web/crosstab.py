"""An answer of two dimensions as a matrix: what stands where a row and a column meet."""

from dataclasses import dataclass
from functools import cached_property

from graph.answer import Answer, Literal, Term
from graph.coverage import Status
from graph.vocabulary import RT, XSD
from web.language import alphabetical
from web.term import Shown, shown

STATUS = "status"
Row = tuple[Term | None, ...]


@dataclass(frozen=True)
class Cell:
    """How many, and the word of the status where the answer has one."""

    count: int
    status: str | None


class Crosstab:
    """The matrix of an answer over two of its columns.

    A cell counts its rows; where the answer has a column of whole numbers, that number stands there.
    """

    def __init__(self, answer: Answer, rows: str, columns: str) -> None:
        self._answer = answer
        self._sides = [answer.columns.index(name) for name in (rows, columns)]

    @cached_property
    def rows(self) -> list[tuple[str, Shown]]:
        """The members that head the rows, each with its key, in alphabetical order."""
        return self._members(0)

    @cached_property
    def columns(self) -> list[tuple[str, Shown]]:
        """The members that head the columns."""
        return self._members(1)

    @property
    def size(self) -> int:
        """How many cells it has."""
        return len(self.rows) * len(self.columns)

    def cell(self, row: str, column: str) -> Cell | None:
        """What stands there, by the keys of both; None where the answer has no such row."""
        return self._cells.get((row, column))

    @cached_property
    def statuses(self) -> list[str]:
        """The words of the statuses that stand in it, the best first; none where the answer has no status."""
        words = {cell.status for cell in self._cells.values()}
        return [status.word for status in sorted(Status, reverse=True) if status.word in words]

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Cell]:
        found: dict[tuple[str, str], list[Row]] = {}
        across, down = self._sides
        for row in self._answer.rows:
            found.setdefault((_key(row[across]), _key(row[down])), []).append(row)
        number, status = self._number, self._status
        return {
            place: Cell(
                len(rows) if number is None else sum(int(str(row[number])) for row in rows),
                None if status is None else str(rows[0][status]).removeprefix(RT + "status-"),
            )
            for place, rows in found.items()
        }

    @property
    def _status(self) -> int | None:
        return self._answer.columns.index(STATUS) if STATUS in self._answer.columns else None

    @cached_property
    def _number(self) -> int | None:
        places = (n for n in range(len(self._answer.columns)) if n not in self._sides)
        return next((n for n in places if all(_is_whole(row[n]) for row in self._answer.rows)), None)

    def _members(self, side: int) -> list[tuple[str, Shown]]:
        members = {row[self._sides[side]] for row in self._answer.rows}
        known = [(_key(member), shown(member)) for member in members]
        return sorted(known, key=lambda member: (alphabetical(member[1].text), member[0]))


def _key(member: Term | None) -> str:
    return "" if member is None else str(member)


def _is_whole(value: Term | None) -> bool:
    return isinstance(value, Literal) and value.datatype == XSD + "integer"
