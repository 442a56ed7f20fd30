"""What a process beside the service may take: bounds that the system keeps, not the program."""

import os
import resource
import threading
from contextlib import suppress

PREPARING = 5
"""The priority (nice) of what nobody waits for as for an answer."""


def bound_memory(more: int) -> None:
    """Let this process take so many bytes more than it has, and leave no image of its memory when it dies."""
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + more,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def let_others_first() -> None:
    """Give this thread, and those that it begins, a lower priority, where the system has one for each (Linux)."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), PREPARING)


def first_free(descriptor: int) -> int:
    """The lowest free number of a file descriptor: as a limit of their number it leaves none for a socket.

    ``descriptor`` is any that is open.
    """
    free = os.dup(descriptor)
    os.close(free)
    return free


def _address_space() -> int:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
