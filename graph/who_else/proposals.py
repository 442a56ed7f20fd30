"""The answer: activities elsewhere, the nearest first, and the interventions they use.

An intervention comes where the nearest of the activities that use it does; of those that are equally near, the one that
more activities use, in more places.
"""

from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope, Status, coverage
from graph.coverage.facts import Facts
from graph.coverage.relation import Marks, Numbers
from graph.errors import BadParameter
from graph.store import Store
from graph.who_else.nearness import Nearest, nearest, statuses
from graph.who_else.shared import Shared, Sharing, sharing

GAP = ("place", "target-group")
"""The filters of a scope that say where and for whom the gap is; the others choose among what is proposed."""


@dataclass(frozen=True)
class Proposal:
    """An activity elsewhere. ``places`` are its own and those of what sets it out; none is a place not known."""

    activity: str
    status: Status
    places: tuple[str, ...]
    responsible: tuple[str, ...]
    interventions: tuple[str, ...]
    shared: tuple[Shared, ...]


@dataclass(frozen=True)
class Offer:
    """An intervention that activities elsewhere use: which activities, in which places, and what these share."""

    intervention: str
    activities: tuple[str, ...]
    places: tuple[str, ...]
    shared: tuple[Shared, ...]


@dataclass(frozen=True)
class WhoElse:
    """Who else does something about a gap: at most so many of each as was asked for, out of all there are."""

    goal: str
    scope: Scope
    activities: tuple[Proposal, ...]
    interventions: tuple[Offer, ...]
    all_activities: int
    all_interventions: int

    @property
    def about(self) -> dict[str, str]:
        """Date, basis, what was asked for, and how many there are of each, as text for a file."""
        about = {"basis": self.scope.basis, "asOf": self.scope.as_of.isoformat(), "goal": self.goal}
        counts = {"allActivities": str(self.all_activities), "allInterventions": str(self.all_interventions)}
        return {**about, **self.scope.filters, **counts}


def who_else(source: Store | Coverage, goal: str, scope: Scope, most: int = 20) -> WhoElse:
    """The activities and interventions elsewhere that are nearest to a gap, at most so many of each.

    ``goal`` is an address or slug. ``scope.place`` and ``scope.target_group`` say where and for whom the gap is:
    elsewhere is everywhere that does not count for that place (an activity of a county counts for none of its
    municipalities, so it is elsewhere for each of them; one whose place is not known is proposed and says so). Without
    a place it is everywhere. The other filters choose among what is proposed. Raises BadParameter for a goal, filter or
    number there cannot be.

    With ``open_store(data, cache)`` as store, ``who_else(store, "dhol-d6", Scope(today, place="1907"))`` is who outside
    Surahammar does something like delmål 6.
    """
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise BadParameter(
            "most", str(most), "Skriv ett heltal som är minst 1.", "Write a whole number that is at least 1."
        )
    index = source if isinstance(source, Coverage) else coverage(source)
    scope = index.resolved(scope)
    address = index.member("goal", goal, scope.basis, "goal")
    found = sharing(index, index.number[address], scope).only(_elsewhere(index, scope))
    near = nearest(index, scope, found)
    offers = _Offers(index, scope, found, near)
    return WhoElse(
        address,
        scope,
        tuple(_proposal(index, scope, found, activity) for activity in near.activities[:most].tolist()),
        tuple(map(offers.offer, offers.ordered[:most])),
        len(near.activities),
        len(offers.ordered),
    )


def _elsewhere(index: Coverage, scope: Scope) -> Marks:
    """The activities that may be proposed: outside the place, and passing the filters that do not make the gap."""
    others = {name: member for name, member in scope.filters.items() if name not in GAP}
    passing = index.passing(scope.basis, *others.items()).copy()
    if scope.place is not None:
        passing[index.dimension("place", scope.basis).things.of(index.number[scope.place])] = False
    return passing


def _proposal(index: Coverage, scope: Scope, found: Sharing, activity: int) -> Proposal:
    facts = index.facts(scope.basis)
    return Proposal(
        index.names[activity],
        Status(int(statuses(index, scope, np.array([activity]))[0])),
        _named(index, _places(facts, np.array([activity]))),
        _named(index, facts.relation("responsible").of(activity)),
        _named(index, facts.relation("uses").of(activity)),
        found.of(np.array([activity]), index),
    )


class _Offers:
    """The interventions that the activities use, in their order; each is made when it is shown."""

    def __init__(self, index: Coverage, scope: Scope, found: Sharing, near: Nearest) -> None:
        self.index, self.found = index, found
        self.facts = index.facts(scope.basis)
        origin, interventions = self.facts.relation("uses").reached(near.activities)
        self.using = {one: near.activities[origin[interventions == one]] for one in np.unique(interventions).tolist()}
        nearness = {one: int(near.steps[origin[interventions == one]].min()) for one in self.using}
        self.ordered = sorted(
            self.using,
            key=lambda one: (
                nearness[one],
                -len(self.using[one]),
                -len(_places(self.facts, self.using[one])),
                index.names[one],
            ),
        )

    def offer(self, intervention: int) -> Offer:
        using = self.using[intervention]
        return Offer(
            self.index.names[intervention],
            tuple(self.index.names[activity] for activity in using.tolist()),
            _named(self.index, _places(self.facts, using)),
            self.found.of(using, self.index),
        )


def _places(facts: Facts, activities: Numbers) -> Numbers:
    """The places of activities: their own and those of what sets them out, each once."""
    placed, plans = facts.relation("place"), facts.relation("setOutIn").reached(activities)[1]
    return np.unique(np.concatenate([placed.reached(activities)[1], placed.reached(plans)[1]]))


def _named(index: Coverage, numbers: Numbers) -> tuple[str, ...]:
    return tuple(sorted(index.names[number] for number in np.unique(numbers).tolist()))
