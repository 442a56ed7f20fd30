"""Doing one job in a worker: the engine's result in the first accepted format, within its bounds."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TypeVar

import pyoxigraph as ox

from graph.answer import Answer
from graph.errors import QueryRefused, QuerySyntax, QueryTooLarge, QueryUnacceptable
from graph.store.embedded import rows_of
from graph.store.workers.cut import ROWS
from graph.store.workers.datasets import Datasets
from graph.store.workers.limits import Limits
from graph.store.workers.query import Head, Job, Query, Selection, WholeGraph, Wish
from graph.vocabulary import PREFIXES

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    # Triples without a graph are written the same way in both.
    "application/trig": ox.RdfFormat.TURTLE,
    "application/n-quads": ox.RdfFormat.N_TRIPLES,
}
WHOLE = "text/tab-separated-values"
"""The format of an answer that a worker hands to the service itself."""
BOOLEANS = {media_type: form for media_type, form in RESULTS.items() if media_type.startswith("application/")}
Form = TypeVar("Form")
Answered = tuple[Head, BytesIO] | QueryRefused
Found = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]


def answered(datasets: Datasets, job: Job, limits: Limits) -> Answered:
    """The answer to a job, or why there is none."""
    try:
        if isinstance(job, WholeGraph):
            return _graph(datasets.statements(job.address), job.accepted, limits)
        if isinstance(job, Selection):
            return _table(datasets.select(job))
        return _answer(datasets.query(job.text, job.dataset), job, limits)
    except QueryRefused as refused:
        return refused
    except SyntaxError as error:
        return QuerySyntax(f"Frågan är inte SPARQL: {error}", f"The query is not SPARQL: {error}")
    except _Full:
        return _too_large(limits)
    except (OSError, RuntimeError, ValueError) as error:
        return QueryRefused(f"Frågan gick inte att köra: {error}", f"The query could not be run: {error}")
    except MemoryError:
        return QueryTooLarge("Frågan behövde mer minne än tillåtet.", "The query needed more memory than allowed.")


def written(found: Found, wish: Wish, limits: Limits) -> tuple[Head, BytesIO]:
    """What another engine found, as a worker would write it. Raises QueryUnacceptable and QueryTooLarge."""
    try:
        if isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
            assert isinstance(wish, Query)
            return _answer(found, wish, limits)
        return _graph(found, wish.accepted, limits)
    except _Full:
        raise _too_large(limits) from None


def table(content: bytes) -> Answer:
    """The answer that a worker handed over, as rows."""
    return rows_of(ox.parse_query_results(content, format=RESULTS[WHOLE]))


def _answer(
    result: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples", query: Query, limits: Limits
) -> tuple[Head, BytesIO]:
    if isinstance(result, ox.QueryTriples):
        return _graph(result, query.accepted, limits)
    if isinstance(result, ox.QueryBoolean):
        media_type, form = _chosen(query.accepted, BOOLEANS)
        output = BytesIO()
        result.serialize(output, form)
        return Head(media_type, output.tell()), output
    return _rows(result, query, limits)


def _table(result: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples") -> tuple[Head, BytesIO]:
    """All rows; the memory of the worker is their bound."""
    assert isinstance(result, ox.QuerySolutions)
    output = BytesIO()
    result.serialize(output, RESULTS[WHOLE])
    return Head(WHOLE, output.tell()), output


def _rows(result: ox.QuerySolutions, query: Query, limits: Limits) -> tuple[Head, BytesIO]:
    media_type, form = _chosen(query.accepted, RESULTS)
    rows, most = ROWS[media_type], limits.rows if query.rows is None else min(query.rows, limits.rows)
    output = _Bounded(limits.answer_bytes)
    try:
        result.serialize(output, form)
        content = output.getvalue()
        if rows.most(content) <= most or rows.count(content) <= most:
            return Head(media_type, len(content)), output
    except _Full:
        content = output.getvalue()
    if rows.cut is None:
        raise _too_large(limits)
    whole, kept = rows.cut(content, most)
    return Head(media_type, len(whole), kept), BytesIO(whole)


def _graph(triples: Iterable[ox.Triple], accepted: tuple[str, ...], limits: Limits) -> tuple[Head, BytesIO]:
    media_type, form = _chosen(accepted, GRAPHS)
    output = _Bounded(limits.answer_bytes)
    ox.serialize(triples, output, form, prefixes=PREFIXES)
    return Head(media_type, output.tell()), output


def _chosen(accepted: tuple[str, ...], forms: Mapping[str, Form]) -> tuple[str, Form]:
    for media_type in accepted:
        if media_type in forms:
            return media_type, forms[media_type]
    listed = ", ".join(forms)
    raise QueryUnacceptable(f"Svaret går att få som: {listed}.", f"The answer can be given as: {listed}.")


def _too_large(limits: Limits) -> QueryTooLarge:
    size, rows = (f"{number:,}".replace(",", " ") for number in (limits.answer_bytes, limits.rows))
    return QueryTooLarge(
        f"Svaret är större än {size} byte eller {rows} rader. Begränsa det med LIMIT.",
        f"The answer is larger than {size} bytes or {rows} rows. Bound it with LIMIT.",
    )


class _Full(Exception):
    """The answer has reached its bound."""


class _Bounded(BytesIO):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            raise _Full
        return super().write(data)
