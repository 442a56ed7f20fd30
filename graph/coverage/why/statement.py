"""The statements of a store one by one, each with its graph, its basis and its evidence.

A statement and what the loader derives from it (``rt:contributesTo`` gives ``rt:serves``, ``rt:end`` gives
``rt:endsOn``) are one: they come and go together, and what is shown is what was stated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph import dates
from graph.answer import Answer, Iri, Literal, Term
from graph.coverage.reading import DAYS, LINKS
from graph.store import Store
from graph.vocabulary import BASES, DCTERMS, RT, XSD

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
ABOUT = """SELECT DISTINCT ?subject ?property ?value ?graph ?basis WHERE {
  GRAPH ?graph { ?subject ?property ?value . ?graph rt:basis ?basis } } ORDER BY ?graph ?property ?value"""
# Each OPTIONAL has one pattern: the engine reads all lines of all passages for one of two.
PASSAGES = """SELECT DISTINCT ?passage ?quote ?document ?first ?last ?supports ?subject ?graph WHERE {
  GRAPH ?graph { ?subject rt:passage ?passage . ?passage oa:hasTarget ?target . ?target oa:hasSource ?document .
    ?target oa:hasSelector/oa:exact ?quote .
    OPTIONAL { ?passage rt:supports ?supports }
    OPTIONAL { ?target rt:firstLine ?first }
    OPTIONAL { ?target rt:lastLine ?last } } } ORDER BY ?document ?first ?quote"""
COMMENTS = """SELECT DISTINCT ?comment ?subject ?property ?value ?graph WHERE {
  GRAPH ?graph { ?mapping owl:annotatedSource ?subject ; owl:annotatedProperty ?property ; owl:annotatedTarget ?value ;
    rdfs:comment ?comment } } ORDER BY ?comment"""

SERVES, PART_OF, PASSAGE = RT + "serves", DCTERMS + "isPartOf", RT + "passage"
READ = frozenset({*LINKS, *DAYS, PASSAGE})
"""The properties that coverage reads."""
LINKED: dict[str, tuple[str, ...]] = {
    RT + "contributesTo": (SERVES,),
    RT + "carriesOut": (SERVES,),
    RT + "pursues": (SERVES,),
    RT + "partOf": (SERVES, PART_OF),
    RT + "setOutIn": (PART_OF,),
}
"""The links that the loader derives from a link (rdfs:subPropertyOf in the vocabulary)."""
DATED: dict[str, tuple[str, Callable[[str], date]]] = {
    RT + "start": (RT + "startsOn", dates.first_day),
    RT + "end": (RT + "endsOn", dates.last_day),
    RT + "sourceDate": (RT + "freshUntil", dates.fresh_until),
}
"""The day that the loader derives from a partial date."""


@dataclass(frozen=True)
class Evidence:
    """A quote with its document and lines; for a mapped link, the analyst's comment (document "")."""

    quote: str
    document: str
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True)
class Statement:
    """One statement as it was made, the graph it stands in, that graph's basis, and its evidence."""

    subject: str
    property: str
    value: str
    graph: str
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Unit:
    """One statement with what coverage reads of it: itself, what is derived from it, or both."""

    subject: str
    property: str
    value: Term
    graph: str
    basis: str
    reads: tuple[tuple[str, Term], ...]

    def target(self, prop: str) -> str | None:
        """What this says of its subject by a property that coverage reads; None where it says nothing."""
        return next((str(value) for read, value in self.reads if read == prop), None)


def surest(unit: Unit) -> tuple[int, str, str, str, str]:
    """Orders statements, the surest first."""
    return BASES.index(unit.basis), unit.graph, unit.subject, unit.property, str(unit.value)


class Statements:
    """What a store says of each thing, looked up when asked for and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._about: dict[str, tuple[Unit, ...]] = {}
        self._quoted: dict[tuple[str, str], Answer] = {}
        self._shown: dict[Unit, Statement] = {}

    def about(self, subject: str) -> tuple[Unit, ...]:
        """All statements about a thing, on every basis, in the order of their graphs."""
        if subject not in self._about:
            rows = self._store.select(PREFIXES + ABOUT, {"subject": Iri(subject)})
            said: dict[tuple[str, str], list[tuple[str, Term]]] = {}
            for row in rows:
                basis = str(row["basis"]).removeprefix(f"{RT}basis-")
                assert row["value"] is not None
                said.setdefault((str(row["graph"]), basis), []).append((str(row["property"]), row["value"]))
            self._about[subject] = tuple(u for where, pairs in said.items() for u in _units(subject, *where, pairs))
        return self._about[subject]

    def of(self, subject: str, prop: str, basis: str) -> list[Unit]:
        """The statements that give a thing a property which coverage reads, of those a basis admits, surest first."""
        admitted = BASES[: BASES.index(basis) + 1]
        found = [u for u in self.about(subject) if u.basis in admitted and u.target(prop) is not None]
        return sorted(found, key=surest)

    def link(self, subject: str, prop: str, value: str, basis: str) -> Unit:
        """The surest statement of one link that is there."""
        return next(unit for unit in self.of(subject, prop, basis) if unit.target(prop) == value)

    def statement(self, unit: Unit) -> Statement:
        """A statement with its evidence."""
        if unit not in self._shown:
            evidence = self._comments(unit) or self._passages(unit)
            said = Statement(unit.subject, unit.property, str(unit.value), unit.graph, unit.basis, evidence)
            self._shown[unit] = said
        return self._shown[unit]

    def _comments(self, unit: Unit) -> tuple[Evidence, ...]:
        if not isinstance(unit.value, Iri):
            return ()
        bound: dict[str, Term] = {"subject": Iri(unit.subject), "property": Iri(unit.property), "value": unit.value}
        rows = self._store.select(PREFIXES + COMMENTS, {**bound, "graph": Iri(unit.graph)})
        return tuple(Evidence(str(row["comment"]), "") for row in rows)

    def _passages(self, unit: Unit) -> tuple[Evidence, ...]:
        """The passages for one property of a thing in one graph; those for the thing as a whole where it has none."""
        rows = list(self._quotes(unit.subject, unit.graph))
        if unit.property == PASSAGE:
            chosen = [r for r in rows if str(r["passage"]) == str(unit.value)]
        else:
            own = [r for r in rows if r["supports"] is not None and str(r["supports"]) == unit.property]
            chosen = own or [r for r in rows if r["supports"] is None]
        return tuple(
            Evidence(str(r["quote"]), str(r["document"]), _number(r["first"]), _number(r["last"])) for r in chosen
        )

    def _quotes(self, subject: str, graph: str) -> Answer:
        where = subject, graph
        if where not in self._quoted:
            bound = {"subject": Iri(subject), "graph": Iri(graph)}
            self._quoted[where] = self._store.select(PREFIXES + PASSAGES, bound)
        return self._quoted[where]


def _units(subject: str, graph: str, basis: str, pairs: list[tuple[str, Term]]) -> list[Unit]:
    """The statements of one graph about a thing; what follows from another is no statement of its own."""
    there = set(pairs)
    implied = {pair: _implied(*pair) & there for pair in pairs}
    derived = {pair for those in implied.values() for pair in those}
    found = []
    for prop, value in pairs:
        if (prop, value) not in derived:
            reads = {*implied[prop, value], *({(prop, value)} if prop in READ else ())}
            found.append(Unit(subject, prop, value, graph, basis, tuple(sorted(reads, key=str))))
    return found


def _implied(prop: str, value: Term) -> set[tuple[str, Term]]:
    found: set[tuple[str, Term]] = {(above, value) for above in LINKED.get(prop, ())}
    if prop in DATED:
        derived, day = DATED[prop]
        found.add((derived, Literal(day(str(value)).isoformat(), XSD + "date")))
    return found


def _number(term: Term | None) -> int | None:
    return None if term is None else int(str(term))
