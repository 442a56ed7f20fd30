"""The life of a worker process: close the door, then answer until the service is gone."""

import contextlib
import math
import os
import resource
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

from graph.errors import QueryRefused
from graph.store.confined import bound_memory, first_free
from graph.store.workers.answer import Answered, answered
from graph.store.workers.datasets import Datasets
from graph.store.workers.limits import Limits
from graph.store.workers.query import Job

PART = 2**18
SECONDS_OVER = 5
"""Processor seconds beyond its deadline after which a query ends its worker, if nobody else does."""


def live(connection: Connection, datasets: Datasets, limits: Limits) -> None:
    """Do jobs until the service is gone, each in a thread other than the one that was forked.

    The engine's random numbers (UUID, RAND) are seeded once per thread: in the thread that was forked, all workers
    would draw the same. And a thread that was given low priority cannot get it back, but another can take its place.
    """
    with contextlib.suppress(EOFError, OSError):
        _confine(connection, limits)
        job = None
        while True:
            with ThreadPoolExecutor(1) as thread:
                job = thread.submit(_work, connection, datasets, limits, job).result()


def _work(connection: Connection, datasets: Datasets, limits: Limits, job: Job | None) -> Job:
    """Do jobs, one at a time, this one first; gives back one for a thread that has not low priority."""
    while True:
        job = job or connection.recv()
        if _has_low_priority():
            return job
        _bound_processor_time(job.seconds or limits.seconds)
        _send(connection, answered(datasets, job, limits))
        job = None


def _send(connection: Connection, answer: Answered) -> None:
    """First the head, or the refusal, then the content in parts."""
    if isinstance(answer, QueryRefused):
        connection.send(answer)
        return
    head, content = answer
    connection.send(head)
    with content.getbuffer() as view:
        for start in range(0, head.size, PART):
            connection.send_bytes(view[start : start + PART])


def _has_low_priority() -> bool:
    return os.getpriority(os.PRIO_PROCESS, 0) > os.getpriority(os.PRIO_PROCESS, os.getpid())


def _confine(connection: Connection, limits: Limits) -> None:
    """Bound the memory, and leave no file descriptor for a socket."""
    _first_to_go()
    bound_memory(limits.memory_bytes)
    resource.setrlimit(resource.RLIMIT_NOFILE, (first_free(connection.fileno()),) * 2)


def _first_to_go() -> None:
    """Where the machine lacks memory, Linux ends a worker rather than the service."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def _bound_processor_time(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds) + SECONDS_OVER
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
