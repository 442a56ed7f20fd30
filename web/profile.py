"""A place on one page: how its goals are covered, the greatest gaps, and what is measured beside what is done."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from graph.coverage import Scope, Status
from graph.gaps import Gap, GapScope, gaps
from graph.need import Need, need
from graph.need.words import BETTER, trends_of
from graph.profile import Plan, profile
from graph.question import Question
from web import asked
from web.language import alphabetical
from web.service import service, store
from web.term import ORDER, named

MOST_PLANS = 8
EXAMPLES = 2


@dataclass(frozen=True)
class Measured:
    """A row of what is measured: the need, and in words its trends and which way is better."""

    need: Need
    trends: str
    better: str


class PlaceProfile:
    """What the page of a place says first."""

    def __init__(self, address: str, scope: Scope) -> None:
        self.scope = replace(scope, place=address)
        self.found = profile(store(), self.scope)

    @property
    def total(self) -> int:
        """How many goals apply there."""
        return self.found.statuses.total()

    @property
    def covered(self) -> int:
        """How many of them have an activity there."""
        return sum(count for status, count in self.found.statuses.items() if status > Status.NONE)

    @property
    def statuses(self) -> list[tuple[Status, int]]:
        return [(status, self.found.statuses[status]) for status in ORDER if self.found.statuses[status]]

    @property
    def plans(self) -> list[tuple[Plan, list[tuple[Status, int]]]]:
        """The plans shown, each with its statuses from best to worst."""
        shown = self.found.plans[:MOST_PLANS]
        return [(plan, [(s, plan.statuses[s]) for s in ORDER if plan.statuses[s]]) for plan in shown]

    @property
    def plans_left_out(self) -> int:
        return max(0, len(self.found.plans) - MOST_PLANS)

    @cached_property
    def gaps(self) -> list[tuple[Question, list[Gap], int]]:
        """The kinds of gap there, the worst first: the question, the first gaps and how many there are."""
        report = gaps(store(), GapScope(self.scope.as_of, self.scope.basis, self.scope.place))
        kinds = [list(same) for _, same in groupby(report.gaps, key=lambda gap: gap.kind)]
        return [(same[0].question, same[:EXAMPLES], len(same)) for same in kinds]

    @cached_property
    def measured(self) -> list[Measured]:
        language, labels = asked.language(), service().labels
        rows = need(store(), self.scope).rows
        ordered = sorted(rows, key=lambda row: (row.status is None, alphabetical(named(row.indicator.address).text)))
        return [
            Measured(
                row,
                trends_of(row.value, row.indicator, labels, language),
                BETTER[row.indicator.direction][language] if row.indicator.direction else "",
            )
            for row in ordered
        ]
