"""Utforska in a browser: with and without JavaScript, by keyboard and mouse, and the files opened without a network."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import CHROMIUM, sight
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium, chromium-browser or google-chrome on PATH")
GOAL = "/explore?thing=goal/dhol-d2&lens=gap"
STRATEGY = "/explore?thing=strategy/det-handlar-om-livet"
PATHS = (
    "/explore",
    "/explore?q=surahammar",
    GOAL,
    f"{STRATEGY}&lens=handslag&hide=actor&closed=goal/dhol-d2",
    "/explore?thing=actor/region-vastmanland&lens=actor",
    "/explore?question=goals-without-activity",
    "/explore?thing=goal/dhol-d2&to=place/1907&open=",
    "/explore?thing=goal/nope",
)
SIGHTS = [("sv", "light", 1280), ("en", "dark", 390), ("en", "light", 390), ("sv", "dark", 1280)]
READY = ".explore-frame[data-ready]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = sight(browser)
    yield opened
    opened.context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.key"))


@pytest.mark.parametrize(("language", "scheme", "width"), SIGHTS)
def test_axe_finds_nothing(browser: Browser, address: str, language: str, scheme: str, width: int) -> None:
    page = sight(browser, scheme, width)
    for path in PATHS:
        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        assert not results.violations_count, (path, results.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.context.close()


@pytest.mark.parametrize("path", PATHS)
def test_at_320_pixels_only_the_picture_scrolls_sideways(browser: Browser, address: str, path: str) -> None:
    page = sight(browser, width=320)
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_nothing_is_said_against_the_policy_and_nothing_fetched_from_elsewhere(page: Page, address: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "status of 40" not in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(address + path)
    assert said == []
    assert all(url.startswith(address) for url in asked)


def test_without_javascript_a_thing_is_chosen_and_its_neighbours_opened(browser: Browser, address: str) -> None:
    page = sight(browser, java_script_enabled=False)
    page.goto(address + STRATEGY)
    page.locator("svg.explore-picture a.box", has_text="barn och unga").first.click()
    assert "at=goal/dhol-d2" in page.url
    assert page.locator("#chosen-heading").inner_text().startswith("Ökade investeringar i barn och unga")
    before = page.locator("svg.explore-picture a.box").count()
    page.locator(".groups li", has_text="”bidrar till”").get_by_role("link", name="Öppna").first.click()
    assert page.locator("svg.explore-picture a.box").count() > before
    frame = page.locator(".explore-frame").bounding_box()
    chosen = page.locator("a.box-chosen").bounding_box()
    assert frame is not None
    assert chosen is not None
    assert frame["x"] <= chosen["x"] <= frame["x"] + frame["width"]
    assert frame["y"] <= chosen["y"] <= frame["y"] + frame["height"]
    page.context.close()


def test_the_arrow_keys_walk_and_enter_chooses(page: Page, address: str) -> None:
    page.goto(address + STRATEGY)
    page.wait_for_selector(READY)
    assert page.locator("a.box[tabindex='0']").count() == 1
    page.locator("a.box[tabindex='0']").focus()
    assert focused(page) == "strategy/det-handlar-om-livet"
    page.keyboard.press("ArrowRight")
    reached = focused(page)
    assert reached.startswith("goal/")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "at=goal" in url)
    page.wait_for_selector(READY)
    assert f"at={reached}" in page.url
    assert focused(page) == reached
    assert page.locator("a.box-chosen").get_attribute("data-key") == reached
    page.keyboard.press("ArrowLeft")
    assert focused(page) != reached


def test_every_thing_is_reached_by_the_arrow_keys(page: Page, address: str) -> None:
    page.goto(address + STRATEGY)
    page.wait_for_selector(READY)
    every = set(page.eval_on_selector_all("a.box", "boxes => boxes.map((box) => box.dataset.key)"))
    page.locator("a.box[tabindex='0']").focus()
    seen, waiting = {focused(page)}, [focused(page)]
    while waiting:
        here = waiting.pop()
        for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
            page.locator(f"a.box[data-key='{here}']").focus()
            page.keyboard.press(key)
            if focused(page) not in seen:
                seen.add(focused(page))
                waiting.append(focused(page))
    assert seen == every


def test_it_is_zoomed_by_buttons_keys_and_wheel_and_dragged(page: Page, address: str) -> None:
    page.goto(address + GOAL)
    page.wait_for_selector(READY)

    def width() -> float:
        return float(str(page.locator("svg.explore-picture").get_attribute("width")))

    first = width()
    page.get_by_role("button", name="Zooma in").click()
    assert width() == pytest.approx(first * 1.25)
    page.locator(".explore-frame").focus()
    page.keyboard.press("-")
    assert width() == pytest.approx(first)
    frame = page.locator(".explore-frame")
    frame.hover(position={"x": 300, "y": 40})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(f"document.querySelector('svg.explore-picture').getAttribute('width') > {first}")
    before = frame.evaluate("frame => [frame.scrollLeft, frame.scrollTop]")
    box = frame.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 220, box["y"] + 150, steps=4)
    page.mouse.up()
    after = frame.evaluate("frame => [frame.scrollLeft, frame.scrollTop]")
    assert after == [before[0] + 80, before[1] + 50]
    assert "at=" not in page.url
    page.get_by_role("button", name="Visa allt").click()
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth + 1")


def test_what_one_chooses_stays_where_it_was(page: Page, address: str) -> None:
    page.goto(address + STRATEGY)
    page.wait_for_selector(READY)
    page.locator(".explore-frame").evaluate("frame => frame.scrollTo(250, 120)")
    visible = page.locator("a.box[data-key='goal/dhol-d2']")
    visible.hover()
    before = visible.bounding_box()
    visible.click()
    page.wait_for_url(lambda url: "at=goal" in url)
    page.wait_for_selector(READY)
    after = page.locator("a.box[data-key='goal/dhol-d2']").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["x"] - after["x"]) < 3
    assert abs(before["y"] - after["y"]) < 3


def test_the_png_is_the_picture(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + GOAL)
    page.wait_for_selector(READY)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Hämta PNG").click()
    made = tmp_path / caught.value.suggested_filename
    caught.value.save_as(made)
    content = made.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    size = page.locator("svg.explore-picture").evaluate(
        "one => [one.viewBox.baseVal.width, one.viewBox.baseVal.height]"
    )
    assert abs(width / height - size[0] / size[1]) < 0.01
    assert len(content) > 100_000


def test_the_same_picture_opens_elsewhere(browser: Browser, page: Page, address: str) -> None:
    places = "boxes => boxes.map((box) => [box.dataset.key, box.dataset.x, box.dataset.y])"
    page.goto(address + STRATEGY)
    page.locator(".groups a", has_text="Stäng").first.click()
    page.wait_for_url(lambda url: "open=" in url)
    other = sight(browser, "dark", 390)
    other.goto(page.url)
    boxes = "svg.explore-picture a.box"
    assert other.eval_on_selector_all(boxes, places) == page.eval_on_selector_all(boxes, places)
    other.context.close()


@pytest.mark.parametrize("suffix", ["html", "svg"])
def test_a_file_opens_from_disk_without_a_network(
    browser: Browser, client: FlaskClient, tmp_path: Path, suffix: str
) -> None:
    made = tmp_path / f"explore.{suffix}"
    made.write_bytes(client.get(f"/explore.{suffix}?thing=goal/dhol-d2&lens=gap").data)
    page = sight(browser, offline=True)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(made.as_uri())
    if suffix == "html":
        page.wait_for_selector("body[data-drawn] canvas")
        drawn = page.locator("canvas").first.evaluate(
            "one => new Set(one.getContext('2d').getImageData(0, 0, one.width, one.height).data).size"
        )
        assert drawn > 20
        assert page.locator("tbody tr").count() > 20
    else:
        assert page.get_by_text("Avslutad").first.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.box-back')).fill") == "rgb(255, 255, 255)"
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []
    page.context.close()


@pytest.mark.parametrize("suffix", ["html", "svg"])
def test_hostile_names_run_nothing_in_a_file(browser: Browser, evil_app, tmp_path: Path, suffix: str) -> None:
    made = tmp_path / f"explore.{suffix}"
    made.write_bytes(evil_app.test_client().get(f"/explore.{suffix}?thing=goal/evil").data)
    page = sight(browser, offline=True)
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(made.as_uri())
    if suffix == "html":
        page.wait_for_selector("body[data-drawn]")
        page.mouse.move(640, 400)
        for x, y in ((640, 400), (300, 400), (900, 400), (640, 300)):
            page.mouse.move(x, y)
            page.mouse.dblclick(x, y)
    page.wait_for_timeout(300)
    assert ran == []
    page.context.close()


def test_a_large_picture_is_chosen_from_with_its_state_in_one_place(
    page: Page, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.explore_state.MOST_LINKED", 100)
    page.goto(address + STRATEGY)
    page.wait_for_selector(READY)
    page.locator("svg.explore-picture a.box[data-key^='goal/']").first.click()
    page.wait_for_url(lambda url: "at=goal" in url)
    assert "thing=strategy" in page.url
    page.locator(".explore-tree button", has_text="Ökade investeringar").first.click()
    page.wait_for_url(lambda url: "dhol-d2" in url)
    assert "thing=strategy" in page.url
