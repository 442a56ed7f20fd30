"""Health: that the service answers, and with which data; and whether it can answer everything."""

from flask import Blueprint, Response

from graph.errors import StoreError
from web.service import service, store

page = Blueprint("health", __name__)
TEXT = "text/plain; charset=utf-8"


@page.get("/health")
def page_of() -> Response:
    """One line of plain text."""
    return Response(f"ok {store().version}\n", content_type=TEXT)


@page.get("/ready")
def ready() -> Response:
    """The same where pages and SPARQL can be answered; else 503, and why."""
    store().check()
    if not service().workers.is_ready:
        raise StoreError("Grafen läses fortfarande in för SPARQL.", "The graph is still being read for SPARQL.")
    return Response(f"ready {store().version}\n", content_type=TEXT)
