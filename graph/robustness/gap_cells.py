"""The gaps of a scope as cells of goal x target group x place, and what an activity in one of them would close."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Marks, Numbers, Relation, closed, related
from graph.vocabulary import DCTERMS, SKOS

DIMENSIONS = ("goal", "target-group", "place")
COVERS = Status.PLANNED
"""From this status on an activity covers its cells: it has not ended."""


@dataclass(frozen=True, order=True)
class GapCell:
    """A goal, a target group (None where the goal's documents name none: for anyone) and a place, by address."""

    goal: str
    target_group: str | None
    place: str


class GapCells:
    """The gaps of a resolved scope.

    A cell is a goal of the scope, a target group that the goal names, or else one that its documents name (where they
    name none: anyone), and a place that some document names and where a plan that sets the goal out applies: the plan's
    own places and those within them, or any where the plan has none. Where the scope has a place or a group, only that
    and its parts. It is a gap where no activity that has not ended counts for all three, and nobody judged it not
    relevant. A place that no document names is unknown, and no gap.
    """

    def __init__(self, index: Coverage, scope: Scope) -> None:
        self._index, self._scope = index, scope
        self._facts = index.facts(scope.basis)
        self._order = [index.ordered(name, scope.basis) for name in DIMENSIONS]
        self._anyone = index.reading.size
        self._places = [np.zeros(self._anyone + 1, np.int64) for _ in DIMENSIONS]
        for name, order, places in zip(DIMENSIONS, self._order, self._places, strict=True):
            places[order] = np.arange(len(order)) + (name == DIMENSIONS[1])
        self.keys = np.setdiff1d(self._wanted(), self._covered())

    def __len__(self) -> int:
        return len(self.keys)

    def cell(self, place: int) -> GapCell:
        """The gap in one place of the list."""
        goal, group, where = (numbers[place] for numbers in self._members)
        names = self._index.names
        return GapCell(names[goal], None if group == self._anyone else names[group], names[where])

    def closes(self) -> Relation:
        """The gaps by place in the list, each with those that an activity for its goal, group and place would close."""
        goals, groups, places = self._members
        origin, goal = self._up(self._facts.thread.only(right=self._facts.goals)).reached(goals)
        broader = self._up(closed(self._index.reading.relation(SKOS + "broader", self._scope.basis)))
        own, group = self._for_anyone(broader).reached(groups[origin])
        aimed, besides = self._sized(self._dimension("target-group")).reached(goals[origin])
        origin, goal = (np.concatenate([column[own], column[aimed]]) for column in (origin, goal))
        group = np.concatenate([group, besides])
        around = self._up(closed(self._index.reading.relation(DCTERMS + "isPartOf", self._scope.basis)))
        again, place = around.reached(places[origin])
        origin, keys = origin[again], self._key(goal[again], group[again], place)
        found = np.searchsorted(self.keys, keys)
        there = found < len(self.keys)
        there[there] = self.keys[found[there]] == keys[there]
        return related(origin[there], found[there], max(len(self.keys), 1))

    @cached_property
    def _members(self) -> tuple[Numbers, Numbers, Numbers]:
        """Goal, group and place of each gap."""
        rest, place = np.divmod(self.keys, max(len(self._order[2]), 1))
        goal, group = np.divmod(rest, len(self._order[1]) + 1)
        groups = np.append(self._anyone, self._order[1])
        return self._order[0][goal], groups[group], self._order[2][place]

    def _key(self, goal: Numbers, group: Numbers, place: Numbers) -> Numbers:
        """One number for each cell, rising with the addresses of goal, group and place; anyone comes first."""
        goals, groups, places = self._places
        return (goals[goal] * (len(self._order[1]) + 1) + groups[group]) * len(self._order[2]) + places[place]

    def _wanted(self) -> Numbers:
        """The cells that are no gaps only if something covers them."""
        goals = self._index.chosen_goals(self._scope)
        aimed = self._groups(goals)
        origin, place = self._applying(goals).reached(aimed.left)
        goal, group = aimed.left[origin], aimed.right[origin]
        kept = ~self._judged(goal, group, place)
        return self._key(goal[kept], group[kept], place[kept])

    def _covered(self) -> Numbers:
        """The cells for which an activity counts that has not ended."""
        filters = tuple(self._scope.filters.items())
        counts = self._index.passing(self._scope.basis, *filters)
        counts = counts & (self._facts.status(self._scope.as_of) >= COVERS)
        goals = self._dimension("goal").only(left=counts)
        groups, places = (self._dimension(name).only(left=counts) for name in DIMENSIONS[1:])
        origin, group = self._with_anyone(groups, counts).reached(goals.left)
        goal, activity = goals.right[origin], goals.left[origin]
        origin, place = places.reached(activity)
        return self._key(goal[origin], group[origin], place)

    def _groups(self, goals: Marks) -> Relation:
        """The goals, each with the target groups that it, or else its documents, name, as far as they are asked for."""
        own = self._facts.relation("targetGroup").only(left=goals)
        sources = self._index.reading.relation(DCTERMS + "source", self._scope.basis).only(left=goals & ~own.marks())
        named = sources.then(self._index.reading.documents(self._scope.basis).inverse)
        aimed = self._sized(own.plus(named))
        if self._scope.target_group is not None:
            return aimed.only(right=self._inside("target-group", self._scope.target_group))
        nobody = np.flatnonzero(goals & ~aimed.marks()[:-1])
        return aimed.plus(related(nobody, np.full(len(nobody), self._anyone), aimed.size))

    def _applying(self, goals: Marks) -> Relation:
        """The goals, each with the named places where it applies, as far as they are asked for."""
        plans = self._facts.relation("setOutIn").only(left=goals)
        placed = plans.then(self._facts.relation("place"))
        within = placed.plus(placed.then(self._index.dimension("place", self._scope.basis).below))
        named = self._facts.named & self._index.dimension("place", self._scope.basis).members
        free = plans.only(right=~self._facts.relation("place").marks()).marks()
        everywhere = np.flatnonzero(named)
        who = np.repeat(np.flatnonzero(free), len(everywhere))
        applying = within.plus(related(who, np.tile(everywhere, int(free.sum())), within.size))
        applying = self._sized(applying.only(right=named))
        return applying if self._scope.place is None else applying.only(right=self._inside("place", self._scope.place))

    def _judged(self, goal: Numbers, group: Numbers, place: Numbers) -> Marks:
        """Which of these cells someone judged not relevant."""
        number = self._index.number
        judged = np.zeros(len(goal), bool)
        for one in self._facts.judgements:
            if one.place or one.group:
                here = goal == number[one.goal]
                here &= True if one.place in (None, self._scope.place) else place == number[one.place]
                here &= True if one.group in (None, self._scope.target_group) else group == number[one.group]
                judged |= here
        return judged

    def _inside(self, name: str, member: str) -> Marks:
        """A member of a dimension and all below it."""
        number = self._index.number[member]
        below = self._index.dimension(name, self._scope.basis).below.of(number)
        marks = np.zeros(self._anyone + 1, bool)
        marks[[number, *below.tolist()]] = True
        return marks

    def _dimension(self, name: str) -> Relation:
        return self._index.dimension(name, self._scope.basis).relation

    def _up(self, above: Relation) -> Relation:
        """Each thing with itself and what stands above it."""
        own = np.arange(above.size)
        return self._sized(above.plus(related(own, own, above.size)))

    def _with_anyone(self, groups: Relation, things: Marks) -> Relation:
        """Target groups of things: what is done for some group is done for anyone too."""
        who = np.flatnonzero(things)
        return self._sized(groups).plus(related(who, np.full(len(who), self._anyone), self._anyone + 1))

    def _for_anyone(self, broader: Relation) -> Relation:
        own = np.arange(broader.size)
        return broader.plus(related(own, np.full(len(own), self._anyone), broader.size))

    def _sized(self, relation: Relation) -> Relation:
        """The same pairs with a number more, for anyone."""
        return Relation(relation.left, relation.right, self._anyone + 1)
