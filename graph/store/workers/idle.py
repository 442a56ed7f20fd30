"""Workers that have nothing to do, and the line of those who wait for one: who came first is served first.

In a plain queue whoever happens to look first takes the worker; with sixteen clients on two workers the unlucky then
waited five times as long as the others.
"""

import threading
from collections import deque
from collections.abc import Iterable
from typing import Generic, TypeVar

W = TypeVar("W")


class Waiter(Generic[W]):
    """One in the line, which keeps its place however often it looks up."""

    def __init__(self) -> None:
        self._called = threading.Lock()
        self._called.acquire()
        self._worker: W | None = None

    def call(self, worker: W) -> None:
        """Give it the worker."""
        self._worker = worker
        self._called.release()

    def worker(self, seconds: float) -> W | None:
        """What it was given, at the latest after so long; None where it has to wait on."""
        return self._worker if self._called.acquire(timeout=seconds) else None


class Idle(Generic[W]):
    """Whoever has worked last works next: what it has at hand is still warm.

    >>> idle = Idle[str](most_extra=1)
    >>> first, second = idle.wait(), idle.wait()
    >>> idle.put("a worker")
    >>> second.worker(0.0), first.worker(0.0)
    (None, 'a worker')
    >>> idle.leave(second)
    >>> idle.put("another")
    >>> idle.take(), idle.take()
    ('another', None)
    """

    def __init__(self, most_extra: int) -> None:
        self._lock = threading.Lock()
        self._extra, self._most_extra = 0, most_extra
        self._workers: list[W] = []
        self._waiting: deque[Waiter[W]] = deque()

    def put(self, worker: W) -> None:
        """A worker is free: it goes to the first who waits."""
        with self._lock:
            self._put(worker)

    def back(self, worker: W, is_extra: bool) -> W | None:
        """A worker has answered, and goes on. It is extra where its place was taken by another meanwhile.

        Gives the worker that has to leave for it, if any. A worker that has answered is worth more than a new one:
        what it has read of the graph it no longer shares with the others, and copying that takes the first query to
        read it three times as long. So the one that has been idle longest leaves, or the next that comes back.

        >>> idle = Idle[str](most_extra=1)
        >>> idle.back("slow", is_extra=True), idle.back("quick", is_extra=False)
        (None, 'slow')
        """
        with self._lock:
            self._extra += is_extra
            if self._extra and (self._workers or not is_extra or self._extra > self._most_extra):
                self._extra -= 1
                if not self._workers:
                    return worker
                leaving = self._workers.pop(0)
                self._put(worker)
                return leaving
            self._put(worker)
            return None

    def renew(self, workers: Iterable[W]) -> list[W]:
        """Let these take the place of all; those that wait for one get these. Gives the ones before."""
        with self._lock:
            before, self._workers, self._extra = self._workers, [], 0
            for worker in workers:
                self._put(worker)
            return before

    def _put(self, worker: W) -> None:
        if self._waiting:
            self._waiting.popleft().call(worker)
        else:
            self._workers.append(worker)

    def take(self) -> W | None:
        """A worker that is free now; None where there is none."""
        with self._lock:
            return self._workers.pop() if self._workers else None

    def wait(self) -> Waiter[W]:
        """A place in the line; it has to be left again."""
        waiter = Waiter[W]()
        with self._lock:
            if self._workers:
                waiter.call(self._workers.pop())
            else:
                self._waiting.append(waiter)
        return waiter

    def leave(self, waiter: Waiter[W]) -> W | None:
        """Somebody goes: a worker that was given meanwhile and not taken is left behind."""
        with self._lock:
            if waiter in self._waiting:
                self._waiting.remove(waiter)
                return None
        return waiter.worker(0.0)
