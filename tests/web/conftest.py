"""The service as the tests see it: a client, a tiny hostile one, and a browser on a live server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from browsing import CHROMIUM, HOSTILE
from engines import Made
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright
from small import facts
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server
from writable import Writable

from graph.setting import Setting
from graph.store import ForeignQueries, Limits, Store, Workers, foreign_queries, store_of
from graph.store.embedded import merge
from graph.store.writing import Author, Writer
from graph.vocabulary import BASE, MAPPED
from web.app import create_app
from web.serving import listening
from web.tokens import STEWARD, Writes, made

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def workers(store: Store) -> Iterator[ForeignQueries]:
    made = foreign_queries(store, Limits(seconds=3, client_seconds=10_000))
    yield made
    made.close()


@pytest.fixture(scope="session")
def app(store: Store, workers: ForeignQueries) -> Flask:
    return create_app(store, workers, lambda: TODAY)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def evil_app(made_store: Made) -> Iterator[Flask]:
    """A service whose names and addresses are attacks."""
    evil = made_store(merge(HOSTILE.encode(), MAPPED), "evil", BASE)
    workers = foreign_queries(evil, Limits(seconds=3, client_seconds=10_000))
    yield create_app(evil, workers, lambda: TODAY)
    workers.close()


def serve(app: Flask, trusted_proxy: str = "") -> Iterator[str]:
    """A live server on a free port while the generator lives: the one that ``rodatraden serve`` runs.

    (Werkzeug's own does not close the file it was sending when the browser goes away.)
    """
    server = create_server(
        app, host="127.0.0.1", port=0, **listening(Limits(), trusted_proxy, app.extensions["service"].writes)
    )
    ended = threading.Event()
    thread = threading.Thread(target=run, args=(server, ended), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    ended.set()
    thread.join(10)


def run(server: MultiSocketServer | BaseWSGIServer, ended: threading.Event) -> None:
    """Serve until ended, and close every connection in the thread that opened it."""
    while not ended.is_set():
        server.asyncore.loop(timeout=0.1, use_poll=True, map=server._map, count=1)
    for channel in list(server._map.values()):
        # A connection has buffers in files to close, which only this does.
        channel.handle_close() if isinstance(channel, HTTPChannel) else channel.close()
    server.task_dispatcher.shutdown()


Serving = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serving(made_store: Made) -> Serving:
    """Serves a graph, given as N-Quads, while the context lives; gives the address."""

    @contextmanager
    def living(quads: bytes, trusted_proxy: str = "", **limits: float) -> Iterator[str]:
        store = made_store(quads, "test", BASE)
        workers = foreign_queries(store, Limits(**{"client_seconds": 10_000, **limits}))  # type: ignore[arg-type]
        try:
            yield from serve(create_app(store, workers, lambda: TODAY), trusted_proxy)
        finally:
            workers.close()

    return living


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Iterator[Writable]:
    """A live service of a small graph, which tests of a module write in."""
    folder = tmp_path_factory.mktemp("writable")
    setting = Setting(facts(folder / "data", data), folder / "cache", TODAY, journal=folder / "journal")
    file = folder / "tokens.toml"
    token = made(file, Author("Region Ex", STEWARD))
    store = store_of(setting)
    workers = Workers(store, Limits(seconds=3, client_seconds=10_000))
    writer = Writer(setting, lambda: datetime.now(UTC))
    app = create_app(store, workers, lambda: TODAY, changes=Writes(writer, file))
    del store
    try:
        yield from (Writable(address, token, app, setting) for address in serve(app))
    finally:
        writer.close()
        workers.close()


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    yield from serve(app)


@pytest.fixture(scope="session")
def evil_address(evil_app: Flask) -> Iterator[str]:
    yield from serve(evil_app)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none, the tests that need it are skipped and say so."""
    if CHROMIUM is None:
        pytest.skip("no chromium, chromium-browser or google-chrome on PATH")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
