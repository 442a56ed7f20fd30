"""Luckor: every kind of gap in the whole graph, a place or a strategy, and where the threads break."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template

from graph.answer import Answer
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import BrokenThread, Gap, GapReport, GapScope, broken_threads, gaps, scope_of
from graph.gaps.columns import GAP_COLUMNS, THREAD_COLUMNS, gap_rows, thread_rows
from graph.library import question, questions
from graph.question import Question, Words
from graph.vocabulary import BASES
from web import asked, file
from web.address import suffixed
from web.kinds import options, strategies
from web.language import words
from web.service import service, store

page = Blueprint("gaps", __name__)
STRATEGY, KIND = "strategy", "kind"
FIRST, MOST = 5, 500
"""Gaps of a kind shown beside the others, and shown at most when the kind is chosen; the files have all."""


@dataclass(frozen=True)
class Group:
    """The gaps of one kind: all of them, and those shown."""

    question: Question
    found: tuple[Gap, ...]
    shown: tuple[Gap, ...]


@page.get("/gaps")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return gaps_file(suffix)
    try:
        return _page(gaps(store(), _scope()), None), 200
    except BadParameter as error:
        return _page(None, error), 400


@page.get("/gaps.<any(" + ",".join(EXPORTS) + "):suffix>")
def gaps_file(suffix: str) -> Response:
    """The gaps as a file: all, or those of the kind chosen."""
    scope, language = _scope(), asked.language()
    report = gaps(store(), scope)
    chosen = [gap for gap in report.gaps if _kind() in ("", gap.kind)]
    return file.response(_table("gaps", GAP_COLUMNS, gap_rows(chosen, language), scope), suffix)


@page.get("/threads.<any(" + ",".join(EXPORTS) + "):suffix>")
def threads_file(suffix: str) -> Response:
    """The broken threads as a file."""
    scope, language = _scope(), asked.language()
    rows = thread_rows(broken_threads(store(), scope), language)
    return file.response(_table("threads", THREAD_COLUMNS, rows, scope), suffix)


def _scope() -> GapScope:
    given = asked.scope()
    place = given.place or ""
    return scope_of(store(), given.as_of, "", given.basis, place, asked.text(STRATEGY))


def _kind() -> str:
    """The kind chosen; raises UnknownQuestion where there is none of the name."""
    given = asked.text(KIND)
    return question(given).name if given else ""


def _page(report: GapReport | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "gaps.html",
        report=report,
        groups=_groups(report) if report else [],
        threads=_threads(report) if report else [],
        titles={name: one.title[language] for name, one in questions().items()},
        kind=_kind() if report else "",
        first=FIRST,
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        places=options(("place",), language)[0][1],
        strategies=strategies(language),
        files={suffix: suffixed("/gaps", suffix) for suffix in file.OFFERED},
        thread_files={suffix: suffixed("/threads", suffix) for suffix in file.OFFERED},
    )


def _groups(report: GapReport) -> list[Group]:
    found: dict[str, list[Gap]] = {}
    for gap in report.gaps:
        found.setdefault(gap.kind, []).append(gap)
    chosen = _kind()
    most = MOST if chosen else FIRST
    return [
        Group(question(kind), tuple(listed), tuple(listed[:most]))
        for kind, listed in found.items()
        if chosen in ("", kind)
    ]


def _threads(report: GapReport) -> list[tuple[Words, list[BrokenThread]]]:
    """The broken threads by the level at which they stop."""
    levels: dict[str, tuple[Words, list[BrokenThread]]] = {}
    for thread in () if _kind() else broken_threads(store(), report.scope):
        levels.setdefault(thread.level["en"], (thread.level, []))[1].append(thread)
    return list(levels.values())


def _table(name: str, columns: dict[str, Words], rows: Answer, scope: GapScope) -> Table:
    language = asked.language()
    about = {**scope.about, "version": store().version}
    title = words(language)(f"{name}-title")
    return Table(name, title, rows, headings(columns, language), service().labels, language, about)
