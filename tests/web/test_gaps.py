"""Luckor: the page has the gaps of the report, in every format, and says what it leaves out."""

import csv
import io
import re

import pytest
from browsing import Page
from flask.testing import FlaskClient
from worlds import ID

from graph.gaps import gaps, scope_of
from graph.store import Store
from graph.vocabulary import STATED
from web.pages.gaps import FIRST

SURAHAMMAR = {"place": "1907"}
KIND = "activities-without-period"


def found(store: Store, today, **scope: str):
    return gaps(store, scope_of(store, today, **scope)).gaps


@pytest.mark.parametrize(
    ("query", "scope"),
    [
        ("", {}),
        ("?place=1907", SURAHAMMAR),
        ("?strategy=vastmanland-2018&basis=stated", {"strategy": "vastmanland-2018", "basis": STATED}),
        ("?asOf=2019-06-01&place=19", {"as_of": "2019-06-01", "place": "19"}),
    ],
)
def test_page_and_files_have_the_gaps_of_the_report(client: FlaskClient, store: Store, today, query, scope) -> None:
    expected = found(store, today, **scope)
    assert f"{len(expected)} luckor av" in Page(client.get(f"/gaps{query}").text).text
    document = client.get(f"/gaps.json{query}").json
    assert document is not None
    assert [row["thing"]["id"] for row in document["rows"]] == [gap.thing for gap in expected]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/gaps.csv{query}").text)))
    assert [row["sentence"] for row in rows] == [gap.sentence["sv"] for gap in expected]


def test_a_kind_that_is_chosen_is_shown_whole(client: FlaskClient, store: Store, today) -> None:
    expected = [gap.thing for gap in found(store, today) if gap.kind == KIND]
    assert len(expected) > FIRST
    assert len(Page(client.get(f"/gaps?kind={KIND}").text).all("tr", "gap")) == len(expected)
    document = client.get(f"/gaps.json?kind={KIND}").json
    assert document is not None
    assert [row["thing"]["id"] for row in document["rows"]] == expected


def test_the_broken_threads_are_on_the_page_and_in_a_file(client: FlaskClient) -> None:
    text = Page(client.get("/gaps?place=1907").text).text
    assert "Registrera en aktivitet som genomför handslaget ”Handslag: Det handlar om livet”." in text
    document = client.get("/threads.json?place=1907&lang=en").json
    assert document is not None
    assert {row["level"] for row in document["rows"]} == {
        "handslag without activity",
        "goal without anything below",
    }


def test_a_place_that_no_document_names_is_unknown_and_says_so(client: FlaskClient) -> None:
    page = Page(client.get("/gaps?place=1960").text).text
    assert "Okänt är inte en lucka" in page
    assert "Inget dokument i grafen nämner Kungsör" in page


def test_each_gap_of_a_goal_or_group_asks_who_else_and_keeps_the_place(
    client: FlaskClient, store: Store, today
) -> None:
    links = Page(client.get("/gaps?place=19&basis=stated").text).links
    asked = {}
    for gap in found(store, today, place="19", basis=STATED):
        kind, _, slug = gap.thing.removeprefix(ID).partition("/")
        parameter = {"goal": "goal", "target-group": "targetGroup"}.get(kind)
        if parameter:
            asked.setdefault(gap.kind, []).append(f"/who-else?place=19&basis=stated&{parameter}={slug}")
    assert {"goals-without-activity", "target-groups-not-reached", "goals-on-one-activity"} <= asked.keys()
    there = {"&".join(sorted(re.split(r"[?&]", link))) for link in links}
    for addresses in asked.values():
        for address in addresses[:FIRST]:
            assert "&".join(sorted(re.split(r"[?&]", address))) in there, address


def test_a_measured_need_stands_beside_the_gap_of_its_goal(client: FlaskClient) -> None:
    page = Page(client.get("/gaps?place=1961&strategy=regionplan-vastmanland").text)
    text = " ".join(page.text.split())
    # Hallstahammar: girls below the comparison; the goal measured is that of the regional plan.
    assert "Andel unga med fullgod psykisk hälsa: Hallstahammar, flickor; lägre än jämförelsen (åt fel håll)" in text


def test_what_cannot_be_narrowed_is_named(client: FlaskClient) -> None:
    page = Page(client.get("/gaps?strategy=vastmanland-2018").text).text
    assert "Kommuner som inget dokument nämner: Kan inte avgränsas till en strategi." in page


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("?place=9999", 400, "Platsen finns inte i grafen"),
        ("?strategy=det-handlar-om-liv", 400, "strategy/det-handlar-om-livet"),
        ("?asOf=i+dag", 400, "2026-11-22"),
        ("?kind=goals-without-activities", 404, "goals-without-activity"),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, query: str, status: int, says: str) -> None:
    answer = client.get(f"/gaps{query}")
    assert answer.status_code == status
    assert says in Page(answer.text).text


@pytest.mark.parametrize("scope", [{}, {"place": "1907"}, {"strategy": "vastmanland-2018"}])
def test_a_kind_opens_as_the_sparql_that_finds_the_same(
    client: FlaskClient, store: Store, today, scope: dict[str, str]
) -> None:
    report = gaps(store, scope_of(store, today, **scope))
    whole = [kind for kind in dict.fromkeys(gap.kind for gap in report.gaps) if kind not in report.narrowed]
    links = [link for link in Page(client.get("/gaps", query_string=scope).text).links if "/sparql?query=" in link]
    assert len(links) == len(whole) > 0
    for link, kind in zip(links, whole, strict=True):
        answer = client.get(f"{link}&format=json").json
        things = {row[answer["head"]["vars"][0]]["value"] for row in answer["results"]["bindings"]}
        assert things == {gap.thing for gap in report.gaps if gap.kind == kind}, kind


def test_what_is_not_the_places_own_is_left_out_and_then_no_sparql_is_said_to_be_the_same(store: Store, today) -> None:
    report = gaps(store, scope_of(store, today, place="1907"))
    assert "goals-without-activity" in report.narrowed
    assert gaps(store, scope_of(store, today)).narrowed == frozenset()
