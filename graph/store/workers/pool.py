"""The workers and the queries that share them.

Every query begins on one of a few workers. One that is not done after a short while leaves its place: the worker goes
on with it at low priority and is replaced, so that the quick queries never wait for the slow ones.
"""

import contextlib
import logging
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from multiprocessing.connection import Connection

from graph.answer import Answer
from graph.errors import QueryAbandoned, QueryRefused, QueryTooLarge, StoreError
from graph.store.embedded import Store
from graph.store.guard import admit
from graph.store.workers.answer import table
from graph.store.workers.clients import Clients
from graph.store.workers.idle import Idle
from graph.store.workers.limits import Limits
from graph.store.workers.nursery import Nursery
from graph.store.workers.query import Head, Job, Query, Selection, Served, Wish
from graph.store.workers.refusals import busy, ended
from graph.vocabulary import MAPPED

SECONDS_BETWEEN_TRIES = 1.0
WHILE_STARTING = 60.0
"""Seconds a query waits where no worker is ready yet: the graph is read meanwhile."""
GLANCE = 0.05
"""Seconds between two looks at whether a query has run too long or its sender has gone."""
PATIENCE = 4
"""Times that a short query may take longer than it works."""
TICKS = os.sysconf("SC_CLK_TCK")
LOW_PRIORITY = 15
IN_MEMORY = 2**20
"""Bytes of an answer that are kept in memory; a larger one goes to a temporary file."""


def _never() -> bool:
    return False


class Shares:
    """What all workers of a service share: who asks, and the places for long queries and for those that wait."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.clients = Clients(limits, clock)
        self.long = threading.Semaphore(limits.long)
        self.waiting = threading.Semaphore(limits.waiting)


class Workers:
    """The processes that answer foreign queries; one query at a time in each.

    They begin in the background, after ``delay`` seconds: a query that comes before the first is ready waits for it.
    A basis other than theirs gets a worker of its own when a question is first asked on it.
    """

    def __init__(
        self,
        store: Store,
        limits: Limits | None = None,
        delay: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
        basis: str = MAPPED,
        shares: Shares | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._store, self._basis = store, basis
        self._clock = clock
        self._shares = shares or Shares(self.limits, clock)
        self._others: dict[str, Workers] = {}
        self._nursery: Nursery | None = None
        self._generation = 0
        self._beginning, self._turning = threading.Lock(), threading.Lock()
        self._idle: Idle[_Worker] = Idle(self.limits.workers)
        self._ready, self._closing = threading.Event(), threading.Event()
        for _ in range(self.limits.workers):
            self._begin(self._generation, delay)

    def query(self, wish: Wish, client: str = "", gone: Callable[[], bool] = _never) -> Served:
        """The answer to a wish of a client. ``gone`` tells whether the client still waits for it.

        Raises a QueryRefused that says why there is no answer.
        """
        if isinstance(wish, Query):
            admit(wish.text)
        return self._served(wish, client, gone)

    def select(self, store: Store, asked: Selection, client: str = "", gone: Callable[[], bool] = _never) -> Answer:
        """All rows that a SELECT of ours gives on a store, asked for a client within the same limits.

        A store that was just succeeded by another answers by itself. Raises a QueryRefused.
        """
        on_basis = self if asked.basis == self._basis else self._on(asked.basis)
        try:
            served = on_basis._served(asked, client, gone, store.version)
        except _Succeeded:
            return store.select(asked.text, asked.bindings, asked.basis)
        return table(served.read())

    def _on(self, basis: str) -> "Workers":
        """Those that have the default graph of another basis."""
        with self._turning:
            if self._closing.is_set():
                raise busy()
            if basis not in self._others:
                limits = replace(self.limits, workers=1)
                self._others[basis] = Workers(self._store, limits, 0, self._clock, basis, self._shares)
            return self._others[basis]

    def renew(self, store: Store) -> None:
        """Ask the queries that come from now on of another store; those that run are answered from the one before."""
        nursery, fresh = self._prepared(store)
        with self._beginning, self._turning:
            before, self._nursery, self._store = self._nursery, nursery, store
            others, self._others = [*self._others.values()], {}
            self._generation += 1
            old = self._idle.renew(fresh)
            if self._closing.is_set():
                self._end(nursery)
        if fresh:
            self._ready.set()
        for worker in old:
            worker.end()
        for _ in range(self.limits.workers - len(fresh)):
            self._begin(self._generation)
        ending = threading.Timer(self.limits.seconds + SECONDS_BETWEEN_TRIES, self._end, (before, others))
        ending.daemon = True
        ending.start()

    def _end(self, nursery: Nursery | None, others: "Iterable[Workers]" = ()) -> None:
        if nursery:
            nursery.close()
        for workers in others:
            workers.close()

    def _prepared(self, store: Store) -> "tuple[Nursery | None, list[_Worker]]":
        """Workers on another store, made while those before still answer; none where they cannot begin just now."""
        nursery = None
        try:
            nursery = Nursery(store, self._basis, self.limits)
            return nursery, [_Worker(nursery, self._generation + 1) for _ in range(self.limits.workers)]
        except (EOFError, OSError) as error:
            logging.getLogger(__name__).error("workers on a new store could not begin, they are tried again: %s", error)
            self._ready.clear()
            self._end(nursery)
            return None, []

    @property
    def is_ready(self) -> bool:
        """Whether a worker has begun, so that queries need not wait for the graph."""
        return self._ready.is_set() and not self._closing.is_set()

    def close(self) -> None:
        """End all workers, also those that are just beginning."""
        self._closing.set()
        with self._beginning, self._turning:
            self._end(self._nursery, self._others.values())

    def _served(self, job: Job, client: str, gone: Callable[[], bool], version: str | None = None) -> Served:
        """The answer to a job; raises _Succeeded where it is not this version that the workers have."""
        self._shares.clients.enter(client)
        run = _Run(self.limits, job, client, self._clock())
        try:
            worker = self._free(run, gone)
            run.begun = self._clock()
            if version not in (None, worker.version):
                self._offer(worker)
                raise _Succeeded
            return self._answer(run, worker, job, gone)
        finally:
            self._shares.clients.leave(client, self._clock() - run.begun, run.is_long)

    def _free(self, run: "_Run", gone: Callable[[], bool]) -> "_Worker":
        worker = self._idle.take()
        if worker is not None:
            return worker
        if not self._shares.waiting.acquire(blocking=False):
            raise busy()
        waiter = self._idle.wait()
        try:
            until = run.asked + (min(self.limits.wait, run.seconds / 2) if self._ready.is_set() else WHILE_STARTING)
            while self._clock() < until and not self._closing.is_set():
                worker = waiter.worker(GLANCE)
                if worker is not None:
                    return worker
                if gone():
                    raise QueryAbandoned
            raise busy()
        finally:
            if left := self._idle.leave(waiter):
                self._offer(left)
            self._shares.waiting.release()

    def _answer(self, run: "_Run", worker: "_Worker", job: Job, gone: Callable[[], bool]) -> Served:
        try:
            worker.send(job)
            while not worker.has_answered(GLANCE):
                if gone():
                    raise QueryAbandoned
                self._mind(run, worker)
            served = worker.receive()
            run.is_whole = True
            return served
        except _Refusal as refusal:
            run.is_whole = True
            raise refusal.refused from None
        except (EOFError, OSError) as error:
            raise QueryTooLarge(
                "Frågan behövde mer minne eller djup än tillåtet och avbröts.",
                "The query needed more memory or depth than allowed and was ended.",
            ) from error
        finally:
            self._after(run, worker)

    def _mind(self, run: "_Run", worker: "_Worker") -> None:
        """End a query that has run too long; let one that runs long leave its place to others."""
        now = self._clock()
        if now >= run.until:
            raise ended(run.seconds)
        if not run.is_long and self._is_long(run, worker, now):
            self._shares.clients.lengthen(run.client, self._shares.long)
            run.is_long = True
            worker.demote()
            self._replace(worker)

    def _is_long(self, run: "_Run", worker: "_Worker", now: float) -> bool:
        """Whether a query has worked as long as a short one may, or it has taken several times as long.

        A worker that first reads a part of the graph waits for the system to copy it, and on a busy machine for a
        processor. That says nothing of the query, and the worker that took its place would have to do the same.
        """
        if run.worked is None:
            run.worked = worker.worked()
        ran, short = now - run.begun, self.limits.short
        return ran >= PATIENCE * short or (ran >= short and worker.worked() - run.worked >= short - GLANCE)

    def _after(self, run: "_Run", worker: "_Worker") -> None:
        if run.is_long:
            self._shares.long.release()
        leaving = self._back(worker, run) if run.is_whole else worker
        if leaving:
            leaving.end()
        if not (run.is_whole or run.is_long):
            self._replace(worker)

    def _back(self, worker: "_Worker", run: "_Run") -> "_Worker | None":
        """Let a worker that has answered go on, and give the one that leaves for it; itself, where its store is old."""
        with self._turning:
            return self._idle.back(worker, run.is_long) if worker.generation == self._generation else worker

    def _offer(self, worker: "_Worker") -> None:
        """Let a worker take the next query, unless another store counts by now."""
        with self._turning:
            if worker.generation == self._generation:
                self._idle.put(worker)
                return
        worker.end()

    def _replace(self, worker: "_Worker") -> None:
        """Begin another in the place of a worker; those on a store that counts no more have no place."""
        self._begin(worker.generation)

    def _begin(self, generation: int, delay: float = 0.0) -> None:
        """Begin a worker in the background, if its generation still counts then."""
        threading.Thread(target=self._add, args=(generation, delay), daemon=True).start()

    def _add(self, generation: int, delay: float) -> None:
        self._closing.wait(delay)
        while True:
            try:
                self._offer(self._born(generation))
                self._ready.set()
                return
            except _Unwanted:
                return
            except (EOFError, OSError) as error:
                logging.getLogger(__name__).error("a worker could not begin, it is tried again: %s", error)
                self._closing.wait(SECONDS_BETWEEN_TRIES)

    def _born(self, generation: int) -> "_Worker":
        with self._beginning:
            if self._closing.is_set() or generation != self._generation:
                raise _Unwanted
            if self._nursery is None:
                self._nursery = Nursery(self._store, self._basis, self.limits)
            try:
                return _Worker(self._nursery, generation)
            except (EOFError, OSError):
                self._ready.clear()
                self._nursery.close()
                self._nursery = None
                raise


class _Unwanted(Exception):
    """No worker is wanted: the service is closing, or another store counts."""


class _Succeeded(Exception):
    """The workers have another store by now."""


class _Run:
    """A query on its way: when it was asked, and when it began to run."""

    def __init__(self, limits: Limits, job: Job, client: str, asked: float) -> None:
        self.client = client
        self.asked = self.begun = asked
        self.seconds = min(job.seconds or limits.seconds, limits.seconds)
        self.worked: float | None = None
        self.is_long = False
        self.is_whole = False

    @property
    def until(self) -> float:
        """Its deadline. Waiting counts, but leaves it half of its time also where the service was just starting."""
        waited = min(self.begun - self.asked, self.seconds / 2)
        return self.begun + self.seconds - waited


class _Refusal(Exception):
    def __init__(self, refused: QueryRefused) -> None:
        self.refused = refused


class _Worker:
    """A worker as the service sees it. Its ``generation`` counts the stores that came before its own."""

    def __init__(self, nursery: Nursery, generation: int) -> None:
        self.generation = generation
        self.version = nursery.version
        self._nursery = nursery
        self._number, self._connection = nursery.fork()

    def send(self, job: Job) -> None:
        self._connection.send(job)

    def has_answered(self, seconds: float) -> bool:
        return self._connection.poll(seconds)

    def receive(self) -> Served:
        """The answer; the worker is free as soon as it is read. Raises _Refusal where there is none."""
        head = self._connection.recv()
        if isinstance(head, QueryRefused):
            raise _Refusal(head)
        assert isinstance(head, Head)
        return Served(head, _spooled(self._connection, head.size))

    def worked(self) -> float:
        """Seconds of processor time that were its own so far, without what the system did for it.

        Where that is not to be known, it has worked all the time.
        """
        try:
            with open(f"/proc/{self._number}/stat") as file:
                return int(file.read().rpartition(")")[2].split()[11]) / TICKS
        except OSError:
            return time.monotonic()

    def demote(self) -> None:
        """Let the others go before what it does now: on Linux each thread has a priority of its own.

        The first thread keeps its priority, and with it those that it begins for what the worker does next.
        """
        with contextlib.suppress(OSError):
            for thread in map(int, os.listdir(f"/proc/{self._number}/task")):
                if thread != self._number:
                    os.setpriority(os.PRIO_PROCESS, thread, LOW_PRIORITY)

    def end(self) -> None:
        self._connection.close()
        with contextlib.suppress(EOFError, OSError):
            self._nursery.end(self._number)


def _spooled(connection: Connection, size: int) -> "tempfile.SpooledTemporaryFile[bytes]":
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, it is closed by who reads it
    while size:
        part = connection.recv_bytes()
        try:
            file.write(part)
        except OSError as error:
            file.close()
            raise _unkept(error) from error
        size -= len(part)
    file.seek(0)
    return file


def _unkept(error: OSError) -> StoreError:
    """It is the service that lacks room for the answer, not the query that is too large."""
    logging.getLogger(__name__).error("no room for an answer in the folder of temporary files: %s", error)
    return StoreError(
        "Svaret fick inte plats hos tjänsten just nu. Försök igen om en stund.",
        "The service had no room for the answer just now. Try again in a while.",
    )
