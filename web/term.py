"""A term as it stands in a page: its text, the link it may carry, and the language of its text."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graph.answer import Iri, Literal, Term
from graph.coverage import Status
from graph.thing import headings
from graph.vocabulary import RT, XSD
from web import asked
from web.address import address_of
from web.language import Words, words
from web.service import service, store

STATUS = RT + "status-"
STATUSES = {STATUS + status.word for status in Status}
ORDER = (*sorted((s for s in Status if s >= 0), reverse=True), Status.NOT_RELEVANT, Status.UNKNOWN)
"""The statuses as pages list them, the best first."""
DATES = {XSD + "gYear", XSD + "gYearMonth", XSD + "date"}
NUMBERS = {XSD + "decimal", XSD + "integer", XSD + "double"}


@dataclass(frozen=True)
class Shown:
    """What a template writes. ``language`` is set where it differs from the page's."""

    text: str
    url: str | None = None
    language: str | None = None
    external: bool = False
    address: str = ""

    @property
    def status(self) -> str | None:
        """The word of the coverage status this is, if it is one: a status has a sign of its own."""
        return self.address.removeprefix(STATUS) if self.address in STATUSES else None


def named(iri: str) -> Shown:
    """A thing by its address, with its name."""
    language = asked.language()
    labels = service().labels
    own = labels.language_of(iri, language)
    url = address_of(iri)
    return Shown(labels.name(iri, language), url, own if own not in ("", language) else None, url == iri, iri)


def shown(term: Term | None) -> Shown:
    """Any term of an answer."""
    if isinstance(term, Iri):
        return named(term.text)
    if not isinstance(term, Literal):
        return Shown("" if term is None else str(term))
    page = asked.language()
    other = term.language if term.language not in ("", page) else None
    is_link = term.datatype == XSD + "anyURI" and term.text.startswith(("http://", "https://"))
    return Shown(literal(term, words(page)), term.text if is_link else None, other, is_link)


def heading(prop: str) -> str:
    """The name of a property: the shapes' word, else the vocabulary's."""
    language = asked.language()
    known = headings(store()).get(prop, {})
    word = known.get(language) or known.get("sv") or service().labels.name(prop, language)
    return word[:1].upper() + word[1:]


def literal(term: Literal, w: Words) -> str:
    """A value in the reader's language."""
    if term.datatype in DATES:
        return w.partial_date(term.text)
    if term.datatype == XSD + "boolean":
        return w("yes" if term.text in ("true", "1") else "no")
    if term.datatype == XSD + "duration":
        return w.duration(term.text)
    if term.datatype in NUMBERS:
        return _number(term.text, w)
    return term.text


def value(text: str) -> Shown:
    """A value whose type is no longer known: an address, a date or plain text."""
    if text.startswith(("http://", "https://")):
        return named(text)
    return Shown(words(asked.language()).partial_date(text))


def _number(text: str, w: Words) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return w.number(number) if number.is_finite() else text
