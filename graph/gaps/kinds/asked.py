"""What a gap question asks for, as columns of numbers from the coverage index, and the columns it finds."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage import Coverage, Status
from graph.coverage.dimension import Dimension
from graph.coverage.facts import Facts
from graph.coverage.relation import Marks, Numbers, Relation
from graph.vocabulary import XSD

COUNTED = "activities"
"""The one column that holds a count; all others hold numbers of things, -1 where there is none."""
Columns = dict[str, Numbers]


@dataclass(frozen=True, eq=False)
class Asked:
    """One asking of a gap question: the index, a basis, a date, and the addresses its parameters are given."""

    index: Coverage
    basis: str
    as_of: date
    values: dict[str, str]

    @property
    def facts(self) -> Facts:
        return self.index.facts(self.basis)

    @property
    def places(self) -> Dimension:
        return self.index.dimension("place", self.basis)

    @cached_property
    def place(self) -> int | None:
        """The number of the place asked for."""
        return self._number("place")

    @cached_property
    def activities(self) -> Marks:
        """All activities; where a place is asked for, those there, in its parts, or set out by a plan from there."""
        return self.facts.activities if self.place is None else self.facts.activities & self.there

    @cached_property
    def there(self) -> Marks:
        """All that is in the place asked for or a part of it, or set out by what is."""
        assert self.place is not None
        return self.marked(self.places.things.of(self.place))

    @cached_property
    def under_way(self) -> Marks:
        """Those of the activities that have begun, or may have, and have not ended."""
        return self.activities & (self.facts.status(self.as_of) >= Status.UNCERTAIN)

    @cached_property
    def reached(self) -> Marks:
        """All that one of the activities serves."""
        return self.right(self.facts.thread.only(left=self.activities))

    @cached_property
    def applying(self) -> Marks:
        """The plans and documents that apply in the place asked for.

        A plan applies in its own place, in the places within that and the ones around it; one without place applies
        everywhere. None applies in a place that no document names: what is missing there is unknown.
        """
        if self.place is None:
            return np.ones(self.facts.reading.size, bool)
        if not self.facts.named[self.place]:
            return np.zeros(self.facts.reading.size, bool)
        placed = self.facts.relation("place")
        around, within = self.places.below.inverse.of(self.place), self.places.below.of(self.place)
        near = self.marked(np.concatenate([[self.place], around, within]))
        return ~placed.marks() | placed.only(right=near).marks()

    @cached_property
    def judged(self) -> Marks:
        """The goals judged not relevant in the place asked for, for all target groups."""
        place = self.values.get("place")
        goals = [self.index.number[j.goal] for j in self.facts.judgements if place and j.place == place and not j.group]
        return self.marked(np.array(goals, np.int64))

    def given(self, relation: Relation, parameter: str) -> Relation:
        """The pairs with what a parameter asks for on the right; all where it asks for nothing."""
        number = self._number(parameter)
        return relation if number is None else relation.only(right=self.marked(np.array([number])))

    def plans(self, things: Marks) -> Relation:
        """These things, each with what sets it out, as far as that is asked for."""
        return self.given(self.facts.relation("setOutIn").only(left=things), "setOutIn")

    def marked(self, numbers: Numbers) -> Marks:
        """These numbers among all."""
        return self.facts.reading.marked(numbers)

    def right(self, relation: Relation) -> Marks:
        """What stands on the right of a relation."""
        return self.marked(relation.right)

    def answer(self, columns: Columns) -> Answer:
        """The columns as rows of terms, with those of the parameters given; in no order."""
        names = self.index.names
        every = {n for name, values in columns.items() if name != COUNTED for n in values.tolist()}
        terms: dict[int, Term | None] = {n: Iri(names[n]) if n >= 0 else None for n in every}
        cells = [_counts(v) if name == COUNTED else [terms[n] for n in v.tolist()] for name, v in columns.items()]
        asked = {name: value for name, value in self._constants().items() if name not in columns}
        rows = zip(*cells, *([value] * len(cells[0]) for value in asked.values()), strict=True)
        return Answer((*columns, *asked), tuple(rows))

    def _number(self, parameter: str) -> int | None:
        given = self.values.get(parameter)
        return None if given is None else self.index.number.get(given, -1)

    def _constants(self) -> dict[str, Term]:
        things: dict[str, Term] = {name: Iri(value) for name, value in self.values.items()}
        return {**things, "asOf": Literal(self.as_of.isoformat(), XSD + "date")}


def _counts(numbers: Numbers) -> list[Term | None]:
    return [integer(number) for number in numbers.tolist()]
