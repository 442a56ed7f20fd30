"""The one who writes: one change at a time, in the journal first and then in the store."""

import contextlib
import multiprocessing
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph.errors import BrokenData, NotShown, QueryBusy, QueryTimeout, QueryTooLarge, RodaTradenError, StoreError
from graph.fingerprint import fingerprint
from graph.journal import Change, Journal
from graph.setting import Setting
from graph.store.build import built, built_at, store_at, version_of
from graph.store.embedded import Store
from graph.store.guard import admit_update
from graph.store.writing.process import Outcome, Task, run
from graph.store.writing.wish import Add, Remove, Replace, Update, WriteLimits, Writing

SPAWN = multiprocessing.get_context("spawn")
WHAT = {Update: "SPARQL Update", Replace: "PUT", Add: "POST", Remove: "DELETE"}


@dataclass(frozen=True)
class Author:
    """Who changes the graph: an organisation or a part of it, never a person, in a role."""

    by: str
    role: str


@dataclass(frozen=True)
class Written:
    """What came of a wish: the change, or None where nothing was to be changed, and the version that counts now."""

    change: Change | None
    version: str
    is_new: bool
    """Whether it is about a graph that was not there before."""


class Writer:
    """Writes in the journal of a setting, whose lock it holds until it is closed.

    ``now`` tells the time. Raises StoreError where the journal cannot be written.
    """

    def __init__(self, setting: Setting, now: Callable[[], datetime], limits: WriteLimits | None = None) -> None:
        assert setting.journal is not None
        self.limits = limits or WriteLimits()
        self._setting = setting
        self._now = now
        self._journal = Journal(setting.journal)
        self._holding = contextlib.ExitStack()
        self._holding.enter_context(self._journal.writing())
        self._turn = threading.Lock()

    def write(self, wish: Writing, author: Author, changed: Callable[[Store], None]) -> Written:
        """Do what is wished, all of it or nothing; ``changed`` is told the new store before the next may write.

        Raises a QueryRefused or a StoreError that says why nothing was changed, and NotShown where it was.
        """
        until = time.monotonic() + self.limits.seconds
        if isinstance(wish, Update):
            admit_update(wish.text, self.limits.sent_bytes)
        with self._my_turn():
            # Once: somebody may edit the data meanwhile, which counts from the next change on.
            data = fingerprint(self._setting.data, self._setting.base)
            before = self._built(data)
            part = self._setting.cache / f"{uuid.uuid4().hex}.part"
            try:
                outcome = self._worked_out(Task.of(wish, self._setting, self.limits, before, part), until)
                if not outcome.patch:
                    return Written(None, self._version(data), outcome.is_new)
                change = self._change(wish, author, outcome)
                self._journal.append(change)
                # From here on it has happened: what cannot be kept is built anew.
                with contextlib.suppress(OSError):
                    os.replace(part, built_at(self._setting.cache, self._version(data)))
            finally:
                _remove(part)
            changed(self._store(data))
            if change.previous:
                _remove(before)
            return Written(change, self._version(data), outcome.is_new)

    def close(self) -> None:
        """Let another service write."""
        with self._turn:
            self._holding.close()

    def _version(self, data: str) -> str:
        return version_of(data, self._journal.changes)

    def _built(self, data: str) -> Path:
        setting, changes = self._setting, self._journal.changes
        return built(setting.data, setting.cache, setting.base, changes, self._version(data))

    def _store(self, data: str) -> Store:
        try:
            return store_at(self._setting, self._built(data), self._version(data))
        except (StoreError, BrokenData) as error:
            raise NotShown(
                f"Ändringen är gjord och ligger i journalen, men syns inte än. {error.message('sv')}",
                f"The change is made and stands in the journal, but is not seen yet. {error.message('en')}",
            ) from error

    def _change(self, wish: Writing, author: Author, outcome: Outcome) -> Change:
        previous = self._journal.head or None
        what = WHAT[type(wish)]
        return Change(uuid.uuid4().urn, previous, self._now(), author.by, author.role, what, outcome.patch)

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self.limits.wait):
            raise QueryBusy(
                "En annan ändring pågår. Försök igen om en stund.", "Another change is under way. Try again in a while."
            )
        try:
            yield
        finally:
            self._turn.release()

    def _worked_out(self, task: Task, until: float) -> Outcome:
        ours, theirs = SPAWN.Pipe()
        process = SPAWN.Process(target=run, args=(theirs, task), daemon=True)
        try:
            process.start()
        except OSError as error:
            raise StoreError(
                f"Ändringen kunde inte börja: {error.strerror}.", f"The change could not begin: {error.strerror}."
            ) from error
        theirs.close()
        try:
            if not ours.poll(max(0.0, until - time.monotonic())):
                raise QueryTimeout(
                    f"Ändringen avbröts efter {self.limits.seconds:g} sekunder; ingenting har ändrats.",
                    f"The change was ended after {self.limits.seconds:g} seconds; nothing was changed.",
                )
            answer = ours.recv()
        except EOFError as error:
            raise QueryTooLarge(
                "Ändringen behövde mer minne eller djup än tillåtet; ingenting har ändrats.",
                "The change needed more memory or depth than allowed; nothing was changed.",
            ) from error
        finally:
            process.kill()
            process.join()
            ours.close()
        if isinstance(answer, RodaTradenError):
            raise answer
        assert isinstance(answer, Outcome)
        return answer


def _remove(path: Path) -> None:
    """Remove what is only kept to be quick."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
