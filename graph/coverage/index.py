"""The coverage index: the thread, the activities and the places, read in one pass over the store.

No engine answers "which goals are covered" quickly for every date, basis and filter, so the few statements that
decide it are kept here as plain sets, per store and so per data version.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.coverage.status import Activity, Status, status_of
from graph.errors import UnknownThing
from graph.store import Store
from graph.vocabulary import BASES, MAPPED, RT, SUGGESTED

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
LINKS = """SELECT DISTINCT ?below ?above ?basis WHERE {
  GRAPH ?graph { ?below rt:serves ?above . ?graph rt:basis ?basis } }"""
GOALS = "SELECT DISTINCT ?goal ?setOutIn WHERE { ?goal a rt:Goal ; rt:setOutIn ?setOutIn }"
KINDS = (
    "SELECT ?thing ?kind WHERE { VALUES ?kind { rt:Strategy rt:Area rt:Goal rt:Handslag rt:Activity } ?thing a ?kind }"
)
ACTIVITIES = """SELECT ?activity ?start ?end ?fresh ?responsible ?followUp WHERE {
  ?activity a rt:Activity .
  OPTIONAL { ?activity rt:startsOn ?start }
  OPTIONAL { ?activity rt:endsOn ?end }
  OPTIONAL { ?activity dcterms:source/rt:freshUntil ?fresh }
  OPTIONAL { ?activity rt:responsible ?responsible }
  OPTIONAL { ?followUp rt:followsUp ?activity } }"""
PLACES = """SELECT DISTINCT ?activity ?place WHERE {
  ?activity a rt:Activity ; (rt:place|rt:setOutIn/rt:place)/dcterms:isPartOf* ?place }"""
GROUPS = """SELECT DISTINCT ?activity ?group WHERE {
  ?activity a rt:Activity ; rt:serves*/rt:targetGroup/skos:broader* ?group }"""
NAMED = """SELECT DISTINCT ?place WHERE { { ?place a rt:Place ; rt:passage ?passage }
  UNION { ?thing rt:place ?place . MINUS { ?thing a rt:NotRelevant } } }"""
JUDGED = """SELECT ?goal ?place ?group WHERE { ?judgement a rt:NotRelevant ; rt:goal ?goal .
  OPTIONAL { ?judgement rt:place ?place } OPTIONAL { ?judgement rt:targetGroup ?group } }"""


@dataclass(frozen=True)
class Scope:
    """What is asked for: the date, the basis of links, and at most one place and one target group."""

    as_of: date
    basis: str = MAPPED
    place: str | None = None
    target_group: str | None = None


@dataclass(frozen=True)
class Broken:
    """A thread that stops: the lowest thing of it and that thing's kind ("Area", "Handslag", "Goal")."""

    thing: str
    kind: str


@dataclass(frozen=True)
class GoalCoverage:
    """The coverage of a goal in a scope.

    ``shallow`` are all things below it that claim to serve it; ``activities`` are those activities among them that
    pass the filters, and decide ``status`` (deep coverage); ``broken`` are the threads that reach no activity.
    """

    goal: str
    status: Status
    activities: tuple[str, ...]
    shallow: tuple[str, ...]
    broken: tuple[Broken, ...]


class Coverage:
    """The index of one store."""

    def __init__(self, store: Store) -> None:
        def rows(query: str) -> Iterable[tuple[str | None, ...]]:
            answer = store.select(PREFIXES + query)
            return (tuple(None if term is None else str(term) for term in row) for row in answer.rows)

        self.goals: dict[str, set[str]] = _grouped(rows(GOALS))
        self.kinds = {str(thing): str(kind).removeprefix(RT) for thing, kind in rows(KINDS)}
        self.activities = _activities(rows(ACTIVITIES))
        self._below: dict[str, dict[str, set[str]]] = {basis: defaultdict(set) for basis in BASES}
        for below, above, basis in rows(LINKS):
            self._below[str(basis).removeprefix(f"{RT}basis-")][str(above)].add(str(below))
        self._places = _grouped(rows(PLACES))
        self._groups = _grouped(rows(GROUPS))
        self._named = {str(place) for (place,) in rows(NAMED)}
        self._judged = {(str(goal), place, group) for goal, place, group in rows(JUDGED)}

    def all(self, scope: Scope) -> list[GoalCoverage]:
        """The coverage of every goal, in the order of their addresses."""
        return [self.of(goal, scope) for goal in sorted(self.goals)]

    def of(self, goal: str, scope: Scope) -> GoalCoverage:
        """The coverage of one goal; raises UnknownThing."""
        if goal not in self.goals:
            raise UnknownThing(goal)
        shallow = self.below(goal, scope.basis)
        activities = sorted(a for a in shallow if a in self.activities and self._passes(a, scope))
        return GoalCoverage(
            goal,
            self._status(goal, activities, scope),
            tuple(activities),
            tuple(sorted(shallow)),
            tuple(self._broken(goal, scope.basis)),
        )

    def below(self, thing: str, basis: str) -> set[str]:
        """All that serves a thing, directly or not (rt:serves+), on the links a basis admits. Cycles end."""
        found: set[str] = set()
        waiting = [thing]
        while waiting:
            for below in self.directly_below(waiting.pop(), basis):
                if below not in found:
                    found.add(below)
                    waiting.append(below)
        return found

    def directly_below(self, thing: str, basis: str) -> set[str]:
        """What serves a thing in one step, on the links a basis admits."""
        return {below for admitted in _admitted(basis) for below in self._below[admitted].get(thing, ())}

    def status(self, activity: str, as_of: date) -> Status:
        """The status of one activity as of a date."""
        return status_of(self.activities[activity], as_of)

    def is_named(self, place: str) -> bool:
        """Whether any document in the graph names the place; where none does, its coverage is unknown."""
        return place in self._named

    def is_not_relevant(self, goal: str, scope: Scope) -> bool:
        """Whether someone judged, with a reason, that the goal is not relevant for this place and group."""
        if scope.place is None and scope.target_group is None:
            return False
        return any(
            (goal, place, group) in self._judged
            for place in {scope.place, None}
            for group in {scope.target_group, None}
            if (place, group) != (None, None)
        )

    def _passes(self, activity: str, scope: Scope) -> bool:
        in_place = scope.place is None or scope.place in self._places.get(activity, ())
        return in_place and (scope.target_group is None or scope.target_group in self._groups.get(activity, ()))

    def _status(self, goal: str, activities: list[str], scope: Scope) -> Status:
        if activities:
            return self._best(goal, activities, scope)
        if self.is_not_relevant(goal, scope):
            return Status.NOT_RELEVANT
        if scope.place is not None and not self.is_named(scope.place):
            return Status.UNKNOWN
        return Status.NONE

    def _best(self, goal: str, activities: list[str], scope: Scope) -> Status:
        sure = activities
        if scope.basis == SUGGESTED:
            known = self.below(goal, MAPPED)
            sure = [a for a in activities if a in known]
        return max((self.status(a, scope.as_of) for a in sure), default=Status.SUGGESTED)

    def _broken(self, goal: str, basis: str) -> Iterable[Broken]:
        """The lowest things of threads that reach no activity: the goal itself where nothing serves it."""
        for thing in sorted(self.below(goal, basis) | {goal}):
            if self.kinds.get(thing) not in (None, "Activity") and not self.directly_below(thing, basis) - {thing}:
                yield Broken(thing, self.kinds[thing])


def _admitted(basis: str) -> tuple[str, ...]:
    return BASES[: BASES.index(basis) + 1]


def _grouped(rows: Iterable[tuple[str | None, ...]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for key, value in rows:
        grouped[str(key)].add(str(value))
    return dict(grouped)


def _activities(rows: Iterable[tuple[str | None, ...]]) -> Mapping[str, Activity]:
    found: dict[str, Activity] = {}
    for name, start, end, fresh, responsible, follow_up in rows:
        known = found.get(str(name), Activity())
        days = [day for day in (known.fresh, _day(fresh)) if day is not None]
        found[str(name)] = Activity(
            _day(start),
            _day(end),
            max(days, default=None),
            known.responsible or responsible is not None,
            known.follow_up or follow_up is not None,
        )
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@cache
def coverage(store: Store) -> Coverage:
    """The index of a store, built once."""
    return Coverage(store)
