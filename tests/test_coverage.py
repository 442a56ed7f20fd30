"""Coverage: each status, the three states, why, and that index and SPARQL say the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.answer import Iri
from graph.coverage import Broken, Coverage, Scope, Status, coverage, why
from graph.errors import UnknownThing
from graph.library import question
from graph.store import Store
from graph.vocabulary import MAPPED, STATED, SUGGESTED

TODAY = date(2026, 11, 22)
GOAL = ("goal/g a rt:Goal", "goal/g rt:setOutIn strategy/s", "strategy/s a rt:Strategy")
ACTIVITY = ("activity/a a rt:Activity", "activity/a rt:serves goal/g", "activity/a rt:contributesTo goal/g")
OLD = ("activity/a dcterms:source document/d", "document/d rt:freshUntil 2020-12-31")
FRESH = ("activity/a dcterms:source document/d", "document/d rt:freshUntil 2026-12-31")
CARED_FOR = ("activity/a rt:responsible actor/x", "follow-up/f rt:followsUp activity/a")


def status(*statements: str, scope: Scope | None = None) -> Status:
    return coverage(world(quads(*GOAL, *statements))).of(f"{ID}goal/g", scope or Scope(TODAY)).status


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ((), Status.NONE),
        ((*ACTIVITY, "activity/a rt:endsOn 2026-11-21"), Status.ENDED),
        ((*ACTIVITY, *FRESH, "activity/a rt:endsOn 2026-11-22"), Status.ACTIVE),
        ((*ACTIVITY, "activity/a rt:startsOn 2026-11-23"), Status.PLANNED),
        ((*ACTIVITY, *OLD, "activity/a rt:startsOn 2018-01-01"), Status.UNCERTAIN),
        ((*ACTIVITY, *OLD), Status.UNCERTAIN),
        (ACTIVITY, Status.UNCERTAIN),
        ((*ACTIVITY, *FRESH), Status.ACTIVE),
        ((*ACTIVITY, *OLD, "activity/a rt:startsOn 2018-01-01", "activity/a rt:endsOn 2027-01-01"), Status.ACTIVE),
        ((*ACTIVITY, *FRESH, "activity/a rt:responsible actor/x"), Status.ACTIVE),
        ((*ACTIVITY, *FRESH, "follow-up/f rt:followsUp activity/a"), Status.ACTIVE),
        ((*ACTIVITY, *FRESH, *CARED_FOR), Status.FOLLOWED_UP),
        ((*ACTIVITY, *OLD, *CARED_FOR), Status.UNCERTAIN),
    ],
)
def test_the_status_follows_from_period_source_responsible_and_follow_up(
    statements: tuple[str, ...], expected: Status
) -> None:
    assert status(*statements) is expected


def test_the_status_is_the_best_that_any_activity_reaches() -> None:
    ended = ("activity/b a rt:Activity", "activity/b rt:serves goal/g", "activity/b rt:endsOn 2019-12-31")
    assert status(*ACTIVITY, *FRESH, *ended) is Status.ACTIVE


def test_a_place_no_document_names_is_unknown_and_one_that_is_named_has_none() -> None:
    named = ("place/1907 a rt:Place", "place/1907 rt:passage passage/p", "place/1904 a rt:Place")
    assert status(*named, scope=Scope(TODAY, place=f"{ID}place/1907")) is Status.NONE
    assert status(*named, scope=Scope(TODAY, place=f"{ID}place/1904")) is Status.UNKNOWN


def test_a_judgement_makes_a_goal_not_relevant_for_its_place_only() -> None:
    judged = ("not-relevant/n a rt:NotRelevant", "not-relevant/n rt:goal goal/g", "not-relevant/n rt:place place/1907")
    judged = (*judged, "place/1907 a rt:Place")
    assert status(*judged, scope=Scope(TODAY, place=f"{ID}place/1907")) is Status.NOT_RELEVANT
    assert status(*judged, scope=Scope(TODAY)) is Status.NONE


def test_an_activity_in_a_municipality_counts_for_its_county_but_not_the_other_way() -> None:
    placed = (*ACTIVITY, *FRESH, "activity/a rt:place place/1907", "place/1907 dcterms:isPartOf place/19")
    named = ("place/1907 a rt:Place", "place/1907 rt:passage passage/p")
    county = (*ACTIVITY, *FRESH, "activity/a rt:place place/19", *named)
    assert status(*placed, scope=Scope(TODAY, place=f"{ID}place/19")) is Status.ACTIVE
    assert status(*county, scope=Scope(TODAY, place=f"{ID}place/1907")) is Status.NONE


def test_an_activity_for_a_narrower_group_counts_for_the_broader() -> None:
    aimed = (*ACTIVITY, *FRESH, "activity/a rt:targetGroup target-group/unga-flickor")
    broader = (*aimed, "target-group/unga-flickor skos:broader target-group/flickor")
    assert status(*broader, scope=Scope(TODAY, target_group=f"{ID}target-group/flickor")) is Status.ACTIVE
    assert (
        status(
            *aimed,
            "target-group/flickor a rt:TargetGroup",
            scope=Scope(TODAY, target_group=f"{ID}target-group/flickor"),
        )
        is Status.NONE
    )


def layered() -> Store:
    stated = quads(*GOAL, "activity/a a rt:Activity", *FRESH, *CARED_FOR)
    mapped = quads("handslag/h a rt:Handslag", "handslag/h rt:serves goal/g", graph="m", basis=MAPPED)
    suggested = quads("activity/a rt:serves handslag/h", graph="s", basis=SUGGESTED)
    return world(stated, mapped, suggested)


def test_only_the_links_that_the_basis_admits_count() -> None:
    index = coverage(layered())
    found = {basis: index.of(f"{ID}goal/g", Scope(TODAY, basis)) for basis in (STATED, MAPPED, SUGGESTED)}
    assert {basis: of.status for basis, of in found.items()} == {
        STATED: Status.NONE,
        MAPPED: Status.NONE,
        SUGGESTED: Status.SUGGESTED,
    }
    assert [len(of.shallow) for of in found.values()] == [0, 1, 2]


def test_a_broken_thread_says_at_which_kind_it_stops() -> None:
    index = coverage(layered())
    goal = f"{ID}goal/g"
    assert index.of(goal, Scope(TODAY, STATED)).broken == (Broken(goal, "Goal"),)
    assert index.of(goal, Scope(TODAY, MAPPED)).broken == (Broken(f"{ID}handslag/h", "Handslag"),)
    assert index.of(goal, Scope(TODAY, SUGGESTED)).broken == ()


def test_a_cycle_among_goals_ends_and_counts_an_activity_once() -> None:
    loop = ("goal/g rt:serves goal/h", "goal/h a rt:Goal", "goal/h rt:setOutIn strategy/s", "goal/h rt:serves goal/g")
    index = coverage(world(quads(*GOAL, *ACTIVITY, *FRESH, *loop)))
    for goal in ("goal/g", "goal/h"):
        assert index.of(ID + goal, Scope(TODAY)).activities == (f"{ID}activity/a",)


def test_a_goal_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownThing, match="goal/x"):
        coverage(world(quads(*GOAL))).of(f"{ID}goal/x", Scope(TODAY))


def test_why_gives_the_thread_and_the_facts_that_decide() -> None:
    below = ("handslag/h a rt:Handslag", "handslag/h rt:serves goal/g", "handslag/h rt:carriesOut goal/g")
    act = ("activity/a a rt:Activity", "activity/a rt:serves handslag/h", "activity/a rt:carriesOut handslag/h")
    fresh = (
        "activity/a dcterms:source document/d",
        "document/d rt:freshUntil 2027-12-31",
        'document/d rt:sourceDate "2025"',
        'activity/a rt:start "2025"',
        "activity/a rt:startsOn 2025-01-01",
    )
    reason = why(world(quads(*GOAL, *below, *act, *fresh, *CARED_FOR)), f"{ID}goal/g", Scope(TODAY))
    assert reason.status is Status.FOLLOWED_UP
    assert [(s.subject, s.value, s.basis) for s in reason.thread] == [
        (f"{ID}activity/a", f"{ID}handslag/h", STATED),
        (f"{ID}handslag/h", f"{ID}goal/g", STATED),
    ]
    assert [s.property.rpartition("#")[2].rpartition("/")[2] for s in reason.facts] == [
        "source",
        "sourceDate",
        "responsible",
        "followsUp",
    ]


def test_why_nothing_is_known_names_the_place() -> None:
    place = f"{ID}place/1904"
    reason = why(world(quads(*GOAL, "place/1904 a rt:Place")), f"{ID}goal/g", Scope(TODAY, place=place))
    assert (reason.status, reason.unknown_place, reason.thread) == (Status.UNKNOWN, place, ())


def test_every_link_and_fact_behind_a_real_goal_has_evidence(store: Store) -> None:
    index = coverage(store)
    covered = [of.goal for of in index.all(Scope(TODAY)) if of.activities]
    assert covered
    for goal in covered:
        reason = why(store, goal, Scope(TODAY))
        assert reason.thread
        for statement in (*reason.thread, *reason.facts):
            assert statement.evidence, statement


def asked(store: Store, name: str, values: dict[str, str], basis: str, as_of: date) -> dict[str, tuple[str, int]]:
    answer = question(name).ask(store, {"asOf": as_of.isoformat(), **values}, as_of, basis)
    return {
        str(row["goal"]): (str(row["status"]).rpartition("status-")[2], int(str(row["activities"]))) for row in answer
    }


def indexed(index: Coverage, scope: Scope) -> dict[str, tuple[str, int]]:
    return {of.goal: (of.status.word, len(of.activities)) for of in index.all(scope)}


@pytest.mark.parametrize("basis", [STATED, MAPPED])
@pytest.mark.parametrize("as_of", [date(2018, 6, 1), date(2021, 3, 1), TODAY, date(2030, 1, 1)])
def test_index_and_question_agree_on_the_shipped_data(store: Store, basis: str, as_of: date) -> None:
    index = coverage(store)
    assert asked(store, "goal-coverage", {}, basis, as_of) == indexed(index, Scope(as_of, basis))
    for place in ("1907", "1961", "1904", "1980", "19", "01"):
        scope = Scope(as_of, basis, place=f"{ID}place/{place}")
        assert asked(store, "goal-coverage-in-place", {"place": place}, basis, as_of) == indexed(index, scope)


def test_goals_without_activity_are_those_with_status_none(store: Store, today: date) -> None:
    none = {goal for goal, (word, _) in indexed(coverage(store), Scope(today)).items() if word == "none"}
    answer = question("goals-without-activity").ask(store, {}, today)
    assert {str(row["goal"]) for row in answer} == none


def test_ended_or_uncertain_goals_are_those_with_these_statuses(store: Store, today: date) -> None:
    expected = {g: w for g, w in indexed(coverage(store), Scope(today)).items() if w[0] in ("ended", "uncertain")}
    assert asked(store, "goals-ended-or-uncertain", {}, MAPPED, today) == expected


DAYS = some.integers(-900, 900).map(lambda n: (TODAY + timedelta(days=n)).isoformat())
CODES = some.lists(some.sampled_from(["1907", "19"]), max_size=1)
THINGS = [f"goal/{n}" for n in range(4)] + [f"handslag/{n}" for n in range(2)] + [f"activity/{n}" for n in range(4)]
KINDS = {"goal": "rt:Goal", "handslag": "rt:Handslag", "activity": "rt:Activity"}


@some.composite
def worlds(draw: some.DrawFn) -> Store:
    """A random graph: links on two bases (cycles too), periods, sources, follow-ups, places, judgements."""
    kinds = [f"{thing} a {KINDS[thing.partition('/')[0]]}" for thing in THINGS]
    kinds += [f"{thing} rt:setOutIn strategy/s" for thing in THINGS if thing.startswith("goal")]
    kinds += ["place/1907 a rt:Place", "place/1907 dcterms:isPartOf place/19", "place/19 a rt:Place"]
    facts: list[str] = []
    for thing in THINGS:
        if not thing.startswith("activity"):
            continue
        for prop in ("startsOn", "endsOn"):
            facts += [f"{thing} rt:{prop} {day}" for day in draw(some.lists(DAYS, max_size=1))]
        facts += [f"{thing} dcterms:source document/{n}" for n in draw(some.lists(some.integers(0, 2), max_size=2))]
        facts += [f"{thing} rt:responsible actor/x"] * draw(some.integers(0, 1))
        facts += [f"follow-up/{thing[-1]} rt:followsUp {thing}"] * draw(some.integers(0, 1))
        facts += [
            f"{thing} rt:place place/{code}" for code in draw(some.lists(some.sampled_from(["1907", "19"]), max_size=1))
        ]
    facts += [f"document/{n} rt:freshUntil {day}" for n, day in enumerate(draw(some.lists(DAYS, max_size=3)))]
    if draw(some.booleans()):
        facts += [
            "not-relevant/n a rt:NotRelevant",
            "not-relevant/n rt:goal goal/0",
            "not-relevant/n rt:place place/1907",
        ]
    links = some.lists(some.tuples(some.sampled_from(THINGS), some.sampled_from(THINGS[:6])), max_size=8)
    stated, mapped = ([f"{a} rt:serves {b}" for a, b in draw(links)] for _ in range(2))
    return world(quads(*kinds, *facts, *stated), quads(*mapped, graph="m", basis=MAPPED))


@settings(max_examples=500, deadline=None)
@given(store=worlds(), offset=some.integers(-600, 600), basis=some.sampled_from([STATED, MAPPED]))
def test_index_and_question_agree_on_random_graphs(store: Store, offset: int, basis: str) -> None:
    as_of = TODAY + timedelta(days=offset)
    index = Coverage(store)
    assert asked(store, "goal-coverage", {}, basis, as_of) == indexed(index, Scope(as_of, basis))
    for code in ("1907", "19"):
        in_place = question("goal-coverage-in-place")
        bound = {"asOf": in_place.bound(store, {"asOf": as_of.isoformat(), "place": code}, as_of)["asOf"]}
        bound["place"] = Iri(f"{ID}place/{code}")
        rows = store.select(in_place.text, bound, basis)
        found = {str(r["goal"]): str(r["status"]).rpartition("status-")[2] for r in rows}
        scope = Scope(as_of, basis, place=f"{ID}place/{code}")
        assert found == {goal: word for goal, (word, _) in indexed(index, scope).items()}
