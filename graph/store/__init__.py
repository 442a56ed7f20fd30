"""The one door to the store. Behind it: the embedded engine or one by URL, and who answers foreign queries."""

from graph.store.build import load_store, open_store, store_of, withdraw_store
from graph.store.embedded import Store, serialized, turtle, written
from graph.store.engine import Select
from graph.store.foreign import ForeignQueries, foreign_queries
from graph.store.kept_with import kept
from graph.store.workers import Limits, Workers

__all__ = [
    "ForeignQueries",
    "Limits",
    "Select",
    "Store",
    "Workers",
    "foreign_queries",
    "kept",
    "load_store",
    "open_store",
    "serialized",
    "store_of",
    "turtle",
    "withdraw_store",
    "written",
]
