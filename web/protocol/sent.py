"""An answer on its way: from the worker's file, compressed where that is accepted, and not at all where it is known.

A large answer is never held in memory whole, and the worker is free before the first byte is sent: a slow reader holds
neither.
"""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from typing import IO

from flask import Response, request
from werkzeug.wsgi import wrap_file

from graph.store.workers import Served
from web.protocol.formats import with_charset
from web.service import store

TRUNCATED = "Truncated"
"""The header that says that rows were cut: ``Truncated: rows=1000`` where 1000 were kept."""
SMALLEST, LARGEST_WHOLE = 1_000, 2**20
"""Bytes from which an answer is compressed, and up to which it is sent in one piece."""
LEVEL = 5
PART = 2**16
GZIP = zlib.MAX_WBITS | 16


def tag_of(*parts: object) -> str:
    """The tag of an answer that is decided by the data and these plain values."""
    return hashlib.sha256(repr((store().version, *parts)).encode()).hexdigest()[:32]


def is_known(tag: str) -> bool:
    """Whether the asker already has the answer with this tag."""
    known = request.if_none_match
    return request.method in ("GET", "HEAD") and not known.star_tag and known.contains_weak(tag)


def unchanged(tag: str) -> Response:
    """The asker has the answer."""
    return _tagged(Response(status=304), tag)


def sent(served: Served, tag: str | None) -> Response:
    """The answer as a response."""
    size, content = served.head.size, served.content
    response = Response(content_type=with_charset(served.media_type))
    response.vary.update(["Accept", "Accept-Encoding"])
    if served.head.kept is not None:
        response.headers[TRUNCATED] = f"rows={served.head.kept}"
    if size >= SMALLEST and request.accept_encodings["gzip"] > 0:
        response.content_encoding = "gzip"
        if size <= LARGEST_WHOLE:
            response.data = gzip.compress(served.read(), LEVEL)
        else:
            response.response = _compressed(content)
            response.call_on_close(content.close)
    elif size <= LARGEST_WHOLE or request.method == "HEAD":
        response.data = served.read()
    else:
        response.content_length = size
        response.response = wrap_file(request.environ, content, PART)
        response.direct_passthrough = True
    return _tagged(response, tag) if tag else response


def _tagged(response: Response, tag: str) -> Response:
    """The tag is weak: the same rows may come in another order."""
    if request.method in ("GET", "HEAD"):
        response.set_etag(tag, weak=True)
    return response


def _compressed(content: IO[bytes]) -> Iterator[bytes]:
    pack = zlib.compressobj(LEVEL, wbits=GZIP)
    with content:
        while part := content.read(PART):
            if packed := pack.compress(part):
                yield packed
    yield pack.flush()
