"""Why a goal has its status: the thread of statements that decides it, each with graph, basis and passages."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from graph.answer import Iri
from graph.coverage.index import Coverage, coverage
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.store import Store
from graph.vocabulary import MAPPED, RT, SUGGESTED

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
LINKS = """SELECT DISTINCT ?property ?graph ?basis ?below ?above WHERE {
  GRAPH ?graph { ?below ?property ?above . ?graph rt:basis ?basis }
  FILTER(?property IN (rt:contributesTo, rt:carriesOut, rt:pursues, rt:partOf)) } ORDER BY ?basis ?property ?graph"""
FACTS = """SELECT DISTINCT ?subject ?property ?value ?graph ?basis ?activity WHERE {
  { GRAPH ?graph { ?activity ?property ?value . ?graph rt:basis ?basis }
    FILTER(?property IN (rt:start, rt:end, rt:responsible)) BIND(?activity AS ?subject) }
  UNION
  { GRAPH ?graph { ?subject rt:followsUp ?activity . ?graph rt:basis ?basis }
    BIND(rt:followsUp AS ?property) BIND(?activity AS ?value) }
  UNION
  { ?activity dcterms:source ?subject . GRAPH ?graph { ?subject rt:sourceDate ?value . ?graph rt:basis ?basis }
    BIND(rt:sourceDate AS ?property) } } ORDER BY ?property ?subject ?value"""
PASSAGES = """SELECT DISTINCT ?quote ?document ?first ?last ?supports ?subject ?graph WHERE {
  GRAPH ?graph { ?subject rt:passage ?passage . ?passage oa:hasTarget ?target . ?target oa:hasSource ?document .
    ?target oa:hasSelector/oa:exact ?quote .
    OPTIONAL { ?passage rt:supports ?supports }
    OPTIONAL { ?target rt:firstLine ?first ; rt:lastLine ?last } } } ORDER BY ?document ?first ?quote"""
COMMENTS = """SELECT ?comment ?below ?above WHERE {
  ?mapping owl:annotatedSource ?below ; owl:annotatedTarget ?above ; rdfs:comment ?comment }"""


@dataclass(frozen=True)
class Evidence:
    """A quote with its document and lines; for a mapped link, the analyst's comment (document "")."""

    quote: str
    document: str
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True)
class Statement:
    """One deciding statement, the graph it stands in, that graph's basis, and its evidence."""

    subject: str
    property: str
    value: str
    graph: str
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Reason:
    """Why a goal has its status.

    ``activity`` is one that reaches the status, ``thread`` the links from it up to the goal and ``facts`` what
    decides its status; all empty where no activity does. ``unknown_place`` is set where no document names the place.
    """

    goal: str
    status: Status
    as_of: date
    activity: str | None
    thread: tuple[Statement, ...]
    facts: tuple[Statement, ...]
    unknown_place: str | None = None


def why(store: Store, goal: str, scope: Scope) -> Reason:
    """The reason for a goal's status in a scope; raises UnknownThing."""
    index = coverage(store)
    scope = index.resolved(scope)
    found = index.of(goal, scope)
    if scope.basis == SUGGESTED and found.status > Status.SUGGESTED:
        # What is sure decides; a suggested link takes no part in it.
        return why(store, goal, replace(scope, basis=MAPPED))
    unknown = scope.place if found.status == Status.UNKNOWN else None
    best = [a for a in found.activities if _reaches(index, a, found.status, goal, scope)]
    if not best:
        return Reason(goal, found.status, scope.as_of, None, (), (), unknown)
    activity = min(best, key=lambda a: (len(_path(index, goal, a, scope.basis)), a))
    path = _path(index, goal, activity, scope.basis)
    thread = tuple(_link(store, below, above) for below, above in pairwise(path))
    return Reason(goal, found.status, scope.as_of, activity, thread, _facts(store, activity))


def _reaches(index: Coverage, activity: str, status: Status, goal: str, scope: Scope) -> bool:
    if status == Status.SUGGESTED:
        return True
    return index.status(activity, scope.as_of) == status and activity in index.below(goal, scope.basis)


def _path(index: Coverage, goal: str, activity: str, basis: str) -> list[str]:
    """A shortest thread from the activity up to the goal, both included."""
    above: dict[str, str] = {}
    waiting = deque([goal])
    while waiting and activity not in above:
        thing = waiting.popleft()
        for below in sorted(index.directly_below(thing, basis)):
            if below not in above and below != goal:
                above[below] = thing
                waiting.append(below)
    path = [activity]
    while path[-1] != goal:
        path.append(above[path[-1]])
    return path


def _link(store: Store, below: str, above: str) -> Statement:
    ends = {"below": Iri(below), "above": Iri(above)}
    row = next(iter(store.select(PREFIXES + LINKS, ends)))
    comments = store.select(PREFIXES + COMMENTS, ends)
    evidence = tuple(Evidence(str(c["comment"]), "") for c in comments)
    prop, graph = str(row["property"]), str(row["graph"])
    return Statement(
        below, prop, above, graph, _basis(str(row["basis"])), evidence or _passages(store, below, prop, graph)
    )


def _facts(store: Store, activity: str) -> tuple[Statement, ...]:
    rows = store.select(PREFIXES + FACTS, {"activity": Iri(activity)})
    return tuple(
        Statement(
            str(r["subject"]),
            str(r["property"]),
            str(r["value"]),
            str(r["graph"]),
            _basis(str(r["basis"])),
            _passages(store, str(r["subject"]), str(r["property"]), str(r["graph"])),
        )
        for r in rows
    )


def _passages(store: Store, subject: str, prop: str, graph: str) -> tuple[Evidence, ...]:
    """The passages for one property of a thing in one graph; those for the thing as a whole where it has none."""
    rows = list(store.select(PREFIXES + PASSAGES, {"subject": Iri(subject), "graph": Iri(graph)}))
    own = [r for r in rows if r["supports"] is not None and str(r["supports"]) == prop]
    chosen = own or [r for r in rows if r["supports"] is None]
    return tuple(Evidence(str(r["quote"]), str(r["document"]), _number(r["first"]), _number(r["last"])) for r in chosen)


def _number(term: object) -> int | None:
    return None if term is None else int(str(term))


def _basis(iri: str) -> str:
    return iri.removeprefix(f"{RT}basis-")
