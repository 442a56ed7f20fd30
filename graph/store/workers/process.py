"""The life of a worker process: close the door, then answer until the service is gone."""

import contextlib
import math
import resource
from multiprocessing.connection import Connection

from graph.errors import QueryRefused
from graph.store.confined import bound_memory, first_free
from graph.store.workers.answer import answered
from graph.store.workers.datasets import Datasets
from graph.store.workers.limits import Limits

PART = 2**18
SECONDS_OVER = 5
"""Processor seconds beyond its deadline after which a query ends its worker, if nobody else does."""


def work(connection: Connection, datasets: Datasets, limits: Limits) -> None:
    """Answer wishes, one at a time: first the head, or the refusal, then the content in parts."""
    with contextlib.suppress(EOFError, OSError):
        _confine(connection, limits)
        while True:
            wish = connection.recv()
            _bound_processor_time(wish.seconds or limits.seconds)
            answer = answered(datasets, wish, limits)
            if isinstance(answer, QueryRefused):
                connection.send(answer)
                continue
            head, content = answer
            connection.send(head)
            with content.getbuffer() as view:
                for start in range(0, head.size, PART):
                    connection.send_bytes(view[start : start + PART])


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
