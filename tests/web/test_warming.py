"""After the start nothing is left that the first reader of a page would wait for."""

from graph.coverage.index import coverage
from graph.search.index import _built
from graph.store import Store
from web.warming import warm


def test_what_takes_long_is_made_beforehand(store: Store, today) -> None:
    made = _built.cache_info().misses
    warm(store, today)
    assert _built.cache_info().currsize > 0
    warm(store, today)
    assert _built.cache_info().misses <= made + 1
    assert coverage(store) is coverage(store)
