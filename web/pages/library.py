"""The library: all questions that can be asked, by what a reader is about, and a box that keeps some of them."""

from flask import Blueprint, Response, render_template

from graph.answer import Answer, Literal
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import SEVERITIES
from graph.library import TASKS, questions
from graph.question import Question, Words
from graph.search.word import folded_words, stem
from web import asked, file
from web.address import suffixed
from web.language import alphabetical, words
from web.service import service, store

page = Blueprint("library", __name__)
WORDS = "q"
COLUMNS: dict[str, Words] = {
    "name": {"sv": "Namn", "en": "Name"},
    "title": {"sv": "Fråga", "en": "Question"},
    "task": {"sv": "Uppgift", "en": "Task"},
    "gives": {"sv": "Vad den ger", "en": "What it gives"},
}


@page.get("/question")
def page_of() -> Response | tuple[str, int]:
    """The questions by task, or those that have all the words asked for; by Accept as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return library_file(suffix)
    try:
        return _page(asked.text(WORDS), None), 200
    except BadParameter as error:
        return _page("", error), 400


@page.get("/question.<any(" + ",".join(EXPORTS) + "):suffix>")
def library_file(suffix: str) -> Response:
    """The same questions as a file."""
    language = asked.language()
    found = by_task(language, folded_words(asked.text(WORDS)))
    w = words(language)
    rows = tuple(
        tuple(Literal(text) for text in (one.name, one.title[language], w(f"library-task-{task}"), one.gives[language]))
        for task, listed in found.items()
        for one in listed
    )
    about = {"version": store().version, WORDS: asked.text(WORDS)}
    answer, title = Answer(tuple(COLUMNS), rows), w("library-title")
    table = Table("questions", title, answer, headings(COLUMNS, language), service().labels, language, about)
    return file.response(table, suffix)


def _page(text: str, error: BadParameter | None) -> str:
    language = asked.language()
    found = by_task(language, folded_words(text))
    return render_template(
        "library.html",
        tasks=found,
        text=text,
        files={suffix: suffixed("/question", suffix) for suffix in file.OFFERED},
        count=sum(map(len, found.values())),
        error=error,
        message=error.message(language) if error else "",
    )


def by_task(language: str, asked_for: list[str] | None = None) -> dict[str, list[Question]]:
    """The questions by what a reader is about; where words are given, those that have them all."""
    kept = [question for question in _ordered(language) if _has(question, asked_for or [], language)]
    found = {task: [question for question in kept if question.task == task] for task in TASKS}
    return {task: listed for task, listed in found.items() if listed}


def _ordered(language: str) -> list[Question]:
    """The questions, the gravest gaps first."""
    grave = (*SEVERITIES, None)
    return sorted(questions().values(), key=lambda one: (grave.index(one.severity), alphabetical(one.title[language])))


def _has(question: Question, asked_for: list[str], language: str) -> bool:
    """Whether each word begins one of the question's, or is another form of it."""
    own = {word for text in (question.title, question.gives, question.why) for word in folded_words(text[language])}
    stems = {stem(word) for word in own}
    return all(stem(word) in stems or any(one.startswith(word) for one in own) for word in asked_for)
