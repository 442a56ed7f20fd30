"""One gap, and the sentence that tells it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graph.answer import Iri, Term
from graph.labels import Labels, quoted
from graph.library import LANGUAGES
from graph.question import Question, Words

IN = {"sv": "i", "en": "in"}


@dataclass(frozen=True, eq=False)
class Gap:
    """One gap: what lacks something (``thing``), by the question that finds it.

    ``set_out_in`` are the plans or documents it stands in and ``places`` the places it concerns; both may be empty.
    ``told`` is what else the question says of it, by column.
    """

    question: Question
    thing: str
    set_out_in: tuple[str, ...]
    places: tuple[str, ...]
    told: tuple[tuple[str, Term], ...]
    labels: Labels = field(repr=False)

    @property
    def kind(self) -> str:
        """The name of its question."""
        return self.question.name

    @property
    def severity(self) -> str:
        """One of SEVERITIES: "high", "medium" or "low"."""
        return str(self.question.severity)

    @property
    def remedy(self) -> Words:
        """What to do about it, in Swedish ("sv") and English ("en")."""
        return self.question.remedy

    @cached_property
    def sentence(self) -> Words:
        """The gap in a sentence, in Swedish and English; made when asked for, since a country has many."""
        return {language: f"{self.question.title[language]}: {self.details(language)}" for language in LANGUAGES}

    def details(self, language: str) -> str:
        """The sentence without the question's title: the thing, its plan, its place, and what else is known."""
        return f"{', '.join(self._parts(language))}."

    def _parts(self, language: str) -> Iterator[str]:
        yield self._named(self.thing, language)
        if self.set_out_in:
            yield f"{IN[language]} {' / '.join(self._named(plan, language) for plan in self.set_out_in)}"
        if self.places and self.places != (self.thing,):
            yield " / ".join(self.labels.name(place, language) for place in self.places)
        for column, value in self.told:
            heading = self.labels.column(self.question, column, language)
            shown = self._named(value.text, language) if isinstance(value, Iri) else str(value)
            yield f"{heading[0].lower()}{heading[1:]}: {shown}"

    def _named(self, address: str, language: str) -> str:
        return quoted(self.labels.name(address, language), language)
