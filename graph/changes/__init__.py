"""Changes: what differs between two dates, or between two versions of the data, and by what.

``changes(before, after)`` compares the coverage of every goal and every gap, and says the cause of each difference:
the statements that came and went among those that decide it, or what time did to an activity.
"""

from graph.changes.cause import Cause, Event
from graph.changes.report import ChangeReport, GapChange, StatusChange, changes
from graph.changes.side import Side
from graph.changes.things import TextChange, ThingChange

__all__ = [
    "Cause",
    "ChangeReport",
    "Event",
    "GapChange",
    "Side",
    "StatusChange",
    "TextChange",
    "ThingChange",
    "changes",
]
