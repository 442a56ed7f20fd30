"""What coverage can be counted by: the dimensions, each relating what is done to the things it is done for, by or in.

=============  ==========================================================================================
goal           the goals it serves, directly or not (``rt:serves+``)
strategy       the strategies that set those goals out, and those these are part of
level          the levels of the strategies that set those goals out
area           the areas it leads to or stands in (``rt:inArea?/rt:serves*``)
focus-area     those of itself and of all it serves (``rt:serves*/rt:focusArea``)
place          its own and that of what sets it out, and all these are part of (decision 0007)
target-group   those of itself and of all it serves, and the broader groups
arena          those of itself and of all it serves, and the broader arenas
actor          the responsible, and the organisations these are units of
intervention   those it uses
horizon        those of the goals it serves
year           the years its period touches; where the end is open, as long as its source still tells
=============  ==========================================================================================
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.coverage.facts import ALWAYS, NEVER, Facts
from graph.coverage.relation import Marks, Numbers, Relation, closed, related
from graph.vocabulary import DCTERMS, ORG, SKOS

Words = dict[str, str]


@dataclass(frozen=True, eq=False)
class Dimension:
    """One dimension on one basis: its members, what stands under which, and the next member above each."""

    name: str
    members: Marks
    relation: Relation
    """Each thing and the members it counts for, also those above."""
    above: Relation

    @cached_property
    def things(self) -> Relation:
        """Each member and the things that count for it."""
        return self.relation.inverse

    @cached_property
    def below(self) -> Relation:
        """Each member and all members below it."""
        return closed(self.above).inverse


def dimension(facts: Facts, name: str) -> Dimension:
    """A dimension on the basis of these facts; ``name`` is one of DIMENSIONS."""
    return MAKERS[name](facts, name)


def _goal(facts: Facts, name: str) -> Dimension:
    goals = facts.goals
    return Dimension(name, goals, facts.thread.only(right=goals), facts.links.only(goals, goals))


def _strategy(facts: Facts, name: str) -> Dimension:
    strategies = facts.kind("Strategy")
    parts = facts.reading.relation(DCTERMS + "isPartOf", facts.basis).only(strategies, strategies)
    own = facts.thread.then(facts.set_out.only(right=strategies))
    return Dimension(name, strategies, own.then_any(parts), parts)


def _level(facts: Facts, name: str) -> Dimension:
    return _flat(facts, name, facts.thread.then(facts.set_out.then(facts.relation("level"))), "Level")


def _area(facts: Facts, name: str) -> Dimension:
    areas = facts.kind("Area")
    standing = facts.relation("inArea").then_any(facts.links)
    return Dimension(name, areas, facts.thread.plus(standing).only(right=areas), facts.links.only(areas, areas))


def _focus_area(facts: Facts, name: str) -> Dimension:
    return _flat(facts, name, _also_above(facts, facts.relation("focusArea")), "FocusArea")


def _place(facts: Facts, name: str) -> Dimension:
    placed = facts.relation("place")
    parts = facts.reading.relation(DCTERMS + "isPartOf", facts.basis)
    own = placed.plus(facts.relation("setOutIn").then(placed))
    return _nested(facts, name, own, parts, "Place")


def _target_group(facts: Facts, name: str) -> Dimension:
    broader = facts.reading.relation(SKOS + "broader", facts.basis)
    return _nested(facts, name, _also_above(facts, facts.relation("targetGroup")), broader, "TargetGroup")


def _arena(facts: Facts, name: str) -> Dimension:
    broader = facts.reading.relation(SKOS + "broader", facts.basis)
    return _nested(facts, name, _also_above(facts, facts.relation("arena")), broader, "Arena")


def _actor(facts: Facts, name: str) -> Dimension:
    units = facts.reading.relation(ORG + "unitOf", facts.basis)
    return _nested(facts, name, facts.relation("responsible"), units, "Actor")


def _intervention(facts: Facts, name: str) -> Dimension:
    return _flat(facts, name, facts.relation("uses"), "Intervention")


def _horizon(facts: Facts, name: str) -> Dimension:
    of_goals = facts.relation("horizon").only(left=facts.goals)
    return _flat(facts, name, facts.thread.then(of_goals), "Horizon")


def _year(facts: Facts, name: str) -> Dimension:
    who, start, end = facts.periods
    fresh = facts.fresh[who]
    dated = (start != NEVER) | (end != ALWAYS)
    who, start, end, fresh = who[dated], start[dated], end[dated], fresh[dated]
    last = np.where(end == ALWAYS, np.maximum(start, fresh), end)
    first = np.where(start == NEVER, end, start)
    relation = _spread(who, facts.reading.years(first), facts.reading.years(last), facts.reading.size)
    return Dimension(name, _rights(relation), relation, _none(facts))


def _also_above(facts: Facts, own: Relation) -> Relation:
    """What a thing has itself, and what all it serves has: ``rt:serves*/own``."""
    return own.plus(facts.thread.then(own))


def _nested(facts: Facts, name: str, own: Relation, above: Relation, kind: str) -> Dimension:
    relation = own.then_any(above)
    members = facts.kind(kind) | _rights(relation)
    return Dimension(name, members, relation, above.only(members, members))


def _flat(facts: Facts, name: str, relation: Relation, kind: str) -> Dimension:
    return Dimension(name, facts.kind(kind) | _rights(relation), relation, _none(facts))


def _rights(relation: Relation) -> Marks:
    marks = np.zeros(relation.size, bool)
    marks[relation.right] = True
    return marks


def _none(facts: Facts) -> Relation:
    nothing = np.zeros(0, np.int64)
    return related(nothing, nothing, facts.reading.size)


def _spread(who: Numbers, first: Numbers, last: Numbers, size: int) -> Relation:
    """Each of these with all numbers from its first to its last; none where the last comes before the first."""
    many = np.maximum(last - first + 1, 0)
    origin = np.repeat(np.arange(len(who)), many)
    steps = np.arange(len(origin)) - np.repeat(np.cumsum(many) - many, many)
    return related(who[origin], first[origin] + steps, size)


MAKERS: dict[str, Callable[[Facts, str], Dimension]] = {
    "goal": _goal,
    "strategy": _strategy,
    "level": _level,
    "area": _area,
    "focus-area": _focus_area,
    "place": _place,
    "target-group": _target_group,
    "arena": _arena,
    "actor": _actor,
    "intervention": _intervention,
    "horizon": _horizon,
    "year": _year,
}
DIMENSIONS: dict[str, Words] = {
    "goal": {"sv": "Mål", "en": "Goal"},
    "strategy": {"sv": "Strategi", "en": "Strategy"},
    "level": {"sv": "Nivå", "en": "Level"},
    "area": {"sv": "Område", "en": "Area"},
    "focus-area": {"sv": "Fokusområde", "en": "Focus area"},
    "place": {"sv": "Plats", "en": "Place"},
    "target-group": {"sv": "Målgrupp", "en": "Target group"},
    "arena": {"sv": "Arena", "en": "Arena"},
    "actor": {"sv": "Aktör", "en": "Actor"},
    "intervention": {"sv": "Insats/metod", "en": "Intervention"},
    "horizon": {"sv": "Horisont", "en": "Horizon"},
    "year": {"sv": "År", "en": "Year"},
}
"""The dimensions, each with its word in Swedish and English."""
