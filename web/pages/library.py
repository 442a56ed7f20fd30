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
    kept = [question for question in _ordered(language) if _has(question, folded_words(text), language)]
    by_task = {task: [question for question in kept if question.task == task] for task in TASKS}
    return render_template(
        "library.html",
        tasks={task: found for task, found in by_task.items() if found},
        text=text,
        count=len(kept),
        error=error,
        message=error.message(language) if error else "",
    )


def _ordered(language: str) -> list[Question]:
    """The questions, the gravest gaps first."""
    grave = (*SEVERITIES, None)
    return sorted(questions().values(), key=lambda one: (grave.index(one.severity), alphabetical(one.title[language])))


def _has(question: Question, words: list[str], language: str) -> bool:
    """Whether each word begins one of the question's, or is another form of it."""
    own = {word for text in (question.title, question.gives, question.why) for word in folded_words(text[language])}
    stems = {stem(word) for word in own}
    return all(stem(word) in stems or any(one.startswith(word) for one in own) for word in words)
