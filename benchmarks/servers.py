"""WSGI servers side by side: ``python -m benchmarks.servers [--python PYTHON] [--only NAME …]``.

Each serves this service on the shipped data, in one process, alone on the machine with its clients. The candidates are
no part of the project: PYTHON is that of an environment that has them and the project (``pip install gunicorn cheroot
granian uvicorn a2wsgi``); a server that it lacks is left out, and that is said. Speed is measured in several
rounds, each of them with every server, and the best of each is told: what else the machine does then counts least.
"""

import http.client
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import click

from benchmarks.attack import values
from benchmarks.endpoints import REFUSED, Load
from benchmarks.served_by import HOST, SERVERS
from graph.commandline import shipped_data
from graph.store import open_store

NEEDS = {"uvicorn": ("uvicorn", "a2wsgi")}
"""The packages of a server, where they are not its name alone."""
PORT = 8972
SECONDS = 2.0
"""Each pair of request and clients is asked for so long, in each round."""
CLIENTS = (1, 16)
LARGE_TIMES = 5
WAITS = 15.0
"""Seconds that a client waits for an answer."""
READY_SECONDS = 60
SLOW_CLIENTS, SLOW_SECONDS, BETWEEN_BYTES = 200, 4.0, 0.2
PATIENCE = 8.0
"""Seconds in which an abandoned query must have ended; its own deadline is 10."""
UNDER_WAY, STOP_SECONDS = 1.5, 30.0
FORM = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}
LARGE = f"SELECT ?a ?b {{ {values('a', 330)} {values('b', 190)} }}"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(values(name, 400) for name in 'abcd')} }}"


@dataclass(frozen=True)
class Wish:
    """One request, and a sign that the answer is one."""

    method: str
    path: str
    sign: bytes
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    def of(self, connection: http.client.HTTPConnection) -> int:
        """The bytes of the answer. Raises OSError or HTTPException where there is none."""
        connection.request(self.method, self.path, self.body or None, dict(self.headers))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200 or self.sign not in content:
            raise http.client.HTTPException(str(answer.status))
        return len(content)


def asking(query: str, sign: bytes, **more: str) -> Wish:
    """A query by POST."""
    return Wish("POST", "/sparql", sign, urlencode({"query": query, **more}), tuple(FORM.items()))


ASK = asking("ASK {}", b"true")
WISHES = {"`ASK {}`": ASK, "start page": Wish("GET", "/", b"</html>", headers=(("Accept", "text/html"),))}


@dataclass(frozen=True)
class Running:
    """A server that answers: its process, and the one that holds the graph."""

    process: subprocess.Popen[bytes]
    holder: int

    @property
    def megabytes(self) -> int:
        """What the process that holds the graph has in memory."""
        lines = Path(f"/proc/{self.holder}/status").read_text().splitlines()
        (line,) = (line for line in lines if line.startswith("VmRSS"))
        return int(line.split()[1]) // 1024


@dataclass
class Timed(Load):
    """A load, and how long it was borne."""

    took: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.took


def connected() -> http.client.HTTPConnection:
    """A connection that is kept."""
    return http.client.HTTPConnection(HOST, PORT, timeout=WAITS)


def speed(wish: Wish, clients: int) -> Timed:
    """Ask for a while with so many clients."""
    load, lock, until = Timed(), threading.Lock(), time.perf_counter() + SECONDS
    threads = [threading.Thread(target=_client, args=(wish, until, load, lock)) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    load.took = time.perf_counter() - began
    return load


def _client(wish: Wish, until: float, load: Load, lock: threading.Lock) -> None:
    connection = connected()
    while time.perf_counter() < until:
        began = time.perf_counter()
        try:
            wish.of(connection)
        except REFUSED:
            connection.close()
            load.failed += 1
            continue
        with lock:
            load.seconds.append(time.perf_counter() - began)
    connection.close()


def large() -> Timed:
    """An answer of 10 MB, several times, one after the other."""
    connection, wish, load = connected(), asking(LARGE, b"bindings"), Timed()
    for _ in range(LARGE_TIMES):
        began = time.perf_counter()
        load.size = wish.of(connection)
        load.seconds.append(time.perf_counter() - began)
    connection.close()
    load.took = sum(load.seconds)
    return load


def abandoned() -> str:
    """Whether a query ends when its client closes the connection: the place it holds is then free."""
    path = f"/sparql?{urlencode({'query': ENDLESS, 'format': 'json'})}"
    with socket.create_connection((HOST, PORT)) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(1.5)
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        if _status(asking(ENDLESS, b"", timeout="0.8")) == 504:
            return "its query ends"
        time.sleep(0.2)
    return "its query goes on"


def _status(wish: Wish) -> int:
    connection = connected()
    connection.request(wish.method, wish.path, wish.body, dict(wish.headers))
    status = connection.getresponse().status
    connection.close()
    return status


def beside_slow_clients() -> str:
    """How one client is served while many others send their headers byte by byte."""
    ended = threading.Event()
    with ExitStack() as slow:
        clients = [slow.enter_context(socket.create_connection((HOST, PORT))) for _ in range(SLOW_CLIENTS)]
        dripping = threading.Thread(target=_drip, args=(clients, ended))
        dripping.start()
        time.sleep(1)
        load, until = Timed(), time.perf_counter() + SLOW_SECONDS
        _client(ASK, until, load, threading.Lock())
        ended.set()
        dripping.join()
    worst = f", at most {max(load.seconds):.1f} s" if load.seconds else ""
    return load.told(SLOW_SECONDS) + worst


def _drip(clients: list[socket.socket], ended: threading.Event) -> None:
    for byte in b"POST /sparql HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"x" * 1000:
        for client in clients:
            try:
                client.send(bytes([byte]))
            except OSError:
                continue
        if ended.wait(BETWEEN_BYTES):
            return


def stopped(running: Running) -> str:
    """What SIGTERM does to a request that is under way."""
    told: list[str] = []
    wish = asking(ENDLESS, b"", timeout=str(UNDER_WAY))

    def ask() -> None:
        try:
            told.append("answered" if _status(wish) == 504 else "refused")
        except REFUSED:
            told.append("cut off")

    asker = threading.Thread(target=ask)
    asker.start()
    time.sleep(0.5)
    began = time.perf_counter()
    running.process.send_signal(signal.SIGTERM)
    try:
        code = str(running.process.wait(STOP_SECONDS))
    except subprocess.TimeoutExpired:
        running.process.kill()
        code = "killed"
    took = time.perf_counter() - began
    asker.join()
    return f"{told[0]}, exit {code} after {took:.1f} s"


def missing(python: str, name: str) -> str:
    """Why a server cannot be compared; "" where it can."""
    words = [python, "-c", f"import {', '.join((*NEEDS.get(name, (name,)), 'web.app'))}"]
    done = subprocess.run(words, capture_output=True, text=True)  # noqa: S603
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else ""


@contextmanager
def serving(python: str, name: str, folder: Path) -> Iterator[Running]:
    """A server as a process of its own, until it has been stopped."""
    file = folder / name
    words = [python, "-m", "benchmarks.served_by", name, str(PORT), str(folder / "cache"), str(file)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=(folder / f"{name}.log").open("w"))  # noqa: S603
    try:
        began = time.perf_counter()
        while not _answers():
            if process.poll() is not None or time.perf_counter() - began > READY_SECONDS:
                raise click.ClickException(f"{name} does not answer: {(folder / f'{name}.log').read_text()[-600:]}")
            time.sleep(0.2)
        yield Running(process, int(file.read_text()))
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(STOP_SECONDS)


def _answers() -> bool:
    connection = connected()
    try:
        return ASK.of(connection) > 0
    except REFUSED:
        return False
    finally:
        connection.close()


def sped() -> Iterator[tuple[str, Timed]]:
    """One round of a server."""
    for title, wish in WISHES.items():
        for clients in CLIENTS:
            yield f"{title}, {clients}", speed(wish, clients)
    yield "10 MB, 1", large()


def behaved(running: Running) -> Iterator[tuple[str, str]]:
    """What a server does in trouble; it is stopped last."""
    yield "memory", f"{running.megabytes} MB"
    yield f"beside {SLOW_CLIENTS} slow clients", beside_slow_clients()
    yield "a client that goes away", abandoned()
    yield "SIGTERM", stopped(running)


@click.command()
@click.option("--python", default=sys.executable, help="A Python that has the candidates and the project.")
@click.option("--only", multiple=True, type=click.Choice(list(SERVERS)), help="Only these servers.")
@click.option("--rounds", default=5, help="How often each server is measured.")
def main(python: str, only: tuple[str, ...], rounds: int) -> None:
    """Print requests a second and milliseconds (median / 95th / 99th percentile), and how each server behaves."""
    lacks = {name: missing(python, name) for name in only or SERVERS}
    names = [name for name, why in lacks.items() if not why]
    best: dict[tuple[str, str], Timed] = {}
    with tempfile.TemporaryDirectory() as folder:
        open_store(shipped_data(), Path(folder) / "cache")
        for number in range(rounds):
            for name in names:
                with serving(python, name, Path(folder)) as running:
                    for title, load in sped():
                        best[title, name] = max(load, best.get((title, name), load), key=lambda load: load.rate)
                    if number == rounds - 1:
                        for title, told in behaved(running):
                            click.echo(f"| {title} | {name} | {told} |")
    for (title, name), load in sorted(best.items(), key=lambda pair: pair[0][0]):
        click.echo(f"| {title} | {name} | {load.told(load.took)} |")
    for name, why in lacks.items():
        click.echo(f"{name} is left out: {why}" if why else "", nl=bool(why))


if __name__ == "__main__":
    main()
