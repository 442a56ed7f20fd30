"""Writing over HTTP: who may, what is wished, and what came of it.

A token comes as RFC 6750 says: ``Authorization: Bearer …``. Nothing that was sent is read before it is known.
"""

import json
import logging
from typing import cast

from flask import Response, current_app, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import RequestEntityTooLarge, Unauthorized

from graph.errors import InvalidChange, NotShown, QueryNotAllowed, StoreError
from graph.store import Store
from graph.store.writing import Author, Writing, Written
from web import failure, tokens, warming
from web.asked import language
from web.language import words
from web.metrics import Metrics
from web.service import service, succeed
from web.tokens import Writes

BEARER = "bearer"
MADE = (
    "Ändringen är gjord och sparad, men syns inte än. Den som driver tjänsten behöver se i loggen.",
    "The change is made and saved, but is not seen yet. Whoever runs the service has to look in the log.",
)
NOT_MADE = (
    "Tjänsten kan inte spara ändringar just nu; ingenting har ändrats. Försök igen om en stund.",
    "The service cannot save changes at the moment; nothing was changed. Try again in a while.",
)
UNREADABLE = (
    "Tjänsten kan inte läsa vilka som får skriva. Den som driver tjänsten behöver se i loggen.",
    "The service cannot read who may write. Whoever runs the service has to look in the log.",
)


def author() -> Author:
    """Who wishes to write. Raises QueryNotAllowed where the service only reads, and Unauthorized."""
    _writes()
    found = known()
    if found is None:
        raise _unauthorized()
    return found


def known() -> Author | None:
    """Whose token the request carries; None where it carries none, or the service only reads.

    From then on it may send more than others. Raises Unauthorized for a token that is not known, and StoreError.
    """
    writes, given = service().writes, request.authorization
    if writes is None or given is None or given.type != BEARER:
        return None
    try:
        found = tokens.author(writes.tokens, given.token or "")
    except StoreError as error:
        raise _told(error, UNREADABLE) from error
    if found is None:
        raise _unauthorized(error="invalid_token")
    most = writes.writer.limits.sent_bytes
    if request.content_length is not None and request.content_length > most:
        raise RequestEntityTooLarge
    request.max_content_length = request.max_form_memory_size = most
    return found


def written(wish: Writing, by: Author, location: str = "") -> Response:
    """Do what is wished and tell it; ``location`` is the address of a graph that gets its name here.

    Raises a QueryRefused that says why nothing was changed, and StoreError.
    """
    try:
        done = _writes().writer.write(wish, by, _changed)
    except StoreError as error:
        raise _told(error, MADE if isinstance(error, NotShown) else NOT_MADE) from error
    patch = done.change.patch if done.change else None
    told = {
        "version": done.version,
        "change": done.change.id if done.change else None,
        "added": len(patch.added) if patch else 0,
        "removed": len(patch.removed) if patch else 0,
    }
    response = Response(json.dumps(told) + "\n", 201 if _is_created(done) else 200, content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    if location and done.change:
        response.headers["Location"] = location
    return response


def refused(error: InvalidChange) -> Response:
    """What the graph would not be after the change, problem by problem."""
    problems = [
        {"thing": p.file, "path": p.column, "message": p.swedish if language() == "sv" else p.english}
        for p in error.problems
    ]
    status = failure.status_of(error)
    detail = error.message(language()).partition("\n")[0]
    return failure.problem(status, words(language())(f"error-{status}"), detail, problems=problems, count=error.count)


def _told(error: StoreError, said: tuple[str, str]) -> StoreError:
    """What is said of an error: where the folders of the service lie, and where its engine is, is for its log."""
    logging.getLogger(__name__).error("%s", error.message("en"))
    return StoreError(*said)


def _is_created(done: Written) -> bool:
    return done.is_new and done.change is not None


def _unauthorized(**challenge: str | None) -> Unauthorized:
    return Unauthorized(www_authenticate=WWWAuthenticate(BEARER, {"realm": "rodatraden", **challenge}))


def _writes() -> Writes:
    found = service().writes
    if found is None:
        raise QueryNotAllowed("Här går det bara att läsa.", "This endpoint is read-only.")
    return found


def _changed(store: Store) -> None:
    """Everybody reads the new graph from now on; what takes long of it is made before."""
    try:
        warming.warm(store, service().today())
    finally:
        succeed(store)
        cast(Metrics, current_app.extensions["metrics"]).serve(store.version)
