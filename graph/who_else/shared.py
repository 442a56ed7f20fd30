"""What activities share with a gap: the goal, a sibling goal, the target group or a focus area.

A popular target group is shared with thousands of activities, so this is kept as columns of numbers, as the index is,
and made into things one can read only for what is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope
from graph.coverage.facts import Facts
from graph.coverage.relation import Marks, Numbers, closed
from graph.vocabulary import BASES

KINDS = {
    "goal": {"sv": "samma mål", "en": "the same goal"},
    "sibling": {"sv": "ett mål under samma större mål", "en": "a goal under the same larger goal"},
    "group": {"sv": "samma målgrupp", "en": "the same target group"},
    "narrower": {"sv": "en smalare målgrupp", "en": "a narrower target group"},
    "broader": {"sv": "en bredare målgrupp", "en": "a broader target group"},
    "focus-area": {"sv": "samma fokusområde", "en": "the same focus area"},
}
"""The kinds of shared thing, the strongest first, in Swedish and English."""
GROUPS = ("group", "narrower", "broader")


@dataclass(frozen=True, order=True)
class Shared:
    """One thing that an activity shares with a gap.

    ``kind`` is one of KINDS and ``thing`` what the activity serves, is for or stands in. ``through`` is what joins the
    two where the thing itself is another: the larger goal of siblings, the gap's own target group. ``basis`` is the
    surest on which all of it holds.
    """

    kind: str
    thing: str
    through: str | None
    basis: str


Label = tuple[str, int, int | None]
"""A kind, a thing, and what joins the two where the thing is another than the gap's."""


@dataclass(frozen=True, eq=False)
class Sharing:
    """Columns of one length: an activity, what it shares (its place in ``labels``), and the surest basis (in BASES)."""

    who: Numbers
    label: Numbers
    basis: Numbers
    labels: tuple[Label, ...]

    def only(self, activities: Marks) -> "Sharing":
        """What the marked activities share."""
        kept = activities[self.who]
        return Sharing(self.who[kept], self.label[kept], self.basis[kept], self.labels)

    def of(self, activities: Numbers, index: Coverage) -> tuple[Shared, ...]:
        """All that any of these activities shares, the strongest kind first."""
        kept = np.isin(self.who, activities)
        found = {*zip(self.label[kept].tolist(), self.basis[kept].tolist(), strict=True)}
        order = list(KINDS)
        things = (_shared(self.labels[label], BASES[basis], index) for label, basis in found)
        return tuple(sorted(things, key=lambda one: (order.index(one.kind), one)))


def sharing(index: Coverage, goal: int, scope: Scope) -> Sharing:
    """What activities share with a gap on the basis of its scope; the scope is resolved: its filters are addresses."""
    labels: dict[Label, int] = {}
    bases = BASES[: BASES.index(scope.basis) + 1]
    found = [
        [(who, labels.setdefault(label, len(labels))) for who, label in _found(index, goal, scope, b)] for b in bases
    ]
    width = len(labels) + 1
    on = [_distinct([who * width + label for who, label in pairs]) for pairs in found]
    basis = np.full(len(on[-1]), len(bases) - 1, np.int64)
    for place in reversed(range(len(bases) - 1)):
        basis[np.isin(on[-1], on[place])] = place
    return Sharing(on[-1] // width, on[-1] % width, basis, tuple(labels))


def _distinct(columns: list[Numbers]) -> Numbers:
    return np.unique(np.concatenate([np.zeros(0, np.int64), *columns]))


def _shared(label: Label, basis: str, index: Coverage) -> Shared:
    kind, thing, through = label
    return Shared(kind, index.names[thing], None if through is None else index.names[through], basis)


Pairs = Iterator[tuple[Numbers, Label]]
"""Things, by number, that share one thing with the gap."""


def _found(index: Coverage, goal: int, scope: Scope, basis: str) -> Pairs:
    activities = index.facts(basis).activities
    for pairs in (_same_goal, _siblings, _groups, _focus_areas):
        yield from ((who[activities[who]], label) for who, label in pairs(index, goal, scope, basis))


def _same_goal(index: Coverage, goal: int, scope: Scope, basis: str) -> Pairs:
    yield index.facts(basis).below.of(goal), ("goal", goal, None)


def _siblings(index: Coverage, goal: int, scope: Scope, basis: str) -> Pairs:
    """What serves a goal that serves, in one step as this one does, a larger goal; what is above or below is none."""
    facts = index.facts(basis)
    above = index.dimension("goal", basis).above
    related = {goal, *facts.thread.of(goal).tolist(), *facts.below.of(goal).tolist()}
    for larger in above.of(goal).tolist():
        for sibling in above.inverse.of(larger).tolist():
            if sibling not in related:
                yield facts.below.of(sibling), ("sibling", sibling, larger)


def _groups(index: Coverage, goal: int, scope: Scope, basis: str) -> Pairs:
    """What is for the group or serves what is for it; the same for narrower and broader groups."""
    facts = index.facts(basis)
    for asked in _asked(index, goal, scope, facts):
        for kind, group in _near(index, asked, basis):
            own = facts.relation("targetGroup").inverse.of(group)
            things = np.concatenate([own, facts.below.reached(own)[1]])
            yield things, (kind, group, None if kind == "group" else asked)


def _asked(index: Coverage, goal: int, scope: Scope, facts: Facts) -> Iterator[int]:
    """The target group of the gap; those of the goal where none is asked for."""
    if scope.target_group is not None:
        yield index.number[scope.target_group]
    else:
        yield from facts.relation("targetGroup").of(goal).tolist()


def _near(index: Coverage, asked: int, basis: str) -> Iterator[tuple[str, int]]:
    """A target group, those that are a part of it, and those it is a part of; each once."""
    groups = index.dimension("target-group", basis)
    yield "group", asked
    narrower = set(groups.below.of(asked).tolist()) - {asked}
    broader = set(closed(groups.above).of(asked).tolist()) - narrower - {asked}
    yield from (("narrower", group) for group in sorted(narrower))
    yield from (("broader", group) for group in sorted(broader))


def _focus_areas(index: Coverage, goal: int, scope: Scope, basis: str) -> Pairs:
    areas = index.dimension("focus-area", basis)
    for area in areas.relation.of(goal).tolist():
        yield areas.things.of(area), ("focus-area", area, None)
