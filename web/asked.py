"""What a request asks for: language, basis, date and place, read from its address.

The whole state of a page is in its address, so this is the one spot that reads it; a value that does not fit is a
BadParameter, never guessed.
"""

from datetime import date

from flask import request

from graph.coverage import Scope, coverage
from graph.errors import BadParameter
from graph.question import day, things
from graph.vocabulary import BASES, MAPPED
from web.language import LANGUAGES
from web.service import service, store

LANGUAGE, BASIS, AS_OF, PLACE = "lang", "basis", "asOf", "place"
LABELS = "labels"
"""Asks an answer in RDF for the names of everything it mentions; it needs no value."""
LONGEST = 500
"""Characters a parameter may have; a SPARQL query has its own limit."""


def language() -> str:
    """The language of the answer; the default where none or an unknown one is asked for."""
    asked = request.args.get(LANGUAGE, "")
    return asked if asked in LANGUAGES else service().language_default


def wants_labels() -> bool:
    """Whether the answer shall bring names, where its format does not always."""
    return LABELS in request.args


def text(name: str) -> str:
    """A parameter as text, "" where it is not given."""
    given = request.args.get(name, "").strip()
    if len(given) > LONGEST:
        most = (f"Högst {LONGEST} tecken.", f"At most {LONGEST} characters.")
        raise BadParameter(name, f"{given[:40]}…", *most)
    return given


def basis() -> str:
    """The basis of links that count."""
    given = text(BASIS) or MAPPED
    if given not in BASES:
        listed = ", ".join(BASES)
        raise BadParameter(BASIS, given, f"Välj en av: {listed}.", f"Choose one of: {listed}.")
    return given


def as_of() -> date:
    """The date asked about; today where none is given."""
    return day(AS_OF, text(AS_OF), service().today())


def place(name: str = PLACE) -> str | None:
    """The address of the place asked about, given as SCB code."""
    given = text(name)
    if not given:
        return None
    address = f"{store().base}id/place/{given}"
    if address not in things(store(), "place"):
        raise BadParameter(name, given, "Platsen finns inte i grafen.", "The place is not in the graph.")
    return address


def member(name: str, dimension: str) -> str | None:
    """The address of a member of a dimension ("target-group") asked about, given as slug or address."""
    given = text(name)
    return coverage(store()).member(dimension, given, basis(), name) if given else None


def scope() -> Scope:
    """Date, basis and place together."""
    return Scope(as_of(), basis(), place())
