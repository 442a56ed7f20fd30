"""An answer as a file: one format, one module, named by its suffix.

Each module has ``MEDIA_TYPE`` and ``write(table)``, which gives text or, for a binary format, bytes. Adding a file adds
the format everywhere.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.answer import Answer, Term, Triple
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
