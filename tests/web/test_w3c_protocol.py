"""The W3C's tests of the SPARQL 1.1 Protocol, the Service Description and the Graph Store Protocol, over HTTP."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import parse_qs, quote, urlsplit

import pyoxigraph as ox
import pytest
import w3c
from rdflib import Graph, Namespace
from w3c import BASE, Case, Request, is_of_class, isomorphic, marked, requests

pytestmark = w3c.needed
WRITES = "the service is read-only: it has no update"
DIRECT = "graphs are named by a parameter: an address under the endpoint names none"
PROTOCOL_EXCEPTIONS = {
    f"protocol/{name}": WRITES
    for name in (
        "update_dataset_default_graph",
        "update_dataset_default_graphs",
        "update_dataset_named_graphs",
        "update_dataset_full",
        "update_post_form",
        "update_post_direct",
        "update_base_uri",
    )
}
GRAPH_STORE_EXCEPTIONS = {
    f"graph-store-protocol/{name}": DIRECT
    for name in (
        "put_get_repeat_direct",
        "post_get_post_get_direct",
        "put_get_uri_pct_encoded_direct",
        "head_existing_direct",
    )
}
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
DATA = ("data1", "data2", "data3")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
Serving = Callable[..., AbstractContextManager[str]]


def send(address: str, path: str, asked: Request) -> tuple[HTTPResponse, bytes]:
    """The answer to a request of a test."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest(asked.method, path)
        for name, value in asked.headers.items():
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


@pytest.mark.parametrize("case", [marked(case, PROTOCOL_EXCEPTIONS) for case in w3c.cases("protocol/manifest.ttl")])
def test_protocol(case: Case, endpoint: str) -> None:
    for asked in requests(case):
        answer, body = send(endpoint, re.sub("^/sparql/", "/sparql", asked.path), asked)
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


class Written:
    """What the writes of a test would have made: they are done here, so that what is read can be compared."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.made = 0
        self.location = ""

    def do(self, asked: Request, graph: ox.NamedNode | ox.DefaultGraph | None) -> None:
        if graph is None:
            self.made += 1
            graph = ox.NamedNode(f"http://w3c.example/made/{self.made}")
            self.location = graph.value
        if asked.method in ("PUT", "DELETE"):
            self.store.remove_graph(graph) if graph != ox.DefaultGraph() else self.store.clear_graph(graph)
        if asked.method in ("PUT", "POST"):
            for content in _parts(asked):
                base = getattr(graph, "value", BASE)
                self.store.load(content, format=ox.RdfFormat.TURTLE, base_iri=base, to_graph=graph)
            if isinstance(graph, ox.NamedNode):
                self.store.add_graph(graph)


def _parts(asked: Request) -> list[bytes]:
    """The documents of a body, which may be a form of several."""
    body, boundary = asked.body or b"", asked.headers.get("content-type", "").partition("boundary=")[2]
    if not boundary:
        return [body]
    return [part.split(b"\r\n\r\n", 1)[1] for part in body.split(f"--{boundary}".encode()) if b"\r\n\r\n" in part]


def _graph(path: str) -> ox.NamedNode | ox.DefaultGraph | None:
    """The graph that a path names; None for a new one."""
    parts = urlsplit(path)
    if parts.query == "default":
        return ox.DefaultGraph()
    if parts.query:
        return ox.NamedNode(parse_qs(parts.query)["graph"][0])
    return ox.NamedNode(f"http://www.example{parts.path}") if parts.path.strip("/") != "gsp" else None


@pytest.mark.parametrize(
    "case",
    [
        marked(case, GRAPH_STORE_EXCEPTIONS)
        for kind in ("direct", "indirect")
        for case in w3c.cases(f"graph-store-protocol/manifest-{kind}.ttl")
    ],
)
def test_graph_store(case: Case, serving: Serving) -> None:
    written = Written()
    for asked in requests(case):
        path = asked.path.replace("$LOCATION$", quote(written.location, safe=""))
        if asked.method not in ("GET", "HEAD"):
            written.do(asked, _graph(path))
            continue
        with serving(written.store.dump(format=ox.RdfFormat.N_QUADS) or b"") as address:
            answer, body = send(address, path.replace("/gsp", "/graph-store", 1), asked)
        assert is_of_class(answer.status, asked.statuses), (path, body)
        if asked.answer and asked.method == "GET":
            expected_type, expected = asked.answer
            assert answer.headers["content-type"] == expected_type
            assert isomorphic(_triples(body), _triples(expected))


def _triples(content: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, base_iri=BASE)]
