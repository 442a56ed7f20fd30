"""Tråden: what a thing serves and what serves it, down to the activities, as a picture and as a tree."""

from typing import Any

from flask import Blueprint, Response, render_template, request

from graph.coverage import Scope, Status
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.question import Words, things
from graph.threads import (
    PLAN_COLUMNS,
    THREAD_COLUMNS,
    More,
    Node,
    Thread,
    UnknownBeginning,
    beginnings,
    plan_rows,
    thread_of,
)
from graph.vocabulary import BASES, RT, shortened
from web import asked, file, kinds
from web.address import link, suffixed
from web.language import alphabetical, words
from web.service import service, store
from web.sparql_link import as_sparql
from web.thread_drawing import Drawing
from web.thread_tree import Tree

page = Blueprint("thread", __name__)
THING, UP, OPEN = "thing", "up", "open"
YES, NO = "1", "0"
PATTERNED = ("uncertain", "ended", "planned", "suggested", "unknown")
SMALL = 60
"""A tree of at most so many things stands open; of a larger one only what is nearest."""


@page.get("/thread")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return thread_file(suffix)
    try:
        return _page(_thread(), None), 200
    except BadParameter as error:
        return _page(None, error), 400
    except UnknownBeginning as error:
        return _page(None, error), 404


@page.get("/thread.<any(" + ",".join(EXPORTS) + "):suffix>")
def thread_file(suffix: str) -> Response:
    """The whole thread as a file: every link of it, and what stands alone; without a thing, the plans to begin from."""
    thread, scope = _thread(), asked.scope()
    if thread is None:
        return file.response(_table("threads-from", PLAN_COLUMNS, plan_rows(beginnings(store(), scope)), scope), suffix)
    return file.response(_table("thread", THREAD_COLUMNS, thread.rows(), scope), suffix)


def _thread() -> Thread | None:
    """The thread asked for; None where no thing is."""
    thing, scope = asked.text(THING), asked.scope()
    _opened()
    return thread_of(store(), thing, scope, _up(thing)) if thing else None


def _up(thing: str) -> bool:
    """Whether what it serves is asked for; a strategy is shown downwards unless it is."""
    given = asked.text(UP)
    if given not in ("", YES, NO):
        raise BadParameter(UP, given, "Välj 1 eller 0.", "Choose 1 or 0.")
    return given == YES if given else not thing.removeprefix(f"{store().base}id/").startswith("strategy/")


def _opened() -> frozenset[int]:
    """The columns that are opened."""
    given = request.args.getlist(OPEN)
    for value in given:
        if not value.isdecimal() or len(value) > 2:
            raise BadParameter(OPEN, value[:40], "Skriv kolumnens nummer.", "Write the number of the column.")
    return frozenset(int(value) for value in given)


def _page(thread: Thread | None, error: BadParameter | UnknownBeginning | None) -> str:
    language = asked.language()
    return render_template(
        "thread.html",
        thread=thread,
        error=error,
        wrong=error.name if isinstance(error, BadParameter) else THING if error else "",
        message=error.message(language) if error else "",
        near=error.near if isinstance(error, UnknownBeginning) else [],
        plans=beginnings(store(), asked.scope()) if thread is None and error is None else (),
        given=_given(thread),
        today=service().today(),
        bases=BASES,
        places=kinds.options(("place",), language)[0][1],
        starts=kinds.beginnings(language),
        files={suffix: suffixed("/thread", suffix) for suffix in file.OFFERED},
        sparql=_sparql(thread),
        Status=Status,
        thread_link=thread_link,
        opened_with=opened_with,
        patterned=PATTERNED,
        base=store().base,
        **(_seen(thread) if thread else {}),
    )


def _seen(thread: Thread) -> dict[str, Any]:
    """The thread as picture and trees."""
    picture = thread.picture(_opened())
    return {
        "picture": picture,
        "drawing": Drawing(picture, name, lambda layer: words(asked.language())(f"thread-layer-{layer}")),
        "down": Tree(picture, order),
        "upwards": Tree(picture, order, up=True) if thread.up else None,
        "anchors": {one.key: f"t{number}" for number, one in enumerate(picture.every)},
        "deep": 99 if len(picture.every) <= SMALL else 2,
        "statuses": sorted({node.status for node in picture.nodes}, reverse=True),
        "name": name,
        "kind_name": lambda kind: service().labels.name(RT + kind, asked.language()),
    }


def name(one: Node | More) -> str:
    """The name of a thing, or how many are gathered."""
    if isinstance(one, More):
        return words(asked.language())("thread-more", count=one.many)
    return service().labels.name(one.key, asked.language())


def order(one: Node | More) -> tuple[object, ...]:
    """Those with most activities first, then by name; what is gathered last."""
    return isinstance(one, More), -one.count, alphabetical(name(one)), one.key


def _sparql(thread: Thread | None) -> str:
    """The thread as SPARQL: what leads to a goal; "" for anything else, of which no question asks."""
    is_goal = thread is not None and thread.address in things(store(), "goal")
    return as_sparql("thread", {"goal": thread.address}) if thread and is_goal else ""


def thread_link(**changed: Any) -> str:
    """This page with some parameters changed, or left out where the value is None."""
    kept = {key: request.args.getlist(key) for key in (THING, asked.PLACE, asked.AS_OF, asked.BASIS, UP, OPEN)}
    return link("thread.page_of", **{key: value for key, value in (kept | changed).items() if value})


def opened_with(column: int) -> list[str]:
    """The columns opened, and this one."""
    return sorted({*request.args.getlist(OPEN), str(column)})


def _given(thread: Thread | None) -> str:
    """What was asked for, as the form writes it."""
    return shortened(thread.address, store().base) if thread else asked.text(THING)


def _table(table: str, columns: dict[str, Words], rows: Any, scope: Scope) -> Table:
    language = asked.language()
    given = {THING: asked.text(THING), **scope.filters}
    about = {"asOf": scope.as_of.isoformat(), "basis": scope.basis, "version": store().version}
    about |= {key: value for key, value in given.items() if value}
    title = words(language)("thread-title")
    return Table(table, title, rows, headings(columns, language), service().labels, language, about)
