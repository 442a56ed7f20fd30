"""The prefixes as SHACL declares them (https://www.w3.org/TR/shacl/#sparql-prefixes): an editor asks for them."""

from collections.abc import Iterator

from graph.answer import Iri, Literal, Triple
from graph.description import address
from graph.description.statements import about
from graph.vocabulary import PREFIXES, SH, XSD

OWN = "rtid"
"""The prefix of our own things, as in the tables of mappings."""


def declared(base: str) -> Iterator[Triple]:
    """A declaration for each prefix, of the vocabulary."""
    for prefix, namespace in {**PREFIXES, OWN: f"{base}id/"}.items():
        one = address.part(base, "prefix", prefix)
        yield Iri(address.ONTOLOGY), Iri(SH + "declare"), Iri(one)
        said = {SH + "prefix": [Literal(prefix)], SH + "namespace": [Literal(namespace, XSD + "anyURI")]}
        yield from about(one, [SH + "PrefixDeclaration"], said)
