"""CSV (RFC 4180): one column per variable, and its name beside each address.

The column names are the question's variables, so that scripts can rely on them in both languages. A text cell that a
spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
import io

from graph.answer import Iri, Literal, Term
from graph.exports import Table
from graph.vocabulary import XSD

MEDIA_TYPE = "text/csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBERS = {XSD + "integer", XSD + "decimal", XSD + "double"}


def write(table: Table) -> str:
    """The table as CSV."""
    named = table.named
    output = io.StringIO()
    writer = csv.writer(output)
    header: list[str] = []
    for column, has_names in zip(table.answer.columns, named, strict=True):
        header += [column, f"{column}Name"] if has_names else [column]
    writer.writerow(header)
    for row in table.answer.rows:
        cells: list[str] = []
        for term, has_names in zip(row, named, strict=True):
            cells.append(_safe(term))
            if has_names:
                cells.append(harmless(table.shown(term)) if isinstance(term, Iri) else "")
        writer.writerow(cells)
    return output.getvalue()


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where it would be a formula.

    >>> harmless("=1+1"), harmless("Mål")
    ("'=1+1", 'Mål')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _safe(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, Literal) and term.datatype in NUMBERS else harmless(str(term))
