"""The dataset and its services for data portals: DCAT-AP-SE 3.0.1 (https://docs.dataportal.se/dcat/3.0.1/sv/).

Who publishes the data, and whom to write to, no file of the data tells: they are settings, and left out where they are
not set. DCAT-AP-SE demands a publisher, so a description without one is not yet ready for a portal.
"""

from collections.abc import Iterable, Iterator

from graph.answer import Iri, Literal, Term, Triple
from graph.description import address
from graph.description.dataset import LICENCE, TEXT, TITLE, modified
from graph.description.statements import about, both, iris
from graph.publisher import PUBLISHER_KIND, Publisher
from graph.store import Store
from graph.vocabulary import DCAT, DCTERMS, FOAF, VCARD

AUTHORITY = "http://publications.europa.eu/resource/authority/"
PUBLIC = f"{AUTHORITY}access-right/PUBLIC"
HEALTH = f"{AUTHORITY}data-theme/HEAL"
SWEDISH, ENGLISH = f"{AUTHORITY}language/SWE", f"{AUTHORITY}language/ENG"
SWEDEN = "http://sws.geonames.org/2661886/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
KEYWORDS = {
    "sv": ("suicidprevention", "psykisk hälsa", "strategi", "handslag", "handlingsplan", "mål", "aktivitet"),
    "en": ("suicide prevention", "mental health", "strategy", "agreement", "action plan", "goal", "activity"),
}
WORDS = {
    "catalogue": {"sv": "Öppna data ur Röda tråden", "en": "Open data of Röda tråden"},
    "service": {"sv": "SPARQL-tjänst för Röda tråden", "en": "SPARQL endpoint of Röda tråden"},
    "asked": {
        "sv": "Hela grafen, att fråga med SPARQL 1.1. Tjänsten är öppen och går bara att läsa.",
        "en": "The whole graph, to be asked in SPARQL 1.1. The service is open and read-only.",
    },
    "file": {"sv": "Hela grafen som fil ({}).", "en": "The whole graph as a file ({})."},
}
RESULT = "application/sparql-results+json"
FILE_TYPES = {
    RESULT: "SPARQLQRES",
    "application/n-quads": "RDF_N_QUADS",
    "application/trig": "RDF_TRIG",
    "application/n-triples": "RDF_N_TRIPLES",
    "text/turtle": "RDF_TURTLE",
}
"""The names of media types in the EU's list of file types, which dcterms:format is to be taken from."""


def catalogue(store: Store, site: str, files: dict[str, str], publisher: Publisher | None = None) -> Iterator[Triple]:
    """A catalogue with the dataset and the endpoint of the service at a site, its address with a slash at the end.

    ``files`` are the addresses of the whole graph as a file, by media type.
    """
    base = store.base
    answerable = _answerable(base, publisher)
    day = modified(store)
    yield from about(
        _part(base, "catalog"),
        [DCAT + "Catalog"],
        {
            DCTERMS + "title": both(WORDS["catalogue"]),
            DCTERMS + "description": both(TEXT),
            DCTERMS + "license": iris([LICENCE]),
            DCTERMS + "modified": day,
            DCTERMS + "language": iris([SWEDISH, ENGLISH]),
            DCTERMS + "spatial": iris([SWEDEN]),
            DCAT + "themeTaxonomy": iris([f"{AUTHORITY}data-theme"]),
            DCAT + "dataset": iris([address.dataset(base)]),
            DCAT + "service": iris([_part(base, "service")]),
            FOAF + "homepage": iris([site]),
            DCTERMS + "publisher": answerable[DCTERMS + "publisher"],
        },
    )
    yield from about(
        address.dataset(base),
        [DCAT + "Dataset"],
        {
            DCTERMS + "title": both(TITLE),
            DCTERMS + "description": both(TEXT),
            DCTERMS + "identifier": [Literal(address.dataset(base))],
            DCTERMS + "modified": day,
            DCTERMS + "language": iris([SWEDISH]),
            DCTERMS + "spatial": iris([SWEDEN]),
            DCTERMS + "accessRights": iris([PUBLIC]),
            DCAT + "version": [Literal(store.version)],
            DCAT + "theme": iris([HEALTH]),
            DCAT + "keyword": _keywords(),
            DCAT + "landingPage": iris([site]),
            DCAT + "distribution": iris([_part(base, "distribution.sparql"), *(_file(base, name) for name in files)]),
            **answerable,
        },
    )
    yield from _distributions(base, site, files)
    yield from about(
        _part(base, "service"),
        [DCAT + "DataService"],
        {
            DCTERMS + "title": both(WORDS["service"]),
            DCTERMS + "description": both(WORDS["asked"]),
            DCTERMS + "license": iris([LICENCE]),
            DCTERMS + "accessRights": iris([PUBLIC]),
            DCTERMS + "conformsTo": iris([PROTOCOL]),
            DCTERMS + "format": _format(RESULT),
            DCAT + "theme": iris([HEALTH]),
            DCAT + "keyword": _keywords(),
            DCAT + "endpointURL": iris([f"{site}sparql"]),
            DCAT + "endpointDescription": iris([f"{site}sparql"]),
            DCAT + "servesDataset": iris([address.dataset(base)]),
            DCAT + "landingPage": iris([f"{site}sparql"]),
            **answerable,
        },
    )
    yield from _people(base, publisher)


def _distributions(base: str, site: str, files: dict[str, str]) -> Iterator[Triple]:
    service = {DCAT + "accessService": iris([_part(base, "service")])}
    yield from _distribution(_part(base, "distribution.sparql"), WORDS["asked"], RESULT, f"{site}sparql", service)
    for media_type, url in files.items():
        words = {language: text.format(media_type) for language, text in WORDS["file"].items()}
        yield from _distribution(_file(base, media_type), words, media_type, url, {DCAT + "downloadURL": iris([url])})


def _distribution(
    one: str, words: dict[str, str], media_type: str, url: str, more: dict[str, tuple[Iri, ...]]
) -> Iterator[Triple]:
    yield from about(
        one,
        [DCAT + "Distribution"],
        {
            DCTERMS + "description": both(words),
            DCTERMS + "license": iris([LICENCE]),
            DCTERMS + "format": _format(media_type),
            DCAT + "mediaType": iris([MEDIA_TYPES + media_type]),
            DCAT + "accessURL": iris([url]),
            **more,
        },
    )


def _answerable(base: str, publisher: Publisher | None) -> dict[str, Iterable[Term]]:
    """Who answers for it and how to reach them, as far as that is set."""
    return {
        DCTERMS + "publisher": iris([_part(base, "publisher")] if publisher else []),
        DCAT + "contactPoint": iris([_part(base, "contact")] if publisher and publisher.email else []),
    }


def _people(base: str, publisher: Publisher | None) -> Iterator[Triple]:
    if publisher is None:
        return
    said: dict[str, Iterable[Term]] = {FOAF + "name": [Literal(publisher.name, language="sv")]}
    if publisher.kind:
        said[DCTERMS + "type"] = iris([PUBLISHER_KIND + publisher.kind])
    if publisher.homepage:
        said[FOAF + "homepage"] = iris([publisher.homepage])
    yield from about(_part(base, "publisher"), [FOAF + "Agent"], said)
    if publisher.email:
        reach: dict[str, Iterable[Term]] = {VCARD + "fn": [Literal(publisher.name)]}
        reach[VCARD + "hasEmail"] = iris([f"mailto:{publisher.email}"])
        yield from about(_part(base, "contact"), [VCARD + "Organization", VCARD + "Kind"], reach)


def _format(media_type: str) -> tuple[Iri, ...]:
    return iris([f"{AUTHORITY}file-type/{FILE_TYPES[media_type]}"])


def _keywords() -> list[Term]:
    return [Literal(word, language=language) for language, words in KEYWORDS.items() for word in words]


def _file(base: str, media_type: str) -> str:
    return _part(base, f"distribution.{media_type.rpartition('/')[2]}")


def _part(base: str, name: str) -> str:
    return f"{base}dcat#{name}"
