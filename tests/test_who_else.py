"""Who else: each kind of shared thing, the order, the same activities as the saved question, and the command."""

import json
from datetime import date
from itertools import pairwise, product

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.commandline import main
from graph.coverage import Scope, Status, coverage
from graph.errors import BadParameter
from graph.library import question
from graph.store import Store
from graph.vocabulary import MAPPED, STATED, SUGGESTED
from graph.who_else import KINDS, WhoElse, who_else

TODAY = date(2026, 11, 22)
Things = set[tuple[str, str]]
EVERY = 10_000


def slug(address: str) -> str:
    return address.removeprefix(ID)


def slugs(addresses: tuple[str, ...]) -> list[str]:
    return [slug(address) for address in addresses]


def activities(found: WhoElse) -> list[str]:
    return [slug(one.activity).removeprefix("activity/") for one in found.activities]


def activity(name: str, *facts: str) -> tuple[str, ...]:
    """An activity of the strategy s with these facts ("serves goal/g")."""
    return (
        f"activity/{name} a rt:Activity",
        f"activity/{name} rt:setOutIn strategy/s",
        *(f"activity/{name} rt:{fact}" for fact in facts),
    )


def goal(name: str, *facts: str) -> tuple[str, ...]:
    return (f"goal/{name} a rt:Goal", f"goal/{name} rt:setOutIn strategy/s", *(f"goal/{name} rt:{f}" for f in facts))


PLACES = (
    *(f"place/{code} a rt:Place" for code in ("1907", "1961", "19", "01")),
    "place/1907 dcterms:isPartOf place/19",
    "place/1961 dcterms:isPartOf place/19",
)
GROUPS = (
    *(f"target-group/{name} a rt:TargetGroup" for name in ("all", "young", "girls", "old")),
    "target-group/girls skos:broader target-group/young",
    "target-group/young skos:broader target-group/all",
)
GAP = (
    "strategy/s a rt:Strategy",
    *goal("gap", "serves goal/large", "targetGroup target-group/young", "focusArea focus-area/f"),
    *goal("sibling", "serves goal/large"),
    *goal("large"),
    *goal("other"),
    "focus-area/f a rt:FocusArea",
    *PLACES,
    *GROUPS,
)
ONE_OF_EACH = (
    *activity("goal", "serves goal/gap", "place place/1961"),
    *activity("sibling", "serves goal/sibling", "place place/1961"),
    *activity("same", "serves goal/other", "targetGroup target-group/young", "place place/1961"),
    *activity("narrower", "targetGroup target-group/girls", "place place/01"),
    *activity("broader", "targetGroup target-group/all", "place place/01"),
    *activity("focus", "focusArea focus-area/f", "place place/01"),
    *activity("old", "targetGroup target-group/old", "serves goal/other", "place place/01"),
    *activity("large", "serves goal/large", "place place/01"),
)


def test_the_nearest_stand_first_and_what_shares_nothing_is_not_proposed() -> None:
    found = who_else(world(quads(*GAP, *ONE_OF_EACH)), "gap", Scope(TODAY, place="1907"))
    assert activities(found) == ["goal", "sibling", "same", "narrower", "broader", "focus"]
    by_name = {slug(one.activity).removeprefix("activity/"): one for one in found.activities}
    told = [(s.kind, slug(s.thing), s.through and slug(s.through)) for s in by_name["goal"].shared]
    assert told == [  # what serves a goal is also for its group and in its focus area
        ("goal", "goal/gap", None),
        ("group", "target-group/young", None),
        ("focus-area", "focus-area/f", None),
    ]
    (sibling,) = by_name["sibling"].shared
    assert (slug(sibling.thing), slug(str(sibling.through))) == ("goal/sibling", "goal/large")
    (narrower,) = by_name["narrower"].shared
    assert (slug(narrower.thing), slug(str(narrower.through))) == ("target-group/girls", "target-group/young")


def test_the_target_group_asked_for_stands_in_place_of_the_goals_own() -> None:
    store = world(quads(*GAP, *ONE_OF_EACH))
    found = who_else(store, "gap", Scope(TODAY, target_group="old"))
    kinds = {slug(one.activity): {shared.kind for shared in one.shared} for one in found.activities}
    assert kinds["activity/old"] == {"group"}
    assert "activity/same" not in kinds
    assert kinds["activity/goal"] == {"goal", "focus-area"}


def test_what_counts_for_the_place_is_not_elsewhere_and_a_place_not_known_is_proposed() -> None:
    serves = "serves goal/gap"
    store = world(
        quads(
            *GAP,
            "strategy/county a rt:Strategy",
            "strategy/county rt:place place/19",
            *activity("here", serves, "place place/1907"),
            *activity("next", serves, "place place/1961"),
            *activity("nowhere", serves),
            *("activity/county a rt:Activity", f"activity/county rt:{serves}"),
            "activity/county rt:setOutIn strategy/county",
        )
    )
    asked = {
        place: set(activities(who_else(store, "gap", Scope(TODAY, place=place)))) for place in ("1907", "19", "01")
    }
    assert asked["1907"] == {"next", "nowhere", "county"}  # what a county does counts for none of its municipalities
    assert asked["19"] == {"nowhere"}  # what a municipality does counts for its county
    assert asked["01"] == {"here", "next", "nowhere", "county"}
    found = who_else(store, "gap", Scope(TODAY))
    places = {slug(one.activity): slugs(one.places) for one in found.activities}
    assert places["activity/nowhere"] == []
    assert places["activity/county"] == ["place/19"]


def test_a_stated_thread_stands_before_a_mapped_one_and_a_suggestion_counts_only_where_asked_for() -> None:
    store = world(
        quads(*GAP, *activity("z", "serves goal/gap"), *activity("m"), *activity("a")),
        quads("activity/m rt:serves goal/gap", graph="mapped", basis="mapped"),
        quads("activity/a rt:serves goal/gap", graph="suggested", basis="suggested"),
    )
    asked = {basis: who_else(store, "gap", Scope(TODAY, basis)) for basis in (STATED, MAPPED, SUGGESTED)}
    assert {basis: activities(found) for basis, found in asked.items()} == {
        STATED: ["z"],
        MAPPED: ["z", "m"],
        SUGGESTED: ["z", "m", "a"],
    }
    bases = [one.shared[0].basis for one in asked[SUGGESTED].activities]
    assert bases == [STATED, MAPPED, SUGGESTED]


def test_more_that_is_shared_then_the_better_status_stands_first() -> None:
    running = ("serves goal/sibling", "endsOn 2030-12-31")
    store = world(
        quads(
            *GAP,
            *goal("second", "serves goal/large"),
            *activity("ended", "serves goal/sibling", "endsOn 2019-12-31"),
            *activity("running", *running),
            *activity("two", "serves goal/sibling", "serves goal/second", "endsOn 2019-12-31"),
        )
    )
    found = who_else(store, "gap", Scope(TODAY))
    assert activities(found) == ["two", "running", "ended"]
    assert [one.status for one in found.activities] == [Status.ENDED, Status.ACTIVE, Status.ENDED]
    assert who_else(store, "gap", Scope(date(2018, 1, 1))).activities[2].status is Status.ACTIVE


def test_a_goal_above_or_below_is_no_sibling() -> None:
    store = world(
        quads(
            *GAP,
            *goal("middle", "serves goal/large"),
            "goal/gap rt:serves goal/middle",
            *goal("part", "serves goal/gap", "serves goal/large"),
            *activity("middle", "serves goal/middle"),
            *activity("part", "serves goal/part"),
        )
    )
    kinds = {one.activity: {s.kind for s in one.shared} for one in who_else(store, "gap", Scope(TODAY)).activities}
    assert kinds == {f"{ID}activity/part": {"goal", "group", "focus-area"}}


def test_of_two_groups_that_are_each_a_part_of_the_other_one_is_narrower_and_not_broader_too() -> None:
    loop = ("target-group/all skos:broader target-group/young",)
    store = world(quads(*GAP, *loop, *activity("all", "targetGroup target-group/all")))
    (found,) = who_else(store, "gap", Scope(TODAY)).activities
    assert [(one.kind, slug(one.thing)) for one in found.shared] == [("narrower", "target-group/all")]


def test_an_intervention_comes_with_how_many_activities_use_it_in_how_many_places() -> None:
    store = world(
        quads(
            *GAP,
            *activity("near", "serves goal/gap", "uses intervention/sip", "place place/1961"),
            *activity("far", "serves goal/sibling", "uses intervention/sip", "place place/01"),
            *activity("far2", "serves goal/sibling", "uses intervention/yam", "place place/01"),
            *activity("far3", "serves goal/sibling", "uses intervention/yam", "place place/01"),
            *activity("far4", "serves goal/sibling", "uses intervention/alone", "place place/01"),
            *activity("here", "serves goal/gap", "uses intervention/mine", "place place/1907"),
        )
    )
    found = who_else(store, "gap", Scope(TODAY, place="1907"))
    offers = [(slug(one.intervention), len(one.activities), len(one.places)) for one in found.interventions]
    assert offers == [("intervention/sip", 2, 2), ("intervention/yam", 2, 1), ("intervention/alone", 1, 1)]
    assert {shared.kind for shared in found.interventions[0].shared} >= {"goal", "sibling"}
    one = who_else(store, "gap", Scope(TODAY, place="1907"), most=1)
    assert (len(one.activities), one.all_activities) == (1, 5)
    assert (len(one.interventions), one.all_interventions) == (1, 3)


@pytest.mark.parametrize("most", [0, -1, True, "5"])
def test_a_number_that_cannot_be_is_refused(most: int, store: Store) -> None:
    with pytest.raises(BadParameter, match="most"):
        who_else(store, "dhol-d6", Scope(TODAY), most)


@pytest.mark.parametrize(
    ("goal", "filters", "says"),
    [
        ("dhol-d66", {}, "goal/dhol-d6"),
        ("dhol-d6", {"place": "19070"}, "place/1907"),
        ("dhol-d6", {"target_group": "target-group/ungaa"}, "target-group/unga"),
    ],
)
def test_what_is_not_in_the_graph_is_refused_with_the_nearest(
    goal: str, filters: dict[str, str], says: str, store: Store
) -> None:
    with pytest.raises(BadParameter) as caught:
        who_else(store, goal, Scope(TODAY, **filters))
    for language in ("sv", "en"):
        assert says in caught.value.message(language)


# Random graphs: the saved question, an oracle, and the order of the statements.

POSSIBLE = [
    *(f"activity/{a} rt:serves goal/{g}" for a, g in product(range(4), range(4))),
    *(f"goal/{a} rt:serves goal/{b}" for a, b in product(range(4), repeat=2)),
    *(f"activity/{a} rt:targetGroup target-group/{t}" for a, t in product(range(4), range(3))),
    *(f"goal/{g} rt:targetGroup target-group/{t}" for g, t in product(range(4), range(3))),
    *(f"target-group/{a} skos:broader target-group/{b}" for a, b in ((0, 1), (1, 2), (2, 1))),
    *(f"activity/{a} rt:place place/{p}" for a, p in product(range(4), range(3))),
    *(f"{kind}/{n} rt:focusArea focus-area/{f}" for kind, n, f in product(("goal", "activity"), range(4), range(2))),
    *(f"activity/{a} rt:uses intervention/{i}" for a, i in product(range(4), range(2))),
    "strategy/s rt:place place/1",
    "place/0 dcterms:isPartOf place/1",
]
FIXED = (
    "strategy/s a rt:Strategy",
    *(f"{kind} rt:setOutIn strategy/s" for n in range(4) for kind in (f"goal/{n}",)),
    *(f"activity/{n} rt:setOutIn strategy/s" for n in range(2)),
    *(f"goal/{n} a rt:Goal" for n in range(4)),
    *(f"activity/{n} a rt:Activity" for n in range(4)),
    *(f"place/{n} a rt:Place" for n in range(3)),
    *(f"target-group/{n} a rt:TargetGroup" for n in range(3)),
    *(f"focus-area/{n} a rt:FocusArea" for n in range(2)),
    *(f"intervention/{n} a rt:Intervention" for n in range(2)),
)
statements = some.lists(some.sampled_from(POSSIBLE), max_size=24, unique=True)
scopes = some.builds(
    lambda basis, place, group: Scope(TODAY, basis, place=place, target_group=group),
    some.sampled_from([STATED, MAPPED, SUGGESTED]),
    some.sampled_from([None, "place/0", "place/1", "place/2"]),
    some.sampled_from([None, "target-group/0", "target-group/1", "target-group/2"]),
)


def random_world(stated: list[str], mapped: list[str], suggested: list[str]) -> Store:
    return world(
        quads(*FIXED, *stated),
        quads(*mapped, graph="mapped", basis="mapped"),
        quads(*suggested, graph="suggested", basis="suggested"),
    )


def for_the_goal(found: WhoElse) -> set[str]:
    """The activities that serve the same goal, for the target group or a part of it where one is asked for."""
    wanted = {"group", "narrower"}
    return {
        one.activity
        for one in found.activities
        for kinds in [{shared.kind for shared in one.shared}]
        if "goal" in kinds and (found.scope.target_group is None or kinds & wanted)
    }


def asked_in_sparql(store: Store, goal: str, scope: Scope) -> dict[str, tuple[set[str], set[str]]]:
    """The activities of the saved question with their places and those responsible."""
    values = {"goal": goal, "elsewhereThan": scope.place or "", "targetGroup": scope.target_group or ""}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in question("who-else").ask(store, values, scope.as_of, scope.basis):
        places, responsible = found.setdefault(str(row["activity"]), (set(), set()))
        for known, term in ((places, row["place"]), (responsible, row["responsible"])):
            known.update(() if term is None else (str(term),))
    return found


def assert_as_in_sparql(store: Store, goal: str, scope: Scope) -> None:
    found = who_else(store, goal, scope, EVERY)
    expected = asked_in_sparql(store, goal, found.scope)
    assert for_the_goal(found) == set(expected)
    for one in found.activities:
        if one.activity in expected:
            assert (set(one.places), set(one.responsible)) == expected[one.activity]


@settings(max_examples=150, deadline=None)
@given(statements, statements, statements, scopes)
def test_the_same_goal_part_is_what_the_saved_question_says(
    stated: list[str], mapped: list[str], suggested: list[str], scope: Scope
) -> None:
    assert_as_in_sparql(random_world(stated, mapped, suggested), "goal/0", scope)


def test_the_same_goal_part_is_what_the_saved_question_says_in_the_shipped_data(store: Store) -> None:
    goals = sorted(coverage(store).goals)
    for number, address in enumerate(goals):
        place, group = (None, "1907", "19")[number % 3], (None, None, "unga", "barn-och-unga")[number % 4]
        assert_as_in_sparql(store, address, Scope(TODAY, (STATED, MAPPED)[number % 2], place=place, target_group=group))


def closed(pairs: Things) -> Things:
    """One or more steps."""
    while True:
        more = pairs | {(a, d) for a, b in pairs for c, d in pairs if b == c}
        if more == pairs:
            return pairs
        pairs = more


def oracle(lines: list[str], goal: str, group: str | None) -> dict[str, set[tuple[str, str]]]:
    """What each activity shares with a gap, from the statements alone."""
    of: dict[str, Things] = {}
    for line in lines:
        subject, word, value = line.split(" ")
        of.setdefault(word.split(":")[1], set()).add((subject, value))
    serves, broader = closed(of.get("serves", set())), closed(of.get("broader", set()))
    found: dict[str, set[tuple[str, str]]] = {}
    for name in (f"activity/{n}" for n in range(4)):
        served = {above for below, above in serves if below == name}
        shared = {("goal", goal)} if goal in served else set()
        larger = {b for a, b in of.get("serves", set()) if a == goal}
        related = {goal, *(b for a, b in serves if a == goal), *(a for a, b in serves if b == goal)}
        shared |= {("sibling", a) for a, b in of.get("serves", set()) if b in larger and a in served - related}
        own = {t for a, t in of.get("targetGroup", set()) if a in {name, *served}}
        for asked in [group] if group else [t for a, t in of.get("targetGroup", set()) if a == goal]:
            narrower = {a for a, b in broader if b == asked} - {asked}
            wider = {b for a, b in broader if a == asked} - narrower - {asked}
            for kind, near in (("group", {asked}), ("narrower", narrower), ("broader", wider)):
                shared |= {(kind, one) for one in own & near}
        areas = [
            {f for a, f in of.get("focusArea", set()) if a in {thing, *(b for x, b in serves if x == thing)}}
            for thing in (name, goal)
        ]
        shared |= {("focus-area", area) for area in areas[0] & areas[1]}
        if shared:
            found[name] = shared
    return found


@settings(max_examples=150, deadline=None)
@given(statements, statements, some.sampled_from([None, "target-group/0", "target-group/1"]))
def test_what_is_shared_is_what_the_statements_say(stated: list[str], mapped: list[str], group: str | None) -> None:
    store = random_world(stated, mapped, [])
    for basis, lines in ((STATED, stated), (MAPPED, [*stated, *mapped])):
        found = who_else(store, "goal/0", Scope(TODAY, basis, target_group=group), EVERY)
        assert {
            slug(one.activity): {(shared.kind, slug(shared.thing)) for shared in one.shared} for one in found.activities
        } == oracle(lines, "goal/0", group)


@settings(max_examples=100, deadline=None)
@given(some.data(), statements, statements, statements, scopes)
def test_the_order_of_the_statements_changes_nothing(
    data: some.DataObject, stated: list[str], mapped: list[str], suggested: list[str], scope: Scope
) -> None:
    found = who_else(random_world(stated, mapped, suggested), "goal/0", scope, EVERY)
    shuffled = [data.draw(some.permutations(one)) for one in (stated, mapped, suggested)]
    assert who_else(random_world(*shuffled), "goal/0", scope, EVERY) == found
    using = [(offer.intervention, name) for offer in found.interventions for name in offer.activities]
    assert sorted(using) == sorted((i, one.activity) for one in found.activities for i in one.interventions)


@settings(max_examples=100, deadline=None)
@given(statements, some.lists(some.sampled_from(["2019-12-31", "2030-12-31"]), min_size=4, max_size=4))
def test_what_shares_more_of_a_stronger_kind_stands_first_then_the_better_status(
    stated: list[str], ends: list[str]
) -> None:
    dated = [f"activity/{number} rt:endsOn {day}" for number, day in enumerate(ends)]
    found = who_else(random_world([*stated, *dated], [], []), "goal/0", Scope(TODAY), EVERY).activities
    for first, second in pairwise(found):
        ours, theirs = (
            [len({s.thing for s in one.shared if s.kind == kind}) for kind in KINDS] for one in (first, second)
        )
        assert ours >= theirs
        if ours == theirs:
            assert (-first.status, first.activity) < (-second.status, second.activity)


# By hand. Line numbers are those of the text extracts; as of 22 November 2026.


def test_for_surahammars_suicide_prevention_the_county_plans_training_is_the_nearest(store: Store) -> None:
    found = who_else(store, "dhol-d6", Scope(TODAY, place="1907"))
    nearest = found.activities[0]
    # 002:663-687: the goal of fewer suicides, 2018--; an analyst maps that goal to delmål 6.
    assert slug(nearest.activity) == "activity/vastmanland-2018-kunskap-suicidprevention"
    assert nearest.status is Status.UNCERTAIN
    assert slugs(nearest.places) == ["place/19"]
    assert slugs(nearest.responsible) == ["actor/suicidsamordnare-vastmanland"]  # 680-683
    assert [(one.kind, one.basis) for one in nearest.shared if one.kind == "goal"] == [("goal", MAPPED)]
    assert {"intervention/psyk-e-bas", "intervention/sjalvskadedag-shedo"} <= set(slugs(nearest.interventions))
    # Of the region's own county, it is not elsewhere.
    county = who_else(store, "dhol-d6", Scope(TODAY, place="19"), EVERY)
    assert all("place/19" not in slugs(one.places) for one in county.activities)


# The command line.


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def at(data: object, cache: object) -> tuple[str, ...]:
    return "--data", str(data), "--cache", str(cache)


def test_the_command_says_the_same_as_the_python_call(at: tuple[str, ...], store: Store) -> None:
    asked = ("who-else", "dhol-d6", "--place", "1907", "--target-group", "unga", "--as-of", "2026-11-22")
    result = run(*at, *asked, "--most", "5", "--format", "json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    found = who_else(store, "dhol-d6", Scope(TODAY, place="1907", target_group="unga"), 5)
    expected = [one.activity for one in found.activities] + [one.intervention for one in found.interventions]
    assert [row["thing"]["id"] for row in answer["rows"]] == expected
    assert answer["allActivities"] == str(found.all_activities)
    assert answer["place"] == f"{ID}place/1907"
    assert run(*at, *asked, "--format", "csv").stdout.startswith("kind,thing,thingName,place,responsible,status")


def test_the_command_speaks_both_languages(at: tuple[str, ...]) -> None:
    asked = ("who-else", "dhol-d6", "--place", "1907")
    swedish, english = run(*at, *asked).stdout, run(*at, "--language", "en", *asked).stdout
    assert "Aktiviteter på annat håll" in swedish
    assert "samma mål" in swedish
    assert "Activities elsewhere" in english
    assert "the same goal" in english
    assert "ansvarig" not in english.casefold().replace("suicidsamordnare", "")


def test_the_command_refuses_an_unknown_goal_with_the_nearest(at: tuple[str, ...]) -> None:
    result = run(*at, "who-else", "dhol-d66")
    assert result.exit_code == 2
    assert "goal/dhol-d6" in result.stderr
