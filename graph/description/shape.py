"""The shapes that say what a valid thing is: as rows for a page, and as statements for a file."""

from dataclasses import dataclass

from graph.answer import Blank, Literal, Triple
from graph.catalogue import statements
from graph.store import Store
from graph.vocabulary import SHAPES

READ = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?shape ?about ?text ?order WHERE {
  ?shape sh:targetClass|sh:path ?about .
  FILTER(STRSTARTS(STR(?shape), "https://w3id.org/rodatraden/shapes#"))
  OPTIONAL { ?shape sh:message ?text } OPTIONAL { ?shape sh:order ?order } } ORDER BY ?order ?shape"""


@dataclass(frozen=True)
class Shape:
    """A shape: the class or property it is about, and what it demands, by language."""

    address: str
    about: str
    messages: dict[str, str]


def shapes(store: Store) -> list[Shape]:
    """The shapes that have an address, those of classes before those of properties."""
    found: dict[str, Shape] = {}
    for shape, about, text, _ in store.select(READ).rows:
        one = found.setdefault(str(shape), Shape(str(shape), str(about), {}))
        if isinstance(text, Literal):
            one.messages[text.language] = text.text
    return list(found.values())


def shape_statements(store: Store) -> tuple[Triple, ...]:
    """The shapes as RDF; the only nodes without an address in the vocabulary are theirs."""
    whole = statements(store, f"{store.base}graph/vocabulary")
    return tuple(t for t in whole if isinstance(t[0], Blank) or str(t[0]).startswith(SHAPES))
