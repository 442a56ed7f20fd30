"""The rows of the answer: a need beside coverage, and what is unknown."""

from dataclasses import dataclass

from graph.coverage import Scope, Status
from graph.need.beside import Covered
from graph.need.observation import Indicator
from graph.need.ranking import Value
from graph.question import Words


@dataclass(frozen=True)
class Need:
    """One row: what is observed, and the coverage beside it.

    ``goals`` are the goals that the indicator measures, for each place and group of the row, the poorest first; empty
    where the graph links it to none. ``there`` is all that is recorded for those places and groups, whatever its goal.
    ``reason`` says in Swedish ("sv") and English ("en") why it stands where it does.
    """

    indicator: Indicator
    value: Value
    goals: tuple[Covered, ...]
    there: Covered
    reason: Words

    @property
    def status(self) -> Status | None:
        """The poorest coverage of the goals measured; None where no goal is."""
        return self.goals[0].status if self.goals else None


@dataclass(frozen=True)
class Unknown:
    """A goal or place without any observation among those asked for: its need is unknown, not zero.

    ``indicators`` are those that measure the goal, ``covered`` is its coverage in the scope (of a place: all that is
    recorded there).
    """

    thing: str
    kind: str
    """ "goal" or "place"."""
    indicators: tuple[str, ...]
    covered: Covered
    reason: Words


@dataclass(frozen=True)
class NeedReport:
    """Need beside coverage in a scope. ``year`` is what was asked for; None: the newest of each indicator."""

    scope: Scope
    indicator: str | None
    year: str | None
    rows: tuple[Need, ...]
    unknown: tuple[Unknown, ...]

    @property
    def about(self) -> dict[str, str]:
        """Date, basis, and what was asked for, as text for a file."""
        asked = {**self.scope.filters, "indicator": self.indicator, "year": self.year}
        known = {name: given for name, given in asked.items() if given is not None}
        return {"basis": self.scope.basis, "asOf": self.scope.as_of.isoformat(), **known}
