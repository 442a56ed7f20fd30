"""Jämför: two plans, places and dates have the numbers of the index and of the reports, in every format."""

import csv
import io

import pytest
from browsing import SCRIPT, Page
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from worlds import ID

from graph.changes import Side, changes
from graph.compare import BOTH, ONE, OTHER, compared
from graph.coverage import Scope, coverage
from graph.gaps import scope_of
from graph.store import Store

PLACES = "?place=1961&other=1907"
PLANS = "?plan=vastmanland-2018&otherPlan=stockholm-2021"


def test_two_places_have_the_statuses_of_the_index(client: FlaskClient, store: Store, today) -> None:
    sides = [coverage(store).statuses(Scope(today, place=place)) for place in ("1961", "1907")]
    differing = [goal for goal in sides[0] if sides[0][goal] != sides[1][goal]]
    assert differing
    page = Page(client.get(f"/compare{PLACES}").text)
    assert f"Läget skiljer sig för {len(differing)} av {len(sides[0])} mål." in page.text
    rows = list(csv.DictReader(io.StringIO(client.get(f"/compare.csv{PLACES}").text)))
    assert {row["goal"]: row["status"].rpartition("status-")[2] for row in rows} == {
        goal: status.word for goal, status in sides[0].items()
    }
    assert {row["goal"]: row["statusOther"].rpartition("status-")[2] for row in rows} == {
        goal: status.word for goal, status in sides[1].items()
    }
    for goal in (goal for goal in differing if goal.startswith(ID)):  # those of the UN have addresses of their own
        assert any(link.startswith(f"/id/{goal.removeprefix(ID)}?") for link in page.links)


def test_two_dates_have_the_changes_of_the_report(client: FlaskClient, store: Store, today) -> None:
    query = "?since=2019-12-31&asOf=2020-01-01&strategy=vastmanland-2018"
    scopes = (scope_of(store, today, day, strategy="vastmanland-2018") for day in ("2019-12-31", "2020-01-01"))
    expected = changes(*(Side(store, scope) for scope in scopes))
    assert expected.statuses
    page = Page(client.get(f"/compare{query}").text)
    assert len(page.all("tr", "change")) == len(expected.statuses)
    assert "avslutades enligt sitt slutdatum" in page.text
    document = client.get(f"/compare.json{query}").json
    assert document is not None
    assert len(document["rows"]) == len(expected.statuses) + len(expected.gaps)
    assert (document["since"], document["asOf"]) == ("2019-12-31", "2020-01-01")


def test_two_plans_have_the_rows_of_the_comparison(client: FlaskClient, store: Store, today) -> None:
    expected = compared(store, "vastmanland-2018", "stockholm-2021", Scope(today))
    page = Page(client.get(f"/compare{PLANS}").text)
    assert len(page.all("tr", "ground")) == len(expected.rows)
    assert len(page.all("tr", "ground-both")) == sum(row.who == BOTH for row in expected.rows)
    text = " ".join(page.text.split())
    assert "De har 11 större mål gemensamma. 4 målgrupper nämns i båda." in text
    alone = len(expected.lone(ONE)), len(expected.lone(OTHER))
    assert "leder {} av 18 i den första och {} av 30 i den andra inte till något som båda har.".format(*alone) in text
    for held in (held for row in expected.rows for side in (row.one, row.other) for held in side.held):
        if held.thing.startswith(ID):
            assert any(link.startswith(f"/id/{held.thing.removeprefix(ID)}") for link in page.links), held
    rows = list(csv.DictReader(io.StringIO(client.get(f"/compare.csv{PLANS}").text)))
    assert [(row["part"], row["thing"], row["activities"]) for row in rows] == [
        (row.part, row.thing, str(row.one.count)) for row in expected.rows
    ]
    document = client.get(f"/compare.json{PLANS}").json
    assert document is not None
    assert [row["thing"]["id"] for row in document["rows"]] == [row.thing for row in expected.rows]
    assert document["plan"] == f"{ID}strategy/vastmanland-2018"
    headings = [
        cell.value for cell in load_workbook(io.BytesIO(client.get(f"/compare.xlsx{PLANS}").data)).worksheets[0][1]
    ]
    assert any("Stockholms län 2021" in str(heading) for heading in headings)


def test_what_links_two_plans_is_said(client: FlaskClient) -> None:
    page = Page(client.get("/compare?plan=hallstahammar-psykisk-halsa&otherPlan=rus-vastmanland").text)
    text = " ".join(page.text.split())
    assert "Region Västmanland genomför Tillsammans för ett livskraftigt Västmanland" in text
    assert "planens eget" in text


def test_two_plans_in_a_place_that_no_document_names_are_unknown(client: FlaskClient) -> None:
    page = Page(client.get(f"/compare{PLANS}&place=1960").text)
    assert "Okänt: inget dokument nämner platsen" in page.text
    document = client.get(f"/compare.json{PLANS}&place=1960").json
    assert document is not None
    assert {row.get("activities") for row in document["rows"]} == {None}


def test_without_a_choice_there_are_three_forms(client: FlaskClient) -> None:
    page = Page(client.get("/compare").text)
    assert len(page.all("form", "card")) == 3
    assert not page.all("table")
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/compare?other=1907", "Välj två platser"),
        ("/compare?place=1907&other=", "Välj två platser"),
        ("/compare?plan=vastmanland-2018", "Välj två planer"),
        ("/compare?plan=vastmanland-2018&otherPlan=vastmanland-2018", "två olika planer"),
        ("/compare?plan=vastmanland-2018&otherPlan=stockholm-2020", "strategy/stockholm-2021"),
        ("/compare?place=1907&other=9999", "Platsen finns inte i grafen"),
        ("/compare?since=2027-01-01", "2026-11-22 eller tidigare"),
        ("/compare?since=igår", "2026-11-22"),
        ("/compare.json", "Ange två planer, en plats till eller ett datum."),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert says in Page(answer.text).text


@pytest.mark.parametrize(
    "path", ["/need", "/who-else", "/who-else?goal=evil", "/gaps", "/compare", "/compare?plan=<script>"]
)
def test_names_on_these_pages_are_text(evil_app: Flask, path: str) -> None:
    answer = evil_app.test_client().get(path)
    assert answer.status_code == (400 if "plan" in path else 200)
    assert SCRIPT not in answer.text
    assert "<script>" not in answer.text
    assert not [link for link in Page(answer.text).links if link.startswith("javascript:")]
