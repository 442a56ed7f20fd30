"""A question: a form with its parameters, and the answer as a table, a matrix or a file."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from graph.answer import Answer
from graph.errors import BadParameter
from graph.exports import Table
from graph.library import question
from graph.question import TODAY, Parameter, Question
from graph.vocabulary import BASES
from web import asked, file
from web.address import link
from web.choices import choices
from web.crosstab import Crosstab
from web.language import words
from web.matrix import MOST_CELLS
from web.protocol.answering import select
from web.service import service, store
from web.sparql_link import sparql_text
from web.term import shown

page = Blueprint("question", __name__)
VIEW, TABLE, MATRIX = "view", "table", "matrix"
NO_PARAMETER = {asked.LANGUAGE, asked.BASIS, VIEW}
MOST_ROWS = 1000
"""Rows a page shows; the files have all."""


@page.get("/question/<name>")
def page_of(name: str) -> Response | tuple[str, int]:
    """The question with its answer; with the message beside its field where a value does not fit."""
    name, suffix = file.split(name)
    found = question(name)
    wanted = file.wanted(suffix)
    if wanted is not None:
        return file.response(_table(found, _ask(found)), wanted)
    try:
        view = _view(found)
        answer = None if _awaits(found) else _ask(found)
        return _page(found, answer, view, None), 200
    except BadParameter as error:
        return _page(found, None, TABLE, error), 400


def _message(error: BadParameter) -> str:
    language = asked.language()
    return error.message(language) if error.value else words(language)("must-be-given")


def _values() -> dict[str, str]:
    given = {name: asked.text(name) for name in request.args if name not in NO_PARAMETER}
    return {name: value for name, value in given.items() if value}


def _ask(found: Question) -> Answer:
    return found.ask(store(), _values(), service().today(), asked.basis(), select)


def _awaits(found: Question) -> bool:
    """Whether the form has not been filled in yet: something is required, and nothing was sent."""
    required = any(not p.optional and p.default is None for p in found.parameters)
    return required and not set(request.args) - {asked.LANGUAGE}


def _view(found: Question) -> str:
    """How to show the answer; as the question says where the address does not."""
    views = _views(found)
    given = asked.text(VIEW) or (found.view if found.view in views else TABLE)
    if given not in views:
        listed = ", ".join(views)
        raise BadParameter(VIEW, given, f"Välj en av: {listed}.", f"Choose one of: {listed}.")
    return given


def _views(found: Question) -> tuple[str, ...]:
    return (TABLE, MATRIX) if found.matrix else (TABLE,)


def _table(found: Question, answer: Answer) -> Table:
    language = asked.language()
    labels = service().labels
    about = {**_values(), "basis": asked.basis(), "version": store().version}
    return Table(found.name, found.title[language], answer, _headings(found, answer), labels, language, about)


def _headings(found: Question, answer: Answer) -> tuple[str, ...]:
    return tuple(service().labels.column(found, column, asked.language()) for column in answer.columns)


def _page(found: Question, answer: Answer | None, view: str, error: BadParameter | None) -> str:
    path = f"/question/{found.name}"
    text = found.text if answer is None else sparql_text(found.name, _values())
    return render_template(
        "question.html",
        question=found,
        fields=[_field(found, parameter, error) for parameter in found.parameters],
        bases=BASES,
        basis=request.args.get(asked.BASIS) or "mapped",
        error=error,
        message=_message(error) if error else "",
        answer=answer,
        view=view,
        views=[(one, f"{_with(path, {VIEW: one})}#answer-heading") for one in _views(found)],
        **_rows(found, answer, view),
        crosstab=Crosstab(answer, *found.matrix) if answer and found.matrix and view == MATRIX else None,
        corner=service().labels.column(found, found.matrix[0], asked.language()) if found.matrix else "",
        most_rows=MOST_ROWS,
        most_cells=MOST_CELLS,
        files={suffix: _with(f"{path}.{suffix}") for suffix in file.OFFERED},
        csv=request.url_root.rstrip("/") + _with(f"{path}.csv"),
        sparql=link("sparql.page_of", query=text),
        sparql_text=text,
        explore=_explore(found, answer),
        as_of=_as_of(found) if answer is not None else None,
    )


def _with(path: str, more: dict[str, str] | None = None) -> str:
    """An address with what this page was asked, but for the view."""
    values = {name: found for name, found in request.args.items() if name != VIEW} | (more or {})
    return f"{path}?{urlencode(values)}" if values else path


def _explore(found: Question, answer: Answer | None) -> str:
    """The link to the answer as a graph, "" where there is nothing to draw."""
    if not answer:
        return ""
    return link("explore.page_of", question=found.name, basis=asked.text(asked.BASIS) or None, **_values())


def _as_of(found: Question) -> str | None:
    """The date that the answer holds on; None where the question has none."""
    dated = any(parameter.name == asked.AS_OF for parameter in found.parameters)
    return words(asked.language()).date(asked.as_of()) if dated else None


def _rows(found: Question, answer: Answer | None, view: str) -> dict[str, Any]:
    """The rows of the table. A column that holds a parameter's one value is said once, above it."""
    if not answer:
        return {"headings": [], "rows": [], "said": []}
    headings = _headings(found, answer)
    parameters = {p.name for p in found.parameters}
    once = [
        n for n, column in enumerate(answer.columns) if column in parameters and len({r[n] for r in answer.rows}) == 1
    ]
    kept = [n for n in range(len(answer.columns)) if n not in once]
    given = [n for n in once if answer.rows[0][n] is not None]
    rows = [[row[n] for n in kept] for row in answer.rows[:MOST_ROWS]] if view == TABLE else []
    known = {term: shown(term) for term in {term for row in rows for term in row}}
    return {
        "headings": [headings[n] for n in kept],
        "rows": [[known[term] for term in row] for row in rows],
        "said": [(headings[n], shown(answer.rows[0][n])) for n in given],
    }


def _field(found: Question, parameter: Parameter, error: BadParameter | None) -> dict[str, Any]:
    today = service().today().isoformat() if parameter.default == TODAY else parameter.default or ""
    given = request.args.get(parameter.name, today)[: asked.LONGEST]
    offered = choices(parameter, asked.language()) if parameter.is_thing else None
    return {
        "name": parameter.name,
        "heading": service().labels.column(found, parameter.name, asked.language()),
        "type": parameter.types[0],
        "required": not parameter.optional and parameter.default is None,
        "value": offered.chosen(given) if offered else given,
        "choices": offered,
        "is_wrong": error is not None and error.name == parameter.name,
    }
