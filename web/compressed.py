"""Pages and text files are sent compressed to whoever accepts it; nothing in them is secret (RFC 9110, 8.4)."""

import gzip

from flask import Flask, Response, request

SMALLEST = 1_000
"""Bytes from which it is worth while."""
LEVEL = 4
TEXT = ("text/", "application/json", "application/ld+json", "application/rdf+xml", "application/n-triples", "image/svg")


def prepare(app: Flask) -> None:
    """Compress the answers of the app."""
    app.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if response.is_streamed or response.direct_passthrough or response.content_encoding:
        return response
    if not (response.content_type or "").startswith(TEXT) or len(response.get_data()) < SMALLEST:
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] > 0 and request.method != "HEAD":
        # Without a time in it, so that the same page is the same bytes.
        response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
        response.content_encoding = "gzip"
    return response
