"""The whole graph from its named graphs: their merge as default graph, and the graph that describes the others.

Both are derived, and made anew whenever a named graph changes. Blank nodes get names that are decided by what they
stand in (RDF Dataset Canonicalization, https://www.w3.org/TR/rdf-canon/), so that the same data always gives the same
lines and a change can name what it removes.
"""

import hashlib
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from graph.store.embedded import Store, merge, serialized
from graph.vocabulary import MAPPED


def named(graphs: Mapping[str, bytes]) -> bytes:
    """N-Quads of named graphs, each given as N-Triples under its address."""
    engine = ox.Store()
    for address, triples in graphs.items():
        graph = ox.NamedNode(address)
        if b"_:" in triples:
            engine.bulk_extend(_labelled(triples, graph))
        else:
            engine.bulk_load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
    return engine.dump(format=ox.RdfFormat.N_QUADS) or b""


def whole(quads: bytes, base: str) -> bytes:
    """These named graphs with all that is derived from them.

    The description counts and asks, so it is made from a store without it: the one room that is imported upwards.
    """
    # Imported here because a warm start needs neither rdflib nor the reader.
    from graph import description

    merged = merge(quads, MAPPED)
    described = serialized(description.description(Store(merged, "", base)), "nt")
    # What it says counts as stated, so it stands in the default graph too.
    return merged + described + described.replace(b" .\n", f" <{description.address_of_graph(base)}> .\n".encode())


def given(engine: ox.Store, base: str) -> tuple[bytes, ...]:
    """The statements of a whole graph that are not derived, as lines of N-Quads without their line breaks."""
    without = derived(base)
    lines = ox.serialize((quad for quad in engine if quad.graph_name not in without), format=ox.RdfFormat.N_QUADS)
    return tuple((lines or b"").splitlines())


def derived(base: str) -> tuple[ox.DefaultGraph, ox.NamedNode]:
    """The graphs that are made from the others."""
    from graph import description

    return ox.DefaultGraph(), ox.NamedNode(description.address_of_graph(base))


def _labelled(triples: bytes, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    dataset = ox.Dataset(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    mark = hashlib.sha256(graph.value.encode()).hexdigest()[:8]

    def lasting(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> object:
        return ox.BlankNode(f"b{mark}{node.value}") if isinstance(node, ox.BlankNode) else node

    for quad in dataset:
        yield ox.Quad(lasting(quad.subject), quad.predicate, lasting(quad.object), graph)  # type: ignore[arg-type]
