"""Behov: the page has the rows of the need report, the unknown apart, and the same in every format."""

import csv
import io

import pytest
from browsing import Page
from flask.testing import FlaskClient
from worlds import ID

from graph.coverage import Scope, Status
from graph.need import need
from graph.store import Store


@pytest.mark.parametrize(
    ("query", "scope"),
    [
        ("", {}),
        ("?place=1907", {"place": "1907"}),
        ("?targetGroup=flickor&place=19", {"target_group": "flickor", "place": "19"}),
        ("?strategy=regionplan-vastmanland", {"strategy": "regionplan-vastmanland"}),
    ],
)
def test_page_and_files_have_the_rows_of_the_report(client: FlaskClient, store: Store, today, query, scope) -> None:
    report = need(store, Scope(today, **scope))
    assert report.rows
    page = Page(client.get(f"/need{query}").text)
    assert f"{len(report.rows)} mätvärden är registrerade" in page.text or len(report.rows) == 1
    assert len(page.all("tr", "need")) == len(report.rows)
    document = client.get(f"/need.json{query}").json
    assert document is not None
    assert len(document["rows"]) == len(report.rows) + len(report.unknown)
    listed = list(csv.DictReader(io.StringIO(client.get(f"/need.csv{query}").text)))
    assert [row["reason"] for row in listed[: len(report.rows)]] == [row.reason["sv"] for row in report.rows]
    assert {row["known"] for row in listed[len(report.rows) :]} <= {"unknown"}


def test_each_value_has_its_passage_one_click_away(client: FlaskClient, store: Store, today) -> None:
    page = Page(client.get("/need?place=1907").text)
    for row in need(store, Scope(today, place="1907")).rows:
        for observation in row.value.observations:
            link = next(url for url in page.links if url.startswith(f"/id/{observation.removeprefix(ID)}"))
            assert Page(client.get(link).text).all("q")


def test_a_need_with_nothing_done_comes_first_and_asks_who_else(client: FlaskClient, store: Store, today) -> None:
    page = Page(client.get("/need?place=1907").text)
    assert page.ids.index("unserved") < page.ids.index("idle")
    lacking = [row for row in need(store, Scope(today, place="1907")).rows if row.status is Status.NONE]
    assert len(lacking) == 3  # girls, boys and the young in Surahammar 2023, by hand
    assert "3 av dem mäter ett mål som ingen aktivitet är registrerad för" in page.text
    assert "/who-else?goal=regionplan-fullgod-psykisk-halsa&place=1907" in page.links


def test_the_unknown_is_said_as_unknown_never_as_none(client: FlaskClient) -> None:
    page = Page(client.get("/need?place=1960").text)
    assert "Inget mätvärde är registrerat" in page.text
    assert "Behovet är okänt" in page.text
    assert "Det betyder inte att behovet är litet" in page.text
    assert not page.all("tr", "need")


def test_an_indicator_that_is_chosen_stays_chosen(client: FlaskClient) -> None:
    page = Page(client.get("/need?indicator=fullgod-psykisk-halsa&lang=en").text)
    assert len(page.all("tr", "need")) == 4
    assert "fullgod-psykisk-halsa" in {option["value"] for option in page.all("option") if "selected" in option}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?place=9999", "Platsen finns inte i grafen"),
        ("?indicator=andel", "Välj en av"),
        ("?targetGroup=flicka", "flickor"),
        ("?strategy=regionplan", "regionplan-vastmanland"),
        ("?year=igår", "Skriv ett år som 2023"),
        ("?basis=maped", "mapped"),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, query: str, says: str) -> None:
    answer = client.get(f"/need{query}")
    assert answer.status_code == 400
    assert says in Page(answer.text).text
    assert client.get(f"/need.json{query}").status_code == 400
