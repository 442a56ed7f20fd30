"""What if, single points of failure, withdrawals and the fewest activities: equal to a graph built anew."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.answer import Iri, Literal
from graph.commandline import main
from graph.coverage import DIMENSIONS, Axis, Coverage, Matrix, Scope, Status, matrix
from graph.dates import months_after
from graph.errors import BadParameter
from graph.library import question
from graph.robustness import (
    AT_LEAST,
    POINT_KINDS,
    GapCell,
    Planned,
    SinglePoint,
    Standing,
    fewest,
    single_points,
    what_if,
    withdrawals,
)
from graph.robustness.flow import ROOT, dominators, flow_graph
from graph.store import Store
from graph.store.embedded import merge
from graph.vocabulary import BASE, BASES, MAPPED, RT, STATED, SUGGESTED, XSD

TODAY = date(2026, 11, 22)
NOW = Scope(TODAY)
UNIT_OF = "<http://www.w3.org/ns/org#unitOf>"


def iri(word: str) -> str:
    return RT + word.removeprefix("rt:") if word.startswith("rt:") else ID + word


ACTS = [f"activity/{n}" for n in range(4)]
AIMS = [f"goal/{n}" for n in range(3)]
THREAD = [*AIMS, "handslag/0", "area/0", *ACTS]
OTHERS = {
    "strategy": ("Strategy", ["0", "1"]),
    "place": ("Place", ["19", "1904", "1907", "0180"]),
    "target-group": ("TargetGroup", ["0", "1", "2"]),
    "arena": ("Arena", ["0"]),
    "focus-area": ("FocusArea", ["0"]),
    "actor": ("Actor", ["0", "1", "2"]),
    "intervention": ("Intervention", ["0", "1"]),
}
KINDS = {"goal": "Goal", "handslag": "Handslag", "area": "Area", "activity": "Activity"}
FIXED = [
    *(f"{thing} a rt:{KINDS[thing.partition('/')[0]]}" for thing in THREAD),
    *(f"{kind}/{name} a rt:{cls}" for kind, (cls, names) in OTHERS.items() for name in names),
    *(f"rt:{name} a rt:Level" for name in ("level-national", "level-local")),
    "rt:horizon-short a rt:Horizon",
    "not-relevant/0 a rt:NotRelevant",
    "goal/0 rt:setOutIn strategy/0",
    "goal/1 rt:setOutIn strategy/1",
    "place/1904 dcterms:isPartOf place/19",
    "place/1907 dcterms:isPartOf place/19",
    "actor/2 dcterms:type rt:actor-kind-category",
    "place/0180 rt:passage passage/p",
]
DAYS = [(TODAY + timedelta(days=n)).isoformat() for n in (-2000, -400, -1, 0, 1, 400)]


def those(kind: str) -> list[str]:
    return [f"{kind}/{name}" for name in OTHERS[kind][1]]


def every(subjects: Sequence[str], prop: str, values: Sequence[str]) -> list[str]:
    return [f"{subject} {prop} {value}" for subject in subjects for value in values]


LINKS = every(THREAD, "rt:serves", [*AIMS, "handslag/0", "area/0", "activity/0"])
POOL = [
    every([*AIMS, "area/0", *ACTS], "rt:setOutIn", [*those("strategy"), "handslag/0"]),
    every(ACTS, "rt:startsOn", DAYS) + every(ACTS, "rt:endsOn", DAYS),
    every(ACTS, "dcterms:source", ["document/0"]) + every(["document/0"], "rt:freshUntil", DAYS),
    every(ACTS, "rt:responsible", those("actor")),
    every(ACTS, "rt:responsible", those("actor")) + every(["follow-up/0", "follow-up/1"], "rt:followsUp", ACTS),
    every([*ACTS, "handslag/0", *those("strategy"), "not-relevant/0"], "rt:place", those("place")),
    every([*ACTS, *AIMS, "not-relevant/0"], "rt:targetGroup", those("target-group")),
    every([*ACTS, *AIMS], "rt:arena", those("arena")) + every([*ACTS, *AIMS], "rt:focusArea", those("focus-area")),
    every(ACTS, "rt:inArea", ["area/0"]) + every(ACTS, "rt:uses", those("intervention")),
    every(AIMS, "rt:horizon", ["rt:horizon-short"]) + every(["actor/1", "actor/0"], UNIT_OF, ["actor/0", "actor/2"]),
    every(those("strategy"), "rt:level", ["rt:level-national", "rt:level-local"]),
    every(those("target-group"), "skos:broader", those("target-group")),
    every(["not-relevant/0"], "rt:goal", AIMS),
]


@dataclass(frozen=True)
class World:
    """The statements of a graph, by basis."""

    stated: tuple[str, ...]
    mapped: tuple[str, ...]
    suggested: tuple[str, ...]

    def store(self, without: frozenset[str] = frozenset(), extra: Sequence[str] = ()) -> Store:
        """The store of it, without some statements and with others."""
        graphs = ((STATED, self.stated), (MAPPED, self.mapped), (SUGGESTED, self.suggested))
        kept = {basis: [s for s in of if s not in without] for basis, of in graphs}
        return world(*(quads(*kept[basis], graph=basis, basis=basis) for basis in kept), quads(*extra, graph="added"))

    def on(self, basis: str) -> set[str]:
        return {s for of in (self.stated, self.mapped, self.suggested)[: BASES.index(basis) + 1] for s in of}


@some.composite
def worlds(draw: some.DrawFn) -> World:
    """A random graph: links and facts of every dimension on all three bases, with cycles."""

    def statements(most: int) -> list[str]:
        drawn = [draw(some.lists(some.sampled_from(part), max_size=most)) for part in POOL]
        return sum(drawn, draw(some.lists(some.sampled_from(LINKS), max_size=2 * most)))

    return World((*FIXED, *statements(5)), tuple(statements(1)), tuple(statements(1)))


FILTERS = [
    *(("place", iri(place)) for place in those("place")),
    *(("target_group", iri(group)) for group in those("target-group")),
    ("actor", iri("actor/0")),
    ("arena", iri("arena/0")),
    ("level", iri("rt:level-local")),
    ("strategy", iri("strategy/0")),
]


@some.composite
def scopes(draw: some.DrawFn) -> Scope:
    as_of = TODAY + timedelta(days=draw(some.sampled_from([-900, -1, 0, 1, 500])))
    chosen = draw(some.lists(some.sampled_from(FILTERS), max_size=1))
    return Scope(as_of, draw(some.sampled_from(BASES)), **dict(chosen))


REMOVABLE = [*ACTS, "handslag/0", "area/0", *those("actor"), *those("intervention")]
REMOVALS = some.lists(some.sampled_from(REMOVABLE), max_size=2, unique=True)


@some.composite
def additions(draw: some.DrawFn) -> list[Planned]:
    def few(of: list[str], least: int = 0) -> tuple[str, ...]:
        return tuple(draw(some.lists(some.sampled_from(of), min_size=least, max_size=2, unique=True)))

    def planned() -> Planned:
        days = draw(some.lists(some.sampled_from([-3000, -400, 0, 1, 400, 3000]), max_size=2).map(sorted))
        start, end = ([TODAY + timedelta(days=n) for n in days] + [None, None])[:2]
        if draw(some.booleans()) and end is None:
            start, end = None, start
        return Planned(
            few(["goal/0", "goal/1"], 1),
            few(those("place")),
            few(those("target-group")),
            start,
            end,
            few(those("actor")),
            draw(some.booleans()),
        )

    return [planned() for _ in range(draw(some.integers(0, 2)))]


# The change said once more, in statements.


def split(statement: str) -> tuple[str, str, str]:
    subject, prop, value = statement.split(" ", 2)
    return subject, prop, value


def below(facts: set[str], prop: str, things: set[str]) -> set[str]:
    found = set(things)
    while True:
        more = {s for s, p, v in map(split, facts) if p == prop and v in found} - found
        if not more:
            return found
        found |= more


def bereft(facts: set[str], prop: str, removed: set[str]) -> set[str]:
    """The activities all of whose values are removed."""
    values = {act: {v for s, p, v in map(split, facts) if s == act and p == prop} for act in ACTS}
    return {act for act, those in values.items() if those and those <= removed}


def removed_statements(of: World, basis: str, remove: Sequence[str]) -> frozenset[str]:
    facts = of.on(basis)
    actors = below(facts, UNIT_OF, {thing for thing in remove if thing.startswith("actor")})
    methods = {thing for thing in remove if thing.startswith("intervention")}
    gone = {thing for thing in remove if thing.startswith("activity")}
    gone |= bereft(facts, "rt:responsible", actors) | bereft(facts, "rt:uses", methods)
    cut = gone | {thing for thing in remove if thing.startswith(("handslag", "area"))}
    lost = {f"{act} a rt:Activity" for act in gone}
    for statement in of.on(SUGGESTED):
        subject, prop, value = split(statement)
        if prop == "rt:serves" and {subject, value} & cut:
            lost.add(statement)
        if (prop == "rt:responsible" and value in actors) or (prop == "rt:uses" and value in methods):
            lost.add(statement)
    return frozenset(lost)


def added_statements(add: Sequence[Planned], as_of: date) -> list[str]:
    found = []
    for number, planned in enumerate(add):
        act = f"activity/new-{number}"
        found += [f"{act} a rt:Activity", f"{act} dcterms:source document/new"]
        for prop, values in (
            ("rt:serves", planned.goals),
            ("rt:place", planned.places),
            ("rt:targetGroup", planned.target_groups),
            ("rt:responsible", planned.responsible),
        ):
            found += every([act], prop, values)
        found += [f"{act} rt:startsOn {planned.start}"] * (planned.start is not None)
        found += [f"{act} rt:endsOn {planned.end}"] * (planned.end is not None)
        found += [f"follow-up/new-{number} rt:followsUp {act}"] * planned.follow_up
    return [*found, f"document/new rt:freshUntil {months_after(as_of, 24)}"]


def said(found: Matrix, row: str, column: str, empty: Matrix) -> Standing:
    """A cell of a matrix; what an empty one is, is told by another, which knows of no planned activity."""
    if row in found.rows and column in found.columns and found.cell(row, column).count:
        return Standing(found.cell(row, column).count, found.cell(row, column).status)
    if row in empty.rows and column in empty.columns:
        return Standing(0, empty.cell(row, column).status)
    # A year that nothing touches there.
    places = [one for one in (row, column, empty.scope.place or "") if one.startswith(iri("place/"))]
    unknown = any(not empty.index.is_named(place, empty.scope.basis) for place in places)
    return Standing(0, Status.UNKNOWN if unknown else Status.NONE)


AXES = some.sampled_from([*DIMENSIONS])


@settings(max_examples=150, deadline=None)
@given(of=worlds(), scope=scopes(), remove=REMOVALS, add=additions(), rows=AXES, columns=AXES)
def test_what_if_is_what_a_graph_built_anew_says(
    of: World, scope: Scope, remove: list[str], add: list[Planned], rows: str, columns: str
) -> None:
    index = Coverage(of.store())
    found = what_if(index, scope, remove, add, rows, columns)
    without = removed_statements(of, scope.basis, remove)
    without_any = Coverage(of.store(without))
    anew = Coverage(of.store(without, added_statements(add, scope.as_of))) if add else without_any
    before, after, empty = (matrix(one, rows, columns, scope) for one in (index, anew, without_any))
    expected = {}
    for row in {*before.rows, *after.rows}:
        for column in {*before.columns, *after.columns}:
            pair = said(before, row, column, before), said(after, row, column, empty)
            if pair[0] != pair[1]:
                expected[row, column] = pair
    assert {(cell.row, cell.column): (cell.before, cell.after) for cell in found.cells} == expected
    old, new, bare = (
        {g.goal: Standing(g.count, g.status) for g in one.all(scope)} for one in (index, anew, without_any)
    )
    told = {goal: new[goal] if new[goal].count else bare[goal] for goal in old}
    changed = {goal: (old[goal], told[goal]) for goal in old if old[goal].status != told[goal].status}
    assert {goal.row: (goal.before, goal.after) for goal in found.goals} == changed


def tiny(*statements: str) -> Store:
    return World((*FIXED, *statements), (), ()).store()


ONGOING = "document/0 rt:freshUntil 2027-12-31"


def running(number: int, *statements: str) -> list[str]:
    """An activity that goes on, with these facts ("serves goal/0")."""
    return [f"activity/{number} dcterms:source document/0", *(f"activity/{number} rt:{fact}" for fact in statements)]


def told(
    store: Store, remove: Sequence[str] = (), add: Sequence[Planned] = (), **asked: Any
) -> dict[str, tuple[str, str]]:
    """The goals whose status changes, with the words for it."""
    goals = what_if(store, NOW, remove, add, **asked).goals
    return {goal.row.removeprefix(ID): (goal.before.status.word, goal.after.status.word) for goal in goals}


def test_only_cells_of_the_axes_asked_for_are_told() -> None:
    store = tiny(ONGOING, *running(0, "serves goal/0", "place place/1907"))
    found = what_if(store, NOW, ["activity/0"], (), Axis("goal", under="strategy/0"), Axis("place", under="19"))
    assert [(cell.row, cell.column) for cell in found.cells] == [(iri("goal/0"), iri("place/1907"))]


def test_an_activity_shared_by_two_actors_goes_on_without_one_of_them() -> None:
    shared = running(0, "serves goal/0", "responsible actor/0", "responsible actor/1")
    store = tiny(ONGOING, *shared)
    assert told(store, ["actor/0"]) == {}
    assert told(store, ["actor/0", "actor/1"]) == {"goal/0": ("active", "none")}


def test_a_followed_up_activity_that_goes_on_is_still_followed_up() -> None:
    shared = running(0, "serves goal/0", "responsible actor/0", "responsible actor/1", "place place/0180")
    through = ["handslag/0 rt:serves goal/1", "activity/0 rt:serves handslag/0", "follow-up/0 rt:followsUp activity/0"]
    store = tiny(ONGOING, *shared, *through)
    assert told(store, ["actor/0"]) == {}
    assert withdrawals(store, NOW) == ()
    assert told(store, ["handslag/0"]) == {"goal/1": ("followed-up", "none")}


def test_a_unit_withdraws_with_its_organisation_but_not_the_other_way() -> None:
    of_unit = running(0, "serves goal/0", "responsible actor/1")
    of_whole = running(1, "serves goal/1", "responsible actor/0")
    store = tiny(ONGOING, *of_unit, *of_whole, f"actor/1 {UNIT_OF} actor/0")
    assert told(store, ["actor/0"]) == {"goal/0": ("active", "none"), "goal/1": ("active", "none")}
    assert told(store, ["actor/1"]) == {"goal/0": ("active", "none")}


def test_without_a_handslag_only_what_goes_through_it_is_lost() -> None:
    through = ["handslag/0 rt:serves goal/0", *running(0, "serves handslag/0", "serves goal/1")]
    assert told(tiny(ONGOING, *through), ["handslag/0"]) == {"goal/0": ("active", "none")}


def test_without_an_intervention_activities_that_use_another_too_go_on() -> None:
    only = running(0, "serves goal/0", "uses intervention/0")
    both = running(1, "serves goal/1", "uses intervention/0", "uses intervention/1")
    assert told(tiny(ONGOING, *only, *both), ["intervention/0"]) == {"goal/0": ("active", "none")}


def test_a_planned_activity_is_planned_active_or_followed_up_by_its_days_and_who_cares_for_it() -> None:
    later = Planned(["goal/0"], start=TODAY + timedelta(days=1))
    cared_for = Planned(["goal/0"], responsible=["actor/0"], follow_up=True)
    expected = {later: "planned", Planned(["goal/0"]): "active", cared_for: "followed-up"}
    for planned, word in expected.items():
        assert told(tiny(), (), [planned]) == {"goal/0": ("none", word)}


def test_a_planned_activity_does_not_make_an_unknown_place_known() -> None:
    found = what_if(tiny(), NOW, (), [Planned(["goal/0"], ["1904"])])
    cells = {(cell.row, cell.column): (cell.before.status, cell.after.status) for cell in found.cells}
    assert cells == {(iri("goal/0"), iri(f"place/{code}")): (Status.UNKNOWN, Status.ACTIVE) for code in ("1904", "19")}


def test_a_planned_activity_may_be_in_a_year_that_the_graph_does_not_reach() -> None:
    planned = Planned(["goal/0"], start=date(2049, 12, 1), end=date(2050, 1, 31))
    cells = what_if(tiny(), NOW, (), [planned], columns="year").cells
    assert [(cell.column, cell.after) for cell in cells] == [
        (year, Standing(1, Status.PLANNED)) for year in ("2049", "2050")
    ]


def without(store: Store, lost: Callable[[str, str, str], bool]) -> Store:
    """The shipped graph without some statements, built anew."""
    lines = [line for line in store.quads.decode().splitlines() if not lost(*line.split(" ", 2))]
    return Store(merge("\n".join([*lines, ""]).encode(), MAPPED), "less", BASE)


@pytest.mark.parametrize("kind", ["Activity", "Area", "Handslag"])
def test_what_if_on_the_shipped_data_is_what_it_says_without_these_statements(store: Store, kind: str) -> None:
    thing = next(point.thing for point in single_points(store, NOW) if point.kind == kind)
    node = f"<{thing}>"

    def lost(subject: str, prop: str, rest: str) -> bool:
        if prop == f"<{RT}serves>":
            return node in (subject, rest.split(" ")[0])
        return subject == node and rest.startswith(f"<{RT}Activity>")  # its kind; nothing else names the class

    less = without(store, lost)
    found = what_if(store, NOW, [thing])
    before, after = matrix(store, "goal", "place", NOW), matrix(less, "goal", "place", NOW)
    expected = {
        (cell.row, cell.column): (Standing(cell.count, cell.status), Standing(other.count, other.status))
        for cell, other in zip(before, after, strict=True)
        if (cell.count, cell.status) != (other.count, other.status)
    }
    assert expected
    assert {(cell.row, cell.column): (cell.before, cell.after) for cell in found.cells} == expected


# Single points of failure.

QUESTIONS = {"Activity": ("goals-on-one-activity", "activity"), "Actor": ("goals-on-one-actor", "responsible")}


def asked(store: Store, kind: str, scope: Scope) -> set[tuple[str, str]]:
    """Goal and thing, as the question says."""
    name, column = QUESTIONS[kind]
    bound = {"asOf": Literal(scope.as_of.isoformat(), XSD + "date")}
    bound |= {} if scope.place is None else {"place": Iri(scope.place)}
    rows = store.select(question(name).text, bound, scope.basis)
    return {(str(row["goal"]), str(row[column])) for row in rows}


def of_kind(points: Sequence[SinglePoint], kind: str) -> set[tuple[str, str]]:
    return {(point.goal, point.thing) for point in points if point.kind == kind}


@settings(max_examples=100, deadline=None)
@given(of=worlds(), scope=scopes(), place=some.sampled_from([None, *those("place")]))
def test_single_points_are_what_the_questions_say(of: World, scope: Scope, place: str | None) -> None:
    store = of.store()
    scope = Scope(scope.as_of, scope.basis, place=place and iri(place))
    points = single_points(Coverage(store), scope)
    for kind in QUESTIONS:
        assert of_kind(points, kind) == asked(store, kind, scope)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("place", [None, "1907", "19", "0163", "13"])
def test_single_points_are_what_the_questions_say_of_the_shipped_data(
    store: Store, basis: str, place: str | None
) -> None:
    for as_of in (date(2018, 9, 1), TODAY):
        scope = Scope(as_of, basis, place=place and iri(f"place/{place}"))
        points = single_points(store, scope)
        assert {point.kind for point in points} <= set(POINT_KINDS)
        for kind in QUESTIONS:
            assert of_kind(points, kind) == asked(store, kind, scope)


@settings(max_examples=100, deadline=None)
@given(of=worlds(), scope=scopes())
def test_what_dominates_a_goal_is_all_that_cuts_it_off_when_taken_out(of: World, scope: Scope) -> None:
    index = Coverage(of.store())
    scope = index.resolved(scope)
    flow = flow_graph(index, scope)
    reached = {node: nx.descendants(flow.subgraph(set(flow) - {node}), ROOT) for node in set(flow) - {ROOT}}
    for goal, chain in dominators(index, scope).items():
        node = next(one for one in flow if (one.role, one.number) == ("thing", goal))
        assert set(chain) == {other for other in reached if other != node and node not in reached[other]}


@settings(max_examples=100, deadline=None)
@given(of=worlds(), scope=scopes())
def test_without_a_single_point_nothing_is_under_way(of: World, scope: Scope) -> None:
    index = Coverage(of.store())
    for point in single_points(index, scope):
        if point.kind in ("Activity", "Actor", "Area", "Handslag", "Part"):
            goals = {goal.row: goal.after for goal in what_if(index, scope, [point.thing]).goals}
            stands = goals.get(point.goal, Standing(0, index.of(point.goal, scope).status))
            assert stands.status < Status.UNCERTAIN, point


def test_a_part_that_two_activities_share_is_a_single_point_but_no_single_activity() -> None:
    shared = ["activity/1 rt:serves goal/0", "activity/2 rt:serves goal/0", "activity/0 rt:serves activity/1"]
    ended = ["activity/1 rt:endsOn 2020-01-01", "activity/2 rt:endsOn 2020-01-01"]
    points = single_points(tiny(ONGOING, *shared, *ended, *running(0, "serves activity/2")), NOW)
    assert points == (SinglePoint(iri("goal/0"), "Part", iri("activity/0")),)


def test_handslag_larger_goals_and_links_are_single_points_too() -> None:
    links = ["handslag/0 rt:serves goal/0", "goal/0 rt:serves goal/1"]
    both = [*running(0, "serves handslag/0"), *running(1, "serves handslag/0")]
    points = single_points(tiny(ONGOING, *links, *both), NOW)
    assert [(p.goal.removeprefix(ID), p.kind, p.thing.removeprefix(ID)) for p in points] == [
        ("goal/0", "Handslag", "handslag/0"),
        ("goal/0", "Link", "handslag/0"),
        ("goal/1", "Handslag", "handslag/0"),
        ("goal/1", "Link", "handslag/0"),
        ("goal/1", "Goal", "goal/0"),
        ("goal/1", "Link", "goal/0"),
    ]


# Withdrawals.


@settings(max_examples=100, deadline=None)
@given(of=worlds(), scope=scopes())
def test_a_withdrawal_is_what_if_without_the_actor_and_the_most_missed_comes_first(of: World, scope: Scope) -> None:
    index = Coverage(of.store())
    found = withdrawals(index, scope)
    expected = {}
    for actor in map(iri, ("actor/0", "actor/1")):
        falls = tuple(goal for goal in what_if(index, scope, [actor]).goals if goal.falls)
        expected |= {actor: falls} if falls else {}
    kinds = {
        statement.split(" ")[0] for statement in of.on(scope.basis) if statement.endswith("rt:actor-kind-category")
    }
    assert {one.actor: one.goals for one in found} == {
        a: g for a, g in expected.items() if a.removeprefix(ID) not in kinds
    }
    ranks = [(-len(one.left_bare), -len(one.goals), one.actor) for one in found]
    assert ranks == sorted(ranks)


def test_actors_are_ranked_by_goals_left_bare_then_by_goals_that_fall() -> None:
    bare = running(0, "serves goal/0", "responsible actor/1")
    planned = ["activity/1 rt:startsOn 2027-01-01", *running(1, "serves goal/1", "responsible actor/0")]
    of_kind = running(2, "serves goal/2", "responsible actor/2")
    found = withdrawals(tiny(ONGOING, "goal/2 rt:setOutIn strategy/0", *bare, *planned, *of_kind), NOW)
    assert [(one.actor, one.activities, len(one.left_bare)) for one in found] == [
        (iri("actor/1"), (iri("activity/0"),), 1),
        (iri("actor/0"), (iri("activity/1"),), 0),
    ]


# The fewest activities.


def gaps_by_hand(index: Coverage, of: World, scope: Scope) -> set[GapCell]:
    """The gaps, from the statements and, of what is covered, from lists behind cells."""
    facts = of.on(scope.basis)
    values = {prop: [(s, v) for s, p, v in map(split, facts) if p == prop] for prop in {split(f)[1] for f in facts}}
    plans, placed, aims = (values.get(f"rt:{name}", []) for name in ("setOutIn", "place", "targetGroup"))
    found = set()
    for goal in index.all(scope):
        name = goal.goal.removeprefix(ID)
        groups: set[str | None] = {v for s, v in aims if s == name}
        groups = groups or {None}
        if scope.target_group:
            groups &= inside(facts, "skos:broader", scope.target_group)
        where: set[str] = set()
        for plan in (v for s, v in plans if s == name):
            own = [v for s, v in placed if s == plan]
            where |= below(facts, "dcterms:isPartOf", set(own)) if own else set(those("place"))
        if scope.place:
            where &= inside(facts, "dcterms:isPartOf", scope.place)
        found |= {
            GapCell(goal.goal, group and iri(group), iri(place))
            for group in groups
            for place in where & set(those("place"))
            if index.is_named(iri(place), scope.basis) and is_gap(index, facts, scope, name, group, place)
        }
    return found


def inside(facts: set[str], prop: str, member: str) -> set[Any]:
    return below(facts, prop, {member.removeprefix(ID)})


def is_gap(index: Coverage, facts: set[str], scope: Scope, goal: str, group: str | None, place: str) -> bool:
    here = replace(scope, place=iri(place), target_group=iri(group) if group else None)
    serving = index.activities_of(iri(goal), here)
    if any(index.status(activity, scope.as_of, scope.basis) >= Status.PLANNED for activity in serving):
        return False
    judged = [(p, v) for s, p, v in map(split, facts) if s == "not-relevant/0"]
    goals, places, groups = ({v for p, v in judged if p == f"rt:{name}"} for name in ("goal", "place", "targetGroup"))
    there = not places or not places.isdisjoint({place, str(scope.place).removeprefix(ID)})
    for_them = not groups or not groups.isdisjoint({group, str(scope.target_group).removeprefix(ID)})
    return not (goal in goals and (places or groups) and there and for_them)


def closed_by(facts: set[str], gaps: set[GapCell], cell: GapCell) -> frozenset[GapCell]:
    """The gaps that an activity for this goal, group and place would close."""
    goals = above(facts, "rt:serves", {cell.goal})
    aimed = {iri(v) for s, p, v in map(split, facts) if p == "rt:targetGroup" and iri(s) in goals}
    groups = above(facts, "skos:broader", aimed | ({cell.target_group} if cell.target_group else set()))
    places = above(facts, "dcterms:isPartOf", {cell.place})
    return frozenset(
        gap for gap in gaps if gap.goal in goals and gap.target_group in {*groups, None} and gap.place in places
    )


def above(facts: set[str], prop: str, things: set[str]) -> set[str]:
    found = set(things)
    while more := {iri(v) for s, p, v in map(split, facts) if p == prop and iri(s) in found} - found:
        found |= more
    return found


GAP_SCOPES = scopes().filter(lambda scope: scope.actor is None and scope.arena is None and scope.basis != SUGGESTED)


@settings(max_examples=100, deadline=None)
@given(of=worlds(), scope=GAP_SCOPES)
def test_each_step_closes_what_a_graph_with_its_activity_no_longer_lacks(of: World, scope: Scope) -> None:
    index = Coverage(of.store())
    gaps = gaps_by_hand(index, of, scope)
    found = fewest(index, scope, most=100)
    assert found.gaps == len(gaps)
    add: list[Planned] = []
    for step in found.steps[:2]:
        cell = step.activity
        groups = [cell.target_group.removeprefix(ID)] if cell.target_group else []
        add.append(Planned([cell.goal.removeprefix(ID)], [cell.place.removeprefix(ID)], groups))
        anew = Coverage(of.store(frozenset(), added_statements(add, scope.as_of)))
        left = {gap for gap in gaps if gap not in step.closes}
        assert (gaps_by_hand(anew, of, scope), step.remaining, cell in step.closes) == (left, len(left), True)
        gaps = left
    assert not found.steps or found.steps[-1].remaining == 0


@settings(max_examples=40, deadline=None)
@given(of=worlds(), scope=GAP_SCOPES)
def test_the_greedy_choice_keeps_its_bound_takes_the_best_each_time_and_is_always_the_same(
    of: World, scope: Scope
) -> None:
    index = Coverage(of.store())
    every = fewest(index, scope, most=100)
    gaps = gaps_by_hand(index, of, scope)
    closes = {cell: closed_by(of.on(scope.basis), gaps, cell) for cell in gaps}
    for most in (1, 2, 3):
        found = fewest(Coverage(of.store()), scope, most)
        assert found.steps == every.steps[:most]
        choices = combinations(closes.values(), min(most, len(closes)))
        best = max(len(set().union(*chosen)) for chosen in choices)
        assert sum(len(step.closes) for step in found.steps) >= AT_LEAST * best - 1e-9
    still = set().union(*closes.values()) if closes else set()
    for step in every.steps:
        adds = {cell: len(closes[cell] & still) for cell in closes}
        assert len(step.closes) == max(adds.values()) == adds[step.activity]
        still -= set(step.closes)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("ask", "value", "near"),
    [
        (lambda store: what_if(store, NOW, ["activity/9"]), "activity/9", "activity/0"),
        (lambda store: what_if(store, NOW, ["actor/9"]), "actor/9", "actor/0"),
        (lambda store: what_if(store, NOW, ["goal/0"]), "goal/0", "activity, actor, area, handslag, intervention"),
        (lambda store: what_if(store, NOW, (), [Planned(["9"])]), "9", "goal/0"),
        (lambda store: what_if(store, NOW, (), [Planned(["0"], ["1908"])]), "1908", "place/1907"),
        (lambda store: what_if(store, NOW, (), [Planned(["0"], (), ["9"])]), "9", "target-group/"),
        (lambda store: what_if(store, NOW, (), [Planned(["0"], responsible=["9"])]), "9", "actor/"),
        (lambda store: what_if(store, NOW, rows="gaol"), "gaol", "goal"),
        (lambda store: what_if(store, replace(NOW, place="1908")), "1908", "place/1907"),
        (lambda store: single_points(store, replace(NOW, strategy="9")), "9", "strategy/0"),
        (lambda store: withdrawals(store, replace(NOW, place="1908")), "1908", "place/1907"),
        (lambda store: fewest(store, NOW, 0), "0", "1"),
        (lambda store: Planned([]), "", ""),
        (lambda store: Planned("goal/0"), "goal/0", ""),
        (lambda store: Planned([3]), "3", ""),
        (lambda store: Planned(["0"], start=datetime(2026, 1, 1)), "2026-01-01 00:00:00", "2026-11-22"),
        (lambda store: Planned(["0"], end="2026"), "2026", "2026-11-22"),
        (lambda store: Planned(["0"], start=TODAY, end=date(2026, 11, 21)), "2026-11-21", "2026-11-22"),
        (lambda store: Planned(["0"], follow_up="yes"), "yes", "True"),
    ],
)
def test_bad_input_names_the_value_and_what_is_allowed(
    ask: Callable[[Store], object], value: str, near: str, language: str
) -> None:
    with pytest.raises(BadParameter) as raised:
        ask(tiny())
    assert raised.value.value.strip("[]") == value
    assert near in raised.value.message(language).replace(value, "", 1) if near else value in str(raised.value)


# The command line.


@pytest.fixture
def run(data: Path, cache: Path) -> Callable[..., Result]:
    """Run a command on the shipped data."""

    def command(*words: str, language: str = "sv") -> Result:
        start = ["--data", str(data), "--cache", str(cache), "--language", language]
        return CliRunner().invoke(main, [*start, words[0], "--as-of", "2026-11-22", *words[1:]])

    return command


def test_robustness_shows_its_lists_in_both_languages(run: Callable[..., Result]) -> None:
    swedish, english = (run("robustness", language=language).stdout for language in ("sv", "en"))
    for shown, words in (
        (swedish, ("Mål som vilar på en enda aktivitet", "en enda aktör", "Aktörer efter vad som blir utan täckning")),
        (english, ("Goals that rest on one activity alone", "one actor alone", "Actors by what is left uncovered")),
    ):
        assert all(word in shown for word in words)


def test_every_format_of_robustness_has_the_same_rows_as_the_answer(run: Callable[..., Result], store: Store) -> None:
    expected = sorted(of_kind(single_points(store, NOW), "Actor"))
    as_json = json.loads(run("robustness", "--list", "actors", "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("robustness", "--list", "actors", "--format", "csv").stdout)))
    assert [(row["goal"]["id"], row["responsible"]["id"]) for row in as_json["rows"]] == expected
    assert [(row["goal"], row["responsible"]) for row in as_csv] == expected
    things = json.loads(run("robustness", "--list", "things", "--format", "json", language="en").stdout)
    assert {"Link", "Goal"} <= {
        row["kind"] if isinstance(row["kind"], str) else row["kind"]["name"] for row in things["rows"]
    }
    lost = json.loads(run("robustness", "--list", "withdrawals", "--format", "json").stdout)
    assert lost["count"] == sum(len(one.goals) for one in withdrawals(store, NOW))


def test_the_fewest_activities_come_with_what_they_close(run: Callable[..., Result], store: Store) -> None:
    found = fewest(store, replace(NOW, place="1907"), 3)
    rows = json.loads(run("robustness", "--place", "1907", "--fewest", "3", "--format", "json").stdout)["rows"]
    assert [(row["goal"]["id"], row["closes"], row["remaining"]) for row in rows] == [
        (step.activity.goal, len(step.closes), step.remaining) for step in found.steps
    ]


def test_an_unknown_place_is_told_apart_from_one_where_nothing_rests(run: Callable[..., Result]) -> None:
    assert "Inget dokument i grafen nämner Kungsör" in run("robustness", "--place", "1960").stderr
    assert run("robustness", "--place", "1907").stderr == ""


def test_what_if_shows_cells_and_goals(run: Callable[..., Result], store: Store) -> None:
    words = ("what-if", "--remove", "actor/region-vastmanland", "--add", "goal=dhol-d3,place=1907,target-group=unga")
    found = what_if(store, NOW, ["actor/region-vastmanland"], [Planned(["dhol-d3"], ["1907"], ["unga"])])
    shown = run(*words).stdout
    assert "Täckning som ändras: Mål × Plats" in shown
    assert f"({len(found.cells)})" in shown
    assert f"({len(found.goals)})" in shown
    cells = json.loads(run(*words, "--format", "json").stdout)
    assert cells["remove"] == "actor/region-vastmanland"
    assert [(row["row"]["id"], row["countAfter"]) for row in cells["rows"]] == [
        (c.row, c.after.count) for c in found.cells
    ]
    goals = json.loads(run(*words, "--format", "json", "--list", "goals").stdout)
    assert [row["goal"]["id"] for row in goals["rows"]] == [goal.row for goal in found.goals]


@pytest.mark.parametrize(
    "words",
    [
        ("what-if", "--remove", "actor/x"),
        ("what-if", "--add", "gaol=x"),
        ("what-if", "--add", "goal"),
        ("what-if", "--add", "place=1907"),
        ("what-if", "--add", "goal=dhol-d3,start=2027"),
        ("what-if", "--add", "goal=dhol-d3,follow-up=perhaps"),
        ("what-if", "--rows", "gaol"),
        ("robustness", "--fewest", "0"),
        ("robustness", "--place", "1908"),
        ("robustness", "--basis", "guessed"),
    ],
)
def test_bad_input_ends_with_code_2_and_no_traceback(run: Callable[..., Result], words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Parametern" in result.stderr
    assert "Traceback" not in result.output
