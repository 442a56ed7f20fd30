"""Charts of observations: what is drawn, where, and what is not."""

from decimal import Decimal

import pytest

from graph.answer import Answer, Iri, Literal, Term
from graph.vocabulary import XSD
from web.chart import EDGES, MOST_LINES, Chart, charts, ticks

COLUMNS = ("observation", "indicator", "place", "targetGroup", "time", "value", "unit", "trend")
CALM = Iri("https://example.org/calm")
Row = tuple[Term | None, ...]


def iri(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def row(number: int, time: str | None, value: str | None, group: str | None = "girls", unit: str = "percent") -> Row:
    return (
        iri(f"observation/{number}"),
        CALM,
        iri("town"),
        None if group is None else iri(group),
        None if time is None else Literal(time),
        None if value is None else Literal(value, XSD + "decimal"),
        Literal(unit),
        None,
    )


def drawn(*rows: Row) -> list[Chart]:
    return charts(Answer(COLUMNS, rows))


def test_years_that_follow_each_other_are_joined() -> None:
    [chart] = drawn(row(1, "2021", "40"), row(2, "2022", "60"))
    [line] = chart.lines
    first, last = line.marks
    assert line.path == f"M{first.x} {first.y}L{last.x} {last.y}"
    assert line.gaps == ""
    assert (first.x, last.x) == (EDGES["left"], EDGES["right"])
    assert first.y > last.y


def test_unknown_years_break_the_line_and_are_no_value() -> None:
    [chart] = drawn(row(1, "2010", "79"), row(2, "2011", "78"), row(3, "2023", "50"))
    [line] = chart.lines
    assert [(mark.year, mark.value) for mark in line.marks] == [
        (2010, Decimal(79)),
        (2011, Decimal(78)),
        (2023, Decimal(50)),
    ]
    assert line.path.count("M") == 1
    assert line.gaps.count("M") == 1
    assert chart.has_gaps
    assert all(mark.y < EDGES["bottom"] for mark in line.marks)


def test_the_lowest_tick_is_zero_and_stands_at_the_bottom() -> None:
    [chart] = drawn(row(1, "2021", "40"), row(2, "2022", "60"))
    assert chart.values[0] == (EDGES["bottom"], Decimal(0))
    assert chart.values[-1][1] >= 60


def test_each_place_and_group_has_a_line_of_its_own() -> None:
    [chart] = drawn(
        row(1, "2021", "40"), row(2, "2022", "60"), row(3, "2021", "50", "boys"), row(4, "2022", "55", "boys")
    )
    assert [line.series.groups for line in chart.lines] == [
        ("https://example.org/boys",),
        ("https://example.org/girls",),
    ]


def test_an_observation_for_two_groups_is_one_point_of_a_line_for_both() -> None:
    groups = ("girls", "boys")
    [chart] = drawn(*(row(n, year, "40", group) for n, year in enumerate(("2021", "2022")) for group in groups))
    [line] = chart.lines
    assert line.series.groups == ("https://example.org/boys", "https://example.org/girls")
    assert len(line.marks) == 2


def test_what_has_no_year_or_no_value_is_counted_and_not_drawn() -> None:
    [chart] = drawn(
        row(1, "2021", "40"), row(2, "2022", "60"), row(3, None, "70"), row(4, "2016–2019", "4"), row(5, "2020", None)
    )
    assert len(chart.lines[0].marks) == 2
    assert chart.undrawn == 3


def test_two_values_of_one_year_are_both_drawn_and_no_line_meets_them() -> None:
    [chart] = drawn(row(1, "2021", "40"), row(2, "2021", "48"), row(3, "2022", "60"), row(4, "2023", "61"))
    [line] = chart.lines
    assert len(line.marks) == 4
    assert line.path.count("M") == 1
    assert line.gaps == ""


def test_units_are_never_in_one_chart() -> None:
    counted = [row(number, year, "4", unit="number") for number, year in ((3, "2021"), (4, "2022"))]
    found = drawn(row(1, "2021", "40"), row(2, "2022", "60"), *counted)
    assert [chart.unit for chart in found] == ["percent", "number"]


@pytest.mark.parametrize("rows", [(), (row(1, "2021", "40"),), (row(1, "2021", "40"), row(2, "2021", "50", "boys"))])
def test_one_year_alone_is_no_line(rows: tuple[Row, ...]) -> None:
    assert drawn(*rows) == []


def test_more_lines_than_there_is_room_for_are_counted() -> None:
    rows = [row(10 * n + k, str(2020 + k), "5", f"group{n}") for n in range(MOST_LINES + 2) for k in range(2)]
    [chart] = drawn(*rows)
    assert len(chart.lines) == MOST_LINES
    assert chart.left_out == 2
    assert chart.shows_values


def test_many_years_have_few_ticks_and_the_last_is_one() -> None:
    [chart] = drawn(*(row(n, str(1990 + n), "5") for n in range(34)))
    assert len(chart.years) <= 7
    assert chart.years[-1] == (EDGES["right"], 2023)


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["3", "7"], "0 2 4 6 8"), (["-5", "10"], "-5 0 5 10"), (["0"], "0 0.25"), (["1000"], "0 250 500 750 1000")],
)
def test_ticks_are_even_and_hold_every_value(values: list[str], expected: str) -> None:
    found = ticks([Decimal(value) for value in values])
    assert [Decimal(tick) for tick in expected.split()] == found
