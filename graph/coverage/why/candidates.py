"""The statements that can decide a goal's status: from these a witness is made."""

from dataclasses import dataclass
from itertools import pairwise

from graph.coverage.facts import Facts
from graph.coverage.index import Coverage
from graph.coverage.relation import Marks, Numbers
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.coverage.why.route import route
from graph.coverage.why.statement import PASSAGE, SERVES, Statements, Unit
from graph.vocabulary import DCTERMS, MAPPED, RT, SUGGESTED


@dataclass(frozen=True)
class Candidates:
    """The thread from an activity up to the goal, what decides its status, and what makes it pass each filter.

    Where no activity decides, ``facts`` is the judgement, or what names the place.
    """

    thread: tuple[Unit, ...] = ()
    facts: tuple[Unit, ...] = ()
    filters: tuple[tuple[str, tuple[Unit, ...]], ...] = ()

    @property
    def units(self) -> list[Unit]:
        """Each once, those first that a witness can best do without."""
        passing = [unit for _, units in self.filters for unit in units]
        return list(dict.fromkeys(u for u in [*self.facts, *passing, *self.thread] if u not in self.thread)) + list(
            self.thread
        )


class Search:
    """Looks for what decides in one scope. ``basis`` is that of the statements that can decide."""

    def __init__(self, index: Coverage, statements: Statements, scope: Scope, status: Status) -> None:
        sure = scope.basis == SUGGESTED and status > Status.SUGGESTED
        # What is sure decides; a suggestion takes no part in it.
        self.basis = MAPPED if sure else scope.basis
        self.index, self.statements, self.scope, self.status = index, statements, scope, status
        self.facts: Facts = index.facts(self.basis)

    def deciding(self, goal: str) -> Numbers:
        """The activities that reach the status."""
        things = self.facts.below.of(self.index.number[goal])
        things = things[self.index.passing(self.basis, *self.scope.filters.items())[things]]
        if self.status > Status.SUGGESTED:
            things = things[self.facts.status(self.scope.as_of)[things] == self.status]
        return things if self.status > Status.NONE else things[:0]

    def thread(self, goal: str, activities: Numbers) -> list[str]:
        """The shortest thread from one of these activities up to the goal, both included; [] where there is none."""
        return shortest(self.facts, self.index.number[goal], self.index.reading.marked(activities))

    def candidates(self, goal: str, thread: list[str]) -> Candidates:
        """What can decide, given the thread of the deciding activity."""
        if not thread:
            return Candidates(facts=tuple(self._without_activity(goal)))
        links = [self.statements.link(below, SERVES, above, self.basis) for below, above in pairwise(thread)]
        filters = tuple((name, tuple(self._passes(name, thread[0], set(links)))) for name in self.scope.filters)
        set_out = self.follow(goal, RT + "setOutIn")[:1] if {"strategy", "level"} & set(self.scope.filters) else []
        facts = [*set_out, *(self._decides(thread[0]) if self.status > Status.SUGGESTED else ())]
        return Candidates(tuple(links), tuple(facts), filters)

    def follow(self, thing: str, prop: str) -> list[Unit]:
        """The statements that give a thing a property."""
        return self.statements.of(thing, prop, self.basis)

    def newest(self, activity: str) -> list[Unit]:
        """The activity's newest dated source: that it is the source, and its date."""
        dated = [
            (unit, date)
            for unit in self.follow(activity, DCTERMS + "source")
            for date in self.follow(str(unit.value), RT + "freshUntil")
        ]
        return list(max(dated, key=lambda pair: pair[1].target(RT + "freshUntil") or "", default=()))

    def _passes(self, name: str, activity: str, links: set[Unit]) -> list[Unit]:
        return route(name, activity, self.scope.filters[name], links, self.follow, self._is_a)

    def _is_a(self, thing: str, kind: str) -> bool:
        return bool(self.facts.kind(kind)[self.index.number[thing]])

    def _decides(self, activity: str) -> list[Unit]:
        """The days, source, responsible and follow-up by which an activity has its status."""
        day = self.scope.as_of.isoformat()
        starts, ends = (self.follow(activity, RT + prop) for prop in ("startsOn", "endsOn"))
        if self.status == Status.PLANNED:
            return [unit for unit in starts if (unit.target(RT + "startsOn") or "") > day][:1]
        if self.status == Status.UNCERTAIN:
            return []
        last = max(ends, key=lambda unit: unit.target(RT + "endsOn") or "", default=None)
        running = self.newest(activity) if last is None else [last]
        return running + (self._care(activity) if self.status == Status.FOLLOWED_UP else [])

    def _care(self, activity: str) -> list[Unit]:
        follow_ups = self.facts.relation("followsUp").inverse.of(self.index.number[activity]).tolist()
        first = min(self.index.names[number] for number in follow_ups)
        link = self.statements.link(first, RT + "followsUp", activity, self.basis)
        return [*self.follow(activity, RT + "responsible")[:1], link]

    def _without_activity(self, goal: str) -> list[Unit]:
        if self.status == Status.NOT_RELEVANT:
            return self._judgement(goal)
        if self.status == Status.NONE and self.scope.place is not None:
            return self._naming(self.scope.place)
        return []

    def _judgement(self, goal: str) -> list[Unit]:
        judged = min(j for j in self.index.judgements(self.scope) if j.goal == goal)
        about = (("goal", judged.goal), ("place", judged.place), ("targetGroup", judged.group))
        return [
            self.statements.link(judged.address, RT + word, thing, self.basis)
            for word, thing in about
            if thing is not None
        ]

    def _naming(self, place: str) -> list[Unit]:
        """A statement that names a place: a passage about it, else something that is there."""
        if self._is_a(place, "Place") and (passages := self.follow(place, PASSAGE)):
            return passages[:1]
        there = self.facts.relation("place").inverse.of(self.index.number[place])
        there = there[~self.facts.kind("NotRelevant")[there]]
        first = min(self.index.names[thing] for thing in there.tolist())
        return [self.statements.link(first, RT + "place", place, self.basis)]


def shortest(facts: Facts, goal: int, wanted: Marks) -> list[str]:
    """The addresses of a shortest thread up to a goal from the first, by address, of the nearest marked things.

    Empty where no marked thing serves the goal.
    """
    names, below = facts.reading.names, facts.links.inverse
    above = {goal: goal}
    level = [goal]
    while level:
        found: dict[int, int] = {}
        for thing in level:
            for lower in below.of(thing).tolist():
                if lower not in above:
                    found.setdefault(lower, thing)
        above |= found
        level = sorted(found, key=names.__getitem__)
        ends = [thing for thing in level if wanted[thing]]
        if ends:
            return [names[number] for number in _upward(above, ends[0])]
    return []


def _upward(above: dict[int, int], number: int) -> list[int]:
    thread = [number]
    while above[thread[-1]] != thread[-1]:
        thread.append(above[thread[-1]])
    return thread
