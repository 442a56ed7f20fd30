"""What is measured: indicators, the goals they measure, and observations, as the graph says them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from graph import dates
from graph.answer import Term
from graph.store import Store, kept
from graph.vocabulary import RT

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
INDICATORS = """SELECT DISTINCT ?indicator ?direction ?unit WHERE {
  ?indicator a rt:Indicator . OPTIONAL { ?indicator rt:direction ?direction } OPTIONAL { ?indicator rt:unit ?unit } }"""
MEASURED = """SELECT DISTINCT ?goal ?indicator WHERE {
  ?goal a rt:Goal . ?goal rt:measuredBy|^rt:followsUp/rt:measuredBy ?indicator }"""
OBSERVATIONS = """SELECT ?observation ?indicator ?place ?group ?unit ?year ?start ?end ?written ?value ?trend WHERE {
  ?observation a rt:Observation ; rt:indicator ?indicator .
  OPTIONAL { ?observation rt:place ?place } OPTIONAL { ?observation rt:targetGroup ?group }
  OPTIONAL { ?observation rt:unit ?unit } OPTIONAL { ?observation rt:year ?year }
  OPTIONAL { ?observation rt:start ?start } OPTIONAL { ?observation rt:end ?end }
  OPTIONAL { ?observation rt:periodAsWritten ?written }
  OPTIONAL { ?observation rt:value ?value } OPTIONAL { ?observation rt:trend ?trend } }"""
KINDS = "SELECT DISTINCT ?place ?kind WHERE { ?place a rt:Place ; dcterms:type ?kind }"


@dataclass(frozen=True, order=True)
class Time:
    """When an observation holds, in the source's precision; empty texts where the source does not say.

    >>> str(Time("2023", "2023")), str(Time("2016", "2019")), str(Time("2017", "")), str(Time("", "", "idag"))
    ('2023', '2016–2019', '2017–', 'idag')
    """

    start: str = ""
    end: str = ""
    written: str = ""

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start or self.written
        return f"{self.start}–{self.end}"

    @property
    def is_known(self) -> bool:
        """Whether both ends are known: only then can two observations be of the same time."""
        return bool(self.start and self.end)

    @property
    def age(self) -> tuple[date, date]:
        """What is newer is greater; of a known time."""
        return dates.last_day(self.end), dates.first_day(self.start)

    def is_after(self, day: date) -> bool:
        """Whether it begins after a day; what has no beginning does not."""
        return bool(self.start) and dates.first_day(self.start) > day


@dataclass(frozen=True)
class Indicator:
    """What is measured. ``direction`` is "up" (higher is better), "down" or None where none, or both, are stated."""

    address: str
    direction: str | None
    unit: str | None


@dataclass(frozen=True)
class Observation:
    """One observation: a value, a trend ("decrease") or both, for all its places and target groups together.

    ``unit`` is its own, else that of its indicator, else None: not known.
    """

    address: str
    indicator: str
    places: tuple[str, ...]
    groups: tuple[str, ...]
    unit: str | None
    time: Time
    value: Decimal | None
    trend: str | None


@dataclass(frozen=True, eq=False)
class Measures:
    """All that is measured, on one basis."""

    indicators: dict[str, Indicator]
    goals: dict[str, tuple[str, ...]]
    """Each goal that an indicator measures, itself or in a follow-up of it, with those indicators."""
    observations: tuple[Observation, ...]
    kinds: dict[str, str]
    """The kind of each place, where it has exactly one."""

    @cached_property
    def measured(self) -> dict[str, tuple[str, ...]]:
        """Each indicator that measures a goal, with those goals."""
        found: dict[str, list[str]] = {}
        for goal, indicators in sorted(self.goals.items()):
            for indicator in indicators:
                found.setdefault(indicator, []).append(goal)
        return {indicator: tuple(goals) for indicator, goals in found.items()}


@kept
def measures(store: Store, basis: str) -> Measures:
    """What a store says is measured, read once for each basis.

    An indicator measures a goal where the goal says so, or a follow-up of the goal does. One that follows up an
    activity measures that activity and no goal.
    """
    indicators = _indicators(store, basis)
    goals = _collected(store, MEASURED, "goal", "indicator", basis)
    kinds = {
        place: kinds[0] for place, kinds in _collected(store, KINDS, "place", "kind", basis).items() if len(kinds) == 1
    }
    return Measures(indicators, goals, _observations(store, basis, indicators), kinds)


def _indicators(store: Store, basis: str) -> dict[str, Indicator]:
    directions: dict[str, set[str]] = {}
    units: dict[str, set[str]] = {}
    for row in store.select(PREFIXES + INDICATORS, basis=basis):
        for found, term in ((directions, row["direction"]), (units, row["unit"])):
            found.setdefault(str(row["indicator"]), set()).update(() if term is None else (str(term),))
    return {
        address: Indicator(address, _word(_only(directions[address]), "direction"), _only(units[address]))
        for address in sorted(directions)
    }


def _observations(store: Store, basis: str, indicators: dict[str, Indicator]) -> tuple[Observation, ...]:
    places: dict[tuple[Term | None, ...], set[str]] = {}
    groups: dict[tuple[Term | None, ...], set[str]] = {}
    own = ("observation", "indicator", "unit", "year", "start", "end", "written", "value", "trend")
    for row in store.select(PREFIXES + OBSERVATIONS, basis=basis):
        key = tuple(row[name] for name in own)
        for found, term in ((places, row["place"]), (groups, row["group"])):
            found.setdefault(key, set()).update(() if term is None else (str(term),))
    made = (
        _observation(dict(zip(own, map(_text, key), strict=True)), places[key], groups[key], indicators)
        for key in places
    )
    return tuple(sorted(made, key=lambda one: (one.address, one.time, str(one.value), str(one.unit), str(one.trend))))


def _observation(
    text: dict[str, str], places: set[str], groups: set[str], indicators: dict[str, Indicator]
) -> Observation:
    indicator = text["indicator"]
    usual = indicators[indicator].unit if indicator in indicators else None
    return Observation(
        text["observation"],
        indicator,
        tuple(sorted(places)),
        tuple(sorted(groups)),
        text["unit"] or usual,
        Time(text["year"] or text["start"], text["year"] or text["end"], text["written"]),
        Decimal(text["value"]) if text["value"] else None,
        _word(text["trend"] or None, "trend"),
    )


def _collected(store: Store, text: str, key: str, value: str, basis: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for row in store.select(PREFIXES + text, basis=basis):
        found.setdefault(str(row[key]), set()).add(str(row[value]))
    return {one: tuple(sorted(values)) for one, values in found.items()}


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _word(address: str | None, kind: str) -> str | None:
    return None if address is None else address.removeprefix(f"{RT}{kind}-")


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)
