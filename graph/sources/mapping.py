"""Analysts' and machines' links: SSSOM tables (https://mapping-commons.github.io/sssom/).

A row becomes the link itself and a node that says who made it, when, how sure and why; and, where someone reviewed it,
who and when, the fingerprints of both ends then, and whether either has another text now (graph.sources.review).
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from rdflib import OWL, RDF, RDFS, XSD, Literal, Namespace, URIRef

from graph.sources.review import FINGERPRINT, Texts
from graph.sources.schema import RT
from graph.sources.statements import Reader, Statement
from graph.sources.table import Problems, Row, rows
from graph.vocabulary import BASE, SKOS
from graph.vocabulary import RT as RT_NAMESPACE

SSSOM = Namespace("https://w3id.org/sssom/")
COLUMNS = (
    "subject_id",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "confidence",
    "comment",
)
REVIEW = {
    "reviewer_label": (SSSOM.reviewer_label, XSD.string),
    "review_date": (SSSOM.review_date, XSD.date),
    "subject_fingerprint": (RT.subjectFingerprint, XSD.string),
    "object_fingerprint": (RT.objectFingerprint, XSD.string),
}
"""The columns of a review: two slots of SSSOM 1.1 and two extension slots. A row has all of them or none."""
REQUIRED = (
    ("author_label", SSSOM.author_label, XSD.string),
    ("mapping_date", SSSOM.mapping_date, XSD.date),
    ("confidence", SSSOM.confidence, XSD.decimal),
)
LINKS = {RT_NAMESPACE + name for name in ("contributesTo", "carriesOut", "pursues")} | {
    SKOS + name for name in ("exactMatch", "closeMatch", "relatedMatch", "broadMatch", "narrowMatch")
}
"""The predicates a mapping may use."""


def read(path: Path, name: str, reader: Reader, texts: Texts | None) -> Iterator[Statement]:
    """The statements of one SSSOM table; ``texts`` are what reviews are held against, None where there can be none."""
    known = _prefixes(path, name, reader.problems)
    allowed = {*COLUMNS, *(() if texts is None else REVIEW)}
    for row in rows(path, name, allowed, reader.problems, delimiter="\t"):
        yield from _mapping(row, known, reader, texts)


def address(subject: str, predicate: str, target: str, base: str) -> URIRef:
    """The address of the mapping of one link.

    >>> str(address("x:a", "x:p", "x:b", "https://w3id.org/rodatraden/"))
    'https://w3id.org/rodatraden/id/mapping/94eadc8ef802'
    """
    digest = hashlib.sha256("\0".join((subject, predicate, target)).encode()).hexdigest()[:12]
    return URIRef(f"{base}id/mapping/{digest}")


def title(path: Path) -> str:
    """The mapping_set_title in the head of the table, or the file's name."""
    match = re.search(r"^#\s*mapping_set_title:\s*(.+)$", path.read_text("utf-8"), re.MULTILINE)
    return match[1].strip().strip("\"'") if match else path.name


def prefixes(text: str) -> dict[str, str] | None:
    """The curie_map in the head of a table; None where there is none. Raises yaml.YAMLError.

    >>> prefixes("#curie_map:\\n#  rt: https://w3id.org/rodatraden/ns#\\nsubject_id\\n")
    {'rt': 'https://w3id.org/rodatraden/ns#'}
    """
    metadata = yaml.safe_load("\n".join(line[1:] for line in text.splitlines() if line.startswith("#")))
    found = metadata.get("curie_map") if isinstance(metadata, dict) else None
    return {str(prefix): str(namespace) for prefix, namespace in found.items()} if isinstance(found, dict) else None


def expanded(curie: str, known: dict[str, str], base: str) -> str | None:
    """The address that a CURIE means under a base; None where its prefix is none of those known.

    >>> expanded("rtid:goal/a", {"rtid": "https://w3id.org/rodatraden/id/"}, "https://data.example.org/")
    'https://data.example.org/id/goal/a'
    """
    prefix, colon, rest = curie.partition(":")
    if not (colon and prefix in known and rest):
        return None
    # The tables are written with the default base; a deployment may have another.
    return (known[prefix] + rest).replace(f"{BASE}id/", f"{base}id/")


def _prefixes(path: Path, name: str, problems: Problems) -> dict[str, str]:
    try:
        found = prefixes(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        problems.add(name, None, None, f"Huvudet är inte YAML: {error}.", f"The head is not YAML: {error}.")
        return {}
    if found is None:
        problems.add(name, 1, None, "Huvudet saknar curie_map.", "The head lacks curie_map.")
    return found or {}


def _mapping(row: Row, known: dict[str, str], reader: Reader, texts: Texts | None) -> Iterator[Statement]:
    terms = [_expanded(row, column, known, reader) for column in COLUMNS[:4]]
    if None in terms:
        return
    subject, predicate, target, justification = (URIRef(str(term)) for term in terms)
    if not _admitted(row, subject, predicate, target, reader):
        return
    mapping = address(subject, predicate, target, reader.base)
    yield from reader.stated(subject, predicate, target)
    yield mapping, RDF.type, RT.Mapping
    yield mapping, RDF.type, SSSOM.Mapping
    yield mapping, OWL.annotatedSource, subject
    yield mapping, OWL.annotatedProperty, predicate
    yield mapping, OWL.annotatedTarget, target
    yield mapping, SSSOM.mapping_justification, justification
    yield from _made(row, mapping, reader)
    if texts is not None:
        yield from _review(row, mapping, (subject, target), texts, reader)


def _admitted(row: Row, subject: URIRef, predicate: URIRef, target: URIRef, reader: Reader) -> bool:
    """Whether the link may be made: by one of LINKS, between two things there are."""
    if str(predicate) not in LINKS:
        _refuse(
            row,
            "predicate_id",
            "Tillåtna är rt:contributesTo, rt:carriesOut, rt:pursues och skos:…Match.",
            "Allowed are rt:contributesTo, rt:carriesOut, rt:pursues and skos:…Match.",
            reader,
        )
        return False
    for column, thing in (("subject_id", subject), ("object_id", target)):
        if not any(thing in things for things in reader.things.values()):
            _refuse(row, column, "Saken finns inte i grafen.", "There is no such thing in the graph.", reader)
            return False
    return True


def _made(row: Row, mapping: URIRef, reader: Reader) -> Iterator[Statement]:
    """Who made the link, when, how sure and why."""
    for column, path, datatype in REQUIRED:
        literal = Literal(row.value(column), datatype=datatype, normalize=False)
        if not row.value(column) or literal.ill_typed:
            _refuse(row, column, "Värdet saknas eller har fel form.", "The value is missing or malformed.", reader)
        else:
            yield mapping, path, literal
    if row.value("comment"):
        yield mapping, RDFS.comment, Literal(row.value("comment"), lang="sv")
    else:
        _refuse(row, "comment", "Säg varför kopplingen görs.", "Say why the link is made.", reader)


def _review(
    row: Row, mapping: URIRef, ends: tuple[URIRef, URIRef], texts: Texts, reader: Reader
) -> Iterator[Statement]:
    """Who reviewed the link, when and on which texts; whether it is suspect now. Nothing where no one has."""
    if not any(row.value(column) for column in REVIEW):
        return
    wrong = [column for column in REVIEW if not _well_formed(row, column)]
    for column in wrong:
        _refuse(row, column, *(FORMS[column.endswith("_fingerprint")] if row.value(column) else WHOLE), reader)
    if wrong:
        return
    for column, (path, datatype) in REVIEW.items():
        yield mapping, path, Literal(row.value(column), datatype=datatype, normalize=False)
    changed = texts.changed(ends, (row.value("subject_fingerprint"), row.value("object_fingerprint")))
    if changed:
        yield mapping, RT.suspect, Literal(True)
        yield mapping, RT.changedEnd, RT[f"changed-end-{changed}"]


WHOLE = (
    f"En granskning har alla dessa: {', '.join(REVIEW)}.",
    f"A review has all of these: {', '.join(REVIEW)}.",
)
FORMS = {
    True: (
        "Ett fingeravtryck är 16 hexadecimala siffror (0–9, a–f); rodatraden review --accept skriver det.",
        "A fingerprint is 16 hexadecimal digits (0–9, a–f); rodatraden review --accept writes it.",
    ),
    False: ("Skriv ett datum som 2026-11-22.", "Write a date like 2026-11-22."),
}
"""What a cell of a review should look like, for a fingerprint and for a date; a role may be any text."""


def _well_formed(row: Row, column: str) -> bool:
    value = row.value(column)
    if column.endswith("_fingerprint"):
        return FINGERPRINT.fullmatch(value) is not None
    return bool(value) and not Literal(value, datatype=REVIEW[column][1], normalize=False).ill_typed


def _expanded(row: Row, column: str, known: dict[str, str], reader: Reader) -> str | None:
    found = expanded(row.value(column), known, reader.base)
    if found is None:
        listed = ", ".join(sorted(known))
        _refuse(
            row,
            column,
            f"Skriv prefix:namn med ett prefix ur curie_map ({listed}).",
            f"Write prefix:name with a prefix of curie_map ({listed}).",
            reader,
        )
    return found


def _refuse(row: Row, column: str, swedish: str, english: str, reader: Reader) -> None:
    value = row.value(column)
    reader.problems.add(
        row.file, row.number, column, f"”{value}” passar inte. {swedish}", f"“{value}” does not fit. {english}"
    )
