"""Each shape bites: for every constraint in data/vocabulary/shapes.ttl, one thing that breaks just that.

A valid thing of every class is made from the shapes; then, constraint by constraint, one of its values is broken and
the validation must name that shape, that constraint and both messages.
"""

from collections.abc import Callable

import pytest
from conftest import DATA
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph import check
from graph.sources import Facts
from graph.sources.schema import Schema
from graph.vocabulary import RT, SHAPES

SCHEMA = Schema(DATA / "vocabulary")
SH_GRAPH = SCHEMA.shapes
THING = "https://example.org/thing/"
SAMPLES = {
    RDF.langString: Literal("Ett namn", lang="sv"),
    XSD.string: Literal("text"),
    XSD.boolean: Literal(True),
    XSD.decimal: Literal("0.5", datatype=XSD.decimal),
    XSD.date: Literal("2026-11-22", datatype=XSD.date),
    XSD.gYear: Literal("2026", datatype=XSD.gYear),
    XSD.duration: Literal("P2Y", datatype=XSD.duration),
    XSD.language: Literal("sv", datatype=XSD.language),
    XSD.anyURI: Literal("https://example.org/", datatype=XSD.anyURI),
}
PATTERNED = {
    "scbCode": Literal("1907"),
    "subjectFingerprint": Literal("0123456789abcdef"),
    "objectFingerprint": Literal("fedcba9876543210"),
}
COMPONENTS = {
    SH.minCount: SH.MinCountConstraintComponent,
    SH.maxCount: SH.MaxCountConstraintComponent,
    SH.datatype: SH.DatatypeConstraintComponent,
    SH["class"]: SH.ClassConstraintComponent,
    SH["or"]: SH.OrConstraintComponent,
    SH.pattern: SH.PatternConstraintComponent,
    SH.minLength: SH.MinLengthConstraintComponent,
    SH.maxLength: SH.MaxLengthConstraintComponent,
    SH.uniqueLang: SH.UniqueLangConstraintComponent,
    SH.languageIn: SH.LanguageInConstraintComponent,
    SH.nodeKind: SH.NodeKindConstraintComponent,
    SH.minExclusive: SH.MinExclusiveConstraintComponent,
    SH.maxExclusive: SH.MaxExclusiveConstraintComponent,
}
ANNOTATIONS = {SH.path, SH.name, SH.order, SH.message, SH.description, URIRef(RT + "columnLanguage")}


def node_shapes() -> list[Node]:
    return sorted(SH_GRAPH.subjects(RDF.type, SH.NodeShape))


def property_shapes(shape: Node) -> list[Node]:
    return sorted(SH_GRAPH.objects(shape, SH.property))


def path_of(shape: Node) -> list[URIRef]:
    path = SH_GRAPH.value(shape, SH.path)
    return [path] if isinstance(path, URIRef) else list(Collection(SH_GRAPH, path))


def constraints() -> list[tuple[Node, Node, URIRef]]:
    """(node shape, property shape, constraint) with each property shape once, at the first class that has it."""
    seen, found = set(), []
    for shape in node_shapes():
        for prop in property_shapes(shape):
            if prop not in seen:
                seen.add(prop)
                found += [(shape, prop, c) for c in sorted(SH_GRAPH.predicates(prop)) if c not in ANNOTATIONS]
    return found


def local(term: Node) -> str:
    return str(term).removeprefix(SHAPES).rpartition("#")[2]


def instance(cls: Node, copy: int = 1) -> URIRef:
    return URIRef(f"{THING}{local(cls).lower()}-{copy}")


def valid_value(prop: Node, copy: int = 1) -> Node:
    either = SH_GRAPH.value(prop, SH["or"])
    for alternative in [prop, *(Collection(SH_GRAPH, either) if either else [])]:
        cls, datatype = SH_GRAPH.value(alternative, SH["class"]), SH_GRAPH.value(alternative, SH.datatype)
        if cls is not None:
            return instance(cls, copy)
        if datatype is not None:
            return PATTERNED.get(local(prop), SAMPLES[datatype])
    return instance(URIRef(RT + "Goal"), copy) if (prop, SH.nodeKind, SH.IRI) in SH_GRAPH else Literal("ett citat")


def give(graph: Graph, thing: Node, path: list[URIRef], value: Node) -> None:
    """Add a value at the end of a path, through one node per step."""
    for step in path[:-1]:
        following = graph.value(thing, step) or URIRef(f"{thing}-{local(step)}")
        graph.add((thing, step, following))
        thing = following
    graph.add((thing, path[-1], value))


def take(graph: Graph, thing: Node, path: list[URIRef]) -> Node:
    """Remove the values at the end of a path; gives the node that held them."""
    for step in path[:-1]:
        thing = graph.value(thing, step)
    graph.remove((thing, path[-1], None))
    return thing


def valid_world() -> Graph:
    """One thing of each class (two for links), with every property the shapes name."""
    graph = Graph()
    for cls in {SH_GRAPH.value(shape, SH.targetClass) for shape in node_shapes()} | set(
        SH_GRAPH.objects(None, SH["class"])
    ):
        for copy in (1, 2, 3):
            graph.add((instance(cls, copy), RDF.type, cls))
    for shape in node_shapes():
        for copy in (1, 2, 3):
            thing = instance(SH_GRAPH.value(shape, SH.targetClass), copy)
            for prop in sorted(property_shapes(shape), key=lambda p: len(path_of(p))):
                if (prop, URIRef(RT + "columnLanguage"), None) not in SH_GRAPH:
                    give(graph, thing, path_of(prop), valid_value(prop))
            if (shape, SH.property, URIRef(SHAPES + "party")) in SH_GRAPH:
                give(graph, thing, path_of(URIRef(SHAPES + "party")), valid_value(URIRef(SHAPES + "party"), 2))
    return graph


WORLD = valid_world()


def text_of(value: Node, replacement: str) -> Literal:
    return Literal(replacement, lang=value.language, datatype=None if value.language else value.datatype)


Values = Callable[[Node], list[Node]]
BREAK: dict[URIRef, Values] = {
    SH.minCount: lambda prop: [],
    SH.datatype: lambda prop: [Literal(7)],
    SH["class"]: lambda prop: [URIRef(THING + "nothing")],
    SH["or"]: lambda prop: [Literal(7)],
    SH.pattern: lambda prop: [text_of(valid_value(prop), "ftp")],
    SH.minLength: lambda prop: [text_of(valid_value(prop), "x")],
    SH.maxLength: lambda prop: [text_of(valid_value(prop), "x" * 401)],
    SH.uniqueLang: lambda prop: [Literal("Ett namn", lang="sv"), Literal("Ett annat", lang="sv")],
    SH.languageIn: lambda prop: [Literal("Ein Name", lang="de")],
    SH.nodeKind: lambda prop: [Literal("ingen adress")],
    SH.minExclusive: lambda prop: [Literal("0.0", datatype=XSD.decimal)],
    SH.maxExclusive: lambda prop: [Literal("1.0", datatype=XSD.decimal)],
    SH.maxCount: lambda prop: too_many(prop),
}


def too_many(prop: Node) -> list[Node]:
    most = int(SH_GRAPH.value(prop, SH.maxCount))
    values = [valid_value(prop, copy) for copy in range(1, most + 2)]
    if isinstance(values[0], Literal):
        others = {XSD.boolean: Literal(False), XSD.gYear: Literal("2025", datatype=XSD.gYear)}
        values = [values[0], others.get(values[0].datatype, _varied(values[0]))]
    return values


def _varied(value: Literal) -> Literal:
    varied = {XSD.date: "2026-11-23", XSD.decimal: "0.6", XSD.duration: "P3Y"}
    return text_of(value, varied.get(value.datatype, f"{value}-2"))


def broken(shape: Node, prop: Node, constraint: URIRef) -> tuple[Graph, Node]:
    """The valid world with one constraint broken on one thing; gives that thing too."""
    graph = Graph()
    for triple in WORLD:
        graph.add(triple)
    thing = instance(SH_GRAPH.value(shape, SH.targetClass))
    holder = take(graph, thing, path_of(prop))
    for value in BREAK[constraint](prop):
        graph.add((holder, path_of(prop)[-1], value))
    return graph, thing


def messages_of(shape: Node) -> tuple[str, str]:
    texts = {m.language: str(m) for m in SH_GRAPH.objects(shape, SH.message)}
    return texts["sv"], texts["en"]


def test_the_valid_world_is_valid() -> None:
    assert check.violations(WORLD, SH_GRAPH) == []


@pytest.mark.parametrize(
    ("shape", "prop", "constraint"),
    constraints(),
    ids=lambda term: local(term) if isinstance(term, Node) else str(term),
)
def test_each_constraint_of_a_property_rejects_a_thing_that_breaks_it(
    shape: Node, prop: Node, constraint: URIRef
) -> None:
    graph, thing = broken(shape, prop, constraint)
    found = [v for v in check.violations(graph, SH_GRAPH) if v.thing == str(thing) and v.shape == str(prop)]
    hit = [v for v in found if v.component == str(COMPONENTS[constraint])]
    assert hit, f"{local(shape)} {local(prop)} {local(constraint)} accepted: {found}"
    assert (hit[0].swedish, hit[0].english) == messages_of(prop)


@pytest.mark.parametrize("shape", node_shapes(), ids=local)
def test_a_thing_without_an_address_is_rejected(shape: Node) -> None:
    graph = Graph().add((BNode(), RDF.type, SH_GRAPH.value(shape, SH.targetClass)))
    hit = [
        v
        for v in check.violations(graph, SH_GRAPH)
        if v.shape == str(shape) and v.component == str(SH.NodeKindConstraintComponent)
    ]
    assert [(v.swedish, v.english) for v in hit] == [messages_of(shape)]


def test_an_observation_without_value_and_trend_is_rejected() -> None:
    graph, thing = broken(URIRef(SHAPES + "Observation"), URIRef(SHAPES + "value"), SH.minCount)
    graph.remove((thing, URIRef(RT + "trend"), None))
    hit = [v for v in check.violations(graph, SH_GRAPH) if v.component == str(SH.OrConstraintComponent)]
    assert [v.thing for v in hit] == [str(thing)]
    assert (hit[0].swedish, hit[0].english) == messages_of(URIRef(SHAPES + "Observation"))


def test_every_constraint_in_the_shapes_is_one_these_tests_can_break() -> None:
    used = {c for _, _, c in constraints()}
    assert used <= set(BREAK), f"teach tests/test_shapes.py to break {used - set(BREAK)}"


def test_the_shipped_data_is_valid(facts: Facts) -> None:
    union = facts.merged()
    assert check.violations(union, SH_GRAPH) == []
    assert check.cycles(union) == []
