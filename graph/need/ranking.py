"""Which values may be compared, and the rank of each among those.

A value is compared only with values of the same indicator, unit, target groups and time, for places of the same kind.
What is not compared says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from graph.need.observation import Measures, Observation, Time


class Known(StrEnum):
    """What is known of a need, and whether its value is compared with others; the order in which rows stand."""

    RANKED = "ranked"
    """A value, with a rank among those of the same indicator, unit, target groups, time and kind of place."""
    OTHER_YEAR = "other-year"
    """A value of another time than the one compared."""
    UNDATED = "undated"
    """A value whose time the source does not say."""
    CONTRADICTED = "contradicted"
    """A value beside another for the same place, groups and time."""
    NOT_ONE_PLACE = "not-one-place"
    """A value for no place or for several together."""
    NO_UNIT = "no-unit"
    """A value in a unit that neither it nor its indicator says."""
    NO_DIRECTION = "no-direction"
    """A value of an indicator that does not say whether higher or lower is better."""
    DIRECTION_ONLY = "direction-only"
    """A trend and no value."""
    UNKNOWN = "unknown"
    """Nothing observed: never zero."""


@dataclass(frozen=True)
class Value:
    """What is observed of one indicator, for the same places and groups: a value, or only trends.

    ``compared`` is the time that values of this indicator are compared for, None where there is none. ``rank`` is 1 for
    the worst of ``among``; equal values have the same rank. ``trends`` are all there are, each with its own time.
    """

    indicator: str
    places: tuple[str, ...]
    groups: tuple[str, ...]
    unit: str | None
    time: Time
    value: Decimal | None
    observations: tuple[str, ...]
    trends: tuple[Observation, ...]
    known: Known
    compared: Time | None
    rank: int | None = None
    among: int | None = None


Case = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Indicator, places and groups."""
LEAST = Time()


def values(measures: Measures, observations: Iterable[Observation], year: str | None) -> list[Value]:
    """The values of these observations with their ranks: of one year, or of the newest time of each indicator.

    A case (indicator, places, groups) without a value of that time has its newest, which is not compared.
    """
    cases: dict[Case, list[Observation]] = {}
    for one in observations:
        cases.setdefault((one.indicator, one.places, one.groups), []).append(one)
    compared = _compared(cases, year)
    found: list[Value] = []
    for case in sorted(cases):
        found += _of_case(measures, case, cases[case], compared.get(case[0]))
    return _ranked(measures, found)


def _compared(cases: dict[Case, list[Observation]], year: str | None) -> dict[str, Time]:
    """The time for which values of each indicator are compared."""
    newest: dict[str, Time] = {}
    for (indicator, _, _), found in cases.items():
        for one in found:
            if year is not None:
                newest[indicator] = Time(year, year)
            elif one.value is not None and one.time.is_known:
                newest[indicator] = _newest([one.time, newest.get(indicator, one.time)])
    return newest


def _newest(times: Sequence[Time]) -> Time:
    newest = max(times, key=lambda time: (time.age, time))
    return Time(newest.start, newest.end)


def _of_case(measures: Measures, case: Case, found: list[Observation], compared: Time | None) -> list[Value]:
    trends = tuple(
        sorted(
            (one for one in found if one.trend is not None), key=lambda one: (one.time, one.trend or "", one.address)
        )
    )
    valued = [one for one in found if one.value is not None]
    if not valued:
        return [Value(*case, None, LEAST, None, (), trends, Known.DIRECTION_ONLY, compared)]
    made: list[Value] = []
    for unit in sorted({one.unit for one in valued}, key=str):
        made += _of_unit(measures, case, [one for one in valued if one.unit == unit], trends, compared)
    return made


def _of_unit(
    measures: Measures, case: Case, valued: list[Observation], trends: tuple[Observation, ...], compared: Time | None
) -> list[Value]:
    """The values of the time compared, else of the newest; and those of no known time."""
    known = {Time(one.time.start, one.time.end) for one in valued if one.time.is_known}
    shown = compared if compared in known else _newest(list(known)) if known else None
    made: list[Value] = []
    for one in valued:
        time = Time(one.time.start, one.time.end) if one.time.is_known else one.time
        if time == shown or not time.is_known:
            made.append(Value(*case, one.unit, time, one.value, (one.address,), trends, Known.RANKED, compared))
    return [replace(value, known=_known(measures, value, made)) for value in _merged(made)]


def _merged(made: list[Value]) -> list[Value]:
    """One for each time and value, with all observations that say it."""
    found: dict[tuple[Time, Decimal | None], list[Value]] = {}
    for one in made:
        found.setdefault((one.time, one.value), []).append(one)
    return [
        replace(same[0], observations=tuple(sorted(address for one in same for address in one.observations)))
        for _, same in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or Decimal(0)))
    ]


def _known(measures: Measures, value: Value, beside: list[Value]) -> Known:
    """Whether a value is compared, or the first reason why not."""
    reasons = {
        Known.NO_DIRECTION: value.indicator not in measures.indicators
        or measures.indicators[value.indicator].direction is None,
        Known.NO_UNIT: value.unit is None,
        Known.NOT_ONE_PLACE: len(value.places) != 1,
        Known.UNDATED: not value.time.is_known,
        Known.OTHER_YEAR: value.time != value.compared,
        Known.CONTRADICTED: any(one.time == value.time and one.value != value.value for one in beside),
    }
    return next((known for known, holds in reasons.items() if holds), Known.RANKED)


def _ranked(measures: Measures, found: list[Value]) -> list[Value]:
    fields: dict[tuple[object, ...], list[Decimal]] = {}
    for one in found:
        if one.known is Known.RANKED and one.value is not None:
            fields.setdefault(_field(measures, one), []).append(one.value)
    return [_placed(measures, one, fields.get(_field(measures, one), [])) for one in found]


def _field(measures: Measures, one: Value) -> tuple[object, ...]:
    """What values must have in common to be compared."""
    return one.indicator, one.unit, one.groups, one.time, tuple(measures.kinds.get(place) for place in one.places)


def _placed(measures: Measures, one: Value, field: list[Decimal]) -> Value:
    if one.known is not Known.RANKED or one.value is None:
        return one
    value = one.value
    up = measures.indicators[one.indicator].direction == "up"
    worse = sum(1 for other in field if (other < value if up else other > value))
    return replace(one, rank=worse + 1, among=len(field))
