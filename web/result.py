"""The answer to a foreign query as a page shows it: a table, a matrix, bars, and the things in it to explore."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from graph.answer import Answer, Iri, Literal, Term
from web.crosstab import Crosstab
from web.term import NUMBERS, Shown, shown

TABLE, MATRIX, BARS = "table", "matrix", "bars"
MOST_BARS = 60
MOST_THINGS = 25
"""Things that the explorer begins with."""
ADDRESS = re.compile("<([^<>\\s]+)>")


@dataclass(frozen=True)
class Bar:
    """A number with what it is of; ``share`` is its part of the largest, in per cent."""

    of: tuple[Shown, ...]
    number: Decimal
    share: float


class Result:
    """The rows of a SELECT. ``is_cut`` tells that there are more."""

    def __init__(self, answer: Answer, is_cut: bool = False) -> None:
        self.answer, self.is_cut = answer, is_cut

    @cached_property
    def rows(self) -> list[list[Shown]]:
        """The table."""
        return [[shown(term) for term in row] for row in self.answer.rows]

    @property
    def views(self) -> tuple[str, ...]:
        """The ways it can be seen: bars where a column has numbers, a matrix where two others can head it."""
        if not self.answer.rows:
            return ()
        others = [n for n in range(len(self.answer.columns)) if n != self._number]
        bars = (BARS,) if self._number is not None and others and len(self.rows) <= MOST_BARS else ()
        return (TABLE, *bars, *((MATRIX,) if len(others) > 1 else ()))

    @property
    def crosstab(self) -> Crosstab:
        """The matrix of the first two columns that hold no numbers."""
        names = [name for n, name in enumerate(self.answer.columns) if n != self._number]
        return Crosstab(self.answer, *names[:2])

    @property
    def bars(self) -> list[Bar]:
        """One for each row."""
        assert self._number is not None
        numbers = [Decimal(str(row[self._number])) for row in self.answer.rows]
        largest = max(max(numbers), Decimal(0))
        return [
            Bar(
                tuple(one for n, one in enumerate(row) if n != self._number),
                number,
                float(100 * max(number, Decimal(0)) / largest) if largest else 0.0,
            )
            for row, number in zip(self.rows, numbers, strict=True)
        ]

    @cached_property
    def _number(self) -> int | None:
        """The first column that holds nothing but numbers."""
        columns = range(len(self.answer.columns))
        return next((n for n in columns if all(_is_number(row[n]) for row in self.answer.rows)), None)

    def things(self, base: str) -> list[str]:
        """The addresses of things of ours in it, in their order, at most so many as the explorer begins with."""
        return _own((str(term) for row in self.answer.rows for term in row if isinstance(term, Iri)), base)


def read(content: bytes, is_cut: bool) -> Result | bool:
    """A result in SPARQL 1.1's JSON (https://www.w3.org/TR/sparql11-results-json/); for an ASK, what it says."""
    document = json.loads(content)
    if "boolean" in document:
        return bool(document["boolean"])
    columns = tuple(document["head"]["vars"])
    rows = document["results"]["bindings"]
    return Result(Answer(columns, tuple(tuple(_term(row.get(name)) for name in columns) for row in rows)), is_cut)


def things_in(turtle: str, base: str) -> list[str]:
    """The things of ours in a graph that is written without prefixes.

    >>> things_in("<x:id/a> <x:p> <x:id/b>, <x:id/a> .", "x:")
    ['x:id/a', 'x:id/b']
    """
    return _own((match[1] for match in ADDRESS.finditer(turtle)), base)


def _own(addresses: Any, base: str) -> list[str]:
    return list(dict.fromkeys(one for one in addresses if one.startswith(f"{base}id/")))[:MOST_THINGS]


def _is_number(term: Term | None) -> bool:
    if not isinstance(term, Literal) or term.datatype not in NUMBERS:
        return False
    try:
        return Decimal(term.text).is_finite()
    except InvalidOperation:
        return False


def _term(binding: dict[str, Any] | None) -> Term | None:
    if binding is None:
        return None
    if binding["type"] == "uri":
        return Iri(binding["value"])
    if binding["type"] == "bnode":
        return Literal(f"_:{binding['value']}")
    return Literal(str(binding["value"]), binding.get("datatype", Literal("").datatype), binding.get("xml:lang", ""))
