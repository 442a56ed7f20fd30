"""The graphs a query is asked of: those of the request, else those of the query, else all.

A default graph of several graphs is their merge (https://www.w3.org/TR/sparql11-query/#specifyingDataset), in which a
triple stands once. The engine would show it once per graph, so the merge is made here, beside the graphs, and kept.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.errors import UnknownGraph
from graph.store.embedded import add, bound
from graph.store.guard import Token, tokens
from graph.store.workers.query import Dataset, Selection
from graph.vocabulary import BASE

FORMS = frozenset(["SELECT", "CONSTRUCT", "DESCRIBE", "ASK"])
ADDRESSES = frozenset(["iri", "prefixed"])
MOST_MERGES = 8
Graph = ox.NamedNode | ox.BlankNode
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Datasets:
    """The graph in a worker. ``base`` is what relative addresses in a query are relative to."""

    def __init__(self, store: ox.Store, base: str = BASE) -> None:
        self._store = store
        self._base = base
        self._named = frozenset(graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
        self._merges: dict[frozenset[ox.NamedNode], ox.NamedNode] = {}

    def query(self, text: str, dataset: Dataset | None) -> Result:
        """The engine's result. Raises SyntaxError, and ValueError for a graph whose address is none."""
        chosen = dataset or self._written(text)
        if chosen is None:
            return self._store.query(text, base_iri=self._base, named_graphs=self._all_named())
        default = self._merged(self._known(chosen.default))
        named: list[Graph] = [*self._known(chosen.named)]
        return self._store.query(text, base_iri=self._base, default_graph=[*default], named_graphs=named)

    def select(self, asked: Selection) -> Result:
        """The engine's result of a SELECT of our own, whose basis the default graph has."""
        return self._store.query(asked.text, named_graphs=self._all_named(), substitutions=bound(asked.bindings))

    def statements(self, address: str | None) -> Iterator[ox.Triple]:
        """All of a graph, or of the default graph. Raises UnknownGraph, and ValueError for an address that is none."""
        graph = ox.DefaultGraph() if address is None else ox.NamedNode(address)
        if address is not None and graph not in self._named:
            raise UnknownGraph(
                f"Det finns ingen graf med adressen ”{address}”.", f"There is no graph with the address “{address}”."
            )
        return (quad.triple for quad in self._store.quads_for_pattern(None, None, None, graph))

    def _all_named(self) -> list[Graph] | None:
        """All named graphs but for the merges; None where there are no others."""
        return [*self._named] if self._merges else None

    def _known(self, addresses: tuple[str, ...]) -> frozenset[ox.NamedNode]:
        """A graph that is not here is empty; nothing is fetched."""
        return self._named.intersection(map(ox.NamedNode, addresses))

    def _written(self, text: str) -> Dataset | None:
        """The dataset that a query names itself; None where it names none."""
        listing = listing_of(text)
        if listing is None:
            return None
        default: list[str] = []
        named: list[str] = []
        rows = self._store.query(listing, base_iri=self._base)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            (named if row["named"].value == "true" else default).append(row["graph"].value)
        return Dataset(tuple(default), tuple(named))

    def _merged(self, graphs: frozenset[ox.NamedNode]) -> list[ox.NamedNode]:
        if len(graphs) < 2:
            return list(graphs)
        if graphs not in self._merges:
            self._merges[graphs] = self._merge(graphs)
        return [self._merges[graphs]]

    def _merge(self, graphs: frozenset[ox.NamedNode]) -> ox.NamedNode:
        if len(self._merges) >= MOST_MERGES:
            for merge in self._merges.values():
                self._store.remove_graph(merge)
            self._merges.clear()
        merge = ox.NamedNode(f"urn:merge:{len(self._merges)}")
        add(self._store, graphs, merge)
        return merge


def listing_of(text: str) -> str | None:
    """A query that lists the graphs of FROM and FROM NAMED as they are written; None where there are none.

    >>> listing_of("PREFIX g: <http://g/> SELECT * FROM g:1 FROM <http://g/2> FROM NAMED g:3 { ?s ?p ?o }")
    'PREFIX g: <http://g/> SELECT * { VALUES (?graph ?named) { (g:1 false) (<http://g/2> false) (g:3 true) } }'
    >>> listing_of("SELECT * { ?s ?p 'FROM' }")
    """
    found = [*tokens(text), Token("end", "", len(text)), Token("end", "", len(text))]
    start = next((token.start for token in found if token.kind == "word" and token.text.upper() in FORMS), 0)
    graphs = []
    for token, second, third in zip(found, found[1:], found[2:], strict=False):
        if token.kind == "word" and token.text.upper() == "FROM":
            is_named = second.text.upper() == "NAMED"
            graphs.append((third if is_named else second, is_named))
    if not graphs or any(graph.kind not in ADDRESSES for graph, _ in graphs):
        return None
    rows = " ".join(f"({graph.text} {str(is_named).lower()})" for graph, is_named in graphs)
    return f"{text[:start]}SELECT * {{ VALUES (?graph ?named) {{ {rows} }} }}"
