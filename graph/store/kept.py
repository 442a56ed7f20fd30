"""A file held open: its content can be read again at any time without being kept in memory."""

import os
import weakref
from pathlib import Path


class KeptFile:
    """A file that stays readable while this is held, also after its name is gone. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._descriptor)

    def read(self) -> bytes:
        """The whole content; safe to call from several threads at once."""
        size = os.fstat(self._descriptor).st_size
        parts: list[bytes] = []
        while size and (part := os.pread(self._descriptor, size, sum(map(len, parts)))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
