"""Coverage: how far each goal is served by activities, as of a date and on a basis.

``coverage(store)`` is the index, read in one pass and kept per store; ``why`` gives the statements behind a status.
"""

from graph.coverage.index import Broken, Coverage, GoalCoverage, Scope, coverage
from graph.coverage.status import Status, status_of
from graph.coverage.why import Evidence, Reason, why

__all__ = [
    "Broken",
    "Coverage",
    "Evidence",
    "GoalCoverage",
    "Reason",
    "Scope",
    "Status",
    "coverage",
    "status_of",
    "why",
]
