"""Sök: one box over everything, the hits by kind, each with the text that shows why it was found."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.search import OTHERS, Found, Hit, Piece, marked, missing, search
from graph.search.columns import COLUMNS, about, rows
from graph.vocabulary import class_of
from web import asked, file
from web.address import address_of, link, suffixed
from web.language import alphabetical, words
from web.service import service, store

page = Blueprint("search", __name__)
TEXT, KIND = "q", "kind"
LONGEST = 200
MOST, MOST_IN_FILE, FIRST = 50, 1000, 7
"""Hits on the page and in a file at most, and the kinds that stand beside each other at once."""


@dataclass(frozen=True)
class Shown:
    """A hit as the page writes it: its name with what was asked for marked, and what to show below it."""

    hit: Hit
    name: tuple[Piece, ...]
    language: str | None
    url: str | None
    kind: str
    has_excerpt: bool
    """Whether the text that was found has something that was asked for and the name shown has not."""


@dataclass(frozen=True)
class Kind:
    """A kind to narrow to: its name, how many hits it has, and the page with only them."""

    kind: str
    name: str
    count: int
    url: str


@page.get("/search")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return search_file(suffix)
    try:
        return _page(_found(MOST), None), 200
    except BadParameter as error:
        return _page(None, error), 400


@page.get("/search.<any(" + ",".join(EXPORTS) + "):suffix>")
def search_file(suffix: str) -> Response:
    """The hits as a file."""
    found = _found(MOST_IN_FILE)
    language = asked.language()
    title, told = words(language)("search-title"), {**about(found), "version": store().version}
    table = Table("search", title, rows(found), headings(COLUMNS, language), service().labels, language, told)
    return file.response(table, suffix)


def _found(most: int) -> Found:
    text = request.args.get(TEXT, "").strip()
    if len(text) > LONGEST:
        told = (f"Högst {LONGEST} tecken; början räcker.", f"At most {LONGEST} characters; the beginning is enough.")
        raise BadParameter(TEXT, f"{text[:40]}…", *told)
    return search(store(), text, [kind for kind in request.args.getlist(KIND) if kind], most)


def _page(found: Found | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "search.html",
        found=found,
        text=request.args.get(TEXT, "").strip()[:LONGEST],
        hits=[_shown(hit, found) for hit in found.hits] if found else [],
        kinds=_kinds(found, language) if found else [],
        first=FIRST,
        error=error,
        message=error.message(language) if error else "",
        in_file=MOST_IN_FILE,
        files={suffix: suffixed("/search", suffix) for suffix in file.OFFERED},
    )


def _shown(hit: Hit, found: Found) -> Shown:
    language, labels, units = asked.language(), service().labels, found.asked.units
    name, own = labels.name(hit.thing, language), labels.language_of(hit.thing, language)
    return Shown(
        hit=hit,
        name=marked(name, found.asked),
        language=own if own not in ("", language) else None,
        url=address_of(hit.thing),
        kind=name_of(hit.kind, language),
        has_excerpt=bool(missing(units, name) - missing(units, hit.text.text)),
    )


def _kinds(found: Found, language: str) -> list[Kind]:
    """The kinds asked for, then those that have hits, the one with the most first."""
    counts = {**dict.fromkeys(found.kinds, 0), **found.counts}
    text = found.asked.text
    kinds = [
        Kind(kind, name_of(kind, language), count, link("search.page_of", q=text, kind=kind))
        for kind, count in counts.items()
    ]
    return sorted(kinds, key=lambda one: (one.kind not in found.kinds, -one.count, alphabetical(one.name)))


def name_of(kind: str, language: str) -> str:
    """The name of a kind in a language."""
    return OTHERS[kind][language] if kind in OTHERS else service().labels.name(class_of(kind), language)
