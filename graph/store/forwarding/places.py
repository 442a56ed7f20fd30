"""Places for foreign queries in an engine by URL: as many at once as there would be workers, and a few long ones."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.errors import QueryAbandoned
from graph.store.workers.clients import Clients
from graph.store.workers.limits import Limits
from graph.store.workers.refusals import busy, ended

GLANCE = 0.05
"""Seconds between two looks at whether a query has run too long or its sender has gone."""


class Run:
    """A query on its way. ``watch`` is called all the while, and raises the QueryRefused that ends it."""

    def __init__(self, places: "Places", seconds: float | None, client: str, gone: Callable[[], bool]) -> None:
        limits = places.limits
        self.seconds = min(seconds or limits.seconds, limits.seconds)
        self.client = client
        self.gone = gone
        self.begun = places.clock()
        self.until = self.begun + self.seconds
        self.is_long = False
        self._places = places

    @property
    def left(self) -> float:
        """Seconds until its deadline."""
        return self.until - self._places.clock()

    def watch(self) -> None:
        if self._places.closing.is_set():
            raise busy()
        if self.gone():
            raise QueryAbandoned
        if self.left <= 0:
            raise ended(self.seconds)
        if not self.is_long and self._places.clock() >= self.begun + self._places.limits.short:
            self._places.lengthen(self)


class Places:
    """Who may ask, and how many at once. A query that takes long leaves its place to a quick one."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.clock = clock
        self.closing = threading.Event()
        self._clients = Clients(limits, clock)
        self._quick = threading.Semaphore(limits.workers)
        self._long = threading.Semaphore(limits.long)
        self._waiting = threading.Semaphore(limits.waiting)

    @contextmanager
    def place(self, seconds: float | None, client: str, gone: Callable[[], bool]) -> Iterator[Run]:
        """A place for a query of a client while the context lives. Raises a QueryRefused where there is none."""
        self._clients.enter(client)
        run = Run(self, seconds, client, gone)
        try:
            self._wait(run)
            run.begun = self.clock()
            try:
                yield run
            finally:
                (self._long if run.is_long else self._quick).release()
        finally:
            self._clients.leave(client, self.clock() - run.begun, run.is_long)

    def lengthen(self, run: Run) -> None:
        """Let a query become a long one. Raises QueryBusy, or QueryTooOften where its client has too many."""
        self._clients.lengthen(run.client, self._long)
        run.is_long = True
        self._quick.release()

    def _wait(self, run: Run) -> None:
        if self._quick.acquire(blocking=False):
            return
        if not self._waiting.acquire(blocking=False):
            raise busy()
        try:
            until = self.clock() + min(self.limits.wait, run.seconds / 2)
            while self.clock() < until and not self.closing.is_set():
                if self._quick.acquire(timeout=GLANCE):
                    return
                if run.gone():
                    raise QueryAbandoned
            raise busy()
        finally:
            self._waiting.release()
