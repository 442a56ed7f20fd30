"""How soon the pages answer: ``python -m benchmarks.pages [--runs 40]``, on the shipped data.

For each page the time in the server (median and 95th percentile of the runs, after one that is not counted), the bytes
sent, and the first contentful paint in Chromium where there is one.
"""

import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph.commandline import shipped_data
from graph.store import Store, foreign_queries, open_store
from web.app import create_app

DAY = date(2026, 11, 22)
PAINTED = """() => new Promise((told) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) told(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""
PAGES = {
    "Lägesbild": "/",
    "Lägesbild, one place": "/?place=1907",
    "Täckning": "/coverage",
    "Täckning, every place": "/coverage?empty=1",
    "Täckning, seven goals × 290 municipalities": (
        "/coverage?strategy=strategy/det-handlar-om-livet&columnsLevel=municipality&empty=1"
    ),
    "Täckning, a cell": "/coverage?row=https://w3id.org/rodatraden/id/goal/dhol-d6&column=https://w3id.org/rodatraden/id/place/19",
    "Tråden": "/thread?thing=strategy/det-handlar-om-livet",
    "Luckor": "/gaps",
    "Luckor, one place": "/gaps?place=1907",
    "Behov": "/need",
    "Vem mer": "/who-else?goal=dhol-d6",
    "Utforska": "/explore?thing=goal/dhol-d6",
    "Jämför, places": "/compare?place=1961&other=1907",
    "Jämför, dates": "/compare?since=2019-06-01",
    "A goal": "/id/goal/dhol-d6",
    "A municipality": "/id/place/1907",
    "An actor": "/id/actor/region-vastmanland",
    "A document": "/id/document/rus-vastmanland",
    "Sök": "/search?q=barn+och+unga",
    "Frågor": "/question",
    "A question": "/question/goal-coverage",
    "Källor": "/source",
    "Om": "/about",
}


def answered(app: Any, path: str, runs: int) -> tuple[list[float], int]:
    """Milliseconds of each run, least first, and the bytes of the answer."""
    client = app.test_client()
    first = client.get(path)
    if first.status_code != 200:
        raise click.ClickException(f"{path} answers {first.status_code}")
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        client.get(path)
        found.append(1000 * (time.perf_counter() - began))
    return sorted(found), len(first.data)


@contextmanager
def served(app: Any) -> Any:
    """The address of a live server."""
    from waitress.server import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()


@contextmanager
def painting(app: Any) -> Any:
    """What tells the first contentful paint of a page in milliseconds; what always says None where no Chromium is."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        yield lambda path: None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, served(app) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield lambda path: _painted(browser, address + path)
        browser.close()


def _painted(browser: Any, address: str) -> float:
    times = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        times.append(page.evaluate(PAINTED))
        page.close()
    return statistics.median(times)


def report(store: Store, runs: int, tell: Callable[[str], None]) -> None:
    """A line of the table for each page."""
    with closing(foreign_queries(store)) as workers, painting(app := create_app(store, workers, lambda: DAY)) as paint:
        for name, path in PAGES.items():
            times, size = answered(app, path, runs)
            late = times[min(len(times) - 1, int(0.95 * len(times)))]
            painted = paint(path)
            shown = "" if painted is None else f"{painted:.0f} ms"
            tell(f"| {name} | {statistics.median(times):.0f} ms | {late:.0f} ms | {size / 1000:.0f} kB | {shown} |")


@click.command()
@click.option("--runs", default=40, show_default=True, help="Counted requests of each page.")
def main(runs: int) -> None:
    """Print the table."""
    click.echo("| page | median | 95th percentile | size | first contentful paint |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as cache:
        report(open_store(shipped_data(), Path(cache)), runs, click.echo)


if __name__ == "__main__":
    main()
