"""The one door to the store. Behind it: the embedded engine, and the workers for foreign queries."""

from graph.store.build import open_store
from graph.store.embedded import Store, turtle
from graph.store.workers import Limits, Workers

__all__ = ["Limits", "Store", "Workers", "open_store", "turtle"]
