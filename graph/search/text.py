"""What is searched: the texts of each thing, read from the store."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answer import Literal
from graph.search.word import composed
from graph.store import Store

FIELDS = ("name", "code", "other-name", "description", "quote")
"""The kinds of text, the most telling first."""
NAME, CODE, OTHER_NAME, DESCRIPTION, QUOTE = FIELDS
KINDS = "SELECT ?thing ?kind WHERE { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?name . ?thing a ?kind }"
TEXTS = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing ?field ?text WHERE {
  VALUES (?property ?field) {
    (rdfs:label "name") (skos:altLabel "other-name")
    (skos:notation "code") (rt:scbCode "code") (dcterms:identifier "code")
    (skos:definition "description") (skos:note "description") (rdfs:comment "description")
    (rt:preferredReading "description") (rt:otherReading "description") (rt:reason "description") }
  ?thing ?property ?text }"""
QUOTES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?thing ?text ?passage ?document WHERE {
  ?thing rt:passage ?passage . ?passage oa:hasTarget ?target .
  ?target oa:hasSource ?document ; oa:hasSelector ?selector . ?selector oa:exact ?text }"""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a thing. A quote has its passage and the document it stands in."""

    field: str
    text: str
    language: str = ""
    passage: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Readable:
    """A thing that has a name: its classes, and its texts in the order of FIELDS."""

    address: str
    classes: tuple[str, ...]
    texts: tuple[Text, ...]


def read(store: Store) -> list[Readable]:
    """All things that have a name, by address."""
    texts = _texts(store)
    classes: dict[str, list[str]] = {}
    for row in store.select(KINDS).rows:
        classes.setdefault(str(row[0]), []).append(str(row[1]))
    return [
        Readable(address, tuple(sorted(set(classes.get(address, ())))), _ordered(found))
        for address, found in sorted(texts.items())
        if any(text.field == NAME for text in found)
    ]


def _texts(store: Store) -> dict[str, list[Text]]:
    found: dict[str, list[Text]] = {}
    for thing, field, text in store.select(TEXTS).rows:
        if isinstance(text, Literal):
            found.setdefault(str(thing), []).append(Text(str(field), composed(text.text), text.language))
    for thing, quote, passage, document in store.select(QUOTES).rows:
        if isinstance(quote, Literal):
            one = Text(QUOTE, composed(quote.text), quote.language, str(passage), str(document))
            found.setdefault(str(thing), []).append(one)
    return found


def _ordered(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(sorted(texts, key=lambda t: (FIELDS.index(t.field), t.language != "sv", t.text, t.passage or "")))
