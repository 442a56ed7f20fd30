"""One side of a comparison: a store with the scope it is asked for."""

from dataclasses import dataclass, replace
from functools import cached_property

from graph.coverage import Coverage, Scope, Status, coverage
from graph.coverage.why.statement import Statements
from graph.errors import BadParameter
from graph.gaps import GapScope
from graph.store import Store


@dataclass(frozen=True)
class Side:
    """A version of the data (its store) with a scope: the date, and what of the graph is asked for."""

    store: Store
    scope: GapScope

    @cached_property
    def asked(self) -> Scope:
        """The scope as coverage takes it."""
        return Scope(self.scope.as_of, self.scope.basis, place=self.scope.place, strategy=self.scope.strategy)

    @cached_property
    def index(self) -> Coverage:
        return coverage(self.store)

    @cached_property
    def statements(self) -> Statements:
        return Statements(self.store)

    @cached_property
    def statuses(self) -> dict[str, Status]:
        """The status of each goal of the scope."""
        return self.index.statuses(self.asked)

    def standing(self, goal: str) -> dict[str, Status]:
        """The activities that count for a goal, each with its status; none where the goal is not of the scope."""
        if goal not in self.statuses:
            return {}
        basis = self.asked.sure
        facts, number = self.index.facts(basis), self.index.number
        sure = self.index.activities_of(goal, replace(self.asked, basis=basis)) if facts.goals[number[goal]] else ()
        ranks = facts.status(self.scope.as_of)
        found = {activity: Status(int(ranks[number[activity]])) for activity in sure}
        return dict.fromkeys(self.index.activities_of(goal, self.asked), Status.SUGGESTED) | found


def checked(before: Side, after: Side) -> None:
    """Raises BadParameter where two sides cannot be compared: time runs forward, and both are asked the same."""
    if before.scope.as_of > after.scope.as_of:
        day = after.scope.as_of.isoformat()
        raise BadParameter(
            "since",
            before.scope.as_of.isoformat(),
            f"Datumet ska vara {day} eller tidigare.",
            f"The date must be {day} or earlier.",
        )
    for name in ("basis", "place", "strategy"):
        given, other = getattr(before.scope, name), getattr(after.scope, name)
        if given != other:
            raise BadParameter(
                name,
                str(given),
                f"Båda sidor måste ha samma värde; den andra har ”{other}”.",
                f"Both sides must have the same value; the other has “{other}”.",
            )
