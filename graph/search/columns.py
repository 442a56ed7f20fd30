"""The hits as rows, for files and tables: the same columns everywhere."""

from graph.answer import Answer, Iri, Literal
from graph.search.result import Found, Hit
from graph.vocabulary import XSD

COLUMNS: dict[str, dict[str, str]] = {
    "thing": {"sv": "Namn", "en": "Name"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "exact": {"sv": "Exakt", "en": "Exact"},
    "field": {"sv": "Hittat i", "en": "Found in"},
    "text": {"sv": "Text", "en": "Text"},
    "missing": {"sv": "Saknar", "en": "Lacks"},
    "document": {"sv": "Dokument", "en": "Document"},
    "passage": {"sv": "Belägg", "en": "Passage"},
}


def rows(found: Found) -> Answer:
    """The hits, a row for each; truncated where there are more."""
    return Answer(tuple(COLUMNS), tuple(map(_row, found.hits)), len(found.hits) < found.total)


def about(found: Found) -> dict[str, str]:
    """What was asked, how many things answer to it, and whether all of them are there."""
    return {
        "q": found.asked.text,
        "kind": " ".join(found.kinds),
        "hits": str(found.total),
        "hasAll": str(found.has_all).lower(),
        "truncated": str(len(found.hits) < found.total).lower(),
    }


def _row(hit: Hit) -> tuple[Iri | Literal | None, ...]:
    text = "".join(piece.text for piece in hit.excerpt)
    return (
        Iri(hit.thing),
        Literal(hit.kind),
        Literal(str(hit.is_exact).lower(), XSD + "boolean"),
        Literal(hit.text.field),
        Literal(text, language=hit.text.language),
        Literal(" ".join(hit.missing)) if hit.missing else None,
        Iri(hit.text.document) if hit.text.document else None,
        Iri(hit.text.passage) if hit.text.passage else None,
    )
