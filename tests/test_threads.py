"""Threads: each number is the index's, dead ends are the broken threads, circles end, and a picture loses nothing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.answer import Iri
from graph.coverage import Scope, Status, coverage
from graph.gaps import GapScope, broken_threads
from graph.store import Store
from graph.threads import MOST, Thread, UnknownBeginning, beginnings, thread_of
from graph.threads.seen import Node
from graph.vocabulary import MAPPED, RT, STATED, SUGGESTED

TODAY = date(2026, 11, 22)
STRATEGY = f"{ID}strategy/det-handlar-om-livet"
SKINNSKATTEBERG, KUNGSOR = "1904", "1960"


def at_or_below(store: Store, thing: str, scope: Scope) -> set[str]:
    """The activities of a scope at or below a thing, found step by step."""
    index = coverage(store)
    found, waiting = {thing}, [thing]
    while waiting:
        new = index.directly_below(waiting.pop(), scope.basis) - found
        found |= new
        waiting += new
    return found & passing(store, scope)


def passing(store: Store, scope: Scope) -> set[str]:
    index = coverage(store)
    resolved = index.resolved(scope)
    marks = index.passing(resolved.basis, *resolved.filters.items())
    return {index.names[number] for number in marks.nonzero()[0].tolist()}


def assert_every_number_is_the_index_s(store: Store, thread: Thread) -> None:
    index = coverage(store)
    for node in thread.nodes:
        assert node.count == len(at_or_below(store, node.key, thread.scope)), node
        if node.key in index.goals:
            found = index.of(node.key, thread.scope)
            assert (node.status, node.count) == (found.status, found.count), node
        elif node.kind == "Activity" and thread.scope.basis != SUGGESTED:
            assert node.status is index.status(node.key, thread.scope.as_of, thread.scope.basis)
    for link in thread.links:
        assert link.count == len(at_or_below(store, link.below, thread.scope)), link
        assert link.below in index.directly_below(link.above, thread.scope.basis)


def stops_by_gaps(store: Store, scope: Scope, plan: str) -> set[str]:
    """Where the threads of a plan's goals stop, as the gap report says."""
    resolved = coverage(store).resolved(scope)
    return {one.stops_at for one in broken_threads(store, GapScope(scope.as_of, scope.basis, resolved.place, plan))}


@pytest.mark.parametrize("place", [None, SKINNSKATTEBERG, "1907", "19", KUNGSOR])
@pytest.mark.parametrize("basis", [STATED, MAPPED, SUGGESTED])
def test_every_number_of_the_shipped_threads_is_the_index_s(store: Store, place: str | None, basis: str) -> None:
    scope = Scope(TODAY, basis, place=place)
    for thing in (STRATEGY, "goal/dhol-d2", "area/rus-valmaende", "handslag/hallstahammar-psykisk-halsa"):
        assert_every_number_is_the_index_s(store, thread_of(store, thing, scope))


@pytest.mark.parametrize("place", [None, SKINNSKATTEBERG, "1907", "19", KUNGSOR])
def test_dead_ends_are_where_the_gap_report_says_that_threads_break(store: Store, place: str | None) -> None:
    index = coverage(store)
    scope = Scope(TODAY, place=place)
    for plan in sorted({plan for plans in index.goals.values() for plan in plans}):
        thread = thread_of(store, plan, scope)
        expected = stops_by_gaps(store, scope, plan)
        own = set(thread.stops) - expected
        # What serves the plan itself and none of its goals is in its thread, and in no thread of a goal.
        assert expected <= set(thread.stops)
        assert own <= index.below(plan, scope.basis) | {plan}
        assert set(thread.stops) == {node.key for node in thread.nodes if node.stops}


def test_the_chain_to_skinnskatteberg_ends_in_what_is_done_there(store: Store) -> None:
    thread = thread_of(store, STRATEGY, Scope(TODAY, place=SKINNSKATTEBERG), up=False)
    nodes = {node.key.removeprefix(ID): node for node in thread.nodes}
    done = "activity/vastmanland-2018-skinnskatteberg-forebyggande-projekt"
    assert [key for key, node in nodes.items() if node.kind == "Activity"] == [done]
    chain = ["goal/dhol-vision", "goal/dhol-mal-1", "goal/dhol-d2"]
    assert [nodes[key].count for key in chain] == [1, 1, 1]
    assert nodes["goal/dhol-d3"].stops
    assert [node.layer for node in sorted(nodes.values(), key=lambda node: node.column)][-1] == "activity"


def test_a_place_that_no_document_names_is_unknown_and_has_no_dead_end(store: Store) -> None:
    thread = thread_of(store, STRATEGY, Scope(TODAY, place=KUNGSOR), up=False)
    assert thread.is_unknown
    assert thread.stops == ()
    assert {node.status for node in thread.nodes} == {Status.UNKNOWN}
    assert {str(row["activities"]) for row in thread.rows()} == {"None"}


def test_upwards_is_what_it_serves_and_downwards_what_serves_it(store: Store) -> None:
    index = coverage(store)
    goal = f"{ID}goal/dhol-d2"
    down = {node.key for node in thread_of(store, goal, Scope(TODAY), up=False).nodes}
    assert down == {goal, *index.below(goal, MAPPED)}
    both = {node.key for node in thread_of(store, goal, Scope(TODAY)).nodes}
    assert {f"{ID}goal/dhol-mal-1", f"{ID}goal/dhol-vision"} <= both - down
    assert all(goal in index.below(above, MAPPED) for above in both - down)


def test_a_picture_gathers_what_it_cannot_show_and_counts_each_activity_once(store: Store) -> None:
    thread = thread_of(store, STRATEGY, Scope(TODAY), up=False)
    picture = thread.picture()
    assert picture.more
    shown = {node.key for node in picture.nodes}
    for more in picture.more:
        hidden = [node for node in thread.nodes if node.column == more.column and node.key not in shown]
        assert (more.many, more.stops) == (len(hidden), sum(node.stops for node in hidden))
        every = set().union(*(at_or_below(store, node.key, thread.scope) for node in hidden))
        assert more.count == len(every)
    opened = thread.picture(frozenset(more.column for more in picture.more))
    assert not opened.more
    assert {node.key for node in opened.nodes} == {node.key for node in thread.nodes}
    assert max(sum(node.column == column for node in picture.nodes) for column in range(picture.columns)) == MOST


def test_rows_have_every_link_and_every_thing(store: Store) -> None:
    thread = thread_of(store, STRATEGY, Scope(TODAY), up=False)
    rows = list(thread.rows())
    pairs = {(str(row["below"]), str(row["above"])) for row in rows if row["above"] is not None}
    assert pairs == {(link.below, link.above) for link in thread.links}
    assert {str(row["below"]) for row in rows} == {node.key for node in thread.nodes}
    assert all(isinstance(row["status"], Iri) for row in rows)


def test_the_beginnings_have_the_numbers_of_their_threads(store: Store) -> None:
    for place in (None, "19", KUNGSOR):
        scope = Scope(TODAY, place=place)
        for plan in beginnings(store, scope):
            thread = thread_of(store, plan.address, scope, up=False)
            expected = (None, None) if place == KUNGSOR else (thread.count, len(thread.stops))
            assert (plan.count, plan.stops) == expected, plan


def test_an_unknown_beginning_names_the_nearest(store: Store) -> None:
    with pytest.raises(UnknownBeginning, match="goal/dhol-d2"):
        thread_of(store, "goal/dhol-d22", Scope(TODAY))


KINDS = {"goal": "rt:Goal", "area": "rt:Area", "handslag": "rt:Handslag", "activity": "rt:Activity"}
THINGS = [f"{kind}/{number}" for kind in KINDS for number in range(3)]
PLACES = ["place/1907", "place/19", "place/1904"]


@some.composite
def worlds(draw: some.DrawFn) -> Store:
    facts = [f"{thing} a {KINDS[thing.partition('/')[0]]}" for thing in THINGS]
    facts += [
        "strategy/s a rt:Strategy",
        "strategy/s rt:level rt:level-national",
        "place/1907 dcterms:isPartOf place/19",
    ]
    facts += [f"{place} a rt:Place" for place in PLACES]
    facts += [f"goal/{number} rt:setOutIn strategy/s" for number in range(3)]
    links = some.lists(
        some.tuples(some.sampled_from(THINGS), some.sampled_from([*THINGS[:9], "strategy/s"])), max_size=14
    )
    placed = some.lists(some.tuples(some.sampled_from(THINGS), some.sampled_from(PLACES[:2])), max_size=5)
    facts += [f"{below} rt:serves {above}" for below, above in draw(links)]
    facts += [f"{thing} rt:place {place}" for thing, place in draw(placed)]
    if draw(some.booleans()):
        facts += [
            "not-relevant/n a rt:NotRelevant",
            "not-relevant/n rt:goal goal/0",
            "not-relevant/n rt:place place/1907",
        ]
    mapped = [f"{below} rt:serves {above}" for below, above in draw(links)]
    return world(quads(*facts), quads(*mapped, graph="mapped", basis=MAPPED))


@settings(max_examples=80, deadline=None)
@given(
    store=worlds(),
    thing=some.sampled_from([*THINGS, "strategy/s"]),
    place=some.sampled_from([None, "1907", "19", "1904"]),
    up=some.booleans(),
)
def test_on_any_graph_counts_statuses_and_dead_ends_agree(
    store: Store, thing: str, place: str | None, up: bool
) -> None:
    scope = Scope(TODAY, place=place)
    thread = thread_of(store, thing, scope, up)
    assert_every_number_is_the_index_s(store, thread)
    assert set(thread.stops) <= {node.key for node in thread.nodes}
    if thing == "strategy/s":
        below = coverage(store).below(f"{ID}strategy/s", MAPPED)
        expected = stops_by_gaps(store, scope, f"{ID}strategy/s")
        assert expected <= set(thread.stops) <= expected | below
    if thing.startswith("goal/"):
        resolved = coverage(store).resolved(scope)
        asked = GapScope(TODAY, MAPPED, resolved.place, f"{ID}strategy/s")
        assert set(thread.stops) == {one.stops_at for one in broken_threads(store, asked) if one.goal == f"{ID}{thing}"}
    picture = thread.picture()
    assert {one.key for one in picture.every} >= {end for link in picture.links for end in (link.below, link.above)}


def test_goals_that_serve_each_other_in_a_circle_end() -> None:
    facts = [f"goal/{number} a rt:Goal" for number in range(3)]
    facts += [f"goal/{number} rt:serves goal/{(number + 1) % 3}" for number in range(3)]
    thread = thread_of(world(quads(*facts)), "goal/0", Scope(TODAY))
    assert {node.key for node in thread.nodes} == {f"{ID}goal/{number}" for number in range(3)}
    assert all(isinstance(node, Node) and node.kind == "Goal" for node in thread.nodes)
    assert {str(row["kind"]) for row in thread.rows()} == {f"{RT}Goal"}
