"""Where workers come from: one process that holds the graph and forks itself for each.

A new worker shares the memory of the graph with the others and is there within milliseconds, so that ending a worker
costs little. The nursery answers no query and has one thread only, so that forking it is safe.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import reduction
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NoReturn

import pyoxigraph as ox

from graph.store.confined import let_others_first
from graph.store.embedded import Store, on_basis
from graph.store.workers.datasets import Datasets
from graph.store.workers.limits import Limits
from graph.store.workers.process import live

SPAWN = multiprocessing.get_context("spawn")
FORK = 0
"""The message that asks for a worker; any other number is the worker to end."""
BETWEEN_LOOKS = 0.5
"""Seconds between two looks at workers that are ending."""


class Nursery:
    """The process as the service sees it. Its methods raise OSError or EOFError where the process has ended."""

    def __init__(self, store: Store, basis: str, limits: Limits) -> None:
        self.version = store.version
        self._lock = threading.Lock()
        self._connection, remote = SPAWN.Pipe()
        self._process: BaseProcess = SPAWN.Process(target=_nurse, args=(remote, store.base, basis, limits), daemon=True)
        self._process.start()
        remote.close()
        self._connection.send_bytes(store.quads)

    def fork(self) -> tuple[int, Connection]:
        """A new worker: its number and the line to it. Waits until the graph is loaded."""
        ours, remote = SPAWN.Pipe()
        with self._lock, remote:
            self._connection.send(FORK)
            reduction.send_handle(self._connection, remote.fileno(), self._process.pid)
            return self._connection.recv(), ours

    def end(self, worker: int) -> None:
        """End a worker."""
        with self._lock:
            self._connection.send(worker)

    def close(self) -> None:
        """End the process and all its workers."""
        assert self._process.pid is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()


def _nurse(connection: Connection, base: str, basis: str, limits: Limits) -> None:
    """The life of the nursery: load the graph, then fork and end workers until the service is gone."""
    os.setsid()
    signal.signal(signal.SIGTERM, _end_all)
    with contextlib.suppress(EOFError, OSError):
        # In a thread that ends before the first fork: the workers are to have the usual priority.
        with ThreadPoolExecutor(1) as thread:
            store = thread.submit(_loaded, connection.recv_bytes(), basis).result()
        datasets = Datasets(store, base)
        silence = os.open(os.devnull, os.O_RDWR)
        ended: set[int] = set()
        while True:
            # While some are still ending, it looks for them now and then, so that none is left when nobody asks.
            if ended and not connection.poll(BETWEEN_LOOKS):
                ended = _still_ending(ended)
                continue
            worker = connection.recv()
            if worker == FORK:
                connection.send(_fork(connection, silence, datasets, limits))
            else:
                os.kill(worker, signal.SIGKILL)
                ended.add(worker)
            ended = _still_ending(ended)
    _end_all()


def _loaded(quads: bytes, basis: str) -> ox.Store:
    """The graph, loaded while others answer."""
    let_others_first()
    return on_basis(quads, basis)


def _still_ending(ended: set[int]) -> set[int]:
    """Not waited for: a large process of low priority may take seconds to end on a busy machine."""
    return {worker for worker in ended if os.waitpid(worker, os.WNOHANG) == (0, 0)}


def _fork(connection: Connection, silence: int, datasets: Datasets, limits: Limits) -> int:
    line = reduction.recv_handle(connection)
    worker = os.fork()
    if worker == 0:
        _become_worker(connection, line, silence, datasets, limits)
    os.close(line)
    return worker


def _become_worker(connection: Connection, line: int, silence: int, datasets: Datasets, limits: Limits) -> NoReturn:
    """A worker says nothing on the service's own output, whatever a query makes of it."""
    try:
        connection.close()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for standard in (0, 1, 2):
            os.dup2(silence, standard)
        live(Connection(line), datasets, limits)
    finally:
        os._exit(0)


def _end_all(*_: Any) -> None:
    os.killpg(0, signal.SIGKILL)
