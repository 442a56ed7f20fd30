"""The sources: each document, what was read from it, and where it can be read in more than one way."""

from flask import Blueprint, render_template

from graph import catalogue
from graph.vocabulary import kind_word
from web.language import alphabetical
from web.service import store
from web.term import named, shown

page = Blueprint("source", __name__)
UNCOUNTED = {"Document"}


@page.get("/source")
def page_of() -> str:
    """All documents in alphabetical order."""
    readings = catalogue.readings(store())
    documents = [
        {
            "name": named(graph.document),
            "graph": named(graph.address),
            "dates": [shown(day).text for day in catalogue.source_dates(store()).get(graph.document, ())],
            "things": {kind_word(k): n for k, n in graph.things.items() if k not in UNCOUNTED},
            "readings": readings.get(graph.document, ()),
        }
        for graph in catalogue.graphs(store()).values()
        if graph.document is not None
    ]
    others = [g for g in catalogue.graphs(store()).values() if g.document is None]
    return render_template(
        "source.html",
        documents=sorted(documents, key=lambda d: alphabetical(d["name"].text)),
        others=[(named(g.address), g) for g in others],
    )
