"""What decides coverage on one basis: the thread, the activities and their days, places named, judgements."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.coverage.reading import Reading
from graph.coverage.relation import Marks, Numbers, Relation, closed
from graph.coverage.status import Status
from graph.vocabulary import DCTERMS, RT

Ranks = NDArray[np.int64]
ALWAYS, NEVER = np.iinfo(np.int64).max, np.iinfo(np.int64).min
"""The end of what has no end, and the beginning of what has no beginning."""
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, order=True)
class Judgement:
    """Someone judged, with a reason, that a goal is not relevant for a place, a target group or both."""

    address: str
    goal: str
    place: str | None
    group: str | None


class Facts:
    """The facts of one reading that a basis admits."""

    def __init__(self, reading: Reading, basis: str) -> None:
        self.reading = reading
        self.basis = basis
        self.status = lru_cache(maxsize=16)(self._status)
        self.relation = lru_cache(maxsize=None)(self._relation)

    def kind(self, name: str) -> Marks:
        """The things of a kind ("Goal")."""
        return self.reading.kind(name, self.basis)

    @cached_property
    def links(self) -> Relation:
        """What serves what, in one step."""
        return self.relation("serves")

    @cached_property
    def thread(self) -> Relation:
        """What serves what, directly or not (rt:serves+)."""
        return closed(self.links)

    @cached_property
    def below(self) -> Relation:
        """The thread downwards: all that serves a thing."""
        return self.thread.inverse

    @cached_property
    def lowest(self) -> Marks:
        """The things that nothing else serves."""
        served = self.links.right[self.links.left != self.links.right]
        return ~self.reading.marked(served)

    @cached_property
    def activities(self) -> Marks:
        return self.kind("Activity")

    @cached_property
    def set_out(self) -> Relation:
        """The goals, each with what sets it out."""
        return self.relation("setOutIn").only(left=self.kind("Goal"))

    @cached_property
    def goals(self) -> Marks:
        """The goals that something sets out."""
        return self.set_out.marks()

    @cached_property
    def named(self) -> Marks:
        """The places that some document names; a judgement is no document."""
        placed = self.relation("place")
        named = self.reading.marked(placed.right[~self.kind("NotRelevant")[placed.left]])
        return named | (self.reading.evidenced(self.basis) & self.kind("Place"))

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        goals, places, groups = (self.relation(word) for word in ("goal", "place", "targetGroup"))
        names = self.reading.names
        return tuple(
            Judgement(names[judgement], names[goal], place, group)
            for judgement in np.flatnonzero(self.kind("NotRelevant")).tolist()
            for goal in goals.of(judgement).tolist()
            for place in _named(places.of(judgement), names)
            for group in _named(groups.of(judgement), names)
        )

    @cached_property
    def periods(self) -> tuple[Numbers, Numbers, Numbers]:
        """Activity, first and last day; a row for each pair where it has several of either."""
        who = np.flatnonzero(self.activities)
        origin, start = self._days("startsOn", who, NEVER)
        who = who[origin]
        origin, end = self._days("endsOn", who, ALWAYS)
        return who[origin], start[origin], end

    @cached_property
    def fresh(self) -> Numbers:
        """For each thing the last day on which its newest source still tells what is going on."""
        documents = np.full(self.reading.size, NEVER, np.int64)
        np.maximum.at(documents, *self.reading.days(RT + "freshUntil", self.basis))
        sources = self.reading.relation(DCTERMS + "source", self.basis)
        fresh = np.full(self.reading.size, NEVER, np.int64)
        np.maximum.at(fresh, sources.left, documents[sources.right])
        return fresh

    @cached_property
    def responsible(self) -> Marks:
        return self.relation("responsible").marks()

    @cached_property
    def followed_up(self) -> Marks:
        return self.relation("followsUp").inverse.marks()

    def _relation(self, word: str) -> Relation:
        """What a property of the vocabulary relates ("serves")."""
        return self.reading.relation(RT + word, self.basis)

    def _status(self, as_of: date) -> Ranks:
        """For each thing its status as of a date, as an activity; NONE for what is none."""
        day = number_of(as_of)
        who, start, end = self.periods
        cared_for = (self.responsible & self.followed_up)[who]
        ranks = np.where(cared_for, int(Status.FOLLOWED_UP), int(Status.ACTIVE))
        ranks[(end == ALWAYS) & (self.fresh[who] < day)] = Status.UNCERTAIN
        ranks[start > day] = Status.PLANNED
        ranks[end < day] = Status.ENDED
        found = np.full(self.reading.size, int(Status.NONE), np.int64)
        np.maximum.at(found, who, ranks)
        return found

    def _days(self, word: str, who: Numbers, missing: int) -> tuple[Numbers, Numbers]:
        """The place in the list of each of these and its day, or ``missing``; again for each day more that it has."""
        subject, day = self.reading.days(RT + word, self.basis)
        order = np.lexsort((day, subject))
        subject, day = subject[order], day[order]
        begin, after = np.searchsorted(subject, who), np.searchsorted(subject, who, "right")
        many = np.maximum(after - begin, 1)
        origin = np.repeat(np.arange(len(who)), many)
        place = np.arange(len(origin)) + np.repeat(begin - np.cumsum(many) + many, many)
        has = np.repeat(after > begin, many)
        days = np.full(len(origin), missing, np.int64)
        days[has] = day[place[has]]
        return origin, days


def number_of(day: date) -> int:
    """A day as a number, counted from 1970.

    >>> number_of(date(1970, 1, 2))
    1
    """
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The day that a number stands for.

    >>> day_of(1)
    datetime.date(1970, 1, 2)
    """
    return EPOCH + timedelta(days=number)


def _named(numbers: Numbers, names: list[str]) -> list[str | None]:
    return [names[number] for number in numbers.tolist()] or [None]
