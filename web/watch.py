"""Every request is timed, counted and told."""

import time
from collections.abc import Callable

from flask import Flask, Response, g, request

from web import log
from web.metrics import Metrics

NOWHERE = "none"


def prepare(app: Flask, version: str, clock: Callable[[], float] = time.perf_counter) -> None:
    """Watch the requests of an app that serves a version of the data."""
    metrics = app.extensions["metrics"] = Metrics(version)

    @app.before_request
    def begin() -> None:
        g.began = clock()

    @app.after_request
    def end(response: Response) -> Response:
        # A request that is refused before it begins took no time of ours.
        seconds = clock() - g.began if "began" in g else 0.0
        metrics.count(request.endpoint or NOWHERE, request.method, response.status_code, seconds)
        log.tell(request.method, request.path, response.status_code, seconds, response.content_length)
        return response
