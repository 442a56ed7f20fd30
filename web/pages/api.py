"""The saved questions as an API, and the pages that help to use it."""

import json
import re
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request, url_for

from graph.errors import BadParameter
from graph.exports import EXPORTS
from graph.library import question, questions
from graph.question import Parameter, Question
from graph.vocabulary import BASES, MAPPED
from web import asked, failure, file
from web.api import choice, listing, openapi, paging
from web.api.code import examples
from web.api.order import FORMAT, LIMIT, OFFSET, OWN, VERSION, Order, Unacceptable, formats, ordered
from web.kinds import options
from web.language import words
from web.service import service, store

page = Blueprint("api", __name__)
SHOWN = ("Content-Type", "X-Total-Count", "Link", "Content-Location", "ETag")
SHEET = "csv"
"""The format for spreadsheets and scripts."""
SUFFIXED = re.compile(r"(.*)\.<any\(([^)]*)\):\w+>")
MOST = 3000
"""Characters of an answer that the form's page shows."""


@page.get("/api")
def page_of() -> str:
    """How to use it, and what can be asked."""
    return render_template(
        "api.html",
        questions=list(questions().values()),
        reports=_reports(),
        formats=[(suffix, EXPORTS[suffix].media_type) for suffix in formats(store())],
        parameters=OWN,
        refusals=sorted({**openapi.REFUSED, "404": "Unknown"}.items()),
    )


@page.get("/api/questions")
def list_of() -> Response:
    """The questions with their parameters, words and links."""
    told = [listing.told(one) for one in questions().values()]
    return _json({"version": store().version, "count": len(told), "questions": told})


@page.get("/api/questions/<name>")
def answer_of(name: str) -> Response:
    """The answer to a question, in the format asked for."""
    name, suffix = file.split(name)
    try:
        order = ordered(question(name), suffix)
    except Unacceptable:
        listed = ", ".join(EXPORTS[one].media_type for one in formats(store()))
        return failure.answer(406, words(asked.language())("api-406", formats=listed))
    if order.version not in ("", store().version):
        return _other_version(order)
    return _answered(order)


@page.get("/api/openapi.json")
def openapi_of() -> Response:
    """The OpenAPI document."""
    return _json(openapi.document())


@page.get("/api/form/<name>")
def form_of(name: str) -> tuple[str, int]:
    """A question as a form, with the address it makes, what that answers, and how to ask for it."""
    found = question(name)
    awaits = any(choice.is_required(one) and not asked.text(one.name) for one in found.parameters)
    if awaits and not set(request.args) - {asked.LANGUAGE}:
        return _form(found, None, None), 200
    try:
        return _form(found, ordered(found, asked.text(FORMAT) or SHEET), None), 200
    except BadParameter as error:
        return _form(found, None, error), 400


@page.after_request
def open_to_all(response: Response) -> Response:
    """Any site may read the answers, and the headers that lead through them."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    response.headers["Access-Control-Expose-Headers"] = ", ".join((*SHOWN[1:], "Retry-After"))
    return response


def _reports() -> list[tuple[str, str]]:
    """The other pages that are files too, each with its formats: those with a suffix in their rule."""
    matches = (SUFFIXED.fullmatch(str(rule)) for rule in current_app.url_map.iter_rules())
    return sorted((match[1], match[2].replace(",", " ")) for match in matches if match)


def _json(document: dict[str, Any]) -> Response:
    return Response(json.dumps(document, ensure_ascii=False, indent=1) + "\n", content_type="application/json")


def _answered(order: Order) -> Response:
    answer = order.answer()
    response = file.response(order.table(answer), order.suffix)
    response.headers["X-Total-Count"] = str(len(answer))
    response.headers["Content-Location"] = order.address()
    if order.limit is not None:
        response.headers["Link"] = paging.header(len(answer), order.limit, order.offset, order.address)
    return response


def _other_version(order: Order) -> Response:
    versions = {"asked": order.version, "served": store().version}
    return failure.answer(409, words(asked.language())("api-other-version", **versions), parameter=VERSION, **versions)


def _form(found: Question, order: Order | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "api_form.html",
        question=found,
        fields=[_field(found, one) for one in found.parameters],
        formats=[(suffix, suffix.upper(), "") for suffix in formats(store())],
        bases=BASES,
        basis=asked.text(asked.BASIS) or MAPPED,
        numbers=(LIMIT, OFFSET),
        error=error,
        message=error.message(language) if error else "",
        **(_tried(order) if order else {"preview": None}),
    )


def _field(found: Question, one: Parameter) -> dict[str, Any]:
    language = asked.language()
    choices = _choices(one.types, language) if one.is_thing else []
    return {
        "name": one.name,
        "heading": service().labels.column(found, one.name, language),
        "type": one.types[0],
        "choices": choices if len(choices) <= choice.MOST else [],
        "lists": choice.lists(one),
        "required": choice.is_required(one),
    }


def _choices(kinds: tuple[str, ...], language: str) -> list[tuple[str, str, str]]:
    """The things of the kinds as value, name and language of the name; of several kinds, each with its kind."""
    groups = options(kinds, language)
    if len(groups) == 1:
        return [(value.removeprefix(f"{kinds[0]}/"), name, own) for value, name, own in groups[0][1]]
    return [(value, f"{name} ({kind.lower()})", own) for kind, things in groups for value, name, own in things]


def _tried(order: Order) -> dict[str, Any]:
    """The address that a filled-in form makes, what it answers, and how to ask for it."""
    response = _answered(order)
    given = {name: value for name, value in request.args.items() if value.strip() and name != FORMAT}
    sheet = url_for("api.answer_of", name=f"{order.question.name}.{SHEET}", **given, _external=True)
    text = response.get_data(as_text=True) if "charset" in response.content_type else ""
    return {
        "preview": text[:MOST],
        "is_cut": len(text) > MOST,
        "headers": [(one, response.headers[one]) for one in SHOWN if one in response.headers],
        "address": url_for("api.answer_of", name=f"{order.question.name}.{order.suffix}", **given, _external=True),
        "pinned": order.address(),
        "sheet": sheet,
        "examples": examples(sheet),
    }
