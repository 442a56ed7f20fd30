"""The coverage that stands beside a need: of the goals an indicator measures, and of what is done there at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Marks
from graph.vocabulary import MAPPED, SUGGESTED

POOREST = (
    Status.NONE,
    Status.SUGGESTED,
    Status.ENDED,
    Status.PLANNED,
    Status.UNCERTAIN,
    Status.ACTIVE,
    Status.FOLLOWED_UP,
    Status.UNKNOWN,
    Status.NOT_RELEVANT,
)
"""The statuses, the poorest coverage first. Unknown and not relevant are no poor coverage, so they stand last."""


@dataclass(frozen=True)
class Covered:
    """The coverage in one place and for one target group; None is not narrowed.

    ``goal`` is what is covered; None is whatever goal: all activities recorded there.
    """

    goal: str | None
    place: str | None
    group: str | None
    status: Status
    count: int
    """How many distinct activities."""


class Beside:
    """Coverage in a scope, asked for other places and groups; each answer is kept."""

    def __init__(self, index: Coverage, scope: Scope) -> None:
        self.index = index
        self.scope = scope
        self.goal = lru_cache(maxsize=None)(self._goal)
        self.anything = lru_cache(maxsize=None)(self._anything)

    def goals(self, goals: Iterable[str], places: tuple[str, ...], groups: tuple[str, ...]) -> tuple[Covered, ...]:
        """The coverage of each goal in each place and for each group, the poorest first.

        Without places or groups those of the scope are meant, or all where it has none.
        """
        asked = product(sorted(goals), places or (self.scope.place,), groups or (self.scope.target_group,))
        found = (self.goal(*one) for one in asked)
        return tuple(
            sorted(found, key=lambda one: (poverty(one.status), one.goal or "", one.place or "", one.group or ""))
        )

    def _goal(self, goal: str, place: str | None, group: str | None) -> Covered:
        of = self.index.of(goal, replace(self.scope, place=place, target_group=group))
        return Covered(goal, place, group, of.status, of.count)

    def _anything(self, places: tuple[str, ...], groups: tuple[str, ...]) -> Covered:
        """All activities in any of these places and for any of these groups, whatever they serve."""
        of = self.scope.basis
        sure = MAPPED if of == SUGGESTED else of
        count = int(self._activities(of, places, groups).sum())
        marks = self._activities(sure, places, groups)
        status = Status.SUGGESTED if count else self._empty(places)
        if marks.any():
            status = Status(int(self.index.facts(sure).status(self.scope.as_of)[marks].max()))
        return Covered(None, _one(places), _one(groups), status, count)

    def _activities(self, basis: str, places: tuple[str, ...], groups: tuple[str, ...]) -> Marks:
        asked = {"place": places or (self.scope.place,), "target-group": groups or (self.scope.target_group,)}
        others = {name: (member,) for name, member in self.scope.filters.items() if name not in asked}
        marks = self.index.facts(basis).activities.copy()
        for name, members in {**asked, **others}.items():
            marks &= self._counting(basis, name, [member for member in members if member is not None])
        return marks

    def _counting(self, basis: str, name: str, members: list[str]) -> Marks:
        """What counts for any of these members of a dimension; everything where there are none."""
        if not members:
            return np.ones(self.index.reading.size, bool)
        things = self.index.dimension(name, basis).things
        return self.index.reading.marked(np.concatenate([things.of(self.index.number[one]) for one in members]))

    def _empty(self, places: tuple[str, ...]) -> Status:
        asked = [one for one in (places or (self.scope.place,)) if one is not None]
        named = not asked or any(self.index.is_named(one, self.scope.basis) for one in asked)
        return Status.NONE if named else Status.UNKNOWN


def poverty(status: Status) -> int:
    """The place of a status among POOREST.

    >>> poverty(Status.NONE) < poverty(Status.ENDED) < poverty(Status.UNKNOWN)
    True
    """
    return POOREST.index(status)


def _one(members: tuple[str, ...]) -> str | None:
    return members[0] if len(members) == 1 else None
