"""One CSV table: rows of one kind, read cell by cell.

RFC 4180 with a header row, UTF-8. Every problem is kept with file, row and column; none stops the reading.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import Problem

SEPARATOR = " | "
QUOTE, LINES, SECTION = "citat", "rader", "avsnitt"
EVIDENCE = (QUOTE, LINES, SECTION)


@dataclass
class Problems:
    """The problems found so far."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, row: int | None, column: str | None, swedish: str, english: str) -> None:
        self.found.append(Problem(file, row, column, swedish, english))


@dataclass(frozen=True)
class Row:
    """One row: where it stands and its cells by header."""

    file: str
    number: int
    cells: dict[str, str]

    def values(self, header: str) -> list[str]:
        """The values of a cell, split at " | ".

        >>> Row("goal.csv", 2, {"horisont": "short | long"}).values("horisont")
        ['short', 'long']
        """
        cell = self.cells.get(header, "").strip()
        return [value.strip() for value in cell.split(SEPARATOR) if value.strip()] if cell else []

    def value(self, header: str) -> str:
        return self.cells.get(header, "").strip()


def rows(path: Path, name: str, headers: set[str], problems: Problems, delimiter: str = ",") -> Iterator[Row]:
    """The rows of a table. ``headers`` are the columns allowed; ``name`` is the file in messages."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        problems.add(name, row, None, "Filen är inte UTF-8.", "The file is not UTF-8.")
        return
    body = "".join(line for line in io.StringIO(text, newline="") if not (delimiter == "\t" and line.startswith("#")))
    offset = text.count("\n") - body.count("\n")
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [h.strip() for h in next(reader, [])]
        _check_header(header, headers, name, problems)
        for cells in reader:
            number = reader.line_num + offset
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                problems.add(
                    name,
                    number,
                    None,
                    f"Raden har {len(cells)} celler men tabellen {len(header)} kolumner. "
                    "Ett kommatecken i en cell kräver citattecken.",
                    f"The row has {len(cells)} cells but the table {len(header)} columns. "
                    "A comma in a cell needs quotation marks.",
                )
                continue
            yield Row(name, number, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        problems.add(
            name,
            reader.line_num + offset,
            None,
            f"Raden går inte att läsa som CSV: {error}.",
            f"The row is not CSV: {error}.",
        )


def _check_header(header: list[str], allowed: set[str], name: str, problems: Problems) -> None:
    for column in sorted({c for c in header if header.count(c) > 1}):
        problems.add(name, 1, column, "Kolumnen finns två gånger.", "The column stands twice.")
    for column in header:
        if column not in allowed:
            listed = ", ".join(sorted(allowed))
            problems.add(
                name, 1, column, f"Okänd kolumn. Tillåtna är: {listed}.", f"Unknown column. Allowed are: {listed}."
            )
