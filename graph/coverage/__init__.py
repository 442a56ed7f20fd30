"""Coverage: how far each goal is served by activities, as of a date and on a basis.

``coverage(store)`` is the index, read in one pass and kept per store; ``matrix`` counts by any two dimensions;
``why`` gives the statements behind a status.
"""

from graph.coverage.axis import Axis
from graph.coverage.dimension import DIMENSIONS
from graph.coverage.index import Broken, Coverage, GoalCoverage, coverage
from graph.coverage.matrix import Cell, Matrix, matrix
from graph.coverage.scope import Scope
from graph.coverage.status import Status, status_of
from graph.coverage.why import LACKING, Evidence, NearMiss, Reason, Statement, deciding, why

__all__ = [
    "DIMENSIONS",
    "LACKING",
    "Axis",
    "Broken",
    "Cell",
    "Coverage",
    "Evidence",
    "GoalCoverage",
    "Matrix",
    "NearMiss",
    "Reason",
    "Scope",
    "Statement",
    "Status",
    "coverage",
    "deciding",
    "matrix",
    "status_of",
    "why",
]
