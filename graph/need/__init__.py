"""Need × coverage: what is measured in a place, for a group and a year, beside the coverage of the goals it measures.

``need(store, scope)`` answers; ``Need`` is one row of it, ``Unknown`` a goal or place whose need nothing tells.
"""

from graph.need.beside import Covered
from graph.need.columns import NEED_COLUMNS, need_rows
from graph.need.observation import Indicator, Observation, Time
from graph.need.ranking import Known, Value
from graph.need.report import need
from graph.need.row import Need, NeedReport, Unknown

__all__ = [
    "NEED_COLUMNS",
    "Covered",
    "Indicator",
    "Known",
    "Need",
    "NeedReport",
    "Observation",
    "Time",
    "Unknown",
    "Value",
    "need",
    "need_rows",
]
