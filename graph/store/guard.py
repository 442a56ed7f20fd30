"""What of a foreign query is refused before any engine sees it.

The engine would fetch what SERVICE names and has no switch for it, and a query nested thousands of levels deep
crashes its parser. So the text is cut into the tokens of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar)
and looked at, in time that grows with its length only; nothing is parsed and nothing rewritten. The workers are the
second door: what passes here by a trick can still open nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.errors import QueryNotAllowed, QuerySyntax, QueryTooLarge

LONGEST = 100_000
DEEPEST = 100

TOKEN = re.compile(
    r"""
    (?P<comment>  \#[^\n\r]* )
  | (?P<iri>      <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<string>   \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<prefixed> (?:[\w.\-]++)?:(?:[\w.\-:%]|\\.)*+ )
  | (?P<word>     [\w.\-]++ )
  | (?P<open>     [{(\[] )
  | (?P<close>    [})\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"])
PROLOGUE = frozenset(["PREFIX", "BASE", "VERSION"])
VOLATILE = frozenset(["NOW", "RAND", "UUID", "STRUUID"])


class Token(NamedTuple):
    """A word of a query, and where it begins."""

    kind: str
    text: str
    start: int


def admit(text: str) -> None:
    """Let a query pass, or say why not. (``admit_update`` does the same for an update.)

    Raises QueryTooLarge for one too long or too deeply nested, QueryNotAllowed for an update or SERVICE, QuerySyntax
    for one with a character that no text may have.

    >>> admit("SELECT * WHERE { ?service ?p 'SERVICE' } # SERVICE")
    >>> admit("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph.errors.QueryNotAllowed: SERVICE är inte tillåtet: tjänsten hämtar aldrig något utifrån.
    """
    for found in _forms(text, LONGEST):
        _refuse_service(found)
        words = (token.text.upper() for token in found if token.kind == "word")
        first = next((word for word in words if word not in PROLOGUE), "")
        if first in UPDATES:
            raise QueryNotAllowed(
                f"{first} är inte tillåtet: här går det bara att läsa.", f"{first} is not allowed: this is read-only."
            )


def admit_update(text: str, longest: int) -> None:
    """Let an update pass, or say why not: as ``admit``, but nothing is to be loaded from outside.

    >>> admit_update("INSERT DATA { GRAPH <a:g> { <a:a> <a:b> 'LOAD' } }", 100)
    >>> admit_update("CLEAR ALL; LOAD <http://example.org/>", 100)
    Traceback (most recent call last):
    graph.errors.QueryNotAllowed: LOAD är inte tillåtet: tjänsten hämtar aldrig något utifrån.
    """
    for found in _forms(text, longest):
        _refuse_service(found)
        # The engine needs no space after the word either; what passes so finds no socket where updates are run.
        if any(token.kind == "word" and token.text.upper() == "LOAD" for token in found):
            raise QueryNotAllowed(
                "LOAD är inte tillåtet: tjänsten hämtar aldrig något utifrån.",
                "LOAD is not allowed: this service never fetches anything from outside.",
            )


def is_volatile(text: str) -> bool:
    """Whether a query may answer differently when the same data is asked again.

    >>> is_volatile("SELECT (NOW() AS ?now) {}"), is_volatile("SELECT ?now { ?now ?p 'rand()' }")
    (True, False)
    """
    return any(token.kind == "word" and token.text.upper() in VOLATILE for token in tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """The tokens that matter here, without comments. Raises QueryTooLarge where they are nested too deeply."""
    depth = 0
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        depth += (kind == "open") - (kind == "close")
        if depth > DEEPEST:
            raise QueryTooLarge(
                f"Frågan är nästlad djupare än {DEEPEST} nivåer.", f"The query is nested deeper than {DEEPEST} levels."
            )
        if kind != "comment":
            yield Token(kind, match[0], match.start())


def _forms(text: str, longest: int) -> Iterator[list[Token]]:
    """The tokens of a text; codepoint escapes count before the grammar does, so those of the decoded text too."""
    if len(text) > longest:
        raise QueryTooLarge(f"Frågan är längre än {longest} tecken.", f"The query is longer than {longest} characters.")
    if "\0" in text:
        raise QuerySyntax("Frågan innehåller tecknet NUL.", "The query contains the character NUL.")
    for form in {text, ESCAPE.sub(_decoded, text)}:
        yield list(tokens(form))


def _refuse_service(found: list[Token]) -> None:
    if any(_is_service(token, after) for token, after in pairwise([*found, Token("end", "", 0)])):
        raise QueryNotAllowed(
            "SERVICE är inte tillåtet: tjänsten hämtar aldrig något utifrån.",
            "SERVICE is not allowed: this service never fetches anything from outside.",
        )


def _is_service(token: Token, after: Token) -> bool:
    """The engine needs no space around the word: ``1SERVICE<a:b>{}`` and ``SERVICEa:b{}`` reach out too."""
    if token.kind == "prefixed":
        return after.text == "{" and "SERVICE" in token.text.partition(":")[0].upper()
    return token.kind == "word" and "SERVICE" in token.text.upper()


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
