"""What may be wished of the graph by who may write: a SPARQL Update, or a graph as it is to be."""

from dataclasses import dataclass

import pyoxigraph as ox

ALLOWED = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""The media types in which a graph can be sent."""


@dataclass(frozen=True)
class Document:
    """RDF as it was sent, in one of ALLOWED."""

    media_type: str
    content: bytes


@dataclass(frozen=True)
class Update:
    """A SPARQL 1.1 Update (https://www.w3.org/TR/sparql11-update/); all of it or nothing."""

    text: str


@dataclass(frozen=True)
class Replace:
    """Let a graph hold these statements and no others."""

    graph: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Add:
    """Let a graph hold these statements too."""

    graph: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Remove:
    """Let there be no such graph."""

    graph: str


Writing = Update | Replace | Add | Remove


@dataclass(frozen=True)
class WriteLimits:
    """What one change may take: ``seconds`` in all, ``wait`` of them for another to end, and ``memory_bytes``.

    What is sent has at most ``sent_bytes``.
    """

    seconds: float = 120.0
    wait: float = 20.0
    memory_bytes: int = 4_000_000_000
    sent_bytes: int = 20_000_000
