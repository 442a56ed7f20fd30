"""The files of vis-network, served out of the installed pyvis so that none is copied into this project."""

from flask import Blueprint, Response, send_from_directory

from web.drawing import vis_network

page = Blueprint("picture", __name__)


@page.get("/picture/<any('vis-network.min.js','vis-network.css'):name>")
def file_of(name: str) -> Response:
    """One of the two files."""
    return send_from_directory(vis_network(), name, max_age=86_400)
