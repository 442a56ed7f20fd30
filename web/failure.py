"""The one place where an error becomes an answer: a page for a reader, problem+json (RFC 9457) for a script."""

import json
import logging

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from graph.errors import (
    BadParameter,
    InvalidChange,
    QueryAbandoned,
    QueryBusy,
    QueryNotAllowed,
    QueryRefused,
    QueryTimeout,
    QueryTooLarge,
    QueryTooOften,
    QueryUnacceptable,
    RodaTradenError,
    StoreError,
    UnknownFormat,
    UnknownGraph,
    UnknownQuestion,
    UnknownThing,
)
from web import asked, file
from web.language import words

PROBLEM = "application/problem+json"
APIS = ("/api/questions", "/graph-store")
"""Below these addresses there are no pages: whoever asks is a script."""
SENDING = ("application/sparql-update", "application/sparql-query")
"""What no page sends."""
STATUSES: tuple[tuple[type[RodaTradenError], int], ...] = (
    (BadParameter, 400),
    (UnknownThing, 404),
    (UnknownQuestion, 404),
    (UnknownGraph, 404),
    (UnknownFormat, 415),
    (QueryNotAllowed, 403),
    (QueryUnacceptable, 406),
    (QueryBusy, 503),
    (QueryAbandoned, 503),
    (QueryTimeout, 504),
    (QueryTooOften, 429),
    (QueryTooLarge, 413),
    (InvalidChange, 422),
    (QueryRefused, 400),
    (StoreError, 503),
    (RodaTradenError, 500),
)
"""The first that fits decides."""
RETRY_AFTER = {503: "10"}


def prepare(app: Flask) -> None:
    """Answer every error of the app here."""
    app.register_error_handler(RodaTradenError, _known)
    app.register_error_handler(HTTPException, _http)


def status_of(error: RodaTradenError) -> int:
    """The HTTP status of an error."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def is_script() -> bool:
    """Whether the asker wants data rather than a page."""
    if request.path.startswith(APIS) or request.mimetype in SENDING or "Authorization" in request.headers:
        return True
    if request.method == "POST" and file.HTML not in request.headers.get("Accept", ""):
        return True
    is_data = file.split(request.path.rsplit("/", 1)[-1])[1] is not None
    accept = request.accept_mimetypes
    return is_data or (bool(accept) and not accept.accept_html) or file.wanted(None) is not None


def retried(response: Response, error: RodaTradenError) -> Response:
    """The response, saying when it is worth to try again where the error knows."""
    wait = str(error.wait) if isinstance(error, QueryTooOften) else RETRY_AFTER.get(response.status_code)
    if wait:
        response.headers["Retry-After"] = wait
    return response


def problem(status: int, title: str, detail: str, **members: object) -> Response:
    """A problem for a script, with members of its own."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **members}
    return _headed(Response(json.dumps(body, ensure_ascii=False) + "\n", content_type=PROBLEM), status)


def answer(status: int, detail: str | None = None, **members: str) -> Response:
    """An error in the reader's language, with a way on."""
    w = words(asked.language())
    key = f"error-{status}" if w.has(f"error-{status}") else "error-other"
    title, text = w(key), detail or w(f"{key}-text")
    if is_script():
        return problem(status, title, text, **members)
    return _headed(Response(render_template("error.html", title=title, text=text, status=status)), status)


def _known(error: RodaTradenError) -> Response:
    members = {"parameter": error.name} if isinstance(error, BadParameter) else {}
    return retried(answer(status_of(error), error.message(asked.language()), **members), error)


def _http(error: HTTPException) -> Response:
    original = error.get_response()
    if error.code is None or error.code < 400:
        return Response(original.response, original.status, original.headers)
    if error.code >= 500:
        logging.getLogger(__name__).error("%s %s: %s", request.method, request.path, error.code)
    made = answer(error.code)
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in original.headers:
            made.headers[name] = original.headers[name]
    return made


def _headed(response: Response, status: int) -> Response:
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    if status in RETRY_AFTER:
        response.headers["Retry-After"] = RETRY_AFTER[status]
    return response
