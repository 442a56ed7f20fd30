"""What can go wrong, said so that the reader can mend it.

RodaTradenError
├── BrokenData            a file in data/ is not as the schema says; holds every problem found
├── StoreError            the store cannot be opened or written
│   └── NotShown          a change is made, but the store that shows it cannot be opened
├── UnknownThing          no thing has this address or code
├── UnknownQuestion       no question has this name
├── BrokenQuestion        a question file is not as it should be
├── BadParameter          a value given for a parameter does not fit
└── QueryRefused          a query is not run, or was stopped
    ├── QueryNotAllowed   it would write, or reach outside
    ├── QuerySyntax       it is not SPARQL
    ├── UnknownGraph      it wants a graph that is not here
    ├── UnknownFormat     it sends a graph in a format that is not read here
    ├── QueryUnacceptable its answer has none of the formats accepted
    ├── QueryTimeout      it ran longer than allowed
    ├── QueryTooLarge     it, its memory or its answer is larger than allowed
    ├── QueryBusy         there is no place for it now
    ├── QueryTooOften     its sender has asked too much lately
    ├── QueryAbandoned    its sender has gone
    └── InvalidChange     what it would make of the graph breaks the shapes

Every message exists in Swedish and English; ``str(error)`` is the Swedish one.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


class RodaTradenError(Exception):
    """Something the reader of the message can mend.

    >>> error = RodaTradenError("Filen saknas.", "The file is missing.")
    >>> str(error), error.message("en")
    ('Filen saknas.', 'The file is missing.')
    """

    def __init__(self, swedish: str, english: str) -> None:
        super().__init__(swedish, english)
        self.messages = {"sv": swedish, "en": english}

    def __str__(self) -> str:
        return self.messages["sv"]

    def message(self, language: str) -> str:
        """The message in Swedish ("sv") or English ("en")."""
        return self.messages[language]


@dataclass(frozen=True, order=True)
class Problem:
    """One spot in a file of data/ that is wrong, and how to mend it.

    ``row`` counts from 1 with the header as row 1; None where the whole file is meant.
    """

    file: str
    row: int | None
    column: str | None
    swedish: str
    english: str

    def text(self, language: str) -> str:
        """File, row, column and message on one line.

        >>> Problem("goal.csv", 3, "typ", "Typ saknas.", "Type is missing.").text("sv")
        'goal.csv, rad 3, kolumn typ: Typ saknas.'
        """
        words = {"sv": ("rad", "kolumn"), "en": ("row", "column")}[language]
        spot = [self.file]
        if self.row is not None:
            spot.append(f"{words[0]} {self.row}")
        if self.column is not None:
            spot.append(f"{words[1]} {self.column}")
        return f"{', '.join(spot)}: {self.swedish if language == 'sv' else self.english}"


class BrokenData(RodaTradenError):
    """Files in data/ that do not follow the schema. Nothing was loaded."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=lambda p: (p.file, p.row or 0, p.column or ""))
        heads = {
            "sv": f"Data går inte att läsa in: {len(self.problems)} fel. Ingenting har laddats.",
            "en": f"The data cannot be loaded: {len(self.problems)} problems. Nothing was loaded.",
        }
        super().__init__(
            *("\n".join([heads[lang], *(f"  {p.text(lang)}" for p in self.problems)]) for lang in ("sv", "en"))
        )


class StoreError(RodaTradenError):
    """The store cannot be opened, read or written."""


class NotShown(StoreError):
    """A change is made and stands in the journal, but the store that shows it cannot be opened."""


def nearest(value: str, allowed: Iterable[str], most: int = 8) -> list[str]:
    """The allowed values, the most similar first.

    >>> nearest("gaol", ["activity", "goal"])
    ['goal', 'activity']
    """
    values = sorted(allowed)
    close = difflib.get_close_matches(value, values, n=most, cutoff=0.4)
    return (close + [v for v in values if v not in close])[:most]


class UnknownThing(RodaTradenError):
    """No thing in the graph has this address or code."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"Det finns inget i grafen med adressen ”{given}”.", f"Nothing in the graph has the address “{given}”."
        )


class UnknownQuestion(RodaTradenError):
    """No question has this name; the message lists the nearest."""

    def __init__(self, given: str, names: Iterable[str]) -> None:
        near = ", ".join(nearest(given, names))
        super().__init__(
            f"Det finns ingen fråga som heter ”{given}”. Närmast: {near}.",
            f"There is no question named “{given}”. Nearest: {near}.",
        )


class BrokenQuestion(RodaTradenError):
    """A question file lacks something or contradicts itself."""


class BadParameter(RodaTradenError):
    """A value given for a parameter does not fit its type, or is not in the graph."""

    def __init__(self, name: str, value: str, swedish: str, english: str) -> None:
        self.name = name
        self.value = value
        super().__init__(
            f"Parametern {name} kan inte vara ”{value}”. {swedish}", f"Parameter {name} cannot be “{value}”. {english}"
        )


class QueryRefused(RodaTradenError):
    """A query from outside that is not run, or was stopped."""


class QueryNotAllowed(QueryRefused):
    """The query would change the graph or reach outside it."""


class QuerySyntax(QueryRefused):
    """The text is not a SPARQL query."""


class QueryTimeout(QueryRefused):
    """The query ran longer than allowed and was ended."""


class QueryTooLarge(QueryRefused):
    """The query, what it needs or what it answers is larger than allowed."""


class UnknownGraph(QueryRefused):
    """No graph has this address."""


class UnknownFormat(QueryRefused):
    """A graph is sent in a format that is not read here."""


class QueryUnacceptable(QueryRefused):
    """The answer cannot be given in any of the formats accepted."""


class QueryBusy(QueryRefused):
    """There is no place for the query at the moment."""


class QueryTooOften(QueryRefused):
    """The sender has too many queries running, or has used up its time. ``wait`` is in whole seconds."""

    def __init__(self, swedish: str, english: str, wait: int = 1) -> None:
        super().__init__(swedish, english)
        self.wait = wait


class QueryAbandoned(QueryRefused):
    """The sender closed the connection before there was an answer."""

    def __init__(self) -> None:
        super().__init__(
            "Frågan avbröts av den som ställde den.", "The query was abandoned by its sender before it was answered."
        )


class InvalidChange(QueryRefused):
    """The graph would not be valid after the change, of which nothing was made.

    ``problems`` are the first of ``count`` that it would bring.
    """

    def __init__(self, problems: Iterable[Problem], count: int) -> None:
        self.problems = tuple(problems)
        self.count = count
        heads = {
            "sv": f"Ändringen ger {count} fel i grafen. Ingenting har ändrats.",
            "en": f"The change brings {count} problems to the graph. Nothing was changed.",
        }
        super().__init__(
            *("\n".join([heads[lang], *(f"  {p.text(lang)}" for p in self.problems)]) for lang in ("sv", "en"))
        )

    def __reduce__(self) -> tuple[type["InvalidChange"], tuple[tuple[Problem, ...], int]]:
        return type(self), (self.problems, self.count)
