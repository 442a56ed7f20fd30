"""The coverage index: the thread, the activities and the places, read in one pass over the store.

No engine answers "which goals are covered" quickly for every date, basis and filter, so the few statements that
decide it are kept here as columns of numbers (NumPy), per store and so per data version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from graph.coverage.dimension import DIMENSIONS, Dimension, dimension
from graph.coverage.facts import ALWAYS, NEVER, Facts, Judgement, day_of
from graph.coverage.reading import Reading
from graph.coverage.relation import Marks, Numbers, Relation
from graph.coverage.scope import Scope, choose
from graph.coverage.status import Activity, Status
from graph.coverage.tally import Tally, tallied
from graph.errors import UnknownThing, nearest
from graph.store import Store, kept
from graph.vocabulary import MAPPED, RT, SUGGESTED, shortened

STATUSES = {int(status): status for status in Status}
KINDS = ("Strategy", "Area", "Goal", "Handslag", "Activity")


@dataclass(frozen=True)
class Broken:
    """A thread that stops: the lowest thing of it and that thing's kind ("Area", "Handslag", "Goal")."""

    thing: str
    kind: str


@dataclass(frozen=True)
class GoalCoverage:
    """The coverage of a goal in a scope.

    ``activities`` serve it and pass the filters, and decide ``status`` (deep coverage); ``shallow`` are all things
    below it that claim to serve it; ``broken`` are the threads that reach no activity. Lists are made when asked for.
    """

    goal: str
    status: Status
    count: int
    """How many activities."""
    scope: Scope
    index: "Coverage" = field(repr=False, compare=False)

    @cached_property
    def activities(self) -> tuple[str, ...]:
        return self.index.activities_of(self.goal, self.scope)

    @cached_property
    def shallow(self) -> tuple[str, ...]:
        return tuple(sorted(self.index.below(self.goal, self.scope.basis)))

    @cached_property
    def suspect(self) -> int:
        """How many of the activities would not count without suspect links; 0 at once where the graph has none."""
        return self.index.suspect(self.goal, self.scope)

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        return tuple(self.index.broken(self.goal, self.scope.basis))


class Coverage:
    """The index of one store."""

    def __init__(self, store: Store, reading: Reading | None = None) -> None:
        self.base = store.base
        self._store = store
        self.reading = reading or Reading(store)
        self.names, self.number = self.reading.names, self.reading.number
        self._facts: dict[str, Facts] = {}
        self._dimensions: dict[tuple[str, str], Dimension] = {}
        self.ordered = lru_cache(maxsize=64)(self._ordered)
        self.resolved = lru_cache(maxsize=64)(self._resolved)
        self.passing = lru_cache(maxsize=16)(self._passing)
        self.chosen_goals = lru_cache(maxsize=16)(self._chosen_goals)
        self.dimension("goal", MAPPED)
        self.dimension("place", MAPPED)

    @cached_property
    def firm(self) -> "Coverage":
        """The index without suspect links; itself where there are none."""
        reading = self.reading.firm
        return self if reading is self.reading else Coverage(self._store, reading)

    @cached_property
    def goals(self) -> dict[str, set[str]]:
        """Each goal with what sets it out."""
        set_out = self.facts(MAPPED).set_out
        return {self.names[goal]: self._named(set_out.of(goal)) for goal in np.flatnonzero(set_out.marks()).tolist()}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each thing of a thread: "Goal", "Activity", …"""
        marks = {kind: self.facts(MAPPED).kind(kind) for kind in KINDS}
        return {self.names[number]: kind for kind in KINDS for number in np.flatnonzero(marks[kind]).tolist()}

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """What decides each activity's status; the widest period where documents differ."""
        facts = self.facts(MAPPED)
        found: dict[str, Activity] = {}
        for number, start, end in zip(*(column.tolist() for column in facts.periods), strict=True):
            fresh = int(facts.fresh[number])
            found.setdefault(
                self.names[number],
                Activity(
                    None if start == NEVER else day_of(start),
                    None if end == ALWAYS else day_of(end),
                    None if fresh == NEVER else day_of(fresh),
                    bool(facts.responsible[number]),
                    bool(facts.followed_up[number]),
                ),
            )
        return found

    def facts(self, basis: str) -> Facts:
        """What a basis admits; made when first asked for."""
        if basis not in self._facts:
            self._facts[basis] = Facts(self.reading, basis)
        return self._facts[basis]

    def dimension(self, name: str, basis: str) -> Dimension:
        """A dimension on a basis; raises BadParameter where there is none of this name."""
        if name not in DIMENSIONS:
            raise choose("dimension", str(name), list(DIMENSIONS))
        if (name, basis) not in self._dimensions:
            self._dimensions[name, basis] = dimension(self.facts(basis), name)
        return self._dimensions[name, basis]

    def all(self, scope: Scope) -> list[GoalCoverage]:
        """The coverage of every goal (of the strategy and level asked for), in the order of their addresses."""
        scope = self.resolved(scope)
        return [GoalCoverage(goal, status, many, scope, self) for goal, status, many in self._covered(scope)]

    def statuses(self, scope: Scope) -> dict[str, Status]:
        """The status of every goal: what ``all`` says, without the lists."""
        return {goal: status for goal, status, _ in self._covered(self.resolved(scope))}

    def of(self, goal: str, scope: Scope) -> GoalCoverage:
        """The coverage of one goal; raises UnknownThing."""
        scope = self.resolved(scope)
        number = self._goal(goal, scope.basis)
        many, best = self.tally(scope, number).at(number)
        empty = self._empties(scope)
        return GoalCoverage(goal, best if many else empty.get(number, empty[-1]), many, scope, self)

    def activities_of(self, goal: str, scope: Scope) -> tuple[str, ...]:
        """The activities that serve a goal and pass the filters; raises UnknownThing."""
        scope = self.resolved(scope)
        return tuple(sorted(self._named(self._serving(self._goal(goal, scope.basis), scope))))

    def suspect(self, goal: str, scope: Scope) -> int:
        """How many of these would not count without suspect links, which count as any other; raises UnknownThing.

        A link is suspect where it stands only in mappings of which the text at an end changed since their review.
        """
        scope = self.resolved(scope)
        number = self._goal(goal, scope.basis)
        if self.firm is self:
            return 0
        return len(self._serving(number, scope)) - len(self.firm._serving(number, scope))

    def below(self, thing: str, basis: str) -> set[str]:
        """All that serves a thing, directly or not (rt:serves+), on the links a basis admits. Cycles end."""
        return self._related(self.facts(basis).below, thing)

    def directly_below(self, thing: str, basis: str) -> set[str]:
        """What serves a thing in one step, on the links a basis admits."""
        return self._related(self.facts(basis).links.inverse, thing)

    def broken(self, thing: str, basis: str) -> Iterable[Broken]:
        """The lowest things of threads that reach no activity: the thing itself where nothing serves it."""
        number = self.number.get(thing, -1)
        facts = self.facts(basis)
        found = np.append(facts.below.of(number), number) if number >= 0 else np.zeros(0, np.int64)
        for lowest in sorted(self._named(found[facts.lowest[found]])):
            if self.kinds.get(lowest, "Activity") != "Activity":
                yield Broken(lowest, self.kinds[lowest])

    def status(self, activity: str, as_of: date, basis: str = MAPPED) -> Status:
        """The status of one activity as of a date, by what a basis admits; raises UnknownThing."""
        number = self.number.get(activity, -1)
        if number < 0 or not self.facts(basis).activities[number]:
            raise UnknownThing(activity)
        return Status(int(self.facts(basis).status(as_of)[number]))

    def is_named(self, place: str, basis: str = MAPPED) -> bool:
        """Whether any document in the graph names the place; where none does, its coverage is unknown."""
        return place in self.number and bool(self.facts(basis).named[self.number[place]])

    def is_not_relevant(self, goal: str, scope: Scope) -> bool:
        """Whether someone judged, with a reason, that the goal is not relevant for this place and group."""
        return any(judged.goal == goal for judged in self.judgements(self.resolved(scope)))

    def judgements(self, scope: Scope, places: Iterable[str] = (), groups: Iterable[str] = ()) -> list[Judgement]:
        """The judgements that hold for the place and target group of a scope, or for others besides."""
        asked_places, asked_groups = {scope.place, *places, None}, {scope.target_group, *groups, None}
        return [
            judged
            for judged in self.facts(scope.basis).judgements
            if judged.place in asked_places and judged.group in asked_groups and (judged.place or judged.group)
        ]

    def _chosen_goals(self, scope: Scope) -> Marks:
        """The goals that a strategy of the scope and one of its level set out; all where it says neither."""
        facts = self.facts(scope.basis)
        chosen = facts.goals.copy()
        if scope.strategy is not None:
            chosen &= self.set_out_in(scope.strategy, scope.basis)
        if scope.level is not None:
            chosen &= self.reading.marked(
                facts.set_out.then(facts.relation("level")).inverse.of(self.number[scope.level])
            )
        return chosen

    def set_out_in(self, strategy: str, basis: str) -> Marks:
        """The goals that a strategy or a part of it sets out."""
        number = self.number[strategy]
        parts = self.dimension("strategy", basis).below.of(number)
        return self.facts(basis).set_out.only(right=self.reading.marked(np.append(parts, number))).marks()

    def member(self, name: str, given: str, basis: str, parameter: str) -> str:
        """The address of a dimension's member given as address, ``kind/slug`` or slug; raises BadParameter."""
        found = self.dimension(name, basis).members
        for address in (given, f"{self.base}id/{given}", f"{self.base}id/{name}/{given}", f"{RT}{name}-{given}"):
            if address in self.number and found[self.number[address]]:
                return address
        short = [shortened(self.names[number], self.base) for number in np.flatnonzero(found).tolist()]
        words = [word.removeprefix(f"rt:{name}-") for word in short]
        # What is near is seen without the kind in front, which all have and many leave out.
        slugs = {word.removeprefix(f"{name}/"): word for word in words}
        near = nearest(given.removeprefix(f"{name}/"), slugs, most=len(slugs) if len(slugs) <= 20 else 5)
        raise choose(parameter, given, [slugs[slug] for slug in near])

    def _ordered(self, name: str, basis: str) -> Numbers:
        """The members of a dimension in the order of their addresses."""
        members = np.flatnonzero(self.dimension(name, basis).members).tolist()
        return np.array(sorted(members, key=self.names.__getitem__), np.int64)

    def _resolved(self, scope: Scope) -> Scope:
        """The scope with the addresses of its filters; raises BadParameter for one that is not in the graph."""
        parameters = {name: name.replace("-", "_") for name in scope.filters}
        found = {
            parameters[name]: self.member(name, given, scope.basis, parameters[name])
            for name, given in scope.filters.items()
        }
        return Scope(scope.as_of, scope.basis, **found)

    def _passing(self, basis: str, *filters: tuple[str, str]) -> Marks:
        """The activities that count for each of these members; all where there are none."""
        passing = self.facts(basis).activities
        for name, member in filters:
            passing = passing & self.reading.marked(self.dimension(name, basis).things.of(self.number[member]))
        return passing

    def _covered(self, scope: Scope) -> Iterable[tuple[str, Status, int]]:
        """Each chosen goal with its status and its number of activities, in the order of their addresses."""
        tally = self.tally(scope)
        counts = np.zeros(self.reading.size, np.int64)
        ranks = np.zeros(self.reading.size, np.int64)
        for number, status in self._empties(scope).items():
            ranks[number if number >= 0 else slice(None)] = status
        counts[tally.cells], ranks[tally.cells] = tally.counts, tally.best
        goals = self.ordered("goal", scope.basis)
        goals = goals[self.chosen_goals(scope)[goals]]
        names = map(self.names.__getitem__, goals.tolist())
        return zip(names, map(STATUSES.__getitem__, ranks[goals].tolist()), counts[goals].tolist(), strict=True)

    def tally(self, scope: Scope, goal: int | None = None) -> Tally:
        """Count and best status of each goal, or of one."""
        tally = self._counted(scope, scope.basis, goal)
        return tally.suggested(self._counted(scope, MAPPED, goal)) if scope.basis == SUGGESTED else tally

    def _counted(self, scope: Scope, basis: str, goal: int | None) -> Tally:
        passing = self.passing(basis, *scope.filters.items())
        goals = self.dimension("goal", basis).relation
        things, cells = goals.left, goals.right
        if goal is not None:
            things = self.dimension("goal", basis).things.of(goal)
            cells = np.full(len(things), goal, np.int64)
        kept = passing[things]
        things = things[kept]
        return tallied(cells[kept], self.facts(basis).status(scope.as_of)[things])

    def _empties(self, scope: Scope) -> dict[int, Status]:
        """The status of goals without activity: of those judged not relevant by number, of all others under -1."""
        unknown = scope.place is not None and not self.is_named(scope.place, scope.basis)
        judged = {self.number[j.goal]: Status.NOT_RELEVANT for j in self.judgements(scope)}
        return {-1: Status.UNKNOWN if unknown else Status.NONE, **judged}

    def _serving(self, goal: int, scope: Scope) -> Numbers:
        """The activities that serve a goal and pass the filters of a resolved scope."""
        things = self.facts(scope.basis).below.of(goal)
        return things[self.passing(scope.basis, *scope.filters.items())[things]]

    def _goal(self, goal: str, basis: str) -> int:
        number = self.number.get(goal, -1)
        if number < 0 or not self.facts(basis).goals[number]:
            raise UnknownThing(goal)
        return number

    def _related(self, relation: Relation, thing: str) -> set[str]:
        return self._named(relation.of(self.number[thing])) if thing in self.number else set()

    def _named(self, numbers: Iterable[int]) -> set[str]:
        return {self.names[number] for number in numbers}


@kept
def coverage(store: Store) -> Coverage:
    """The index of a store, built once."""
    return Coverage(store)
