"""Lägesbild: the numbers are the index's, in every format, and unknown is not none."""

import csv
import io
from datetime import date

import pytest
from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph, Namespace

from graph.coverage import Scope, Status, coverage
from graph.gaps import gaps, scope_of
from graph.store import Store
from web.pages.start import ORDER

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
UNNAMED = "0114"


def test_the_sentence_has_the_numbers_of_the_index(client: FlaskClient, store: Store, today: date) -> None:
    found = coverage(store).all(Scope(today))
    without = sum(goal.status == Status.NONE for goal in found)
    text = Page(client.get("/").text).text
    assert f"{len(found)} mål finns i grafen." in text
    assert f"För {without} av dem är ingen aktivitet registrerad per den 22 november 2026." in text
    assert "ingen aktivitet finns" not in text


@pytest.mark.parametrize("query", ["", "?status=all", "?status=uncertain&asOf=2019-06-01", "?basis=stated&place=19"])
def test_every_format_has_the_same_rows(client: FlaskClient, query: str) -> None:
    rows = len(Page(client.get(f"/{query}").text).all("tr", "goal"))
    document = client.get(f"/start.json{query}").json
    assert document is not None
    assert rows == document["count"] == len(document["rows"])
    assert rows == len(list(csv.DictReader(io.StringIO(client.get(f"/start.csv{query}").text))))
    graph = Graph().parse(data=client.get(f"/start.ttl{query}").text, format="turtle")
    assert rows == len(list(graph.objects(None, RS.solution)))


def test_the_file_says_what_was_asked_and_counts_each_status(client: FlaskClient) -> None:
    document = client.get("/start.json?asOf=2019-01-01&basis=stated").json
    assert document is not None
    assert document["asOf"] == "2019-01-01"
    assert document["basis"] == "stated"
    assert int(document["goals"]) == sum(int(document.get(f"goals-{status.word}", 0)) for status in ORDER)


def test_the_same_address_answers_a_script_that_asks_for_json(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Accept": "application/json"})
    assert answer.json == client.get("/start.json").json
    assert "Accept" in answer.headers["Vary"]


def test_a_place_that_no_document_names_is_unknown_not_without_activity(client: FlaskClient, store: Store) -> None:
    assert not coverage(store).is_named(f"{store.base}id/place/{UNNAMED}")
    text = Page(client.get(f"/?place={UNNAMED}").text).text
    assert "Okänt är inte en lucka" in text
    assert "av dem är läget okänt" in text
    assert "av dem är ingen aktivitet registrerad" not in text


@pytest.mark.parametrize("query", ["asOf=igår", "asOf=2026-02-30", "place=9999", "basis=guess", "status=good"])
def test_a_value_that_does_not_fit_is_said_beside_the_form(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400
    [error] = Page(answer.text).all("p", "error")
    assert error["role"] == "alert"
    assert client.get(f"/start.json?{query}").status_code == 400


def test_the_choice_goes_with_the_links_to_the_goals(client: FlaskClient) -> None:
    links = Page(client.get("/?asOf=2019-01-01&basis=stated&status=all&lang=en").text).links
    goals = [link for link in links if link.startswith("/id/goal/")]
    assert goals
    assert all("asOf=2019-01-01" in g and "basis=stated" in g and "lang=en" in g for g in goals)


def test_the_greatest_gaps_are_those_of_the_report(client: FlaskClient, store: Store, today: date) -> None:
    found = gaps(store, scope_of(store, today)).gaps
    worst = {gap.kind for gap in found if gap.severity == "high"}
    page = Page(client.get("/").text)
    assert len(page.all("tr", "gap-kind")) == len(worst) > 0
    assert f"Se alla {len(found)} luckor" in page.text.replace("\xa0", "")
    assert {f"/gaps?kind={kind}" for kind in worst} <= set(page.links)


def test_what_has_changed_in_a_year_is_counted_and_leads_on(client: FlaskClient, store: Store) -> None:
    sides = [coverage(store).statuses(Scope(day)) for day in (date(2020, 6, 1), date(2021, 6, 1))]
    changed = sum(sides[0][goal] != status for goal, status in sides[1].items())
    page = Page(client.get("/?asOf=2021-06-01").text)
    assert changed > 0
    assert f"{changed} mål har fått en annan status." in page.text
    assert "Sedan den 1 juni 2020" in page.text
    assert "/compare?since=2020-06-01&asOf=2021-06-01" in page.links
