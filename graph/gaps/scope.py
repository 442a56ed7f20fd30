"""What a gap report is about: a date, a basis, and at most one place and one strategy."""

from dataclasses import dataclass
from datetime import date

from graph.answer import Iri, Literal
from graph.errors import BadParameter, nearest
from graph.question import Parameter, term
from graph.store import Store, kept
from graph.vocabulary import BASES, MAPPED

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
PLACES = """SELECT DISTINCT ?thing ?place WHERE {
  { ?thing rt:setOutIn?/rt:place ?place }
  UNION { ?thing a rt:Place . BIND(?thing AS ?place) } } ORDER BY ?thing ?place"""
WITHIN = "SELECT ?inner ?outer WHERE { ?inner a rt:Place ; dcterms:isPartOf* ?outer }"
DOCUMENTS = """SELECT DISTINCT ?document ?strategy WHERE {
  ?goal a rt:Goal ; rt:setOutIn ?strategy ; dcterms:source ?document }"""


@dataclass(frozen=True)
class GapScope:
    """What is asked for. ``place`` and ``strategy`` are addresses; None is the whole graph.

    A place means its own plans and documents, and what is done there. A strategy means what it sets out. Both mean
    what the strategy sets out, as it is carried out in that place.
    """

    as_of: date
    basis: str = MAPPED
    place: str | None = None
    strategy: str | None = None

    @property
    def about(self) -> dict[str, str]:
        """Date, basis, and the place and strategy where they are given, as text for a file."""
        given = {"place": self.place, "strategy": self.strategy}
        known = {name: value for name, value in given.items() if value is not None}
        return {"asOf": self.as_of.isoformat(), "basis": self.basis, **known}


def scope_of(
    store: Store, today: date, as_of: str = "", basis: str = MAPPED, place: str = "", strategy: str = ""
) -> GapScope:
    """The scope that texts from a command line or a form mean; an empty text is left open (as of: ``today``).

    A place is a code, ``place/1907`` or an address, a strategy a slug or an address.
    Raises BadParameter, which names the value and the nearest allowed.
    """
    if basis not in BASES:
        allowed = ", ".join(nearest(basis, BASES))
        raise BadParameter("basis", basis, f"Tillåtna: {allowed}.", f"Allowed: {allowed}.")
    day = term(Parameter("asOf", ("date",), True, None, {}), as_of.strip() or today.isoformat(), store)
    assert isinstance(day, Literal)
    return GapScope(
        date.fromisoformat(day.text), basis, _address("place", place, store), _address("strategy", strategy, store)
    )


def _address(kind: str, given: str, store: Store) -> str | None:
    if not given.strip():
        return None
    return str(term(Parameter(kind, (kind,), True, None, {}), given.strip(), store))


@kept
def places(store: Store) -> dict[str, tuple[str, ...]]:
    """Where each thing is: its own place and that of the plan that sets it out; a place is where it is itself."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.select(PREFIXES + PLACES):
        found[str(row["thing"])] = (*found.get(str(row["thing"]), ()), str(row["place"]))
    return found


@kept
def within(store: Store) -> dict[str, frozenset[str]]:
    """The places inside each place, itself among them."""
    found: dict[str, set[str]] = {}
    for row in store.select(PREFIXES + WITHIN):
        found.setdefault(str(row["outer"]), set()).add(str(row["inner"]))
    return {outer: frozenset(inner) for outer, inner in found.items()}


def is_in(store: Store, thing: str, place: str) -> bool:
    """Whether a thing, or the plan that sets it out, is in a place or a part of it."""
    return not within(store).get(place, frozenset({place})).isdisjoint(places(store).get(thing, ()))


def documents(store: Store, strategy: str) -> frozenset[str]:
    """The documents from which the goals of a strategy were read."""
    rows = store.select(PREFIXES + DOCUMENTS, {"strategy": Iri(strategy)})
    return frozenset(str(row["document"]) for row in rows)
