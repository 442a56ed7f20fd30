"""The SPARQL 1.1 Graph Store Protocol, written: PUT, POST and DELETE of a graph.

https://www.w3.org/TR/sparql11-http-rdf-update/. A graph is named by ``graph=`` or by its own address below the
endpoint; POST to the endpoint itself makes a graph and says in Location what it is called. The default graph is made
from the others and is not written.
"""

import re
import uuid
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP

from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import MethodNotAllowed

from graph.errors import BadParameter, InvalidChange, QueryRefused, QuerySyntax, QueryTooLarge, UnknownFormat
from graph.store.writing import ALLOWED, Add, Document, Remove, Replace, Writing
from web import failure
from web.pages.graph_store import DEFAULT, GRAPH, READING, named, problem
from web.protocol import writing
from web.protocol.asked import values

page = Blueprint("graph_store_writes", __name__)
PATHS = ("/graph-store", "/graph-store/<path:name>")
FORM = "multipart/form-data"
MOST_PARTS = 100
NESTED = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)


@page.route(PATHS[0], methods=["PUT", "POST", "DELETE"])
@page.route(PATHS[1], methods=["PUT", "POST", "DELETE"])
def page_of(name: str = "") -> Response:
    """Change the graph that the request names."""
    try:
        by = writing.author()
        is_unnamed = not name and not values(GRAPH) and not values(DEFAULT)
        graph = _new() if is_unnamed and request.method == "POST" else named(name)
        if graph is None:
            raise MethodNotAllowed(valid_methods=READING)
        return writing.written(_wish(graph), by, graph if is_unnamed else "")
    except InvalidChange as error:
        return writing.refused(error)
    except (QueryRefused, BadParameter) as error:
        return failure.retried(problem(error), error)


def _wish(graph: str) -> Writing:
    if request.method == "DELETE":
        return Remove(graph)
    kind = Replace if request.method == "PUT" else Add
    return kind(graph, tuple(_documents()))


def _new() -> str:
    """The address of a graph that has none yet: below the endpoint, where it can be read."""
    return url_for("graph_store.page_of", name=str(uuid.uuid4()), _external=True)


def _documents() -> list[Document]:
    if request.mimetype != FORM:
        return [_document(request.mimetype, request.mimetype_params.get("charset"), request.get_data())]
    # Read here, since a form's own reader drops the type of a part that is no file.
    content = request.get_data()
    if content.count(b"\n--") > MOST_PARTS or NESTED.search(content):
        raise QueryTooLarge(
            f"Formuläret har fler än {MOST_PARTS} delar, eller delar i delar.",
            f"The form has more than {MOST_PARTS} parts, or parts within parts.",
        )
    head = f"Content-Type: {request.content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    parts = [part for part in message.iter_parts() if isinstance(part, Message)] if message.is_multipart() else []
    if not parts:
        raise QuerySyntax("Formuläret har inga delar.", "The form has no parts.")
    return [_document(p.get_content_type(), p.get_content_charset(), bytes(p.get_payload(decode=True))) for p in parts]


def _document(media_type: str, charset: str | None, content: bytes) -> Document:
    if media_type not in ALLOWED or (charset or "utf-8").lower() not in ("utf-8", "us-ascii"):
        listed = ", ".join(ALLOWED)
        raise UnknownFormat(
            f"Skicka grafen i UTF-8 som en av: {listed}.", f"Send the graph in UTF-8 as one of: {listed}."
        )
    return Document(media_type, content)
