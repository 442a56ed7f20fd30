"""The endpoint described in SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)."""

from collections.abc import Iterable, Iterator

from graph.answer import Iri, Triple, integer
from graph.catalogue import graphs
from graph.description import address
from graph.description.dataset import LICENCE, TEXT, TITLE
from graph.description.statements import about, both, iris
from graph.store import Store
from graph.vocabulary import DCTERMS, FORMATS, MAPPED, SD, SUGGESTED, VOID

FORMAT_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/n-quads": "N-Quads",
    "application/trig": "TriG",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}
"""The names of media types at http://www.w3.org/ns/formats/."""
SIMPLE = "http://www.w3.org/ns/entailment/Simple"


def service_description(
    store: Store, endpoint: str, media_types: Iterable[str] = FORMAT_NAMES, is_writable: bool = False
) -> Iterator[Triple]:
    """What the endpoint at an address understands and answers, and which graphs it holds.

    The default graph merges what is stated and mapped; only where nothing is suggested is that all the graphs.
    """
    whole = address.part(store.base, "default-dataset")
    is_all = store.graphs(MAPPED) == store.graphs(SUGGESTED)
    yield from about(
        f"{endpoint}#service",
        [SD + "Service"],
        {
            DCTERMS + "title": both(TITLE),
            DCTERMS + "license": iris([LICENCE]),
            SD + "endpoint": iris([endpoint]),
            SD + "supportedLanguage": iris([SD + "SPARQL11Query", *([SD + "SPARQL11Update"] if is_writable else [])]),
            SD + "resultFormat": iris(FORMATS + FORMAT_NAMES[name] for name in media_types),
            SD + "feature": iris([SD + "UnionDefaultGraph"] if is_all else []),
            SD + "defaultEntailmentRegime": iris([SIMPLE]),
            SD + "defaultDataset": iris([whole]),
        },
    )
    named = graphs(store)
    yield from about(
        whole,
        [SD + "Dataset"],
        {
            DCTERMS + "description": both(TEXT),
            SD + "defaultGraph": iris([address.dataset(store.base)]),
            SD + "namedGraph": iris(named),
        },
    )
    yield from about(address.dataset(store.base), [SD + "Graph", VOID + "Dataset"], {DCTERMS + "title": both(TITLE)})
    for graph in named.values():
        inside = address.part(store.base, "graph", graph.address.removeprefix(f"{store.base}graph/"))
        yield from about(
            graph.address, [SD + "NamedGraph"], {SD + "name": iris([graph.address]), SD + "graph": iris([inside])}
        )
        yield from about(inside, [SD + "Graph", VOID + "Dataset"], {VOID + "triples": [integer(graph.statements)]})
        yield Iri(address.dataset(store.base)), Iri(VOID + "subset"), Iri(inside)
