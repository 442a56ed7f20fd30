"""Vem mer?: the page has the proposals with their reasons, in every format, and says plainly where there is none."""

import csv
import io

import pytest
from browsing import Page
from flask.testing import FlaskClient
from worlds import ID

from graph.coverage import Scope
from graph.gaps import gaps, scope_of
from graph.store import Store
from graph.who_else import who_else


@pytest.mark.parametrize(
    ("query", "goal", "scope"),
    [
        ("?goal=dhol-d6&place=1907", "dhol-d6", {"place": "1907"}),
        ("?goal=goal/dhol-d2&targetGroup=unga", "dhol-d2", {"target_group": "unga"}),
        (f"?goal={ID}goal/dhol-d2&basis=stated", "dhol-d2", {"basis": "stated"}),
    ],
)
def test_page_and_files_have_the_proposals(client: FlaskClient, store: Store, today, query, goal, scope) -> None:
    found = who_else(store, goal, Scope(today, **scope))
    page = Page(client.get(f"/who-else{query}").text)
    assert len(page.all("li", "proposal")) == len(found.activities) + len(found.interventions)
    for one in found.activities:
        assert any(link.startswith(f"/id/{one.activity.removeprefix(ID)}") for link in page.links)
    listed = list(csv.DictReader(io.StringIO(client.get(f"/who-else.csv{query}").text)))
    things = [one.activity for one in found.activities] + [one.intervention for one in found.interventions]
    assert [row["thing"] for row in listed] == things
    document = client.get(f"/who-else.json{query}").json
    assert document is not None
    assert (document["goal"], document["allActivities"]) == (found.goal, str(found.all_activities))


def test_each_proposal_says_why(client: FlaskClient) -> None:
    text = " ".join(Page(client.get("/who-else?goal=dhol-d6&place=1907").text).text.split())
    assert "1 registrerad aktivitet utanför Surahammar delar något med målet. De använder 3 namngivna" in text
    assert "Samma mål: Stärkt suicidpreventivt arbete kopplad" in text
    assert "Suicidsamordnare inom Region Västmanland" in text


def test_more_are_shown_where_they_are_asked_for(client: FlaskClient, store: Store, today) -> None:
    found = who_else(store, "dhol-d2", Scope(today), 200)
    assert found.all_activities > 20
    first = Page(client.get("/who-else?goal=dhol-d2").text)
    assert f"De 20 närmaste av {found.all_activities} visas." in first.text
    more = next(link for link in first.links if "most=200" in link)
    assert len(Page(client.get(more).text).all("li", "proposal")) == len(found.activities) + len(found.interventions)


def test_nobody_elsewhere_is_said_plainly_with_ways_on(client: FlaskClient, store: Store, today) -> None:
    alone = next(
        goal
        for goal in (
            row.thing for row in gaps(store, scope_of(store, today)).gaps if row.kind == "goals-without-activity"
        )
        if not who_else(store, goal, Scope(today)).all_activities and goal.startswith(ID)
    )
    page = Page(client.get(f"/who-else?goal={alone.removeprefix(ID + 'goal/')}&place=1907").text)
    assert "Ingen aktivitet är registrerad på annat håll." in page.text
    assert "Grafen vet bara det som lagts in" in page.text
    assert {"/search", "/question/interventions-in-several-places"} <= set(page.links)


def test_a_place_that_no_document_names_is_unknown(client: FlaskClient) -> None:
    page = Page(client.get("/who-else?goal=dhol-d2&place=1960").text)
    assert "Inget dokument i grafen nämner Kungsör" in page.text
    assert page.all("li", "proposal")


def test_without_a_goal_those_without_activity_are_offered(client: FlaskClient, store: Store, today) -> None:
    page = Page(client.get("/who-else?place=1907").text)
    lacking = [
        gap.thing
        for gap in gaps(store, scope_of(store, today, place="1907")).gaps
        if gap.kind == "goals-without-activity"
    ]
    assert lacking
    assert {f"/who-else?goal={goal.removeprefix(ID + 'goal/')}&place=1907" for goal in lacking} <= set(page.links)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/who-else?goal=dhol-d66", "dhol-d6"),
        ("/who-else?goal=dhol-d6&place=9999", "Platsen finns inte i grafen"),
        ("/who-else?goal=dhol-d6&targetGroup=ung", "unga"),
        ("/who-else?goal=dhol-d6&most=0", "heltal från 1 till 200"),
        ("/who-else?goal=dhol-d6&most=x", "heltal från 1 till 200"),
        ("/who-else.json", "Ange ett mål."),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert says in Page(answer.text).text
