"""Statements as the loader derives them, written as N-Quads while they are made.

Types, super-properties, labels and days follow data/vocabulary, as in graph.sources; nothing is kept but one graph.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox
from rdflib import RDFS as RDFS_TERMS
from rdflib import SKOS as SKOS_TERMS
from rdflib import URIRef

from graph import dates
from graph.sources.schema import Schema
from graph.sources.statements import DAYS
from graph.vocabulary import (
    DCTERMS,
    LABELS,
    MAPPED,
    OA,
    OWL,
    PROV,
    RDF,
    RDF_TYPE,
    RDFS,
    RDFS_LABEL,
    RT,
    SEMAPV,
    SKOS,
    SSSOM,
    STATED,
    TEXT_FRAGMENT,
    XSD,
)

Values = Iterable[tuple[str, str]]
"""Properties and terms of a thing; the terms as N-Triples."""
TYPE, A = f"<{RDF_TYPE}>", RDF_TYPE
DATATYPES = {"gYear": f"{XSD}gYear", "gYearMonth": f"{XSD}gYearMonth", "date": f"{XSD}date"}
ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
LICENSE = "<http://creativecommons.org/publicdomain/zero/1.0/>"
SERVICE = "http://www.w3.org/ns/sparql-service-description#NamedGraph"
LONGEST_QUOTE = 400


def iri(address: str) -> str:
    """An address as a term.

    >>> iri("x:a")
    '<x:a>'
    """
    return f"<{address}>"


def text(value: str, language: str = "", datatype: str = "") -> str:
    """A literal as a term.

    >>> text('He said "hi"', "en")
    '"He said \\\\"hi\\\\""@en'
    """
    escaped = "".join(ESCAPED.get(c, c) for c in value) if any(c in value for c in ESCAPED) else value
    return f'"{escaped}"' + (f"@{language}" if language else f"^^<{datatype}>" if datatype else "")


@cache
def day(value: str) -> str:
    """A year, month or day as a term of its precision.

    >>> day("2018")
    '"2018"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    return text(value, datatype=DATATYPES[dates.precision(value) or ""])


class Rules:
    """What follows from a kind and from a property, read from the vocabulary and the shapes."""

    def __init__(self, vocabulary: Path) -> None:
        self._schema = Schema(vocabulary)
        self._days = {prop: (str(derived), of) for prop, (derived, of) in DAYS.items()}

    @cache  # noqa: B019 (rules live as long as the writing they serve)
    def types(self, kind: str) -> tuple[tuple[str, str], ...]:
        """The (property, term) pairs that every thing of a kind has."""
        cls = self._schema.kinds[kind].cls
        above = self._schema.above(cls, RDFS_TERMS.subClassOf)
        scheme = ((f"{SKOS}inScheme", iri(f"{RT}{kind}-scheme")),) if SKOS_TERMS.Concept in above else ()
        return (*((A, iri(c)) for c in (cls, *above)), *scheme)

    @cache  # noqa: B019
    def follows(self, prop: str) -> tuple[str, ...]:
        """The properties that hold wherever this one does, itself first, each as a term."""
        above = [str(p) for p in self._schema.above(URIRef(prop))]
        return tuple(iri(p) for p in (prop, *above, *([RDFS_LABEL] if prop in LABELS else [])))

    @cache  # noqa: B019
    def derived_day(self, prop: str, term: str) -> tuple[str, str] | None:
        """The property and the day that follow from a date, or None."""
        if prop not in self._days:
            return None
        derived, of = self._days[prop]
        return iri(derived), text(of(term.split('"')[1]).isoformat(), datatype=f"{XSD}date")


class Statements:
    """The statements of one named graph."""

    def __init__(self, rules: Rules, base: str, name: str, basis: str = STATED) -> None:
        self._rules = rules
        self.base = base
        self.basis = basis
        self.address = f"{base}graph/{name}"
        self.lines: list[str] = []

    def describe(self, title: str, document: str | None = None) -> None:
        """What the graph says of itself: its basis, licence, title and source (PROV)."""
        self._add(iri(self.address), ((A, iri(SERVICE)), (A, iri(f"{PROV}Entity"))))
        self._add(iri(self.address), ((f"{RT}basis", iri(f"{RT}basis-{self.basis}")), (f"{DCTERMS}license", LICENSE)))
        self._add(iri(self.address), ((f"{DCTERMS}title", text(title, "sv")),))
        if document:
            self._add(iri(self.address), ((f"{PROV}wasDerivedFrom", document),))

    def thing(
        self, kind: str, slug: str, source: str, values: Values, quote: str = "", lines: tuple[int, int] | None = None
    ) -> str:
        """A thing of a kind ("goal") with its passage; gives its term. ``source`` is the document's term."""
        thing = f"<{self.base}id/{kind}/{slug}>"
        self._add(thing, self._rules.types(kind))
        self._add(thing, ((f"{DCTERMS}source", source),))
        self._add(thing, values)
        if quote:
            self._passage(thing, f"{kind}-{slug}", source, quote, lines)
        return thing

    def mapping(self, below: str, prop: str, above: str, comment: str, confidence: str, when: str, by: str) -> None:
        """A link an analyst made, with its SSSOM node."""
        self._add(below, ((prop, above),))
        digest = hashlib.sha256("\0".join((below[1:-1], prop, above[1:-1])).encode()).hexdigest()[:12]
        node = f"<{self.base}id/mapping/{digest}>"
        self._add(node, ((A, iri(f"{RT}Mapping")), (A, iri(f"{SSSOM}Mapping"))))
        self._add(node, ((f"{OWL}annotatedSource", below), (f"{OWL}annotatedProperty", iri(prop))))
        self._add(node, ((f"{OWL}annotatedTarget", above), (f"{SSSOM}author_label", text(by))))
        self._add(node, ((f"{SSSOM}mapping_justification", iri(f"{SEMAPV}ManualMappingCuration")),))
        self._add(node, ((f"{SSSOM}mapping_date", text(when, datatype=f"{XSD}date")),))
        self._add(node, ((f"{SSSOM}confidence", text(confidence, datatype=f"{XSD}decimal")),))
        self._add(node, ((f"{RDFS}comment", text(comment, "sv")),))

    def _passage(self, thing: str, name: str, source: str, quote: str, lines: tuple[int, int] | None) -> None:
        digest = hashlib.sha256(f"{thing}{source}{quote}".encode()).hexdigest()[:8]
        address = f"{self.base}id/passage/{re.sub('[^a-z0-9]+', '-', name)}-{digest}"
        passage, target, selector = f"<{address}>", f"<{address}#target>", f"<{address}#quote>"
        self.lines += (
            f"{thing} <{RT}passage> {passage}",
            f"{passage} {TYPE} <{RT}Passage>",
            f"{passage} {TYPE} <{OA}Annotation>",
            f"{passage} <{OA}hasBody> {thing}",
            f"{passage} <{OA}hasTarget> {target}",
            f"{target} {TYPE} <{OA}SpecificResource>",
            f"{target} <{OA}hasSource> {source}",
            f"{target} <{OA}hasSelector> {selector}",
            f"{selector} {TYPE} <{OA}TextQuoteSelector>",
            f"{selector} <{OA}exact> {text(quote[:LONGEST_QUOTE])}",
        )
        if lines:
            self._located(target, f"<{address}#lines>", *lines)

    def _located(self, target: str, selector: str, first: int, last: int) -> None:
        self.lines += (
            f"{target} <{OA}hasSelector> {selector}",
            f"{selector} {TYPE} <{OA}FragmentSelector>",
            f"{selector} <{DCTERMS}conformsTo> <{TEXT_FRAGMENT}>",
            f'{selector} <{RDF}value> "line={first - 1},{last}"',
            f'{target} <{RT}firstLine> "{first}"^^<{XSD}integer>',
            f'{target} <{RT}lastLine> "{last}"^^<{XSD}integer>',
        )

    def _add(self, subject: str, values: Values) -> None:
        for prop, term in values:
            for held in self._rules.follows(prop):
                self.lines.append(f"{subject} {held} {term}")
            follows = self._rules.derived_day(prop, term) if prop in DAYS else None
            if follows:
                self.lines.append(f"{subject} {follows[0]} {follows[1]}")


class Writer:
    """Two files: ``national.nq`` as our store keeps it (each named graph, and the merge of what is stated and mapped
    as default graph) and ``national.nt``, that merge alone, for engines that are given one graph."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._quads = (folder / "national.nq").open("w", encoding="utf-8")
        self._triples = (folder / "national.nt").open("w", encoding="utf-8")
        self.statements = 0
        self.graphs = 0

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._quads.close()
        self._triples.close()

    def write(self, graph: Statements) -> None:
        """Write a graph; it can be forgotten then."""
        end = f" <{graph.address}> .\n"
        if graph.basis in (STATED, MAPPED):
            self._triples.write(" .\n".join([*graph.lines, ""]))
            self._quads.write("".join([f"{line} .\n{line}{end}" for line in graph.lines]))
        else:
            self._quads.write("".join([f"{line}{end}" for line in graph.lines]))
        self.statements += len(graph.lines)
        self.graphs += 1

    def copy(self, quads: bytes) -> None:
        """Write what is N-Quads already, default graph included (Store.quads)."""
        for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS):
            line = f"{quad.subject} {quad.predicate} {quad.object}"
            if quad.graph_name == ox.DefaultGraph():
                self._triples.write(f"{line} .\n")
                self._quads.write(f"{line} .\n")
            else:
                self._quads.write(f"{line} {quad.graph_name} .\n")
                self.statements += 1
