"""A question is a file: SPARQL under a header of ``#+`` lines in YAML (after grlc).

``questions/<kind>/<name>.rq`` is the question *name*. The header gives title, why and remedy in Swedish and
English, the task it belongs to, what it gives and its method, the parameters, for columns that are no word of the
vocabulary their names and, where two of them span a matrix, which. The body is plain SPARQL 1.1 that projects its
parameters; their values are bound, never written into the text. Its ORDER BY names every column, so that the rows
always come in the same order.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from graph import dates
from graph.answer import Answer, Iri, Literal, Term
from graph.errors import BadParameter, nearest
from graph.store import Select, Store, kept
from graph.vocabulary import DCTERMS, MAPPED, RT, XSD, class_of

TODAY = "today"
PARTS = f"""
PREFIX rt: <{RT}>
PREFIX dcterms: <{DCTERMS}>
SELECT ?part ?whole WHERE {{ ?part a rt:Place ; dcterms:isPartOf ?whole . ?whole a rt:Place }} ORDER BY ?part ?whole"""
Words = dict[str, str]


@dataclass(frozen=True)
class Parameter:
    """One parameter: "date", "text", "integer", or the kinds of thing it may be."""

    name: str
    types: tuple[str, ...]
    optional: bool
    default: str | None
    words: Words

    @property
    def is_thing(self) -> bool:
        return not {"date", "text", "integer"} & set(self.types)


@dataclass(frozen=True)
class Panel:
    """That a question is a panel of the page of each thing of these kinds, bound to ``parameter``; by ``order``."""

    parameter: str
    kinds: tuple[str, ...]
    order: int
    title: Words


@dataclass(frozen=True)
class Question:
    """A saved query with its words.

    ``columns`` names the columns that are no word of the vocabulary. ``task`` is what a reader is about, ``gives`` what
    is in a row, ``method`` how the answer is reached ({} where the file does not say). ``matrix`` are the two columns
    that can be its rows and columns, ``view`` which of "table" and "matrix" is shown first.
    """

    name: str
    kind: str
    title: Words
    why: Words
    remedy: Words
    text: str
    parameters: tuple[Parameter, ...]
    columns: dict[str, Words]
    severity: str | None
    view: str
    task: str
    gives: Words
    method: Words
    matrix: tuple[str, str] | None
    panel: Panel | None = None

    def ask(
        self,
        store: Store,
        values: Mapping[str, str],
        today: date,
        basis: str = MAPPED,
        select: Select | None = None,
    ) -> Answer:
        """The answer with these values for the parameters, as text from a form or a command line.

        ``select`` asks for the rows where the store itself is not to. Raises BadParameter where a value is missing,
        unknown or malformed.
        """
        return (select or store.select)(self.text, self.bound(store, values, today), basis)

    def bound(self, store: Store, values: Mapping[str, str], today: date) -> dict[str, Term]:
        """The values as terms; an optional parameter without a value is left unbound."""
        for name in values:
            if name not in {p.name for p in self.parameters}:
                known = ", ".join(p.name for p in self.parameters) or "–"
                raise BadParameter(name, values[name], f"Frågan har bara: {known}.", f"The question has only: {known}.")
        bound: dict[str, Term] = {}
        for parameter in self.parameters:
            given = values.get(parameter.name, "").strip() or _default(parameter, today)
            if given is not None:
                bound[parameter.name] = term(parameter, given, store)
            elif not parameter.optional:
                raise BadParameter(parameter.name, "", "Den måste anges.", "It is required.")
        return bound


def term(parameter: Parameter, given: str, store: Store) -> Term:
    """The term a given text means for a parameter.

    A thing is given as slug, ``kind/slug``, SCB code or full address.
    """
    if parameter.is_thing:
        return _thing(parameter, given, store)
    reader = READERS[parameter.types[0]]
    literal = reader(given)
    if literal is None:
        raise BadParameter(parameter.name, given, *EXPECTED[parameter.types[0]])
    return literal


def _date(given: str) -> Literal | None:
    return Literal(given, XSD + "date") if dates.precision(given) == "date" else None


def _integer(given: str) -> Literal | None:
    return Literal(given, XSD + "integer") if re.fullmatch(r"[+-]?\d{1,18}", given) else None


READERS: dict[str, Callable[[str], Literal | None]] = {"date": _date, "integer": _integer, "text": Literal}
EXPECTED = {
    "date": ("Skriv ett datum som 2026-11-22.", "Write a date like 2026-11-22."),
    "integer": ("Skriv ett heltal.", "Write a whole number."),
}


def day(name: str, given: str | None, default: date) -> date:
    """The day that a text from an option or an address means, the default where none is given.

    Raises BadParameter, which names the parameter.

    >>> day("asOf", "2019-06-01", date(2026, 11, 22)), day("asOf", "", date(2026, 11, 22))
    (datetime.date(2019, 6, 1), datetime.date(2026, 11, 22))
    """
    written = (given or "").strip()
    if not written:
        return default
    if dates.precision(written) != "date":
        raise BadParameter(name, written, *EXPECTED["date"])
    return date.fromisoformat(written)


def _thing(parameter: Parameter, given: str, store: Store) -> Iri:
    for kind in parameter.types:
        iri = given if given.startswith(("http://", "https://")) else f"{store.base}id/{_qualified(kind, given)}"
        if iri in things(store, kind):
            return Iri(iri)
    known = [_short(iri, store) for kind in parameter.types for iri in things(store, kind)]
    near = ", ".join(nearest(given, known))
    raise BadParameter(
        parameter.name, given, f"Det finns inte i grafen. Närmast: {near}.", f"It is not in the graph. Nearest: {near}."
    )


def _qualified(kind: str, given: str) -> str:
    return given if given.startswith(f"{kind}/") else f"{kind}/{given}"


def _short(iri: str, store: Store) -> str:
    return iri.removeprefix(f"{store.base}id/")


@kept
def things(store: Store, kind: str) -> frozenset[str]:
    """The addresses of all things of a kind ("goal", "target-group", …)."""
    answer = store.select(
        "SELECT DISTINCT ?thing ?cls WHERE { ?thing a ?cls }",
        {"cls": Iri(class_of(kind))},
    )
    return frozenset(str(row["thing"]) for row in answer)


@kept
def wholes(store: Store) -> dict[str, str]:
    """What each place is part of: of several the first by address."""
    answer = store.select(PARTS)
    return {str(row["part"]): str(row["whole"]) for row in reversed(list(answer))}


def _default(parameter: Parameter, today: date) -> str | None:
    return today.isoformat() if parameter.default == TODAY else parameter.default
