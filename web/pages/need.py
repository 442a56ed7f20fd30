"""Behov: what is measured in a place or the country, beside what is done about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from flask import Blueprint, Response, render_template

from graph.coverage import Status
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.need import NEED_COLUMNS, Indicator, Need, NeedReport, Observation, Unknown, need, need_rows
from graph.need.words import BETTER, is_against, trend_of
from graph.vocabulary import BASES
from web import asked, file
from web.address import suffixed
from web.kinds import options, strategies
from web.language import words
from web.service import service, store
from web.sparql_link import as_sparql

page = Blueprint("need", __name__)
INDICATOR, TARGET_GROUP, STRATEGY, YEAR = "indicator", "targetGroup", "strategy", "year"
FIRST, MOST = 60, 500
"""Rows of a part shown, and shown where an indicator is chosen; the files have all."""
PERCENT = ("procent", "percent", "%")
APART = (Status.UNKNOWN, Status.NOT_RELEVANT)
PARTS: dict[str, Callable[[Need], bool]] = {
    "unserved": lambda row: row.status is Status.NONE,
    "idle": lambda row: row.status is None and row.there.status is Status.NONE,
    "served": lambda row: _status(row) not in (*APART, Status.NONE),
    "apart": lambda row: _status(row) in APART,
}
"""The parts of the page, the most urgent first; each row stands in one."""


@dataclass(frozen=True)
class Part:
    """What is measured and has the same kind of coverage: by indicator, how many there are, and those shown."""

    name: str
    count: int
    groups: tuple[tuple[Indicator, tuple[Need, ...]], ...]
    shown: int


@page.get("/need")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return need_file(suffix)
    try:
        return _page(_report(), None), 200
    except BadParameter as error:
        return _page(None, error), 400


@page.get("/need.<any(" + ",".join(EXPORTS) + "):suffix>")
def need_file(suffix: str) -> Response:
    """The rows as a file: what is observed, and what is unknown."""
    report, language, labels = _report(), asked.language(), service().labels
    rows, about = need_rows(report, labels, language), {**report.about, "version": store().version}
    title, named = words(language)("need-title"), headings(NEED_COLUMNS, language)
    return file.response(Table("need", title, rows, named, labels, language, about), suffix)


def _report() -> NeedReport:
    group, strategy = asked.member(TARGET_GROUP, "target-group"), asked.member(STRATEGY, "strategy")
    scope = replace(asked.scope(), target_group=group, strategy=strategy)
    return need(store(), scope, asked.text(INDICATOR) or None, asked.text(YEAR) or None)


def _sparql(place: str | None) -> str:
    """What is observed in a place; "" for the country, of which no question asks."""
    return as_sparql("statistics-for-place", {"place": place}) if place else ""


def _page(report: NeedReport | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "need.html",
        report=report,
        parts=_parts(report) if report else [],
        unknown={kind: _unknown(report, kind) for kind in ("goal", "place")} if report else {},
        most=MOST,
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        basis=asked.text(asked.BASIS) or BASES[1],
        places=options(("place",), language)[0][1],
        groups=options(("target-group",), language)[0][1],
        indicators=options(("indicator",), language)[0][1],
        strategies=strategies(language),
        sparql=_sparql(report.scope.place) if report else "",
        files={suffix: suffixed("/need", suffix) for suffix in file.OFFERED},
        better=lambda indicator: BETTER[indicator.direction][language] if indicator.direction in BETTER else "",
        is_against=is_against,
        trend_of=_trend,
        percent=percent,
        places_of=places_of,
    )


def _parts(report: NeedReport) -> list[Part]:
    """The parts that have any row, each in the order of the report."""
    most = MOST if report.indicator else FIRST
    found = []
    for name, belongs in PARTS.items():
        rows = [row for row in report.rows if belongs(row)]
        shown = rows[:most]
        groups = tuple((indicator, tuple(group)) for indicator, group in groupby(shown, key=lambda row: row.indicator))
        found += [Part(name, len(rows), groups, len(shown))] if rows else []
    return found


def _status(row: Need) -> Status:
    """The poorest coverage of the goals; that of all that is recorded there where no goal is measured."""
    return row.there.status if row.status is None else row.status


def _unknown(report: NeedReport, kind: str) -> list[tuple[str, list[Unknown]]]:
    """What is unknown, by the reason why."""
    reasons: dict[str, list[Unknown]] = {}
    for one in report.unknown:
        if one.kind == kind:
            reasons.setdefault(one.reason[asked.language()], []).append(one)
    return list(reasons.items())


def _trend(one: Observation, indicator: Indicator) -> str:
    return trend_of(one, indicator, service().labels, asked.language())


def percent(row: Need) -> float | None:
    """The length of the bar of a value that is a share; None for any other."""
    value = row.value.value
    if value is None or row.value.unit not in PERCENT or not 0 <= value <= 100:
        return None
    return float(value)


def places_of(row: Need) -> str | None:
    """The code of the one place of a row, as pages take it; None where there is none or several."""
    places = row.value.places
    return places[0].rpartition("/")[2] if len(places) == 1 else None
