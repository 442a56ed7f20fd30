"""Real engines for tests: Oxigraph's own server and Apache Jena Fuseki, started on free ports, and worlds in them."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

from graph.answer import Answer
from graph.store import Store
from graph.store.connection import Bounds
from graph.store.embedded import Embedded
from graph.store.endpoints import endpoints
from graph.store.engine import Bindings
from graph.store.loading import load
from graph.store.remote import Loaded, Remote

EMBEDDED = "embedded"
ONE_LOAD = threading.Lock()
FUSEKI = "RODATRADEN_FUSEKI"
"""The environment names the file of Fuseki's server (org.apache.jena:jena-fuseki-server) where there is one."""
SECONDS_TO_START = 60
SECONDS_OF_A_QUERY = 20
"""After which the engine itself ends most queries that were left."""


def oxigraph() -> Iterator[str]:
    """The address of an empty server of Oxigraph, from the package ``oxigraph``; nothing where there is none."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program:
        port = free_port()
        yield from running(
            [program, "serve", "--bind", f"127.0.0.1:{port}", f"--timeout-s={SECONDS_OF_A_QUERY}"], port, ""
        )


def fuseki() -> Iterator[str]:
    """The address of an empty dataset of Fuseki; nothing where there is none."""
    file, java = os.environ.get(FUSEKI), shutil.which("java")
    if file and java:
        port = free_port()
        words = [
            java,
            "-Xmx1g",
            "-jar",
            file,
            "--quiet",
            "--localhost",
            f"--port={port}",
            "--mem",
            "--update",
            f"--timeout={SECONDS_OF_A_QUERY}000",
            "/tests",
        ]
        yield from running(words, port, "/tests")


Made = Callable[[bytes, str, str], Store]
SERVERS: dict[str, Callable[[], Iterator[str]]] = {"oxigraph": oxigraph, "fuseki": fuseki}


def serving(name: str) -> Iterator[str]:
    """The address of an empty engine while the generator lives; where there is none, the test is skipped."""
    server = SERVERS[name]()
    found = next(server, None)
    if found is None:
        pytest.skip(f"no {name} here: install the package oxigraph, or name Fuseki's file in {FUSEKI}")
    yield found
    server.close()  # type: ignore[attr-defined]


chosen = EMBEDDED
"""The engine that the tests run on: pytest's option --engine, known before the tests are collected."""
HOLDERS = frozenset(["store", "made_store"])
"""The fixtures through which a test reaches a store."""
BROWSERS = frozenset(["browser", "page"])
APART = frozenset(
    [
        "test_engines",
        "test_forwarding",
        "test_workers",
        "test_writing",
        "test_operation",
        "test_attacks",
        "test_project",
        "test_changes",
        "test_plans",
    ]
)
"""What has engines of its own, is about the worker processes of this machine or the project's files, or is slow and
asks the engine nothing new: changes build the data anew for each test, plans are compared from the index of coverage.
"""


READ_OTHERWISE = frozenset(["merged", "plain", "facts", "dataset", "country", "addresses"])
"""The fixtures of what is not read from the store, or takes minutes: rdflib, the tables, and all addresses of ours."""


def concerns(item: pytest.Item) -> bool:
    """Whether a test depends on the engine: it has a store, or its module makes one; and needs no browser.

    Properties of hundreds of random graphs are left out: to load each takes long, and the examples ask the same.
    """
    names, module = frozenset(getattr(item, "fixturenames", ())), getattr(item, "module", None)
    if module is None or module.__name__.rpartition(".")[2] in APART or names & BROWSERS:
        return False
    if names & READ_OTHERWISE or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        return False
    return bool(names & HOLDERS) or any(hasattr(module, name) for name in ("Store", "world"))


def running(words: list[str], port: int, path: str) -> Iterator[str]:
    """The server that these words start, until the test is done with it."""
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + SECONDS_TO_START
        while not answers(f"http://127.0.0.1:{port}{path}/query?query=ASK%7B%7D"):
            assert server.poll() is None, f"{words[0]} ended"
            assert time.monotonic() < until, f"{words[0]} did not start"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}{path}"
    finally:
        server.kill()
        server.wait()


def answers(url: str) -> bool:
    try:
        return urllib3.request("GET", url, retries=False, timeout=5).status == 200
    except urllib3.exceptions.HTTPError:
        return False


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class remote_world:  # noqa: N801, it is called as Store is
    """What makes a store of quads in an engine, as ``Store`` makes one in this process."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __call__(self, quads: bytes, version: str, base: str) -> Store:
        return Store(World(quads, self._address, base), version, base)

    def load(self, path: Path, version: str, base: str) -> Store:
        """The store of a built graph."""
        return self(path.read_bytes(), version, base)


class World:
    """An engine that holds these quads whenever it is asked: they are loaded anew after another world was."""

    def __init__(self, quads: bytes, address: str, base: str) -> None:
        self._quads, self.base = quads, base
        self._version = hashlib.sha256(quads).hexdigest()
        self._remote = Remote(endpoints(address), base)
        self.at, self.record = self._remote.at, self._remote.record

    @property
    def quads(self) -> bytes:
        return self._ready().quads

    @property
    def held(self) -> Loaded:
        return self._ready().held

    def update(self, text: str, repeatable: bool = True) -> None:
        self._ready().update(text, repeatable)

    def dump(self, form: str) -> bytes:
        return self._ready().dump(form)

    def select(self, text: str, bindings: Bindings, basis: str) -> Answer:
        return self._ready().select(text, bindings, basis)

    def table(self, text: str, bindings: Bindings, basis: str) -> bytes:
        return self._ready().table(text, bindings, basis)

    def loaded(self) -> None:
        """As if it could not change."""

    def _ready(self) -> Remote:
        with ONE_LOAD:
            load(self._remote, Embedded(self._quads), self._version)
        return self._remote


def quiet() -> Bounds:
    """Bounds for an engine that is not there: one short try."""
    return Bounds(connect_seconds=1, query_seconds=1, pauses=())
