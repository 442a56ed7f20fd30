"""What only a browser can tell: axe finds nothing, the keyboard reaches everything, nothing comes from elsewhere."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import sight
from playwright.sync_api import Browser, Route

QUERY = "SELECT+*+WHERE+{+?s+a+?kind+}+LIMIT+5"
PATHS = {
    "start": "/",
    "unknown": "/?place=0114",
    "goal": "/id/goal/rus-livskraftigt",
    "document": "/id/document/rus-vastmanland",
    "profile": "/id/place/1961",
    "indicator": "/id/indicator/mar-bra",
    "actor": "/id/actor/region-vastmanland",
    "kind": "/id/goal",
    "coverage": "/coverage?strategy=strategy/det-handlar-om-livet&open=*&row=https://w3id.org/rodatraden/id/goal/dhol-d6",
    "coverage-wrong": "/coverage?rows=goals",
    "compare": "/compare",
    "compare-plans": "/compare?plan=vastmanland-2018&otherPlan=stockholm-2021",
    "compare-plans-wrong": "/compare?plan=vastmanland-2018&otherPlan=stockholm-2020",
    "need": "/need?place=19",
    "need-wrong": "/need?place=9999",
    "who-else": "/who-else?goal=dhol-d2&place=1907",
    "who-else-begin": "/who-else?place=19",
    "who-else-wrong": "/who-else?goal=dhol-d66",
    "compare-places": "/compare?place=1961&other=1907",
    "compare-dates": "/compare?since=2019-06-01&strategy=vastmanland-2018",
    "compare-wrong": "/compare?since=2027-01-01",
    "thread": "/thread?thing=strategy/det-handlar-om-livet&place=1904",
    "thread-up": "/thread?thing=goal/dhol-d2",
    "threads-from": "/thread",
    "gaps": "/gaps?place=19",
    "gaps-wrong": "/gaps?place=9999",
    "explore": "/explore?thing=goal/dhol-d6&lens=gap",
    "sparql-bars": "/sparql?view=bars&query=SELECT+?k+(COUNT(?s)+AS+?n)+WHERE+{+?s+a+?k+}+GROUP+BY+?k+LIMIT+5",
    "search": "/search?q=barn+och+unga",
    "search-some": "/search?q=zebra+skola",
    "search-wrong": "/search?q=a&kind=gaol",
    "library": "/question",
    "library-some": "/question?q=handslag",
    "library-wrong": f"/question?q={'x' * 600}",
    "question-matrix": "/question/matrix-goal-place?county=19",
    "question": "/question/goals-ended-or-uncertain",
    "question-wrong": "/question/who-else?goal=&basis=mapped",
    "sparql": f"/sparql?query={QUERY}",
    "source": "/source",
    "graph": "/graph/surahammar-handslag",
    "ns": "/ns",
    "shapes": "/shapes",
    "void": "/void",
    "about": "/about",
    "api": "/api",
    "api-form": "/api/form/goals-without-activity?place=1907&limit=5",
    "api-wrong": "/api/form/who-else?goal=x",
    "failure": "/nonsense",
}
SIGHTS = [("sv", "light", 1280), ("en", "dark", 390), ("en", "light", 390), ("sv", "dark", 1280)]


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, language: str, scheme: str, width: int) -> None:
    page = sight(browser, scheme, width)
    found = {}
    for name, path in PATHS.items():
        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
        page.evaluate(
            "for (const details of [...document.querySelectorAll('details')].slice(0, 9)) details.open = true"
        )
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        if results.violations_count:
            found[name] = results.generate_report()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (name, wide)
    assert not found, "\n".join(found.values())
    page.context.close()


def test_nothing_comes_from_another_site_and_nothing_breaks_the_policy(browser: Browser, address: str) -> None:
    page = sight(browser)
    foreign: list[str] = []
    said: list[str] = []

    def check(route: Route) -> None:
        if not route.request.url.startswith(address):
            foreign.append(route.request.url)
        route.continue_()

    page.route("**/*", check)
    page.on("console", lambda message: said.append(message.text) if "status of 40" not in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in PATHS.values():
        page.goto(address + path)
    assert foreign == []
    assert said == []
    page.context.close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_at_320_pixels_no_page_scrolls_sideways(browser: Browser, address: str, path: str) -> None:
    page = sight(browser, width=320)
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_the_first_tab_is_a_link_past_the_menu(browser: Browser, address: str) -> None:
    page = sight(browser)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_a_strategist_gets_from_the_first_page_to_a_quote_by_keyboard(browser: Browser, address: str) -> None:
    page = sight(browser)
    page.goto(address)
    page.locator("tr.goal a[href^='/id/goal/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("article")
    summary = page.locator(".facts .evidence summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".facts .evidence[open] q").first.is_visible()
    page.context.close()


def test_a_link_to_the_page_is_copied_with_its_date(browser: Browser, address: str) -> None:
    page = sight(browser, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/gaps?place=1907")
    page.get_by_role("button", name="Kopiera länk").first.press("Enter")
    page.get_by_text("Länken är kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/gaps?place=1907&asOf=2026-11-22"
    page.context.close()


def test_without_javascript_everything_is_still_there(browser: Browser, address: str) -> None:
    page = sight(browser, java_script_enabled=False)
    page.goto(address + PATHS["goal"])
    assert page.locator(".around svg a.box").count() > 1
    assert page.locator("#twin table tbody tr").count() > 0
    page.goto(address)
    page.select_option("#place", "19")
    page.get_by_role("button", name="Visa", exact=True).click()
    assert "place=19" in page.url
    page.context.close()


def test_hostile_names_run_nothing(browser: Browser, evil_address: str) -> None:
    page = sight(browser)
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    for path in ("/?status=all", "/id/goal/evil", "/graph/evil"):
        page.goto(evil_address + path)
    page.goto(evil_address + "/id/goal/evil")
    page.wait_for_timeout(200)
    assert ran == []
    page.context.close()
