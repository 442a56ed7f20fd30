"""The coverage of each goal in two places."""

from dataclasses import dataclass, replace

from graph.coverage import GoalCoverage, Scope, coverage
from graph.store import Store


@dataclass(frozen=True)
class Pair:
    """A goal in two places."""

    one: GoalCoverage
    other: GoalCoverage

    @property
    def differs(self) -> bool:
        return self.one.status != self.other.status

    @property
    def has_any(self) -> bool:
        return bool(self.one.count or self.other.count)


def in_places(store: Store, scope: Scope, other: str) -> tuple[Pair, ...]:
    """Each goal of a scope in its place and in another, by address; raises BadParameter for what is not there."""
    index = coverage(store)
    return tuple(map(Pair, index.all(scope), index.all(replace(scope, place=other))))
