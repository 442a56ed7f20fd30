"""Each namespace and term of the graph, named once.

Terms are plain strings so that every room can use them without an RDF library.
"""

import re

BASE = "https://w3id.org/rodatraden/"
"""The default base of our own addresses; a setting where the graph is built."""

RT = "https://w3id.org/rodatraden/ns#"
SHAPES = "https://w3id.org/rodatraden/shapes#"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
QB = "http://purl.org/linked-data/cube#"
SH = "http://www.w3.org/ns/shacl#"
SSSOM = "https://w3id.org/sssom/"
SEMAPV = "https://w3id.org/semapv/vocab/"
FOAF = "http://xmlns.com/foaf/0.1/"
SDG = "http://metadata.un.org/sdg/"
VOID = "http://rdfs.org/ns/void#"
VOID_EXT = "http://ldf.fi/void-ext#"
SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
DCAT = "http://www.w3.org/ns/dcat#"
VCARD = "http://www.w3.org/2006/vcard/ns#"
SCHEMA = "https://schema.org/"

PREFIXES = {
    "rt": RT,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "qb": QB,
    "sh": SH,
    "sssom": SSSOM,
    "semapv": SEMAPV,
    "foaf": FOAF,
    "sdg": SDG,
    "void": VOID,
    "void-ext": VOID_EXT,
    "sd": SD,
    "dcat": DCAT,
    "vcard": VCARD,
    "schema": SCHEMA,
}
"""Prefix to namespace, for writing and for shortening addresses."""

RDF_TYPE = RDF + "type"
RDFS_LABEL = RDFS + "label"
LABELS = (SKOS + "prefLabel", DCTERMS + "title")
"""The properties that name a thing; each name is also its rdfs:label."""

TEXT_FRAGMENT = "http://tools.ietf.org/rfc/rfc5147"
"""RFC 5147, fragment identifiers for text/plain: how a passage's lines are written."""

STATED, MAPPED, SUGGESTED = "stated", "mapped", "suggested"
BASES = (STATED, MAPPED, SUGGESTED)
"""Link bases, surest first. A basis admits itself and those before it; the default is MAPPED."""


def kind_word(cls: str) -> str:
    """The word of a kind, as in addresses, for a class of ours.

    >>> kind_word(RT + "TargetGroup"), kind_word("Goal")
    ('target-group', 'goal')
    """
    return re.sub(r"(?<!^)([A-Z])", r"-\1", cls.removeprefix(RT)).lower()


def class_of(kind: str) -> str:
    """The class of a kind.

    >>> class_of("target-group") == RT + "TargetGroup"
    True
    """
    return RT + "".join(word.capitalize() for word in kind.split("-"))


def shortened(iri: str, base: str = BASE) -> str:
    """The address with a prefix where we have one, ``kind/slug`` for our own things.

    >>> shortened("https://w3id.org/rodatraden/ns#serves")
    'rt:serves'
    >>> shortened("https://w3id.org/rodatraden/id/place/1907")
    'place/1907'
    """
    if iri.startswith(base + "id/"):
        return iri.removeprefix(base + "id/")
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
