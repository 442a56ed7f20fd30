"""An activity that is thought of: what a what-if adds to the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graph.errors import BadParameter
from graph.question import EXPECTED

LISTS = {"goals": "goal", "places": "place", "target_groups": "target-group", "responsible": "actor"}
"""The lists of a planned activity, each with the dimension its members are of."""


@dataclass(frozen=True)
class Planned:
    """An activity that is not there yet.

    ``goals`` (at least one), ``places``, ``target_groups`` and ``responsible`` (actors) hold addresses or slugs.
    ``start`` and ``end`` are its first and last day, None where that is not said. ``follow_up`` says that it will be
    followed up. Whoever thinks of it knows of it now: with an open end it is taken to go on for as long as a source of
    the as-of date would be believed, so it is no uncertain activity.

    Raises BadParameter where it has no goal, where a list is no list of texts, or for days that are none or in the
    wrong order. Whether goals and places are in the graph is seen when it is used.

    >>> Planned(goals=("dhol-d3",), places=("1907",)).start is None
    True
    >>> Planned(goals=("dhol-d3",), start=date(2027, 1, 1), end=date(2026, 1, 1))
    Traceback (most recent call last):
    graph.errors.BadParameter: Parametern end kan inte vara ”2026-01-01”. Slutet kommer före början, 2027-01-01.
    """

    goals: Sequence[str]
    places: Sequence[str] = ()
    target_groups: Sequence[str] = ()
    start: date | None = None
    end: date | None = None
    responsible: Sequence[str] = ()
    follow_up: bool = False

    def __post_init__(self) -> None:
        for name in LISTS:
            _checked_list(name, getattr(self, name))
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        if not self.goals:
            raise BadParameter("goals", "", "Ange minst ett mål.", "Give at least one goal.")
        if not isinstance(self.follow_up, bool):
            raise BadParameter("follow_up", str(self.follow_up), "Ange True eller False.", "Give True or False.")
        _checked_days(self.start, self.end)


def _checked_list(name: str, given: object) -> None:
    if isinstance(given, str) or not isinstance(given, Sequence) or not all(isinstance(one, str) for one in given):
        text = ("Ange en lista av adresser eller koder.", "Give a list of addresses or codes.")
        raise BadParameter(name, str(given), *text)


def _checked_days(start: date | None, end: date | None) -> None:
    for name, day in (("start", start), ("end", end)):
        if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
            raise BadParameter(name, str(day), *EXPECTED["date"])
    if start is not None and end is not None and end < start:
        raise BadParameter(
            "end", str(end), f"Slutet kommer före början, {start}.", f"The end comes before the start, {start}."
        )
