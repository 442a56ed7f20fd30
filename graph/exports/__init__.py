"""An answer as a file: one format, one module, named by its suffix.

Each module has ``MEDIA_TYPE`` and ``write(table)``, which gives text or, for a binary format, bytes. Adding a file adds
the format everywhere.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.answer import Answer, Iri, Term, Triple
from graph.labels import Labels


@dataclass(frozen=True)
class Table:
    """An answer with what a reader of the file needs: its name, headings, and how it came about."""

    name: str
    title: str
    answer: Answer
    headings: tuple[str, ...]
    labels: Labels
    language: str = "sv"
    about: dict[str, str] = field(default_factory=dict)
    """Parameters, basis and data version, as text."""
    triples: tuple[Triple, ...] | None = None
    """The same as RDF, where the answer is itself a graph."""
    has_labels: bool = False
    """Whether the RDF formats bring the names of everything they mention; the others always do."""
    source: str = ""
    """The web address that gives this very answer, where it has one."""
    whole: Answer | None = None
    """The answer that this is a part of: all its parts have the same columns."""

    @property
    def named(self) -> tuple[bool, ...]:
        """For each column, whether it holds addresses and so has a column of names beside it."""
        rows = (self.whole or self.answer).rows
        return tuple(any(isinstance(row[i], Iri) for row in rows) for i in range(len(self.answer.columns)))

    def shown(self, term: Term | None) -> str:
        return self.labels.shown(term, self.language)


@dataclass(frozen=True)
class Export:
    """One format: its suffix, its media type and its writer."""

    suffix: str
    media_type: str
    write: Callable[[Table], str | bytes]


def headings(columns: Mapping[str, Mapping[str, str]], language: str) -> tuple[str, ...]:
    """The headings of columns that have their words in Swedish and English.

    >>> headings({"goal": {"sv": "Mål", "en": "Goal"}}, "en")
    ('Goal',)
    """
    return tuple(words[language] for words in columns.values())


def _export(name: str) -> Export:
    module = importlib.import_module(f"{__name__}.{name}")
    return Export(name, module.MEDIA_TYPE, module.write)


EXPORTS = {module.name: _export(module.name) for module in pkgutil.iter_modules(__path__)}
