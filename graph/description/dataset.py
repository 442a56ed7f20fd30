"""The data described with VoID (https://www.w3.org/TR/void/): how much there is, of what, and how it hangs together.

Each class has its properties, and each of those the classes or datatypes of its values: what an editor completes from.
A class of another's vocabulary that one of ours specialises is counted but not divided, since that would say it twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.answer import Iri, Literal, Term, Triple, integer
from graph.description import address
from graph.description.statements import about, both, iris
from graph.store import Store
from graph.vocabulary import DCTERMS, FOAF, FORMATS, PREFIXES, RT, VOID, VOID_EXT

TITLE = {"sv": "Röda tråden", "en": "Röda tråden, the red thread"}
TEXT = {
    "sv": "Strategier, mål, områden, handslag och aktiviteter för psykisk hälsa och suicidprevention i Sverige, och "
    "hur de hänger ihop. Varje uppgift har ett citat ur sitt dokument. Att en aktivitet saknas här betyder att ingen "
    "är registrerad, inte att ingen finns.",
    "en": "Strategies, goals, areas, handslag (agreements) and activities for mental health and suicide prevention in "
    "Sweden, and how they hang together. Every fact has a quote from its document. That an activity is missing here "
    "means that none is recorded, not that none exists.",
}
LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/"
RDF_FORMATS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
SIZE = """SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?p) AS ?properties)
  (COUNT(DISTINCT ?o) AS ?objects) WHERE { ?s ?p ?o }"""
OWN = """SELECT ?space (COUNT(DISTINCT ?thing) AS ?entities) WHERE {
  ?thing a ?kind . FILTER(STRSTARTS(STR(?thing), ?space) && !CONTAINS(STR(?thing), "#")) } GROUP BY ?space"""
CLASSES = """SELECT ?class (COUNT(DISTINCT ?thing) AS ?entities) WHERE {
  ?thing a ?class } GROUP BY ?class ORDER BY ?class"""
PROPERTIES = """SELECT ?property (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
  (COUNT(DISTINCT ?o) AS ?objects) WHERE { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"""
BROADER = "SELECT DISTINCT ?class WHERE { ?narrower <http://www.w3.org/2000/01/rdf-schema#subClassOf> ?class }"
PARTS = """SELECT ?class ?property (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) WHERE {
  ?s a ?class ; ?property ?o } GROUP BY ?class ?property ORDER BY ?class ?property"""
TARGETS = """SELECT ?class ?property ?target (COUNT(*) AS ?triples) WHERE {
  ?s a ?class ; ?property ?o . ?o a ?target } GROUP BY ?class ?property ?target ORDER BY ?class ?property ?target"""
TYPES = """SELECT ?class ?property ?target (COUNT(*) AS ?triples) WHERE {
  ?s a ?class ; ?property ?o . FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?target)
} GROUP BY ?class ?property ?target ORDER BY ?class ?property ?target"""
LINKS = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?thing ?property ?target WHERE {
  { SELECT DISTINCT ?property WHERE { ?shape sh:path ?property ; sh:order ?order } }
  ?thing ?property ?target . FILTER(isIRI(?target)) }"""
DESCRIBED = "SELECT DISTINCT ?thing WHERE { ?thing a ?kind }"
DAYS = """PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX sssom: <https://w3id.org/sssom/>
SELECT (MAX(?day) AS ?latest) WHERE {
  ?thing sssom:mapping_date|sssom:review_date|rt:sourceDate ?day
  FILTER(DATATYPE(?day) = <http://www.w3.org/2001/XMLSchema#date>) }"""
DOCUMENTS = (
    "SELECT DISTINCT ?document WHERE { ?document a <https://w3id.org/rodatraden/ns#Document> } ORDER BY ?document"
)
LINKED = """SELECT ?kind ?thing (COUNT(?s) AS ?links) WHERE {
  ?thing a ?kind . ?s ?p ?thing . FILTER(STRSTARTS(STR(?kind), "https://w3id.org/rodatraden/ns#"))
} GROUP BY ?kind ?thing ORDER BY DESC(?links) ?thing"""


def described(store: Store) -> Iterator[Triple]:
    """The dataset with its counts, partitions, linksets and examples."""
    base = store.base
    yield from about(
        address.document(base),
        [VOID + "DatasetDescription"],
        {
            DCTERMS + "title": both({"sv": "Beskrivning av Röda trådens data", "en": "Description of the data"}),
            FOAF + "primaryTopic": iris([address.dataset(base)]),
        },
    )
    yield from about(
        address.dataset(base),
        [VOID + "Dataset"],
        {
            DCTERMS + "title": both(TITLE),
            DCTERMS + "description": both(TEXT),
            DCTERMS + "license": iris([LICENCE]),
            DCTERMS + "modified": modified(store),
            DCTERMS + "source": [row[0] for row in store.select(DOCUMENTS).rows if row[0]],
            FOAF + "homepage": iris([base]),
            VOID + "sparqlEndpoint": iris([address.endpoint(base)]),
            VOID + "uriSpace": [Literal(_space(base))],
            VOID + "feature": iris(FORMATS + name for name in RDF_FORMATS),
            VOID + "exampleResource": [t for t in examples(store).values() if str(t).startswith(_space(base))],
            **_size(store),
        },
    )
    yield from _classes(store)
    yield from _properties(store)
    yield from _linksets(store)


def modified(store: Store) -> tuple[Term, ...]:
    """The latest day that the data itself tells: of a source, a mapping or a review. The clock says nothing of it."""
    return tuple(term for row in store.select(DAYS).rows for term in row if term is not None)


def examples(store: Store) -> dict[str, Term]:
    """For each class of ours the thing that most others link to; of several, the first by address."""
    found: dict[str, Term] = {}
    for kind, thing, _ in store.select(LINKED).rows:
        if kind is not None and thing is not None:
            found.setdefault(str(kind), thing)
    return dict(sorted(found.items()))


def _space(base: str) -> str:
    return f"{base}id/"


def _size(store: Store) -> dict[str, Iterable[Term]]:
    size = next(iter(store.select(SIZE)))
    own = store.select(OWN, {"space": Literal(_space(store.base))}).rows
    return {
        VOID + "triples": _terms(size["triples"]),
        VOID + "distinctSubjects": _terms(size["subjects"]),
        VOID + "distinctObjects": _terms(size["objects"]),
        VOID + "properties": _terms(size["properties"]),
        VOID + "classes": [integer(len(store.select(CLASSES)))],
        VOID + "entities": [row[1] for row in own if row[1]] or [integer(0)],
        VOID + "vocabulary": iris(_vocabularies(store)),
    }


def _terms(*terms: Term | None) -> list[Term]:
    return [term for term in terms if term is not None]


def _vocabularies(store: Store) -> list[str]:
    """The namespaces of the classes and properties that the data uses."""
    used = {str(row[0]) for text in (CLASSES, PROPERTIES) for row in store.select(text).rows}
    return [namespace for namespace in PREFIXES.values() if any(term.startswith(namespace) for term in used)]


def _classes(store: Store) -> Iterator[Triple]:
    whole = address.dataset(store.base)
    parts = _parts(store)
    for cls, entities in store.select(CLASSES).rows:
        one = _part(store, cls)
        yield Iri(whole), Iri(VOID + "classPartition"), Iri(one)
        yield from about(one, [], {VOID + "class": _terms(cls), VOID + "entities": _terms(entities)})
        yield from parts[str(cls)]


def _parts(store: Store) -> dict[str, list[Triple]]:
    """What the properties of a class lead to, for the classes that are divided."""
    broader = {str(row[0]) for row in store.select(BROADER).rows}
    found: dict[str, list[Triple]] = defaultdict(list)
    for cls, property_, triples, subjects in store.select(PARTS).rows:
        if str(cls) not in broader:
            outer, one = _part(store, cls), _part(store, cls, property_)
            found[str(cls)].append((Iri(outer), Iri(VOID + "propertyPartition"), Iri(one)))
            counts = {VOID + "triples": _terms(triples), VOID + "distinctSubjects": _terms(subjects)}
            found[str(cls)] += about(one, [], {VOID + "property": _terms(property_), **counts})
    for text, partition, said in (
        (TARGETS, VOID + "classPartition", VOID + "class"),
        (TYPES, VOID_EXT + "datatypePartition", VOID_EXT + "datatype"),
    ):
        for cls, property_, target, triples in store.select(text).rows:
            if not {str(cls), str(target)} & broader:
                outer, one = _part(store, cls, property_), _part(store, cls, property_, target)
                found[str(cls)].append((Iri(outer), Iri(partition), Iri(one)))
                found[str(cls)] += about(one, [], {said: _terms(target), VOID + "triples": _terms(triples)})
    return found


def _part(store: Store, *terms: Term | None) -> str:
    """The part for a class, for a property of it, and for a class or datatype of that one's values."""
    words = zip(("class", "property", "to"), map(str, terms), strict=False)
    return address.part(store.base, *(word for pair in words for word in pair))


def _properties(store: Store) -> Iterator[Triple]:
    whole = address.dataset(store.base)
    for property_, triples, subjects, objects in store.select(PROPERTIES).rows:
        one = address.part(store.base, "property", str(property_))
        yield Iri(whole), Iri(VOID + "propertyPartition"), Iri(one)
        yield from about(
            one,
            [],
            {
                VOID + "property": _terms(property_),
                VOID + "triples": _terms(triples),
                VOID + "distinctSubjects": _terms(subjects),
                VOID + "distinctObjects": _terms(objects),
            },
        )


def _linksets(store: Store) -> Iterator[Triple]:
    """Links from our things to things of others that the data describes, one set for each property and namespace."""
    counted: dict[tuple[str, str], int] = defaultdict(int)
    space, described = _space(store.base), {str(row[0]) for row in store.select(DESCRIBED).rows}
    for thing, property_, target in store.select(LINKS).rows:
        # Asked of the engine, this would be asked of every statement there is: it takes ten times as long.
        if not str(thing).startswith(space) or str(target).startswith(space) or str(target) not in described:
            continue
        namespaces = [n for n in PREFIXES.values() if str(target).startswith(n) and n != RT]
        if namespaces:
            counted[str(property_), max(namespaces, key=len)] += 1
    for (predicate, namespace), count in sorted(counted.items()):
        one = address.part(store.base, "linkset", predicate, _prefix(namespace))
        other = address.part(store.base, "dataset", _prefix(namespace))
        yield Iri(address.dataset(store.base)), Iri(VOID + "subset"), Iri(one)
        yield from about(
            one,
            [VOID + "Linkset"],
            {
                VOID + "subjectsTarget": iris([address.dataset(store.base)]),
                VOID + "objectsTarget": iris([other]),
                VOID + "linkPredicate": iris([predicate]),
                VOID + "triples": [integer(count)],
            },
        )
        yield from about(other, [VOID + "Dataset"], {VOID + "uriSpace": [Literal(namespace)]})


def _prefix(namespace: str) -> str:
    return next(prefix for prefix, known in PREFIXES.items() if known == namespace)
