"""Four questions answered from the first page with the keyboard alone, as docs/tasks.md shows them with the mouse."""

from collections.abc import Iterator

import pytest
from browsing import sight
from playwright.sync_api import Browser, Page

MOST_TABS = 120
FOCUSED = "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = sight(browser)
    page.goto(address)
    yield page
    page.context.close()


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has this text, or this label, has the focus, and see that the focus is visible."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == text:
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", text
            return
    raise AssertionError(f"{text} is not reached by {MOST_TABS} tabs on {page.url}")


def choose(page: Page, field: str, option: str) -> None:
    """Write the beginning of an option in a list of choices."""
    tab_to(page, field)
    page.keyboard.type(option)


def press(page: Page, text: str) -> None:
    """Press Enter on a link or a button, and wait for the page it leads to."""
    tab_to(page, text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_which_goals_lack_activities_in_surahammar_and_why(page: Page) -> None:
    press(page, "Vilka mål saknar aktiviteter?")
    choose(page, "Plats", "Surahammar")
    choose(page, "Strategi", "Det handlar om livet")
    press(page, "Visa")
    assert "place=1907" in page.url
    press(page, "Mål utan aktivitet")
    press(page, "Stärkt suicidpreventivt arbete")
    said = page.locator("section.coverage").inner_text()
    assert "Ingen aktivitet registrerad" in said
    assert "Surahammar" in said


def test_the_chain_from_the_national_strategy_to_skinnskatteberg(page: Page) -> None:
    press(page, "Hur hänger det ihop?")
    choose(page, "Börja vid", "Det handlar om livet")
    choose(page, "Plats", "Skinnskatteberg")
    press(page, "Visa")
    assert "place=1904" in page.url
    assert page.locator("svg.thread-picture").is_visible()
    tree = page.locator(".thread-tree")
    assert tree.get_by_text("Skinnskatteberg").first.is_visible()


def test_who_uses_yam(page: Page) -> None:
    tab_to(page, "Sök i hela grafen")
    page.keyboard.type("YAM")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press(page, page.locator(".hit-name a", has_text="YAM").first.inner_text())
    assert "/id/intervention/" in page.url
    assert page.locator("main a[href*='/id/activity/']").count() > 0


def test_which_groups_of_the_plan_of_2018_are_not_reached(page: Page) -> None:
    press(page, "Vilka mål saknar aktiviteter?")
    choose(page, "Strategi", "Handlingsplan inom området psykisk hälsa gällande")
    press(page, "Visa")
    press(page, "Målgrupper som nämns men inte nås")
    assert page.locator("main a[href*='/id/target-group/']").count() > 0
