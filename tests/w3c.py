"""The W3C's SPARQL 1.1 tests (https://www.w3.org/2009/sparql/docs/tests/), read from beside the project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import ROOT
from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SUITE = ROOT.parent / "shared" / "w3c" / "sparql" / "sparql11"
BASE = "http://w3c.example/sparql11/"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
needed = pytest.mark.skipif(not SUITE.is_dir(), reason=f"the W3C tests are not at {SUITE}")


@dataclass(frozen=True)
class Case:
    """One test of a manifest."""

    name: str
    kinds: frozenset[str]
    node: Node
    graph: Graph

    def value(self, predicate: URIRef) -> Node | None:
        return self.graph.value(self.node, predicate)


@dataclass(frozen=True)
class Request:
    """A request of a test, and what is expected of its answer."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes | None
    statuses: frozenset[str]
    format: str | None
    boolean: bool | None
    location: str | None
    answer: tuple[str, bytes] | None
    """Content type and content of the graph that is expected."""


def cases(name: str) -> list[Case]:
    """The tests of a manifest ("protocol/manifest.ttl") in its order; none where the suite is absent."""
    path = SUITE / name
    if not path.is_file():
        return []
    graph = Graph().parse(path, format="turtle", publicID=f"{BASE}{name}")
    (entries,) = graph.objects(None, MF.entries)
    return [_case(graph, node, path.parent.name) for node in Collection(graph, entries)]


def requests(case: Case) -> Iterator[Request]:
    """The requests of a test, in their order."""
    graph = case.graph
    for action in graph.objects(case.node, MF.action):
        for node in Collection(graph, graph.value(action, HT.requests) or BNode()):
            response = graph.value(node, HT.resp)
            statuses = {str(status).partition("#")[2] for status in graph.objects(response, MF.expectedStatus)}
            boolean, headers = graph.value(response, MF.expectedBoolean), _headers(graph, response)
            body = _body(graph, response)
            yield Request(
                str(graph.value(node, HT.methodName)),
                str(graph.value(node, HT.absolutePath)),
                _headers(graph, node),
                _body(graph, node),
                frozenset(statuses),
                _text(graph.value(response, MF.expectedFormat)),
                None if boolean is None else bool(boolean.toPython()),
                _text(graph.value(response, MF.expectedLocation)),
                None if body is None else (headers["content-type"], body),
            )


def path_of(address: str) -> Path:
    """The file of an address in the suite."""
    return SUITE / address.removeprefix(BASE)


def read(address: str) -> list[ox.Triple]:
    """The statements of a file of the suite, its blank nodes being its own."""
    path = path_of(address)
    form = FORMATS[path.suffix]
    return [q.triple for q in ox.parse(path=path, format=form, base_iri=address, rename_blank_nodes=True)]


def is_of_class(status: int, expected: frozenset[str]) -> bool:
    """Whether a status is one of those expected: ``StatusCode2xx``, or a name such as ``NotFound``.

    >>> is_of_class(204, frozenset(["StatusCode2xx"])), is_of_class(404, frozenset(["OK"]))
    (True, False)
    """
    names = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
    return any(names.get(name, 0) == status or name == f"StatusCode{status // 100}xx" for name in expected)


def isomorphic(one: list[ox.Triple], other: list[ox.Triple]) -> bool:
    """Whether two graphs are the same but for the names of their blank nodes."""
    return _canonical(one) == _canonical(other)


def marked(case: Case, reasons: Mapping[str, str]) -> Any:
    """The test for pytest: one with a reason must fail, and says so when it begins to pass."""
    reason = reasons.get(case.name)
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if reason else []
    return pytest.param(case, id=case.name, marks=marks)


def _case(graph: Graph, node: Node, folder: str) -> Case:
    kinds = frozenset(str(kind).partition("#")[2] for kind in graph.objects(node, RDF.type))
    return Case(f"{folder}/{str(node).partition('#')[2]}", kinds, node, graph)


def _headers(graph: Graph, node: Node | None) -> dict[str, str]:
    listed = graph.value(node, HT.headers)
    fields = Collection(graph, listed) if listed else []
    return {str(graph.value(f, HT.fieldName)).lower(): str(graph.value(f, HT.fieldValue)) for f in fields}


def _body(graph: Graph, node: Node | None) -> bytes | None:
    body = graph.value(node, HT.body)
    if body is None:
        return None
    return str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))


def _text(node: Node | None) -> str | None:
    return None if node is None else str(node)


def _canonical(triples: list[ox.Triple]) -> set[str]:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}
