"""The library: all questions that can be asked, by kind."""

from collections import defaultdict

from flask import Blueprint, render_template

from graph.library import questions
from graph.question import Question

page = Blueprint("library", __name__)


@page.get("/question")
def page_of() -> str:
    """The questions, the gaps first."""
    kinds: dict[str, list[Question]] = defaultdict(list)
    for question in questions().values():
        kinds[question.kind].append(question)
    return render_template("library.html", kinds=kinds)
