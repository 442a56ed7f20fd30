"""The SPARQL 1.1 endpoint and its page; the protocol is in ``web.protocol``.

A script that asks for nothing gets the description of the service: what the page ``web/pages/description.py`` answers.
"""

from typing import Any

from flask import Blueprint, Response, render_template, request

from graph.description import summary
from graph.errors import BadParameter, InvalidChange, QueryRefused, UnknownThing
from graph.library import questions
from graph.store.guard import is_volatile
from graph.store.workers import GRAPHS, RESULTS, Dataset, Query, Served
from graph.store.writing import Update, with_dataset
from graph.vocabulary import PREFIXES, shortened
from web import failure
from web.address import link
from web.asked import language
from web.language import words
from web.matrix import MOST_CELLS
from web.pages import description
from web.pages.library import by_task
from web.protocol import writing
from web.protocol.answering import answer, limits, served
from web.protocol.asked import Asked, asked
from web.protocol.formats import FORMATS, accepted, wants_page
from web.protocol.sharing import open_to_all
from web.result import TABLE, Result, read, things_in
from web.service import service, store

page = Blueprint("sparql", __name__)
page.after_request(open_to_all)
FOR_PAGE = (FORMATS["json"], FORMATS["ttl"])
MOST_ROWS, MOST_CHARACTERS = 1000, 100_000
EXAMPLE = "goals-without-activity"


@page.route("/sparql", methods=["GET", "POST"])
def page_of() -> Response:
    """Answer the query of the request; where there is none, the page or the description of the service."""
    given = Asked()
    try:
        by = writing.known()
        given = asked(limits().seconds)
        if given.update:
            graphs = given.dataset or Dataset()
            update = Update(with_dataset(given.update, graphs.default, graphs.named))
            return writing.written(update, by or writing.author())
        if not given.query.strip():
            return _nothing_asked()
        return _shown(given) if _is_read(given) else _answered(given)
    except InvalidChange as error:
        return writing.refused(error)
    except (QueryRefused, BadParameter) as error:
        return _refused(given, error)


def _is_read(given: Asked) -> bool:
    """Whether somebody reads the answer as a page."""
    return not given.format and wants_page()


def _answered(given: Asked) -> Response:
    query = Query(given.query, accepted(given.format), given.dataset, given.seconds)
    # An answer to POST is kept by nobody.
    return answer(query, is_lasting=request.method != "POST" and not is_volatile(given.query))


def _shown(given: Asked) -> Response:
    found = served(Query(given.query, FOR_PAGE, given.dataset, given.seconds, MOST_ROWS))
    return _page(given, found, None)


def _nothing_asked() -> Response:
    if wants_page():
        return _page(Asked(), None, None)
    if request.method == "GET":
        return description.page_of()
    return failure.answer(400, words(language())("sparql-missing"))


def _refused(given: Asked, error: QueryRefused | BadParameter) -> Response:
    status, message = failure.status_of(error), error.message(language())
    if _is_read(given):
        made = _page(given, None, message)
        made.status_code = status
    else:
        made = failure.problem(status, words(language())(f"error-{status}"), message)
    return failure.retried(made, error)


def _page(given: Asked, found: Served | None, message: str | None) -> Response:
    is_graph = found is not None and found.media_type == FORMATS["ttl"]
    turtle = _turtle(found) if found and is_graph else None
    result = read(found.read(), found.head.kept is not None) if found and not is_graph else None
    return Response(
        render_template(
            "sparql.html",
            query=given.query,
            example=questions()[EXAMPLE].text,
            examples=by_task(language()),
            prefixes=PREFIXES,
            message=message,
            terms=_terms(),
            turtle=turtle,
            result=result if isinstance(result, Result) else None,
            verdict=result if isinstance(result, bool) else None,
            view=_view(result) if isinstance(result, Result) else TABLE,
            seen_as=lambda view: link("sparql.page_of", view=view, _anchor="answer-heading", **given.parameters),
            explore=_explore(turtle["things"] if turtle else _things(result)),
            most_cells=MOST_CELLS,
            limits=limits(),
            files=_files(given, is_graph) if found else {},
        )
    )


def _terms() -> dict[str, list[tuple[str, str]]]:
    """The classes and properties that the graph uses, each with its name: what the editor completes."""
    try:
        told, labels = summary(store()), service().labels
    except UnknownThing:
        # A graph that does not describe itself: the editor then only knows the words of SPARQL.
        return {"classes": [], "properties": []}
    used = {"classes": told.classes, "properties": told.properties}
    return {kind: [(term, labels.name(term, language())) for term, _ in listed] for kind, listed in used.items()}


def _files(given: Asked, is_graph: bool) -> dict[str, str]:
    kinds = GRAPHS if is_graph else RESULTS
    return {
        name: link("sparql.page_of", format=name, **given.parameters)
        for name, media_type in FORMATS.items()
        if media_type in kinds
    }


def _turtle(found: Served) -> dict[str, Any]:
    text = found.read().decode()
    things = things_in(text, store().base)
    return {"text": text[:MOST_CHARACTERS], "is_cut": len(text) > MOST_CHARACTERS, "things": things}


def _view(result: Result) -> str:
    """The view asked for, if the result can be seen so; else the table."""
    asked_for = request.args.get("view", TABLE)
    return asked_for if asked_for in result.views else TABLE


def _things(result: Result | bool | None) -> list[str]:
    return result.things(store().base) if isinstance(result, Result) else []


def _explore(things: list[str]) -> str:
    """The explorer from these things; "" where there are none."""
    return link("explore.page_of", thing=[shortened(one, store().base) for one in things]) if things else ""
