"""Observations as line charts: geometry for an SVG with text, one line for each place and target group.

A line joins two values only where their years follow each other; over years without a value it is broken and a dashed
line leads on. What has no year or no value is not drawn, and counted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from graph.answer import Answer, Term
from web.language import alphabetical

WIDTH, HEIGHT = 390, 215
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 26, 28
EDGES = {
    "width": WIDTH,
    "height": HEIGHT,
    "left": LEFT,
    "right": WIDTH - RIGHT,
    "bottom": HEIGHT - BOTTOM,
}
MOST_LINES, MOST_VALUES, MOST_YEARS = 8, 16, 6
YEAR = re.compile(r"\d{4}")
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Series:
    """The values of one place and group by year, in order; a year may have several where sources differ."""

    places: tuple[str, ...]
    groups: tuple[str, ...]
    points: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True)
class Mark:
    """A value where it is drawn."""

    x: float
    y: float
    year: int
    value: Decimal


@dataclass(frozen=True)
class Line:
    """A series as drawn: its marks, the path between years that follow each other, and that over unknown years."""

    series: Series
    marks: tuple[Mark, ...]
    path: str
    gaps: str


@dataclass(frozen=True)
class Chart:
    """One indicator in one unit. ``undrawn`` observations have no year or no value, ``left_out`` lines no room."""

    indicator: str
    unit: str
    lines: tuple[Line, ...]
    years: tuple[tuple[float, int], ...]
    """The ticks of the years: where, and which."""
    values: tuple[tuple[float, Decimal], ...]
    undrawn: int
    left_out: int

    @property
    def shows_values(self) -> bool:
        """Whether there is room for the value at each mark."""
        return sum(len(line.marks) for line in self.lines) <= MOST_VALUES

    @property
    def has_gaps(self) -> bool:
        return any(line.gaps for line in self.lines)


def charts(answer: Answer) -> list[Chart]:
    """A chart for each indicator and unit of which some place and group has values for two years or more.

    The answer has the columns observation, indicator, place, targetGroup, time, value and unit; an observation for
    several places or groups has a row for each.
    """
    found: dict[str, dict[str, list[dict[str, Term | None]]]] = {}
    for row in answer:
        found.setdefault(str(row["indicator"]), {}).setdefault(str(row["observation"]), []).append(row)
    made = (chart for indicator, rows in found.items() for chart in _charts(indicator, list(rows.values())))
    return [chart for chart in made if chart is not None]


def _charts(indicator: str, observations: Sequence[list[dict[str, Term | None]]]) -> Iterator[Chart | None]:
    dated = [rows for rows in observations if YEAR.fullmatch(str(rows[0]["time"])) and rows[0]["value"]]
    units: dict[str, list[list[dict[str, Term | None]]]] = {}
    for rows in dated:
        units.setdefault(str(rows[0]["unit"] or ""), []).append(rows)
    for unit, same in units.items():
        yield _chart(indicator, unit, same, len(observations) - len(dated))


def _chart(indicator: str, unit: str, dated: Sequence[list[dict[str, Term | None]]], undrawn: int) -> Chart | None:
    series = sorted(_series(dated), key=lambda one: [alphabetical(name) for name in (*one.places, *one.groups)])
    if not any(len({year for year, _ in one.points}) > 1 for one in series):
        return None
    drawn = series[:MOST_LINES]
    years = sorted({year for one in drawn for year, _ in one.points})
    axis = ticks([value for one in drawn for _, value in one.points])
    scale = _Scale(years[0], years[-1], axis[0], axis[-1])
    shown = years if len(years) <= MOST_YEARS else _whole(years[0], years[-1])
    return Chart(
        indicator,
        unit,
        tuple(_line(one, scale) for one in drawn),
        tuple((scale.x(year), year) for year in shown),
        tuple((scale.y(value), value) for value in axis),
        undrawn,
        len(series) - len(drawn),
    )


def _series(observations: Iterable[list[dict[str, Term | None]]]) -> Iterator[Series]:
    lines: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[int, Decimal]]] = {}
    for rows in observations:
        key = _distinct(rows, "place"), _distinct(rows, "targetGroup")
        lines.setdefault(key, []).append((int(str(rows[0]["time"])), Decimal(str(rows[0]["value"]))))
    for (places, groups), points in lines.items():
        yield Series(places, groups, tuple(sorted(points)))


def _distinct(rows: list[dict[str, Term | None]], column: str) -> tuple[str, ...]:
    return tuple(sorted({str(row[column]) for row in rows if row[column] is not None}))


def ticks(values: Sequence[Decimal]) -> list[Decimal]:
    """Even steps from zero, or from below it, to the highest value or beyond.

    >>> [str(tick) for tick in ticks([Decimal(44), Decimal(79)])]
    ['0', '20', '40', '60', '80']
    >>> [str(tick) for tick in ticks([Decimal("0.3"), Decimal("-0.1")])]
    ['-0.1', '0.0', '0.1', '0.2', '0.3']
    """
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    rough = (high - low or Decimal(1)) / 4
    size = Decimal(10) ** rough.adjusted()
    step = next(size * one for one in STEPS if size * one >= rough)
    first = int((low / step).to_integral_value("ROUND_FLOOR"))
    last = int((high / step).to_integral_value("ROUND_CEILING"))
    return [step * number for number in range(first, max(last, first + 1) + 1)]


@dataclass(frozen=True)
class _Scale:
    """Where a year and a value stand."""

    first: int
    last: int
    low: Decimal
    high: Decimal

    def x(self, year: int) -> float:
        return round(LEFT + (year - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal) -> float:
        return round(HEIGHT - BOTTOM - float((value - self.low) / (self.high - self.low)) * (HEIGHT - TOP - BOTTOM), 1)


def _line(series: Series, scale: _Scale) -> Line:
    marks = tuple(Mark(scale.x(year), scale.y(value), year, value) for year, value in series.points)
    path, gaps = "", ""
    # A year with two values is no place to draw a line to: nobody knows which of them it should meet.
    years = [list(same) for _, same in groupby(marks, key=lambda mark: mark.year)]
    for before, after in pairwise(years):
        if len(before) == len(after) == 1:
            step = f"M{before[0].x} {before[0].y}L{after[0].x} {after[0].y}"
            follows = after[0].year == before[0].year + 1
            path, gaps = (path + step, gaps) if follows else (path, gaps + step)
    return Line(series, marks, path, gaps)


def _whole(first: int, last: int) -> list[int]:
    """At most MOST_YEARS years with even steps, the last among them."""
    step = -(-(last - first) // (MOST_YEARS - 1))
    return list(range(last, first - 1, -step))[::-1]
