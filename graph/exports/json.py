"""JSON: the rows with address and name, and how the answer came about."""

import json
from typing import Any

from graph.answer import Iri, Literal, Term
from graph.exports import Table
from graph.vocabulary import XSD

MEDIA_TYPE = "application/json"
NUMBERS = {XSD + "integer": int, XSD + "decimal": float, XSD + "double": float}


def write(table: Table) -> str:
    """The table as JSON."""
    document = {
        "name": table.name,
        "title": table.title,
        **table.about,
        "columns": [
            {"name": name, "heading": heading}
            for name, heading in zip(table.answer.columns, table.headings, strict=True)
        ],
        "count": len(table.answer),
        "rows": [{name: _value(term, table) for name, term in row.items()} for row in table.answer],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _value(term: Term | None, table: Table) -> Any:
    if isinstance(term, Iri):
        return {"id": term.text, "name": table.shown(term)}
    if isinstance(term, Literal):
        if term.datatype == XSD + "boolean":
            return term.text in ("true", "1")
        return NUMBERS.get(term.datatype, str)(term.text)
    return None if term is None else str(term)
