"""Workers that have nothing to do, and the line of those who wait for one: who came first is served first.

In a plain queue whoever happens to look first takes the worker; with sixteen clients on two workers the unlucky then
waited five times as long as the others.
"""

import threading
from collections import deque
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

    >>> idle = Idle[str]()
    >>> first, second = idle.wait(), idle.wait()
    >>> idle.put("a worker")
    >>> second.worker(0.0), first.worker(0.0)
    (None, 'a worker')
    >>> idle.leave(second)
    >>> idle.put("another")
    >>> idle.take(), idle.take()
    ('another', None)
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers: list[W] = []
        self._waiting: deque[Waiter[W]] = deque()

    def put(self, worker: W) -> None:
        """A worker is free: it goes to the first who waits."""
        with self._lock:
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
