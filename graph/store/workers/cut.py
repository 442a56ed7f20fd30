"""An answer in rows, cut after a number of them.

JSON and XML can say in themselves that they were cut; CSV and TSV cannot, so those are refused instead.
The formats: https://www.w3.org/TR/sparql11-results-json/ and https://www.w3.org/TR/rdf-sparql-XMLres/.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

NOTE = "/sparql#truncated"
"""Where it is told what a cut answer is; relative to the endpoint."""
JSON_STRING_OR_NEXT_ROW = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|\},\{', re.DOTALL)
CSV_FIELD = re.compile(rb'"[^"]*"')


@dataclass(frozen=True)
class Rows:
    """How the rows of a format are counted, and how an answer is ended after a number of them.

    ``most`` is never below the number of rows, and cheap; ``count`` is exact. ``cut`` is None where the format
    cannot say that it was cut.
    """

    most: Callable[[bytes], int]
    count: Callable[[bytes], int]
    cut: Callable[[bytes, int], tuple[bytes, int]] | None = None


def cut_json(content: bytes, rows: int) -> tuple[bytes, int]:
    """At most so many whole rows of an answer that may end anywhere; and how many there are.

    >>> cut_json(b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"},{"}},{"a":{"ty', 9)
    (b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"},{"}}]},"truncated":true}', 1)
    """
    end, kept = _json_rows(content, rows)
    if end is None:
        return content[: content.index(b"[", content.index(b'"bindings"')) + 1] + b']},"truncated":true}', 0
    return content[:end] + b']},"truncated":true}', kept


def cut_xml(content: bytes, rows: int) -> tuple[bytes, int]:
    """At most so many whole rows of an answer that may end anywhere; and how many there are.

    >>> cut_xml(b"<sparql><head></head><results><result>1</result><result>2</result><resul", 1)[1]
    1
    """
    row, begin = b"</result>", b"<results>"
    head, _, body = content.partition(begin)
    kept = min(rows, body.count(row))
    parts = body.split(row, kept)
    head = head.replace(b"</head>", f'<link href="{NOTE}"/></head>'.encode(), 1)
    return head + begin + row.join([*parts[:kept], b"</results></sparql>"]), kept


def _json_rows(content: bytes, most: int) -> tuple[int | None, int]:
    """Where the last whole row before another ends, of the first so many; and how many that are."""
    end, found = None, 0
    for match in JSON_STRING_OR_NEXT_ROW.finditer(content):
        if found == most:
            break
        if match[0] == b"},{":
            end, found = match.start() + 1, found + 1
    return end, found


def _count_json(content: bytes) -> int:
    return sum(match[0] == b"},{" for match in JSON_STRING_OR_NEXT_ROW.finditer(content)) + 1


def _count_csv(content: bytes) -> int:
    return CSV_FIELD.sub(b"", content).count(b"\r\n") - 1


ROWS = {
    "application/sparql-results+json": Rows(lambda content: content.count(b"},{") + 1, _count_json, cut_json),
    "application/sparql-results+xml": Rows(lambda c: c.count(b"</result>"), lambda c: c.count(b"</result>"), cut_xml),
    "text/csv": Rows(lambda content: content.count(b"\r\n") - 1, _count_csv),
    "text/tab-separated-values": Rows(lambda c: c.count(b"\n") - 1, lambda c: c.count(b"\n") - 1),
}
"""By media type."""
