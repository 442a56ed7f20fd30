"""Fair shares: how much one client may ask at once, and lately."""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import QueryTooOften
from graph.store.workers.limits import Limits
from graph.store.workers.refusals import busy

MOST_REMEMBERED = 10_000


@dataclass
class _Client:
    saved: float
    seen: float
    running: int = 0
    long: int = 0


class Clients:
    """Who asks: each has a few queries at once, and running time that is saved up while it asks nothing.

    >>> time = iter([0.0, 9.5, 10.0])
    >>> clients = Clients(Limits(client_seconds=5), clock=lambda: next(time))
    >>> clients.enter("a")
    >>> clients.leave("a", 9.5)
    >>> clients.enter("a")
    Traceback (most recent call last):
    graph.errors.QueryTooOften: Dina frågor har tagit mycket tid den senaste stunden. Försök igen om 5 s.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._clients: dict[str, _Client] = {}
        self._lock = threading.Lock()

    def enter(self, name: str) -> None:
        """A query of a client begins. Raises QueryTooOften."""
        with self._lock:
            client = self._now(name)
            if client.running >= self._limits.client_queries:
                raise QueryTooOften(
                    f"Du har redan {client.running} frågor igång. Vänta på svaren.",
                    f"You already have {client.running} queries running. Wait for the answers.",
                )
            if client.saved <= 0:
                wait = math.ceil(self._limits.least_seconds - client.saved)
                raise QueryTooOften(
                    f"Dina frågor har tagit mycket tid den senaste stunden. Försök igen om {wait} s.",
                    f"Your queries have taken much time lately. Try again in {wait} s.",
                    wait,
                )
            client.running += 1

    def lengthen(self, name: str, places: threading.Semaphore) -> None:
        """A query of a client becomes a long one, and takes one of the places for these.

        Raises QueryBusy where there is none, QueryTooOften where the client has too many.
        """
        if not places.acquire(blocking=False):
            raise busy()
        try:
            self._lengthen(name)
        except QueryTooOften:
            places.release()
            raise

    def _lengthen(self, name: str) -> None:
        with self._lock:
            client = self._now(name)
            if client.long >= self._limits.client_long:
                raise QueryTooOften(
                    f"Du har redan {client.long} långa frågor igång. Vänta på svaren.",
                    f"You already have {client.long} long queries running. Wait for the answers.",
                )
            client.long += 1

    def leave(self, name: str, seconds: float, is_long: bool = False) -> None:
        """A query of a client is over, and took so long."""
        with self._lock:
            client = self._now(name)
            client.running -= 1
            client.long -= is_long
            client.saved -= max(seconds, self._limits.least_seconds)

    def _now(self, name: str) -> _Client:
        now = self._clock()
        if len(self._clients) >= MOST_REMEMBERED:
            self._forget(now)
        client = self._clients.setdefault(name, _Client(self._limits.client_seconds, now))
        client.saved = min(self._limits.client_seconds, client.saved + now - client.seen)
        client.seen = now
        return client

    def _forget(self, now: float) -> None:
        """Forget who has nothing running and has saved all that can be saved."""
        full = self._limits.client_seconds
        self._clients = {n: c for n, c in self._clients.items() if c.running or c.saved + now - c.seen < full}
