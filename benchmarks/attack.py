"""Four clients attack the endpoint while another asks ASK {}: ``python -m benchmarks.attack [--seconds 40]``.

The service is started as ``rodatraden serve`` does it, on the shipped data. Each attacker sends its own kind of runaway
(those of tests/web/test_attacks.py) again as soon as the last one ended. Prints the milliseconds of ASK {} alone and
during the attack, how the runaways ended and the longest of them, and the memory of the serving process.
"""

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import click


def values(name: str, count: int) -> str:
    """A VALUES block of so many rows."""
    return f"VALUES ?{name} {{ {'1 ' * count} }}"


RUNAWAYS = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (<a:a>|!<a:a>|^<a:a>|^!<a:a>)* ?b . ?b (<a:a>|!<a:a>)* ?c }",
    "GROUP_CONCAT": "SELECT (GROUP_CONCAT(CONCAT(?c, ?f, ?c, ?f)) AS ?g) { ?a ?b ?c . ?d ?e ?f }",
    "VALUES": f"SELECT * {{ {' '.join(values(name, 9000) for name in 'abcde')} }} ORDER BY ?a ?b ?c ?d ?e",
}
PAUSE = 0.02


@dataclass
class Asked:
    """What came of asking: how long each took, and the statuses."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def told(self) -> str:
        """In a line."""
        ms = sorted(1000 * s for s in self.seconds)
        middle, most = statistics.median(ms), ms[int(0.95 * (len(ms) - 1))]
        return (
            f"{len(ms)} · median {middle:.1f} ms · p95 {most:.1f} ms · longest {ms[-1]:.0f} ms · {dict(self.statuses)}"
        )


@contextmanager
def serving(*options: str) -> Iterator[tuple[str, int]]:
    """The service in a process of its own: its address and its number."""
    with tempfile.TemporaryDirectory() as cache, begun(cache, *options) as (address, process):
        yield address, process.pid


@contextmanager
def begun(cache: str, *options: str, **how: Any) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The service as a process that is started so; it may have ended before its time is over."""
    words = [sys.executable, "-m", "web.commandline", "--cache", cache, "serve", "--port", "0", *options]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, **how)  # noqa: S603
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip().rpartition(" ")[2]
        ask(address, "ASK {}")
        yield address, process
    finally:
        process.terminate()
        process.wait(30)


def ask(address: str, query: str, client: int = 1) -> int:
    """The status of an answer to a client that has an address of its own."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=120, source_address=(f"127.0.0.{client}", 0))
    connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def again(address: str, query: str, client: int, until: Callable[[], bool], pause: float = 0.0) -> Asked:
    """Ask the same, one after the other."""
    asked = Asked()
    while not until():
        begun = time.perf_counter()
        asked.statuses[ask(address, query, client)] += 1
        asked.seconds.append(time.perf_counter() - begun)
        time.sleep(pause)
    return asked


def resident(process: int) -> int:
    """Megabytes that a process holds, at most so far."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


@click.command()
@click.option("--seconds", default=40.0, show_default=True)
def main(seconds: float) -> None:
    """Attack, and print what came of it."""
    with serving() as (address, process):
        calm_until = time.monotonic() + seconds / 4
        calm = again(address, "ASK {}", 10, lambda: time.monotonic() > calm_until, PAUSE)
        ended = threading.Event()
        found: dict[str, Asked] = {}

        def attack(name: str, client: int) -> None:
            found[name] = again(address, RUNAWAYS[name], client, ended.is_set)

        attackers = [threading.Thread(target=attack, args=(name, n)) for n, name in enumerate(RUNAWAYS, 2)]
        for attacker in attackers:
            attacker.start()
        until = time.monotonic() + seconds
        during = again(address, "ASK {}", 10, lambda: time.monotonic() > until, PAUSE)
        ended.set()
        for attacker in attackers:
            attacker.join()
        click.echo(f"ASK {{}} alone: {calm.told()}")
        click.echo(f"ASK {{}} during: {during.told()}")
        for name, asked in found.items():
            click.echo(f"{name}: {asked.told()}")
        click.echo(f"memory of the serving process: {resident(process)} MB at most")


if __name__ == "__main__":
    main()
