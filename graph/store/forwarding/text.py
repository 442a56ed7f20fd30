"""A foreign query as it is sent to an engine by URL: one that every engine cuts into the same words as the guard did.

The workers are confined, an engine by URL is not: it could be led to fetch what SERVICE or FROM names. So what the
guard has seen must be what the engine sees. Engines differ in where a comment, a string or an address begins, for
example in ``?a <?b#> '''``. Therefore comments are left out, strings are written anew, and an address in which another
reader might see a comment or a string becomes a prefix of our own, declared where nothing else can stand. FROM and
FROM NAMED are taken out and told to the engine in the protocol.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.answer import Literal
from graph.errors import QueryNotAllowed, QuerySyntax
from graph.store.embedded import written
from graph.store.guard import PROLOGUE, Token, tokens
from graph.store.workers.query import Dataset

ROWS, GRAPH = frozenset(["SELECT", "ASK"]), frozenset(["CONSTRUCT", "DESCRIBE"])
COMMENT = re.compile(r"#[^\n\r]*")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
STRAY = re.compile(r"[\"'\\]")
"""What stands between the words of no query."""
AMBIGUOUS = re.compile(r"[#']")
"""What another reader of ``<…>`` might take for the beginning of a comment or a string."""
ENGINE_S_OWN = re.compile(r"(?:java|bif|sql):", re.IGNORECASE)
"""Functions of an engine's own that reach its programs: Jena's ``java:``, Virtuoso's ``bif:`` and ``sql:``."""
IN_ADDRESS = re.compile(r"[^<>\"{}|^`\\\x00-\x20]*")


@dataclass(frozen=True)
class Foreign:
    """A query as it is sent: its text, whether a graph is its answer, and the dataset it names itself."""

    text: str
    is_graph: bool
    dataset: Dataset | None
    _given: str = field(repr=False)
    _starts: list[tuple[int, int]] = field(repr=False)
    """Where each piece begins in the text, and where it began in what was given."""

    def place(self, line: int, column: int) -> tuple[int, int]:
        """A line and a column of the text as they were in the query that was given; all count from 1."""
        ends = [0, *(found.end() for found in re.finditer("\n", self.text))]
        sent = ends[min(line, len(ends)) - 1] + column - 1
        start, given = self._starts[max(0, bisect_right(self._starts, (sent, len(self._given))) - 1)]
        before = self._given[: min(given + sent - start, len(self._given))]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def foreign(text: str, base: str) -> Foreign:
    """The query as it is sent; relative addresses in it are relative to ``base``. Raises QuerySyntax.

    >>> foreign("SELECT ?s FROM <g> { ?s ?p 'x' } # all", "http://a.example/").text.split("SELECT ")
    ['BASE <http://a.example/> ', '?s     { ?s ?p  "x" } ']
    """
    found = list(tokens(text))
    start = _form(found)
    named = list(_named(found, start))
    prefix = _unused(text)
    pieces = [_Piece(0, f"BASE <{base}> ")]
    declared: dict[str, str] = {}
    end = 0
    for number, token in enumerate(found):
        pieces.append(_Piece(end, _between(text[end : token.start])))
        if number == start:
            pieces.append(_Piece(token.start, ""))
            form = len(pieces) - 1
        is_left_out = any(clause.first <= number <= clause.last for clause in named)
        word = " " if is_left_out else _word(token, number < start, declared, prefix)
        pieces.append(_Piece(token.start, word))
        end = token.start + len(token.text)
    pieces.append(_Piece(end, _between(text[end:])))
    pieces[form] = _Piece(pieces[form].given, "".join(f"PREFIX {name} {iri} " for iri, name in declared.items()))
    dataset = _dataset(text[: found[start].start], base, named)
    return _joined(pieces, text, found[start].text.upper() in GRAPH, dataset)


@dataclass(frozen=True)
class _Piece:
    given: int
    text: str


@dataclass(frozen=True)
class _Clause:
    """FROM or FROM NAMED: its first and last token, and the graph as it is written."""

    first: int
    last: int
    graph: str
    is_named: bool


def _joined(pieces: list[_Piece], given: str, is_graph: bool, dataset: Dataset | None) -> Foreign:
    starts, length = [], 0
    for piece in pieces:
        starts.append((length, piece.given))
        length += len(piece.text)
    return Foreign("".join(piece.text for piece in pieces), is_graph, dataset, given, starts)


def _form(found: list[Token]) -> int:
    """Where the word is that says what form the query has; before it there is nothing but a prologue."""
    number = 0
    while number < len(found):
        word = found[number].text.upper()
        if word in ROWS | GRAPH:
            return number
        kinds = [token.kind for token in found[number + 1 : number + 3]]
        expected = {"PREFIX": ["prefixed", "iri"], "BASE": ["iri"], "VERSION": ["string"]}.get(word, [])
        if word not in PROLOGUE or kinds[: len(expected)] != expected:
            break
        number += 1 + len(expected)
    raise QuerySyntax(
        "Frågan är inte SPARQL: den börjar inte med SELECT, ASK, CONSTRUCT eller DESCRIBE.",
        "The query is not SPARQL: it does not begin with SELECT, ASK, CONSTRUCT or DESCRIBE.",
    )


def _named(found: list[Token], start: int) -> Iterator[_Clause]:
    """The clauses that name graphs. A FROM that another reader might see, but where none belongs, is refused."""
    depth = groups = 0
    most_groups = 1 if found[start].text.upper() == "CONSTRUCT" else 0
    number = start + 1
    while number < len(found):
        token = found[number]
        depth += (token.kind == "open") - (token.kind == "close")
        groups += token.text == "{" and depth == 1
        if token.kind == "word" and "FROM" in token.text.upper():
            if token.text.upper() != "FROM" or depth or groups > most_groups:
                raise _misplaced()
            clause = _clause(found, number)
            yield clause
            number = clause.last
        elif token.kind == "prefixed" and not depth and "FROM" in token.text.partition(":")[0].upper():
            raise _misplaced()
        number += 1


def _clause(found: list[Token], first: int) -> _Clause:
    after = found[first + 1 : first + 3]
    is_named = bool(after) and after[0].text.upper() == "NAMED"
    graph = after[is_named] if len(after) > is_named else Token("end", "", 0)
    if graph.kind not in ("iri", "prefixed"):
        raise _misplaced()
    return _Clause(first, first + 1 + is_named, graph.text, is_named)


def _misplaced() -> QuerySyntax:
    return QuerySyntax(
        "Frågan är inte SPARQL: FROM står där det inte kan stå, eller utan graf.",
        "The query is not SPARQL: FROM stands where it cannot, or without a graph.",
    )


def _between(gap: str) -> str:
    """What stands between two words, without comments."""
    kept = COMMENT.sub("", gap)
    stray = STRAY.search(kept)
    if stray:
        raise QuerySyntax(f"Frågan är inte SPARQL: löst {stray[0]}.", f"The query is not SPARQL: a stray {stray[0]}.")
    return kept


def _word(token: Token, is_prologue: bool, declared: dict[str, str], prefix: str) -> str:
    if token.kind == "string":
        return _string(token.text)
    if token.kind == "prefixed" and re.search(r"\\[uU]", token.text):
        raise QuerySyntax(r"Frågan är inte SPARQL: \u i ett namn.", r"The query is not SPARQL: \u in a name.")
    if token.kind == "prefixed":
        _refuse_own(token.text)
    if token.kind != "iri":
        return token.text
    address = _decoded(token.text[1:-1])
    _refuse_own(address)
    if not IN_ADDRESS.fullmatch(address):
        raise QuerySyntax("Frågan är inte SPARQL: en trasig adress.", "The query is not SPARQL: a broken address.")
    if is_prologue or not AMBIGUOUS.search(address):
        return f"<{address}>"
    return f" {declared.setdefault(f'<{address}>', f'{prefix}{len(declared)}:')} "


def _refuse_own(name: str) -> None:
    if ENGINE_S_OWN.match(name):
        raise QueryNotAllowed(
            "Egna funktioner hos grafens motor (java:, bif:, sql:) är inte tillåtna.",
            "Functions of the engine's own (java:, bif:, sql:) are not allowed.",
        )


def _string(text: str) -> str:
    marks = 3 if text.startswith(('"""', "'''")) else 1
    # After a space: an empty string and another would be the beginning of a long one.
    return f" {written(Literal(_decoded(text[marks:-marks])))}"


def _decoded(text: str) -> str:
    return ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or "0", 16)
    character = ESCAPED.get(match[3], "") if match[3] else chr(code) if 0 < code <= 0x10FFFF else ""
    if not character or 0xD800 <= ord(character) <= 0xDFFF:
        raise QuerySyntax(
            f"Frågan är inte SPARQL: {match[0]} är inget tecken.",
            f"The query is not SPARQL: {match[0]} is no character.",
        )
    return character


def _unused(text: str) -> str:
    """The beginning of prefixes that the text does not have."""
    prefix = "i"
    while prefix in text:
        prefix += "i"
    return prefix


def _dataset(prologue: str, base: str, clauses: list[_Clause]) -> Dataset | None:
    """The graphs that the clauses name, as whole addresses."""
    if not clauses:
        return None
    rows = " ".join(f"({clause.graph} {str(clause.is_named).lower()})" for clause in clauses)
    try:
        found = ox.Store().query(f"{prologue} SELECT * {{ VALUES (?graph ?named) {{ {rows} }} }}", base_iri=base)
    except (SyntaxError, ValueError) as error:
        raise QuerySyntax(f"Frågan är inte SPARQL: {error}", f"The query is not SPARQL: {error}") from error
    assert isinstance(found, ox.QuerySolutions)
    graphs = [(row["graph"].value, row["named"].value == "true") for row in found]
    return Dataset(
        tuple(graph for graph, is_named in graphs if not is_named),
        tuple(graph for graph, is_named in graphs if is_named),
    )
