"""The graph as a network to look at: a thing and what surrounds it, with positions.

Positions are layered by level, national on top and activities at the bottom, in rows of at most WIDEST, so that the
same picture comes out every time and nothing has to be simulated in a browser.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from graph.answer import Iri
from graph.errors import UnknownThing
from graph.store import Store
from graph.vocabulary import RT

LAYERS = (
    ("Strategy", "Law", "Document"),
    ("Goal", "Area", "FocusArea"),
    ("Handslag",),
    ("Activity", "Commitment", "FollowUp"),
    ("Actor", "Place", "TargetGroup", "Arena", "Intervention", "Indicator", "Association"),
    ("Observation", "Factor", "Reading", "NotRelevant"),
)
"""The kinds from top to bottom of a picture."""

NEIGHBOURS = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?from ?property ?to ?thing WHERE {
  { ?thing ?property ?to . BIND(?thing AS ?from) } UNION { ?from ?property ?thing . BIND(?thing AS ?to) }
  ?shape sh:path ?property ; sh:order ?order .
  FILTER NOT EXISTS { ?narrower rdfs:subPropertyOf ?property . ?from ?narrower ?to }
} ORDER BY ?property ?from ?to"""
KINDS = "SELECT DISTINCT ?thing ?kind WHERE { ?thing a ?kind }"
HIDDEN = {RT + "passage"}
WIDEST, BETWEEN = 8, 190.0


@dataclass(frozen=True)
class Node:
    """A thing in the picture: its kind ("Goal") and where it is drawn."""

    address: str
    kind: str
    x: float
    y: float


@dataclass(frozen=True)
class Edge:
    """A link in the picture."""

    source: str
    property: str
    target: str


@dataclass(frozen=True)
class Picture:
    """Nodes and edges; ``left_out`` counts the neighbours beyond the cap."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def neighbourhood(store: Store, address: str, most: int = 60) -> Picture:
    """A thing with the things one step away, at most so many. Raises UnknownThing."""
    kinds = _kinds(store)
    if address not in kinds:
        raise UnknownThing(address)
    rows = store.select(NEIGHBOURS, {"thing": Iri(address)})
    edges = [Edge(str(r["from"]), str(r["property"]), str(r["to"])) for r in rows if str(r["property"]) not in HIDDEN]
    edges = [e for e in edges if e.source in kinds and e.target in kinds and e.source != e.target]
    others = list(dict.fromkeys(end for e in edges for end in (e.source, e.target) if end != address))
    shown = {address, *others[:most]}
    kept = tuple(e for e in edges if {e.source, e.target} <= shown)
    return Picture(_placed(shown, kinds, address), kept, max(len(others) - most, 0))


def _placed(shown: set[str], kinds: dict[str, str], centre: str) -> tuple[Node, ...]:
    layers = {kind: number for number, layer in enumerate(LAYERS) for kind in layer}
    # The thing itself has a row of its own, just below those of its own level.
    level = {address: (layers[kinds[address]], address == centre) for address in shown}
    ordered = sorted(shown, key=lambda a: (level[a], kinds[a], a))
    rows = [row for _, layer in groupby(ordered, key=lambda a: level[a]) for row in _rows(layer)]
    return tuple(
        Node(address, kinds[address], (column - (len(row) - 1) / 2) * BETWEEN, number * BETWEEN * 0.65)
        for number, row in enumerate(rows)
        for column, address in enumerate(row)
    )


def _rows(layer: Iterable[str]) -> Iterator[list[str]]:
    """A layer in rows of at most WIDEST, as even as they can be.

    >>> [len(row) for row in _rows("abcdefghi")]
    [5, 4]
    """
    found = list(layer)
    size = -(-len(found) // -(-len(found) // WIDEST))
    return (found[start : start + size] for start in range(0, len(found), size))


@cache
def _kinds(store: Store) -> dict[str, str]:
    drawn = {RT + kind for layer in LAYERS for kind in layer}
    rows = ((str(r["thing"]), str(r["kind"])) for r in store.select(KINDS))
    return {thing: kind.removeprefix(RT) for thing, kind in rows if kind in drawn}
