"""The sources: each document, what was read from it, and where it is ambiguous."""

from browsing import Page
from flask.testing import FlaskClient

from graph.catalogue import graphs, readings
from graph.question import things
from graph.store import Store


def test_every_document_is_listed_with_its_graph(client: FlaskClient, store: Store) -> None:
    links = Page(client.get("/source").text).links
    for document in things(store, "document"):
        assert f"/{document.removeprefix(store.base)}" in links
    for graph in graphs(store):
        assert f"/{graph.removeprefix(store.base)}" in links


def test_every_ambiguous_reading_is_there(client: FlaskClient, store: Store) -> None:
    found = [reading for here in readings(store).values() for reading in here]
    assert {r.address for r in found} == things(store, "reading")
    text = Page(client.get("/source").text).text
    assert all(r.chosen in text and r.other in text for r in found)
