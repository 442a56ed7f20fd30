"""Two plans side by side: each part by hand on a small world, the numbers found step by step, and the command."""

import csv
import io
from datetime import date
from itertools import combinations

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.commandline import main
from graph.compare import BOTH, ONE, OTHER, PARTS, Comparison, Row, Side, compared, in_places
from graph.coverage import Scope, Status, coverage
from graph.errors import BadParameter
from graph.store import Store
from graph.threads import plans
from graph.vocabulary import MAPPED, RT, STATED, SUGGESTED

TODAY = date(2026, 11, 22)


def goal(name: str, plan: str, *facts: str) -> tuple[str, ...]:
    return (f"goal/{name} a rt:Goal", f"goal/{name} rt:setOutIn {plan}", *(f"goal/{name} rt:{fact}" for fact in facts))


def activity(name: str, plan: str, *facts: str) -> tuple[str, ...]:
    head = (f"activity/{name} a rt:Activity", f"activity/{name} rt:setOutIn {plan}")
    return (*head, *(f"activity/{name} rt:{fact}" for fact in facts))


A, B, N = "strategy/a", "strategy/b", "strategy/n"
STATED_FACTS = quads(
    *(f"{plan} a rt:Strategy" for plan in (A, B, N)),
    f"{N} rt:level rt:level-national",
    *goal("top", N),
    *goal("n1", N, "serves goal/top"),
    *goal("n2", N, "serves goal/top"),
    *goal("n3", N, "serves goal/top"),
    *goal("a1", A, "targetGroup target-group/young"),
    *goal("a2", A, "serves goal/n2", "horizon rt:horizon-long"),
    *goal("a3", A),
    *goal("b1", B, "serves goal/n1", "targetGroup target-group/girls"),
    *goal("b2", B, "serves goal/n3"),
    *activity("x", A, "serves goal/a1", "place place/1907", "arena arena/school", "uses intervention/yam"),
    *activity("y", A, "serves goal/a2", "startsOn 2026-01-01", "endsOn 2026-12-31", "place place/1961"),
    *activity("z", B, "serves goal/b1", "startsOn 2020-01-01", "endsOn 2020-12-31", "arena arena/school"),
    "target-group/young a rt:TargetGroup",
    "target-group/girls a rt:TargetGroup",
    "target-group/girls skos:broader target-group/young",
    *(f"place/{code} a rt:Place" for code in ("1907", "1961", "1960")),
    f"{B} dcterms:replaces {A}",
    "area/far a rt:Area",
    f"area/far rt:setOutIn {N}",
    "goal/a3 skos:relatedMatch area/far",
)
ANALYSTS = quads(
    "goal/a1 rt:serves goal/n1",
    "goal/b2 skos:closeMatch area/far",
    "goal/b1 skos:closeMatch goal/a2",
    graph="m",
    basis=MAPPED,
)
GUESSED = quads("activity/z rt:serves goal/b2", graph="s", basis=SUGGESTED)


@pytest.fixture(scope="module")
def small() -> Store:
    return world(STATED_FACTS, ANALYSTS, GUESSED)


def laid(store: Store, basis: str = MAPPED, **scope: str) -> Comparison:
    return compared(store, "a", "b", Scope(TODAY, basis, **scope))


def short(side: Side) -> tuple[list[str], int, str]:
    return [held.thing.rpartition("/")[2] for held in side.held], side.count, side.status.word


def rows(found: Comparison, part: str) -> dict[str, Row]:
    return {row.thing.rpartition("/")[2]: row for row in found.part(part)}


def test_larger_goals_are_what_a_plan_serves_in_one_step_out_of_it(small: Store) -> None:
    found = rows(laid(small), "larger")
    assert {name: row.who for name, row in found.items()} == {"n1": BOTH, "n2": ONE, "n3": OTHER}
    assert short(found["n1"].one) == (["a1"], 1, "uncertain")
    assert short(found["n1"].other) == (["b1"], 1, "ended")
    assert short(found["n2"].one) == (["a2"], 1, "active")
    assert short(found["n2"].other) == ([], 0, "none")
    assert found["n1"].one.held[0].basis == MAPPED
    assert found["n1"].other.held[0].basis == STATED
    assert found["n1"].set_out_in == (ID + N,)


def test_without_the_analysts_the_plans_meet_in_the_lowest_common_goal(small: Store) -> None:
    found = rows(laid(small, STATED), "larger")
    assert {name: row.who for name, row in found.items()} == {"top": BOTH, "n1": OTHER, "n2": ONE, "n3": OTHER}
    assert short(found["top"].one) == (["a2"], 1, "active")
    assert short(found["top"].other) == (["b1", "b2"], 1, "ended")


def test_what_analysts_match_with_both_or_with_the_other_is_shared(small: Store) -> None:
    found = rows(laid(small), "match")
    assert found.keys() == {"far", "a2", "b1"}
    assert (short(found["far"].one)[0], short(found["far"].other)[0]) == (["a3"], ["b2"])
    assert short(found["a2"].one) == (["a2"], 1, "active")
    assert short(found["a2"].other) == (["b1"], 1, "ended")
    assert laid(small, STATED).part("match") == ()


def test_what_plans_name_is_shared_or_near(small: Store) -> None:
    found = laid(small)
    groups = rows(found, "target-group")
    assert {name: row.who for name, row in groups.items()} == {"young": ONE, "girls": OTHER}
    assert groups["young"].near == (ID + "target-group/girls",)
    assert groups["girls"].near == (ID + "target-group/young",)
    # An activity for girls counts for the young, who are not named.
    assert short(groups["young"].other) == ([], 1, "ended")
    assert {name: row.who for name, row in rows(found, "arena").items()} == {"school": BOTH}
    assert {name: row.who for name, row in rows(found, "intervention").items()} == {"yam": ONE}
    assert not found.part("actor")


def test_a_goal_is_alone_where_nothing_next_to_it_is_shared(small: Store) -> None:
    found = laid(small)
    # a1 and b1 lead to n1; a2 is matched by b1; a3 and b2 are matched with the same area.
    assert found.alone == frozenset()
    found = laid(small, STATED)
    assert found.lone(ONE) == tuple(f"{ID}goal/{name}" for name in ("a1", "a2", "a3"))
    assert found.lone(OTHER) == tuple(f"{ID}goal/{name}" for name in ("b1", "b2"))


def test_a_suggestion_counts_only_where_it_is_asked_for(small: Store) -> None:
    assert short(rows(laid(small), "goal")["b2"].other) == (["b2"], 0, "none")
    assert short(rows(laid(small, SUGGESTED), "goal")["b2"].other) == (["b2"], 1, "suggested")
    assert short(rows(laid(small, SUGGESTED), "larger")["n3"].other) == (["b2"], 1, "suggested")


def test_a_place_narrows_activities_and_one_that_is_not_named_is_unknown(small: Store) -> None:
    found = rows(laid(small, place="1907"), "larger")
    assert (found["n1"].one.count, found["n2"].one.status) == (1, Status.NONE)
    unknown = laid(small, place="1960")
    assert {side.status for row in unknown.rows for side in (row.one, row.other)} == {Status.UNKNOWN}
    assert unknown.one.stops is None


def test_the_summary_tells_each_plan_and_what_is_said_between_them(small: Store) -> None:
    found = laid(small)
    assert dict(found.one.goals) == {Status.ACTIVE: 1, Status.UNCERTAIN: 1, Status.NONE: 1}
    assert dict(found.one.horizons) == {RT + "horizon-long": 1}
    assert (found.one.activities, found.one.stops) == (2, 1)
    assert (found.other.activities, found.other.stops) == (1, 1)
    assert found.between == ((ID + B, "http://purl.org/dc/terms/replaces", ID + A),)


def test_a_plan_that_serves_the_other_meets_it_in_its_own_goals(small: Store) -> None:
    found = rows(compared(small, "b", "n", Scope(TODAY)), "larger")
    assert short(found["n1"].one) == (["b1"], 1, "ended")
    # Under the national plan stands what is done for it anywhere.
    assert short(found["n1"].other) == (["n1"], 2, "uncertain")


@pytest.mark.parametrize(
    ("one", "other", "name", "says"),
    [
        ("c", "b", "plan", "strategy/a"),
        ("a", "goal/a1", "otherPlan", "strategy/a"),
        ("a", "strategy/a", "otherPlan", "två olika"),
    ],
)
def test_a_plan_that_does_not_fit_is_told(small: Store, one: str, other: str, name: str, says: str) -> None:
    with pytest.raises(BadParameter, match=says) as error:
        compared(small, one, other, Scope(TODAY))
    assert error.value.name == name


def below(store: Store, things: set[str], basis: str) -> set[str]:
    """These things and all that serves them, found step by step."""
    found, waiting = set(things), list(things)
    while waiting:
        new = coverage(store).directly_below(waiting.pop(), basis) - found
        found |= new
        waiting += new
    return found


def turned(row: Row) -> Row:
    who = Row(row.part, row.thing, row.set_out_in, row.other, row.one, row.near)
    assert who.who == {BOTH: BOTH, ONE: OTHER, OTHER: ONE}[row.who]
    return who


def check(store: Store, one: str, other: str, scope: Scope) -> None:
    """The numbers are those found step by step, and turning the plans round turns the sides."""
    found, index = compared(store, one, other, scope), coverage(store)
    back = compared(store, other, one, scope)
    assert {*map(turned, back.rows)} == {*found.rows}
    assert found.alone == back.alone
    asked = index.resolved(scope)
    passing = {index.names[n] for n in index.passing(asked.basis, *asked.filters.items()).nonzero()[0].tolist()}
    for plan, sides in ((one, [row.one for row in found.rows]), (other, [row.other for row in found.rows])):
        set_out = {
            str(row["thing"])
            for row in store.select(f"SELECT ?thing WHERE {{ ?thing <{RT}setOutIn> <{plan}> }}", basis=scope.basis)
        }
        under = below(store, {plan, *set_out}, scope.basis) & passing
        for row, side in zip(found.rows, sides, strict=True):
            assert {held.thing for held in side.held} <= {plan, *set_out}
            if row.part in ("larger", "goal"):
                assert side.count == len(under & below(store, {row.thing}, scope.basis)), row
            if row.part == "goal" and side.held:
                assert side.status == index.of(row.thing, scope).status


@pytest.mark.parametrize("basis", [STATED, MAPPED, SUGGESTED])
@pytest.mark.parametrize("place", [None, "19", "1960"])
def test_every_two_shipped_plans_have_the_numbers_of_the_index(store: Store, basis: str, place: str | None) -> None:
    for one, other in combinations(plans(store), 2):
        check(store, one, other, Scope(TODAY, basis, place=place))


LINK = some.tuples(some.sampled_from(["goal", "activity"]), some.integers(0, 5), some.integers(0, 5))


@settings(max_examples=25, deadline=None)
@given(some.lists(LINK, max_size=14), some.lists(LINK, max_size=5), some.lists(some.booleans(), min_size=6, max_size=6))
def test_random_plans_have_the_numbers_of_the_index(stated: list, mapped: list, sides: list[bool]) -> None:
    plan = [A if side else B for side in sides]
    things = [*goal("of-a", A), *goal("of-b", B), f"{A} a rt:Strategy", f"{B} a rt:Strategy"]
    for number in range(6):
        things += [*goal(str(number), plan[number] if number < 4 else N), *activity(str(number), plan[number])]
    stated_links = [f"{kind}/{one} rt:serves goal/{two}" for kind, one, two in stated]
    mapped_links = [f"{kind}/{one} rt:serves goal/{two}" for kind, one, two in mapped]
    random = world(quads(*things, *stated_links), quads(*mapped_links, graph="m", basis=MAPPED))
    for basis in (STATED, MAPPED):
        check(random, ID + A, ID + B, Scope(TODAY, basis))


def test_two_county_plans_share_the_national_goals_for_the_young(store: Store) -> None:
    found = compared(store, "vastmanland-2018", "stockholm-2021", Scope(TODAY))
    shared = {row.thing.rpartition("/")[2] for row in found.part("larger") if row.who == BOTH}
    assert {"dhol-d2", "dhol-d4", "dhol-d5"} <= shared
    only = {row.thing.rpartition("/")[2] for row in found.part("larger") if row.who == ONE}
    assert "dhol-d6" in only  # suicide prevention is in the plan of Västmanland alone
    named = {row.thing.rpartition("/")[2] for row in found.part("target-group") if row.who == BOTH}
    assert "barn-och-unga" in named


def test_the_old_and_the_new_regional_strategy_have_areas_that_match(store: Store) -> None:
    found = compared(store, "rus-vastmanland-2020", "rus-vastmanland", Scope(TODAY))
    pairs = {
        (held.thing.rpartition("/")[2], row.other.held[0].thing.rpartition("/")[2])
        for row in found.part("match")
        for held in row.one.held
    }
    assert pairs == {("rus2020-valmaende", "rus-valmaende"), ("rus2020-tillgangligt", "rus-tillgangligt")}


def test_two_places_are_the_coverage_of_each(store: Store) -> None:
    found = in_places(store, Scope(TODAY, place="1961"), "1907")
    sides = [coverage(store).statuses(Scope(TODAY, place=place)) for place in ("1961", "1907")]
    assert [{pair.one.goal: pair.one.status for pair in found}, {p.other.goal: p.other.status for p in found}] == sides


def test_the_command_writes_every_row(store: Store, data, cache) -> None:
    words = ["--data", str(data), "--cache", str(cache), "compare", "vastmanland-2018", "stockholm-2021"]
    result = CliRunner().invoke(main, [*words, "--as-of", "2026-11-22", "--format", "csv"])
    assert result.exit_code == 0, result.output
    listed = list(csv.DictReader(io.StringIO(result.output)))
    expected = compared(store, "vastmanland-2018", "stockholm-2021", Scope(TODAY)).rows
    assert [(row["part"], row["thing"]) for row in listed] == [(row.part, row.thing) for row in expected]
    assert {row["part"] for row in listed} <= PARTS.keys()
    wrong = CliRunner().invoke(main, [*words[:-1], "stockholm-2022"])
    assert wrong.exit_code == 2
    assert "strategy/stockholm-2021" in wrong.output
