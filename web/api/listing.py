"""The saved questions told as JSON: what each asks, what it can be given, and where it is."""

from typing import Any

from flask import url_for

from graph.question import Parameter, Question
from web.api import choice
from web.language import LANGUAGES
from web.service import service


def told(question: Question) -> dict[str, Any]:
    """One question, with its words in both languages."""
    return {
        "name": question.name,
        "kind": question.kind,
        "title": question.title,
        "why": question.why,
        "remedy": question.remedy,
        "parameters": [_parameter(question, one) for one in question.parameters],
        "links": {
            "answer": url_for("api.answer_of", name=question.name),
            "csv": url_for("api.answer_of", name=f"{question.name}.csv"),
            "form": url_for("api.form_of", name=question.name),
            "page": url_for("question.page_of", name=question.name),
        },
    }


def _parameter(question: Question, parameter: Parameter) -> dict[str, Any]:
    labels = service().labels
    return {
        "name": parameter.name,
        "title": {language: labels.column(question, parameter.name, language) for language in LANGUAGES},
        "types": parameter.types,
        "required": choice.is_required(parameter),
        "default": parameter.default,
        "choices": choice.lists(parameter) if parameter.is_thing else [],
    }
