"""The SPARQL 1.1 Graph Store Protocol, read: a whole graph by its address, or the default graph.

A graph is named by the parameter ``graph`` (or ``default``), or by its own address where that is below the endpoint:
https://www.w3.org/TR/sparql11-http-rdf-update/. Writing is in ``web.writes.graph_store``.
"""

from flask import Blueprint, Response, request

from graph.errors import BadParameter, QueryRefused, QuerySyntax
from graph.store.workers import WholeGraph
from web import failure
from web.asked import language
from web.language import words
from web.protocol.answering import answer
from web.protocol.asked import address, values
from web.protocol.formats import accepted
from web.protocol.sharing import open_to_all

page = Blueprint("graph_store", __name__)
page.after_request(open_to_all)
GRAPH, DEFAULT = "graph", "default"
READING = ("GET", "HEAD", "OPTIONS")


@page.get("/graph-store", defaults={"name": ""})
@page.get("/graph-store/<path:name>")
def page_of(name: str) -> Response:
    """All statements of the graph that the request names."""
    try:
        return answer(WholeGraph(named(name), accepted(next(iter(values("format")), ""))), is_lasting=True)
    except (QueryRefused, BadParameter) as error:
        return failure.retried(problem(error), error)


def problem(error: QueryRefused | BadParameter) -> Response:
    """Why there is no answer."""
    status = failure.status_of(error)
    return failure.problem(status, words(language())(f"error-{status}"), error.message(language()))


def named(path: str) -> str | None:
    """The address of the graph; None for the default graph. Raises QuerySyntax and BadParameter."""
    graphs, default = values(GRAPH), values(DEFAULT)
    if len(graphs) + len(default) + bool(path) != 1:
        raise QuerySyntax(
            "Ange en graf: antingen graph=<adress> eller default.", "Name one graph: either graph=<address> or default."
        )
    if path:
        return request.base_url
    return address(GRAPH, graphs[0]) if graphs else None
