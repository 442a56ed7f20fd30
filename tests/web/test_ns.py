"""The vocabulary has a spot for every term, and is a file."""

from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph, URIRef

from graph.catalogue import terms
from graph.store import Store
from graph.vocabulary import RT, SKOS


def test_every_term_has_its_spot_and_definition(client: FlaskClient, store: Store) -> None:
    page = Page(client.get("/ns").text)
    for iri, definitions in terms(store).items():
        assert iri.removeprefix(RT) in page.ids
        assert definitions.get("sv", "") in page.text


def test_the_file_has_the_definitions(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get("/ns.ttl").text, format="turtle")
    assert (URIRef(RT + "Goal"), URIRef(SKOS + "definition"), None) in graph
    assert client.get("/ns", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
