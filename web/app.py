"""The app: a factory that only wires."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from types import ModuleType

from flask import Blueprint, Flask

from graph.publisher import Publisher
from graph.store import ForeignQueries, Store
from web import compressed, failure, header, pages, template, watch, writes
from web.service import Service, serve
from web.serving import MOST_BYTES
from web.tokens import Writes


def _blueprints(package: ModuleType) -> list[Blueprint]:
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}").page for name in names]


PAGES, WRITES = _blueprints(pages), _blueprints(writes)
"""The blueprint of every module in web/pages and in web/writes: adding a file adds the page."""


def create_app(
    store: Store,
    workers: ForeignQueries,
    today: Callable[[], date],
    language_default: str = "sv",
    publisher: Publisher | None = None,
    changes: Writes | None = None,
) -> Flask:
    """The web application of a store.

    ``workers`` answer foreign queries and questions. Without ``changes`` it only reads.
    """
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    serve(app, Service(store, workers, today, language_default, publisher, changes))
    # First of all, so that its time is the whole of a request's.
    watch.prepare(app, store.version)
    for page in (*PAGES, *(WRITES if changes else ())):
        app.register_blueprint(page)
    template.prepare(app)
    failure.prepare(app)
    header.protect(app)
    # What is asked for last comes first of what follows a request: the tag is that of what is sent.
    compressed.prepare(app)
    return app
