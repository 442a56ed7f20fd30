"""The page of a place is its profile: said right, with its panels, and printable on a page or two."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from browsing import CHROMIUM, Page
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from graph.coverage import Scope, Status
from graph.gaps import GapScope, gaps
from graph.need import need
from graph.profile import profile
from graph.store import Store


def test_it_says_how_many_goals_have_an_activity(client: FlaskClient, store: Store, today: date) -> None:
    found = profile(store, Scope(today, place="1961")).statuses
    covered = sum(count for status, count in found.items() if status > Status.NONE)
    text = Page(client.get("/id/place/1961").text).text
    assert f"{found.total()} mål gäller i Hallstahammar" in text
    assert f"För {covered} är minst en aktivitet registrerad där per den 22 november 2026" in text
    assert f"för {found.total() - covered} ingen" in text


def test_where_no_goal_has_one_it_says_that_none_is_recorded(client: FlaskClient) -> None:
    text = Page(client.get("/id/place/1907").text).text
    assert "För inget av dem är en aktivitet registrerad där" in text
    assert "inte att inget görs" in text
    assert "ingen aktivitet finns" not in text


def test_a_place_that_no_document_names_is_unknown_and_has_no_numbers(client: FlaskClient) -> None:
    text = Page(client.get("/id/place/0114").text).text
    assert "Okänt är inte en lucka" in text
    assert "mål gäller i" not in text
    assert "Ingen aktivitet registrerad" not in text


def test_the_gaps_are_those_of_the_gap_report_with_their_numbers(
    client: FlaskClient, store: Store, today: date
) -> None:
    page = Page(client.get("/id/place/1907").text)
    report = gaps(store, GapScope(today, place=f"{store.base}id/place/1907"))
    assert report.gaps
    for gap in report.gaps:
        assert gap.question.title["sv"] in page.text
        assert any(f"kind={gap.kind}" in link and "place=1907" in link for link in page.links)


def test_what_is_measured_stands_beside_what_is_done(client: FlaskClient, store: Store, today: date) -> None:
    page = Page(client.get("/id/place/1907").text)
    rows = need(store, Scope(today, place="1907")).rows
    for row in rows:
        assert any(str(row.indicator.address).removeprefix(store.base) in link for link in page.links)
        for observation in row.value.observations[:1]:
            assert f"/{observation.removeprefix(store.base)}" in page.links
    assert "okänt år" in page.text
    assert "inget mål mäts med den i grafen" in page.text


def test_the_date_and_the_basis_are_those_asked_for(client: FlaskClient) -> None:
    assert "per den 1 juni 2019" in client.get("/id/place/1961?asOf=2019-06-01").text
    assert client.get("/id/place/1961?asOf=2019-02-30").status_code == 400
    assert client.get("/id/place/1961?basis=guessed").status_code == 400
    assert "basis=stated" in client.get("/id/place/1961?basis=stated").text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("place", ["1907", "1961"])
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_it_prints_on_two_pages_at_most(browser: Browser, address: str, place: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}/id/place/{place}")
    content = tab.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page[^s]", content)) <= 2
    tab.emulate_media(media="print")
    for hidden in ("header.top", ".aspects", ".aspect-foot", ".thing-facts", ".incoming-links"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert tab.get_by_role("heading", name="De största luckorna").is_visible()
    tab.close()
