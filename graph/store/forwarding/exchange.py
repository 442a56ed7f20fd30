"""One question to an engine and its answer, which can be left at any moment: then the connection is closed.

Every foreign query has a connection of its own, so that closing it tells the engine that nobody waits any more. The
answer is read as it comes, and between two readings somebody looks whether it is still wanted.
"""

import io
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

from graph.store.endpoints import Endpoints
from graph.store.forwarding.places import GLANCE

FORM = "application/x-www-form-urlencoded; charset=utf-8"
PIECE = 1 << 16
Fields = Sequence[tuple[str, str]]


@contextmanager
def answered(
    at: Endpoints, fields: Fields, accept: str, seconds: float, watch: Callable[[], None]
) -> Iterator[HTTPResponse]:
    """The engine's answer while the context lives, to read from. ``watch`` ends it by raising.

    Raises OSError and HTTPException where the engine cannot be reached or breaks off.
    """
    headers = {"Accept": accept, "Content-Type": FORM, "User-Agent": "rodatraden", "Connection": "close"}
    headers |= {"Authorization": at.authorization} if at.authorization else {}
    parts = urlsplit(at.query)
    with closing(_connection(parts.scheme, parts.netloc, max(seconds, GLANCE))) as connection:
        connection.request("POST", parts.path or "/", urlencode(fields).encode(), headers)
        line = connection.sock
        assert isinstance(line, socket.socket)
        line.settimeout(GLANCE)
        with HTTPResponse(cast(socket.socket, _Line(line, watch)), method="POST") as response:
            response.begin()
            yield response


def _connection(scheme: str, netloc: str, seconds: float) -> HTTPConnection:
    if scheme == "https":
        return HTTPSConnection(netloc, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(netloc, timeout=seconds)


class _Line:
    """A socket, as far as an HTTPResponse needs one."""

    def __init__(self, line: socket.socket, watch: Callable[[], None]) -> None:
        self._watched = _Watched(line, watch)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._watched, PIECE)


class _Watched(io.RawIOBase):
    """What comes from a socket; looks whether it is still wanted before every reading and while there is nothing."""

    def __init__(self, line: socket.socket, watch: Callable[[], None]) -> None:
        self._line = line
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self._watch()
            try:
                return self._line.recv_into(buffer)
            except TimeoutError:
                continue
