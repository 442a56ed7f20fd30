"""Excerpts: the part of a text that was found, in pieces, each marked or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.search.asked import Asked, Unit
from graph.search.word import Word, composed, words

MOST, BEFORE = 220, 60
"""Characters of an excerpt, and how many of them stand before what was found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; marked where it is what was asked for."""

    text: str
    is_marked: bool


def marked(text: str, asked: Asked) -> tuple[Piece, ...]:
    """The whole text, what was asked for marked.

    >>> from graph.search.asked import asked
    >>> [piece.text for piece in marked("Psykisk hälsa för alla", asked("halsan")) if piece.is_marked]
    ['hälsa']
    """
    whole = composed(text)
    return _pieces(whole, _spans(whole, asked.units), 0, len(whole))


def excerpt(text: str, asked: Asked) -> tuple[Piece, ...]:
    """The part of the text around what was asked for, marked; an ellipsis where the text goes on."""
    whole = composed(text)
    spans = _spans(whole, asked.units)
    if len(whole) <= MOST:
        return _pieces(whole, spans, 0, len(whole))
    first = spans[0][0] if spans else 0
    begin = _after_space(whole, min(max(first - BEFORE, 0), len(whole) - MOST))
    end = _before_space(whole, min(begin + MOST, len(whole)))
    pieces = _pieces(whole, spans, begin, end)
    before = (Piece("… ", False),) if begin else ()
    after = (Piece(" …", False),) if end < len(whole) else ()
    return (*before, *pieces, *after)


def missing(units: Iterable[Unit], text: str) -> frozenset[Unit]:
    """The units that do not stand in a text.

    >>> from graph.search.asked import asked
    >>> [unit.written for unit in missing(asked("hälsa skola").units, "Hälsan tiger still")]
    ['skola']
    """
    found = list(words(composed(text)))
    return frozenset(unit for unit in units if not any(unit.stands_at(found, place) for place in range(len(found))))


def _spans(text: str, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """From where to where the units stand in a text, in order, none inside another."""
    found: list[Word] = list(words(text))
    spans: list[tuple[int, int]] = []
    for place, word in enumerate(found):
        lengths = [len(unit.words) for unit in units if unit.stands_at(found, place)]
        if lengths:
            end = found[place + max(lengths) - 1].end
            if spans and word.start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((word.start, end))
    return spans


def _pieces(text: str, spans: Sequence[tuple[int, int]], begin: int, end: int) -> tuple[Piece, ...]:
    return tuple(piece for piece in _cut(text, spans, begin, end) if piece.text)


def _cut(text: str, spans: Sequence[tuple[int, int]], begin: int, end: int) -> Iterator[Piece]:
    place = begin
    for first, after in spans:
        if begin <= first and after <= end:
            yield Piece(text[place:first], False)
            yield Piece(text[first:after], True)
            place = after
    yield Piece(text[place:end], False)


def _after_space(text: str, place: int) -> int:
    """Where the first word after a place begins, if one does nearby."""
    space = text.find(" ", place, place + BEFORE) if place else -1
    return place if space < 0 else space + 1


def _before_space(text: str, place: int) -> int:
    """Where the last word before a place ends, if one does nearby."""
    space = text.rfind(" ", place - BEFORE, place) if place < len(text) else -1
    return place if space < 0 else space
