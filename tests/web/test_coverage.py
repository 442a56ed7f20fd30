"""Täckning: the page has the numbers of the matrix, in every format, and the list behind each cell."""

import csv
import io
import json
import re
from urllib.parse import urlencode

import pytest
from browsing import Page
from flask.testing import FlaskClient
from worlds import ID

from graph.coverage import Axis, Scope, matrix, why
from graph.store import Store
from graph.vocabulary import RT
from web import matrix as sheets

STRATEGY = {"strategy": "strategy/det-handlar-om-livet"}
GOAL, PLACE = f"{ID}goal/dhol-d6", f"{ID}place/19"


def address(suffix: str = "", **values: object) -> str:
    return f"/coverage{suffix}?{urlencode(values, doseq=True)}"


@pytest.mark.parametrize(
    ("values", "axes", "filters"),
    [
        ({}, ("goal", "place"), {}),
        (STRATEGY, ("goal", "place"), STRATEGY),
        ({"rows": "target-group", "columns": "year", "place": "place/19"}, ("target-group", "year"), {"place": "19"}),
        ({**STRATEGY, "columnsLevel": "county", "asOf": "2019-06-01"}, ("goal", Axis("place", "county")), STRATEGY),
    ],
)
def test_every_format_has_the_cells_of_the_matrix(
    client: FlaskClient, store: Store, today, values: dict[str, str], axes, filters: dict[str, str]
) -> None:
    as_of = type(today).fromisoformat(values.get("asOf", today.isoformat()))
    found = matrix(store, *axes, Scope(as_of, **filters))
    expected = len(found.rows) * len(found.columns) + len(found.rows) + len(found.columns) + 1
    document = client.get(address(".json", **values)).json
    rows = list(csv.DictReader(io.StringIO(client.get(address(".csv", **values)).text)))
    assert document is not None
    assert len(document["rows"]) == len(rows) == expected
    assert sum(int(row["count"]) for row in rows if row["row"] and row["column"]) == found.counts.sum()
    assert (rows[-1]["count"], document["rows"][-1]["count"]) == (str(found.total.count), found.total.count)


def test_the_page_shows_roots_and_what_is_opened_below_them(client: FlaskClient, store: Store, today) -> None:
    found = matrix(store, "goal", "place", Scope(today, strategy=STRATEGY["strategy"]))
    roots = {row for row, above in found.row_parents.items() if not above}
    closed = Page(client.get(address(**STRATEGY)).text)
    assert len(closed.all("tr", "line")) == len(roots)
    opened = Page(client.get(address(**STRATEGY, open="*")).text)
    shown = {a["href"] for a in opened.all("a") if "/id/goal/" in str(a.get("href"))}
    assert len(shown) == len(found.rows) > len(roots)
    one = next(iter(sorted(roots & {above for parents in found.row_parents.values() for above in parents})))
    below = sum(one in parents for parents in found.row_parents.values())
    assert len(Page(client.get(address(**STRATEGY, open=one)).text).all("tr", "line")) == len(roots) + below


def test_columns_without_activities_are_left_out_and_said_to_be(client: FlaskClient, store: Store, today) -> None:
    found = matrix(store, "goal", "place", Scope(today, strategy=STRATEGY["strategy"]))
    counted = [column for column in found.columns if found.column_total(column).count]
    page = Page(client.get(address(**STRATEGY)).text)
    assert f"{len(found.columns) - len(counted)} kolumner utan registrerad aktivitet visas inte" in page.text
    every = Page(client.get(address(**STRATEGY, empty=1)).text)
    assert len(every.all("th")) - len(page.all("th")) == len(found.columns) - len(counted)
    assert "okänt" in every.text.lower()


def test_a_cell_lists_its_activities_with_a_link_to_why(client: FlaskClient, store: Store, today) -> None:
    cell = matrix(store, "goal", "place", Scope(today)).cell(GOAL, PLACE)
    assert cell.count > 0
    page = Page(client.get(address(row=GOAL, column=PLACE)).text)
    for activity in cell.activities:
        assert any(activity.removeprefix(ID) in link for link in page.links)
    assert any(link.startswith("/id/goal/dhol-d6?place=19") for link in page.links)
    assert "cell" in page.ids


def test_the_list_of_a_cell_says_why_with_the_thread_and_its_quotes(client: FlaskClient, store: Store, today) -> None:
    reason = why(store, GOAL, Scope(today, place=PLACE))
    page = Page(client.get(address(row=GOAL, column=PLACE)).text)
    assert len(page.all("ol", "thread")) == 1
    for statement in reason.thread:
        assert any(statement.subject.removeprefix(ID) in link for link in page.links)
    assert len(page.all("details", "evidence")) == len(reason.thread) + len(reason.decisive)
    of_a_year = Page(client.get(address(columns="year", row=GOAL, column="2019")).text)
    assert of_a_year.all("ol", "thread") == []


def test_an_empty_cell_says_why_it_is_empty(client: FlaskClient) -> None:
    none = Page(client.get(address(row=GOAL, column=f"{ID}place/1907")).text).text
    unknown = Page(client.get(address(row=GOAL, column=f"{ID}place/1960")).text).text
    assert "Ingen aktivitet är registrerad här. Det betyder inte att inget görs." in none
    assert "Inget dokument i grafen nämner platsen. Läget är okänt." in unknown


def test_a_view_too_large_for_a_page_says_so_and_the_file_has_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 10)
    answer = client.get(address(**STRATEGY, empty=1))
    assert answer.status_code == 413
    assert "för många för en sida" in Page(answer.text).text
    assert client.get(address(".json", **STRATEGY)).status_code == 200


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"rows": "goals"}, "Välj en av: goal"),
        ({"columns": "place", "columnsLevel": "town"}, "municipality"),
        ({"targetGroup": "ungaa"}, "target-group"),
        ({"asOf": "2026-02-30"}, "2026-11-22"),
        ({"row": f"{ID}goal/nope"}, "goal/nope"),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: FlaskClient, values: dict[str, str], says: str) -> None:
    answer = client.get(address(**values))
    assert answer.status_code == 400
    assert says in Page(answer.text).text


def test_the_file_says_what_was_asked(client: FlaskClient) -> None:
    document = json.loads(client.get(address(".json", **STRATEGY, asOf="2019-01-01", basis="stated")).text)
    assert (document["asOf"], document["basis"]) == ("2019-01-01", "stated")
    assert document["strategy"] == f"{ID}strategy/det-handlar-om-livet"


def test_a_filter_says_how_many_activities_it_would_leave(client: FlaskClient, store: Store, today) -> None:
    found = matrix(store, "focus-area", "goal", Scope(today))
    page = Page(client.get(address()).text)
    for member in found.rows:
        count = found.row_total(member).count
        assert re.search(rf"\({count}\)", page.text), member
    [left] = {
        matrix(store, "goal", "place", Scope(today, focus_area=member)).total.count
        for member in found.rows
        if member.endswith("utsatta-grupper")
    }
    assert left == found.row_total(f"{ID}focus-area/utsatta-grupper").count > 0


def test_the_rows_can_be_of_one_level(client: FlaskClient, store: Store, today) -> None:
    national = f"{RT}level-national"
    rows = matrix(store, Axis("goal", level=national), Axis("place"), Scope(today)).rows
    page = Page(client.get(address(rowsLevel=national, open="*")).text)
    assert len(page.all("tr", "line")) >= len(rows) > 0
    assert "Nivå på raderna" in page.text
