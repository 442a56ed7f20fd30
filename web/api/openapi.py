"""The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0), made from the question files and the graph."""

from typing import Any

from flask import request, url_for

from graph.exports import EXPORTS
from graph.library import questions
from graph.question import Parameter, Question
from graph.vocabulary import BASES, MAPPED
from web import asked
from web.api import choice
from web.api.order import FORMAT, LIMIT, MOST, OFFSET, OWN, VERSION, formats
from web.failure import PROBLEM
from web.language import LANGUAGES, Words, words
from web.service import service, store

Schema = dict[str, Any]
JSON = EXPORTS["json"].media_type
TEXT: Schema = {"type": "string"}
REFUSED = {
    "400": "BadParameter",
    "406": "Unacceptable",
    "409": "OtherVersion",
    "413": "TooLarge",
    "429": "TooOften",
    "503": "Busy",
    "504": "Timeout",
}
TRY_AGAIN = ("429", "503")
"""The statuses that say when it is worth to try again."""


def document() -> Schema:
    """The whole document, in the language of the request."""
    w = words(asked.language())
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Röda tråden",
            "description": w("api-about"),
            "version": store().version,
            "license": {"name": "CC0-1.0", "identifier": "CC0-1.0"},
        },
        "servers": [{"url": request.script_root + "/"}],
        "externalDocs": {"url": url_for("api.page_of")},
        "paths": {
            url_for("api.list_of"): {"get": _list(w)},
            **{url_for("api.answer_of", name=name): {"get": _question(one, w)} for name, one in questions().items()},
        },
        "components": {
            "parameters": _parameters(w),
            "schemas": {"Answer": ANSWER, "Questions": QUESTIONS, "Problem": _problem(w), **_things()},
            "headers": _headers(w),
            "responses": {name: _refusal(status, name, w) for status, name in REFUSED.items()},
        },
    }


def _list(w: Words) -> Schema:
    content = {JSON: {"schema": _reference("schemas", "Questions")}}
    return {
        "operationId": "questions",
        "summary": w("api-list"),
        "responses": {"200": {"description": w("api-list"), "content": content}},
    }


def _question(question: Question, w: Words) -> Schema:
    own = [_parameter(question, one, w) for one in question.parameters]
    return {
        "operationId": question.name,
        "tags": [question.kind],
        "summary": question.title[w.language],
        "description": f"{question.why[w.language]}\n\n{question.remedy[w.language]}",
        "externalDocs": {"url": url_for("api.form_of", name=question.name)},
        "parameters": own + [_reference("parameters", name) for name in OWN],
        "responses": {
            "200": {
                "description": w("api-answer"),
                "headers": {name: _reference("headers", name) for name in HEADERS},
                "content": {EXPORTS[suffix].media_type: _content(suffix) for suffix in formats(store())},
            },
            **{status: _reference("responses", name) for status, name in REFUSED.items()},
        },
    }


def _content(suffix: str) -> Schema:
    media = EXPORTS[suffix].media_type
    if media == JSON:
        return {"schema": _reference("schemas", "Answer")}
    return {"schema": TEXT} if media.startswith("text/") else {}


def _parameter(question: Question, parameter: Parameter, w: Words) -> Schema:
    required = choice.is_required(parameter)
    described: Schema = {
        "name": parameter.name,
        "in": "query",
        "description": service().labels.column(question, parameter.name, w.language),
        "required": required,
        "schema": _schema(parameter),
    }
    if parameter.is_thing:
        listed = choice.lists(parameter)
        described["description"] += ". " + w("api-choices", lists=", ".join(listed))
    return described if required else described | {"allowEmptyValue": True}


def _schema(parameter: Parameter) -> Schema:
    if not parameter.is_thing:
        return TYPES[parameter.types[0]]
    if len(parameter.types) == 1:
        return _reference("schemas", parameter.types[0])
    return {"anyOf": [_reference("schemas", f"{kind}-address") for kind in parameter.types]}


def _things() -> dict[str, Schema]:
    """The values of each kind of thing: its slug, and its slug behind the kind for where there are several kinds."""
    every = (one for question in questions().values() for one in question.parameters if one.is_thing)
    found: dict[str, Schema] = {}
    for kind in sorted({kind for one in every for kind in one.types}):
        found[kind] = _values(choice.values(kind))
        found[f"{kind}-address"] = _values(choice.values(kind, qualified=True))
    return found


def _values(values: list[str]) -> Schema:
    """All values; where they are many, some of them. The full address of each is understood too."""
    return TEXT | ({"enum": values} if len(values) <= choice.MOST else {"examples": values[: choice.EXAMPLES]})


def _parameters(w: Words) -> dict[str, Schema]:
    schemas: dict[str, Schema] = {
        asked.BASIS: TEXT | {"enum": list(BASES), "default": MAPPED},
        asked.LANGUAGE: TEXT | {"enum": list(LANGUAGES), "default": service().language_default},
        FORMAT: TEXT | {"enum": list(formats(store()))},
        LIMIT: {"type": "integer", "minimum": 1, "maximum": MOST},
        OFFSET: {"type": "integer", "minimum": 0, "maximum": MOST, "default": 0},
        VERSION: TEXT | {"enum": [store().version]},
    }
    return {
        name: {
            "name": name,
            "in": "query",
            "description": w(f"api-parameter-{name}"),
            "allowEmptyValue": True,
            "schema": schemas[name],
        }
        for name in OWN
    }


def _headers(w: Words) -> dict[str, Schema]:
    return {
        name: {"description": w(f"api-header-{name.lower()}"), "schema": schema}
        for name, schema in {**HEADERS, RETRY: {"type": "integer", "minimum": 1}}.items()
    }


def _refusal(status: str, name: str, w: Words) -> Schema:
    content = {PROBLEM: {"schema": _reference("schemas", "Problem")}}
    headers = {"headers": {RETRY: _reference("headers", RETRY)}} if status in TRY_AGAIN else {}
    return {"description": w(f"api-{name.lower()}"), "content": content, **headers}


def _problem(w: Words) -> Schema:
    """A problem (RFC 9457)."""
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": TEXT | {"format": "uri-reference"},
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "parameter": TEXT | {"description": w("api-problem-parameter")},
        },
    }


def _reference(part: str, name: str) -> Schema:
    return {"$ref": f"#/components/{part}/{name}"}


TYPES: dict[str, Schema] = {
    "date": TEXT | {"format": "date", "examples": ["2026-11-22"]},
    "integer": {"type": "integer"},
    "text": TEXT,
}
HEADERS: dict[str, Schema] = {
    "X-Total-Count": {"type": "integer", "minimum": 0},
    "Link": TEXT,
    "Content-Location": TEXT | {"format": "uri-reference"},
}
RETRY = "Retry-After"
VALUE: Schema = {
    "oneOf": [
        {
            "type": "object",
            "required": ["id", "name"],
            "properties": {"id": TEXT | {"format": "iri"}, "name": TEXT},
            "additionalProperties": False,
        },
        {"type": ["string", "number", "boolean", "null"]},
    ]
}
ANSWER: Schema = {
    "type": "object",
    "required": ["name", "title", "basis", "version", "total", "columns", "count", "rows"],
    "properties": {
        "name": TEXT,
        "title": TEXT,
        "basis": TEXT | {"enum": list(BASES)},
        "version": TEXT,
        "total": TEXT | {"pattern": "^[0-9]+$"},
        "columns": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "heading"],
                "properties": {"name": TEXT, "heading": TEXT},
                "additionalProperties": False,
            },
        },
        "count": {"type": "integer", "minimum": 0},
        "rows": {"type": "array", "items": {"type": "object", "additionalProperties": VALUE}},
    },
    "additionalProperties": TEXT,
}
WORDS: Schema = {
    "type": "object",
    "required": list(LANGUAGES),
    "properties": dict.fromkeys(LANGUAGES, TEXT),
    "additionalProperties": False,
}
QUESTIONS: Schema = {
    "type": "object",
    "required": ["version", "count", "questions"],
    "properties": {
        "version": TEXT,
        "count": {"type": "integer", "minimum": 0},
        "questions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "kind", "title", "why", "remedy", "parameters", "links"],
                "properties": {
                    "name": TEXT,
                    "kind": TEXT,
                    "title": WORDS,
                    "why": WORDS,
                    "remedy": WORDS,
                    "parameters": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["name", "title", "types", "required", "default", "choices"],
                            "properties": {
                                "name": TEXT,
                                "title": WORDS,
                                "types": {"type": "array", "items": TEXT},
                                "required": {"type": "boolean"},
                                "default": {"type": ["string", "null"]},
                                "choices": {"type": "array", "items": TEXT | {"format": "uri-reference"}},
                            },
                            "additionalProperties": False,
                        },
                    },
                    "links": {"type": "object", "additionalProperties": TEXT | {"format": "uri-reference"}},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
