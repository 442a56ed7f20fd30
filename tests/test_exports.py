"""Answers as files: the same rows in each, and no cell that a spreadsheet would run."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from worlds import ID, quads, world

from graph.answer import Answer, Iri, Literal
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, xlsx
from graph.labels import Labels
from graph.vocabulary import XSD

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org/a", "internal:Om!A1", "{=1}", "<b>")


@pytest.fixture(scope="module")
def named() -> Labels:
    store = world(quads('goal/a <http://www.w3.org/2000/01/rdf-schema#label> "=cmd|calc"@sv'))
    return Labels(store)


def table(named: Labels, *rows: tuple[Iri | Literal | None, ...]) -> Table:
    answer = Answer(("goal", "count"), rows)
    return Table("x", "Mål", answer, ("Mål", "Antal"), named, "sv", {"asOf": "2026-11-22", "basis": "mapped"})


def cells(content: bytes | str, sheet: str = "Svar") -> list[tuple[object, ...]]:
    assert isinstance(content, bytes)
    return [tuple(row) for row in load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True)]


def test_a_workbook_has_the_rows_with_names_addresses_and_numbers(named: Labels) -> None:
    content = EXPORTS["xlsx"].write(
        table(named, (Iri(f"{ID}goal/a"), Literal("3", XSD + "integer")), (None, Literal("x")))
    )
    assert cells(content) == [("Mål", "Mål (IRI)", "Antal"), ("=cmd|calc", f"{ID}goal/a", 3), (None, None, "x")]
    assert cells(content, "Om") == [("Mål", None), ("asOf", "2026-11-22"), ("basis", "mapped")]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(named: Labels) -> None:
    rows = [(Iri(f"{ID}goal/a"), Literal(text)) for text in HOSTILE]
    content = EXPORTS["xlsx"].write(table(named, *rows))
    assert isinstance(content, bytes)
    sheet = load_workbook(BytesIO(content))["Svar"]
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == list(HOSTILE)
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_the_same_rows_make_the_same_workbook(named: Labels) -> None:
    rows = ((Iri(f"{ID}goal/a"), Literal("3", XSD + "integer")),)
    assert EXPORTS["xlsx"].write(table(named, *rows)) == EXPORTS["xlsx"].write(table(named, *rows))


def test_an_answer_too_long_for_a_sheet_is_refused_with_what_to_choose(
    named: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 1)
    with pytest.raises(BadParameter) as caught:
        EXPORTS["xlsx"].write(table(named, (None, None), (None, None)))
    assert "Välj csv" in caught.value.message("sv")
    assert "Choose csv" in caught.value.message("en")


def test_an_empty_answer_is_a_workbook_with_its_headings(named: Labels) -> None:
    assert cells(EXPORTS["xlsx"].write(table(named))) == [("Mål", "Antal")]


def test_text_longer_than_a_cell_holds_is_cut_with_a_sign(named: Labels) -> None:
    (_, row) = cells(EXPORTS["xlsx"].write(table(named, (None, Literal("a" * 40_000)))))
    assert row[1] == "a" * 32_766 + "…"
