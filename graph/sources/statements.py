"""From rows to statements: what each cell says, in RDF.

Cells follow the schema; a cell that does not is a problem with file, row and column.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import RDF, RDFS, SKOS, XSD, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from graph import dates
from graph.errors import nearest
from graph.sources.schema import PASSAGE, RT, Column, Kind, Schema, kind_name
from graph.sources.table import EVIDENCE, LINES, Problems, Row
from graph.vocabulary import LABELS, TEXT_FRAGMENT

OA = Namespace("http://www.w3.org/ns/oa#")
SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
LINE_RANGE = re.compile(r"^(\d+)(?:-(\d+))?$")
YES_NO = {"ja": "true", "nej": "false"}
DATE_DATATYPES = {"gYear": XSD.gYear, "gYearMonth": XSD.gYearMonth, "date": XSD.date}
DAYS = {
    str(RT.start): (RT.startsOn, dates.first_day),
    str(RT.end): (RT.endsOn, dates.last_day),
    str(RT.sourceDate): (RT.freshUntil, dates.fresh_until),
}

Statement = tuple[URIRef, URIRef, URIRef | Literal]


@dataclass
class Reader:
    """Turns rows into statements; knows the schema, the base and all things there are."""

    schema: Schema
    base: str
    problems: Problems
    things: dict[str, set[URIRef]] = field(default_factory=dict)
    """The things of each kind, by the kind's name."""

    def register(self, kind: Kind, row: Row) -> None:
        """Note that the thing of this row exists; must be done for all rows before any is read."""
        iri = self.iri(kind.name, row.value("id"))
        if iri is None:
            swedish = "En adress är gemener a–z, siffror och bindestreck (å, ä → a, ö → o), eller en hel IRI."
            english = "An id is lower-case a–z, digits and hyphens, or a full IRI."
            self._problem(row, "id", swedish, english)
        else:
            self.things.setdefault(kind.name, set()).add(iri)

    def iri(self, kind: str, slug: str) -> URIRef | None:
        """The address of a thing, or None where the slug is none."""
        if slug.startswith(("http://", "https://")) and not re.search(r"[\s<>\"{}|\\^`]", slug):
            return URIRef(slug)
        return URIRef(f"{self.base}id/{kind}/{slug}") if SLUG.match(slug) else None

    def row(self, kind: Kind, row: Row, document: URIRef) -> Iterator[Statement]:
        """The statements of one row, with its passages."""
        thing = self.iri(kind.name, row.value("id"))
        if thing is None:
            return
        yield thing, RDF.type, kind.cls
        yield thing, DCTERMS.source, document
        for cls in self.schema.above(kind.cls, RDFS.subClassOf):
            yield thing, RDF.type, cls
            if cls == SKOS.Concept:
                yield thing, SKOS.inScheme, RT[f"{kind.name}-scheme"]
        for column in kind.columns:
            for value in self._values(column, row):
                yield from self.stated(thing, column.path, value)
        yield from self.passages(thing, row, document)

    def stated(self, thing: URIRef, path: URIRef, value: URIRef | Literal) -> Iterator[Statement]:
        """A statement, with what follows from it: super-properties, the label, the days of a date."""
        yield thing, path, value
        for above in self.schema.above(path):
            yield thing, above, value
        if str(path) in LABELS:
            yield thing, RDFS.label, value
        if str(path) in DAYS:
            derived, day = DAYS[str(path)]
            yield thing, derived, Literal(day(str(value)).isoformat(), datatype=XSD.date)

    def passages(
        self, thing: URIRef, row: Row, document: URIRef, supports: URIRef | None = None
    ) -> Iterator[Statement]:
        """The passages a row gives for a thing, or for one property of it (Web Annotation)."""
        quotes, spots, sections = (row.values(header) for header in EVIDENCE)
        if spots and len(spots) != len(quotes):
            self._problem(
                row,
                LINES,
                f"{len(spots)} radangivelser för {len(quotes)} citat.",
                f"{len(spots)} line ranges for {len(quotes)} quotes.",
            )
            return
        for number, quote in enumerate(quotes):
            section = sections[number] if len(sections) == len(quotes) else " | ".join(sections)
            passage = self._passage_iri(thing, document, supports, quote)
            yield from self._passage(passage, thing, document, quote, section)
            if supports is not None:
                yield passage, RT.supports, supports
            if spots:
                yield from self._lines(passage, spots[number], row)

    def _passage(
        self, passage: URIRef, thing: URIRef, document: URIRef, quote: str, section: str
    ) -> Iterator[Statement]:
        target, selector = URIRef(f"{passage}#target"), URIRef(f"{passage}#quote")
        yield thing, PASSAGE, passage
        yield passage, RDF.type, RT.Passage
        yield passage, RDF.type, OA.Annotation
        yield passage, OA.hasBody, thing
        yield passage, OA.hasTarget, target
        yield target, RDF.type, OA.SpecificResource
        yield target, OA.hasSource, document
        yield target, OA.hasSelector, selector
        yield selector, RDF.type, OA.TextQuoteSelector
        yield selector, OA.exact, Literal(quote)
        if section:
            yield target, RT.section, Literal(section)

    def _lines(self, passage: URIRef, spot: str, row: Row) -> Iterator[Statement]:
        match = LINE_RANGE.match(spot)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last:
            self._problem(
                row,
                LINES,
                f"”{spot}” är inte rader; skriv 19 eller 19-23.",
                f"“{spot}” is not lines; write 19 or 19-23.",
            )
            return
        target, selector = URIRef(f"{passage}#target"), URIRef(f"{passage}#lines")
        yield target, OA.hasSelector, selector
        yield selector, RDF.type, OA.FragmentSelector
        yield selector, DCTERMS.conformsTo, URIRef(TEXT_FRAGMENT)
        # RFC 5147 counts positions between lines, from 0: lines 19 to 23 are line=18,23.
        yield selector, RDF.value, Literal(f"line={first - 1},{last}")
        yield target, RT.firstLine, Literal(first)
        yield target, RT.lastLine, Literal(last)

    def _passage_iri(self, thing: URIRef, document: URIRef, supports: URIRef | None, quote: str) -> URIRef:
        digest = hashlib.sha256("\0".join((thing, document, supports or "", quote)).encode()).hexdigest()[:8]
        name = re.sub(r"[^a-z0-9]+", "-", str(thing).removeprefix(f"{self.base}id/").lower()).strip("-")
        return URIRef(f"{self.base}id/passage/{name}-{digest}")

    def _values(self, column: Column, row: Row) -> Iterator[URIRef | Literal]:
        values = [row.value(column.header)] if column.most == 1 and not column.classes else row.values(column.header)
        values = [value for value in values if value]
        if column.most is not None and len(values) > column.most:
            self._refuse(row, column)
            return
        for value in values:
            term = (
                self._thing(column, row, value) if column.classes or column.any_thing else self._literal(column, value)
            )
            if term is None:
                self._refuse(row, column, value)
            else:
                yield term

    def _literal(self, column: Column, value: str) -> Literal | None:
        if RDF.langString in column.datatypes:
            return Literal(value, lang=column.language or "sv")
        if XSD.gYear in column.datatypes:
            datatype = DATE_DATATYPES.get(dates.precision(value) or "")
            return Literal(value, datatype=datatype) if datatype in column.datatypes else None
        datatype = column.datatypes[0]
        if datatype == XSD.boolean:
            value = YES_NO.get(value.lower(), value)
        literal = Literal(value, datatype=datatype, normalize=False)
        return None if literal.ill_typed else literal

    def _thing(self, column: Column, row: Row, value: str) -> URIRef | None:
        return self.thing(value, [kind_name(cls) for cls in column.classes])

    def thing(self, value: str, kinds: list[str]) -> URIRef | None:
        """The thing a cell points to: slug, ``kind/slug``, a concept's name or a full IRI; None where there is none."""
        kind, _, slug = value.rpartition("/")
        if value.startswith("http"):
            iri: URIRef | None = URIRef(value)
            searched = kinds or list(self.things)
            return iri if any(iri in self.things.get(k, ()) for k in searched) else None
        if not kind and len(kinds) == 1:
            kind = kinds[0]
        if kinds and kind not in kinds:
            return None
        if slug in self.schema.concepts.get(_class_name(kind), ()):
            return RT[f"{kind}-{slug}"]
        iri = self.iri(kind, slug)
        return iri if iri in self.things.get(kind, ()) else None

    def _refuse(self, row: Row, column: Column, value: str | None = None) -> None:
        given = row.value(column.header) if value is None else value
        slugs = [s for cls in column.classes for s in self._names(kind_name(cls), len(column.classes) > 1)]
        near_sv = f" Närmast: {', '.join(nearest(given, slugs))}." if slugs else ""
        near_en = f" Nearest: {', '.join(nearest(given, slugs))}." if slugs else ""
        self._problem(
            row,
            column.header,
            f"”{given}” passar inte. {column.message}{near_sv}",
            f"“{given}” does not fit. {column.message_en}{near_en}",
        )

    def _names(self, kind: str, qualified: bool) -> list[str]:
        names = self.schema.concepts.get(_class_name(kind)) or {
            str(t).removeprefix(f"{self.base}id/{kind}/") for t in self.things.get(kind, ())
        }
        return [f"{kind}/{name}" if qualified else name for name in names]

    def _problem(self, row: Row, column: str | None, swedish: str, english: str) -> None:
        self.problems.add(row.file, row.number, column, swedish, english)


def _class_name(kind: str) -> str:
    return "".join(word.capitalize() for word in kind.split("-"))
