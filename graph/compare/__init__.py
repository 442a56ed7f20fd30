"""Compare: two plans, or two places, side by side.

``compared(store, one, other, scope)`` lays two plans beside each other: what both have, and what only one has.
``in_places(store, scope, other)`` is the coverage of each goal in two places. What differs between two dates is
graph.changes.
"""

from graph.compare.columns import GOAL_COLUMNS, PLAN_COLUMNS, goal_rows, headings_of, plan_rows
from graph.compare.ground import PARTS
from graph.compare.places import Pair, in_places
from graph.compare.report import Comparison, compared
from graph.compare.row import BOTH, ONE, OTHER, Held, Row, Side
from graph.compare.summary import TOLD, Summary

__all__ = [
    "BOTH",
    "GOAL_COLUMNS",
    "ONE",
    "OTHER",
    "PARTS",
    "PLAN_COLUMNS",
    "TOLD",
    "Comparison",
    "Held",
    "Pair",
    "Row",
    "Side",
    "Summary",
    "compared",
    "goal_rows",
    "headings_of",
    "in_places",
    "plan_rows",
]
