"""What the pages share: the store, the workers, the clock and the default language, handed in when the app is made."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from flask import Flask, current_app, g

from graph.labels import Labels, labels
from graph.publisher import Publisher
from graph.store import ForeignQueries, Store
from web import memory
from web.tokens import Writes

LAST_REQUESTS = 20.0
"""Seconds after which no request needs a store that was succeeded by another."""


@dataclass(frozen=True)
class Service:
    """One running service. Without ``writes`` it only reads."""

    store: Store
    workers: ForeignQueries
    today: Callable[[], date]
    language_default: str
    publisher: Publisher | None = None
    writes: Writes | None = None

    @property
    def labels(self) -> Labels:
        return labels(self.store)


def serve(app: Flask, service: Service) -> None:
    """Let an app answer with a service from the next request on."""
    app.extensions["service"] = service


def service() -> Service:
    """The service that answers the current request: the same one until its end, also where another takes over."""
    if "service" not in g:
        g.service = current_app.extensions["service"]
    return cast(Service, g.service)


def store() -> Store:
    """Its store."""
    return service().store


def succeed(store: Store) -> None:
    """Let another store take over; the requests under way end with the one that they began with."""
    now = cast(Service, current_app.extensions["service"])
    now.workers.renew(store)
    serve(current_app, replace(now, store=store))
    letting_go = threading.Timer(LAST_REQUESTS, _let_go, ([now.store],))
    letting_go.daemon = True
    letting_go.start()


def _let_go(last: list[Store]) -> None:
    """Free what was made of a store: indexes refer to each other, so nothing else would for a long time."""
    last.pop().made.clear()
    memory.give_back()
