"""The whole graph as files, while it is small enough to be sent in one piece."""

from graph.catalogue import graphs
from graph.errors import QueryTooLarge
from graph.store import Store
from graph.store.embedded import DUMPS

MOST = 250_000
"""Statements in a file: some 40 MB. A larger graph is fetched graph by graph, or written by ``rodatraden export``."""


def files(store: Store, site: str) -> dict[str, str]:
    """The addresses of the files at a site, by media type; none where the graph is too large."""
    if _statements(store) > MOST:
        return {}
    return {form.media_type: f"{site}data.{name}" for name, form in DUMPS.items()}


def whole(store: Store, form: str) -> bytes:
    """The graph in one of the formats of DUMPS; raises QueryTooLarge."""
    if _statements(store) > MOST:
        raise QueryTooLarge(
            f"Grafen har fler än {MOST} påståenden. Hämta en graf i taget, eller skriv filen med rodatraden export.",
            f"The graph has more than {MOST} statements. Fetch one graph at a time, or write it by rodatraden export.",
        )
    return store.dump(form)


def _statements(store: Store) -> int:
    return sum(graph.statements for graph in graphs(store).values())
