"""A question as text for an editor: its values, and the graphs of its basis, written where they count.

What we run ourselves has its values bound, never written in. This text is for a reader to open, change and run in
any engine, so it must say by itself what was asked. A value given to a group is not seen by the groups inside it when
these filter or subtract; so every group that mentions a parameter is given its value, with BIND as its first line
(docs/decisions/0023 says why not VALUES). The text is cut into the tokens of SPARQL, so that a brace in a string, a
comment or a block of data is none of a group.
"""

import textwrap
from collections.abc import Iterable, Mapping
from datetime import date

from graph.answer import Iri
from graph.question import Question
from graph.store import Store, written
from graph.store.valued import tokens, valued
from graph.vocabulary import MAPPED, STATED, SUGGESTED

WIDTH = 110
BASIS = {
    STATED: {
        "sv": "Bara länkar som står i ett dokument: frågan läser just deras grafer.",
        "en": "Only links stated in a document: the query reads just their graphs.",
    },
    MAPPED: {
        "sv": "Länkar som står i ett dokument eller som en analytiker har kopplat (standardgrafen).",
        "en": "Links stated in a document or mapped by an analyst (the default graph).",
    },
    SUGGESTED: {
        "sv": "Även länkar som en maskin har föreslagit.",
        "en": "Links suggested by a machine too.",
    },
}
VALUES = {
    "sv": "Det du frågade om står i BIND(… AS ?namn). Byt ett värde på alla ställen där det står.",
    "en": "What you asked for stands in BIND(… AS ?name). Change a value in every place where it stands.",
}


def as_sparql(
    question: Question, store: Store, values: Mapping[str, str], today: date, basis: str = MAPPED, language: str = "sv"
) -> str:
    """The text that gives by itself what ``question.ask`` gives with these values on this basis.

    Raises BadParameter where a value does not fit.
    """
    bound = question.bound(store, values, today)
    said = [question.title[language], question.why[language], BASIS[basis][language], *[VALUES[language]] * bool(bound)]
    text = reading(valued(question.text, bound), *_graphs(question, store, basis))
    return "".join(f"# {line}\n" for words in said for line in textwrap.wrap(words, WIDTH)) + f"\n{text}"


def _graphs(question: Question, store: Store, basis: str) -> tuple[list[str], list[str]]:
    """The graphs to read as one and those to read by name; none where the default graph is just these."""
    merged = store.graphs(basis) if basis != MAPPED else []
    if not merged or merged == store.graphs(MAPPED):
        return [], []
    reads_names = any(token.kind == "word" and token.text.upper() == "GRAPH" for token in tokens(question.text))
    return merged, store.graphs(SUGGESTED) if reads_names else []


def reading(text: str, merged: list[str], named: list[str]) -> str:
    """The text reading these graphs as one, and those by name.

    An engine may count a statement once for every graph it stands in, so the rows are made distinct.

    >>> print(reading("SELECT ?a WHERE { ?a ?b ?c }", ["https://example.org/g"], []))
    SELECT DISTINCT ?a
    FROM <https://example.org/g>
    WHERE { ?a ?b ?c }
    """
    if not merged:
        return text
    found = list(tokens(text))
    where = next(token.start for token in found if token.text == "{" or token.text.upper() == "WHERE")
    select = next(n for n, token in enumerate(found) if token.text.upper() == "SELECT")
    is_distinct = found[select + 1].text.upper() == "DISTINCT"
    head = text[: found[select].end] + ("" if is_distinct else " DISTINCT")
    projected = text[found[select].end : where].rstrip()
    clauses = [*(f"FROM <{graph}>" for graph in merged), *(f"FROM NAMED <{graph}>" for graph in named)]
    return "\n".join([head + projected, *clauses, text[where:]])


def describing(address: str) -> str:
    """A query for what is said of a thing.

    >>> describing("https://example.org/a")
    'DESCRIBE <https://example.org/a>'
    """
    return f"DESCRIBE {written(Iri(address))}"


def listing(cls: str) -> str:
    """A query for the things of a class."""
    return f"SELECT DISTINCT ?thing WHERE {{ ?thing a {written(Iri(cls))} }} ORDER BY ?thing"


def among(addresses: Iterable[str]) -> str:
    """A query for the links among some things."""
    listed = " ".join(written(Iri(address)) for address in addresses)
    return (
        "CONSTRUCT { ?from ?property ?to } WHERE {\n"
        f"  VALUES ?from {{ {listed} }}\n  VALUES ?to {{ {listed} }}\n  ?from ?property ?to\n}}"
    )


def whole_graph(address: str) -> str:
    """A query for all statements of a named graph."""
    return f"SELECT ?subject ?property ?value WHERE {{ GRAPH {written(Iri(address))} {{ ?subject ?property ?value }} }}"
