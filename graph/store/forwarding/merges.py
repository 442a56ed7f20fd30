"""Several graphs as one default graph, in an engine that does not merge them by itself.

A default graph of several graphs is their merge, in which a triple stands once (decision 0025). Some engines show it
once per graph, as Oxigraph does. There the merge is made in the engine, by ADD, under a name that no query can name
but by asking for just these graphs, and is kept: a few at once, none of more than a million statements. The record of
what is loaded names each, so that the next load removes it.
"""

import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from graph.answer import Answer
from graph.errors import QueryBusy, QueryNotAllowed, QueryTooLarge, RodaTradenError
from graph.store.endpoints import Endpoints
from graph.store.remote import PART_OF, Loaded
from graph.vocabulary import MAPPED, RT

MOST_MERGES = 8
MOST_STATEMENTS = 1_000_000
Ask = Callable[[str, list[str]], Answer]
"""Asks the engine: a SELECT, and the graphs that are its default graph."""


class Holder(Protocol):
    """An engine by URL that holds our graph."""

    @property
    def at(self) -> Endpoints: ...

    @property
    def base(self) -> str: ...

    @property
    def record(self) -> str: ...

    @property
    def held(self) -> Loaded: ...

    def update(self, text: str, repeatable: bool = True) -> None: ...


class Merges:
    """The merges that this service has made in an engine."""

    def __init__(self, engine: Holder) -> None:
        self._engine = engine
        self._own = f"{engine.base}merged/{uuid.uuid4().hex}/"
        self._names: dict[frozenset[str], str] = {}
        self._used: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._engine_merges: bool | None = None

    @contextmanager
    def default_of(self, graphs: frozenset[str], ask: Ask) -> Iterator[list[str]]:
        """The graphs to name to the engine for these as default graph, while the context lives.

        Raises a QueryRefused where they cannot be merged.
        """
        if len(graphs) < 2 or self._are_merged(ask):
            yield sorted(graphs)
            return
        with self._lock:
            name = self._merged(graphs, ask)
            self._used[name] += 1
        try:
            yield [name]
        finally:
            with self._lock:
                self._used[name] -= 1

    def close(self) -> None:
        """Remove them from the engine."""
        with self._lock:
            for graphs in list(self._names):
                self._remove(graphs)

    def _are_merged(self, ask: Ask) -> bool:
        """Whether the engine merges by itself: a triple that is in two graphs is then found once."""
        if self._engine_merges is None:
            held = self._engine.held
            part = " ".join(f"<{graph}>" for graph in held.graphs)
            one = f"SELECT ?g {{ VALUES ?g {{ {part} }} ?g <{RT}basis> ?basis }} LIMIT 1"
            found = [str(row["g"]) for row in ask(one, [held.merges[MAPPED]])]
            if not found:
                return False
            twice = f"SELECT ?basis {{ <{found[0]}> <{RT}basis> ?basis }}"
            self._engine_merges = len(ask(twice, [held.merges[MAPPED], found[0]])) == 1
        return self._engine_merges

    def _merged(self, graphs: frozenset[str], ask: Ask) -> str:
        """The name of a merge that is there; it is made where another load has removed it."""
        name = self._names.get(graphs)
        if name and len(ask(f"SELECT ?r {{ <{name}> <{PART_OF}> ?r }}", [self._engine.record])):
            return name
        self._make_room()
        (size,) = (int(str(row["n"])) for row in ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", sorted(graphs)))
        if size > MOST_STATEMENTS:
            raise QueryTooLarge(
                "Graferna är för stora för att slås ihop till en. Välj en av dem, eller namnge dem med FROM NAMED.",
                "The graphs are too large to be merged into one. Choose one of them, or name them with FROM NAMED.",
            )
        name = f"{self._own}{uuid.uuid4().hex}"
        record = self._engine.record
        noted = f"INSERT DATA {{ GRAPH <{record}> {{ <{name}> <{PART_OF}> <{record}> }} }}"
        self._update(";\n".join([*(f"ADD <{graph}> TO <{name}>" for graph in sorted(graphs)), noted]))
        self._names[graphs] = name
        return name

    def _make_room(self) -> None:
        if len(self._names) < MOST_MERGES:
            return
        unused = next((graphs for graphs, name in self._names.items() if not self._used[name]), None)
        if unused is None:
            raise QueryBusy(
                "Många väljer just nu flera grafer. Försök igen om en stund.",
                "Many choose several graphs at the moment. Try again in a while.",
            )
        self._remove(unused)

    def _remove(self, graphs: frozenset[str]) -> None:
        name, record = self._names.pop(graphs), self._engine.record
        del self._used[name]
        noted = f"DELETE DATA {{ GRAPH <{record}> {{ <{name}> <{PART_OF}> <{record}> }} }}"
        self._update(f"DROP SILENT GRAPH <{name}>;\n{noted}")

    def _update(self, text: str) -> None:
        try:
            self._engine.update(text)
        except RodaTradenError as error:
            raise QueryNotAllowed(
                "Grafens motor slår inte ihop flera grafer till en. Välj en av dem, eller namnge dem med FROM NAMED.",
                "The engine of the graph does not merge several graphs into one. Choose one of them, or name them "
                "with FROM NAMED.",
            ) from error
