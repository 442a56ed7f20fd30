"""Who else: for a gap, the activities and interventions elsewhere that share something with it, the nearest first.

``who_else(store, goal, scope)`` answers; ``Proposal`` is one activity and ``Offer`` one intervention of the answer,
``Shared`` is what one of them shares with the gap.
"""

from graph.who_else.columns import WHO_COLUMNS, shared_in_words, who_rows
from graph.who_else.proposals import Offer, Proposal, WhoElse, who_else
from graph.who_else.shared import KINDS, Shared

__all__ = [
    "KINDS",
    "WHO_COLUMNS",
    "Offer",
    "Proposal",
    "Shared",
    "WhoElse",
    "shared_in_words",
    "who_else",
    "who_rows",
]
