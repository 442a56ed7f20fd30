"""One client, with an address of its own: it asks, and judges what comes back."""

import gzip
import random
import socket
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPMessage
from urllib.parse import urlencode, urlsplit

from benchmarks.soak.journal import Journal, Wrong

SECONDS = 30.0
"""After so long without an answer a request has failed; the longest query has ten seconds, and waiting counts."""
OK = frozenset([200])
GIVEN_AWAY = (b"Traceback (most", b'File "/', b"site-packages", b"/graph/store/", b"panicked at", b"/root/", b"/tmp/")
OR_BUSY = frozenset([200, 503])
"""Of an honest query that may take long: where attackers hold all places for long ones, it is told to come back."""
NO_BODY = frozenset([204, 304])
SHOWN = 300
"""Characters of a request that are told."""
FORM = "application/x-www-form-urlencoded"
FAILED = (OSError, HTTPException, EOFError, zlib.error)


@dataclass(frozen=True)
class Request:
    """What is asked, and the statuses that are meant for it. ``begins`` is how the body of a good answer begins.

    An answer without a body is wrong unless it ``may_be_empty``.
    """

    kind: str
    path: str
    intended: frozenset[int] = OK
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    begins: bytes = b""
    may_be_empty: bool = False

    @property
    def told(self) -> str:
        """In a line."""
        body = f" {self.body[:SHOWN]!r} ({len(self.body)} bytes)" if self.body is not None else ""
        return f"{self.method} {self.path}"[:SHOWN] + body


@dataclass(frozen=True)
class Reply:
    """What came back; the body is unpacked."""

    status: int
    headers: HTTPMessage
    body: bytes


class Client:
    """One who asks. ``random`` makes what it does vary, the same way in every run; with ``token`` it may write."""

    def __init__(self, service: str, number: int, journal: Journal, begun: float, token: str) -> None:
        parts = urlsplit(service)
        self.place = (parts.hostname or "", parts.port or 80)
        self.address = f"127.0.{number // 250}.{number % 250 + 2}"
        self.random = random.Random(number)  # noqa: S311 (a seeded load, no secret)
        self.journal = journal
        self.token = token
        self.patience = SECONDS
        self._begun = begun
        self._connection: HTTPConnection | None = None
        self._tags: dict[str, str] = {}

    def ask(self, request: Request, is_new: bool = False) -> Reply | None:
        """Ask, and write down what came of it; on a connection that is kept, unless a new one is wanted."""
        at = time.perf_counter()
        if is_new:
            self.close()
        try:
            reply = self._reply(request)
        except FAILED as error:
            self.close()
            self.failed(request, at, f"{type(error).__name__}: {error}")
            return None
        self.judged(request, reply, at)
        return reply

    def ask_again(self, request: Request) -> None:
        """Ask, saying which answer is known already where there is one."""
        known = self._tags.get(request.path)
        if known:
            headers = {**request.headers, "If-None-Match": known}
            request = Request(request.kind, request.path, request.intended | {304}, headers=headers)
        reply = self.ask(request)
        if reply and reply.headers["ETag"]:
            self._tags[request.path] = reply.headers["ETag"]

    def judged(self, request: Request, reply: Reply, at: float) -> None:
        """Write down how a request ended, and what was wrong with it."""
        self.journal.ended(request.kind, str(reply.status), time.perf_counter() - at)
        what = wrong_with(request, reply)
        if what:
            self._wrong(request, at, what)

    def failed(self, request: Request, at: float, what: str) -> None:
        """Write down a request that came to nothing."""
        self.journal.ended(request.kind, "failed", time.perf_counter() - at)
        self._wrong(request, at, what)

    def opened(self) -> socket.socket:
        """A bare connection from this client's address."""
        return socket.create_connection(self.place, SECONDS, (self.address, 0))

    def close(self) -> None:
        """Leave the connection that was kept."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def _wrong(self, request: Request, at: float, what: str) -> None:
        self.journal.wrong(Wrong(round(at - self._begun, 1), request.kind, request.told, what))

    def _reply(self, request: Request) -> Reply:
        if self._connection is None:
            self._connection = HTTPConnection(*self.place, timeout=self.patience, source_address=(self.address, 0))
        self._connection.request(request.method, request.path, request.body, dict(request.headers))
        answer = self._connection.getresponse()
        body = answer.read()
        return Reply(answer.status, answer.headers, unpacked(answer.headers, body))


def unpacked(headers: HTTPMessage, body: bytes) -> bytes:
    """The body without its compression."""
    return gzip.decompress(body) if body and headers["Content-Encoding"] == "gzip" else body


def wrong_with(request: Request, reply: Reply) -> str:
    """What is not as intended; "" where all is."""
    if reply.status not in request.intended:
        return f"status {reply.status}: {reply.body[:SHOWN].decode(errors='replace')}"
    if reply.status in (429, 503) and not reply.headers["Retry-After"]:
        return "it is not told when to come back"
    if request.method == "HEAD" or reply.status in NO_BODY:
        return "a body where none belongs" if reply.body else ""
    given_away = [word.decode() for word in GIVEN_AWAY if word in reply.body]
    if given_away:
        return f"the answer gives away {given_away}"
    return _wrong_body(request, reply)


def _wrong_body(request: Request, reply: Reply) -> str:
    kind = reply.headers["Content-Type"] or ""
    if not reply.body:
        return "" if request.may_be_empty else "no body"
    if kind.startswith("text/html") and not reply.body.rstrip().endswith(b"</html>"):
        return "the page is not whole"
    if kind.startswith("application/problem+json") and f'"status": {reply.status}'.encode() not in reply.body:
        return "the problem tells another status"
    if reply.status == 200 and not reply.body.startswith(request.begins):
        return f"the answer begins with {reply.body[:40]!r}"
    return ""


def with_query(path: str, parameters: Mapping[str, object] | Iterable[tuple[str, object]]) -> str:
    """An address with its parameters."""
    return f"{path}?{urlencode(parameters, doseq=True)}"  # type: ignore[arg-type]
