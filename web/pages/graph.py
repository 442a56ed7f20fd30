"""A named graph: what it is, on what basis it stands and which document it holds."""

from flask import Blueprint, Response, render_template

from graph import catalogue
from graph.answer import Answer
from graph.as_sparql import whole_graph
from graph.exports import Table
from graph.vocabulary import kind_word
from web import asked, file
from web.language import words
from web.service import service, store
from web.sparql_link import opened
from web.term import named

page = Blueprint("graph", __name__)
COLUMNS = ("subject", "property", "value")


@page.get("/graph/<path:name>")
def page_of(name: str) -> Response | str:
    """The graph as a page, or its statements as a file."""
    slug, suffix = file.split(name)
    found = catalogue.named_graph(store(), f"{store().base}graph/{slug}")
    wanted = file.wanted(suffix)
    if wanted is None:
        return render_template(
            "graph.html",
            graph=found,
            self_=named(found.address),
            things={kind_word(kind): count for kind, count in found.things.items()},
            sparql=opened(whole_graph(found.address)),
            files={suffix: f"/graph/{slug}.{suffix}" for suffix in file.OFFERED},
        )
    language = asked.language()
    statements = catalogue.statements(store(), found.address)
    headings = tuple(words(language)(f"column-{column}") for column in COLUMNS)
    answer = Answer(COLUMNS, statements)
    about = {"id": found.address, "basis": found.basis, "version": store().version}
    labels = service().labels
    title = labels.name(found.address, language)
    return file.response(Table(slug, title, answer, headings, labels, language, about, statements), wanted)
