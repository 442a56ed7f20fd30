"""What an engine by URL answered, as ours: the same formats, the same bounds and cuts, the same words for what failed.

The answer is read as it comes and written in the format asked for, so that it is held once. What an engine says of
itself, its address and its faults go to the log and never to who asked.
"""

import io
import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPResponse, IncompleteRead
from io import BytesIO
from typing import IO, cast

import pyoxigraph as ox

from graph.answer import Answer
from graph.errors import QueryBusy, QueryRefused, QuerySyntax, QueryTimeout, QueryTooLarge
from graph.store.connection import BUSY, CUT
from graph.store.embedded import rows_of
from graph.store.forwarding.text import Foreign
from graph.store.workers.answer import written
from graph.store.workers.limits import Limits
from graph.store.workers.query import Head, Served, Wish

ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples, text/turtle;q=0.5"
"""What is asked for: one format for rows, and one for graphs with another for engines that do not know it."""
SPOT = re.compile(r"\bline:? (\d+),? col(?:umn)?:? (\d+)|\bat (\d+):(\d+)", re.IGNORECASE)
IN_MEMORY = 2**20
SAID = 2000
log = logging.getLogger(__name__)


def served(response: HTTPResponse, wish: Wish, is_graph: bool, limits: Limits) -> Served:
    """The answer, ready to send. Raises a QueryRefused."""
    with _read():
        head, content = written(_triples(response) if is_graph else _rows(response), wish, limits)
    return Served(head, _kept(head, content))


def rows(response: HTTPResponse) -> Answer:
    """The rows. Raises a QueryRefused."""
    with _read():
        return rows_of(_rows(response))


@contextmanager
def _read() -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError) as error:
        log.warning("the engine's answer cannot be read: %s", error)
        raise QueryTimeout(
            "Grafens motor bröt av svaret. Gör frågan mindre, till exempel med LIMIT, eller försök igen.",
            "The engine of the graph broke off its answer. Make the query smaller, for example with LIMIT, "
            "or try again.",
        ) from error


def check(response: HTTPResponse, query: Foreign | None) -> None:
    """Raise a QueryRefused where the engine gave no answer, or not all of it."""
    if response.status != HTTPStatus.OK:
        raise _refused(response, query)
    if CUT in response.headers:
        raise QueryTooLarge(
            f"Grafens motor skickar högst {response.headers[CUT]} rader. Begränsa svaret med LIMIT.",
            f"The engine of the graph sends {response.headers[CUT]} rows at most. Bound the answer with LIMIT.",
        )


def _refused(response: HTTPResponse, query: Foreign | None) -> QueryRefused:
    """Why the engine gave no answer, without its own words."""
    said = " ".join(response.read(SAID).decode(errors="replace").split())
    log.warning("the engine answered %s: %s", response.status, said)
    if response.status == HTTPStatus.BAD_REQUEST:
        return _not_sparql(said, query)
    if response.status in (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT):
        return QueryTimeout(
            "Frågan tog längre tid än grafens motor tillåter. Gör den mindre, till exempel med LIMIT.",
            "The query took longer than the engine of the graph allows. Make it smaller, for example with LIMIT.",
        )
    if response.status in BUSY:
        return QueryBusy(
            "Grafens motor är upptagen. Försök igen om en stund, eller gör frågan mindre.",
            "The engine of the graph is busy. Try again in a while, or make the query smaller.",
        )
    if response.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return QueryTooLarge("Frågan är för stor för grafens motor.", "The query is too large for the graph's engine.")
    return unwell()


def unwell() -> QueryBusy:
    """The engine is not there, or not as it should be."""
    return QueryBusy(
        "Grafens motor svarar inte som den ska just nu. Försök igen om en stund.",
        "The engine of the graph does not answer as it should at the moment. Try again in a while.",
    )


def _not_sparql(said: str, query: Foreign | None) -> QuerySyntax:
    spot = SPOT.search(said)
    if spot is None or query is None:
        return QuerySyntax("Frågan är inte SPARQL 1.1.", "The query is not SPARQL 1.1.")
    line, column = query.place(int(spot[1] or spot[3]), int(spot[2] or spot[4]))
    return QuerySyntax(
        f"Frågan är inte SPARQL: se rad {line}, kolumn {column}.",
        f"The query is not SPARQL: see line {line}, column {column}.",
    )


def _rows(response: HTTPResponse) -> ox.QuerySolutions | ox.QueryBoolean:
    return ox.parse_query_results(cast(IO[bytes], _Coming(response)), format=ox.QueryResultsFormat.JSON)


def _triples(response: HTTPResponse) -> Iterator[ox.Triple]:
    form = ox.RdfFormat.from_media_type(response.headers.get_content_type()) or ox.RdfFormat.N_TRIPLES
    return (quad.triple for quad in ox.parse(cast(IO[bytes], _Coming(response)), format=form))


def _kept(head: Head, content: BytesIO) -> IO[bytes]:
    """The answer from its beginning; a large one in a file."""
    content.seek(0)
    if head.size <= IN_MEMORY:
        return content
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, it is closed by who reads it
    shutil.copyfileobj(content, file)
    file.seek(0)
    return file


class _Coming(io.RawIOBase):
    """The content of a response, as much at a time as has come; one that ends too early raises IncompleteRead."""

    def __init__(self, response: HTTPResponse) -> None:
        self._response = response
        self._missing = response.length

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        part = self._response.read1(size)
        if self._missing is not None:
            self._missing -= len(part)
            if not part and self._missing > 0:
                raise IncompleteRead(b"", self._missing)
        return part
