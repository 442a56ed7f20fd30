"""Gaps: every kind of gap in the whole graph, a place or a strategy, and where each thread breaks.

``gaps(store, scope)`` runs all gap questions; ``broken_threads(store, scope)`` says where threads stop and how to mend
them. ``scope_of`` makes a scope of what a person wrote.
"""

from graph.gaps.gap import Gap
from graph.gaps.report import SEVERITIES, GapReport, LeftOut, asked_with, gaps
from graph.gaps.scope import GapScope, scope_of
from graph.gaps.threads import BrokenThread, broken_threads

__all__ = [
    "SEVERITIES",
    "BrokenThread",
    "Gap",
    "GapReport",
    "GapScope",
    "LeftOut",
    "asked_with",
    "broken_threads",
    "gaps",
    "scope_of",
]
