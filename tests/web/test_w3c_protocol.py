"""The W3C's tests of the SPARQL 1.1 Protocol, the Service Description and the Graph Store Protocol, over HTTP."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
import pytest
import w3c
from rdflib import Graph, Namespace
from w3c import BASE, Case, Request, is_of_class, isomorphic, marked, requests
from writable import Writable

pytestmark = w3c.needed
MADE = "the default graph is made from the named ones (decision 0032): it is not written"
GRAPH_STORE_EXCEPTIONS = {"graph-store-protocol/put_get_default": MADE}
FORMATS = {
    "boolean": ["application/sparql-results+json", "application/sparql-results+xml"],
    "tabular": [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
    "RDF": ["text/turtle", "application/n-triples", "application/rdf+xml"],
}
UPDATE = {"content-type": "application/sparql-update"}
DATA = ("data1", "data2", "data3")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
Serving = Callable[..., AbstractContextManager[str]]


def send(
    address: str, path: str, asked: Request, headers: Mapping[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    """The answer to a request of a test."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest(asked.method, path)
        for name, value in {**asked.headers, **(headers or {})}.items():
            connection.putheader(name, value)
        if asked.body is not None:
            connection.putheader("Content-Length", str(len(asked.body)))
        connection.endheaders(asked.body)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_the_whole_of_each_suite_is_here() -> None:
    assert len(w3c.cases("protocol/manifest.ttl")) == 34
    assert len(w3c.cases("service-description/manifest.ttl")) == 3
    assert sum(len(w3c.cases(f"graph-store-protocol/manifest-{kind}.ttl")) for kind in ("direct", "indirect")) == 13


@pytest.fixture(scope="module")
def endpoint(serving: Serving) -> Iterator[str]:
    """A service of the three graphs of the protocol's tests."""
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(f"http://kasei.us/2009/09/sparql/data/{name}.rdf"))
        for name in DATA
        for t in w3c.read(f"{BASE}protocol/{name}.nt")
    ]
    with serving(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"") as address:
        yield address


@pytest.mark.parametrize("case", [marked(case, {}) for case in w3c.cases("protocol/manifest.ttl")])
def test_protocol(case: Case, endpoint: str, request: pytest.FixtureRequest) -> None:
    is_update = "update" in case.name
    service = request.getfixturevalue("writable") if is_update else None
    for asked in requests(case):
        where, headers = (service.address, service.bearer) if service else (endpoint, {})
        answer, body = send(where, re.sub("^/sparql/", "/sparql", asked.path), asked, headers)
        assert is_of_class(answer.status, asked.statuses), body
        if asked.format is not None:
            assert (answer.headers.get_content_type()) in FORMATS[asked.format]
        if asked.boolean is not None:
            assert json.loads(body)["boolean"] is asked.boolean


@pytest.fixture(scope="module")
def description(address: str) -> Graph:
    """What the endpoint says of itself when it is asked for nothing."""
    asked = Request("GET", "", {"accept": "text/turtle"}, None, frozenset(), None, None, None, None)
    answer, body = send(address, "/sparql", asked)
    assert (answer.status, answer.headers.get_content_type()) == (200, "text/turtle")
    return Graph().parse(data=body, format="turtle")


@pytest.mark.parametrize("case", [marked(case, {}) for case in w3c.cases("service-description/manifest.ttl")])
def test_service_description(case: Case, description: Graph, address: str) -> None:
    (service,) = description.subjects(SD.endpoint)
    checks = {
        "returns-rdf": lambda: len(description) > 0,
        "has-endpoint-triple": lambda: str(description.value(service, SD.endpoint)) == f"{address}/sparql",
        "conforms-to-schema": lambda: (
            (service, None, SD.Service) in description
            and all(term in TERMS for s, p, o in description for term in (p, o) if str(term).startswith(str(SD)))
        ),
    }
    assert checks[case.name.partition("/")[2]]()


TERMS = {
    SD[name]
    for name in [
        "Service",
        "Feature",
        "Language",
        "Function",
        "Aggregate",
        "EntailmentRegime",
        "EntailmentProfile",
        "GraphCollection",
        "Dataset",
        "Graph",
        "NamedGraph",
        "endpoint",
        "feature",
        "defaultEntailmentRegime",
        "entailmentRegime",
        "defaultSupportedEntailmentProfile",
        "supportedEntailmentProfile",
        "extensionFunction",
        "extensionAggregate",
        "languageExtension",
        "supportedLanguage",
        "propertyFeature",
        "defaultDataset",
        "availableGraphs",
        "resultFormat",
        "inputFormat",
        "defaultGraph",
        "namedGraph",
        "name",
        "graph",
        "SPARQL10Query",
        "SPARQL11Query",
        "SPARQL11Update",
        "DereferencesURIs",
        "UnionDefaultGraph",
        "RequiresDataset",
        "EmptyGraphs",
        "BasicFederatedQuery",
    ]
}


@pytest.mark.parametrize(
    "case",
    [
        marked(case, GRAPH_STORE_EXCEPTIONS)
        for kind in ("direct", "indirect")
        for case in w3c.cases(f"graph-store-protocol/manifest-{kind}.ttl")
    ],
)
def test_graph_store(case: Case, writable: Writable) -> None:
    empty = Request("POST", "", UPDATE, b"CLEAR ALL", frozenset(), None, None, None, None)
    assert send(writable.address, "/sparql", empty, writable.bearer)[0].status == 200
    location = ""
    for asked in requests(case):
        path = asked.path.replace("/gsp", "/graph-store", 1).replace("$LOCATION$", quote(location, safe=""))
        answer, body = send(writable.address, path, asked, writable.bearer)
        assert is_of_class(answer.status, asked.statuses), (path, body)
        location = answer.headers.get("Location", location)
        if asked.answer and asked.method == "GET":
            expected_type, expected = asked.answer
            assert answer.headers["content-type"] == expected_type
            assert isomorphic(_triples(body), _triples(expected))


def _triples(content: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, base_iri=BASE)]
