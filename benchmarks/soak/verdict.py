"""What has to hold after the load: each a line, whether it holds, and the figures it rests on."""

import statistics
from dataclasses import dataclass
from typing import Any

from benchmarks.soak.process import Sample

SLOPE = 20.0
"""MB an hour that a process may grow by, once it is warm."""
GROWN = 0.05
"""The share by which a process may be larger in the last quarter than in the first."""
LEAST = 10.0
"""MB that are no growth: how much the nursery shares with the workers varies with their number."""
SHORTEST = 20 * 60
"""Seconds below which growth says nothing: the service is still warming."""
FILES = 3
"""Open files more than at the start that are no leak: the log, a graph's own."""
HONEST = ("SPARQL", "whole graph", "question", "slow reader", "slow body")
"""The kinds of request that may be told to come back because all places are taken."""
BUSY = 0.01
"""The share of them that may be."""
MEMORY = {"rss": "serving process, RSS", "pss": "serving process, PSS", "nursery_pss": "nursery, PSS"}


@dataclass(frozen=True)
class Verdict:
    """Whether something holds."""

    holds: bool
    told: str


@dataclass(frozen=True)
class After:
    """What was found when the load had ended, and when the service had."""

    before: Sample
    after: Sample | None
    idle: bool
    left_files: list[str]
    exit_code: int | None
    left_processes: list[int]
    logged: list[str]


def of_memory(samples: list[Sample]) -> list[Verdict]:
    """How the memory grew, by a line through the last three quarters and by the medians of quarters."""
    if len(samples) < 8:
        return [Verdict(True, "too few samples to judge the memory")]
    return [_growth(name, told, samples) for name, told in MEMORY.items()]


def of_end(end: After) -> list[Verdict]:
    """Whether everything is as it was before the load, and whether the service ended well."""
    return [
        *(_of_calm(end, end.before, end.after) if end.after else [Verdict(False, "the service ended under the load")]),
        Verdict(not end.left_files, f"temporary files left: {end.left_files or 'none'}"),
        Verdict(not end.logged, f"warnings and errors in the log: {end.logged or 'none'}"),
        Verdict(end.exit_code == 0, f"exit code after SIGTERM: {end.exit_code}"),
        Verdict(not end.left_processes, f"processes left after the end: {end.left_processes or 'none'}"),
    ]


def _of_calm(end: After, before: Sample, after: Sample) -> list[Verdict]:
    return [
        Verdict(
            after.workers == before.workers and end.idle,
            f"workers: {after.workers} of {before.workers}, {'idle' if end.idle else 'busy'}",
        ),
        Verdict(after.zombies == 0, f"zombies: {after.zombies}"),
        Verdict(
            after.descendants == before.descendants,
            f"processes below the service: {after.descendants}, before {before.descendants}",
        ),
        Verdict(after.files <= before.files + FILES, f"open files: {after.files}, before {before.files}"),
        Verdict(after.spooled <= before.spooled, f"deleted files still open: {after.spooled}, before {before.spooled}"),
    ]


def of_busy(told: dict[str, Any]) -> Verdict:
    """Whether honest queries found a place, whatever the attackers held."""
    honest = [found["ended"] for kind, found in told["kinds"].items() if kind.startswith(HONEST)]
    asked, busy = sum(sum(ended.values()) for ended in honest), sum(ended.get("503", 0) for ended in honest)
    return Verdict(busy <= BUSY * asked, f"honest queries told to come back: {busy} of {asked}")


def of_ready(samples: list[Sample]) -> Verdict:
    """Whether the service called itself ready all the time."""
    never = sum(sample.ready != 200 for sample in samples)
    return Verdict(never == 0, f"/ready: 200 in {len(samples) - never} of {len(samples)} samples")


def slope(samples: list[Sample], name: str) -> float:
    """MB an hour, by least squares."""
    return (
        3600
        * statistics.linear_regression(
            [sample.at for sample in samples], [getattr(sample, name) for sample in samples]
        ).slope
    )


def _growth(name: str, told: str, samples: list[Sample]) -> Verdict:
    quarter = len(samples) // 4
    growing = slope(samples[quarter:], name)
    first = statistics.median(getattr(s, name) for s in samples[:quarter])
    last = statistics.median(getattr(s, name) for s in samples[-quarter:])
    is_short = samples[-1].at - samples[0].at < SHORTEST
    holds = is_short or (growing <= SLOPE and last <= max(first * (1 + GROWN), first + LEAST))
    short = " (too short to judge)" if is_short else ""
    return Verdict(holds, f"{told}: {growing:+.1f} MB/h; first quarter {first:.0f} MB, last {last:.0f} MB{short}")
