"""What takes long the first time is made in the background after the start, so that no reader waits for it."""

import threading
import time
from collections.abc import Callable
from datetime import date

from graph.coverage import coverage
from graph.gaps import gaps, scope_of
from graph.search.index import index
from graph.store import Store


def warm(store: Store, today: date, delay: float = 0.0) -> None:
    """Make the coverage index, the search index and the gaps of a day; each is kept with the store."""
    time.sleep(delay)
    steps: tuple[Callable[[], object], ...] = (
        lambda: coverage(store),
        lambda: index(store),
        lambda: gaps(store, scope_of(store, today)),
    )
    for step in steps:
        step()


def begin(store: Store, today: date, delay: float) -> None:
    """The same, in a thread that ends with the service."""
    threading.Thread(target=warm, args=(store, today, delay), daemon=True).start()
