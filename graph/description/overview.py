"""What the description tells, as plain values for a page; it is read from the graph that holds it."""

from dataclasses import dataclass

from graph.answer import Iri, Literal
from graph.description import address
from graph.errors import UnknownThing
from graph.store import Store, kept
from graph.store.engine import Bindings
from graph.vocabulary import DCTERMS, VOID

SAID = "SELECT ?dataset ?property ?value WHERE { ?dataset ?property ?value . FILTER(isLiteral(?value)) }"
CLASSES = """PREFIX void: <http://rdfs.org/ns/void#>
SELECT ?dataset ?term ?count WHERE {
  ?dataset void:classPartition ?part . ?part void:class ?term ; void:entities ?count
} ORDER BY DESC(?count) ?term"""
PROPERTIES = """PREFIX void: <http://rdfs.org/ns/void#>
SELECT ?dataset ?term ?count WHERE {
  ?dataset void:propertyPartition ?part . ?part void:property ?term ; void:triples ?count
} ORDER BY DESC(?count) ?term"""
COUNTS = ("entities", "triples", "classes", "properties")


@dataclass(frozen=True)
class Summary:
    """The dataset's title and text by language, its latest day if it tells any, and its counts.

    Each class has its number of things, each property that of its statements; the most used first.
    """

    title: dict[str, str]
    text: dict[str, str]
    day: str | None
    counts: dict[str, int]
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]


@kept
def summary(store: Store) -> Summary:
    """The summary of a store, kept, since every page with the editor asks for it.

    Raises UnknownThing where the store does not describe itself.
    """
    dataset = address.dataset(store.base)
    bound = {"dataset": Iri(dataset)}
    said: dict[str, dict[str, str]] = {}
    for _, property_, value in store.select(SAID, bound).rows:
        said.setdefault(str(property_), {})[value.language if isinstance(value, Literal) else ""] = str(value)
    if not said:
        raise UnknownThing(dataset)
    return Summary(
        said[DCTERMS + "title"],
        said[DCTERMS + "description"],
        said.get(DCTERMS + "modified", {}).get(""),
        {name: int(said[VOID + name][""]) for name in COUNTS},
        _used(store, CLASSES, bound),
        _used(store, PROPERTIES, bound),
    )


def _used(store: Store, text: str, bound: Bindings) -> tuple[tuple[str, int], ...]:
    return tuple((str(term), int(str(count))) for _, term, count in store.select(text, bound).rows)
