"""A picture as rows and as statements, for files: the same things and links everywhere."""

from collections.abc import Iterator

from graph.answer import Answer, Iri, Literal, Term, Triple
from graph.explore.picture import Node, Picture
from graph.labels import Labels
from graph.library import LANGUAGES
from graph.question import Words
from graph.vocabulary import RDF_TYPE, RDFS_LABEL, RT

COLUMNS: dict[str, Words] = {
    "source": {"sv": "Från", "en": "From"},
    "sourceKind": {"sv": "Från: slag", "en": "From: kind"},
    "property": {"sv": "Länk", "en": "Link"},
    "target": {"sv": "Till", "en": "To"},
    "targetKind": {"sv": "Till: slag", "en": "To: kind"},
    "basis": {"sv": "Grund", "en": "Basis"},
}
MARKS: dict[str, Words] = {
    "sourceMark": {"sv": "Från: linsen visar", "en": "From: the lens shows"},
    "targetMark": {"sv": "Till: linsen visar", "en": "To: the lens shows"},
}
"""The columns that a lens adds."""


def columns(picture: Picture) -> dict[str, Words]:
    """The columns of a picture, with their headings."""
    return COLUMNS | (MARKS if picture.look else {})


def rows(picture: Picture, language: str) -> Answer:
    """Each link, and each thing without any, with nothing after its kind."""
    joined = {end for edge in picture.edges for end in (edge.source, edge.target)}
    at, look = picture.by_address, picture.look is not None
    found: list[tuple[Term | None, ...]] = []
    for edge in picture.edges:
        source, target = at[edge.source], at[edge.target]
        link = (*_ends(source), Iri(edge.property), *_ends(target), Literal(edge.basis))
        found.append((*link, _mark(source, language), _mark(target, language)) if look else link)
    for node in picture.nodes:
        if node.address not in joined:
            alone = (*_ends(node), None, None, None, None)
            found.append((*alone, _mark(node, language), None) if look else alone)
    return Answer(tuple(columns(picture)), tuple(found))


def triples(picture: Picture, labels: Labels) -> Iterator[Triple]:
    """The kind and names of each thing, the links, and the names of their properties."""
    for node in picture.nodes:
        yield Iri(node.address), Iri(RDF_TYPE), Iri(RT + node.kind)
        yield from _names(node.address, labels)
    for edge in picture.edges:
        yield Iri(edge.source), Iri(edge.property), Iri(edge.target)
    for prop in sorted({edge.property for edge in picture.edges}):
        yield from _names(prop, labels)


def _names(address: str, labels: Labels) -> Iterator[Triple]:
    for language in LANGUAGES:
        if labels.language_of(address, language) == language:
            yield Iri(address), Iri(RDFS_LABEL), Literal(labels.name(address, language), language=language)


def _ends(node: Node) -> tuple[Term, Term]:
    return Iri(node.address), Iri(RT + node.kind)


def _mark(node: Node, language: str) -> Term | None:
    mark = node.mark
    if mark is None:
        return None
    if mark.status is not None:
        return Iri(f"{RT}status-{mark.status.word}")
    return Literal(mark.words[language]) if mark.words else None
