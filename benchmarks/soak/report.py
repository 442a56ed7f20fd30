"""What came of it, in Markdown."""

import statistics
from collections.abc import Iterator
from typing import Any

from benchmarks.soak.process import Sample
from benchmarks.soak.verdict import Verdict

MOST_SHOWN = 30
"""Errors that are shown; the file has more."""
ROWS = {
    "rss": "serving process, RSS (MB)",
    "pss": "serving process, PSS (MB)",
    "nursery_rss": "nursery, RSS (MB)",
    "nursery_pss": "nursery, PSS (MB)",
    "workers_rss": "workers together, RSS (MB)",
    "workers_pss": "workers together, PSS (MB)",
    "workers": "workers",
    "zombies": "zombies",
    "files": "open files",
    "spooled": "answers in files",
    "threads": "threads",
}


def report(told: dict[str, Any], samples: list[Sample], verdicts: list[Verdict]) -> str:
    """The whole report."""
    return "\n".join([*_head(told, samples), *_requests(told), *_errors(told), *_seen(samples), *_verdicts(verdicts)])


def _head(told: dict[str, Any], samples: list[Sample]) -> Iterator[str]:
    minutes = (samples[-1].at - samples[0].at) / 60
    used = (samples[-1].processor - samples[0].processor) / (60 * minutes) if minutes else 0.0
    busy, nicely = (statistics.mean(getattr(s, name) for s in samples[1:]) for name in ("busy", "busy_nicely"))
    yield f"# {minutes:.0f} minutes of mixed load\n"
    yield (
        f"{told['requests']:,} requests, {told['requests'] / (60 * minutes):.0f} a second. The machine was busy to "
        f"{busy:.0%}, and to {nicely:.0%} with runaways at low priority; the serving process used {used:.2f} "
        f"processors. Load average: {statistics.median(s.load for s in samples):.1f}.\n"
    )


def _requests(told: dict[str, Any]) -> Iterator[str]:
    yield "| kind of request | ended | median | p95 | p99 | longest |\n|---|---|--:|--:|--:|--:|"
    for kind, found in told["kinds"].items():
        ended = ", ".join(f"{how}: {count:,}" for how, count in found["ended"].items())
        times = " | ".join(f"{found[name]:,.0f} ms" for name in ("median", "p95", "p99", "longest"))
        yield f"| {kind} | {ended} | {times} |"


def _errors(told: dict[str, Any]) -> Iterator[str]:
    yield f"\n**{told['errors']} requests did not end as intended**"
    for one in told["wrong"][:MOST_SHOWN]:
        yield f"- {one['at']} s, {one['kind']}: `{one['request']}`: {one['what'].strip()}"


def _seen(samples: list[Sample]) -> Iterator[str]:
    shown = (samples[0], samples[len(samples) // 2], samples[-1])
    yield "\n| | " + " | ".join(f"after {s.at:.0f} s" for s in shown) + " | most |\n|---|--:|--:|--:|--:|"
    for name, row in ROWS.items():
        values = [getattr(s, name) for s in (*shown, max(samples, key=lambda s: getattr(s, name)))]
        yield f"| {row} | " + " | ".join(f"{value:.0f}" for value in values) + " |"


def _verdicts(verdicts: list[Verdict]) -> Iterator[str]:
    yield ""
    for verdict in verdicts:
        yield f"- {'holds' if verdict.holds else '**FAILS**'}: {verdict.told}"
