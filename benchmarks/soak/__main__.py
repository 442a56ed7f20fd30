"""The run: start the service, load it, look at it now and then, stop, and judge."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from benchmarks.attack import begun
from benchmarks.soak import kinds, verdict
from benchmarks.soak.client import FAILED
from benchmarks.soak.journal import Journal
from benchmarks.soak.process import Machine, Sample, is_idle, marked, sampled
from benchmarks.soak.report import report
from benchmarks.soak.verdict import After, Verdict
from graph.store.writing import Author
from graph.vocabulary import BASES
from web.tokens import STEWARD, made

BETWEEN_SAMPLES, TO_WARM, TO_CALM, TO_END = 15.0, 5.0, 30.0, 30.0
"""Seconds; the last is what the service has to end in."""
LAST_ANSWERS = 90.0
"""Seconds in which every client has ended what it was doing, the slow ones too."""
WATCHER = "127.0.9.9"
MOST_LOGGED = 100


class Watch:
    """Looks at the service again and again, and keeps what it saw in a file that is whole at any time."""

    def __init__(self, address: str, process: int, out: Path) -> None:
        self.address, self.process = address, process
        self.journal = Journal()
        self.begun = time.perf_counter()
        self.samples: list[Sample] = []
        self._out = out
        self._machine = Machine()

    def look(self) -> Sample:
        """Look once. Raises OSError where the service is gone."""
        at = round(time.perf_counter() - self.begun, 1)
        return sampled(self.process, at, self._machine, _status(self.address, "/ready"))

    def until(self, seconds: float, stopped: threading.Event) -> None:
        """Look now and then; ends early where it is stopped or the service is gone."""
        until = time.perf_counter() + seconds
        with suppress(OSError):
            while time.perf_counter() < until and not stopped.wait(min(BETWEEN_SAMPLES, seconds)):
                self.samples.append(self.look())
                self.write()

    def write(self, **more: Any) -> None:
        """Write everything so far."""
        told = {**self.journal.told(), "samples": [asdict(sample) for sample in self.samples], **more}
        beside = self._out.with_suffix(".part")
        beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.replace(self._out)


@click.command()
@click.option("--minutes", default=60.0, show_default=True, type=click.FloatRange(0.5, 600))
@click.option("--out", default="soak.json", show_default=True, type=click.Path(dir_okay=False, path_type=Path))
@click.argument("options", nargs=-1)
def main(minutes: float, out: Path, options: tuple[str, ...]) -> None:
    """Load the service, started with OPTIONS, and report."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with tempfile.TemporaryDirectory() as folder:
        watch, end = _run(Path(folder), options, 60 * minutes, out, stopped)
    told = watch.journal.told()
    verdicts = [
        Verdict(told["errors"] == 0, f"requests that did not end as intended: {told['errors']} of {told['requests']}"),
        verdict.of_busy(told),
        verdict.of_ready(watch.samples),
        *verdict.of_memory(watch.samples),
        *verdict.of_end(end),
    ]
    watch.write(verdicts=[asdict(one) for one in verdicts])
    click.echo(report(told, watch.samples, verdicts))
    sys.exit(0 if all(one.holds for one in verdicts) else 1)


def _run(
    folder: Path, options: tuple[str, ...], seconds: float, out: Path, stopped: threading.Event
) -> tuple[Watch, After]:
    files = folder / "temporary"
    files.mkdir()
    with _service(folder, files, options) as (address, process, token):
        time.sleep(TO_WARM)
        _asked_on_each_basis(address)
        watch = Watch(address, process.pid, out)
        before = watch.look()
        watch.samples.append(before)
        _load(watch, seconds, stopped, token)
        time.sleep(TO_CALM)
        after = None
        with suppress(*FAILED):
            _asked_on_each_basis(address)
            time.sleep(TO_WARM)
            after = watch.look()
        idle, left = is_idle(process.pid), [file.name for file in files.iterdir()]
        exit_code = _ended(process)
    logged = (folder / "log").read_text("utf-8", errors="replace").splitlines()[:MOST_LOGGED]
    return watch, After(before, after, idle, left, exit_code, marked(str(files)), logged)


@contextmanager
def _service(folder: Path, files: Path, options: tuple[str, ...]) -> Iterator[tuple[str, "subprocess.Popen[str]", str]]:
    """The service, with a folder of its own for temporary files, by which its processes are known too; and a token."""
    tokens = folder / "tokens"
    token = made(tokens, Author("benchmarks.soak", STEWARD))
    writing = {"RODATRADEN_JOURNAL": str(folder / "journal"), "RODATRADEN_TOKENS": str(tokens)}
    environment = {**os.environ, "TMPDIR": str(files), **writing}
    with (folder / "log").open("w") as log:
        words = ("--log-level", "warning", *options)
        with begun(str(folder / "cache"), *words, stderr=log, env=environment) as served:
            yield *served, token


def _asked_on_each_basis(address: str) -> None:
    """Each basis has workers of its own as soon as a question is asked on it: now all are there."""
    for basis in BASES:
        _status(address, f"/api/questions/goal-coverage.csv?basis={basis}")


def _load(watch: Watch, seconds: float, stopped: threading.Event, token: str) -> None:
    ended = threading.Event()
    clients = kinds.begin(watch.address, watch.journal, watch.begun, ended, token)
    try:
        watch.until(seconds, stopped)
    finally:
        ended.set()
        last = time.perf_counter() + LAST_ANSWERS
        for client in clients:
            client.join(max(0.0, last - time.perf_counter()))


def _ended(process: "subprocess.Popen[str]") -> int | None:
    """The exit code after SIGTERM; None where it does not end."""
    process.terminate()
    try:
        return process.wait(TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        return None


def _status(address: str, path: str) -> int:
    """The status of an answer; 0 where nothing answers."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=TO_END, source_address=(WATCHER, 0))
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except FAILED:
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    main()
