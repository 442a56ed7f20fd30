"""Täckning: the matrix of any two dimensions, and the list behind each of its cells."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus, urlencode

from flask import Blueprint, Response, render_template, request

from graph.coverage import DIMENSIONS, Axis, Cell, Matrix, Reason, Scope, Status, coverage, matrix, why
from graph.coverage.scope import FILTERS
from graph.errors import BadParameter, UnknownThing
from graph.exports import EXPORTS, Table
from graph.gaps.scope import within
from graph.vocabulary import BASES, RT
from web import asked, file
from web.address import suffixed
from web.kinds import options
from web.language import words
from web.matrix import ALL, Sheet
from web.service import service, store
from web.sparql_link import as_sparql
from web.term import named

page = Blueprint("coverage", __name__)
ROWS, COLUMNS, OPEN, EMPTY, ROW, COLUMN = "rows", "columns", "open", "empty", "row", "column"
DEFAULT = {ROWS: "goal", COLUMNS: "place"}
PARAMETERS = {
    name: "".join(word.capitalize() if number else word for number, word in enumerate(name.split("_")))
    for name in FILTERS
}
"""The filters of a scope, each with its name in an address: target_group is targetGroup."""
LEVELS = ("international", "national", "regional", "local")
CHOSEN = ("strategy", "place", "target-group", "focus-area")
"""The filters that have a field of their own; every other works in the address."""


@page.get("/coverage")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return coverage_file(suffix)
    try:
        found = _matrix()
        sheet = Sheet(found, frozenset(request.args.getlist(OPEN)), bool(asked.text(EMPTY)), asked.language())
        return _page(sheet, _cell(found), None), 413 if sheet.is_too_large else 200
    except BadParameter as error:
        return _page(None, None, error), 400


@page.get("/coverage.<any(" + ",".join(EXPORTS) + "):suffix>")
def coverage_file(suffix: str) -> Response:
    """All rows and columns with their totals, as a file."""
    found = _matrix()
    language = asked.language()
    w = words(language)
    dimensions = tuple(DIMENSIONS[axis.dimension][language] for axis in (found.row_axis, found.column_axis))
    headings = (*dimensions, w("column-activities"), w("column-status"))
    about = {
        "asOf": found.scope.as_of.isoformat(),
        "basis": found.scope.basis,
        "version": store().version,
        **found.scope.filters,
    }
    title = f"{w('matrix-title')}: {' × '.join(dimensions)}"
    answer = found.answer(totals=True)
    return file.response(Table("coverage", title, answer, headings, service().labels, language, about), suffix)


def _matrix() -> Matrix:
    return matrix(store(), _axis(ROWS), _axis(COLUMNS), _scope())


def _axis(name: str) -> Axis:
    level, under = asked.text(f"{name}Level"), asked.text(f"{name}Under")
    return Axis(asked.text(name) or DEFAULT[name], level or None, under or None)


def _scope() -> Scope:
    given = {name: asked.text(parameter) or None for name, parameter in PARAMETERS.items()}
    return Scope(asked.as_of(), asked.basis(), **given)


def _cell(found: Matrix) -> Cell | None:
    """The cell asked for, or a total; None where none is."""
    row, column = asked.text(ROW), asked.text(COLUMN)
    if not row and not column:
        return None
    try:
        if row and column:
            return found.cell(row, column)
        return found.row_total(row) if row else found.column_total(column)
    except UnknownThing as error:
        missing = (ROW, row) if row and row not in found.rows else (COLUMN, column)
        raise BadParameter(*missing, error.message("sv"), error.message("en")) from error


def _page(sheet: Sheet | None, cell: Cell | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "coverage.html",
        sheet=sheet,
        cell=cell,
        behind=_behind(cell) if cell else [],
        reason=_reason(cell) if cell else None,
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        dimensions={name: text[language] for name, text in DIMENSIONS.items()},
        default=DEFAULT,
        levels={axis: _levels(asked.text(axis) or DEFAULT[axis]) for axis in (ROWS, COLUMNS)},
        filters=_filters(sheet.matrix.scope if sheet else Scope(service().today())),
        is_filtered=any(asked.text(_parameter(name)) for name in CHOSEN),
        files={suffix: suffixed("/coverage", suffix) for suffix in file.OFFERED},
        sparql=_sparql(sheet.matrix) if sheet else "",
        with_args=with_args,
        cells=CellLinks(),
        toggled=toggled,
        all=ALL,
        Status=Status,
    )


def _sparql(found: Matrix) -> str:
    """The matrix as SPARQL: goals by the places of a county, or the goals' totals; "" where no question says so."""
    dimensions, filters = {found.row_axis.dimension, found.column_axis.dimension}, found.scope.filters
    if "goal" not in dimensions or not (filters.keys() <= {"place"} or filters.keys() == {"strategy"}):
        return ""
    if "strategy" in filters:
        return as_sparql("goals-within", {"thing": filters["strategy"], "asOf": found.scope.as_of.isoformat()})
    place, day = filters.get("place", ""), {"asOf": found.scope.as_of.isoformat()}
    if dimensions == {"goal", "place"} and place in within(store()):
        return as_sparql("matrix-goal-place", {"county": place} | day)
    return as_sparql("goal-coverage-in-place", {"place": place} | day) if place else as_sparql("goal-coverage", day)


Choices = list[tuple[str, str, str]]


def _levels(dimension: str) -> Choices:
    """The levels of a dimension that a side of the matrix can be narrowed to, national first; none for most."""
    index = coverage(store())
    if dimension == "place":
        return [(kind, named(f"{RT}place-kind-{kind}").text, "") for kind in index.reading.place_kinds()]
    levels = LEVELS if dimension in ("goal", "strategy") else ()
    return [(f"{RT}level-{level}", named(f"{RT}level-{level}").text, "") for level in levels]


def _filters(scope: Scope) -> list[tuple[str, str, str, Choices]]:
    """The filters with a field: dimension, parameter, heading and choices, each with its number of activities."""
    return [(name, _parameter(name), *_counted(name, scope)) for name in CHOSEN]


def _counted(name: str, scope: Scope) -> tuple[str, Choices]:
    language, base = asked.language(), f"{store().base}id/"
    heading, choices = options((name,), language)[0]
    without: dict[str, Any] = {name.replace("-", "_"): None}
    found = matrix(store(), Axis(name), Axis("goal"), replace(scope, **without))
    rows = set(found.rows)
    return heading, [
        (value, f"{text} ({found.row_total(base + value).count if base + value in rows else 0})", own)
        for value, text, own in choices
    ]


def _behind(cell: Cell) -> list[tuple[str, Status]]:
    """The activities of a cell, each with its own status."""
    scope, index = cell.matrix.scope, cell.matrix.index
    return [(activity, index.status(activity, scope.as_of, scope.sure)) for activity in cell.activities]


def _reason(cell: Cell) -> Reason | None:
    """Why a cell of a goal stands as it does; None for one of other dimensions, or of a year."""
    of = {cell.matrix.row_axis.dimension: cell.row, cell.matrix.column_axis.dimension: cell.column}
    goal, filters = of.pop("goal", None), {name: member for name, member in of.items() if member}
    if not goal or not filters.keys() <= {name.replace("_", "-") for name in FILTERS}:
        return None
    narrowed: dict[str, Any] = {name.replace("-", "_"): member for name, member in filters.items()}
    reason = why(store(), goal, replace(cell.matrix.scope, **narrowed))
    return reason if reason.status == cell.status else None


def _parameter(dimension: str) -> str:
    return PARAMETERS[dimension.replace("-", "_")]


def with_args(**changed: str | None) -> str:
    """This page with some parameters changed, or left out where the value is None."""
    values = {name: found for name, found in request.args.to_dict(flat=False).items() if name not in changed}
    values |= {name: [value] for name, value in changed.items() if value is not None}
    return f"/coverage?{urlencode(values, doseq=True)}" if values else "/coverage"


class CellLinks:
    """The addresses of the lists behind the cells: what they have in common is made once, since there may be many."""

    def __init__(self) -> None:
        address = with_args(row=None, column=None)
        self._common = f"{address}{'&' if '?' in address else '?'}"
        self._quoted: dict[str, str] = {}

    def link(self, row: str, column: str) -> str:
        """This page with the list of a cell."""
        return f"{self._common}{ROW}={self._quote(row)}&{COLUMN}={self._quote(column)}#cell"

    def _quote(self, member: str) -> str:
        if member not in self._quoted:
            self._quoted[member] = quote_plus(member)
        return self._quoted[member]


def toggled(member: str) -> str:
    """This page with a row opened, or closed where it was open."""
    opened = request.args.getlist(OPEN)
    after = [one for one in opened if one != member] if member in opened else [*opened, member]
    values = request.args.to_dict(flat=False) | {OPEN: after}
    return f"/coverage?{urlencode({name: found for name, found in values.items() if found}, doseq=True)}"
