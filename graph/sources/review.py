"""Reviewed links: what the text of a thing is, its fingerprint, and which links no longer fit their texts.

A review of a mapping stores the fingerprints of both ends. A link whose end has another text now is *suspect* until it
is reviewed again; one that no review vouches for is *unreviewed*, which is another thing: nothing is known to be wrong.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rdflib import OWL, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from graph.sources.schema import PASSAGE, RT
from graph.vocabulary import OA, SSSOM

SSSOM_SLOT = Namespace(SSSOM)
OA_TERM = Namespace(OA)
QUOTE = "quote"
TEXTS = {
    SKOS.prefLabel: "name",
    DCTERMS.title: "name",
    SKOS.altLabel: "other name",
    SKOS.definition: "definition",
    DCTERMS.description: "description",
    RT.targetValue: "target value",
}
"""The properties whose values are the text of a thing, each with the part it plays; whole-thing quotes are QUOTE."""
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
"""The form of a fingerprint: sixteen hexadecimal digits, the first 64 bits of a SHA-256."""
Part = tuple[str, str, str]
"""A part of the text of a thing: what it is ("name", "quote", …), its language ("" where it has none), the words."""


class State(StrEnum):
    """How far a link can be relied on: text changed since its review, never reviewed, or as it was when reviewed."""

    SUSPECT = "suspect"
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"


@dataclass(frozen=True, order=True)
class Link:
    """A mapping and its review.

    ``table`` is the file in data/ it stands in, ``address`` that of the mapping; ``subject`` and ``object`` are the
    ends. ``changed`` names the end whose text changed since the review ("subject", "object" or "both"), "" where none
    did. ``reviewer`` is a role and ``reviewed`` a date; both are "" where there was no review.
    """

    table: str
    address: str
    subject: str
    predicate: str
    object: str
    changed: str = ""
    reviewer: str = ""
    reviewed: str = ""

    @property
    def state(self) -> State:
        """Whether the link is suspect, unreviewed or reviewed.

        >>> Link("mappings/a.sssom.tsv", "m", "a", "p", "b").state.value
        'unreviewed'
        """
        if self.changed:
            return State.SUSPECT
        return State.REVIEWED if self.reviewer else State.UNREVIEWED


class Texts:
    """The texts of all things in some graphs, and their fingerprints.

    The text of a thing is its names, other names, definitions, descriptions and target values, in each language, and
    the quotes of those passages that are about the thing as a whole. These are what a reviewer reads to judge a link.
    Not in it: links, dates, places, numbers and kinds (a link may be added without the thing meaning anything else);
    remarks, which are the steward's and not the source's; quotes for one property, which is itself no text; the place
    of a quote in its document and the document; and the address of the thing, which the mapping names anyway.
    Layout does not count: Unicode is composed (NFC) and runs of white space are one space. Nor does the order, nor that
    the same text stands twice.

    >>> a, b = URIRef("x:a"), URIRef("x:b")
    >>> graph = Graph().add((a, SKOS.prefLabel, Literal("Ett  mål", lang="sv")))
    >>> texts = Texts({a: graph.add((b, SKOS.prefLabel, Literal("Ett mål", lang="sv")))})
    >>> texts.of(a), texts.fingerprint(a) == texts.fingerprint(b)
    ((('name', 'sv', 'Ett mål'),), True)
    """

    def __init__(self, facts: Mapping[URIRef, Graph]) -> None:
        self._graphs = tuple(facts.values())

    def of(self, thing: URIRef) -> tuple[Part, ...]:
        """The parts of the text of a thing, sorted; none where it has no text or is not there."""
        return tuple(sorted(self._parts.get(thing, ())))

    def fingerprint(self, thing: URIRef) -> str:
        """The fingerprint of the text of a thing: the same as long as its text is. For its form see FINGERPRINT."""
        return hashlib.sha256("\0".join("\t".join(part) for part in self.of(thing)).encode()).hexdigest()[:16]

    def changed(self, mapping: tuple[URIRef, URIRef], stored: tuple[str, str]) -> str:
        """The end that has another fingerprint than the one stored: "subject", "object", "both", or ""."""
        subject, target = (self.fingerprint(end) != print_ for end, print_ in zip(mapping, stored, strict=True))
        return "both" if subject and target else "subject" if subject else "object" if target else ""

    @cached_property
    def _parts(self) -> dict[URIRef, set[Part]]:
        parts: dict[URIRef, set[Part]] = defaultdict(set)
        for graph in self._graphs:
            for thing, part in (*_worded(graph), *_quoted(graph)):
                parts[thing].add(part)
        return parts


def links(facts: Mapping[URIRef, Graph], base: str) -> list[Link]:
    """The links that analysts made, by table and address, each with its review. Suggestions are none of them."""
    head = f"{base}graph/mappings-"
    return sorted(
        _link(graph, mapping, f"mappings/{address.removeprefix(head)}.sssom.tsv")
        for address, graph in facts.items()
        if address.startswith(head)
        for mapping in graph.subjects(RDF.type, RT.Mapping)
        if isinstance(mapping, URIRef)
    )


def _link(graph: Graph, mapping: URIRef, table: str) -> Link:
    def one(path: URIRef) -> str:
        value = graph.value(mapping, path)
        return "" if value is None else str(value)

    return Link(
        table,
        str(mapping),
        one(OWL.annotatedSource),
        one(OWL.annotatedProperty),
        one(OWL.annotatedTarget),
        one(RT.changedEnd).removeprefix(RT["changed-end-"]),
        one(SSSOM_SLOT.reviewer_label),
        one(SSSOM_SLOT.review_date),
    )


def _worded(graph: Graph) -> Iterator[tuple[URIRef, Part]]:
    for path, kind in TEXTS.items():
        for thing, value in graph.subject_objects(path):
            if isinstance(thing, URIRef) and isinstance(value, Literal):
                yield thing, (kind, value.language or "", _normal(value))


def _quoted(graph: Graph) -> Iterator[tuple[URIRef, Part]]:
    """The quotes of the passages about a thing as a whole."""
    exact = OA_TERM.hasTarget / OA_TERM.hasSelector / OA_TERM.exact
    for thing, passage in graph.subject_objects(PASSAGE):
        if isinstance(thing, URIRef) and (passage, RT.supports, None) not in graph:
            for quote in graph.objects(passage, exact):
                yield thing, (QUOTE, "", _normal(str(quote)))


def _normal(text: str) -> str:
    """The text composed (NFC), with one space for each run of white space.

    >>> _normal(" a\\u030a\\n till  ö")
    'å till ö'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())
