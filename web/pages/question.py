"""A question: a form with its parameters, and the answer as a table or a file."""

from typing import Any

from flask import Blueprint, Response, render_template, request

from graph.answer import Answer
from graph.errors import BadParameter
from graph.exports import Table
from graph.library import question
from graph.question import Question
from graph.vocabulary import BASES
from web import asked, file
from web.address import suffixed
from web.kinds import options
from web.language import words
from web.service import service, store
from web.term import shown

page = Blueprint("question", __name__)
NO_PARAMETER = {asked.LANGUAGE, asked.BASIS}


@page.get("/question/<name>")
def page_of(name: str) -> Response | tuple[str, int]:
    """The question with its answer; with the message beside its field where a value does not fit."""
    name, suffix = file.split(name)
    found = question(name)
    wanted = file.wanted(suffix)
    if wanted is not None:
        return file.response(_table(found, _ask(found)), wanted)
    try:
        answer = None if _awaits(found) else _ask(found)
        return _page(found, answer, None), 200
    except BadParameter as error:
        return _page(found, None, error), 400


def _message(error: BadParameter) -> str:
    language = asked.language()
    return error.message(language) if error.value else words(language)("must-be-given")


def _values() -> dict[str, str]:
    given = {name: asked.text(name) for name in request.args if name not in NO_PARAMETER}
    return {name: value for name, value in given.items() if value}


def _ask(found: Question) -> Answer:
    return found.ask(store(), _values(), service().today(), asked.basis())


def _awaits(found: Question) -> bool:
    """Whether the form has not been filled in yet: something is required, and nothing was sent."""
    required = any(not p.optional and p.default is None for p in found.parameters)
    return required and not set(request.args) - {asked.LANGUAGE}


def _table(found: Question, answer: Answer) -> Table:
    language = asked.language()
    labels = service().labels
    about = {**_values(), "basis": asked.basis(), "version": store().version}
    return Table(found.name, found.title[language], answer, _headings(found, answer), labels, language, about)


def _headings(found: Question, answer: Answer) -> tuple[str, ...]:
    return tuple(service().labels.column(found, column, asked.language()) for column in answer.columns)


def _page(found: Question, answer: Answer | None, error: BadParameter | None) -> str:
    return render_template(
        "question.html",
        question=found,
        fields=[_field(found, p.name, error) for p in found.parameters],
        bases=BASES,
        basis=request.args.get(asked.BASIS) or "mapped",
        error=error,
        message=_message(error) if error else "",
        answer=answer,
        **_rows(found, answer),
        files={suffix: suffixed(f"/question/{found.name}", suffix) for suffix in file.OFFERED},
        given=_given(found),
    )


def _rows(found: Question, answer: Answer | None) -> dict[str, Any]:
    """The rows to show. A column that holds a parameter's one value is said once, above the table."""
    if answer is None:
        return {"headings": [], "rows": [], "said": []}
    headings = _headings(found, answer)
    parameters = {p.name for p in found.parameters}
    once = {
        n for n, column in enumerate(answer.columns) if column in parameters and len({r[n] for r in answer.rows}) == 1
    }
    kept = [n for n in range(len(answer.columns)) if n not in once]
    return {
        "headings": [headings[n] for n in kept],
        "rows": [[shown(row[n]) for n in kept] for row in answer.rows],
        "said": [(headings[n], shown(answer.rows[0][n])) for n in sorted(once)],
    }


def _field(found: Question, name: str, error: BadParameter | None) -> dict[str, Any]:
    parameter = next(p for p in found.parameters if p.name == name)
    today = service().today().isoformat() if parameter.default == "today" else parameter.default or ""
    return {
        "name": name,
        "heading": service().labels.column(found, name, asked.language()),
        "type": parameter.types[0],
        "is_thing": parameter.is_thing,
        "required": not parameter.optional and parameter.default is None,
        "optional": parameter.optional,
        "value": request.args.get(name, today)[: asked.LONGEST],
        "groups": options(parameter.types, asked.language()) if parameter.is_thing else [],
        "is_wrong": error is not None and error.name == name,
    }


def _given(found: Question) -> list[tuple[str, str]]:
    """The parameters that have a value, for the reader of the SPARQL text."""
    fields = (_field(found, p.name, None) for p in found.parameters)
    return [(field["name"], field["value"]) for field in fields if field["value"]]
