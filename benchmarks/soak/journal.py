"""What happened: each request by its kind, and in full where it did not end as intended."""

import statistics
import threading
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import Any

MOST_ERRORS = 500
"""Errors that are kept in full; the others are only counted."""
SHARES = (0.95, 0.99)


@dataclass(frozen=True)
class Wrong:
    """A request that did not end as intended: when it was sent (seconds from the beginning), and what was wrong."""

    at: float
    kind: str
    request: str
    what: str


class Journal:
    """Written by all clients at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ended: dict[str, Counter[str]] = defaultdict(Counter)
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._wrong: list[Wrong] = []
        self.errors = 0

    def ended(self, kind: str, how: str, seconds: float) -> None:
        """A request ended: its status, or what became of it."""
        with self._lock:
            self._ended[kind][how] += 1
            self._seconds[kind].append(seconds)

    def wrong(self, wrong: Wrong) -> None:
        """Something was not as intended."""
        with self._lock:
            self.errors += 1
            if len(self._wrong) < MOST_ERRORS:
                self._wrong.append(wrong)

    def told(self) -> dict[str, Any]:
        """Everything so far, as plain values; times in milliseconds."""
        with self._lock:
            seconds = {kind: list(found) for kind, found in self._seconds.items()}
            ended = {kind: dict(sorted(found.items())) for kind, found in self._ended.items()}
            wrong = [asdict(one) for one in self._wrong]
        kinds = {kind: {"ended": ended[kind], **_times(seconds[kind])} for kind in sorted(ended)}
        return {"requests": sum(map(len, seconds.values())), "kinds": kinds, "errors": self.errors, "wrong": wrong}


def _times(seconds: list[float]) -> dict[str, float]:
    ms = sorted(1000 * one for one in seconds)
    late = [ms[int(share * (len(ms) - 1))] for share in SHARES]
    return {"median": statistics.median(ms), "p95": late[0], "p99": late[1], "longest": ms[-1]}
