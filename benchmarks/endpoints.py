"""SPARQL over HTTP, side by side: ``python -m benchmarks.endpoints [--scale 1] [--rdflib-endpoint PYTHON]``.

This service, Oxigraph's own server (PyPI's ``oxigraph``) and rdflib-endpoint (in an environment of its own, whose
Python is given) answer the same queries about the same graph, one server after the other, with 1 and with 16 clients
that each keep a connection and wait for every answer. The graph is synthetic, or with ``--data shipped`` the real one.
Prints a table, and the load average of the machine beside each server.
"""

import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import click

from benchmarks.country import Size
from benchmarks.national import generate
from graph.commandline import shipped_data
from graph.store import open_store

RT = "PREFIX rt: <https://w3id.org/rodatraden/ns#>\n"
QUERIES = {
    "ASK {}": "ASK {}",
    "100 rows": RT + "SELECT * WHERE { ?activity a rt:Activity ; rt:contributesTo ?goal ; rt:place ?place } LIMIT 100",
    "grouped": RT
    + "SELECT ?place (COUNT(?activity) AS ?count) WHERE { ?activity a rt:Activity ; rt:place ?place } GROUP BY ?place",
    "1 MB": "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 4000",
}
CLIENTS = (1, 16)
SECONDS = 6.0
"""Each pair of query and clients is asked for so long."""
READY_SECONDS = 600
PORT = 8971
HEADERS = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}
REFUSED = (OSError, http.client.HTTPException)


@dataclass
class Load:
    """What came back: seconds of each answer, bytes of one, and how many were no answer."""

    seconds: list[float] = field(default_factory=list)
    size: int = 0
    failed: int = 0

    def told(self, took: float) -> str:
        """Requests per second, median, 95th and 99th percentile."""
        if not self.seconds:
            return f"no answer ({self.failed} tries)"
        ordered = sorted(self.seconds)
        late = [1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.95, 0.99)]
        failed = f", {self.failed} failed" if self.failed else ""
        middle = 1000 * statistics.median(ordered)
        return f"{len(ordered) / took:,.0f}/s, {middle:.1f} / {late[0]:.1f} / {late[1]:.1f} ms{failed}"


def asked(address: str, query: str, clients: int) -> str:
    """Ask for a while with so many clients."""
    load, lock, until = Load(), threading.Lock(), time.perf_counter() + SECONDS
    threads = [threading.Thread(target=_client, args=(address, query, until, load, lock)) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return load.told(time.perf_counter() - began)


def _client(address: str, query: str, until: float, load: Load, lock: threading.Lock) -> None:
    parts, body = urlsplit(address), urlencode({"query": query})
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    while time.perf_counter() < until:
        began = time.perf_counter()
        try:
            connection.request("POST", parts.path, body, HEADERS)
            answer = connection.getresponse()
            content = answer.read()
            good = answer.status == 200 and ("boolean" in json.loads(content) or b'"bindings"' in content)
        except REFUSED:
            connection.close()
            good, content = False, b""
        with lock:
            if good:
                load.seconds.append(time.perf_counter() - began)
                load.size = len(content)
            else:
                load.failed += 1
    connection.close()


@contextmanager
def running(words: list[str], address: str) -> Iterator[float]:
    """A server as a process of its own; gives the seconds until it answered."""
    began = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        while not _answers(address):
            if process.poll() is not None or time.perf_counter() - began > READY_SECONDS:
                raise click.ClickException(f"{' '.join(words)} does not answer")
            time.sleep(0.2)
        yield time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(30)


def _answers(address: str) -> bool:
    try:
        with urlopen(Request(address, urlencode({"query": "ASK {}"}).encode(), HEADERS), timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


def service(folder: Path) -> tuple[list[str], str]:
    """This service."""
    words = [sys.executable, "-m", "benchmarks.served", str(folder / "national.nq"), str(PORT)]
    return words, f"http://127.0.0.1:{PORT}/sparql"


def oxigraph(folder: Path) -> tuple[list[str], str]:
    """Oxigraph's server on a database on disk, which is how it keeps data."""
    program = Path(sys.executable).parent / "oxigraph"
    place = folder / "oxigraph"
    loading = [str(program), "load", "--location", str(place), "--file", str(folder / "national.nt")]
    subprocess.run(loading, check=True, capture_output=True)  # noqa: S603
    words = [str(program), "serve-read-only", "--location", str(place), "--bind", f"127.0.0.1:{PORT}"]
    return words, f"http://127.0.0.1:{PORT}/query"


def rdflib_endpoint(folder: Path, python: str) -> tuple[list[str], str]:
    """rdflib-endpoint with rdflib's own store in memory."""
    text = (
        "import sys, uvicorn; from rdflib import Graph; from rdflib_endpoint import SparqlEndpoint; "
        "g = Graph(); g.parse(sys.argv[1], format='nt'); "
        "uvicorn.run(SparqlEndpoint(graph=g, path='/sparql'), port=int(sys.argv[2]), log_level='error')"
    )
    return [python, "-c", text, str(folder / "national.nt"), str(PORT)], f"http://127.0.0.1:{PORT}/sparql"


def shipped(folder: Path) -> int:
    """The shipped data in the files that the servers read; how many statements its default graph has."""
    store = open_store(shipped_data(), folder)
    (folder / "national.nq").write_bytes(store.quads)
    triples = store.dump("nt")
    (folder / "national.nt").write_bytes(triples)
    return triples.count(b"\n")


@click.command()
@click.option("--scale", default=1.0, help="Times 30,000 activities.")
@click.option("--data", default="synthetic", type=click.Choice(["synthetic", "shipped"]), show_default=True)
@click.option("--rdflib-endpoint", "python", default="", help="A Python that has rdflib-endpoint and uvicorn.")
def main(scale: float, data: str, python: str) -> None:
    """Print requests per second and milliseconds (median / 95th / 99th percentile) for each server."""
    folder = Path(tempfile.mkdtemp())
    try:
        statements = shipped(folder) if data == "shipped" else generate(folder, Size(scale, 21)).statements
        click.echo(f"{statements:,} statements\n")
        servers = {"this service": service(folder), "Oxigraph's server": oxigraph(folder)}
        if python:
            servers["rdflib-endpoint"] = rdflib_endpoint(folder, python)
        for name, (words, address) in servers.items():
            with running(words, address) as ready:
                click.echo(f"{name}, ready after {ready:.1f} s, load average {os.getloadavg()[0]:.1f}")
                for title, query in QUERIES.items():
                    for clients in CLIENTS:
                        click.echo(f"| {title} | {clients} | {name} | {asked(address, query, clients)} |")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
