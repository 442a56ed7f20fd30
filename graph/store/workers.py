"""Foreign queries run here: in processes that can be killed, never in the process that serves.

Each worker holds its own copy of the graph in memory. It has a memory limit, and a limit of open files that
leaves no room for a socket. A query that outlives its deadline is ended with its worker, and the worker replaced.
"""

import contextlib
import logging
import multiprocessing
import os
import queue
import resource
import threading
from dataclasses import dataclass
from io import BytesIO
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pyoxigraph as ox

from graph.errors import QueryRefused, QuerySyntax, QueryTimeout, QueryTooLarge
from graph.store.embedded import Store
from graph.store.guard import admit

SECONDS_BETWEEN_TRIES = 1.0
SPAWN = multiprocessing.get_context("spawn")
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
ONLY_TABLES = frozenset({"text/csv", "text/tab-separated-values"})


@dataclass(frozen=True)
class Limits:
    """Seconds a query may run, bytes its answer and its worker may take, and how many workers there are."""

    seconds: float = 10.0
    answer_bytes: int = 20_000_000
    memory_bytes: int = 1_500_000_000
    workers: int = 2


@dataclass(frozen=True)
class Served:
    """A foreign query's answer, ready to send."""

    media_type: str
    content: bytes


class Workers:
    """A few long-lived worker processes; one query at a time in each.

    Each holds the whole store. The processes begin in the background, after ``delay`` seconds: a query that comes
    before the first is ready waits for it.
    """

    def __init__(self, store: Store, limits: Limits | None = None, delay: float = 0.0) -> None:
        self._store = store
        self._limits = limits or Limits()
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._beginning = [self._begin(delay) for _ in range(self._limits.workers)]

    def query(self, text: str, accepted: tuple[str, ...]) -> Served:
        """Run a query; ``accepted`` are media types, best first.

        Raises a QueryRefused that says why there is no answer.
        """
        admit(text)
        try:
            worker = self._idle.get(timeout=self._limits.seconds)
        except queue.Empty as error:
            raise QueryTimeout(
                "Alla platser för frågor är upptagna. Försök igen om en stund.",
                "All places for queries are taken. Try again in a while.",
            ) from error
        try:
            return worker.run(text, accepted)
        finally:
            if worker.alive:
                self._idle.put(worker)
            else:
                self._beginning = [*filter(threading.Thread.is_alive, self._beginning), self._begin()]

    def close(self) -> None:
        """End all workers, also those that are just beginning."""
        self._closing.set()
        for thread in self._beginning:
            thread.join()
        while not self._idle.empty():
            self._idle.get().kill()

    def _begin(self, delay: float = 0.0) -> threading.Thread:
        """Begin a worker in the background: its process takes a while to start and read the graph."""
        thread = threading.Thread(target=self._add, args=(delay,), daemon=True)
        thread.start()
        return thread

    def _add(self, delay: float) -> None:
        self._closing.wait(delay)
        while not self._closing.is_set():
            try:
                self._idle.put(_Worker(self._store.quads, self._limits))
                return
            except OSError as error:
                logging.getLogger(__name__).error("a worker ended while it began, another is begun: %s", error)
                self._closing.wait(SECONDS_BETWEEN_TRIES)


class _Worker:
    def __init__(self, quads: bytes, limits: Limits) -> None:
        self._limits = limits
        self._connection, remote = SPAWN.Pipe()
        self._process: BaseProcess = SPAWN.Process(target=_work, args=(remote, limits), daemon=True)
        self._process.start()
        remote.close()
        self._connection.send_bytes(quads)

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()

    def run(self, text: str, accepted: tuple[str, ...]) -> Served:
        try:
            self._connection.send((text, accepted))
            if not self._connection.poll(self._limits.seconds):
                self.kill()
                seconds = f"{self._limits.seconds:g}"
                raise QueryTimeout(
                    f"Frågan avbröts efter {seconds} sekunder. Gör den mindre, till exempel med LIMIT.",
                    f"The query was ended after {seconds} seconds. Make it smaller, for example with LIMIT.",
                )
            outcome = self._connection.recv()
        except (EOFError, OSError) as error:
            self.kill()
            raise QueryTooLarge(
                "Frågan behövde mer minne än tillåtet och avbröts.",
                "The query needed more memory than allowed and was ended.",
            ) from error
        if isinstance(outcome, QueryRefused):
            raise outcome
        assert isinstance(outcome, Served)
        return outcome


def _work(connection: Connection, limits: Limits) -> None:
    """The life of a worker: load the graph, close the door, answer queries until the parent is gone."""
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        store = ox.Store()
        store.bulk_load(connection.recv_bytes(), format=ox.RdfFormat.N_QUADS)
        _confine(connection, limits)
        while True:
            text, accepted = connection.recv()
            connection.send(_outcome(store, text, accepted, limits))


def _confine(connection: Connection, limits: Limits) -> None:
    """Bound the memory, and leave no file descriptor for a socket: the lowest free number is the limit."""
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + limits.memory_bytes,) * 2)
    free = os.dup(connection.fileno())
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _outcome(store: ox.Store, text: str, accepted: tuple[str, ...], limits: Limits) -> Served | QueryRefused:
    try:
        return _answer(store.query(text), accepted, limits)
    except SyntaxError as error:
        return QuerySyntax(f"Frågan är inte SPARQL: {error}", f"The query is not SPARQL: {error}")
    except _Full:
        size = f"{limits.answer_bytes:,}".replace(",", " ")
        return QueryTooLarge(
            f"Svaret är större än {size} byte. Begränsa det med LIMIT.",
            f"The answer is larger than {size} bytes. Bound it with LIMIT.",
        )
    except (OSError, RuntimeError, ValueError) as error:
        return QueryRefused(f"Frågan gick inte att köra: {error}", f"The query could not be run: {error}")
    except MemoryError:
        return QueryTooLarge("Frågan behövde mer minne än tillåtet.", "The query needed more memory than allowed.")


def _answer(
    result: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples", accepted: tuple[str, ...], limits: Limits
) -> Served:
    output = _Bounded(limits.answer_bytes)
    if isinstance(result, ox.QueryTriples):
        media_type = next((m for m in accepted if m in GRAPHS), "text/turtle")
        ox.serialize(result, output=output, format=GRAPHS[media_type])
        return Served(media_type, output.getvalue())
    usable = [m for m in accepted if m in RESULTS and not (isinstance(result, ox.QueryBoolean) and m in ONLY_TABLES)]
    media_type = next(iter(usable), "application/sparql-results+json")
    result.serialize(output=output, format=RESULTS[media_type])
    return Served(media_type, output.getvalue())


class _Full(Exception):
    """The answer has reached its bound."""


class _Bounded(BytesIO):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            raise _Full
        return super().write(data)
