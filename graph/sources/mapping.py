"""Analysts' and machines' links: SSSOM tables (https://mapping-commons.github.io/sssom/).

A row becomes the link itself and a node that says who made it, when, how sure and why.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from rdflib import OWL, RDF, RDFS, XSD, Literal, Namespace, URIRef

from graph.sources.schema import RT
from graph.sources.statements import Reader, Statement
from graph.sources.table import Problems, Row, rows
from graph.vocabulary import RT as RT_NAMESPACE
from graph.vocabulary import SKOS

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
LINKS = {RT_NAMESPACE + name for name in ("contributesTo", "carriesOut", "pursues")} | {
    SKOS + name for name in ("exactMatch", "closeMatch", "relatedMatch", "broadMatch", "narrowMatch")
}
"""The predicates a mapping may use."""


def read(path: Path, name: str, reader: Reader) -> Iterator[Statement]:
    """The statements of one SSSOM table."""
    prefixes = _prefixes(path, name, reader.problems)
    for row in rows(path, name, set(COLUMNS), reader.problems, delimiter="\t"):
        yield from _mapping(row, prefixes, reader)


def title(path: Path) -> str:
    """The mapping_set_title in the head of the table, or the file's name."""
    match = re.search(r"^#\s*mapping_set_title:\s*(.+)$", path.read_text("utf-8"), re.MULTILINE)
    return match[1].strip().strip("\"'") if match else path.name


def _prefixes(path: Path, name: str, problems: Problems) -> dict[str, str]:
    head = "\n".join(line[1:] for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    try:
        metadata = yaml.safe_load(head) or {}
    except yaml.YAMLError as error:
        problems.add(name, None, None, f"Huvudet är inte YAML: {error}.", f"The head is not YAML: {error}.")
        return {}
    curie_map = metadata.get("curie_map") if isinstance(metadata, dict) else None
    if not isinstance(curie_map, dict):
        problems.add(name, 1, None, "Huvudet saknar curie_map.", "The head lacks curie_map.")
        return {}
    return {str(prefix): str(namespace) for prefix, namespace in curie_map.items()}


def _mapping(row: Row, prefixes: dict[str, str], reader: Reader) -> Iterator[Statement]:
    terms = {column: _expanded(row, column, prefixes, reader) for column in COLUMNS[:4]}
    if None in terms.values():
        return
    subject, predicate, target, justification = (URIRef(str(terms[column])) for column in COLUMNS[:4])
    if str(predicate) not in LINKS:
        _refuse(
            row,
            "predicate_id",
            "Tillåtna är rt:contributesTo, rt:carriesOut, rt:pursues och skos:…Match.",
            "Allowed are rt:contributesTo, rt:carriesOut, rt:pursues and skos:…Match.",
            reader,
        )
        return
    for column, thing in (("subject_id", subject), ("object_id", target)):
        if not any(thing in things for things in reader.things.values()):
            _refuse(row, column, "Saken finns inte i grafen.", "There is no such thing in the graph.", reader)
            return
    digest = hashlib.sha256("\0".join((subject, predicate, target)).encode()).hexdigest()[:12]
    mapping = URIRef(f"{reader.base}id/mapping/{digest}")
    yield from reader.stated(subject, predicate, target)
    yield mapping, RDF.type, RT.Mapping
    yield mapping, RDF.type, SSSOM.Mapping
    yield mapping, OWL.annotatedSource, subject
    yield mapping, OWL.annotatedProperty, predicate
    yield mapping, OWL.annotatedTarget, target
    yield mapping, SSSOM.mapping_justification, justification
    for column, path, datatype in (
        ("author_label", SSSOM.author_label, XSD.string),
        ("mapping_date", SSSOM.mapping_date, XSD.date),
        ("confidence", SSSOM.confidence, XSD.decimal),
    ):
        literal = Literal(row.value(column), datatype=datatype, normalize=False)
        if not row.value(column) or literal.ill_typed:
            _refuse(row, column, "Värdet saknas eller har fel form.", "The value is missing or malformed.", reader)
        else:
            yield mapping, path, literal
    if row.value("comment"):
        yield mapping, RDFS.comment, Literal(row.value("comment"), lang="sv")
    else:
        _refuse(row, "comment", "Säg varför kopplingen görs.", "Say why the link is made.", reader)


def _expanded(row: Row, column: str, prefixes: dict[str, str], reader: Reader) -> str | None:
    prefix, colon, rest = row.value(column).partition(":")
    if colon and prefix in prefixes and rest:
        # The tables are written with the default base; a deployment may have another.
        return (prefixes[prefix] + rest).replace("https://w3id.org/rodatraden/id/", f"{reader.base}id/")
    known = ", ".join(sorted(prefixes))
    _refuse(
        row,
        column,
        f"Skriv prefix:namn med ett prefix ur curie_map ({known}).",
        f"Write prefix:name with a prefix of curie_map ({known}).",
        reader,
    )
    return None


def _refuse(row: Row, column: str, swedish: str, english: str, reader: Reader) -> None:
    value = row.value(column)
    reader.problems.add(
        row.file, row.number, column, f"”{value}” passar inte. {swedish}", f"“{value}” does not fit. {english}"
    )
