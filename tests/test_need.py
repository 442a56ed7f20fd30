"""Need beside coverage: what the documents say, what is compared and what is not, the order, and the command."""

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.commandline import main
from graph.coverage import Scope, Status, coverage
from graph.errors import BadParameter
from graph.library import question
from graph.need import Known, Need, NeedReport, need
from graph.need.beside import poverty
from graph.store import Store
from graph.vocabulary import MAPPED, STATED, SUGGESTED, XSD

TODAY = date(2026, 11, 22)
Row = tuple[str, str, str, str, str, str]


def slug(address: str) -> str:
    return address.removeprefix(ID).partition("/")[2]


def slugs(addresses: tuple[str, ...]) -> str:
    return " ".join(slug(address) for address in addresses)


def read(report: NeedReport) -> set[Row]:
    """Each row as indicator, place, group, time, value and what is known."""
    return {
        (
            slug(row.indicator.address),
            slugs(row.value.places),
            slugs(row.value.groups),
            str(row.value.time),
            "" if row.value.value is None else str(row.value.value),
            str(row.value.known),
        )
        for row in report.rows
    }


def trends(report: NeedReport, indicator: str, group: str) -> list[tuple[str | None, str]]:
    (row,) = [
        row for row in report.rows if (slug(row.indicator.address), slugs(row.value.groups)) == (indicator, group)
    ]
    return [(one.trend, str(one.time)) for one in row.value.trends]


# By hand. Line numbers are those of the text extracts.

SURAHAMMAR: set[Row] = {
    ("fullgod-psykisk-halsa", "1907", "ungdomar", "2023", "48", "ranked"),  # 001:60
    ("fullgod-psykisk-halsa", "1907", "flickor", "2023", "44", "ranked"),  # 001:66 "44% av tjejerna"
    ("fullgod-psykisk-halsa", "1907", "pojkar", "2023", "52", "ranked"),  # 001:66 "52% av killarna"
    # The other 48 percent: of another indicator, for which less is better, and without a year.
    ("psykisk-pafrestning", "1907", "flickor", "", "74", "undated"),  # 001:70-74
    ("psykisk-pafrestning", "1907", "pojkar", "", "48", "undated"),  # 001:70-74
}
HALLSTAHAMMAR: set[Row] = {
    # 000:21-23; the 79 percent of 2010 and the 90 of 2012 are older values of the same.
    ("mar-bra", "1961", "flickor", "2023", "50", "ranked"),
    ("mar-bra", "1961", "pojkar", "2023", "78", "ranked"),
    ("mar-bra", "1961", "unga", "", "", "direction-only"),  # 000:19-20 "minskat", no figure
    ("fullgod-psykisk-halsa", "1961", "flickor", "", "", "direction-only"),  # 000:25-26 "lägre andel", no figure
}
COUNTY: set[Row] = {
    # 002:103-107: whether fewer is better is not said of this measure.
    ("andel-med-psykiatriskt-tillstand", "19", "pojkar", "2016", "11", "no-direction"),
    ("andel-med-psykiatriskt-tillstand", "19", "flickor", "2016", "9", "no-direction"),
    ("skoltrivsel", "19", "", "", "", "direction-only"),  # 002:125-127
    ("foraldrars-utbildningsniva", "19", "foraldrar", "", "", "direction-only"),  # 002:141
    ("ekonomisk-utsatthet-bland-barn", "19", "barn", "", "", "direction-only"),  # 002:145-147
    ("sjalvmordstal", "19", "", "", "", "direction-only"),  # 002:252 "höga självmordstal", no figure
    ("drogliberal-installning", "19", "ungdomar", "", "", "direction-only"),  # 002:296-300
}


@pytest.mark.parametrize(
    ("place", "expected"),
    [("1907", SURAHAMMAR), ("1961", HALLSTAHAMMAR), ("19", COUNTY | SURAHAMMAR | HALLSTAHAMMAR)],
    ids=["Surahammar", "Hallstahammar", "Västmanland"],
)
def test_the_rows_are_what_a_reader_finds_by_hand(store: Store, place: str, expected: set[Row]) -> None:
    report = need(store, Scope(TODAY, STATED, place=place))
    assert read(report) == expected
    assert len(report.rows) == len(expected)


def test_the_same_48_percent_is_two_needs_of_opposite_meaning(store: Store) -> None:
    rows = [row for row in need(store, Scope(TODAY, place="1907")).rows if row.value.value == 48]
    assert {(slug(row.indicator.address), row.indicator.direction) for row in rows} == {
        ("fullgod-psykisk-halsa", "up"),
        ("psykisk-pafrestning", "down"),
    }


def test_feeling_well_in_one_place_is_never_compared_with_mental_health_in_another(store: Store) -> None:
    rows = need(store, Scope(TODAY, place="19")).rows
    assert {row.value.among for row in rows} == {None, 1}  # no two of these documents measure the same in one year
    assert all(
        "No other value of the same indicator" in row.reason["en"] for row in rows if row.value.known is Known.RANKED
    )


def test_trends_stand_with_their_own_time(store: Store) -> None:
    hallstahammar, county = need(store, Scope(TODAY, place="1961")), need(store, Scope(TODAY, place="19"))
    assert trends(hallstahammar, "mar-bra", "flickor") == [("decrease", "2010–2023")]  # 000:21-22
    assert trends(hallstahammar, "mar-bra", "pojkar") == [("decrease", "2012–2023")]  # 000:22-23
    assert trends(hallstahammar, "fullgod-psykisk-halsa", "flickor") == [("lower", "")]  # 000:25-26
    assert trends(county, "skoltrivsel", "") == [("increase", "–2014"), ("decrease", "2017–")]  # 002:125-127


def test_another_year_is_shown_when_asked_for_and_what_is_of_none_stays_apart(store: Store) -> None:
    report = need(store, Scope(TODAY, place="1961"), "mar-bra", "2010")
    assert read(report) == {
        ("mar-bra", "1961", "flickor", "2010", "79", "ranked"),  # 000:21-22
        ("mar-bra", "1961", "pojkar", "2023", "78", "other-year"),  # 000:22-23; boys have 2012 and 2023
        ("mar-bra", "1961", "unga", "", "", "direction-only"),
    }
    (boys,) = [row for row in report.rows if row.value.known is Known.OTHER_YEAR]
    assert "2023" in boys.reason["sv"]
    assert "2010" in boys.reason["sv"]
    assert read(need(store, Scope(date(2015, 1, 1), place="1961"), "mar-bra")) == {
        ("mar-bra", "1961", "flickor", "2010", "79", "other-year"),  # as known in 2015 the newest value is of 2012
        ("mar-bra", "1961", "pojkar", "2012", "90", "ranked"),
        ("mar-bra", "1961", "unga", "", "", "direction-only"),
    }


def test_one_goal_is_measured_by_what_the_documents_observe(store: Store) -> None:
    report = need(store, Scope(TODAY))
    # The regional plan: "Öka andelen ungdomar med fullgod psykisk hälsa"; the figures are 001:60-68 and 000:25-26.
    measuring = [row for row in report.rows if row.goals]
    assert {slug(row.indicator.address) for row in measuring} == {"fullgod-psykisk-halsa"}
    assert {slug(of.goal) for row in measuring for of in row.goals} == {"regionplan-fullgod-psykisk-halsa"}
    # Nothing is recorded for that goal anywhere: what needs most and has least stands first.
    assert {row.status for row in measuring} == {Status.NONE}
    assert list(report.rows[: len(measuring)]) == measuring
    others = [row for row in report.rows if not row.goals]
    assert all("The graph links no goal to the indicator" in row.reason["en"] and row.status is None for row in others)
    # The two goals with an indicator of their own or of a follow-up: 002:605-616 and 775-788, nothing observed.
    measured = {slug(one.thing): [slug(i) for i in one.indicators] for one in report.unknown if one.indicators}
    assert measured == {
        "vastmanland-2018-minska-ohalsotal-25-procent": ["liv-och-halsa-ung", "ohalsotal-liv-och-halsa-ung"],
        "vastmanland-2018-samordna-aktiviteter-barn-och-unga": ["liv-och-halsa-ung"],
        "vastmanland-2018-minska-psykisk-ohalsa-unga-flickor": ["liv-och-halsa-ung"],
        "vastmanland-2018-tillganglighet-behandling": ["vastmanland-2018-vantetid-till-behandling"],
    }


def test_a_place_that_no_document_names_is_unknown_and_so_is_its_coverage(store: Store) -> None:
    report = need(store, Scope(TODAY, place="1960"))
    assert report.rows == ()
    (place,) = report.unknown
    assert (slug(place.thing), place.kind, place.covered.status) == ("1960", "place", Status.UNKNOWN)
    county = need(store, Scope(TODAY, place="19"))
    unknown = {slug(one.thing) for one in county.unknown if one.kind == "place"}
    assert {"1960", "1962", "1981", "1982", "1983", "1984", "1904", "1980"} == unknown


@pytest.mark.parametrize("basis", [STATED, MAPPED])
def test_the_saved_questions_say_the_same_goals_and_indicators(store: Store, basis: str) -> None:
    assert_as_in_sparql(store, Scope(TODAY, basis))


def assert_as_in_sparql(store: Store, scope: Scope) -> None:
    report = need(store, scope)
    unknown = {str(row["goal"]) for row in question("need-unknown").ask(store, {}, TODAY, scope.basis)}
    assert {one.thing for one in report.unknown if one.kind == "goal"} == unknown
    unlinked = {str(row["indicator"]) for row in question("need-unlinked").ask(store, {}, TODAY, scope.basis)}
    loose = {goal for goal in coverage(store).goals if goal not in unknown}
    assert {row.indicator.address for row in report.rows if not row.goals} >= unlinked
    assert {covered.goal for row in report.rows for covered in row.goals} == loose


# Small worlds.


def decimal(value: object) -> str:
    return f'"{value}"^^<{XSD}decimal>'


def year(value: object) -> str:
    return f'"{value}"^^<{XSD}gYear>'


@dataclass(frozen=True)
class Seen:
    """One observation to be written."""

    value: int | None = None
    indicator: str = "i"
    place: str | None = "p0"
    group: str | None = "t"
    year: int | None = 2023
    unit: str | None = "percent"
    trend: str | None = None

    def written(self, name: object) -> list[str]:
        facts = {
            "indicator": f"indicator/{self.indicator}",
            "place": self.place and f"place/{self.place}",
            "targetGroup": self.group and f"target-group/{self.group}",
            "year": self.year and year(self.year),
            "unit": self.unit and f'"{self.unit}"',
            "trend": self.trend and f"rt:trend-{self.trend}",
            "value": None if self.value is None else decimal(self.value),
        }
        told = [f"observation/{name} rt:{word} {value}" for word, value in facts.items() if value]
        return [f"observation/{name} a rt:Observation", *told]


GROUND = (
    *(f"place/{name} a rt:Place" for name in ("p0", "p1", "p2", "p3", "county")),
    *(f"place/{name} dcterms:type rt:place-kind-municipality" for name in ("p0", "p1", "p2", "p3")),
    "place/county dcterms:type rt:place-kind-county",
    *(f"place/{name} dcterms:isPartOf place/county" for name in ("p0", "p1")),
    *(f"target-group/{name} a rt:TargetGroup" for name in ("t", "part", "u")),
    "target-group/part skos:broader target-group/t",
    *(f"indicator/{name} a rt:Indicator" for name in ("i", "j", "k")),
    "indicator/i rt:direction rt:direction-up",
    "indicator/j rt:direction rt:direction-down",
    "strategy/s a rt:Strategy",
    *(f"goal/{name} a rt:Goal" for name in ("g", "h")),
    *(f"goal/{name} rt:setOutIn strategy/s" for name in ("g", "h")),
)


def seen(*observations: Seen, also: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> Store:
    lines = [line for number, one in enumerate(observations) for line in one.written(number)]
    return world(quads(*(line for line in GROUND if line not in without), *also, *lines))


def ranks(report: NeedReport) -> dict[str, tuple[int | None, int | None]]:
    """Rank and field of each place."""
    return {slugs(row.value.places): (row.value.rank, row.value.among) for row in report.rows}


@pytest.mark.parametrize(("indicator", "expected"), [("i", ["p1", "p0", "p2"]), ("j", ["p2", "p0", "p1"])])
def test_the_worst_by_the_direction_is_number_one(indicator: str, expected: list[str]) -> None:
    values = {"p0": 48, "p1": 44, "p2": 52}
    report = need(seen(*(Seen(value, indicator, place) for place, value in values.items())), Scope(TODAY))
    assert [slugs(row.value.places) for row in report.rows] == expected
    assert [(row.value.rank, row.value.among) for row in report.rows] == [(1, 3), (2, 3), (3, 3)]
    better = {"i": "högre är bättre", "j": "lägre är bättre"}[indicator]
    assert better in report.rows[0].reason["sv"]


def test_equal_values_share_a_rank() -> None:
    found = ranks(need(seen(Seen(5, place="p0"), Seen(5, place="p1"), Seen(6, place="p2")), Scope(TODAY)))
    assert found == {"p0": (1, 3), "p1": (1, 3), "p2": (3, 3)}


@pytest.mark.parametrize(
    ("other", "known"),
    [
        (Seen(1, place="p1", year=2022), Known.OTHER_YEAR),
        (Seen(1, place="p1", year=None), Known.UNDATED),
        (Seen(1, place="p1", unit="per 1000"), Known.RANKED),
        (Seen(1, place="p1", unit=None), Known.NO_UNIT),
        (Seen(1, place="p1", group="u"), Known.RANKED),
        (Seen(1, place="p1", group=None), Known.RANKED),
        (Seen(1, place="p1", indicator="j"), Known.RANKED),
        (Seen(1, place="p1", indicator="k"), Known.NO_DIRECTION),
        (Seen(1, place="county"), Known.RANKED),
        (Seen(1, place=None), Known.NOT_ONE_PLACE),
        (Seen(None, place="p1", trend="decrease"), Known.DIRECTION_ONLY),
    ],
    ids=lambda one: str(one) if isinstance(one, Known) else None,
)
def test_what_differs_in_anything_is_not_compared_and_says_why(other: Seen, known: Known) -> None:
    report = need(seen(Seen(2), other), Scope(TODAY))
    assert {row.value.known: (row.value.rank, row.value.among) for row in report.rows if row.value.value != 2} == {
        known: (1, 1) if known is Known.RANKED else (None, None)
    }
    assert {row.value.among for row in report.rows if row.value.value == 2} == {1}
    for row in report.rows:
        assert all(row.reason[language] for language in ("sv", "en"))
        assert row.reason["sv"] != row.reason["en"]


def test_sources_that_contradict_each_other_are_both_shown_and_neither_is_compared() -> None:
    report = need(seen(Seen(2), Seen(3), Seen(4, place="p1")), Scope(TODAY))
    found = [(slugs(row.value.places), row.value.value, row.value.known) for row in report.rows]
    assert found == [
        ("p1", 4, Known.RANKED),
        ("p0", 2, Known.CONTRADICTED),
        ("p0", 3, Known.CONTRADICTED),
    ]
    same = need(seen(Seen(2), Seen(2), Seen(4, place="p1")), Scope(TODAY))
    assert ranks(same) == {"p0": (1, 2), "p1": (2, 2)}
    assert len(same.rows[0].value.observations) == 2


def test_a_trend_beside_a_value_stands_in_the_same_row() -> None:
    (row,) = need(seen(Seen(2), Seen(trend="decrease", year=2020)), Scope(TODAY)).rows
    assert row.value.known is Known.RANKED
    assert [(one.trend, str(one.time)) for one in row.value.trends] == [("decrease", "2020")]


def test_the_unit_of_the_indicator_is_that_of_a_value_without_one() -> None:
    store = seen(Seen(2), Seen(3, place="p1", unit=None), also=('indicator/i rt:unit "percent"',))
    assert ranks(need(store, Scope(TODAY))) == {"p0": (1, 2), "p1": (2, 2)}


def test_two_directions_for_one_indicator_are_none() -> None:
    (row,) = need(seen(Seen(2), also=("indicator/i rt:direction rt:direction-down",)), Scope(TODAY)).rows
    assert row.value.known is Known.NO_DIRECTION


def test_a_place_and_a_target_group_take_in_their_parts_but_the_rank_is_among_all() -> None:
    store = seen(Seen(3, group="part"), Seen(2, place="p2", group="part"), Seen(1, place="county", group="u"))
    assert ranks(need(store, Scope(TODAY, place="county"))) == {"p0": (2, 2), "county": (1, 1)}
    assert ranks(need(store, Scope(TODAY, target_group="t"))) == {"p0": (2, 2), "p2": (1, 2)}
    assert ranks(need(store, Scope(TODAY, place="p0", target_group="u"))) == {}


LINKED = ("goal/g rt:measuredBy indicator/i",)
DONE = (
    "activity/a a rt:Activity",
    "activity/a rt:setOutIn strategy/s",
    "activity/a rt:serves goal/g",
    "activity/a rt:targetGroup target-group/t",
    "activity/a rt:place place/p0",
    "activity/a rt:endsOn 2030-01-01",
)


def test_beside_a_value_stands_the_coverage_of_its_goal_in_that_place_and_for_that_group() -> None:
    store = seen(Seen(1), Seen(9, place="p1"), Seen(5, group="u"), also=(*LINKED, *DONE))
    report = need(store, Scope(TODAY))
    found = [
        (slugs(row.value.places), slugs(row.value.groups), slug(str(row.goals[0].goal)), row.status, row.goals[0].count)
        for row in report.rows
    ]
    assert found == [  # poor coverage first, though the need of p1 is less
        ("p1", "t", "g", Status.NONE, 0),
        ("p0", "u", "g", Status.NONE, 0),
        ("p0", "t", "g", Status.ACTIVE, 1),
    ]
    assert "ingen aktivitet registrerad" not in report.rows[2].reason["sv"]
    (unknown,) = [one for one in report.unknown if one.kind == "goal"]
    assert (slug(unknown.thing), unknown.covered.status) == ("h", Status.NONE)


def test_a_follow_up_of_a_goal_links_its_indicator_and_one_of_an_activity_does_not() -> None:
    of_goal = ("follow-up/f rt:followsUp goal/h", "follow-up/f rt:measuredBy indicator/i")
    of_activity = ("follow-up/f rt:followsUp activity/a", "follow-up/f rt:measuredBy indicator/i")
    (row,) = need(seen(Seen(1), also=(*DONE, *of_goal)), Scope(TODAY)).rows
    assert [slug(str(covered.goal)) for covered in row.goals] == ["h"]
    (row,) = need(seen(Seen(1), also=(*DONE, *of_activity)), Scope(TODAY)).rows
    assert (row.goals, row.there.count, row.there.status) == ((), 1, Status.ACTIVE)


def test_what_is_recorded_there_whatever_its_goal_stands_beside_it() -> None:
    store = seen(Seen(1), Seen(2, place="p1"), Seen(3, group="u"), also=DONE)
    found = {
        (slugs(row.value.places), slugs(row.value.groups)): (row.there.count, row.there.status)
        for row in need(store, Scope(TODAY)).rows
    }
    assert found == {("p0", "t"): (1, Status.ACTIVE), ("p1", "t"): (0, Status.NONE), ("p0", "u"): (0, Status.NONE)}


def test_a_link_counts_on_the_basis_asked_for() -> None:
    lines = [*GROUND, *DONE, *Seen(1).written("o")]
    store = world(quads(*lines), quads(*LINKED, graph="mapped", basis="mapped"))
    assert {basis: [row.status for row in need(store, Scope(TODAY, basis)).rows] for basis in (STATED, MAPPED)} == {
        STATED: [None],
        MAPPED: [Status.ACTIVE],
    }


def test_what_is_only_suggested_to_be_there_is_suggested() -> None:
    lines = [*GROUND, *DONE[:-2], *Seen(1).written("o")]
    store = world(quads(*lines), quads("activity/a rt:place place/p0", graph="suggested", basis="suggested"))
    there = {basis: need(store, Scope(TODAY, basis)).rows[0].there for basis in (STATED, SUGGESTED)}
    assert {basis: (covered.count, covered.status) for basis, covered in there.items()} == {
        STATED: (0, Status.NONE),
        SUGGESTED: (1, Status.SUGGESTED),
    }


def test_a_strategy_asks_for_its_own_goals_only() -> None:
    other = (
        "strategy/o a rt:Strategy",
        "goal/o a rt:Goal",
        "goal/o rt:setOutIn strategy/o",
        "goal/o rt:measuredBy indicator/j",
    )
    store = seen(Seen(1), Seen(2, "j"), Seen(3, "k"), also=(*LINKED, *other))
    report = need(store, Scope(TODAY, strategy="s"))
    assert {slug(row.indicator.address) for row in report.rows} == {"i"}
    assert {slug(one.thing) for one in report.unknown} == {"h"}
    assert {slug(one.thing) for one in need(store, Scope(TODAY, strategy="o")).unknown} == set()


def test_nothing_observed_is_unknown_and_never_zero() -> None:
    report = need(seen(also=LINKED), Scope(TODAY))
    assert report.rows == ()
    assert {slug(one.thing) for one in report.unknown} == {"g", "h", "p0", "p1", "p2", "p3", "county"}
    assert all("okänt" in one.reason["sv"] and "unknown" in one.reason["en"] for one in report.unknown)
    assert all("0" not in one.reason["en"] for one in report.unknown)


# Random observations.

observations = some.lists(
    some.builds(
        Seen,
        some.one_of(some.none(), some.integers(1, 4)),
        some.sampled_from(["i", "i", "j", "k"]),
        some.sampled_from(["p0", "p1", "p2", "p3", "county", None]),
        some.sampled_from(["t", "t", "u", None]),
        some.sampled_from([2023, 2023, 2022, None]),
        some.sampled_from(["percent", "percent", "per 1000", None]),
        some.sampled_from([None, "decrease", "higher"]),
    ).filter(lambda one: one.value is not None or one.trend is not None),
    max_size=12,
)
links = some.lists(
    some.sampled_from(
        [
            *(f"goal/{goal} rt:measuredBy indicator/{name}" for goal in "gh" for name in "ijk"),
            *(f"activity/{a} rt:serves goal/{goal}" for a in "ab" for goal in "gh"),
            *(f"activity/{a} rt:place place/{place}" for a in "ab" for place in ("p0", "p1", "county")),
            *(f"activity/{a} rt:targetGroup target-group/{group}" for a in "ab" for group in ("t", "u")),
            "activity/a rt:endsOn 2019-12-31",
            "activity/b rt:endsOn 2030-12-31",
        ]
    ),
    max_size=12,
    unique=True,
)
ACTIVITIES = tuple(
    line for a in "ab" for line in (f"activity/{a} a rt:Activity", f"activity/{a} rt:setOutIn strategy/s")
)


def content(report: NeedReport) -> list[object]:
    """The rows in order and the unknown, without the names that the observations were given."""
    rows = [
        (
            replace(row.value, observations=(), trends=()),
            (row.indicator, row.goals, row.there, tuple(row.reason.values()), len(row.value.observations)),
            [(one.trend, one.time) for one in row.value.trends],
        )
        for row in report.rows
    ]
    return [*rows, *report.unknown]


@settings(max_examples=120, deadline=None)
@given(some.data(), observations, links)
def test_the_order_of_what_comes_in_changes_nothing(
    data: some.DataObject, given: list[Seen], linked: list[str]
) -> None:
    before = content(need(seen(*given, also=(*ACTIVITIES, *linked)), Scope(TODAY)))
    shuffled, order = data.draw(some.permutations(given)), data.draw(some.permutations(linked))
    assert content(need(seen(*shuffled, also=(*order, *ACTIVITIES)), Scope(TODAY))) == before


def expected_ranks(given: list[Seen], newest: dict[str, int]) -> Counter[tuple[object, ...]]:
    """Each value that may be compared with its rank and field, from what was written alone."""
    usable = {
        (one.indicator, one.unit, one.group, one.place, one.value)
        for one in given
        if one.value is not None and one.indicator in "ij" and one.unit and one.place
        if one.year is not None and one.year == newest.get(one.indicator)
    }
    alone = [one for one in usable if not any(one[:4] == other[:4] and one[4] != other[4] for other in usable)]
    found: Counter[tuple[object, ...]] = Counter()
    for one in alone:
        field = [o[4] for o in alone if o[:3] == one[:3] and (o[3] == "county") == (one[3] == "county")]
        worse = sum(
            (v < one[4]) if one[0] == "i" else (v > one[4]) for v in field if v is not None and one[4] is not None
        )
        found[(*one, worse + 1, len(field))] += 1
    return found


@settings(max_examples=150, deadline=None)
@given(observations, some.sampled_from([None, "2022", "2023"]))
def test_a_rank_is_among_values_of_one_indicator_unit_group_year_and_kind_of_place(
    given: list[Seen], asked: str | None
) -> None:
    newest: dict[str, int] = {}
    for one in given:
        if one.value is not None and one.year is not None:
            newest[one.indicator] = max(one.year, newest.get(one.indicator, one.year))
    if asked is not None:
        newest = dict.fromkeys("ijk", int(asked))
    rows = need(seen(*given), Scope(TODAY), year=asked).rows
    ranked: Counter[tuple[object, ...]] = Counter(
        (
            slug(row.indicator.address),
            row.value.unit,
            slugs(row.value.groups) or None,
            slugs(row.value.places),
            int(row.value.value or 0),
            row.value.rank,
            row.value.among,
        )
        for row in rows
        if row.value.rank is not None
    )
    assert ranked == expected_ranks(given, newest)
    assert all((row.value.rank is None) == (row.value.known is not Known.RANKED) for row in rows)


@settings(max_examples=100, deadline=None)
@given(observations)
def test_the_other_direction_reverses_the_order(given: list[Seen]) -> None:
    turned = {"indicator/i rt:direction rt:direction-up", "indicator/j rt:direction rt:direction-down"}
    other = ("indicator/i rt:direction rt:direction-down", "indicator/j rt:direction rt:direction-up")
    one = {(row.value.indicator, row.value.observations): row for row in need(seen(*given), Scope(TODAY)).rows}
    reversed_ = need(seen(*given, also=other, without=tuple(turned)), Scope(TODAY)).rows
    for row in reversed_:
        before = one[row.value.indicator, row.value.observations] if row.value.observations else None
        if before is None or before.value.rank is None or row.value.rank is None:
            assert before is None or before.value.rank is row.value.rank is None
            continue
        equal = sum(same_field(row, other) and row.value.value == other.value.value for other in reversed_)
        assert before.value.rank + row.value.rank + equal == (row.value.among or 0) + 2


def same_field(one: Need, other: Need) -> bool:
    def field(row: Need) -> tuple[object, ...]:
        county = slugs(row.value.places) == "county"
        return row.value.indicator, row.value.unit, row.value.groups, row.value.time, row.value.rank is None, county

    return field(one) == field(other)


@settings(max_examples=120, deadline=None)
@given(observations, links)
def test_higher_need_with_poorer_coverage_never_stands_after_less_with_better(
    given: list[Seen], linked: list[str]
) -> None:
    rows = need(seen(*given, also=(*ACTIVITIES, *linked)), Scope(TODAY)).rows
    for first, second in combinations(rows, 2):
        shown = [row.there.status if row.status is None else row.status for row in (first, second)]
        assert (first.status is None, poverty(shown[0])) <= (second.status is None, poverty(shown[1]))
        if same_field(first, second) and first.value.rank is not None and second.value.rank is not None:
            later_is_worse_off = second.value.rank < first.value.rank and poverty(shown[1]) <= poverty(shown[0])
            assert not later_is_worse_off


@settings(max_examples=100, deadline=None)
@given(observations, links, some.sampled_from([None, "p0", "p2", "county"]), some.sampled_from([None, "t", "u"]))
def test_what_stands_beside_is_what_coverage_says_and_what_has_no_observation_is_unknown(
    given: list[Seen], linked: list[str], place: str | None, group: str | None
) -> None:
    store = seen(*given, also=(*ACTIVITIES, *linked))
    report = need(store, Scope(TODAY, place=place, target_group=group))
    index = coverage(store)
    for row in report.rows:
        for covered in row.goals:
            of = index.of(str(covered.goal), Scope(TODAY, place=covered.place, target_group=covered.group))
            assert (covered.status, covered.count) == (of.status, of.count)
    places = (
        {place}
        if place and place != "county"
        else {"p0", "p1", "county"}
        if place
        else {"p0", "p1", "p2", "p3", "county"}
    )
    observed = {one.place for one in given if group in (None, one.group)}
    assert {slug(one.thing) for one in report.unknown if one.kind == "place"} == places - observed
    if place is None and group is None:
        assert_as_in_sparql(store, Scope(TODAY))


# Bad input, and the command line.


@pytest.mark.parametrize(
    ("indicator", "asked", "filters", "says"),
    [
        ("mar-bro", None, {}, "mar-bra"),
        ("mar-bra", "23", {}, "2023"),
        ("mar-bra", "2023-05", {}, "2023"),
        (None, None, {"place": "19070"}, "place/1907"),
        (None, None, {"strategy": "strategy/det-handlar"}, "strategy/det-handlar-om-livet"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    indicator: str | None, asked: str | None, filters: dict[str, str], says: str, store: Store
) -> None:
    with pytest.raises(BadParameter) as caught:
        need(store, Scope(TODAY, **filters), indicator, asked)
    for language in ("sv", "en"):
        assert says in caught.value.message(language)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def at(data: object, cache: object) -> tuple[str, ...]:
    return "--data", str(data), "--cache", str(cache)


def test_the_command_says_the_same_as_the_python_call(at: tuple[str, ...], store: Store) -> None:
    asked = ("need", "--place", "1907", "--as-of", "2026-11-22")
    result = run(*at, *asked, "--format", "json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    report = need(store, Scope(TODAY, place="1907"))
    assert [(row["indicator"]["id"], row["value"]) for row in answer["rows"] if row["known"] != "unknown"] == [
        (row.indicator.address, float(row.value.value or Decimal(0))) for row in report.rows
    ]
    unknown = [row["goal"]["id"] for row in answer["rows"] if row["known"] == "unknown"]
    assert unknown == [one.thing for one in report.unknown]
    assert run(*at, *asked, "--format", "csv").stdout.startswith("known,indicator,indicatorName,direction")


def test_the_command_speaks_both_languages_and_explains_the_order(at: tuple[str, ...]) -> None:
    asked = ("need", "--place", "1907", "--target-group", "flickor")
    swedish, english = run(*at, *asked).stdout, run(*at, "--language", "en", *asked).stdout
    assert "Ordning: " in swedish
    assert "ingen aktivitet registrerad (0)" in swedish
    assert "Order: " in english
    assert "no activity recorded (0)" in english
    assert "Okänt" not in english


@pytest.mark.parametrize("words", [("--indicator", "mar-bro"), ("--year", "x"), ("--as-of", "2026-02-30")])
def test_the_command_refuses_what_is_not_there(at: tuple[str, ...], words: tuple[str, ...]) -> None:
    result = run(*at, "need", *words)
    assert result.exit_code == 2
    assert words[1] in result.stderr
