"""The protocol at its edges: what is accepted, what is told, what is sent; and the Graph Store, read."""

import gzip
import json
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store import Store
from graph.vocabulary import BASE
from web.app import create_app
from web.protocol.formats import FORMATS

ASK = {"query": "ASK {}"}
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
GRAPH = "CONSTRUCT { <a:a> <a:b> 'å' } WHERE {}"
EVERYTHING = "SELECT * WHERE { ?s ?p ?o }"
STATED, MAPPING = f"{BASE}graph/hallstahammar", f"{BASE}graph/vocabulary"
JSON, CSV, TURTLE = FORMATS["json"], FORMATS["csv"], FORMATS["ttl"]
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@pytest.mark.parametrize(
    ("query", "accept", "given"),
    [
        ("ASK {}", None, JSON),
        ("ASK {}", "*/*", JSON),
        (COUNT, "text/csv, application/sparql-results+xml;q=0.9", CSV),
        (COUNT, "text/csv;q=0.2, application/sparql-results+xml;q=0.9", FORMATS["xml"]),
        (COUNT, "text/turtle, text/tab-separated-values;q=0.5", FORMATS["tsv"]),
        (COUNT, "text/*;q=0.5, text/csv;q=0.1", FORMATS["tsv"]),
        (COUNT, "application/sparql-results+json;q=0, */*;q=0.1", FORMATS["xml"]),
        (COUNT, "application/json", JSON),
        (COUNT, "application/xml", FORMATS["xml"]),
        (COUNT, "text/csv; charset=utf-8; header=present", CSV),
        (COUNT, "TEXT/CSV", CSV),
        (GRAPH, None, TURTLE),
        (GRAPH, "application/json", FORMATS["jsonld"]),
        (GRAPH, "text/xml", FORMATS["rdf"]),
        (GRAPH, "text/plain", FORMATS["nt"]),
        (GRAPH, "application/n-quads", FORMATS["nq"]),
        (GRAPH, "application/trig", FORMATS["trig"]),
    ],
)
def test_the_best_format_that_fits_is_given(client: FlaskClient, query: str, accept: str | None, given: str) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.mimetype) == (200, given)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("query", "name", "given"),
    [
        (COUNT, "json", JSON),
        (GRAPH, "json", FORMATS["jsonld"]),
        (GRAPH, "xml", FORMATS["rdf"]),
        (GRAPH, "turtle", TURTLE),
        (GRAPH, "application/n-triples", FORMATS["nt"]),
        (COUNT, "text/csv", CSV),
        (GRAPH, "nq", FORMATS["nq"]),
        (GRAPH, "trig", FORMATS["trig"]),
    ],
)
def test_the_format_parameter_wins(client: FlaskClient, query: str, name: str, given: str) -> None:
    answer = client.get("/sparql", query_string={"query": query, "format": name}, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.mimetype) == (200, given)


@pytest.mark.parametrize("form", ["ttl", "nt", "rdf", "jsonld", "trig", "nq"])
def test_a_graph_is_the_same_in_every_format(client: FlaskClient, form: str) -> None:
    answer = client.get("/sparql", query_string={"query": GRAPH, "format": form})
    (quad,) = ox.parse(answer.data, format=ox.RdfFormat.from_media_type(answer.mimetype))
    assert quad == ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal("å"))


@pytest.mark.parametrize("name", ["query", "format", "timeout"])
def test_what_is_given_twice_is_refused(client: FlaskClient, name: str) -> None:
    parameters = {"query": "ASK {}", "format": "json", "timeout": "1"}
    pairs = [*parameters.items(), (name, parameters[name])]
    answer = client.get(f"/sparql?{urlencode(pairs)}")
    assert answer.status_code == 400
    assert name in answer.text
    in_both = client.post(f"/sparql?{name}={parameters[name]}", data=parameters)
    assert in_both.status_code == 400


def test_a_query_in_the_address_and_in_the_body_is_two(client: FlaskClient) -> None:
    assert client.post("/sparql?query=ASK{}", data="ASK {}", content_type=DIRECT).status_code == 400


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"ASK {}", f"{DIRECT}; charset=utf-8", 200),
        (b"ASK {}", f'{DIRECT}; charset="UTF-8"', 200),
        (b"query=ASK+%7B%7D", f"{FORM}; charset=UTF-8", 200),
        ("ASK { ?s ?p 'å' }".encode("latin-1"), DIRECT, 400),
        ("ASK { ?s ?p 'å' }".encode("latin-1"), f"{DIRECT}; charset=iso-8859-1", 415),
        ("ASK {}".encode("utf-16"), f"{DIRECT}; charset=utf-16", 415),
        ("ASK {}".encode("utf-16"), DIRECT, 400),
        (b"query=ASK+%7B+%3Fs+%3Fp+%27%E5%27+%7D", FORM, 400),
        (b"ASK { ?s ?p '\0' }", DIRECT, 400),
        (b"query=ASK+%7B+%3Fs+%3Fp+%27%00%27+%7D", FORM, 400),
        (b"ASK { ?s ?p '\xed\xa0\x80' }", DIRECT, 400),
        (b"", DIRECT, 400),
        (b"", FORM, 400),
        (b"query=ASK+%7B%7D&" + b"a=1&" * 1000, FORM, 400),
        (b"ASK {}", "multipart/form-data; boundary=x", 415),
        (b"ASK {}", "application/json", 415),
        (b"CLEAR ALL", "application/sparql-update", 403),
    ],
)
def test_what_is_posted_is_read_strictly(client: FlaskClient, body: bytes, content_type: str, status: int) -> None:
    answer = client.post("/sparql", data=body, content_type=content_type, headers={"Accept": "application/json"})
    assert answer.status_code == status, answer.text
    assert answer.mimetype == ("application/problem+json" if status != 200 else JSON)


def test_invalid_utf8_in_the_address_is_refused(client: FlaskClient) -> None:
    assert client.get("/sparql?query=ASK+%7B+%3Fs+%3Fp+%27%E5%27+%7D").status_code == 400


@pytest.mark.parametrize(("value", "status"), [("1", 200), ("0.5", 200), ("3", 200), ("3.1", 400), ("0", 400)])
def test_the_timeout_is_below_the_cap(client: FlaskClient, value: str, status: int) -> None:
    answer = client.get("/sparql", query_string={**ASK, "timeout": value}, headers={"Accept": "application/json"})
    assert answer.status_code == status


@pytest.mark.parametrize("value", ["-1", "nan", "inf", "x", "1e999", "1s"])
def test_a_timeout_that_is_none_is_refused(client: FlaskClient, value: str) -> None:
    assert client.get("/sparql", query_string={**ASK, "timeout": value}).status_code == 400


def test_a_shorter_timeout_ends_the_query(client: FlaskClient) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = client.get("/sparql", query_string={"query": slow, "timeout": "0.2"})
    assert answer.status_code == 504
    assert "0,2 sekunder" in answer.text


def count(client: FlaskClient, method: str = "get", **parameters: str | list[str]) -> int:
    given = {"query": COUNT, "format": "csv", **parameters}
    answer = client.get("/sparql", query_string=given) if method == "get" else client.post("/sparql", data=given)
    assert answer.status_code == 200, answer.text
    return int(answer.text.splitlines()[1])


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_request_chooses_the_graphs(client: FlaskClient, store: Store, method: str) -> None:
    one, other = store.graphs("stated")[:2]
    sizes = [count(client, method, **{"default-graph-uri": graph}) for graph in (one, other)]
    assert all(sizes)
    assert count(client, method, **{"default-graph-uri": [one, other]}) == sum(sizes)
    assert count(client, method, **{"named-graph-uri": one}) == 0
    assert count(client, method, **{"default-graph-uri": [one, one]}) == sizes[0]
    assert count(client, method, **{"default-graph-uri": "http://example.org/"}) == 0
    assert count(client, method) > sum(sizes)


@pytest.mark.parametrize("value", ["", "x", "/graph/x", "http://a b/", "http://a/<x>"])
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_is_no_address_is_refused(client: FlaskClient, name: str, value: str) -> None:
    answer = client.get("/sparql", query_string={**ASK, name: value})
    assert answer.status_code == 400
    assert name in answer.text


def test_an_answer_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/sparql", query_string={"query": COUNT, "format": "csv"})
    tag = first.headers["ETag"]
    again = client.get("/sparql", query_string={"query": COUNT, "format": "csv"}, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    others = [
        {"query": f"{COUNT} ", "format": "csv"},
        {"query": COUNT, "format": "json"},
        {"query": COUNT, "format": "csv", "default-graph-uri": STATED},
    ]
    for other in others:
        assert client.get("/sparql", query_string=other, headers={"If-None-Match": tag}).status_code == 200


def test_the_tag_changes_with_the_data(client: FlaskClient, app: Flask, store: Store) -> None:
    service = app.extensions["service"]
    newer = create_app(Store(b"", "newer", BASE), service.workers, service.today).test_client()
    tags = [c.get("/sparql", query_string=ASK).headers["ETag"] for c in (client, newer)]
    assert tags[0] != tags[1]


@pytest.mark.parametrize("text", ["NOW()", "RAND()", "UUID()", "STRUUID()", "str(now ( ))"])
def test_an_answer_that_may_change_is_always_made_anew(client: FlaskClient, text: str) -> None:
    query = {"query": f"SELECT ({text} AS ?x) {{}}", "format": "csv"}
    first = client.get("/sparql", query_string=query)
    again = client.get("/sparql", query_string=query, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.data != first.data


def test_head_tells_what_get_would(client: FlaskClient) -> None:
    got, head = (ask("/sparql", query_string={"query": COUNT}) for ask in (client.get, client.head))
    assert head.status_code == 200
    assert head.data == b""
    for name in ("Content-Type", "Content-Length", "ETag"):
        assert head.headers[name] == got.headers[name]
    assert client.head("/sparql", query_string={"query": "SELEKT"}).status_code == 400


@pytest.mark.parametrize("path", ["/sparql", "/graph-store"])
def test_any_site_may_read(client: FlaskClient, path: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = client.options(path, headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert int(answer.headers["Access-Control-Max-Age"]) > 600
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    refused = client.get("/sparql?query=SELEKT", headers={"Origin": "https://example.org"})
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
    for method in ("PUT", "DELETE", "PATCH"):
        other = client.open(path, method=method)
        assert other.status_code == 405
        assert "GET" in other.headers["Allow"]


@pytest.mark.parametrize("limit", [10, 3000, 20_000])
def test_an_answer_is_compressed_where_that_is_accepted(client: FlaskClient, limit: int) -> None:
    given = {"query": f"SELECT * WHERE {{ ?s ?p ?o }} LIMIT {limit}", "format": "json"}
    plain, packed, refused = (
        client.get("/sparql", query_string=given, headers={"Accept-Encoding": accepted}, buffered=True)
        for accepted in ("", "gzip", "gzip;q=0")
    )
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert sorted(rows(gzip.decompress(packed.data))) == sorted(rows(plain.data)) == sorted(rows(refused.data))
    assert len(packed.data) < len(plain.data) / 2
    assert "Content-Encoding" not in refused.headers
    small = client.get("/sparql", query_string=ASK, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in small.headers


def rows(content: bytes) -> list[str]:
    return [json.dumps(row, sort_keys=True) for row in json.loads(content)["results"]["bindings"]]


def test_a_large_answer_comes_whole_over_the_wire(address: str) -> None:
    for accept_encoding in ("identity", "gzip"):
        connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
        path = f"/sparql?{urlencode({'query': EVERYTHING, 'format': 'json'})}"
        connection.request("GET", path, headers={"Accept-Encoding": accept_encoding})
        answer = connection.getresponse()
        content = answer.read()
        if accept_encoding == "gzip":
            content = gzip.decompress(content)
        else:
            assert int(answer.headers["Content-Length"]) == len(content)
        assert len(json.loads(content)["results"]["bindings"]) > 10_000
        connection.close()


def test_a_page_shows_the_first_rows_and_says_so(client: FlaskClient) -> None:
    html = {"Accept": "text/html"}
    answer = client.get("/sparql", query_string={"query": EVERYTHING, "lang": "en"}, headers=html)
    assert answer.status_code == 200
    assert "The answer has more than 1,000 rows" in answer.text
    chosen = {"query": COUNT, "default-graph-uri": STATED}
    answer = client.get("/sparql", query_string=chosen, headers=html)
    assert f"{urlencode({'default-graph-uri': STATED})}" in answer.text


def test_a_graph_is_read_from_the_graph_store(client: FlaskClient, store: Store) -> None:
    name = store.graphs("stated")[0]
    named = client.get("/graph-store", query_string={"graph": name, "format": "nt"}, buffered=True)
    default = client.get("/graph-store?default", headers={"Accept": "application/n-triples"}, buffered=True)
    assert named.status_code == default.status_code == 200
    assert named.text.count("\n") == count(client, **{"default-graph-uri": name})
    assert default.text.count("\n") == count(client)
    tag = {"If-None-Match": named.headers["ETag"]}
    assert client.get("/graph-store", query_string={"graph": name, "format": "nt"}, headers=tag).status_code == 304
    head = client.head("/graph-store", query_string={"graph": name})
    assert (head.status_code, head.data, head.mimetype) == (200, b"", TURTLE)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("graph=x", 400),
        ("graph=http://nowhere.example/", 404),
        ("graph=http://nowhere.example/&default", 400),
        ("graph=a:a&graph=a:b", 400),
        ("default&format=csv", 406),
        ("graph=%E5", 400),
    ],
)
def test_a_graph_that_cannot_be_given_is_a_problem(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/graph-store?{query}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
