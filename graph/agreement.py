"""Whether two stores of the same data answer alike: every saved question, and the coverage in every dimension.

Engines differ, some without saying so, and a gap that is only an engine's mistake must never be shown. So the
answers are compared once, when an engine is loaded, with those of the engine that the tests hold true.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from graph.answer import Iri
from graph.coverage import DIMENSIONS, Coverage, Scope, coverage, matrix
from graph.errors import RodaTradenError
from graph.library import questions
from graph.question import Parameter, Question
from graph.store import Store
from graph.vocabulary import BASES, class_of

MOST_VALUES = 3
POINTED_TO = f"""SELECT ?thing ?cls (COUNT(*) AS ?n) WHERE {{ ?other ?property ?thing . ?thing a ?cls }}
GROUP BY ?thing ?cls ORDER BY DESC(?n) ?thing LIMIT {MOST_VALUES}"""


def differing(true: Store, other: Store, today: date) -> list[str]:
    """The names of the questions and dimensions of coverage that the other store answers otherwise."""
    wrong = [question.name for question in questions().values() if not _alike(question, true, other, today)]
    try:
        pair = (coverage(true), coverage(other))
        dimensions = [name for name in sorted(DIMENSIONS) if not _counted_alike(name, *pair, today)]
    except RodaTradenError:
        dimensions = sorted(DIMENSIONS)
    return wrong + dimensions


def _alike(question: Question, true: Store, other: Store, today: date) -> bool:
    """The same rows for the values tried, in whatever order: a question need not order all of them."""
    try:
        return all(
            sorted(map(repr, question.ask(true, values, today, basis).rows))
            == sorted(map(repr, question.ask(other, values, today, basis).rows))
            for values in _tried(question, true)
            for basis in BASES
        )
    except RodaTradenError:
        return False


def _tried(question: Question, store: Store) -> Iterator[dict[str, str]]:
    """Values for the required parameters, then one for each optional one beside."""
    required = {p.name: _values(p, store) for p in question.parameters if not p.optional and p.default is None}
    first = {name: values[0] for name, values in required.items() if values}
    for number in range(max(map(len, required.values()), default=1)):
        yield {name: values[number % len(values)] for name, values in required.items() if values}
    for parameter in question.parameters:
        if parameter.optional:
            yield from ({**first, parameter.name: value} for value in _values(parameter, store)[:1])


def _values(parameter: Parameter, store: Store) -> list[str]:
    """Things of its kinds, those first that the most points to."""
    if not parameter.is_thing:
        return []
    found = (store.select(POINTED_TO, {"cls": Iri(class_of(kind))}) for kind in parameter.types)
    return [str(row["thing"]) for answer in found for row in answer]


def _counted_alike(dimension: str, true: Coverage, other: Coverage, today: date) -> bool:
    """The same counts and statuses of goals in this dimension, on every basis."""
    for basis in BASES:
        one, two = (matrix(index, "goal", dimension, Scope(today, basis)) for index in (true, other))
        if (one.rows, one.columns) != (two.rows, two.columns):
            return False
        if not (np.array_equal(one.counts, two.counts) and np.array_equal(one.statuses, two.statuses)):
            return False
    return True
