"""Luckor: every kind of gap in the whole graph, a place or a strategy, and where the threads break."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template

from graph.answer import Answer
from graph.coverage import Scope, coverage
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import BrokenThread, Gap, GapReport, GapScope, asked_with, broken_threads, gaps, scope_of
from graph.gaps.columns import GAP_COLUMNS, THREAD_COLUMNS, gap_rows, thread_rows
from graph.library import question, questions
from graph.need import Need, need
from graph.need.words import trend_of
from graph.question import Question, Words, things
from graph.vocabulary import BASES
from web import asked, file
from web.address import link, suffixed
from web.kinds import options, strategies
from web.language import words
from web.service import service, store
from web.sparql_link import as_sparql

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
    asked: str
    """The address of its question with the values of the page."""
    sparql: str
    """The same, open in the editor; "" where the question finds more than is told here."""


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
        needs=_needs(report) if report else {},
        learnt={*coverage(store()).goals, *things(store(), "target-group")},
        trend_of=lambda one, row: trend_of(one, row.indicator, service().labels, language),
    )


def _needs(report: GapReport) -> dict[str, list[Need]]:
    """Each goal that an indicator measures, with what is observed in the place asked for or a part of it."""
    scope = report.scope
    asked_for = Scope(scope.as_of, scope.basis, place=scope.place, strategy=scope.strategy)
    found: dict[str, list[Need]] = {}
    for row in need(store(), asked_for).rows:
        for goal in dict.fromkeys(str(covered.goal) for covered in row.goals):
            found.setdefault(goal, []).append(row)
    return found


def _groups(report: GapReport) -> list[Group]:
    found: dict[str, list[Gap]] = {}
    for gap in report.gaps:
        found.setdefault(gap.kind, []).append(gap)
    chosen = _kind()
    most = MOST if chosen else FIRST
    return [_group(question(kind), listed, most, report) for kind, listed in found.items() if chosen in ("", kind)]


def _group(kind: Question, found: list[Gap], most: int, report: GapReport) -> Group:
    values, basis = asked_with(kind, report.scope, store())
    asked_for = link("question.page_of", name=kind.name, basis=basis, **values)
    sparql = "" if kind.name in report.narrowed else as_sparql(kind.name, values, basis)
    return Group(kind, tuple(found), tuple(found[:most]), asked_for, sparql)


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
