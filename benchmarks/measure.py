"""Time and memory: repeated runs with a bound, each question in a process of its own that can be ended."""

import multiprocessing
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.cases import Case, Table, fingerprint

FORK = multiprocessing.get_context("fork")
MOST, FEWEST = 20, 3
"""Warm runs of a question: at most, and at least."""
WARM_SECONDS = 10.0
"""No warm run beyond the fewest is begun after so long."""
SLOW = 15.0
"""Seconds from which a question is run once and not again."""
FAILURES = (RuntimeError, ValueError, SyntaxError, OSError, MemoryError, LookupError, AttributeError, TypeError)


@dataclass(frozen=True)
class Figure:
    """Seconds: the median of several runs, with the least and the most."""

    median: float
    least: float
    most: float
    runs: int


@dataclass(frozen=True)
class Outcome:
    """What came of one question on one engine.

    ``error`` is why there is no answer ("" where there is one): the engine's own words, or that the cap was reached.
    ``memory`` is the most megabytes that the process held.
    """

    cold: float | None = None
    warm: Figure | None = None
    rows: int = 0
    fingerprint: str = ""
    memory: int = 0
    error: str = ""


def figure(seconds: list[float]) -> Figure:
    """The figure of these runs.

    >>> figure([3.0, 1.0, 2.0])
    Figure(median=2.0, least=1.0, most=3.0, runs=3)
    """
    return Figure(statistics.median(seconds), min(seconds), max(seconds), len(seconds))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def first(case: Case, ask: Callable[[], Any], read: Callable[[Any], Table]) -> Outcome:
    """The first run; ``read`` makes a table of the answer outside the time."""
    cold, answer = timed(ask)
    most = memory()["VmHWM"]
    table = read(answer)
    return Outcome(cold, None, len(table.rows), fingerprint(case, table), most)


def repeated(case: Case, ask: Callable[[], Any], read: Callable[[Any], Table]) -> Outcome:
    """The first run, then warm ones."""
    outcome = first(case, ask, read)
    return replace(outcome, warm=runs(ask)) if outcome.cold is not None and outcome.cold < SLOW else outcome


def runs(ask: Callable[[], Any], fewest: int = FEWEST, most: int = MOST) -> Figure:
    """Several runs of the same."""
    seconds: list[float] = []
    until = time.monotonic() + WARM_SECONDS
    while len(seconds) < fewest or (len(seconds) < most and time.monotonic() < until):
        seconds.append(timed(ask)[0])
    return figure(seconds)


def apart(work: Callable[[], Any], cap: float) -> tuple[Any, str]:
    """Do work in a forked process for at most ``cap`` seconds; gives its result, or None and why there is none."""
    receiver, sender = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_send, args=(work, sender), daemon=True)
    process.start()
    sender.close()
    try:
        return receiver.recv() if receiver.poll(cap) else (None, f"not within {cap:g} s")
    except EOFError:
        return None, "the process ended"
    finally:
        process.kill()
        process.join()
        receiver.close()


def asked_apart(case: Case, ask: Callable[[], Any], read: Callable[[Any], Table], cap: float) -> Outcome:
    """A question in a process of its own: the first run must end within ``cap`` seconds."""
    once, error = apart(lambda: first(case, ask, read), cap)
    if once is None or once.cold >= SLOW:
        return once or Outcome(error=error)
    outcome, error = apart(lambda: repeated(case, ask, read), cap + SLOW * (FEWEST + 1) + 2 * WARM_SECONDS)
    return outcome or Outcome(error=error)


def memory(process: int | str = "self") -> dict[str, int]:
    """Resident megabytes, now and at most so far (VmRSS and VmHWM of Linux)."""
    found = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines())
    return {key: int(found[key].split()[0]) // 1024 for key in ("VmRSS", "VmHWM")}


def _send(work: Callable[[], Any], sender: Connection) -> None:
    try:
        sender.send((work(), ""))
    except FAILURES as error:
        sender.send((None, f"{type(error).__name__}: {error}"[:200]))
    sender.close()
    os._exit(0)
