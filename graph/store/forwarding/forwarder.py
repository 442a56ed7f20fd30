"""Foreign queries to the engine by URL that holds the graph: with the face, the limits and the answers of the workers.

The engine may hold much that is not ours, and more of ours than is to be read. So each question names its graphs in
the protocol, and only named graphs of ours or the merge of what is stated and mapped are ever among them.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException, HTTPResponse
from typing import cast

from graph.answer import Answer
from graph.errors import QueryNotAllowed, StoreError, UnknownGraph
from graph.store.embedded import Store
from graph.store.forwarding.answers import ROWS, TRIPLES, check, rows, served, unwell
from graph.store.forwarding.exchange import answered
from graph.store.forwarding.merges import Holder, Merges
from graph.store.forwarding.places import Places, Run
from graph.store.forwarding.text import Foreign, foreign
from graph.store.guard import admit
from graph.store.valued import valued
from graph.store.workers.limits import Limits
from graph.store.workers.query import Dataset, Query, Selection, Served, WholeGraph, Wish
from graph.vocabulary import MAPPED

WHOLE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
log = logging.getLogger(__name__)


def _never() -> bool:
    return False


class Forwarding:
    """Answers foreign queries from an engine by URL, as Workers do from processes of this machine."""

    def __init__(self, engine: Holder, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._places = Places(self.limits)
        self._engine, self._merges = engine, Merges(engine)

    def query(self, wish: Wish, client: str = "", gone: Callable[[], bool] = _never) -> Served:
        """The answer to a wish of a client. ``gone`` tells whether the client still waits for it.

        Raises a QueryRefused that says why there is no answer.
        """
        query = None
        if isinstance(wish, Query):
            admit(wish.text)
            query = foreign(wish.text, self._engine.base)
        with self._places.place(wish.seconds, client, gone) as run, _told():
            if query is None or isinstance(wish, WholeGraph):
                return self._whole(wish, run)
            return self._answer(wish, query, run)

    def select(self, store: Store, asked: Selection, client: str = "", gone: Callable[[], bool] = _never) -> Answer:
        """All rows that a SELECT of ours gives on a store, asked for a client within the same limits.

        Raises a QueryRefused.
        """
        with self._places.place(None, client, gone) as run, _told():
            held = cast(Holder, store.engine).held
            return self._rows(valued(asked.text, asked.bindings), [held.merges[asked.basis]], run, held.graphs)

    @property
    def is_ready(self) -> bool:
        """Whether queries are taken; whether the engine is well is asked of the store."""
        return not self._places.closing.is_set()

    def renew(self, store: Store) -> None:
        """Ask the queries that come from now on of the engine as it is after another version was loaded."""
        before, engine = self._merges, cast(Holder, store.engine)
        self._engine, self._merges = engine, Merges(engine)
        with suppress(QueryNotAllowed):
            before.close()

    def close(self) -> None:
        """End what runs, and remove what was made in the engine."""
        self._places.closing.set()
        with suppress(QueryNotAllowed):
            self._merges.close()

    def _answer(self, wish: Query, query: Foreign, run: Run) -> Served:
        held = self._engine.held
        chosen = wish.dataset or query.dataset
        if chosen is None:
            chosen = Dataset(named=held.graphs)
            default = frozenset([held.merges[MAPPED]])
        else:
            default = frozenset(held.graphs).intersection(chosen.default)
        named = sorted(frozenset(held.graphs).intersection(chosen.named))
        with (
            self._merges.default_of(default, lambda text, graphs: self._rows(text, graphs, run)) as graphs,
            self._asked(query, graphs, named, TRIPLES if query.is_graph else ROWS, run) as response,
        ):
            return served(response, wish, query.is_graph, self.limits)

    def _whole(self, wish: Wish, run: Run) -> Served:
        assert isinstance(wish, WholeGraph)
        held = self._engine.held
        if wish.address is not None and wish.address not in held.graphs:
            raise UnknownGraph(
                f"Det finns ingen graf med adressen ”{wish.address}”.",
                f"There is no graph with the address “{wish.address}”.",
            )
        with self._asked(WHOLE, [wish.address or held.merges[MAPPED]], (), TRIPLES, run) as response:
            return served(response, wish, True, self.limits)

    def _rows(self, text: str, graphs: list[str], run: Run, named: Iterable[str] = ()) -> Answer:
        """The rows of a query of our own."""
        with self._asked(text, graphs, named, ROWS, run) as response:
            return rows(response)

    @contextmanager
    def _asked(
        self, query: str | Foreign, default: Iterable[str], named: Iterable[str], accept: str, run: Run
    ) -> Iterator[HTTPResponse]:
        """The engine's answer; raises a QueryRefused where it gives none.

        Without a graph named it would choose by itself; so where there is none, an empty one is named.
        """
        fields = [("query", query if isinstance(query, str) else query.text)]
        fields += [("default-graph-uri", graph) for graph in [*default] or [f"{self._engine.base}none"]]
        fields += [("named-graph-uri", graph) for graph in named]
        with answered(self._engine.at, fields, accept, run.left, run.watch) as response:
            check(response, None if isinstance(query, str) else query)
            yield response


@contextmanager
def _told() -> Iterator[None]:
    """An engine that is not well is told as such; how, goes to the log."""
    try:
        yield
    except (OSError, HTTPException, StoreError) as error:
        log.error("the engine of the graph: %s", error.message("en") if isinstance(error, StoreError) else error)
        raise unwell() from error
