"""Who answers foreign queries, and questions of ours that strangers ask.

Processes of this machine, or the engine by URL where that holds the graph.
"""

from collections.abc import Callable
from typing import Protocol, cast

from graph.answer import Answer
from graph.store.embedded import Embedded, Store
from graph.store.workers import Limits, Served, Workers
from graph.store.workers.query import Selection, Wish


class ForeignQueries(Protocol):
    """What answers foreign queries, within limits."""

    limits: Limits

    def query(self, wish: Wish, client: str = "", gone: Callable[[], bool] = ...) -> Served:
        """The answer to a wish of a client, who may be ``gone``; raises a QueryRefused where there is none."""

    def select(self, store: Store, asked: Selection, client: str = "", gone: Callable[[], bool] = ...) -> Answer:
        """All rows that a SELECT of ours gives on a store, asked for a client within the same limits.

        Raises a QueryRefused.
        """

    @property
    def is_ready(self) -> bool:
        """Whether queries can be answered at once."""

    def renew(self, store: Store) -> None:
        """Ask the queries that come from now on of another store of the same kind."""

    def close(self) -> None:
        """End all that runs."""


def foreign_queries(store: Store, limits: Limits | None = None, delay: float = 0.0) -> ForeignQueries:
    """What answers foreign queries on a store; processes begin after ``delay`` seconds."""
    if isinstance(store.engine, Embedded):
        return Workers(store, limits, delay)
    # Imported here, because the graph in this process needs no HTTP.
    from graph.store.forwarding import Forwarding
    from graph.store.forwarding.merges import Holder

    return Forwarding(cast(Holder, store.engine), limits)
