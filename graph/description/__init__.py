"""The graph describes itself: what it holds, its prefixes and its questions, as a named graph made with the data.

``description(store)`` are the statements of that graph, ``service_description`` and ``catalogue`` those about a running
service, which only it can make, since they name its address.
"""

from collections.abc import Iterator

from graph.answer import Triple
from graph.description.dataset import LICENCE, described
from graph.description.dcat import catalogue
from graph.description.dump import files, whole
from graph.description.example import examples
from graph.description.overview import Summary, summary
from graph.description.prefixes import declared
from graph.description.service import service_description
from graph.description.shape import Shape, shape_statements, shapes
from graph.description.statements import about, both, iris
from graph.store import Store
from graph.vocabulary import DCTERMS, PROV, RDFS_LABEL, RT, SD, STATED

__all__ = [
    "Shape",
    "Summary",
    "address_of_graph",
    "catalogue",
    "description",
    "files",
    "service_description",
    "shape_statements",
    "shapes",
    "summary",
    "whole",
]
TITLE = {"sv": "Grafens beskrivning av sig själv", "en": "The graph's description of itself"}


def address_of_graph(base: str) -> str:
    """The address of the named graph that describes the others."""
    return f"{base}graph/void"


def description(store: Store) -> Iterator[Triple]:
    """The statements that describe a store which does not yet hold them."""
    yield from about(
        address_of_graph(store.base),
        [SD + "NamedGraph", PROV + "Entity"],
        {
            RT + "basis": iris([f"{RT}basis-{STATED}"]),
            DCTERMS + "license": iris([LICENCE]),
            DCTERMS + "title": both(TITLE),
            RDFS_LABEL: both(TITLE),
        },
    )
    yield from described(store)
    yield from declared(store.base)
    yield from examples(store)
