"""What the pages share: the store, the workers, the clock and the default language, handed in when the app is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import current_app

from graph.labels import Labels, labels
from graph.publisher import Publisher
from graph.store import Store, Workers


@dataclass(frozen=True)
class Service:
    """One running service."""

    store: Store
    workers: Workers | None
    today: Callable[[], date]
    language_default: str
    publisher: Publisher | None = None

    @property
    def labels(self) -> Labels:
        return labels(self.store)


def service() -> Service:
    """The service that answers the current request."""
    return cast(Service, current_app.extensions["service"])


def store() -> Store:
    """Its store."""
    return service().store
