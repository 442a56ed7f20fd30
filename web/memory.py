"""Memory that was freed is used again, or goes back to the system.

glibc gives threads heaps of their own and keeps what is freed in them. A store that is succeeded by another frees a
hundred megabytes in whichever of thirty threads made its indexes, and the next one is made in another: a service that
is written to grew with every change, though nothing leaked. So there is one heap; the pages are no slower for it. And
once a large block was freed, glibc takes blocks of that size from a heap too, where small ones then settle in the hole:
each change left 20 MB that were free and of no use. What is free in a heap is used in turn, so that all of it counts
as taken after a while: it is given back now and then. Elsewhere than with glibc nothing is done.
"""

import contextlib
import ctypes
import gc
import threading
import time

ARENA_MAX, MMAP_THRESHOLD = -8, -3
"""The names that ``mallopt`` has for the number of heaps, and for the size from which a block is in none."""
HEAPS, LARGE = 1, 2**17
"""``LARGE`` is what glibc begins with; said to it, it no longer grows."""
SECONDS_BETWEEN = 30.0


def bound_heaps() -> None:
    """Let all threads share one heap, and keep large blocks out of it. To be called before there are threads."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(ARENA_MAX, HEAPS)
        libc.mallopt(MMAP_THRESHOLD, LARGE)


def begin() -> None:
    """Give back what is free now and then, in a thread that ends with the service."""
    threading.Thread(target=_go_on, daemon=True).start()


def give_back() -> None:
    """Free what nobody needs any more, and give it back."""
    gc.collect()
    trim()


def trim() -> None:
    """Give back what is free."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _go_on() -> None:
    while True:
        time.sleep(SECONDS_BETWEEN)
        trim()
