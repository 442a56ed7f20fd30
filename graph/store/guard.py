"""What of a foreign query is refused before any engine sees it.

The engine would fetch what SERVICE names and has no switch for it, and a query nested thousands of levels deep
crashes its parser. So the text is cut into the tokens of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar)
and looked at; nothing is parsed and nothing rewritten.
"""

import re
from collections.abc import Iterator

from graph.errors import QueryNotAllowed, QueryTooLarge

LONGEST = 100_000
DEEPEST = 100

TOKEN = re.compile(
    r"""
    (?P<comment>  \#[^\n\r]* )
  | (?P<iri>      <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<string>   \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<prefixed> [\w.\-]*:(?:[\w.\-:%]|\\.)* )
  | (?P<word>     \w+ )
  | (?P<open>     [{(\[] )
  | (?P<close>    [})\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"])


def admit(text: str) -> None:
    """Let a query pass, or say why not.

    Raises QueryTooLarge for one too long or too deeply nested, QueryNotAllowed for an update or SERVICE.

    >>> admit("SELECT * WHERE { ?service ?p 'SERVICE' } # SERVICE")
    >>> admit("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph.errors.QueryNotAllowed: SERVICE är inte tillåtet: tjänsten hämtar aldrig något utifrån.
    """
    if len(text) > LONGEST:
        raise QueryTooLarge(f"Frågan är längre än {LONGEST} tecken.", f"The query is longer than {LONGEST} characters.")
    # Codepoint escapes count before the grammar does, so the decoded text must pass too.
    for form in {text, ESCAPE.sub(_decoded, text)}:
        words = _words(form)
        if "SERVICE" in words:
            raise QueryNotAllowed(
                "SERVICE är inte tillåtet: tjänsten hämtar aldrig något utifrån.",
                "SERVICE is not allowed: this service never fetches anything from outside.",
            )
        first = next((word for word in words if word not in ("PREFIX", "BASE", "VERSION")), "")
        if first in UPDATES:
            raise QueryNotAllowed(
                f"{first} är inte tillåtet: här går det bara att läsa.", f"{first} is not allowed: this is read-only."
            )


def _words(text: str) -> list[str]:
    return [word.upper() for kind, word in _tokens(text) if kind == "word"]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    depth = 0
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        depth += (kind == "open") - (kind == "close")
        if depth > DEEPEST:
            raise QueryTooLarge(
                f"Frågan är nästlad djupare än {DEEPEST} nivåer.", f"The query is nested deeper than {DEEPEST} levels."
            )
        yield kind, match[0]


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
