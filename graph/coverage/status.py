"""The status of one activity as of a date.

DESIGN of the statuses: an activity has ended, is planned, is uncertain, active, or active and followed up; a goal's
status is the best of its activities'.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Status(IntEnum):
    """Worst to best; the last two are told apart, not ranked (negative)."""

    UNKNOWN = -2
    NOT_RELEVANT = -1
    NONE = 0
    SUGGESTED = 1
    ENDED = 2
    PLANNED = 3
    UNCERTAIN = 4
    ACTIVE = 5
    FOLLOWED_UP = 6

    @property
    def word(self) -> str:
        """The name in addresses and files: "followed-up"."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Activity:
    """What decides an activity's status: days, sources, and whether someone answers for it and follows it up."""

    start: date | None = None
    end: date | None = None
    fresh: date | None = None
    """The last day on which its newest source still tells what is going on."""
    responsible: bool = False
    follow_up: bool = False


def status_of(activity: Activity, as_of: date) -> Status:
    """The status as of a date.

    >>> status_of(Activity(start=date(2018, 1, 1), fresh=date(2020, 12, 31)), date(2026, 11, 22)).word
    'uncertain'
    """
    if activity.end is not None and activity.end < as_of:
        return Status.ENDED
    if activity.start is not None and activity.start > as_of:
        return Status.PLANNED
    stale = activity.fresh is None or activity.fresh < as_of
    if activity.end is None and stale:
        return Status.UNCERTAIN
    return Status.FOLLOWED_UP if activity.responsible and activity.follow_up else Status.ACTIVE
