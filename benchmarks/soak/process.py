"""The service seen from outside, in /proc: memory, processes, threads and open files."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Sample:
    """What was seen at a time (seconds from the beginning). Memory is in MB, that of the workers summed up.

    ``spooled`` are open files that have been deleted, as answers on their way are. ``processor`` is what the serving
    process has used so far in seconds; ``busy`` the share of the whole machine that has worked since the last look.
    """

    at: float
    rss: float
    pss: float
    nursery_rss: float
    nursery_pss: float
    workers_rss: float
    workers_pss: float
    workers: int
    zombies: int
    descendants: int
    files: int
    spooled: int
    threads: int
    processor: float
    busy: float
    busy_nicely: float
    load: float
    ready: int


@dataclass(frozen=True)
class Process:
    """A line of /proc/<pid>/stat."""

    number: int
    parent: int
    state: str
    seconds: float


class Machine:
    """What the processors of the machine did between two looks, as shares of all of them."""

    def __init__(self) -> None:
        self._before = _ticks()

    def busy(self) -> tuple[float, float]:
        """The share of work at usual priority, and that at low priority."""
        now = _ticks()
        user, nice, system, idle, waiting, *others = (n - b for n, b in zip(now, self._before, strict=True))
        self._before = now
        whole = max(1, user + nice + system + idle + waiting + sum(others))
        return (user + system) / whole, nice / whole


def sampled(service: int, at: float, machine: Machine, ready: int) -> Sample:
    """Look at the service once."""
    below = descendants(service)
    living = [one for one in below if one.state != "Z"]
    nurseries = [one for one in living if one.parent == service and not _is_tracker(one.number)]
    workers = _workers(living, nurseries)
    own, nursing, working = memory([service]), memory(_numbers(nurseries)), memory(_numbers(workers))
    files = open_files(service)
    busy, nicely = machine.busy()
    return Sample(
        at=at,
        rss=own[0],
        pss=own[1],
        nursery_rss=nursing[0],
        nursery_pss=nursing[1],
        workers_rss=working[0],
        workers_pss=working[1],
        workers=len(workers),
        zombies=len(below) - len(living),
        descendants=len(living),
        files=len(files),
        spooled=sum(name.endswith(" (deleted)") for name in files),
        threads=len(list((PROC / str(service) / "task").iterdir())),
        processor=sum(one.seconds for one in _processes() if one.number == service),
        busy=busy,
        busy_nicely=nicely,
        load=os.getloadavg()[0],
        ready=ready,
    )


def descendants(service: int) -> list[Process]:
    """Everything that comes from the service and is still there."""
    children: dict[int, list[Process]] = {}
    for one in _processes():
        children.setdefault(one.parent, []).append(one)
    found, waiting = [], [service]
    while waiting:
        next_ones = children.get(waiting.pop(), [])
        found += next_ones
        waiting += _numbers(next_ones)
    return found


def marked(mark: str) -> list[int]:
    """The processes whose environment has a word in it, also those that have lost their parent."""
    found = []
    for one in _processes():
        with suppress(OSError):
            if mark.encode() in (PROC / str(one.number) / "environ").read_bytes():
                found.append(one.number)
    return found


def memory(processes: list[int]) -> tuple[float, float]:
    """Resident and proportional MB of processes together."""
    found = [0.0, 0.0]
    for number in processes:
        with suppress(OSError):
            lines = (PROC / str(number) / "smaps_rollup").read_text().splitlines()
            kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
            found = [found[0] + kilobytes["Rss"] / 1024, found[1] + kilobytes["Pss"] / 1024]
    return found[0], found[1]


def open_files(process: int) -> list[str]:
    """What the open files of a process are called."""
    found = []
    for link in (PROC / str(process) / "fd").iterdir():
        with suppress(OSError):
            found.append(str(link.readlink()))
    return found


def is_idle(service: int) -> bool:
    """Whether nothing below the service works for a second."""
    before = {one.number: one.seconds for one in descendants(service)}
    time.sleep(1)
    return all(one.seconds == before.get(one.number) for one in descendants(service))


def _workers(living: list[Process], nurseries: list[Process]) -> list[Process]:
    numbers = set(_numbers(nurseries))
    return [one for one in living if one.parent in numbers]


def _is_tracker(process: int) -> bool:
    """Whether a process is what multiprocessing starts beside the nursery."""
    with suppress(OSError):
        return b"resource_tracker" in (PROC / str(process) / "cmdline").read_bytes()
    return False


def _numbers(processes: list[Process]) -> list[int]:
    return [one.number for one in processes]


def _processes() -> Iterator[Process]:
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                # The name stands in brackets and may have anything in it.
                fields = (folder / "stat").read_text().rpartition(") ")[2].split()
                seconds = (int(fields[11]) + int(fields[12])) / TICKS
                yield Process(int(folder.name), int(fields[1]), fields[0], seconds)


def _ticks() -> list[int]:
    """User, nice, system, idle and waiting, and others."""
    return [int(word) for word in (PROC / "stat").read_text().splitlines()[0].split()[1:9]]
