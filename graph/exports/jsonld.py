"""JSON-LD 1.1: the same statements as the Turtle file, things by address."""

import json
from typing import Any

from graph.answer import Blank, Iri, Literal, Term
from graph.exports import Table
from graph.exports.ttl import statements
from graph.vocabulary import PREFIXES, RDF_TYPE, XSD

MEDIA_TYPE = "application/ld+json"


def write(table: Table) -> str:
    """The table as JSON-LD."""
    things: dict[str, dict[str, Any]] = {}
    for subject, prop, value in statements(table):
        thing = things.setdefault(str(subject), {"@id": str(subject)})
        is_type = str(prop) == RDF_TYPE and isinstance(value, Iri)
        thing.setdefault("@type" if is_type else str(prop), []).append(str(value) if is_type else _value(value))
    document = {"@context": PREFIXES, "@graph": list(things.values())}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _value(term: Term) -> dict[str, str]:
    if isinstance(term, Iri | Blank):
        return {"@id": str(term)}
    if isinstance(term, Literal) and term.language:
        return {"@value": term.text, "@language": term.language}
    return {"@value": term.text} if term.datatype == f"{XSD}string" else {"@value": term.text, "@type": term.datatype}
