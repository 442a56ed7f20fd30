"""The shipped data in engines by URL, beside the one in this process: loading, the first answer, a question, the index.

Run it as ``python -m benchmarks.remote oxigraph=http://127.0.0.1:7878 fuseki=http://127.0.0.1:3030/rodatraden``. What
the engines hold under our addresses is replaced.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from benchmarks.national import shipped_store
from graph.coverage import Coverage
from graph.library import question
from graph.store import Store
from graph.store.embedded import Embedded
from graph.store.endpoints import endpoints
from graph.store.loading import load
from graph.store.remote import Remote
from graph.vocabulary import BASE

DAY = date(2026, 11, 22)
FIRST = "SELECT ?goal WHERE { ?goal a <https://w3id.org/rodatraden/ns#Goal> }"
QUESTION = "activities-by-responsible"
TIMES = 20


def seconds(what: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def line(name: str, store: Store, loading: float) -> str:
    """A row of the table: milliseconds, but for loading."""
    asked, rows = question(QUESTION), 0
    first = seconds(lambda: store.select(FIRST))
    rows = len(asked.ask(store, {}, DAY))
    every = [seconds(lambda: asked.ask(store, {}, DAY)) for _ in range(TIMES)]
    index = seconds(lambda: Coverage(store))
    figures = (first, statistics.median(every), min(every), index)
    return f"| {name} | {loading:.1f} s | {rows} | {' | '.join(f'{1000 * figure:.1f}' for figure in figures)} |"


def main(words: list[str]) -> None:
    """Print the table."""
    here = shipped_store()
    lines = [line("embedded", here, seconds(shipped_store))]
    for name, _, address in (word.partition("=") for word in words):
        engine = Remote(endpoints(address), BASE)
        loading = seconds(lambda engine=engine: load(engine, Embedded(here.quads), here.version, again=True))  # type: ignore[misc]
        lines.append(line(name, Store(Remote(endpoints(address), BASE), here.version, BASE), loading))
    head = "| engine | load | rows | first ms | question, median ms | least ms | coverage index ms |"
    sys.stdout.write("\n".join([head, "|---|---|---|---|---|---|---|", *lines, ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
