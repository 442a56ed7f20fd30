"""The SPARQL 1.1 Graph Store Protocol, read-only: a whole graph by its address, or the default graph.

A graph is named by the parameter ``graph`` (or ``default``): https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from flask import Blueprint, Response

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


@page.get("/graph-store")
def page_of() -> Response:
    """All statements of the graph that the request names."""
    try:
        return answer(WholeGraph(_asked(), accepted(next(iter(values("format")), ""))), is_lasting=True)
    except (QueryRefused, BadParameter) as error:
        status = failure.status_of(error)
        made = failure.problem(status, words(language())(f"error-{status}"), error.message(language()))
        return failure.retried(made, error)


def _asked() -> str | None:
    """The address of the graph; None for the default graph. Raises QuerySyntax and BadParameter."""
    graphs, default = values(GRAPH), values(DEFAULT)
    if len(graphs) + len(default) != 1:
        raise QuerySyntax(
            "Ange en graf: antingen graph=<adress> eller default.", "Name one graph: either graph=<address> or default."
        )
    return address(GRAPH, graphs[0]) if graphs else None
