"""The sources: each document, what was read from it, and where it can be read in more than one way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, render_template

from graph import catalogue
from graph.answer import Answer, Iri, Literal, Term, integer
from graph.catalogue import NamedGraph, Reading
from graph.exports import EXPORTS, Table, headings
from graph.question import Words
from graph.vocabulary import kind_word
from web import asked, file
from web.address import suffixed
from web.language import alphabetical, words
from web.service import service, store
from web.term import Shown, named, shown

page = Blueprint("source", __name__)
UNCOUNTED = {"Document"}
COLUMNS: dict[str, Words] = {
    "document": {"sv": "Dokument", "en": "Document"},
    "sourceDate": {"sv": "Källans datum", "en": "Date of the source"},
    "graph": {"sv": "Graf", "en": "Graph"},
    "statements": {"sv": "Antal påståenden", "en": "Number of statements"},
    "readings": {"sv": "Antal tvetydiga läsningar", "en": "Number of ambiguous readings"},
}


@dataclass(frozen=True)
class Source:
    """A document with what was read from it."""

    name: Shown
    graph: NamedGraph
    days: tuple[Term, ...]
    readings: tuple[Reading, ...]

    @property
    def dates(self) -> list[str]:
        """Its dates as they are written in the page's language."""
        return [shown(day).text for day in self.days]

    @property
    def things(self) -> dict[str, int]:
        """How many things of each kind were read from it."""
        return {kind_word(kind): count for kind, count in self.graph.things.items() if kind not in UNCOUNTED}


@page.get("/source")
def page_of() -> Response | str:
    """All documents in alphabetical order, as a page or by Accept as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return source_file(suffix)
    others = [graph for graph in catalogue.graphs(store()).values() if graph.document is None]
    return render_template(
        "source.html",
        documents=_sources(),
        others=[(named(graph.address), graph) for graph in others],
        files={suffix: suffixed("/source", suffix) for suffix in file.OFFERED},
    )


@page.get("/source.<any(" + ",".join(EXPORTS) + "):suffix>")
def source_file(suffix: str) -> Response:
    """The documents as a file."""
    language = asked.language()
    rows = tuple(tuple(_cells(source)) for source in _sources())
    about = {"version": store().version}
    title = words(language)("source-title")
    answer = Answer(tuple(COLUMNS), rows)
    table = Table("source", title, answer, headings(COLUMNS, language), service().labels, language, about)
    return file.response(table, suffix)


def _sources() -> list[Source]:
    readings, days = catalogue.readings(store()), catalogue.source_dates(store())
    found = [
        Source(named(graph.document), graph, days.get(graph.document, ()), readings.get(graph.document, ()))
        for graph in catalogue.graphs(store()).values()
        if graph.document is not None
    ]
    return sorted(found, key=lambda source: alphabetical(source.name.text))


def _cells(source: Source) -> Iterator[Any]:
    yield Iri(source.name.address)
    yield Literal(", ".join(str(day) for day in source.days))
    yield Iri(source.graph.address)
    yield integer(source.graph.statements)
    yield integer(len(source.readings))
