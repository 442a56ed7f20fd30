"""Need beside coverage, in a stated order.

Coverage can be compared across indicators, need only within one. So rows stand by

1. whether a goal is linked to the indicator: rows whose coverage can be told come first;
2. the poorest coverage of the goals it measures there, none first (where no goal is linked: of all activities there);
3. the indicator's name, in Swedish;
4. within one indicator: compared values by target group and unit, the worst need first; then what is not compared; then
   trends without a value.

A row whose need is higher and whose coverage is poorer than another's of the same indicator never stands after it.
What is unknown stands apart and has no place in that order.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from graph.coverage import Coverage, Scope, coverage
from graph.coverage.scope import choose
from graph.dates import precision
from graph.errors import BadParameter
from graph.labels import Labels, labels
from graph.need.beside import Beside, Covered, poverty
from graph.need.observation import Indicator, Measures, measures
from graph.need.ranking import Known, Value, values
from graph.need.row import Need, NeedReport, Unknown
from graph.need.words import reason_of, unknown_goal, unknown_place
from graph.store import Store
from graph.vocabulary import shortened

SWEDISH = str.maketrans("åäö", "{|}")
"""Å, ä and ö as the three characters that follow z."""


def need(source: Store, scope: Scope, indicator: str | None = None, year: str | None = None) -> NeedReport:
    """What is observed in a scope, each with the coverage of the goals it measures.

    ``indicator`` is an address or slug, ``year`` four digits; both may be left out. The place and target group of the
    scope choose observations for them or a part of them, strategy and level those that measure one of its goals; the
    other filters narrow the activities. A rank is among all values in the graph that can be compared, not only those in
    the scope. What is observed for a time that begins after ``scope.as_of`` is left out. Raises BadParameter for a
    filter, indicator or year there cannot be.

    With ``open_store(data, cache)`` as store, ``need(store, Scope(today, place="1907"))`` is what is known of
    Surahammar.
    """
    index = coverage(source)
    scope = index.resolved(scope)
    found = measures(source, scope.basis)
    asked = None if indicator is None else _indicator(source, found, indicator)
    view = _View(index, scope, found, asked, _year(year), labels(source))
    rows = sorted(view.rows(), key=view.order)
    return NeedReport(scope, asked, view.year, tuple(rows), tuple(view.unknown(rows)))


class _View:
    """One asking: what was asked for, and the rows that answer."""

    def __init__(
        self, index: Coverage, scope: Scope, found: Measures, indicator: str | None, year: str | None, words: Labels
    ) -> None:
        self.index, self.scope, self.measures = index, scope, found
        self.indicator, self.year, self.words = indicator, year, words
        self.beside = Beside(index, scope)
        self.covered = {
            one.goal: Covered(one.goal, scope.place, scope.target_group, one.status, one.count)
            for one in index.all(scope)
        }
        self.chosen = set(self.covered)
        self.narrowed = scope.strategy is not None or scope.level is not None
        self.places = None if scope.place is None else self._parts("place", scope.place)
        self.groups = None if scope.target_group is None else self._parts("target-group", scope.target_group)

    def rows(self) -> Iterator[Need]:
        observations = [one for one in self.measures.observations if not one.time.is_after(self.scope.as_of)]
        for value in values(self.measures, observations, self.year):
            if self._is_asked(value):
                yield self._row(value)

    def order(self, row: Need) -> tuple[object, ...]:
        value = row.value
        return (
            row.status is None,
            poverty(row.there.status if row.status is None else row.status),
            self._name(row.indicator.address),
            row.indicator.address,
            list(Known).index(value.known),
            (tuple(map(self._name, value.groups)), value.groups, value.unit or ""),
            value.rank or 0,
            (tuple(map(self._name, value.places)), value.places, value.time, value.value or 0),
        )

    def unknown(self, rows: list[Need]) -> Iterator[Unknown]:
        """The goals and places without a row, the poorest coverage first."""
        seen_goals = {covered.goal for row in rows for covered in row.goals}
        seen_places = {place for row in rows for place in row.value.places}
        goals = (self._unknown_goal(goal) for goal in self._goals() - seen_goals)
        places = (self._unknown_place(place) for place in self._places() - seen_places)
        yield from sorted(
            chain(goals, places),
            key=lambda one: (one.kind, poverty(one.covered.status), self._name(one.thing), one.thing),
        )

    def _row(self, value: Value) -> Need:
        known = self.measures.indicators.get(value.indicator, Indicator(value.indicator, None, None))
        goals = self.beside.goals(self._measured(value.indicator), value.places, value.groups)
        row = Need(known, value, goals, self.beside.anything(value.places, value.groups), {})
        return replace(row, reason=reason_of(value, known, goals, row.there, self.words))

    def _unknown_goal(self, goal: str) -> Unknown:
        covered = self.covered[goal]
        indicators = self.measures.goals.get(goal, ())
        return Unknown(goal, "goal", indicators, covered, unknown_goal(indicators, self.words))

    def _unknown_place(self, place: str) -> Unknown:
        covered = self.beside.anything((place,), ())
        indicators = () if self.indicator is None else (self.indicator,)
        return Unknown(place, "place", indicators, covered, unknown_place(indicators, self.words))

    def _is_asked(self, value: Value) -> bool:
        return (
            (self.indicator is None or value.indicator == self.indicator)
            and (self.places is None or not self.places.isdisjoint(value.places))
            and (self.groups is None or not self.groups.isdisjoint(value.groups))
            and (not self.narrowed or bool(self._measured(value.indicator)))
        )

    def _measured(self, indicator: str) -> set[str]:
        return self.chosen.intersection(self.measures.measured.get(indicator, ()))

    def _goals(self) -> set[str]:
        """The goals asked about: of the indicator, of the strategy or level, of the place, or all."""
        if self.indicator is not None:
            return self._measured(self.indicator)
        if self.narrowed or self.scope.place is None:
            return self.chosen
        things = self.index.dimension("place", self.scope.basis).things.of(self.index.number[self.scope.place])
        return self.chosen.intersection(self.index.names[number] for number in things.tolist())

    def _places(self) -> set[str]:
        """The places asked about: the place and its parts, or all; none where only a strategy or level is."""
        if self.places is not None:
            return self.places
        if self.narrowed:
            return set()
        return {self.index.names[number] for number in self.index.ordered("place", self.scope.basis).tolist()}

    def _parts(self, name: str, member: str) -> set[str]:
        below = self.index.dimension(name, self.scope.basis).below.of(self.index.number[member])
        return {member, *(self.index.names[number] for number in below.tolist())}

    def _name(self, address: str) -> str:
        return self.words.name(address).casefold().translate(SWEDISH)


def _indicator(store: Store, found: Measures, given: str) -> str:
    for address in (given, f"{store.base}id/{given}", f"{store.base}id/indicator/{given}"):
        if address in found.indicators:
            return address
    short = [shortened(address, store.base).removeprefix("indicator/") for address in found.indicators]
    raise choose("indicator", given, short)


def _year(given: str | None) -> str | None:
    if given is not None and precision(given) != "gYear":
        raise BadParameter("year", given, "Skriv ett år som 2023.", "Write a year like 2023.")
    return given
