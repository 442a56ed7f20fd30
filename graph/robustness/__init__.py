"""Robustness: what coverage rests on, what a withdrawal would leave, and what would close the most gaps.

``single_points`` are the things that goals rest on alone; ``withdrawals`` ranks actors by what is lost without them;
``what_if`` gives the cells and goals that a change alters; ``fewest`` are additional activities that close many gaps.
"""

from graph.robustness.fewest import AT_LEAST, Fewest, Step, fewest
from graph.robustness.gap_cells import GapCell
from graph.robustness.planned import Planned
from graph.robustness.points import POINT_KINDS, SinglePoint, single_points
from graph.robustness.what_if import Changed, Standing, WhatIf, what_if
from graph.robustness.withdrawal import Withdrawal, withdrawals

__all__ = [
    "AT_LEAST",
    "POINT_KINDS",
    "Changed",
    "Fewest",
    "GapCell",
    "Planned",
    "SinglePoint",
    "Standing",
    "Step",
    "WhatIf",
    "Withdrawal",
    "fewest",
    "single_points",
    "what_if",
    "withdrawals",
]
