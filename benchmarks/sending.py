"""What the way through a worker costs: ``python -m benchmarks.sending``.

The same query is answered by the engine alone in this process, by a worker, and over HTTP, for answers of about 1 kB
and 10 MB. Prints milliseconds (median of several) and how much the serving process grows by ten of 10 MB at once.
"""

import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import click
import pyoxigraph as ox

from benchmarks.attack import resident, serving, values
from graph.commandline import shipped_data
from graph.store import Limits, Workers, open_store
from graph.store.workers import Query

RUNS = 30
JSON = "application/sparql-results+json"
QUERIES = {
    "27 B": "ASK {}",
    "1 kB": f"SELECT ?a {{ {values('a', 14)} }}",
    "10 MB": f"SELECT ?a ?b {{ {values('a', 330)} {values('b', 190)} }}",
}


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """The median of several runs, after a first."""
    work()
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def fetched(connection: HTTPConnection, query: str, encoding: str = "identity") -> int:
    """The size of an answer over HTTP."""
    path = f"/sparql?{urlencode({'query': query, 'format': 'json'})}"
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    return len(connection.getresponse().read())


@click.command()
def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as cache:
        store = open_store(shipped_data(), Path(cache))
        engine = ox.Store()
        engine.bulk_load(store.quads, format=ox.RdfFormat.N_QUADS)
        workers = Workers(store, Limits(client_seconds=10_000))
        click.echo("| answer | engine alone | worker | HTTP | HTTP, gzip |\n|---|---|---|---|---|")
        with serving() as (address, process):
            connection = HTTPConnection(urlsplit(address).netloc)
            for name, query in QUERIES.items():
                runs = RUNS if name == "10 MB" else RUNS * 10
                figures = [
                    milliseconds(lambda q=query: engine.query(q).serialize(format=ox.QueryResultsFormat.JSON), runs),
                    milliseconds(lambda q=query: workers.query(Query(q, (JSON,))).read(), runs),
                    milliseconds(lambda q=query: fetched(connection, q), runs),
                    milliseconds(lambda q=query: fetched(connection, q, "gzip"), runs),
                ]
                click.echo(f"| {name} | {' | '.join(f'{figure:.2f} ms' for figure in figures)} |")
            # Forget the most it has held so far: https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html
            Path(f"/proc/{process}/clear_refs").write_text("5")
            before = resident(process)
            at_once = [
                threading.Thread(target=fetched, args=(HTTPConnection(urlsplit(address).netloc), QUERIES["10 MB"]))
                for _ in range(10)
            ]
            for thread in at_once:
                thread.start()
            for thread in at_once:
                thread.join()
            size = fetched(connection, QUERIES["10 MB"])
            click.echo(f"{size:,} bytes ten times at once: {before} MB before, {resident(process)} MB at most")
        workers.close()


if __name__ == "__main__":
    main()
