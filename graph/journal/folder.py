"""The folder of the journal: numbered files that are only ever added, each naming the one before.

A change is written beside the others, synced, and only then given its name; a crash leaves it out or whole. One
service writes at a time and holds the lock meanwhile.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from graph.errors import StoreError
from graph.journal.change import Change, read, written

SUFFIX = ".rdfp"
LOCK = "lock"
PART = "part"
"""What is being written has this name until it is whole."""
Found = TypeVar("Found")


class Journal:
    """The changes of a folder, which need not exist before the first. Raises StoreError for one that is damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: int | None = None
        self._changes = [*self._read()]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, in their order."""
        return tuple(self._changes)

    @property
    def head(self) -> str:
        """The last change; "" where there is none."""
        return self._changes[-1].id if self._changes else ""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock. Raises StoreError where another service writes here, or the folder cannot be written."""
        self._lock = self._tried(self._locked)
        try:
            yield
        finally:
            os.close(self._lock)
            self._lock = None

    def append(self, change: Change) -> None:
        """Add a change for good. Raises StoreError, and then nothing is added."""
        assert self._lock is not None
        assert change.previous == (self.head or None)
        self._tried(lambda: self._append(written(change)))
        self._changes.append(change)

    def _append(self, content: bytes) -> None:
        part, whole = self.folder / PART, self.folder / f"{len(self._changes) + 1:06d}{SUFFIX}"
        # What is left of a crash may be a second name of a change, so it is never written into.
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # A link, since a rename would replace a file that is there.
        os.link(part, whole)
        try:
            _synced(self.folder)
        except OSError:
            whole.unlink()
            raise
        with suppress(OSError):
            part.unlink()

    def _locked(self) -> int:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True)
            _synced(self.folder.parent)
        lock = os.open(self.folder / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise StoreError(
                f"En annan tjänst skriver redan i journalen {self.folder}. Stoppa den, eller välj en annan mapp.",
                f"Another service already writes in the journal {self.folder}. Stop it, or choose another folder.",
            ) from error
        # What was added between reading and locking counts too.
        self._changes = [*self._read()]
        return lock

    def _read(self) -> Iterator[Change]:
        previous = None
        paths = self._tried(lambda: sorted(self.folder.glob(f"*{SUFFIX}"), key=_number))
        for number, path in enumerate(paths, 1):
            try:
                change = read(self._tried(path.read_bytes))
            except ValueError as error:
                raise _damaged(path, str(error)) from error
            if path.stem != f"{number:06d}" or change.previous != previous:
                raise _damaged(path, "prev")
            previous = change.id
            yield change

    def _tried(self, step: Callable[[], Found]) -> Found:
        try:
            return step()
        except OSError as error:
            raise StoreError(
                f"Journalen {self.folder} går inte att läsa eller skriva: {error.strerror}.",
                f"The journal {self.folder} cannot be read or written: {error.strerror}.",
            ) from error


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _synced(folder: Path) -> None:
    """Let the names in a folder last."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _damaged(path: Path, what: str) -> StoreError:
    return StoreError(
        f"Journalens fil {path} är inte hel, eller så saknas den före ({what}). Hämta den ur en säkerhetskopia; "
        "ingenting har ändrats.",
        f"The journal's file {path} is not whole, or the one before is missing ({what}). Take it from a backup; "
        "nothing was changed.",
    )
