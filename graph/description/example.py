"""The questions as examples that an editor finds in the endpoint itself (the convention of SIB's sparql-examples).

An example runs as it stands. What a question must be given is written into it: for a thing the one of its kind that
most others link to, for a date the latest that the data tells. The reader changes it.
"""

from collections.abc import Iterator, Mapping

from graph.answer import Literal, Term, Triple
from graph.description import address, dataset
from graph.description.statements import about, both, iris
from graph.library import questions
from graph.question import Parameter, Question
from graph.store import Store
from graph.store.valued import valued
from graph.vocabulary import RDFS, RDFS_LABEL, SCHEMA, SH, XSD, class_of


def examples(store: Store) -> Iterator[Triple]:
    """Each question as an executable query, with its words."""
    things = dataset.examples(store)
    days = dataset.modified(store)
    for question in questions().values():
        yield from about(
            address.part(store.base, address.QUESTION, question.name),
            [SH + "SPARQLExecutable", SH + "SPARQLSelectExecutable"],
            {
                RDFS_LABEL: both(question.title),
                RDFS + "comment": both(_comment(question)),
                SH + "select": [Literal(runnable(question, things, days))],
                SH + "prefixes": iris([address.ONTOLOGY]),
                SCHEMA + "target": iris([address.endpoint(store.base)]),
                SCHEMA + "keywords": [Literal(question.task)],
                SCHEMA + "url": [Literal(f"{store.base}question/{question.name}", XSD + "anyURI")],
            },
        )


def runnable(question: Question, things: Mapping[str, Term], days: tuple[Term, ...]) -> str:
    """The question with a value for each parameter that it must have, where there is one."""
    values = {p.name: _value(p, things, days) for p in question.parameters if not p.optional}
    return valued(question.text, {name: value for name, value in values.items() if value is not None})


def _value(parameter: Parameter, things: Mapping[str, Term], days: tuple[Term, ...]) -> Term | None:
    if parameter.is_thing:
        return next((things[class_of(kind)] for kind in parameter.types if class_of(kind) in things), None)
    return next(iter(days), None) if parameter.types == ("date",) else None


def _comment(question: Question) -> dict[str, str]:
    """Many an editor shows only this, so it says what is asked before it says why."""
    ends = {language: "" if title.endswith("?") else "." for language, title in question.title.items()}
    return {language: f"{title}{ends[language]} {question.why[language]}" for language, title in question.title.items()}
