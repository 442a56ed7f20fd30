"""Writing statements about one thing after the other."""

from collections.abc import Iterable, Iterator, Mapping

from graph.answer import Iri, Literal, Term, Triple
from graph.vocabulary import RDF_TYPE

Said = Mapping[str, Iterable[Term]]
"""What is said of a thing: the values of each property."""


def about(address: str, kinds: Iterable[str], said: Said) -> Iterator[Triple]:
    """The statements that say this of a thing.

    >>> [str(value) for _, _, value in about("#a", ["#Kind"], {"#name": [Literal("A"), Literal("B")]})]
    ['#Kind', 'A', 'B']
    """
    for property_, values in {RDF_TYPE: iris(kinds), **said}.items():
        for value in values:
            yield Iri(address), Iri(property_), value


def iris(addresses: Iterable[str]) -> tuple[Iri, ...]:
    """The addresses as terms."""
    return tuple(map(Iri, addresses))


def both(words: Mapping[str, str]) -> tuple[Literal, ...]:
    """Words in Swedish and English as literals."""
    return tuple(Literal(text, language=language) for language, text in words.items())
