"""After the start nothing is left that the first reader of a page would wait for."""

from datetime import date

import pytest

import graph.coverage.index
import graph.search.index
from graph.store import Store
from web.warming import warm


def test_what_takes_long_is_made_beforehand(store: Store, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Store(store.quads, store.version, store.base)
    warm(fresh, today)
    for module, name in ((graph.search.index, "Index"), (graph.coverage.index, "Coverage")):
        monkeypatch.setattr(module, name, None)
    warm(fresh, today)
