"""Turtle: the graph itself or, for a table, the W3C result set vocabulary (DAWG, rs:)."""

from collections.abc import Iterable, Iterator

from graph.answer import Answer, Blank, Iri, Literal, Triple, integer
from graph.exports import Table
from graph.store import turtle
from graph.vocabulary import RDF_TYPE

MEDIA_TYPE = "text/turtle"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"


def write(table: Table) -> str:
    """The table as Turtle."""
    return turtle(statements(table))


def statements(table: Table) -> Iterable[Triple]:
    """The graph that an answer is, or the result set of its rows; with the names of what it mentions, if asked for."""
    found = _result_set(table.answer) if table.triples is None else table.triples
    if not table.has_labels:
        return found
    kept = tuple(found)
    return dict.fromkeys((*kept, *table.labels.statements(term for triple in kept for term in triple)))


def _result_set(answer: Answer) -> Iterator[Triple]:
    results = Blank("results")
    yield results, Iri(RDF_TYPE), Iri(RS + "ResultSet")
    for column in answer.columns:
        yield results, Iri(RS + "resultVariable"), Literal(column)
    for number, row in enumerate(answer, 1):
        solution = Blank(f"row{number}")
        yield results, Iri(RS + "solution"), solution
        yield solution, Iri(RS + "index"), integer(number)
        for column, term in row.items():
            if term is not None:
                binding = Blank(f"row{number}{column}")
                yield solution, Iri(RS + "binding"), binding
                yield binding, Iri(RS + "variable"), Literal(column)
                yield binding, Iri(RS + "value"), term
