"""A question is a file: SPARQL under a header of ``#+`` lines in YAML (after grlc).

``questions/<kind>/<name>.rq`` is the question *name*. The header gives title, why and remedy in Swedish and
English, the parameters and, for columns that are no word of the vocabulary, their names. The body is plain
SPARQL 1.1 that projects its parameters; their values are bound, never written into the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph import dates
from graph.answer import Answer, Iri, Literal, Term
from graph.errors import BadParameter, BrokenQuestion, UnknownQuestion, nearest
from graph.store import Store
from graph.vocabulary import MAPPED, RT, XSD

FOLDER = Path(__file__).parent / "questions"
TODAY = "today"
LANGUAGES = ("sv", "en")
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
class Question:
    """A saved query with its words. ``columns`` are the projected variables that are no parameter, then those."""

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

    def ask(self, store: Store, values: Mapping[str, str], today: date, basis: str = MAPPED) -> Answer:
        """The answer with these values for the parameters, as text from a form or a command line.

        Raises BadParameter where a value is missing, unknown or malformed.
        """
        return store.select(self.text, self.bound(store, values, today), basis)

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


@cache
def things(store: Store, kind: str) -> frozenset[str]:
    """The addresses of all things of a kind ("goal", "target-group", …)."""
    cls = "".join(word.capitalize() for word in kind.split("-"))
    answer = store.select(
        "SELECT DISTINCT ?thing ?cls WHERE { ?thing a ?cls }",
        {"cls": Iri(RT + cls)},
    )
    return frozenset(str(row["thing"]) for row in answer)


@cache
def questions(folder: Path = FOLDER) -> dict[str, Question]:
    """All questions by name, in the order of their kinds and names."""
    found = [read(path) for path in sorted(folder.glob("*/*.rq"))]
    names = [question.name for question in found]
    for name in names:
        if names.count(name) > 1:
            raise BrokenQuestion(f"Två frågor heter {name}.", f"Two questions are named {name}.")
    return {question.name: question for question in found}


def question(name: str, folder: Path = FOLDER) -> Question:
    """The question of this name; raises UnknownQuestion."""
    known = questions(folder)
    if name not in known:
        raise UnknownQuestion(name, known)
    return known[name]


def read(path: Path) -> Question:
    """Read one question file; raises BrokenQuestion where its header or its projection lacks something."""
    lines = path.read_text("utf-8").splitlines()
    header = "\n".join(line.removeprefix("#+")[1:] for line in lines if line.startswith("#+"))
    text = "\n".join(line for line in lines if not line.startswith("#+")).strip() + "\n"
    try:
        head = yaml.safe_load(header)
    except yaml.YAMLError as error:
        raise BrokenQuestion(
            f"{path.name}: huvudet är inte YAML: {error}", f"{path.name}: the header is not YAML: {error}"
        ) from error
    parameters = tuple(_parameter(path, name, given) for name, given in (head.get("parameters") or {}).items())
    missing = {p.name for p in parameters} - set(_projected(text))
    if missing:
        names = ", ".join(sorted(missing))
        raise BrokenQuestion(
            f"{path.name}: SELECT måste ta med parametrarna {names}.",
            f"{path.name}: SELECT must project the parameters {names}.",
        )
    return Question(
        name=path.stem,
        kind=path.parent.name,
        title=_words(path, head, "title"),
        why=_words(path, head, "why"),
        remedy=_words(path, head, "remedy"),
        text=text,
        parameters=parameters,
        columns={name: dict(words) for name, words in (head.get("columns") or {}).items()},
        severity=head.get("severity"),
        view=head.get("view", "table"),
    )


def _words(path: Path, head: Mapping[str, Any], key: str) -> Words:
    words = head.get(key)
    if not isinstance(words, dict) or not all(words.get(language) for language in LANGUAGES):
        raise BrokenQuestion(
            f"{path.name}: {key} måste finnas på sv och en.", f"{path.name}: {key} must have sv and en."
        )
    return {language: str(words[language]) for language in LANGUAGES}


def _parameter(path: Path, name: str, given: Mapping[str, Any]) -> Parameter:
    types = given.get("type")
    listed: Iterable[str] = types if isinstance(types, list) else [types] if types else []
    if not listed:
        raise BrokenQuestion(
            f"{path.name}: parametern {name} saknar type.", f"{path.name}: parameter {name} lacks type."
        )
    words = {language: str(given[language]) for language in LANGUAGES if language in given}
    default = given.get("default")
    return Parameter(name, tuple(listed), bool(given.get("optional")), None if default is None else str(default), words)


def _default(parameter: Parameter, today: date) -> str | None:
    return today.isoformat() if parameter.default == TODAY else parameter.default


def _projected(text: str) -> list[str]:
    match = re.search(r"SELECT\s+(?:DISTINCT\s+)?(.*?)\s+WHERE", text, re.DOTALL | re.IGNORECASE)
    clause = match[1] if match else ""
    plain = re.sub(r"\((?:[^()]|\([^()]*\))*\bAS\s+(\?\w+)\s*\)", r"\1", clause, flags=re.IGNORECASE)
    return re.findall(r"\?(\w+)", plain)
