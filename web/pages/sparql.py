"""The SPARQL 1.1 endpoint (https://www.w3.org/TR/sparql11-protocol/), read-only, and its page.

A query runs in a worker process that can be ended, never in this one.
"""

import json
from typing import Any

from flask import Blueprint, Response, render_template, request

from graph.answer import Iri, Literal, Term
from graph.errors import BadParameter, QueryNotAllowed, QueryRefused, QueryTimeout
from graph.library import questions
from graph.store.workers import GRAPHS, RESULTS, Served
from graph.vocabulary import PREFIXES
from web import asked, failure, file
from web.address import link
from web.language import words
from web.service import service
from web.term import shown

page = Blueprint("sparql", __name__)
FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
SYNONYMS = {"application/json": "application/sparql-results+json", "text/plain": "application/n-triples"}
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
FOR_PAGE = (FORMATS["json"], FORMATS["ttl"])
MOST_ROWS, MOST_CHARACTERS = 1000, 100_000
EXAMPLE = "goals-without-activity"


@page.get("/sparql")
def page_of() -> Response | tuple[str, int]:
    """Answer the query in the address; without one, the page."""
    query = request.args.get("query", "")
    if not query.strip():
        return (_page("", None, None), 200) if _wants_page() else _missing()
    return _answer(query)


@page.post("/sparql")
def post() -> Response | tuple[str, int]:
    """Answer the query in the body: a form, or the query itself."""
    if request.mimetype == QUERY:
        return _answer(request.get_data(as_text=False).decode("utf-8", "replace"))
    if request.mimetype != FORM:
        return failure.answer(415)
    if "update" in request.form:
        return _refused("", QueryNotAllowed("Här går det bara att läsa.", "This endpoint is read-only."))
    query = request.form.get("query", "")
    return _answer(query) if query.strip() else _missing()


@page.after_request
def open_to_all(response: Response) -> Response:
    """Any site may read the answers: there is nothing secret and nobody is logged in."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response.vary.add("Accept")
    return response


def _answer(query: str) -> Response | tuple[str, int]:
    try:
        _refuse_dataset()
        if _wants_page():
            return _page(query, _run(query, FOR_PAGE), None), 200
        accepted = _accepted()
        served = _run(query, accepted) if accepted else None
    except (QueryRefused, BadParameter) as error:
        return _refused(query, error)
    if served is None or served.media_type not in accepted:
        return _unacceptable()
    return Response(served.content, content_type=_with_charset(served.media_type))


def _run(query: str, accepted: tuple[str, ...]) -> Served:
    workers = service().workers
    if workers is None:
        raise QueryTimeout("Frågetjänsten är stängd just nu.", "The query service is closed at the moment.")
    return workers.query(query, accepted)


def _refuse_dataset() -> None:
    """The protocol lets a request choose graphs; this one does so in the query, with FROM, and says so."""
    for name in ("default-graph-uri", "named-graph-uri"):
        if name in request.values:
            message = ("Välj graf med FROM i frågan.", "Choose the graph with FROM in the query.")
            raise BadParameter(name, request.values[name][:200], *message)


def _asked_format() -> str:
    return request.values.get("format", "")[: asked.LONGEST]


def _wants_page() -> bool:
    if _asked_format():
        return False
    return request.accept_mimetypes.best_match([*RESULTS, *GRAPHS, file.HTML], default="") == file.HTML


def _accepted() -> tuple[str, ...]:
    """The media types to answer in, best first; empty where none of ours fits."""
    name = _asked_format()
    if name:
        wanted = FORMATS.get(name, SYNONYMS.get(name, name))
        return (wanted,) if wanted in FORMATS.values() else ()
    ours = [*RESULTS, *GRAPHS]
    accept = request.accept_mimetypes
    if not accept:
        return tuple(ours)
    quality = {media: accept[media] for media in ours}
    for synonym, media in SYNONYMS.items():
        quality[media] = max(quality[media], accept[synonym])
    return tuple(sorted((m for m in ours if quality[m] > 0), key=lambda m: -quality[m]))


def _unacceptable() -> Response:
    return failure.answer(406, words(asked.language())("sparql-406", formats=", ".join([*RESULTS, *GRAPHS])))


def _missing() -> Response:
    return failure.answer(400, words(asked.language())("sparql-missing"))


def _refused(query: str, error: QueryRefused | BadParameter) -> Response | tuple[str, int]:
    status = failure.status_of(error)
    if not _wants_page():
        w = words(asked.language())
        return failure.problem(status, w(f"error-{status}"), error.message(asked.language()))
    answer = Response(_page(query, None, error.message(asked.language())), status)
    answer.headers.update({"Retry-After": failure.RETRY_AFTER[status]} if status in failure.RETRY_AFTER else {})
    return answer


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _page(query: str, served: Served | None, message: str | None) -> str:
    is_graph = served is not None and served.media_type == FORMATS["ttl"]
    return render_template(
        "sparql.html",
        query=query,
        example=questions()[EXAMPLE].text,
        examples=list(questions().values()),
        prefixes=PREFIXES,
        message=message,
        turtle=_turtle(served) if served and is_graph else None,
        result=_result(served) if served and not is_graph else None,
        most=MOST_ROWS,
        files=_files(query, is_graph) if served else {},
    )


def _files(query: str, is_graph: bool) -> dict[str, str]:
    kinds = GRAPHS if is_graph else RESULTS
    return {name: link("sparql.page_of", query=query, format=name) for name, m in FORMATS.items() if m in kinds}


def _turtle(served: Served) -> dict[str, Any]:
    text = served.content.decode()
    return {"text": text[:MOST_CHARACTERS], "is_cut": len(text) > MOST_CHARACTERS}


def _result(served: Served) -> dict[str, Any]:
    """A SPARQL 1.1 result in JSON as rows to show."""
    document = json.loads(served.content)
    if "boolean" in document:
        return {"boolean": document["boolean"]}
    columns = document["head"]["vars"]
    rows = document["results"]["bindings"]
    return {
        "columns": columns,
        "count": len(rows),
        "rows": [[shown(_term(row.get(column))) for column in columns] for row in rows[:MOST_ROWS]],
    }


def _term(binding: dict[str, Any] | None) -> Term | None:
    if binding is None:
        return None
    if binding["type"] == "uri":
        return Iri(binding["value"])
    if binding["type"] == "bnode":
        return Literal(f"_:{binding['value']}")
    return Literal(str(binding["value"]), binding.get("datatype", Literal("").datatype), binding.get("xml:lang", ""))
