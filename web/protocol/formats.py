"""The formats of answers, and which of them a request accepts, best first (RFC 9110, section 12.5.1)."""

from flask import request

from graph.store.workers import GRAPHS, RESULTS
from web.file import HTML

OURS = (*RESULTS, *GRAPHS)
FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
"""The name of each format, as in ``format=csv``."""
SYNONYMS = {
    "application/json": (FORMATS["json"], FORMATS["jsonld"]),
    "application/xml": (FORMATS["xml"], FORMATS["rdf"]),
    "text/xml": (FORMATS["xml"], FORMATS["rdf"]),
    "text/plain": (FORMATS["nt"],),
    "application/x-turtle": (FORMATS["ttl"],),
}
"""What else our media types are called in the Accept header."""
NAMES = {name: (media_type,) for name, media_type in FORMATS.items()} | {
    "json": SYNONYMS["application/json"],
    "xml": SYNONYMS["application/xml"],
    "turtle": (FORMATS["ttl"],),
    "ntriples": (FORMATS["nt"],),
    "rdf+xml": (FORMATS["rdf"],),
    "json-ld": (FORMATS["jsonld"],),
    "nquads": (FORMATS["nq"],),
}
"""What the format parameter may be, beside media types; clients write these too."""
PATTERNS = {
    media_type: (
        (2, [media_type, *(synonym for synonym, meant in SYNONYMS.items() if media_type in meant)]),
        (1, [f"{media_type.partition('/')[0]}/*"]),
        (0, ["*/*"]),
    )
    for media_type in (*OURS, HTML)
}
"""What may stand for a media type in an Accept header, the most exact first."""
NOT_ACCEPTED = (0.0, 0)


def accepted(name: str) -> tuple[str, ...]:
    """The media types to answer in, best first: those the format parameter names, else those of the Accept header."""
    if name:
        known = NAMES.get(name.lower(), SYNONYMS.get(name.lower(), (name.lower(),)))
        return tuple(media_type for media_type in known if media_type in OURS)
    given = _given()
    rated = [(_rating(media_type, given), media_type) for media_type in OURS]
    return tuple(media_type for (quality, _), media_type in sorted(rated, key=lambda r: r[0], reverse=True) if quality)


def wants_page() -> bool:
    """Whether the request prefers a page to all data."""
    given = _given()
    page = _rating(HTML, given)
    return bool(given) and page > NOT_ACCEPTED and page > max(_rating(media_type, given) for media_type in OURS)


def with_charset(media_type: str) -> str:
    """The content type: text is UTF-8, and says so."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _given() -> dict[str, float]:
    """The quality of each pattern of the Accept header; the best where it is named twice."""
    given: dict[str, float] = {}
    for pattern, quality in request.accept_mimetypes:
        bare = _bare(pattern)
        given[bare] = max(quality, given.get(bare, 0.0))
    return given


def _rating(media_type: str, given: dict[str, float]) -> tuple[float, int]:
    """How well a media type is accepted: its quality, and how exactly it was named."""
    if not given:
        return 1.0, 0
    for exactness, patterns in PATTERNS[media_type]:
        found = [given[pattern] for pattern in patterns if pattern in given]
        if found:
            return max(found), exactness
    return NOT_ACCEPTED


def _bare(pattern: str) -> str:
    """A media type without its parameters.

    >>> _bare("text/CSV; charset=utf-8")
    'text/csv'
    """
    return pattern.partition(";")[0].strip().lower()
