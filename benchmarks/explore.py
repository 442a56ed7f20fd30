"""How fast a large explored picture is: the server's answer, the first paint, and the frames while it is moved.

    python -m benchmarks.explore

A made-up strategy with 90 goals and 1,890 activities, each contributing to two or three of them, is opened until the
picture holds 2,000 things and 6,000 links. It is then shown in headless Chromium, scrolled for two
seconds and dragged for two. Needs the test packages and Chromium.
"""

import json
import shutil
import statistics
import sys
import threading
import time
from datetime import date
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright
from waitress.server import create_server

from graph.commandline import shipped_data
from graph.store import Store, foreign_queries, open_store
from graph.store.embedded import merge
from graph.vocabulary import BASE, MAPPED, RT
from web.app import create_app

GOALS, ACTIVITIES, ACTORS = 90, 1890, 19
THIRD = 7
"""Every activity serves two goals, and one in so many a third."""
SHIPPED = (
    "thing=strategy/det-handlar-om-livet",
    "thing=goal/dhol-d2&lens=gap",
    "thing=place/1907",
    "thing=actor/region-vastmanland&lens=actor",
)
TIMES = 20
TYPE, LABEL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"
SH = "http://www.w3.org/ns/shacl#"
WORDS = ("Stärkt", "samverkan", "kring", "psykisk", "hälsa", "hos", "barn", "och", "unga", "i", "hela", "länet")
FRAMES = """async ([drag]) => {
  const frame = document.querySelector(".explore-frame"), at = frame.getBoundingClientRect();
  frame.scrollTo(0, 0);
  const move = (kind, clientX, clientY) => frame.dispatchEvent(
    new PointerEvent(kind, { bubbles: true, pointerType: "mouse", button: 0, clientX, clientY }));
  if (drag) move("pointerdown", at.right - 10, at.bottom - 10);
  const times = [];
  await new Promise((done) => {
    const begin = performance.now();
    const step = (now) => {
      times.push(now);
      const gone = now - begin;
      if (drag) move("pointermove", at.right - 10 - gone / 4, at.bottom - 10 - gone / 4);
      else frame.scrollTo(gone / 2, gone / 2);
      if (gone < 2000) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  if (drag) move("pointerup", at.left, at.top);
  return times.slice(1).map((time, place) => time - times[place]);
}"""
PAINT = 'performance.getEntriesByName("first-contentful-paint")[0].startTime'


def made() -> str:
    """The graph as N-Quads."""
    graph = f"<{BASE}graph/made>"
    lines = [f"{graph} <{RT}basis> <{RT}basis-stated>"]

    def thing(kind: str, slug: str, cls: str, number: int) -> str:
        address = f"<{BASE}id/{kind}/{slug}>"
        name = " ".join(WORDS[(number * 5 + place) % len(WORDS)] for place in range(9))
        lines.extend((f"{address} <{TYPE}> <{RT}{cls}>", f'{address} <{LABEL}> "{name} {number}"@sv'))
        return address

    strategy = thing("strategy", "s", "Strategy", 0)
    goals = [thing("goal", f"g{number}", "Goal", number) for number in range(GOALS)]
    actors = [thing("actor", f"a{number}", "Actor", number) for number in range(ACTORS)]
    lines += [f"{goal} <{RT}setOutIn> {strategy}" for goal in goals]
    for number in range(ACTIVITIES):
        activity = thing("activity", f"x{number}", "Activity", number)
        lines.append(f"{activity} <{RT}responsible> {actors[number % ACTORS]}")
        goals_served = {number % GOALS, (number * 7 + 13) % GOALS} | (
            {(number * 11 + 5) % GOALS} if not number % THIRD else set()
        )
        lines += [f"{activity} <{RT}contributesTo> {goals[place]}" for place in sorted(goals_served)]
    for order, prop in enumerate(("setOutIn", "contributesTo", "responsible"), 1):
        lines += [
            f"_:p{order} <{SH}path> <{RT}{prop}>",
            f'_:p{order} <{SH}name> "{prop}"@sv',
            f'_:p{order} <{SH}order> "{order}"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ]
    return "".join(f"{line} {graph} .\n" for line in lines)


def address() -> str:
    """The address that opens all of it."""
    opened = [f"goal/g{number}~in.contributesTo.activity~4" for number in range(GOALS)]
    opened += [f"activity/x{number}~out.responsible.actor" for number in range(ACTORS)]
    return "/explore?" + urlencode(
        {"thing": "strategy/s", "open": ["strategy/s~in.setOutIn.goal~4", *opened]}, doseq=True
    )


def served(store: Store) -> str:
    """A server of a store, for as long as the process lives."""
    app = create_app(store, foreign_queries(store), lambda: date(2026, 11, 22))
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


def milliseconds(url: str, times: int = TIMES) -> list[float]:
    """How long the server takes to answer, after a first time."""
    taken = []
    for _ in range(times + 1):
        begin = time.perf_counter()
        with urlopen(url) as answer:  # noqa: S310 (our own server)
            answer.read()
        taken.append((time.perf_counter() - begin) * 1000)
    return sorted(taken[1:])


def frames(page: Page, is_drag: bool) -> dict[str, float]:
    """Frames per second while the picture is moved, and the slowest of 95 in a hundred in milliseconds."""
    taken = sorted(page.evaluate(FRAMES, [is_drag]))
    return {
        "per second": round(1000 / statistics.mean(taken), 1),
        "p95 ms": round(taken[int(len(taken) * 0.95)], 1),
        "worst ms": round(taken[-1], 1),
    }


def main() -> None:
    """Measure, and print what was measured as JSON."""
    url = served(Store(merge(made().encode(), MAPPED), "made", BASE)) + address()
    found: dict[str, object] = {}
    with urlopen(url.replace("/explore?", "/explore.json?")) as answer:  # noqa: S310
        rows = json.load(answer)["rows"]
    found["things"] = len({row[end]["id"] for row in rows for end in ("source", "target")})
    found["links"] = len(rows)
    found["server ms, large"] = round(statistics.median(milliseconds(url, 5)))
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        paints = []
        for _ in range(3):
            page.goto(url)
            page.wait_for_selector(".explore-frame[data-ready]")
            paints.append(page.evaluate(PAINT))
        found["first paint ms"] = round(statistics.median(paints))
        found["ready ms"] = round(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        found["scrolling"], found["dragging"] = frames(page, False), frames(page, True)
        browser.close()
    if len(sys.argv) > 1:
        shipped = served(open_store(shipped_data(), Path(sys.argv[1])))
        for query in SHIPPED:
            taken = milliseconds(f"{shipped}/explore?{query}")
            found[query] = f"{statistics.median(taken):.0f} ms, p95 {taken[int(len(taken) * 0.95)]:.0f} ms"
    print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
