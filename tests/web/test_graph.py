"""A named graph says what it is, and its file holds all of it."""

from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph

from graph.catalogue import graphs
from graph.store import Store

NAME = "graph/surahammar-handslag"


def test_it_says_its_document_its_basis_and_its_size(client: FlaskClient) -> None:
    page = Page(client.get(f"/{NAME}").text)
    assert "/id/document/surahammar-handslag" in page.links
    assert "Angiven" in page.text
    assert "påståenden" in page.text


def test_its_file_holds_all_its_statements(client: FlaskClient, store: Store) -> None:
    graph = Graph().parse(data=client.get(f"/{NAME}.ttl").text, format="turtle")
    assert len(graph) == graphs(store)[store.base + NAME].statements
    document = client.get(f"/{NAME}.json").json
    assert document is not None
    assert document["count"] == len(graph)


def test_an_unknown_graph_is_not_found(client: FlaskClient) -> None:
    assert client.get("/graph/nonsense").status_code == 404
