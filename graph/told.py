"""A statement as a person reads it, with its basis, quotes and lines."""

from collections.abc import Iterator

from graph.coverage import Statement
from graph.labels import Labels
from graph.vocabulary import DCTERMS, RT

WORDS = {
    "lines": {"sv": "rad", "en": "line"},
    "comment": {"sv": "Motivering", "en": "Justification"},
    "unproven": {"sv": "Inget citat.", "en": "No quote."},
}
NAMED = {DCTERMS + "source": {"sv": "läst ur", "en": "read from"}}
"""Words for properties that the vocabulary does not name."""


def told(statement: Statement, words: Labels, language: str, indent: str = "  ") -> Iterator[str]:
    """A statement with its basis, and under it its quotes, each with document and lines."""
    value = words.name(statement.value, language) if ":" in statement.value else statement.value
    prop = NAMED.get(statement.property, {}).get(language) or words.name(statement.property, language)
    said = f"{words.name(statement.subject, language)} · {prop} · {value}"
    yield f"{indent}{said} [{words.name(f'{RT}basis-{statement.basis}', language)}]"
    for evidence in statement.evidence:
        if not evidence.document:
            yield f"{indent}    {WORDS['comment'][language]}: {evidence.quote}"
            continue
        spot = words.name(evidence.document, language)
        if evidence.first_line is not None:
            same = evidence.first_line == evidence.last_line
            lines = f"{evidence.first_line}" if same else f"{evidence.first_line}-{evidence.last_line}"
            spot = f"{spot}, {WORDS['lines'][language]} {lines}"
        yield f"{indent}    ”{evidence.quote}” ({spot})"
    if not statement.evidence:
        yield f"{indent}    {WORDS['unproven'][language]}"
