"""A thing: everything said of it is shown, with basis and passage, in every format."""

import csv
import io
import re
from datetime import date

import pytest
from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from worlds import ID

from graph.coverage import Scope, coverage, why
from graph.explore import View, explored
from graph.library import panels
from graph.library import question as question_of
from graph.question import things
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


def test_the_table_beside_the_picture_has_every_edge(client: FlaskClient, store: Store, today) -> None:
    page = Page(client.get(f"/id/{HANDSLAG}").text)
    found = explored(store, View(Scope(today), (f"{ID}{HANDSLAG}",)))
    links = page.all("path", "link")
    assert len(links) == len(found.edges) > 0
    assert f"Samma som tabell: {len(links)} länkar" in page.text
    boxes = {str(box["data-key"]) for box in page.all("a", "box")}
    assert boxes == {node.address.removeprefix(ID) for node in found.nodes}


# The panels.

ASPECTS = {
    "goal/dhol-d2": {
        "activities-of",
        "goal-in-places",
        "goals-within",
        "goals-served",
        "actors-of",
        "target-groups-of",
    },
    "strategy/vastmanland-2018": {"goals-within", "activities-of", "linked-strategies", "roles-in", "follow-ups-of"},
    "area/stockholm-2021-fti": {"activities-of", "goals-within", "actors-of"},
    "focus-area/utsatta-grupper": {"goals-within", "activities-of"},
    HANDSLAG: {"roles-in", "commitments-of", "goals-within", "follow-ups-of"},
    "activity/stockholm-2021-fti-p1": {"goals-served"},
    "intervention/sip": {"activities-of", "places-of", "goals-served", "documents-naming"},
    "actor/region-vastmanland": {"activities-of", "handslag-of", "commitments-of", "roles-of-actor", "goals-served"},
    "place/1907": {"handslag-of", "observations-of", "documents-naming"},
    "target-group/barn-och-unga": {"goals-within", "activities-of", "observations-of"},
    "indicator/mar-bra": {"observations-of"},
    "arena/skola": {"activities-of"},
}


@pytest.mark.parametrize("name", ASPECTS)
def test_a_page_shows_the_panels_that_have_an_answer(client: FlaskClient, store: Store, today: date, name: str) -> None:
    page = Page(client.get(f"/id/{name}").text)
    shown = {
        one.removeprefix("panel-") for one in page.ids if one.startswith("panel-") and not one.endswith("-heading")
    }
    assert shown >= ASPECTS[name]
    for question in panels(name.partition("/")[0]):
        assert question.panel is not None
        answer = question.ask(store, {question.panel.parameter: name}, today)
        assert (question.name in shown) == bool(len(answer)), question.name


@pytest.mark.parametrize("name", ["goal/dhol-d2", "actor/region-vastmanland", "indicator/mar-bra"])
def test_each_panel_has_its_files_its_question_and_its_sparql(client: FlaskClient, name: str) -> None:
    page = Page(client.get(f"/id/{name}").text)
    sections = [one for one in page.all("section", "aspect") if one.get("id")]
    for section in sections:
        question = str(section["id"]).removeprefix("panel-")
        [of_csv] = [link for link in page.links if link.startswith(f"/question/{question}.csv?")]
        rows = list(csv.reader(io.StringIO(client.get(of_csv).text)))
        assert len(rows) > 1
        of_page = next(link for link in page.links if link.startswith(f"/question/{question}?"))
        assert client.get(of_page).status_code == 200
    opened = [link for link in page.links if link.startswith("/sparql?query=")]
    assert len(opened) >= len(sections)


def test_who_in_sweden_uses_an_intervention(client: FlaskClient, store: Store, today: date) -> None:
    yam = next(one for one in things(store, "intervention") if "yam" in one)
    page = Page(client.get(f"/{yam.removeprefix(store.base)}").text)
    rows = question_of("activities-of").ask(store, {"thing": yam}, today)
    assert len(rows)
    for row in rows:
        assert f"/{str(row['activity']).removeprefix(store.base)}" in page.links
        if row["place"] is not None:
            assert f"/{str(row['place']).removeprefix(store.base)}" in page.links


def test_rows_about_one_thing_are_one_row_with_all_its_values(client: FlaskClient) -> None:
    html = client.get(f"/id/{HANDSLAG}").text
    [body] = re.findall(r'id="panel-roles-in".*?<tbody>(.*?)</tbody>', html, re.DOTALL)
    actors = re.findall(r'<th scope="row"><a href="([^"]+)"', body)
    assert len(actors) == len(set(actors))
    assert ", <a" in body


def test_an_indicator_has_its_chart_with_its_table_and_says_which_way_is_better(client: FlaskClient) -> None:
    page = Page(client.get("/id/indicator/mar-bra").text)
    [picture] = page.all("svg", "chart-picture")
    assert picture["role"] == "img"
    assert "Samma värden står i tabellen" in str(picture["aria-label"])
    assert "högre är bättre" in page.text
    assert "Streckad linje: åren emellan är okända" in page.text
    assert "3 uppgifter utan årtal eller värde är inte ritade" in page.text
    for value in ("79", "50", "90", "78"):
        assert value in page.text


def test_an_indicator_with_one_year_has_a_table_and_no_chart(client: FlaskClient) -> None:
    page = Page(client.get("/id/indicator/fullgod-psykisk-halsa").text)
    assert page.all("svg", "chart-picture") == []
    assert "panel-observations-of" in page.ids


def test_a_chart_in_english_has_english_words(client: FlaskClient) -> None:
    text = Page(client.get("/id/indicator/mar-bra?lang=en").text).text
    assert "higher is better" in text
    assert "Dashed line: the years between are unknown" in text
