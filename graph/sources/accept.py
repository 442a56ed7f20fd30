"""Writing a review into the tables: role, date and the fingerprints of both ends, in the rows of the links accepted.

Every other row stays byte for byte. Only where a table has no columns for reviews yet, they are added: its head then
says what they are, and each other row gets an empty cell for each.
"""

import csv
import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rdflib import URIRef

from graph.errors import BadParameter, RodaTradenError, nearest
from graph.sources.mapping import COLUMNS, REVIEW, address, expanded, prefixes
from graph.sources.review import Link, Texts
from graph.vocabulary import RT

CELL = re.compile(r'("(?:[^"]|"")*"|[^\t]*)(\t|\Z)')
ENDING = re.compile(r"(?:\r\n|\n|\r)?\Z")
SLOTS = {"subject_fingerprint": "subjectFingerprint", "object_fingerprint": "objectFingerprint"}
"""The extension slots, each with its word in our vocabulary."""
NO_ROLE = re.compile(r'[\t\r\n"|]')
"""What a role may not hold: what parts cells, or (|) the values of a slot."""
Cells = list[str]


def choose(links: Sequence[Link], given: Sequence[str], base: str) -> list[Link]:
    """The links whose mappings are given as address, ``mapping/<digits>`` or those digits alone, in every table.

    Raises BadParameter for one there is none of, naming the nearest.

    >>> choose([Link("mappings/a.sssom.tsv", "b:id/mapping/0a", "x", "p", "y")], ["0a"], "b:")[0].subject
    'x'
    """
    head = f"{base}id/mapping/"
    known: dict[str, list[Link]] = {}
    for link in links:
        known.setdefault(link.address.removeprefix(head), []).append(link)
    chosen: list[Link] = []
    for value in given:
        name = value.removeprefix(head).removeprefix("mapping/")
        if name not in known:
            near = ", ".join(f"mapping/{digits}" for digits in nearest(name, known))
            raise BadParameter(
                "mapping",
                value,
                f"Den kopplingen finns inte. Närmast: {near}.",
                f"There is no such mapping. Nearest: {near}.",
            )
        chosen += known[name]
    return chosen


def accept(data: Path, base: str, links: Sequence[Link], texts: Texts, role: str, day: date) -> None:
    """Write into data/ that a role reviewed these links on a day, on the texts as they are now.

    Each table is written beside and then put in the place of the old one, so that it is never half there. Raises
    BadParameter where the role is empty or cannot stand in a cell, and RodaTradenError where a table cannot be written.
    """
    if not role.strip() or NO_ROLE.search(role):
        raise BadParameter(
            "by",
            role,
            "Ange en roll, till exempel Redaktionen, utan citattecken, | och radbrytning; inget personnamn.",
            "Give a role, for instance The editors, without quotation marks, | and line breaks; no person's name.",
        )
    for name in sorted({link.table for link in links}):
        found = {link.address: _review(link, texts, role.strip(), day) for link in links if link.table == name}
        path = data / name
        try:
            _replace(path, reviewed(path.read_bytes().decode("utf-8"), found, base).encode("utf-8"))
        except OSError as error:
            raise RodaTradenError(
                f"Tabellen {name} går inte att skriva: {error.strerror}. Den är som förut.",
                f"The table {name} cannot be written: {error.strerror}. It is as before.",
            ) from error


def _review(link: Link, texts: Texts, role: str, day: date) -> dict[str, str]:
    ends = (texts.fingerprint(URIRef(end)) for end in (link.subject, link.object))
    return dict(zip(REVIEW, (role, day.isoformat(), *ends), strict=True))


@dataclass
class _Record:
    """One record of a table: the places of its lines, and its cells as read."""

    places: list[int]
    cells: Cells


def reviewed(text: str, reviews: dict[str, dict[str, str]], base: str) -> str:
    """The text of a table with these reviews: by the address of the mapping, what each column of REVIEW holds."""
    known = prefixes(text.removeprefix("\ufeff")) or {}
    lines = list(io.StringIO(text, newline=""))
    header, *records = _records(lines)
    columns = [cell.strip() for cell in header.cells]
    added = [column for column in REVIEW if column not in columns]
    columns += added
    if added:
        _write(lines, header, [*_raw(lines, header), *added])
    for record in records:
        row = dict(zip(columns, record.cells, strict=False))
        subject, predicate, target = (expanded(row[column].strip(), known, base) or "" for column in COLUMNS[:3])
        review = reviews.get(str(address(subject, predicate, target, base)))
        if added or review:
            cells = [*_raw(lines, record), *("" for _ in added)]
            _write(lines, record, [(review or {}).get(c, cell) for c, cell in zip(columns, cells, strict=True)])
    if added:
        _declare(lines, header.places[0], added, known)
    return "".join(lines)


def _records(lines: list[str]) -> Iterator[_Record]:
    """The header and the rows, without remarks and empty lines, as graph.sources.table reads them."""
    taken: list[int] = []

    def body() -> Iterator[str]:
        for place, line in enumerate(lines):
            if not line.removeprefix("\ufeff").startswith("#"):
                taken.append(place)
                yield line

    for cells in csv.reader(body(), delimiter="\t", strict=True):
        if any(cell.strip() for cell in cells):
            yield _Record(list(taken), cells)
        taken.clear()


def _raw(lines: list[str], record: _Record) -> Cells:
    """The cells as they are written, with their quotation marks."""
    text = ENDING.sub("", "".join(lines[place] for place in record.places))
    cells = [match[1] for match in CELL.finditer(text)]
    return cells[: len(record.cells)]


def _write(lines: list[str], record: _Record, cells: Cells) -> None:
    """Put cells in the place of a record; its line ending stays."""
    first, *others = record.places
    ending = ENDING.search(lines[record.places[-1]])
    assert ending is not None
    for place in others:
        lines[place] = ""
    lines[first] = "\t".join(cells) + ending[0]


def _declare(lines: list[str], place: int, added: Sequence[str], known: dict[str, str]) -> None:
    """Say in the head, above the header at this place, which version of SSSOM it is and what the new slots are.

    >>> lines = ["#curie_map:\\n", "#  rt: https://w3id.org/rodatraden/ns#\\n", "subject_id\\n"]
    >>> _declare(lines, 2, ["review_date", "object_fingerprint"], {"rt": RT})
    >>> print("".join(lines), end="")
    #curie_map:
    #  rt: https://w3id.org/rodatraden/ns#
    #sssom_version: "1.1"
    #extension_definitions:
    #  - slot_name: object_fingerprint
    #    property: rt:objectFingerprint
    #    type_hint: xsd:string
    subject_id
    """
    ending = ENDING.search(lines[place])
    begun = next((p for p, line in enumerate(lines[:place]) if re.match(r"#\s*extension_definitions:\s*$", line)), None)
    new = (
        [] if any(re.match(r"\ufeff?#\s*sssom_version:", line) for line in lines[:place]) else ['sssom_version: "1.1"']
    )
    slots = [line for column in added if column in SLOTS for line in _definition(column, known)]
    if begun is None:
        new += ["extension_definitions:", *(f"  {line}" for line in slots)]
    else:
        item = re.match(r"#(\s*)-", lines[begun + 1])
        lines[begun] += _remarks(slots, item[1] if item else "", ending)
    top = re.search(r"^\ufeff?#(\s*)curie_map:", "".join(lines[:place]), re.MULTILINE)
    lines[place] = _remarks(new, top[1] if top else "", ending) + lines[place]


def _definition(column: str, known: dict[str, str]) -> list[str]:
    """The definition of an extension slot; its property where the head has a prefix for our vocabulary."""
    named = [f"  property: {prefix}:{SLOTS[column]}" for prefix, namespace in known.items() if namespace == RT]
    return [f"- slot_name: {column}", *named[:1], "  type_hint: xsd:string"]


def _remarks(content: Sequence[str], indent: str, ending: re.Match[str] | None) -> str:
    return "".join(f"#{indent}{line}{ending[0] if ending else ''}" for line in content)


def _replace(path: Path, content: bytes) -> None:
    """Put content in the place of a file, whole or not at all; its permissions stay."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, file.name)
            os.replace(file.name, path)
        except OSError:
            os.unlink(file.name)
            raise
