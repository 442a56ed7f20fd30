"""Excel (Office Open XML, ISO/IEC 29500): the rows on one sheet, how they came about on another.

The columns are those of the CSV file: an address has its name beside it. Text is always written as text, so that no
cell is ever a formula; the one link leads back to where the answer came from. The file is the same, byte for byte,
whenever the rows are.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from graph.answer import Iri, Literal, Term
from graph.errors import BadParameter
from graph.exports import Table
from graph.vocabulary import XSD

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NUMBERS = {XSD + "integer", XSD + "decimal", XSD + "double"}
MOST_ROWS, MOST_TEXT = 1_048_575, 32_767
"""What a sheet (below its heading) and a cell can hold."""
SHEETS = {"sv": ("Svar", "Om"), "en": ("Answer", "About")}
SOURCE = {"sv": "Hämtat från", "en": "Fetched from"}
LONGEST_LINK = 2000
"""Excel takes no longer one."""
WIDTHS = {"address": 34, "name": 44, "other": 18}
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The file says when it was made; the same rows shall make the same file."""


def write(table: Table) -> bytes:
    """The table as a workbook; raises BadParameter where a sheet cannot hold the rows."""
    if len(table.answer) > MOST_ROWS:
        raise BadParameter(
            "format",
            "xlsx",
            f"Ett kalkylblad rymmer {MOST_ROWS} rader och svaret har {len(table.answer)}. Välj csv.",
            f"A sheet holds {MOST_ROWS} rows and the answer has {len(table.answer)}. Choose csv.",
        )
    # Imported here: a service that starts, or answers in another format, needs none of it.
    from xlsxwriter import Workbook

    output = BytesIO()
    book = Workbook(output, {"in_memory": True})
    book.set_properties({"title": table.title, "created": EPOCH.replace(tzinfo=None)})
    bold = book.add_format({"bold": True})
    names = SHEETS[table.language]
    _answer(book.add_worksheet(names[0]), table, bold)
    _about(book.add_worksheet(names[1]), table, bold)
    book.close()
    return output.getvalue()


def _answer(sheet: "Worksheet", table: Table, bold: "Format") -> None:
    named = table.named
    places = [i + sum(named[:i]) for i in range(len(named))]
    for place, heading, has_names in zip(places, table.headings, named, strict=True):
        _text(sheet, 0, place, heading, bold)
        sheet.set_column(place, place, WIDTHS["name" if has_names else "other"])
        if has_names:
            _text(sheet, 0, place + 1, f"{heading} (IRI)", bold)
            sheet.set_column(place + 1, place + 1, WIDTHS["address"])
    for number, row in enumerate(table.answer.rows, 1):
        for place, term in zip(places, row, strict=True):
            _cell(sheet, number, place, term, table)
    sheet.freeze_panes(1, 0)
    if places:
        sheet.autofilter(0, 0, len(table.answer), places[-1] + named[-1])


def _cell(sheet: "Worksheet", row: int, place: int, term: Term | None, table: Table) -> None:
    if isinstance(term, Iri):
        _text(sheet, row, place, table.shown(term))
        _text(sheet, row, place + 1, term.text)
    elif isinstance(term, Literal) and term.datatype in NUMBERS:
        sheet.write_number(row, place, float(term.text))
    elif term is not None:
        _text(sheet, row, place, str(term))


def _about(sheet: "Worksheet", table: Table, bold: "Format") -> None:
    _text(sheet, 0, 0, table.title, bold)
    for number, (name, value) in enumerate(table.about.items(), 1):
        _text(sheet, number, 0, name)
        _text(sheet, number, 1, value)
    if table.source.startswith(("http://", "https://")) and len(table.source) <= LONGEST_LINK:
        _text(sheet, len(table.about) + 1, 0, SOURCE[table.language])
        sheet.write_url(len(table.about) + 1, 1, table.source, string=table.source)
    sheet.set_column(0, 1, WIDTHS["name"])


def _text(sheet: "Worksheet", row: int, place: int, text: str, form: "Format | None" = None) -> None:
    sheet.write_string(row, place, text if len(text) <= MOST_TEXT else f"{text[: MOST_TEXT - 1]}…", form)
