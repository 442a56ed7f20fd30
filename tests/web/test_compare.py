"""Jämför: two places and two dates have the numbers of the index and of the change report, in every format."""

import csv
import io

import pytest
from browsing import Page
from flask.testing import FlaskClient
from worlds import ID

from graph.changes import Side, changes
from graph.coverage import Scope, coverage
from graph.gaps import scope_of
from graph.store import Store

PLACES = "?place=1961&other=1907"


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


def test_without_a_choice_there_is_only_the_form(client: FlaskClient) -> None:
    page = Page(client.get("/compare").text)
    assert page.all("form")
    assert not page.all("table")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/compare?other=1907", "Välj två platser"),
        ("/compare?place=1907&other=9999", "Platsen finns inte i grafen"),
        ("/compare?since=2027-01-01", "2026-11-22 eller tidigare"),
        ("/compare?since=igår", "2026-11-22"),
        ("/compare.json", "Ange en plats till, eller ett datum."),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert says in Page(answer.text).text
