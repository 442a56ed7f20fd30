"""An answer as a file: the same address with a suffix, or an Accept header, gives the same answer."""

from dataclasses import replace

from flask import Response, request

from graph.exports import EXPORTS, Table
from web import asked

HTML = "text/html"
OFFERED = ("csv", "xlsx", "json", "ttl")
"""The formats that a page links to; every other export answers too."""
OTHER_RDF = ("nt", "rdf", "jsonld")
"""What a page about the data itself links to as well."""


def split(name: str) -> tuple[str, str | None]:
    """A last part of an address as name and suffix; the suffix is None where it is no format.

    >>> split("dhol-d6.json"), split("rus.2020")
    (('dhol-d6', 'json'), ('rus.2020', None))
    """
    stem, dot, suffix = name.rpartition(".")
    return (stem, suffix) if dot and stem and suffix in EXPORTS else (name, None)


def wanted(suffix: str | None) -> str | None:
    """The format to answer in: the suffix, or what the Accept header prefers; None for the page."""
    if suffix is not None:
        return suffix
    by_type = {export.media_type: name for name, export in EXPORTS.items()}
    best = request.accept_mimetypes.best_match([HTML, *by_type], default=HTML)
    return by_type.get(best)


def response(table: Table, suffix: str) -> Response:
    """The table in a format."""
    export = EXPORTS[suffix]
    content = export.write(replace(table, has_labels=asked.wants_labels(), source=table.source or request.url))
    is_text = isinstance(content, str)
    answer = Response(content, content_type=f"{export.media_type}; charset=utf-8" if is_text else export.media_type)
    shown = "inline" if is_text else "attachment"
    answer.headers["Content-Disposition"] = f'{shown}; filename="{_file_name(table.name)}.{suffix}"'
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.vary.add("Accept")
    return answer


def _file_name(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else "-" for c in name)
