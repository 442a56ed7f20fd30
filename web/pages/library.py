"""The library: all questions that can be asked, by what a reader is about, and a box that keeps some of them."""

from flask import Blueprint, render_template

from graph.errors import BadParameter
from graph.gaps import SEVERITIES
from graph.library import TASKS, questions
from graph.question import Question
from graph.search.word import folded_words, stem
from web import asked
from web.language import alphabetical

page = Blueprint("library", __name__)
WORDS = "q"


@page.get("/question")
def page_of() -> tuple[str, int]:
    """The questions by task, or those that have all the words asked for."""
    try:
        return _page(asked.text(WORDS), None), 200
    except BadParameter as error:
        return _page("", error), 400


def _page(text: str, error: BadParameter | None) -> str:
    language = asked.language()
    found = by_task(language, folded_words(text))
    return render_template(
        "library.html",
        tasks=found,
        text=text,
        count=sum(map(len, found.values())),
        error=error,
        message=error.message(language) if error else "",
    )


def by_task(language: str, words: list[str] | None = None) -> dict[str, list[Question]]:
    """The questions by what a reader is about; where words are given, those that have them all."""
    kept = [question for question in _ordered(language) if _has(question, words or [], language)]
    found = {task: [question for question in kept if question.task == task] for task in TASKS}
    return {task: listed for task, listed in found.items() if listed}


def _ordered(language: str) -> list[Question]:
    """The questions, the gravest gaps first."""
    grave = (*SEVERITIES, None)
    return sorted(questions().values(), key=lambda one: (grave.index(one.severity), alphabetical(one.title[language])))


def _has(question: Question, words: list[str], language: str) -> bool:
    """Whether each word begins one of the question's, or is another form of it."""
    own = {word for text in (question.title, question.gives, question.why) for word in folded_words(text[language])}
    stems = {stem(word) for word in own}
    return all(stem(word) in stems or any(one.startswith(word) for one in own) for word in words)
