"""What the graph holds: its named graphs, and its documents with what was read from each."""

from collections import defaultdict
from dataclasses import dataclass

from graph.answer import Iri, Term, Triple
from graph.errors import UnknownThing
from graph.store import Store, kept
from graph.thing import Passage
from graph.vocabulary import RT

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
GRAPHS = """SELECT ?graph ?basis ?document ?statements WHERE {
  { SELECT ?graph (COUNT(*) AS ?statements) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph }
  GRAPH ?graph { ?graph rt:basis ?basis }
  OPTIONAL { GRAPH ?graph { ?graph prov:wasDerivedFrom ?document } } } ORDER BY ?graph"""
READ = """SELECT ?graph ?kind ?things WHERE {
  { SELECT ?graph ?kind (COUNT(DISTINCT ?thing) AS ?things) WHERE { GRAPH ?graph { ?thing a ?kind } }
    GROUP BY ?graph ?kind }
  FILTER(STRSTARTS(STR(?kind), STR(rt:))) } ORDER BY ?graph ?kind"""
PASSAGES = """SELECT DISTINCT ?thing ?passage ?supports ?quote ?document ?section ?first ?last WHERE {
  ?target oa:hasSource ?document ; oa:hasSelector/oa:exact ?quote .
  ?passage oa:hasTarget ?target ; oa:hasBody ?thing .
  OPTIONAL { ?passage rt:supports ?supports }
  OPTIONAL { ?target rt:section ?section }
  OPTIONAL { ?target rt:firstLine ?first } OPTIONAL { ?target rt:lastLine ?last }
} ORDER BY ?first ?last ?quote ?thing"""
READINGS = """SELECT DISTINCT ?reading ?document ?about ?chosen ?other WHERE {
  ?reading a rt:Reading ; dcterms:source ?document ; rt:preferredReading ?chosen ; rt:otherReading ?other .
  OPTIONAL { ?reading rt:about ?about } } ORDER BY ?document ?reading ?about"""
DATES = """SELECT DISTINCT ?document ?date WHERE {
  ?document a rt:Document ; rt:sourceDate ?date } ORDER BY ?document ?date"""
TERMS = """SELECT ?term ?definition WHERE {
  ?term rdfs:label ?label . FILTER(STRSTARTS(STR(?term), STR(rt:)))
  OPTIONAL { ?term skos:definition ?definition } } ORDER BY ?term"""

STATEMENTS = "SELECT ?s ?p ?o ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"


@dataclass(frozen=True)
class NamedGraph:
    """A named graph: its basis, its number of statements, its document if it has one, and what it describes.

    ``things`` counts the things of each kind ("Goal") that the graph says something of.
    """

    address: str
    basis: str
    statements: int
    document: str | None
    things: dict[str, int]


@dataclass(frozen=True)
class Reading:
    """A spot that can be read in more than one way: what it is about, the reading the data follows, and the other."""

    address: str
    about: tuple[str, ...]
    chosen: str
    other: str


@kept
def graphs(store: Store) -> dict[str, NamedGraph]:
    """The named graphs by address."""
    read: dict[str, dict[str, int]] = defaultdict(dict)
    for row in store.select(PREFIXES + READ):
        read[str(row["graph"])][str(row["kind"]).removeprefix(RT)] = int(str(row["things"]))
    return {
        str(r["graph"]): NamedGraph(
            str(r["graph"]),
            str(r["basis"]).removeprefix(f"{RT}basis-"),
            int(str(r["statements"])),
            None if r["document"] is None else str(r["document"]),
            read[str(r["graph"])],
        )
        for r in store.select(PREFIXES + GRAPHS)
    }


def named_graph(store: Store, address: str) -> NamedGraph:
    """One named graph; raises UnknownThing."""
    if address not in graphs(store):
        raise UnknownThing(address)
    return graphs(store)[address]


@kept
def readings(store: Store) -> dict[str, tuple[Reading, ...]]:
    """The ambiguous readings of each document."""
    about: dict[str, list[str]] = defaultdict(list)
    found: dict[str, dict[str, Reading]] = defaultdict(dict)
    for row in store.select(PREFIXES + READINGS):
        address, document = str(row["reading"]), str(row["document"])
        if row["about"] is not None and str(row["about"]) not in about[address]:
            about[address].append(str(row["about"]))
        found[document][address] = Reading(address, tuple(about[address]), str(row["chosen"]), str(row["other"]))
    return {document: tuple(here.values()) for document, here in found.items()}


@kept
def source_dates(store: Store) -> dict[str, tuple[Term, ...]]:
    """The dates of each document that has any."""
    found: dict[str, tuple[Term, ...]] = defaultdict(tuple)
    for row in store.select(PREFIXES + DATES):
        assert row["date"] is not None
        found[str(row["document"])] += (row["date"],)
    return dict(found)


def passages_in(store: Store, document: str) -> tuple[tuple[str, Passage], ...]:
    """The passages of a document in the order of its lines, each with the thing it is about."""
    return tuple(
        (
            str(r["thing"]),
            Passage(
                str(r["passage"]),
                None if r["supports"] is None else str(r["supports"]),
                str(r["quote"]),
                document,
                "" if r["section"] is None else str(r["section"]),
                None if r["first"] is None else int(str(r["first"])),
                None if r["last"] is None else int(str(r["last"])),
            ),
        )
        for r in store.select(PREFIXES + PASSAGES, {"document": Iri(document)})
    )


@kept
def terms(store: Store) -> dict[str, dict[str, str]]:
    """The terms of the vocabulary in the order of their names, each with its definition per language."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in store.select(PREFIXES + TERMS):
        definitions = found[str(row["term"])]
        if row["definition"] is not None:
            definitions[getattr(row["definition"], "language", "")] = str(row["definition"])
    return dict(found)


def statements(store: Store, graph: str) -> tuple[Triple, ...]:
    """All statements of a named graph; raises UnknownThing."""
    bound = {"graph": Iri(named_graph(store, graph).address)}
    return tuple((s, p, o) for s, p, o, _ in store.select(STATEMENTS, bound).rows if s and p and o)
