"""What a request asks of a question: its parameters, the basis, the language, the rows and the format.

Stricter than a page: what is given twice, or is not known, is an error and never left aside.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from flask import request, url_for

from graph.answer import Answer
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table
from graph.labels import labels
from graph.question import Question
from graph.store import Store, kept
from web import asked
from web.language import LANGUAGES
from web.protocol.answering import select
from web.service import service, store

FORMAT, LIMIT, OFFSET, VERSION = "format", "limit", "offset", "version"
OWN = (asked.BASIS, asked.LANGUAGE, FORMAT, LIMIT, OFFSET, VERSION)
"""The parameters that every question has here; the others are its own."""
DEFAULT = "json"
MOST = 999_999_999
"""The largest limit and offset."""


@kept
def formats(store: Store) -> tuple[str, ...]:
    """The formats that any rows can be written in, the default first; some others are only for links between things."""

    def takes_rows(suffix: str) -> bool:
        try:
            EXPORTS[suffix].write(Table("", "", Answer((), ()), (), labels(store)))
        except BadParameter:
            return False
        return True

    return (DEFAULT, *(suffix for suffix in EXPORTS if suffix != DEFAULT and takes_rows(suffix)))


class Unacceptable(Exception):
    """No format of ours is one that the request accepts."""


@dataclass(frozen=True)
class Order:
    """One request for a question's answer. ``values`` are the question's own parameters, the defaults filled in."""

    question: Question
    values: dict[str, str]
    basis: str
    language: str
    suffix: str
    limit: int | None
    offset: int
    version: str

    def answer(self) -> Answer:
        """All rows, whatever part of them is asked for."""
        return self.question.ask(store(), self.values, service().today(), self.basis, select)

    def table(self, answer: Answer) -> Table:
        """The rows asked for, with how they came about."""
        labels = service().labels
        headings = tuple(labels.column(self.question, column, self.language) for column in answer.columns)
        end = None if self.limit is None else self.offset + self.limit
        about = {**self.values, asked.BASIS: self.basis, VERSION: store().version, "total": str(len(answer))}
        about |= {name: str(value) for name, value in ((LIMIT, self.limit), (OFFSET, self.offset)) if value}
        return Table(
            self.question.name,
            self.question.title[self.language],
            replace(answer, rows=answer.rows[self.offset : end]),
            headings,
            labels,
            self.language,
            about,
            source=urljoin(request.host_url, self.address()),
            whole=answer,
        )

    def address(self, offset: int | None = None) -> str:
        """Where this very answer is found: with its date, its format and the version of the data."""
        own: dict[str, Any] = {
            **self.values,
            asked.BASIS: self.basis,
            asked.LANGUAGE: self.language,
            LIMIT: self.limit,
            OFFSET: (self.offset if offset is None else offset) or None,
            VERSION: store().version,
        }
        return url_for("api.answer_of", name=f"{self.question.name}.{self.suffix}", **own)


def ordered(question: Question, suffix: str | None) -> Order:
    """What the request asks of the question; raises BadParameter or Unacceptable."""
    for name, values in request.args.lists():
        if len(values) > 1:
            raise BadParameter(name, values[0][:40], "Den anges flera gånger.", "It is given more than once.")
        if values[0] != values[0].strip():
            raise BadParameter(name, values[0][:40], "Ta bort blankstegen runt om.", "Leave out the blanks around it.")
    given = {name: asked.text(name) for name in request.args if name not in OWN}
    bound = question.bound(store(), {name: value for name, value in given.items() if value}, service().today())
    return Order(
        question,
        {name: given.get(name) or str(term) for name, term in bound.items()},
        asked.basis(),
        _one_of(asked.LANGUAGE, LANGUAGES) or service().language_default,
        _suffix(suffix),
        _whole(LIMIT, 1),
        _whole(OFFSET, 0) or 0,
        asked.text(VERSION),
    )


def _one_of(name: str, allowed: Iterable[str]) -> str:
    given = asked.text(name)
    if given and given not in allowed:
        raise BadParameter(name, given, *_choices(allowed))
    return given


def _choices(allowed: Iterable[str]) -> tuple[str, str]:
    listed = ", ".join(allowed)
    return f"Välj en av: {listed}.", f"Choose one of: {listed}."


def _suffix(in_path: str | None) -> str:
    """The format: by the address, the parameter, or what the Accept header prefers."""
    known = formats(store())
    by_name = _one_of(FORMAT, known)
    if in_path and in_path not in known:
        raise BadParameter(FORMAT, in_path, *_choices(known))
    if in_path and by_name not in ("", in_path):
        raise BadParameter(FORMAT, by_name, f"Adressen slutar på .{in_path}.", f"The address ends with .{in_path}.")
    if in_path or by_name:
        return in_path or by_name
    if not request.accept_mimetypes:
        return DEFAULT
    by_type = {EXPORTS[name].media_type: name for name in known}
    best = request.accept_mimetypes.best_match(by_type)
    if best is None:
        raise Unacceptable
    return by_type[best]


def _whole(name: str, least: int) -> int | None:
    given = asked.text(name)
    if not given:
        return None
    if not re.fullmatch("[0-9]{1,9}", given) or int(given) < least:
        spans = (f"Skriv ett heltal från {least} till {MOST}.", f"Write a whole number from {least} to {MOST}.")
        raise BadParameter(name, given, *spans)
    return int(given)
