"""What the store answers: terms, rows and triples, as plain values.

The terms are those of RDF 1.1 (https://www.w3.org/TR/rdf11-concepts/); no RDF library is needed to read them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.vocabulary import XSD

STRING = XSD + "string"


@dataclass(frozen=True, order=True, slots=True)
class Iri:
    """An address."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True, slots=True)
class Literal:
    """A value: its text, its datatype's address and, for text in a language, the language.

    >>> str(Literal("Mål", language="sv"))
    'Mål'
    """

    text: str
    datatype: str = STRING
    language: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True, slots=True)
class Blank:
    """A node without an address. Our own data has none; a query may make one."""

    text: str

    def __str__(self) -> str:
        return f"_:{self.text}"


Term = Iri | Literal | Blank


def integer(number: int) -> Literal:
    """A whole number as a literal.

    >>> integer(3).text, integer(3).datatype == XSD + "integer"
    ('3', True)
    """
    return Literal(str(number), XSD + "integer")


Triple = tuple[Term, Term, Term]


@dataclass(frozen=True)
class Answer:
    """A table of terms: the answer to a SELECT.

    ``truncated`` is true where rows beyond the cap were cut; that is always announced.

    >>> answer = Answer(("n",), ((Literal("1"),),))
    >>> [str(row["n"]) for row in answer]
    ['1']
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool = field(default=False)

    def __iter__(self) -> Iterator[dict[str, Term | None]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)
