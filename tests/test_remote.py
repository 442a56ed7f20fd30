"""How an engine by URL is spoken to: what is tried again, what is bounded, and what is told when it is not well."""

import contextlib
import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.answer import Iri
from graph.errors import QuerySyntax, QueryTimeout, QueryTooLarge, RodaTradenError, StoreError
from graph.setting import ENGINE
from graph.store.connection import Bounds
from graph.store.endpoints import endpoints
from graph.store.remote import Remote
from graph.store.valued import valued
from graph.vocabulary import BASE

EMPTY = json.dumps({"head": {"vars": ["a"]}, "results": {"bindings": []}}).encode()
QUICK = Bounds(connect_seconds=1, query_seconds=1, load_seconds=1, answer_bytes=100_000, pauses=(0.01, 0.01))
Reply = tuple[int, dict[str, str], bytes]


class Engine:
    """A server that gives these replies one after the other, the last again and again, and keeps what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply | Callable[[BaseHTTPRequestHandler], None]] = [(200, {}, EMPTY)]
        self.asked: list[tuple[str, str, dict[str, str]]] = []

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        self.asked.append((handler.command, handler.path, dict(handler.headers)))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if callable(reply):
            reply(handler)
            return
        status, headers, content = reply
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def address(engine: Engine) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            engine.answer(self)

        do_PUT = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def remote(address: str, bounds: Bounds = QUICK) -> Remote:
    return Remote(endpoints(address), BASE, bounds)


def ask(address: str) -> None:
    assert remote(address).contents() is None


def dropped(handler: BaseHTTPRequestHandler) -> None:
    """The connection ends without a word."""
    handler.close_connection = True


def test_a_query_is_tried_again_while_the_engine_is_busy_or_breaks_off(engine: Engine, address: str) -> None:
    engine.replies = [(503, {}, b"busy"), dropped, (200, {}, EMPTY)]
    ask(address)
    assert len(engine.asked) == 3


def test_it_gives_up_after_the_last_pause_and_says_what_to_do(engine: Engine, address: str) -> None:
    engine.replies = [(503, {"Retry-After": "3600"}, b"busy")]
    with pytest.raises(StoreError, match="upptagen"):
        ask(address)
    assert len(engine.asked) == 1 + len(QUICK.pauses)


def test_the_step_that_makes_a_version_seen_is_sent_once(engine: Engine, address: str) -> None:
    engine.replies = [dropped, (200, {}, b"")]
    with pytest.raises(StoreError):
        remote(address).update("MOVE <a:a> TO <a:b>", repeatable=False)
    assert len(engine.asked) == 1
    remote(address).update("DROP SILENT GRAPH <a:a>")
    engine.replies = [(502, {}, b""), (204, {}, b"")]
    remote(address).put("a:a", b"")
    assert [method for method, _, _ in engine.asked[2:]] == ["PUT", "PUT"]
    assert engine.asked[-1][1] == "/store?graph=a%3Aa"


@pytest.mark.parametrize(
    ("reply", "error", "says"),
    [
        ((400, {}, b"Parse error at line 1"), QuerySyntax, "Parse error at line 1"),
        ((401, {}, b""), StoreError, "RODATRADEN_STORE=https://user:password@"),
        ((403, {}, b""), StoreError, "Give user and password"),
        ((404, {}, b"none"), StoreError, "See that the address"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), StoreError, "answered 302"),
        ((500, {}, b"<b>Out of\n memory</b>" + b"x" * 5000), StoreError, "Out of memory"),
        ((200, {}, b"<html>Welcome</html>"), StoreError, "no SPARQL result"),
        ((200, {}, EMPTY[:-5]), StoreError, "no SPARQL result"),
        ((200, {"X-SPARQL-MaxRows": "10000"}, EMPTY), QueryTooLarge, "10000 rows at most"),
        ((200, {}, b" " * 200_000 + EMPTY), QueryTooLarge, "larger than 100000 bytes"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 50_000_000)), QueryTooLarge, "larger than"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), StoreError, "cannot be reached"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_goes_wrong_is_told(
    engine: Engine, address: str, reply: Reply, error: type[RodaTradenError], says: str
) -> None:
    engine.replies = [reply]
    with pytest.raises(error) as caught:
        ask(address)
    assert says in caught.value.message("en")
    assert len(caught.value.message("sv")) < 700


def test_an_engine_that_never_answers_or_drips_is_left_at_the_deadline(engine: Engine, address: str) -> None:
    over = threading.Event()

    def silent(handler: BaseHTTPRequestHandler) -> None:
        over.wait(5)
        handler.close_connection = True

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        with contextlib.suppress(OSError):
            while not over.wait(0.1):
                handler.wfile.write(b" ")

    for reply in (silent, dripping):
        engine.asked.clear()
        engine.replies = [reply]
        begun = time.monotonic()
        with pytest.raises(QueryTimeout, match="1 sekunder"):
            ask(address)
        assert time.monotonic() - begun < 4
        assert len(engine.asked) == 1, "what takes too long is not tried again"
    over.set()


def test_an_engine_that_is_not_there_is_told_without_the_password() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError) as caught:
        remote(f"http://anna:hemligt@127.0.0.1:{port}").contents()
    for language, words in (("sv", "går inte att nå"), ("en", "cannot be reached")):
        said = caught.value.message(language)
        assert words in said
        assert f"http://127.0.0.1:{port}/query" in said
        assert "--store" in said
        assert "hemligt" not in said


def test_the_password_goes_to_the_engine_and_nowhere_else(engine: Engine, address: str) -> None:
    at = endpoints(address.replace("//", "//anna:hemligt%40@"))
    assert Remote(at, BASE, QUICK).contents() is None
    assert engine.asked[0][2]["Authorization"] == "Basic YW5uYTpoZW1saWd0QA=="
    assert "hemligt" not in repr(at)
    assert "YW5u" not in repr(at)


@pytest.mark.parametrize(
    ("address", "query", "update", "graphs"),
    [
        ("http://a.example:7878/", "/query", "/update", "/store"),
        ("http://a.example:7878/query", "/query", "/update", "/store"),
        ("https://a.example/ds/", "/ds/query", "/ds/update", "/ds/data"),
        ("https://a.example/ds/query", "/ds/query", "/ds/update", "/ds/data"),
        ("https://a.example/sparql", "/sparql", "/sparql", None),
        (
            "https://a.example/repositories/x",
            "/repositories/x",
            "/repositories/x/statements",
            "/repositories/x/rdf-graphs/service",
        ),
    ],
)
def test_the_addresses_of_an_engine_follow_from_one(address: str, query: str, update: str, graphs: str | None) -> None:
    at = endpoints(address)
    root = address[: address.index(".example") + 8] + (":7878" if ":7878" in address else "")
    assert (at.query, at.update) == (root + query, root + update)
    assert at.graphs == (None if graphs is None else root + graphs)
    given = endpoints(address, f"{root}/u", f"{root}/g")
    assert (given.query, given.update, given.graphs) == (root + query, f"{root}/u", f"{root}/g")


@pytest.mark.parametrize(
    "address",
    ["localhost:7878", "ftp://a.example", "file:///etc/passwd", "http://", "http://a:b:c", "http://a.example/?x=1",
     "http://a.example/#x", "http://a.example/\nHost: b", "http://å.example", "http://[::1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="kan inte vara") as caught:
        endpoints(address)
    assert ENGINE in caught.value.message("en")


def test_a_password_belongs_in_the_one_address_only() -> None:
    with pytest.raises(StoreError) as caught:
        endpoints("http://a.example", update="http://anna:hemligt@a.example/update")
    assert "hemligt" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a WHERE { ?a ?b ?c }", "SELECT ?a WHERE { BIND(<urn:a> AS ?a) ?a ?b ?c }"),
        ("SELECT ?b WHERE { ?b ?b '?a {' } # ?a {", "SELECT ?b WHERE { ?b ?b '?a {' } # ?a {"),
        ("SELECT ?b WHERE { { FILTER(?a = 2) } }", "SELECT ?b WHERE { { BIND(<urn:a> AS ?a) FILTER(?a = 2) } }"),
        ("SELECT ?b WHERE { VALUES ?b { 3 } }", "SELECT ?b WHERE { VALUES ?b { 3 } }"),
        (
            "SELECT ?a WHERE { { SELECT ?a WHERE { ?x ?y ?z } GROUP BY ?a } }",
            "SELECT ?a WHERE { BIND(<urn:a> AS ?a) { SELECT ?a WHERE { BIND(<urn:a> AS ?a) ?x ?y ?z } GROUP BY ?a } }",
        ),
        ("SELECT ?a ?n WHERE { }", "SELECT ?a ?n WHERE { BIND(<urn:a> AS ?a) BIND(<urn:n> AS ?n) }"),
    ],
)
def test_a_value_stands_in_every_group_that_needs_it(text: str, expected: str) -> None:
    assert valued(text, {"a": Iri("urn:a"), "n": Iri("urn:n")}) == expected
