"""Who leaves with an actor, and how the goals stand when its activities stop: counted, with nothing read again.

Ranking all actors asks the same of thousands of them. What a goal loses are the activities that stop, and those below
them that do not lead to it in another way; counts by status tell the rest. Only where suggested links count, or a
filter that looks at the thread, is the change laid over the index as for any what-if.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.coverage import Axis, Coverage, Scope
from graph.coverage.relation import Numbers, Relation, closed
from graph.coverage.status import Status
from graph.coverage.tally import Tally
from graph.robustness.change import change_of
from graph.robustness.overlay import Overlay
from graph.vocabulary import ORG, SUGGESTED

BESIDE_THE_THREAD = {"place", "strategy", "level"}
"""The filters that an activity passes for a goal however it leads there."""
RANKS = max(Status) + 1
"""Room for every status that an activity can have."""


class Actors:
    """The actors of a resolved scope: what stops without each, and how the goals then stand."""

    def __init__(self, index: Coverage, scope: Scope) -> None:
        self.index, self.scope = index, scope
        self.facts = index.facts(scope.basis)
        self.passing = index.passing(scope.basis, *scope.filters.items())
        self.status = self.facts.status(scope.as_of)
        self.goals = index.dimension("goal", scope.basis).relation.only(self.passing, index.chosen_goals(scope))
        self._responsible = self.facts.relation("responsible").only(left=self.facts.activities)
        self._many = np.diff(self._responsible.starts)

    def gone(self, actor: int) -> Numbers:
        """The activities that no one but the actor and its units is responsible for."""
        units = np.append(self._units.of(actor), actor)
        _, activities = self._responsible.inverse.reached(np.unique(units))
        activities, here = np.unique(activities, return_counts=True)
        alone: Numbers = activities[here == self._many[activities]]
        return alone

    def without(self, actor: int, gone: Numbers) -> "Stopped | Overlay":
        """Before and after the actor withdraws."""
        if self.scope.basis != SUGGESTED and self.scope.filters.keys() <= BESIDE_THE_THREAD:
            return Stopped(self, gone)
        return Overlay(self.index, self.scope, change_of(self.index, self.scope, [self.index.names[actor]], ()))

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """For each goal the number of its activities of each status."""
        cells = self.goals.right * RANKS + self.status[self.goals.left]
        return np.bincount(cells, minlength=self.goals.size * RANKS).reshape(-1, RANKS)

    @cached_property
    def _units(self) -> Relation:
        """Each organisation with its units, however far down."""
        return closed(self.index.reading.relation(ORG + "unitOf", self.scope.basis)).inverse


class Stopped:
    """Before and after some activities stop."""

    def __init__(self, actors: Actors, gone: Numbers) -> None:
        self.index, self.scope, self.size = actors.index, actors.scope, actors.goals.size
        self._actors, self._gone = actors, gone

    def name(self, number: int) -> str:
        """The address of a goal."""
        return self.index.names[number]

    def tallies(self, *axes: Axis) -> tuple[Tally, Tally]:
        """Before and after, the goals that the activities or any below them lead to; there is no other axis."""
        _, below = self._actors.facts.below.reached(self._gone)
        touched = np.union1d(self._gone, below)
        origin, goals = self._actors.goals.reached(touched)
        cells = np.unique(goals)
        before = self._actors.counts[cells]
        after = before - self._counted(cells, touched[origin], goals)
        still = [(part, goal) for part in np.setdiff1d(below, self._gone).tolist() for goal in self._still(part)]
        part, goal = np.array(still, np.int64).reshape(-1, 2).T
        return _tally(cells, before), _tally(cells, after + self._counted(cells, part, goal))

    def _counted(self, cells: Numbers, things: Numbers, goals: Numbers) -> NDArray[np.int64]:
        """For each of the cells the number of things of each status that lead there."""
        counted = np.zeros((len(cells), RANKS), np.int64)
        np.add.at(counted, (np.searchsorted(cells, goals), self._actors.status[things]), 1)
        return counted

    def _still(self, part: int) -> list[int]:
        """The goals that count what is below the activities, and that it leads to without them."""
        links, gone = self._actors.facts.links, set(self._gone.tolist())
        found: set[int] = set()
        waiting = [part]
        while waiting:
            steps = set(links.of(waiting.pop()).tolist()) - found - gone
            found |= steps
            waiting += steps
        return [goal for goal in self._actors.goals.of(part).tolist() if goal in found]


def _tally(cells: Numbers, counts: NDArray[np.int64]) -> Tally:
    """The tally of cells with so many activities of each status."""
    kept = counts.any(axis=1)
    best = RANKS - 1 - (counts[kept, ::-1] > 0).argmax(axis=1)
    return Tally(cells[kept], counts[kept].sum(axis=1), best)
