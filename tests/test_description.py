"""The graph describes itself: counted by hand on a tiny world, by rdflib on the shipped data; editors find it."""

from collections import Counter
from datetime import date

import pytest
from rdflib import DCTERMS, RDF, Graph, URIRef
from worlds import ID, quads, world

from graph import sources
from graph.answer import Blank, Iri, Literal, Term, Triple
from graph.description import address_of_graph, catalogue, description, dump, files, service_description, whole
from graph.description.dataset import described, examples, modified
from graph.errors import BadParameter, QueryTooLarge
from graph.library import questions
from graph.publisher import PUBLISHER_KINDS, Publisher
from graph.store import Store, serialized
from graph.vocabulary import (
    BASE,
    DCAT,
    FOAF,
    MAPPED,
    PREFIXES,
    RT,
    SD,
    SSSOM,
    SUGGESTED,
    VCARD,
    VOID,
    VOID_EXT,
    XSD,
    class_of,
)

DATASET = f"{BASE}void#dataset"
SITE = "https://data.example.org/"
TINY = quads(
    "goal/a a rt:Goal",
    "goal/b a rt:Goal",
    'goal/a skos:prefLabel "A"@sv',
    "goal/b rt:contributesTo goal/a",
    "activity/x a rt:Activity",
    "activity/x rt:serves goal/a",
    "activity/x rt:startsOn 2020-01-01",
)
"""With RANKS and the two bases that the graphs state of themselves: 7 + 7 + 2 statements."""
EDITOR_PREFIXES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix"""
EDITOR_EXAMPLES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?sq ?comment ?query WHERE {
  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query } ORDER BY ?sq"""
EDITOR_VOID = """PREFIX void: <http://rdfs.org/ns/void#>
PREFIX void-ext: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype WHERE {
  ?cp void:class ?subjectClass ; void:propertyPartition ?pp . ?pp void:property ?prop .
  OPTIONAL {
    { ?pp void:classPartition [ void:class ?objectClass ] }
    UNION { ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] } } }"""
"""What SIB's sparql-editor asks an endpoint."""
MANDATORY = {
    DCAT + "Catalog": ("title", "description", "license", "publisher", DCAT + "dataset"),
    DCAT + "Dataset": ("title", "description", "publisher"),
    DCAT + "Distribution": ("format", DCAT + "accessURL"),
    DCAT + "DataService": ("title", "format", DCAT + "endpointURL"),
    FOAF + "Agent": (FOAF + "name", "type"),
    VCARD + "Organization": (VCARD + "fn", VCARD + "hasEmail"),
}
"""The properties that DCAT-AP-SE 3.0.1 demands of each class (those of DCTERMS by name alone)."""
PUBLISHER = Publisher("Region Exempel", "RegionalAuthority", "https://example.org/", "data@example.org")


def parsed(triples: object) -> Graph:
    return Graph().parse(data=serialized(triples, "nt"), format="nt")  # type: ignore[arg-type]


def said(triples: object, subject: str, property_: str) -> list[str]:
    return sorted(str(o) for s, p, o in triples if (str(s), str(p)) == (subject, property_))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def tiny() -> list[Triple]:
    return list(described(world(TINY)))


@pytest.fixture(scope="module")
def shipped(store: Store) -> Graph:
    """What the shipped store says of itself."""
    text = "SELECT ?graph ?s ?p ?o WHERE { GRAPH ?graph { ?s ?p ?o } }"
    rows = store.select(text, {"graph": Iri(address_of_graph(store.base))}).rows
    return parsed((s, p, o) for _, s, p, o in rows)


def test_the_counts_of_a_tiny_world_are_those_counted_by_hand(tiny: list[Triple]) -> None:
    counted = {"triples": "16", "distinctSubjects": "12", "classes": "2", "properties": "7", "entities": "3"}
    assert {name: said(tiny, DATASET, VOID + name)[0] for name in counted} == counted
    assert said(tiny, DATASET, DCTERMS.modified) == []


def test_a_class_has_its_properties_and_they_what_they_lead_to(tiny: list[Triple]) -> None:
    goal, activity = f"{BASE}void#class.rt-Goal", f"{BASE}void#class.rt-Activity"
    assert said(tiny, goal, VOID + "entities") == ["2"]
    assert said(tiny, goal, VOID + "propertyPartition") == [
        f"{goal}.property.{name}" for name in ("rdf-type", "rt-contributesTo", "skos-prefLabel")
    ]
    assert said(tiny, f"{activity}.property.rt-serves", VOID + "classPartition") == [
        f"{activity}.property.rt-serves.to.rt-Goal"
    ]
    day = f"{activity}.property.rt-startsOn.to.xsd-date"
    assert said(tiny, day, VOID_EXT + "datatype") == [XSD + "date"]
    assert said(tiny, f"{goal}.property.rt-contributesTo.to.rt-Goal", VOID + "triples") == ["1"]


def test_the_example_of_a_kind_is_what_most_others_link_to() -> None:
    found = examples(world(TINY))
    assert found[RT + "Goal"] == Iri(f"{ID}goal/a")
    assert RT + "Activity" not in found


def test_the_counts_of_the_shipped_data_are_those_that_rdflib_finds(shipped: Graph, facts: sources.Facts) -> None:
    merged = facts.merged()
    dataset = URIRef(DATASET)
    assert shipped.value(dataset, URIRef(VOID + "triples")).toPython() == len(merged)
    things = Counter(str(kind) for kind in merged.objects(None, RDF.type))
    properties = Counter(str(p) for _, p, _ in merged)
    for partition, term, count, expected in (
        ("classPartition", "class", "entities", things),
        ("propertyPartition", "property", "triples", properties),
    ):
        parts = list(shipped.objects(dataset, URIRef(VOID + partition)))
        terms = {
            str(shipped.value(p, URIRef(VOID + term))): shipped.value(p, URIRef(VOID + count)).toPython() for p in parts
        }
        assert terms == expected


def test_links_to_others_are_sets_of_their_own(shipped: Graph, facts: sources.Facts) -> None:
    sdg = PREFIXES["sdg"]
    pairs = facts.merged().subject_objects(URIRef(RT + "contributesTo"))
    links = [s for s, o in pairs if str(s).startswith(ID) and str(o).startswith(sdg)]
    one = URIRef(f"{BASE}void#linkset.rt-contributesTo.sdg")
    assert shipped.value(one, URIRef(VOID + "triples")).toPython() == len(links) > 0
    other = shipped.value(one, URIRef(VOID + "objectsTarget"))
    assert str(shipped.value(other, URIRef(VOID + "uriSpace"))) == sdg


def test_it_was_changed_when_the_data_says_and_not_when_it_is_read(shipped: Graph, facts: sources.Facts) -> None:
    merged = facts.merged()
    named = ("mapping_date", "review_date")
    days = [str(day) for name in named for day in merged.objects(None, URIRef(SSSOM + name))]
    days += [str(d) for d in merged.objects(None, URIRef(RT + "sourceDate")) if d.datatype == URIRef(XSD + "date")]
    assert str(shipped.value(URIRef(DATASET), DCTERMS.modified)) == max(days)


def test_the_same_data_is_described_in_the_same_words_and_nothing_lacks_an_address(store: Store) -> None:
    first, second = list(description(store)), list(description(store))
    assert first == second
    assert not [t for t in first if any(isinstance(term, Blank) for term in t)]


def test_all_that_is_said_stands_under_the_base() -> None:
    other = Store(TINY.replace(BASE, "https://example.org/").encode(), "test", "https://example.org/")
    own = {str(s) for s, _, _ in description(other)} - {RT.removesuffix("#")}
    assert {s for s in own if not s.startswith("https://example.org/")} == set()


def test_an_editor_finds_the_prefixes(store: Store) -> None:
    found = {str(row["prefix"]): str(row["namespace"]) for row in store.select(EDITOR_PREFIXES)}
    assert found == {**PREFIXES, "rtid": f"{BASE}id/"}


def test_an_editor_finds_what_to_complete_with(store: Store) -> None:
    found = {tuple(None if term is None else str(term) for term in row) for row in store.select(EDITOR_VOID).rows}
    assert (RT + "Goal", RT + "setOutIn", RT + "Strategy", None) in found
    assert (RT + "Activity", RT + "startsOn", None, XSD + "date") in found


def test_an_editor_finds_every_question_in_both_languages(store: Store) -> None:
    found = list(store.select(EDITOR_EXAMPLES))
    assert {str(row["sq"]) for row in found} == {f"{BASE}void#question.{name}" for name in questions()}
    comments = {row["comment"].language for row in found if isinstance(row["comment"], Literal)}
    assert comments == {"sv", "en"}
    assert len(found) == 2 * len(questions())


def test_every_example_answers_as_its_question_does(store: Store) -> None:
    texts = {str(row["sq"]).partition("#question.")[2]: str(row["query"]) for row in store.select(EDITOR_EXAMPLES)}
    things, (day,) = examples(store), modified(store)
    for name, question in questions().items():
        needed = [p for p in question.parameters if not p.optional]
        values = {p.name: str(_thing(p.types, things) if p.is_thing else day) for p in needed}
        bound = question.bound(store, values, date.min)
        expected = store.select(question.text, bound)
        assert sorted(map(str, store.select(texts[name]).rows)) == sorted(map(str, expected.rows)), name


def _thing(kinds: tuple[str, ...], things: dict[str, Term]) -> Term:
    return next(things[class_of(kind)] for kind in kinds if class_of(kind) in things)


def test_the_endpoint_says_that_its_default_graph_is_all_graphs_only_where_it_is() -> None:
    union = URIRef(SD + "UnionDefaultGraph")
    whole = parsed(service_description(world(TINY), f"{SITE}sparql"))
    part = parsed(service_description(world(TINY, quads("goal/b rt:serves goal/a", graph="s", basis=SUGGESTED)), SITE))
    assert union in set(whole.objects(None, URIRef(SD + "feature")))
    assert union not in set(part.objects(None, URIRef(SD + "feature")))


def test_the_endpoint_names_its_graphs_with_their_sizes() -> None:
    store = world(TINY, quads("goal/b rt:serves goal/a", graph="m", basis=MAPPED))
    told = parsed(service_description(store, f"{SITE}sparql"))
    sizes = {
        str(told.value(graph, URIRef(SD + "name"))): told.value(inside, URIRef(VOID + "triples")).toPython()
        for graph, inside in told.subject_objects(URIRef(SD + "graph"))
    }
    assert sizes == {f"{BASE}graph/{name}": count for name, count in (("vocabulary", 8), ("stated", 8), ("m", 2))}
    (service,) = told.subjects(RDF.type, URIRef(SD + "Service"))
    assert str(told.value(service, URIRef(SD + "endpoint"))) == f"{SITE}sparql"


def test_the_catalogue_has_what_dcat_ap_se_demands(store: Store) -> None:
    told = parsed(catalogue(store, SITE, files(store, SITE), PUBLISHER))
    for kind, demanded in MANDATORY.items():
        described_ = list(told.subjects(RDF.type, URIRef(kind)))
        assert described_, kind
        for one in described_:
            for name in demanded:
                assert (one, URIRef(name) if ":" in name else DCTERMS[name], None) in told, (one, name)
    assert set(told.objects(None, DCTERMS.license)) == {URIRef("http://creativecommons.org/publicdomain/zero/1.0/")}
    for texts in (DCTERMS.title, DCTERMS.description):
        for one in set(told.subjects(texts)):
            assert {text.language for text in told.objects(one, texts)} == {"sv", "en"}  # type: ignore[attr-defined]


def test_who_publishes_is_left_out_where_nobody_said(store: Store) -> None:
    unset = parsed(catalogue(store, SITE, {}))
    assert not set(unset.objects(None, DCTERMS.publisher))
    assert not set(unset.objects(None, URIRef(DCAT + "contactPoint")))
    named = parsed(catalogue(store, SITE, {}, Publisher("Region Exempel")))
    assert not set(named.objects(None, DCTERMS.type))
    assert not set(named.objects(None, URIRef(DCAT + "contactPoint")))


@pytest.mark.parametrize(
    "wrong", [{"homepage": "javascript:alert(1)"}, {"homepage": "https://a b"}, {"email": "a@b> ."}]
)
def test_a_publisher_that_cannot_be_reached_so_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(BadParameter, match="publisher-"):
        Publisher("Region Exempel", **wrong)


def test_a_kind_of_publisher_is_one_of_the_profile() -> None:
    assert "RegionalAuthority" in PUBLISHER_KINDS
    assert not any("Private" in kind for kind in PUBLISHER_KINDS)


def test_a_graph_too_large_for_a_file_has_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "MOST", 10)
    assert files(store, SITE) == {}
    with pytest.raises(QueryTooLarge, match="rodatraden export"):
        whole(store, "nt")
