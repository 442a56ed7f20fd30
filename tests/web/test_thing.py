"""A thing: everything said of it is shown, with basis and passage, in every format."""

import csv
import io
import json
from datetime import date

import pytest
from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph, URIRef

from graph.coverage import Scope, coverage, why
from graph.store import Store
from graph.thing import as_answer, thing, triples

HANDSLAG = "handslag/surahammar-det-handlar-om-livet"
UNVERIFIED = "https://w3id.org/rodatraden/ns#wordingVerified"


@pytest.mark.parametrize("name", [HANDSLAG, "strategy/rus-vastmanland", "place/19", "target-group/barn-och-unga"])
def test_all_that_is_said_of_it_is_in_the_page(client: FlaskClient, store: Store, name: str) -> None:
    found = thing(store, f"{store.base}id/{name}")
    page = Page(client.get(f"/id/{name}").text)
    for passage in found.passages:
        assert passage.quote in page.text
    for fact in found.incoming:
        assert fact.subject.removeprefix(store.base) in " ".join(page.links)


@pytest.mark.parametrize("name", [HANDSLAG, "strategy/rus-vastmanland"])
def test_every_format_has_the_same_statements(client: FlaskClient, store: Store, name: str) -> None:
    address = f"{store.base}id/{name}"
    expected = as_answer(thing(store, address))
    document = client.get(f"/id/{name}.json").json
    assert document is not None
    assert document["count"] == len(expected)
    assert len(list(csv.DictReader(io.StringIO(client.get(f"/id/{name}.csv").text)))) == len(expected)
    graph = Graph().parse(data=client.get(f"/id/{name}.ttl").text, format="turtle")
    assert len(graph) == len(set(triples(store, address)))
    assert (URIRef(address), None, None) in graph


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("text/turtle", "text/turtle"), ("application/json", "application/json"), ("*/*", "text/html"), ("", "text/html")],
)
def test_the_address_of_a_thing_answers_in_the_format_asked_for(
    client: FlaskClient, accept: str, media_type: str
) -> None:
    answer = client.get(f"/id/{HANDSLAG}", headers={"Accept": accept})
    assert answer.mimetype == media_type


def test_a_goal_shows_why_with_the_thread_in_order(client: FlaskClient, store: Store, today: date) -> None:
    scope = Scope(today)
    index = coverage(store)
    goal = max((g for g in index.all(scope) if g.activities), key=lambda g: len(why(store, g.goal, scope).thread))
    reason = why(store, goal.goal, scope)
    page = Page(client.get("/thing", query_string={"iri": goal.goal}, follow_redirects=True).text)
    assert len(page.all("ol", "thread")) == 1
    own = [s.subject for s in reason.thread if s.subject.startswith(store.base)]
    spots = [page.links.index(f"/{subject.removeprefix(store.base)}") for subject in own]
    assert spots == sorted(spots)
    assert all(evidence.quote in page.text for s in reason.thread for evidence in s.evidence)


def test_a_goal_without_activity_says_that_none_is_recorded(client: FlaskClient, store: Store, today: date) -> None:
    goal = next(g for g in coverage(store).all(Scope(today)) if not g.shallow and g.goal.startswith(store.base))
    text = Page(client.get(f"/{goal.goal.removeprefix(store.base)}").text).text
    assert "ingen aktivitet registrerad" in text
    assert "ingen aktivitet finns" not in text


def test_a_goal_for_an_unnamed_place_is_unknown(client: FlaskClient, store: Store) -> None:
    goal = next(g for g in sorted(coverage(store).goals) if g.startswith(store.base))
    text = Page(client.get(f"/{goal.removeprefix(store.base)}?place=0114").text).text
    assert "Okänt" in text
    assert "räknas inte som en lucka" in text


def test_a_wording_that_is_not_verified_is_said_beside_the_name(client: FlaskClient, store: Store) -> None:
    false = [
        g
        for g in coverage(store).goals
        if any(f.property == UNVERIFIED and str(f.value) == "false" for f in thing(store, g).facts)
    ]
    assert false
    for goal in false[:3]:
        path = f"/{goal.removeprefix(store.base)}" if goal.startswith(store.base) else f"/thing?iri={goal}"
        assert "Ordalydelsen inte verifierad" in Page(client.get(path).text).text


def test_a_thing_of_anothers_has_a_page_here(client: FlaskClient) -> None:
    iri = "http://metadata.un.org/sdg/3.4"
    assert iri in client.get(f"/thing?iri={iri}").text
    assert client.get(f"/thing?iri={iri}&format=json").mimetype == "application/json"


def test_a_passage_leads_to_the_thing_it_is_about(client: FlaskClient, store: Store) -> None:
    passage = thing(store, f"{store.base}id/{HANDSLAG}").passages[0]
    answer = client.get(f"/{passage.address.removeprefix(store.base)}")
    assert answer.status_code == 303
    path, _, spot = answer.location.partition("#")
    assert spot in Page(client.get(path).text).ids


def test_a_document_shows_its_passages_in_order_and_its_ambiguous_spots(client: FlaskClient) -> None:
    page = Page(client.get("/id/document/surahammar-handslag").text)
    assert "Belägg i dokumentets ordning" in page.text
    assert len(page.all("details", "reading")) >= 2


@pytest.mark.parametrize(
    "path",
    [
        "/id/goal/finns-inte",
        "/id/goal/a%20b%3E",
        "/thing",
        "/thing?iri=",
        "/thing?iri=javascript:alert(1)",
        "/thing?iri=http://[",
        "/id/passage/x",
    ],
)
def test_what_is_not_in_the_graph_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_table_beside_the_picture_has_every_edge(client: FlaskClient) -> None:
    page = Page(client.get(f"/id/{HANDSLAG}").text)
    [picture] = page.all("div", "picture")
    edges = json.loads(str(picture["data-picture"]))["edges"]
    assert edges
    assert f"Samma som tabell: {len(edges)} länkar" in page.text
    assert "Tabellen nedanför innehåller samma sak" in page.text
