"""Health: that the service answers, and with which data."""

from flask import Blueprint, Response

from web.service import store

page = Blueprint("health", __name__)


@page.get("/health")
def page_of() -> Response:
    """One line of plain text."""
    return Response(f"ok {store().version}\n", content_type="text/plain; charset=utf-8")
