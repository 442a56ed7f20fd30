"""The cause of a change: statements that came and went among those that decide it, and what time did."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from graph.answer import Iri
from graph.changes.difference import (
    about,
    asked_about,
    deciders,
    decisive,
    is_said,
    judgements,
    key_of,
    missing,
    same_day,
    served,
)
from graph.changes.side import Side
from graph.changes.things import TextChange, text_changes
from graph.coverage import Statement
from graph.coverage.reading import DAYS
from graph.coverage.why.statement import PART_OF, PASSAGE, READ, Unit
from graph.gaps import Gap
from graph.vocabulary import DCTERMS, RT

Window = tuple[date, date]
ENDED, STARTED, AGED = "ended", "started", "source-aged"
EVENTS = {
    ENDED: {"sv": "avslutades enligt sitt slutdatum", "en": "ended on its end date"},
    STARTED: {"sv": "började enligt sitt startdatum", "en": "began on its start date"},
    AGED: {"sv": "fick en källa äldre än 24 månader", "en": "had its source become older than 24 months"},
}
"""What time does to an activity, in Swedish and English."""
SUSPECT = "suspect-links"
"""The kind of gap that a changed text opens."""
SERVING = frozenset({*(RT + w for w in ("serves", "responsible", "followsUp")), *DAYS, DCTERMS + "source"})
"""What of the things that serve another decides a gap of that."""
PLACING = frozenset({RT + "place", RT + "setOutIn"})
JUDGED = frozenset({RT + "goal", RT + "place", RT + "targetGroup"})
NAMING = frozenset({RT + "place", PASSAGE})
FACTS = READ - {PASSAGE}


@dataclass(frozen=True)
class Event:
    """What time did to an activity on a day (the first on which it shows), with the statement that says when."""

    kind: str
    activity: str
    day: date
    statement: Statement


@dataclass(frozen=True)
class Cause:
    """The statements removed from and added to what decides, what time did, and the texts that are others."""

    removed: tuple[Statement, ...] = ()
    added: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    texts: tuple[TextChange, ...] = ()


class Causes:
    """The causes of the changes between two sides."""

    def __init__(self, before: Side, after: Side) -> None:
        self.before, self.after = self.sides = before, after
        self.same_data = before.store.version == after.store.version
        self.of_status: Callable[[str], Cause] = cache(self._of_status)

    def has_other_status(self, goal: str) -> bool:
        """Whether a goal's status is another."""
        return self.before.statuses.get(goal) != self.after.statuses.get(goal)

    def _of_status(self, goal: str) -> Cause:
        """Why a goal's status is another: by the activities that decided it and those that do now."""
        decided, decides = deciders(self.before, goal), deciders(self.after, goal)
        changed = self._changed(goal)
        if self.same_data:
            return Cause(events=self._events(changed & {*decided, *decides}))
        deciding = changed & {*decided, *decides}
        removed = decisive(self.before, goal, changed.intersection(decided))
        added = decisive(self.after, goal, changed.intersection(decides))
        cause = self._cause(removed, added, deciding)
        if cause.removed or cause.added:
            return cause
        # One statement more, of another start or of a judgement's group, leaves what decided before in place.
        things = sorted({unit.subject for unit in (*removed, *added)})
        removed, added = ([u for one in things for u in about(side, one, FACTS)] for side in self.sides)
        return self._cause(removed, added, deciding)

    def of_gap(self, gap: Gap) -> Cause:
        """Why there is a gap, or no longer: by what its question asks about, of its thing and of what serves that."""
        changed = self._changed(gap.thing)
        if self.same_data:
            return Cause(events=self._events(changed))
        below = [side.index.below(gap.thing, side.scope.basis) for side in self.sides]
        counted = {*self.before.standing(gap.thing), *self.after.standing(gap.thing)}
        cause = self._told(gap, (below[0] ^ below[1]) | counted, changed)
        if not (cause.removed or cause.added):
            # A question may look at more than what counts in the scope, and at what the thing itself serves.
            above = {one for side in self.sides for one in served(side, gap.thing)}
            cause = self._told(gap, below[0] | below[1] | above, changed)
        ends = [gap.thing, *(str(value) for _, value in gap.told if isinstance(value, Iri))]
        return replace(cause, texts=text_changes(self.before, self.after, ends)) if gap.kind == SUSPECT else cause

    def _told(self, gap: Gap, serving: set[str], changed: set[str]) -> Cause:
        """The cause of a gap among what is said of its thing and of these that serve it."""
        asked = asked_about(gap.question.text)
        removed, added = (
            about(side, gap.thing, asked)
            + [unit for one in judgements(side, gap.thing) for unit in about(side, one, JUDGED)]
            + [unit for one in serving - {gap.thing} for unit in about(side, one, asked & SERVING)]
            + self._placed(side, {gap.thing, *serving, *gap.set_out_in, *gap.places})
            for side in self.sides
        )
        return self._cause(removed, added, changed)

    def _placed(self, side: Side, things: set[str]) -> list[Unit]:
        """By what these are in a place, where one is asked for."""
        place, basis = side.scope.place, side.scope.basis
        if place is None:
            return []
        named = {one.index.is_named(place, basis) for one in self.sides}
        naming = about(side, place, NAMING) if len(named) > 1 else []
        plans = {str(u.value) for one in things for u in side.statements.about(one) if u.property == RT + "setOutIn"}
        own = [unit for one in things | plans for unit in side.statements.about(one) if unit.property in PLACING]
        found = {str(unit.value) for unit in own if unit.property != RT + "setOutIn"} | things
        return naming + own + [unit for one in found for unit in side.statements.about(one) if unit.property == PART_OF]

    def _changed(self, goal: str) -> set[str]:
        """The activities that count on one side only, or with another status."""
        old, new = self.before.standing(goal), self.after.standing(goal)
        return {activity for activity in {*old, *new} if old.get(activity) != new.get(activity)}

    def _cause(self, removed: Iterable[Unit], added: Iterable[Unit], activities: set[str]) -> Cause:
        gone, come = missing(removed, self.after), missing(added, self.before)
        # A day that went is told with the day that stands in its place, and the other way.
        instead = [unit for key in gone for unit in same_day(self.after, key)]
        gone |= missing((unit for key in come for unit in same_day(self.before, key)), self.after)
        come |= missing(instead, self.before)
        return Cause(
            tuple(self.before.statements.statement(gone[key]) for key in sorted(gone)),
            tuple(self.after.statements.statement(come[key]) for key in sorted(come)),
            self._events(activities),
        )

    def _events(self, activities: Iterable[str]) -> tuple[Event, ...]:
        """What time did to these activities, where the statements that say when are the same on both sides."""
        found = (event for activity in sorted(activities) for event in events(self.after, activity, self.window))
        if self.same_data:
            return tuple(found)
        return tuple(event for event in found if is_said(self.before, key_of(event.statement)))

    @property
    def window(self) -> Window:
        return self.before.scope.as_of, self.after.scope.as_of


def events(side: Side, activity: str, window: Window) -> Iterator[Event]:
    """What time did to an activity after the first day of the window, up to its last."""
    begin, end = window
    basis = side.asked.sure
    starts, ends = (side.statements.of(activity, RT + prop, basis) for prop in ("startsOn", "endsOn"))
    dated = [
        unit
        for source in side.statements.of(activity, DCTERMS + "source", basis)
        for unit in side.statements.of(str(source.value), RT + "freshUntil", basis)
    ]
    last = [(STARTED, min(starts, key=by("startsOn"), default=None), "startsOn", 0)]
    last += [(ENDED, max(ends, key=by("endsOn"), default=None), "endsOn", 1)]
    last += [] if ends else [(AGED, max(dated, key=by("freshUntil"), default=None), "freshUntil", 1)]
    for kind, unit, prop, later in last:
        if unit is not None:
            day = date.fromisoformat(by(prop)(unit)) + timedelta(days=later)
            if begin < day <= end:
                yield Event(kind, activity, day, side.statements.statement(unit))


def by(prop: str) -> Callable[[Unit], str]:
    """The day of a statement, to order by."""
    return lambda unit: unit.target(RT + prop) or ""
