"""One thing: what is said of it, where, on what basis, and by which passages."""

from dataclasses import dataclass

from graph.answer import Answer, Iri, Literal, Term, Triple
from graph.errors import UnknownThing
from graph.store import Store, kept
from graph.vocabulary import BASES, MAPPED, RDF_TYPE, RT

MOST_INCOMING = 500
PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX sssom: <https://w3id.org/sssom/>
"""
COLUMNS = """SELECT ?property ?heading ?order WHERE {
  ?shape sh:path ?property ; sh:name ?heading ; sh:order ?order } ORDER BY ?order"""
OUTGOING = """SELECT DISTINCT ?property ?value ?graph ?basis ?thing WHERE {
  GRAPH ?graph { ?thing ?property ?value . ?graph rt:basis ?basis }
  FILTER NOT EXISTS { ?narrower rdfs:subPropertyOf ?property . ?thing ?narrower ?value } }"""
INCOMING = """SELECT DISTINCT ?subject ?property ?graph ?basis ?thing WHERE {
  GRAPH ?graph { ?subject ?property ?thing . ?graph rt:basis ?basis }
  FILTER EXISTS { ?shape sh:path ?property ; sh:order ?order }
  FILTER NOT EXISTS { ?narrower rdfs:subPropertyOf ?property . ?subject ?narrower ?thing }
} ORDER BY ?property ?subject LIMIT """ + str(MOST_INCOMING)
# Each OPTIONAL has one pattern: the engine reads all lines of all passages for one of two.
PASSAGES = """SELECT DISTINCT ?passage ?supports ?quote ?document ?section ?first ?last ?thing WHERE {
  ?thing rt:passage ?passage . ?passage oa:hasTarget ?target .
  ?target oa:hasSource ?document ; oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?passage rt:supports ?supports }
  OPTIONAL { ?target rt:section ?section }
  OPTIONAL { ?target rt:firstLine ?first } OPTIONAL { ?target rt:lastLine ?last } } ORDER BY ?document ?first ?quote"""
MAPPINGS = """SELECT ?mapping ?below ?property ?above ?author ?date ?confidence ?comment WHERE {
  ?mapping owl:annotatedSource ?below ; owl:annotatedProperty ?property ; owl:annotatedTarget ?above ;
    sssom:author_label ?author ; sssom:mapping_date ?date ; sssom:confidence ?confidence ; rdfs:comment ?comment }"""
STATEMENTS = "SELECT ?thing ?property ?value WHERE { ?thing ?property ?value }"
PASSAGE_PARTS = ("", "#target", "#quote", "#lines")
GRAPHS = "SELECT ?graph ?document WHERE { ?graph <http://www.w3.org/ns/prov#wasDerivedFrom> ?document }"


@dataclass(frozen=True)
class Passage:
    """A quote, its document and where it stands. ``supports`` is the property it is about; None for the whole thing."""

    address: str
    supports: str | None
    quote: str
    document: str
    section: str
    first_line: int | None
    last_line: int | None


@dataclass(frozen=True)
class Mapping:
    """Who made a link that no document states, when, how sure and why."""

    author: str
    day: str
    confidence: str
    comment: str


@dataclass(frozen=True)
class Fact:
    """One statement with its graph, its basis and what is behind it."""

    subject: str
    property: str
    value: Term
    graph: str
    basis: str
    passages: tuple[Passage, ...] = ()
    mapping: Mapping | None = None


@dataclass(frozen=True)
class Thing:
    """What the graph says of a thing: facts in the order of the shapes, incoming links, and all its passages."""

    address: str
    kinds: tuple[str, ...]
    facts: tuple[Fact, ...]
    incoming: tuple[Fact, ...]
    incoming_truncated: bool
    passages: tuple[Passage, ...]


def thing(store: Store, address: str, basis: str = MAPPED) -> Thing:
    """Everything said of a thing on a basis; raises UnknownThing where nothing is."""
    bound = {"thing": Iri(address)}
    admitted = {f"{RT}basis-{name}": name for name in BASES[: BASES.index(basis) + 1]}
    outgoing = [r for r in store.select(PREFIXES + OUTGOING, bound) if str(r["basis"]) in admitted]
    incoming = [r for r in store.select(PREFIXES + INCOMING, bound) if str(r["basis"]) in admitted]
    if not outgoing and not incoming:
        raise UnknownThing(address)
    order = {name: place for place, name in enumerate(headings(store))}
    found = passages(store, address)
    facts = [
        _fact(store, address, str(r["property"]), r["value"], str(r["graph"]), admitted[str(r["basis"])], found)
        for r in outgoing
        if str(r["property"]) in order
    ]
    return Thing(
        address=address,
        kinds=_kinds(outgoing),
        facts=tuple(sorted(facts, key=lambda f: (order[f.property], str(f.value), f.graph))),
        incoming=tuple(
            _fact(
                store,
                str(r["subject"]),
                str(r["property"]),
                Iri(address),
                str(r["graph"]),
                admitted[str(r["basis"])],
                (),
            )
            for r in incoming
        ),
        incoming_truncated=len(incoming) == MOST_INCOMING,
        passages=found,
    )


def triples(store: Store, address: str) -> tuple[Triple, ...]:
    """The thing as RDF: its statements and its passages, each with its parts; it may be a passage itself."""
    addresses = (address, *(passage.address for passage in passages(store, address)))
    parts = [f"{one}{part}" for one in addresses for part in PASSAGE_PARTS]
    rows = (row for part in parts for row in store.select(STATEMENTS, {"thing": Iri(part)}).rows)
    return tuple((s, p, o) for s, p, o in rows if s and p and o)


def as_answer(found: Thing) -> Answer:
    """The facts and incoming links as rows, for files."""
    columns = ("subject", "property", "value", "graph", "basis", "quote", "document", "lines")
    rows: list[tuple[Term | None, ...]] = []
    for fact in (*found.facts, *found.incoming):
        head = (Iri(fact.subject), Iri(fact.property), fact.value, Iri(fact.graph), Literal(fact.basis))
        for passage in fact.passages or (None,):
            rows.append((*head, *_evidence(passage)))
    return Answer(columns, tuple(rows))


@kept
def headings(store: Store) -> dict[str, dict[str, str]]:
    """The properties the shapes name, in their order, each with its heading in Swedish and English."""
    found: dict[str, dict[str, str]] = {}
    for row in store.select(PREFIXES + COLUMNS):
        heading = row["heading"]
        assert isinstance(heading, Literal)
        found.setdefault(str(row["property"]), {}).setdefault(heading.language, heading.text)
    return found


def passages(store: Store, address: str) -> tuple[Passage, ...]:
    """All passages of a thing, by document and line."""
    return tuple(
        Passage(
            str(r["passage"]),
            None if r["supports"] is None else str(r["supports"]),
            str(r["quote"]),
            str(r["document"]),
            "" if r["section"] is None else str(r["section"]),
            _number(r["first"]),
            _number(r["last"]),
        )
        for r in store.select(PREFIXES + PASSAGES, {"thing": Iri(address)})
    )


def _fact(
    store: Store, subject: str, prop: str, value: Term | None, graph: str, basis: str, found: tuple[Passage, ...]
) -> Fact:
    assert value is not None
    document = _documents(store).get(graph)
    here = [p for p in found if p.document == document]
    own = tuple(p for p in here if p.supports == prop) or tuple(p for p in here if p.supports is None)
    return Fact(subject, prop, value, graph, basis, own, _mappings(store).get((subject, prop, str(value))))


@kept
def _documents(store: Store) -> dict[str, str]:
    return {str(r["graph"]): str(r["document"]) for r in store.select(GRAPHS)}


@kept
def _mappings(store: Store) -> dict[tuple[str, str, str], Mapping]:
    return {
        (str(r["below"]), str(r["property"]), str(r["above"])): Mapping(
            str(r["author"]), str(r["date"]), str(r["confidence"]), str(r["comment"])
        )
        for r in store.select(PREFIXES + MAPPINGS)
    }


def _kinds(outgoing: list[dict[str, Term | None]]) -> tuple[str, ...]:
    types = {str(r["value"]) for r in outgoing if str(r["property"]) == RDF_TYPE}
    return tuple(sorted(t for t in types if t.startswith(RT)))


def _evidence(passage: Passage | None) -> tuple[Term | None, Term | None, Term | None]:
    if passage is None:
        return None, None, None
    lines = None if passage.first_line is None else Literal(f"{passage.first_line}-{passage.last_line}")
    return Literal(passage.quote), Iri(passage.document), lines


def _number(term: Term | None) -> int | None:
    return None if term is None else int(str(term))
