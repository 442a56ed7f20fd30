"""Any SPARQL 1.1 engine by URL, by the standard protocols alone.

No engine binds values for us, so they are written in the text (valued.py). The default graph means another thing in
each engine, so every query names its graphs: one that is a merge for its basis, and the named graphs of ours. Beside
them the engine may hold what it likes. A graph of its own, written last, says which version was loaded and what it
holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlencode

import pyoxigraph as ox

from graph.answer import Answer
from graph.errors import StoreError
from graph.store.connection import Bounds, Connection
from graph.store.embedded import Embedded, merge, rows_of, table_of, written
from graph.store.endpoints import Endpoints
from graph.store.engine import Bindings
from graph.store.valued import valued
from graph.vocabulary import DCTERMS, MAPPED, RT

JSON = "application/sparql-results+json"
TURTLE = "text/turtle"
"""For N-Triples, which are Turtle: every engine knows it."""
STATEMENTS = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
Found = TypeVar("Found")
VERSION, PART, PART_OF, BASIS = f"{DCTERMS}identifier", f"{DCTERMS}hasPart", f"{DCTERMS}isPartOf", f"{RT}basis"


@dataclass(frozen=True)
class Loaded:
    """What an engine says that it holds: a version, named graphs, and the merge of each basis.

    ``others`` are merges that were made for foreign queries.
    """

    version: str
    graphs: tuple[str, ...]
    merges: dict[str, str]
    others: tuple[str, ...] = ()


class Remote:
    """An engine by URL. ``base`` begins the names of all graphs of ours in it."""

    def __init__(self, at: Endpoints, base: str, bounds: Bounds | None = None) -> None:
        self.at = at
        self.base = base
        self._bounds = bounds or Bounds()
        self._connection = Connection(at.authorization, self._bounds)

    @property
    def record(self) -> str:
        """The graph that says what was loaded."""
        return f"{self.base}loaded"

    def contents(self) -> Loaded | None:
        """What the engine holds now, None where nothing is loaded; raises StoreError where it is not well."""
        said: dict[str, list[tuple[str, str]]] = {}
        for subject, prop, value in self.rows(STATEMENTS, self.record):
            said.setdefault(prop, []).append((subject, value))
        if VERSION not in said:
            return None
        merges = {basis.removeprefix(f"{RT}basis-"): graph for graph, basis in said.get(BASIS, ())}
        others = tuple(graph for graph, _ in said.get(PART_OF, ()))
        return Loaded(said[VERSION][0][1], tuple(sorted(graph for _, graph in said.get(PART, ()))), merges, others)

    def loaded(self) -> str:
        return self._required().version

    @property
    def quads(self) -> bytes:
        rows = self._result(rows_of, QUADS, self.held.merges[MAPPED], self.held.graphs).rows
        lines = (" ".join(written(term) for term in row if term is not None) + " .\n" for row in rows)
        return merge("".join(lines).encode(), MAPPED)

    def dump(self, form: str) -> bytes:
        return Embedded(self.quads).dump(form)

    def select(self, text: str, bindings: Bindings, basis: str) -> Answer:
        return self._asked(rows_of, text, bindings, basis)

    def table(self, text: str, bindings: Bindings, basis: str) -> bytes:
        return self._asked(table_of, text, bindings, basis)

    def rows(self, text: str, default: str, named: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
        """The rows of a SELECT on these graphs, as plain texts."""
        for row in self._result(rows_of, text, default, named).rows:
            yield tuple(map(str, row))

    def update(self, text: str, repeatable: bool = True) -> None:
        """Run an update; one that is not ``repeatable`` is sent once only."""
        self._send("POST", self.at.update, "application/sparql-update", text.encode(), repeatable)

    def put(self, graph: str, triples: bytes) -> None:
        """Let a graph hold these N-Triples and nothing else; needs a Graph Store."""
        self._send("PUT", f"{self.at.graphs}?{urlencode({'graph': graph})}", TURTLE, triples, True)

    def _send(self, method: str, url: str, media_type: str, body: bytes, repeatable: bool) -> None:
        headers = {"Content-Type": f"{media_type}; charset=utf-8"}
        self._connection.request(method, url, headers, body, self._bounds.load_seconds, repeatable)

    def _asked(self, read: Callable[[object], Found], text: str, bindings: Bindings, basis: str) -> Found:
        return self._result(read, valued(text, bindings), self.held.merges[basis], self.held.graphs)

    def _result(self, read: Callable[[object], Found], text: str, default: str, named: Iterable[str]) -> Found:
        fields = [("query", text), ("default-graph-uri", default), *(("named-graph-uri", name) for name in named)]
        headers = {"Accept": JSON, "Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        body = urlencode(fields).encode()
        content = self._connection.request("POST", self.at.query, headers, body, self._bounds.query_seconds, True)
        try:
            return read(ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON))
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"Det som {self.at.query} svarade är inget SPARQL-svar. Se efter att adressen är en motors.",
                f"What {self.at.query} answered is no SPARQL result. See that the address is that of an engine.",
            ) from error

    @cached_property
    def held(self) -> Loaded:
        """What it held when it was first asked; raises StoreError."""
        return self._required()

    def _required(self) -> Loaded:
        contents = self.contents()
        if contents is None:
            raise StoreError(
                f"Grafen är inte laddad i {self.at.query}. Ladda den med rodatraden load.",
                f"The graph is not loaded in {self.at.query}. Load it with rodatraden load.",
            )
        return contents
