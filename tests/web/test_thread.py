"""Tråden: the picture and the tree have the same things, every format the same rows, and hostile names are text."""

import csv
import io
import re

import pytest
from browsing import SCRIPT, Page
from flask import Flask
from flask.testing import FlaskClient
from worlds import ID

from graph.coverage import Scope, Status
from graph.store import Store
from graph.threads import Link, Node, Picture, beginnings, thread_of
from web.thread_drawing import Drawing
from web.thread_tree import Branch, Tree

CHAIN = "thing=strategy/det-handlar-om-livet&place=1904"
QUERIES = [CHAIN, "thing=strategy/det-handlar-om-livet", "thing=goal/dhol-d2", "thing=goal/dhol-d2&place=1960"]


def parts(html: str) -> tuple[Page, Page]:
    """The picture and the tree of a page."""
    picture, tree = html[html.index('<svg class="thread-picture"') :].split("</svg>\n</div>")
    return Page(picture), Page(tree[: tree.index("</main>")])


def things(page: Page) -> set[str]:
    """The things that it links to."""
    return {link.partition("?")[0] for link in page.links if link.startswith(("/id/", "/thing"))}


@pytest.mark.parametrize("query", [*QUERIES, "thing=activity/vastmanland-2018-yam-utbildning&lang=en"])
def test_picture_and_tree_have_the_same_things(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/thread?{query}")
    picture, tree = parts(answer.text)
    assert answer.status_code == 200
    assert things(picture) == things(tree) != set()
    assert all(attributes.get("tabindex") == "-1" for attributes in picture.all("a"))


@pytest.mark.parametrize("query", QUERIES)
def test_every_format_has_the_rows_of_the_thread(client: FlaskClient, store: Store, today, query: str) -> None:
    values = dict(pair.split("=") for pair in query.split("&"))
    up = not values["thing"].startswith("strategy/")
    expected = list(thread_of(store, values["thing"], Scope(today, place=values.get("place")), up).rows())
    document = client.get(f"/thread.json?{query}").json
    rows = list(csv.DictReader(io.StringIO(client.get(f"/thread.csv?{query}").text)))
    assert document is not None
    assert [row["below"]["id"] for row in document["rows"]] == [str(row["below"]) for row in expected]
    assert [row["activities"] for row in rows] == [str(row["activities"] or "") for row in expected]
    assert [row["status"] for row in rows] == [str(row["status"]) for row in expected]
    assert client.get(f"/thread.ttl?{query}").text.count("result-set#solution>") == len(expected)
    assert client.get(f"/thread.xlsx?{query}").status_code == 200
    assert document["asOf"] == today.isoformat()


def test_the_chain_from_the_national_strategy_to_skinnskatteberg_is_one_page(client: FlaskClient) -> None:
    html = client.get(f"/thread?{CHAIN}").text
    picture, tree = parts(html)
    assert "Tråden når 1 registrerad aktivitet per den 22 november 2026. Räknat för Skinnskatteberg." in Page(html).text
    assert "/id/activity/vastmanland-2018-skinnskatteberg-forebyggande-projekt" in things(tree)
    assert tree.text.count("Tråden slutar här") == 15
    assert picture.all("circle", "stub-end")
    ended = [attributes for attributes in picture.all("path", "flow") if attributes.get("fill") == "url(#bar-ended)"]
    assert len(ended) == 8


def test_an_unknown_place_is_told_apart_from_a_dead_end(client: FlaskClient) -> None:
    html = client.get("/thread?thing=strategy/det-handlar-om-livet&place=1960").text
    assert "Läget är okänt: inget dokument i grafen nämner Kungsör." in Page(html).text
    assert "Tråden slutar här" not in html
    assert not parts(html)[0].all("circle", "stub-end")
    assert not parts(html)[0].all("path", "flow-empty")
    assert parts(html)[0].all("path", "flow-unknown")


def test_a_column_is_opened_by_what_is_gathered_in_it(client: FlaskClient) -> None:
    html = client.get("/thread?thing=strategy/det-handlar-om-livet").text
    more = {link for link in Page(html).links if "open=" in link}
    assert more
    assert "och 24 till" in Page(html).text
    opened = client.get(next(link for link in sorted(more) if re.search(r"open=4\b", link)).partition("#")[0])
    assert "och 24 till" not in Page(opened.text).text
    assert len(things(parts(opened.text)[1])) > len(things(parts(html)[1]))


def test_without_a_thing_there_are_plans_to_begin_from(client: FlaskClient, store: Store, today) -> None:
    page = Page(client.get("/thread?place=19").text)
    plans = beginnings(store, Scope(today, place="19"))
    assert len(page.all("tr", "plan")) == len(plans)
    assert any("thing=strategy/det-handlar-om-livet" in link and "place=19" in link for link in page.links)
    document = client.get("/thread.json?place=19").json
    assert document is not None
    assert [(row["plan"]["id"], row["activities"]) for row in document["rows"]] == [(p.address, p.count) for p in plans]
    unknown = client.get("/thread?place=1960").text
    assert Page(unknown).text.count("Okänt") == 2 * len(plans)


@pytest.mark.parametrize(
    ("query", "status", "says", "field"),
    [
        ("thing=goal/dhol-d22", 404, "goal/dhol-d2", "thing"),
        ("thing=place/19", 404, "Ingen tråd börjar vid ”place/19”", "thing"),
        ("thing=goal/dhol-d2&place=9999", 400, "Platsen finns inte i grafen", "place"),
        ("thing=goal/dhol-d2&asOf=i+dag", 400, "2026-11-22", "asOf"),
        ("thing=goal/dhol-d2&basis=maped", 400, "mapped", "basis"),
        ("thing=goal/dhol-d2&open=all", 400, "kolumnens nummer", "open"),
        ("thing=goal/dhol-d2&up=yes", 400, "Välj 1 eller 0", "up"),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, query: str, status: int, says: str, field: str) -> None:
    answer = client.get(f"/thread?{query}")
    assert answer.status_code == status
    assert says in Page(answer.text).text
    wrong = [str(a["id"]) for tag, a in Page(answer.text).tags if a.get("aria-invalid")]
    assert wrong == [field] or field in ("basis", "open", "up")
    assert client.get(f"/thread.json?{query}").status_code == status


@pytest.mark.parametrize(
    ("path", "thing"),
    [
        ("/id/goal/dhol-d2?place=1904", "goal/dhol-d2&place=1904"),
        ("/id/area/rus-valmaende", "area/rus-valmaende"),
        ("/id/strategy/det-handlar-om-livet", "strategy/det-handlar-om-livet"),
        ("/id/handslag/hallstahammar-psykisk-halsa", "handslag/hallstahammar-psykisk-halsa"),
    ],
)
def test_a_thing_leads_to_its_thread(client: FlaskClient, path: str, thing: str) -> None:
    assert f"/thread?thing={thing}" in Page(client.get(path).text).links
    assert client.get(f"/thread?thing={thing}").status_code == 200


def test_hostile_names_are_text_in_picture_and_tree(evil_app: Flask) -> None:
    answer = evil_app.test_client().get(f"/thread?thing={ID}goal/evil")
    assert answer.status_code == 200
    assert SCRIPT not in answer.text
    page = Page(answer.text)
    assert SCRIPT in page.text
    for tag, attributes in page.tags:
        assert tag != "script" or attributes.get("src")
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not str(attributes.get("href") or "").lower().startswith(("javascript:", "data:"))
    assert evil_app.test_client().get("/thread").status_code == 200
    assert "<script>" not in evil_app.test_client().get("/thread?thing=<script>").text


def walked(branches: tuple[Branch, ...]) -> list[str]:
    return [key for branch in branches for key in (branch.of.key, *walked(branch.branches))]


def test_a_tree_of_things_that_serve_each_other_ends() -> None:
    nodes = tuple(Node(key, "Goal", "national", 0, 0, Status.NONE, False, True) for key in "abc")
    links = tuple(Link(below, above, 0, Status.NONE, "stated") for below, above in ("ab", "bc", "ca"))
    tree = Tree(Picture(nodes, (), links, frozenset()), lambda one: (one.key,))
    assert set(walked(tree.branches)) == set("abc")
    assert len(walked(tree.branches)) == 4


@pytest.mark.parametrize("thing", ["strategy/det-handlar-om-livet", "goal/dhol-d2", "strategy/agenda-2030"])
def test_no_card_stands_on_another_and_bands_are_as_wide_as_their_activities(store: Store, today, thing: str) -> None:
    picture = thread_of(store, thing, Scope(today)).picture()
    drawing = Drawing(picture, lambda one: f"Namnet på {one.key}", str)
    for one in drawing.cards:
        assert one.x >= 0
        assert one.x + one.width < drawing.width
        assert one.y + one.height < drawing.height
        for other in drawing.cards:
            beside = one.of.column != other.of.column or one is other
            assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    for ribbon in drawing.ribbons:
        thick = max(ribbon.link.count * drawing.unit, 2.0)
        found = re.search(r" ([0-9.]+)V([0-9.]+)", ribbon.path)
        assert (found is not None) == (ribbon.link.count > 0)
        if found:
            assert abs(float(found[2]) - float(found[1]) - thick) < 0.11
