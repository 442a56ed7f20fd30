"""The app: a factory that only wires."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date

from flask import Flask

from graph.publisher import Publisher
from graph.store import Store, Workers
from web import compressed, failure, header, pages, template, watch
from web.service import Service

MOST_BYTES = 200_000
"""The largest request body; a SPARQL query has at most half of it."""


PAGES = [importlib.import_module(f"web.pages.{module.name}").page for module in pkgutil.iter_modules(pages.__path__)]
"""The blueprint of every module in web/pages: adding a file adds the page."""


def create_app(
    store: Store,
    workers: Workers | None,
    today: Callable[[], date],
    language_default: str = "sv",
    publisher: Publisher | None = None,
) -> Flask:
    """The web application of a store. ``workers`` answer foreign queries; without them /sparql is closed."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    app.extensions["service"] = Service(store, workers, today, language_default, publisher)
    # First of all, so that its time is the whole of a request's.
    watch.prepare(app, store.version)
    for page in PAGES:
        app.register_blueprint(page)
    template.prepare(app)
    failure.prepare(app)
    header.protect(app)
    # What is asked for last comes first of what follows a request: the tag is that of what is sent.
    compressed.prepare(app)
    return app
