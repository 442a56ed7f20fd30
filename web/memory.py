"""Memory that was freed goes back to the system.

glibc gives threads heaps of their own and keeps what is freed in them. A store that is succeeded by another frees a few
hundred megabytes in whichever of thirty threads made its indexes, so a service that is written to grew with every
change, though nothing leaked: from 0.5 to 1.5 GB after a dozen. And once a large block was freed, glibc takes blocks
of that size from a heap too, where small ones then settle in the hole: each change left 20 MB that were free and could
not be given back. Elsewhere than with glibc nothing is done.
"""

import contextlib
import ctypes
import gc

ARENA_MAX, MMAP_THRESHOLD = -8, -3
"""The names that ``mallopt`` has for the number of heaps, and for the size from which a block is none of a heap's."""
HEAPS, LARGE = 2, 2**17
"""``LARGE`` is what glibc begins with; said to it, it no longer grows."""


def bound_heaps() -> None:
    """Let all threads share a few heaps, and keep large blocks out of them. To be called before there are threads."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(ARENA_MAX, HEAPS)
        libc.mallopt(MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Free what nobody needs any more, and give it back."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
