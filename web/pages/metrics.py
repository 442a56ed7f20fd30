"""Metrics for Prometheus."""

from typing import cast

from flask import Blueprint, Response, current_app

from web.metrics import MEDIA_TYPE, Metrics

page = Blueprint("metrics", __name__)


@page.get("/metrics")
def page_of() -> Response:
    """Everything counted since the start."""
    return Response(cast(Metrics, current_app.extensions["metrics"]).text(), content_type=MEDIA_TYPE)
