"""The endpoint follows the SPARQL protocol, refuses what is not reading, and says why."""

import json

import pytest
from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph

from web.protocol.formats import FORMATS

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/rodatraden/ns#Goal> } LIMIT 3"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_rows_come_in_the_format_asked_for(client: FlaskClient, name: str) -> None:
    for answer in (
        client.get("/sparql", query_string={"query": SELECT, "format": name}),
        client.get("/sparql", query_string={"query": SELECT}, headers={"Accept": FORMATS[name]}),
    ):
        assert answer.status_code == 200
        assert answer.mimetype == FORMATS[name]


@pytest.mark.parametrize(("name", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")])
def test_graphs_come_in_the_format_asked_for(client: FlaskClient, name: str, parser: str) -> None:
    answer = client.get("/sparql", query_string={"query": GRAPH}, headers={"Accept": FORMATS[name]})
    assert answer.mimetype == FORMATS[name]
    assert len(Graph().parse(data=answer.text, format=parser)) == 3


def test_json_ld_is_json(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": GRAPH, "format": "jsonld"})
    assert answer.mimetype == FORMATS["jsonld"]
    assert json.loads(answer.data)


def test_get_form_and_raw_post_answer_the_same(client: FlaskClient) -> None:
    accept = {"Accept": FORMATS["json"]}
    expected = client.get("/sparql", query_string={"query": SELECT}, headers=accept).data
    assert client.post("/sparql", data={"query": SELECT}, headers=accept).data == expected
    raw = client.post("/sparql", data=SELECT, content_type="application/sparql-query", headers=accept)
    assert raw.data == expected
    assert len(json.loads(expected)["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELEKT", 400),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 403),
        ("LOAD <http://example.org/>", 403),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", 403),
        ("#" * 150_000, 413),
        ("SELECT * WHERE " + "{" * 200 + "}" * 200, 413),
        (SLOW, 504),
    ],
)
def test_what_cannot_be_answered_is_a_problem_to_a_script(client: FlaskClient, query: str, status: int) -> None:
    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.data)
    assert problem["status"] == status
    assert problem["detail"]
    assert "Retry-After" not in answer.headers


def test_what_cannot_be_answered_is_a_page_to_a_reader_with_the_query_kept(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=SELEKT+<b>&lang=en", headers=HTML)
    assert answer.status_code == 400
    page = Page(answer.text)
    assert "SELEKT <b>" in page.text
    assert "The query is not SPARQL" in page.text


def test_a_body_larger_than_allowed_is_refused(client: FlaskClient) -> None:
    answer = client.post("/sparql", data="x" * 300_000, content_type="application/sparql-query")
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("query", "accept", "listed"),
    [
        (SELECT, "image/png", "text/turtle"),
        (SELECT, "text/turtle", "text/csv"),
        (GRAPH, "text/csv", "text/turtle"),
        ("ASK {}", "text/csv", "application/sparql-results+json"),
    ],
)
def test_a_format_that_does_not_fit_is_refused_with_the_list(
    client: FlaskClient, query: str, accept: str, listed: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert listed in answer.text
    assert answer.mimetype == "application/problem+json"


def test_an_unknown_format_is_refused(client: FlaskClient) -> None:
    assert client.get("/sparql", query_string={"query": SELECT, "format": "exe"}).status_code == 406


def test_other_sites_may_read_but_an_update_or_other_content_is_refused(client: FlaskClient) -> None:
    assert client.get("/sparql", query_string={"query": SELECT}).headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in client.options("/sparql").headers["Access-Control-Allow-Methods"]
    accept = {"Accept": "application/json"}
    assert client.post("/sparql", data={"update": "CLEAR ALL"}, headers=accept).status_code == 403
    assert client.post("/sparql", data="x", content_type="text/plain", headers=accept).status_code == 415
    assert client.post("/sparql", data={"other": "1"}, headers=accept).status_code == 400


def test_the_page_has_a_form_an_example_and_the_answer_as_a_table(client: FlaskClient) -> None:
    empty = Page(client.get("/sparql", headers=HTML).text)
    assert "SELECT ?goal" in empty.text
    page = Page(client.get("/sparql", query_string={"query": SELECT}, headers=HTML).text)
    assert "Svaret har 3 rader" in page.text
    assert len([link for link in page.links if "format=" in link]) == 4
    assert "Ja" in Page(client.get("/sparql?query=ASK+{}", headers=HTML).text).text


GROUPED = """PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?kind ?place (COUNT(?thing) AS ?count) WHERE { ?thing a ?kind ; rt:place ?place }
GROUP BY ?kind ?place LIMIT 40"""


def test_a_result_is_also_bars_and_a_matrix_and_things_to_explore(client: FlaskClient) -> None:
    table = Page(client.get("/sparql", query_string={"query": GROUPED}, headers=HTML).text)
    assert "Visa som staplar" in table.text
    assert any(link.startswith("/explore?thing=place/") for link in table.links)
    bars = Page(client.get("/sparql", query_string={"query": GROUPED, "view": "bars"}, headers=HTML).text)
    rows = client.get("/sparql", query_string={"query": GROUPED, "format": "json"}).json["results"]["bindings"]
    assert len(bars.all("svg", "bar")) == len(rows) > 0
    matrix = Page(client.get("/sparql", query_string={"query": GROUPED, "view": "matrix"}, headers=HTML).text)
    assert len(matrix.all("table", "crosstab")) == 1


def test_a_graph_leads_to_the_explorer(client: FlaskClient) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/rodatraden/ns#Handslag> ; ?p ?o } LIMIT 20"
    page = Page(client.get("/sparql", query_string={"query": query}, headers=HTML).text)
    assert any(link.startswith("/explore?thing=handslag/") for link in page.links)
