"""Clients that leave while their query runs, and clients that are slow: byte by byte in, little by little out."""

import socket
import time
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse

from benchmarks.attack import RUNAWAYS
from benchmarks.soak.client import FAILED, FORM, OK, OR_BUSY, SECONDS, Client, Reply, Request, unpacked, with_query

BYTE_SECONDS = 0.05
READ_SECONDS = 0.25
READ_BYTES = 2**17
HEADERS = {"Content-Type": FORM, "Accept": "application/json"}
LARGE = (
    with_query("/sparql", {"query": "SELECT * { ?s ?p ?o } LIMIT 20000", "format": "json"}),
    "/graph-store?default&format=nt",
    "/coverage?empty=1",
    "/data.trig",
)
"""Answers of 4 to 8 MB."""


def leave(client: Client) -> None:
    """Ask a runaway, and close the connection while it runs."""
    name = client.random.choice([*RUNAWAYS])
    body = with_query("", {"query": RUNAWAYS[name]})[1:].encode()
    request = Request(f"left {name}", "/sparql", OK, "POST", HEADERS, body)
    at = time.perf_counter()
    try:
        with client.opened() as connection:
            connection.sendall(_bytes(request))
            time.sleep(client.random.uniform(0.1, 3.0))
    except OSError as error:
        client.failed(request, at, f"{type(error).__name__}: {error}")
    else:
        client.journal.ended(request.kind, "left", time.perf_counter() - at)


def send_slowly(client: Client) -> None:
    """Send the headers, or the body, byte by byte."""
    name, whole = client.random.choice((("headers", "/health"), ("body", "/sparql")))
    request = Request(f"slow {name}", whole, OK)
    if name == "body":
        request = Request(f"slow {name}", whole, OR_BUSY, "POST", HEADERS, b"query=ASK+%7B+%3Fs+%3Fp+%3Fo+%7D")
    content = _bytes(request)
    quick = 0 if name == "headers" else content.index(b"\r\n\r\n") + 4
    _exchanged(client, request, content[:quick], content[quick:])


def read_slowly(client: Client) -> None:
    """Read an answer of several MB little by little."""
    request = Request("slow reader", client.random.choice(LARGE), OR_BUSY)
    _exchanged(client, request, _bytes(request), b"", READ_SECONDS)


def _exchanged(client: Client, request: Request, quick: bytes, slow: bytes, pause: float = 0.0) -> None:
    at = time.perf_counter()
    try:
        with client.opened() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, READ_BYTES)
            connection.sendall(quick)
            for one in slow:
                connection.sendall(bytes([one]))
                time.sleep(BYTE_SECONDS)
            reply = _read(connection, request.method, pause)
    except FAILED as error:
        client.failed(request, at, f"{type(error).__name__}: {error}")
    else:
        client.judged(request, reply, at)


def _read(connection: socket.socket, method: str, pause: float) -> Reply:
    connection.settimeout(SECONDS)
    with HTTPResponse(connection, method=method) as answer:
        answer.begin()
        body = b"".join(_parts(answer, pause))
        return Reply(answer.status, answer.headers, unpacked(answer.headers, body))


def _parts(answer: HTTPResponse, pause: float) -> Iterator[bytes]:
    size, read = answer.headers["Content-Length"], 0
    while part := answer.read(READ_BYTES):
        read += len(part)
        yield part
        time.sleep(pause)
    if size is not None and read != int(size):
        raise HTTPException(f"{read} bytes came of {size}")


def _bytes(request: Request) -> bytes:
    """A request as it is sent, on a connection that ends with it."""
    headers = {"Host": "127.0.0.1", "Connection": "close", **request.headers}
    if request.body is not None:
        headers["Content-Length"] = str(len(request.body))
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{request.method} {request.path} HTTP/1.1\r\n{told}\r\n".encode() + (request.body or b"")
