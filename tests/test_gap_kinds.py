"""Each kind of gap from the coverage index: the rows that its question gives on the engine, whatever is asked for."""

from collections import Counter
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_questions import bindings
from worlds import ID, quads, world

from graph.answer import Answer, Term
from graph.gaps.kinds import FOUND
from graph.gaps.report import answer, kinds
from graph.library import question
from graph.store import Store
from graph.vocabulary import MAPPED, STATED, SUGGESTED

TODAY = date(2026, 11, 22)
BOTH = (STATED, MAPPED)


def rows(found: Answer, columns: tuple[str, ...]) -> Counter[tuple[Term | None, ...]]:
    """The rows in the order of these columns; a column that is not there is empty."""
    return Counter(tuple(row.get(column) for column in columns) for row in found)


def assert_the_same(name: str, store: Store, values: dict[str, str], as_of: date, basis: str) -> int:
    """How many rows both give."""
    asked = question(name)
    engine = asked.ask(store, values, as_of, basis)
    index = answer(asked, store, values, as_of, basis)
    assert rows(index, engine.columns) == rows(engine, engine.columns), (name, values, basis)
    return len(engine)


ASKED_OF_THE_ENGINE = {"suspect-links"}
"""It starts from what is suspect, which is little, and so is quick on every engine."""


def test_every_kind_of_gap_is_found_by_the_index() -> None:
    assert set(FOUND) | ASKED_OF_THE_ENGINE == {asked.name for asked in kinds()}


@pytest.mark.parametrize("name", FOUND)
def test_index_and_question_give_the_same_rows_on_the_shipped_data(name: str, store: Store) -> None:
    for values in bindings(question(name), store):
        for basis in BOTH:
            assert_the_same(name, store, values, TODAY, basis)


THINGS = {
    "goal": ("rt:Goal", 3),
    "strategy": ("rt:Strategy", 2),
    "area": ("rt:Area", 1),
    "handslag": ("rt:Handslag", 2),
    "activity": ("rt:Activity", 4),
    "actor": ("rt:Actor", 2),
    "target-group": ("rt:TargetGroup", 2),
    "follow-up": ("rt:FollowUp", 1),
    "document": ("rt:Document", 2),
}
NAMES = {kind: [f"{kind}/{number}" for number in range(many)] for kind, (_, many) in THINGS.items()}
PLACES = ["place/1907", "place/1961", "place/19"]
OA = "http://www.w3.org/ns/oa#"
GIVEN = (
    *(f"{name} a {THINGS[kind][0]}" for kind, names in NAMES.items() for name in names),
    *(f"{place} a rt:Place" for place in PLACES),
    "place/1907 dcterms:type rt:place-kind-municipality",
    "place/1961 dcterms:type rt:place-kind-municipality",
    "place/1907 dcterms:isPartOf place/19",
    "place/1961 dcterms:isPartOf place/19",
    *(
        f"goal/{number} {word}"
        for number in range(2)
        for word in ("rt:setOutIn strategy/0", "dcterms:type rt:goal-kind-goal")
    ),
    *(f"activity/{number} rt:setOutIn strategy/{number % 2}" for number in range(3)),
    *(f"passage/target-group/{number} <{OA}hasTarget> passage/target/{number}" for number in range(2)),
    *(f"passage/target/{number} <{OA}hasSource> document/{number}" for number in range(2)),
)


def between(below: list[str], prop: str, above: list[str]) -> list[str]:
    return [f"{one} {prop} {other}" for one in below for other in above]


UPWARDS = between([*NAMES["activity"], *NAMES["handslag"], *NAMES["goal"], "area/0"], "rt:serves", NAMES["goal"])
UPWARDS += between(NAMES["activity"], "rt:serves", [*NAMES["handslag"], "area/0", *NAMES["activity"]])
CARRIED = between(NAMES["handslag"], "rt:carriesOut", [*NAMES["strategy"], "area/0", *NAMES["goal"]])
POOL = (
    *CARRIED,
    *between([*NAMES["goal"], "area/0"], "rt:setOutIn", NAMES["strategy"]),
    *between(NAMES["activity"], "rt:setOutIn", [*NAMES["strategy"], *NAMES["handslag"]]),
    *between(NAMES["goal"], "dcterms:type", ["rt:goal-kind-goal", "rt:goal-kind-vision"]),
    *between([*NAMES["activity"], *NAMES["goal"], *NAMES["strategy"]], "dcterms:source", NAMES["document"]),
    *between([*NAMES["activity"], *NAMES["handslag"], *NAMES["strategy"], "document/0"], "rt:place", PLACES),
    *between(NAMES["activity"], "rt:responsible", NAMES["actor"]) * 2,
    "actor/1 dcterms:type rt:actor-kind-category",
    *between(["follow-up/0"], "rt:followsUp", [*NAMES["activity"], *NAMES["goal"]]),
    *between([*NAMES["activity"], *NAMES["goal"]], "rt:targetGroup", NAMES["target-group"]),
    "target-group/1 skos:broader target-group/0",
    *(f"{name} rt:passage passage/{name}" for name in chain(*NAMES.values(), PLACES)),
)
DAYS = some.integers(-900, 900).map(lambda number: (TODAY + timedelta(days=number)).isoformat())


@some.composite
def worlds(draw: some.DrawFn) -> Store:
    """A random graph of all that gaps depend on, on three bases (at most two suggestions)."""
    facts = draw(some.lists(some.sampled_from(UPWARDS), max_size=5, unique=True))
    facts += draw(some.lists(some.sampled_from(POOL), min_size=6, max_size=30, unique=True))
    facts += [f"{one} rt:serves {other}" for one, prop, other in map(str.split, facts) if prop == "rt:carriesOut"]
    for name in draw(some.lists(some.sampled_from(NAMES["activity"]), min_size=2, unique=True)):
        for prop in ("start", "end"):
            days = draw(some.lists(DAYS, max_size=1))
            facts += [f"{name} rt:{prop}{on} {day}" for day in days for on in ("", "sOn")]
    facts += [f"document/{n} rt:freshUntil {day}" for n, day in enumerate(draw(some.lists(DAYS, max_size=2)))]
    judged = draw(some.lists(some.sampled_from(["rt:place place/1907", "rt:targetGroup target-group/0"]), unique=True))
    judgement = ("not-relevant/n a rt:NotRelevant", f"not-relevant/n rt:goal {draw(some.sampled_from(NAMES['goal']))}")
    facts += [*judgement, *(f"not-relevant/n {word}" for word in judged)]
    mapped = draw(some.lists(some.sampled_from(UPWARDS), max_size=3, unique=True))
    suggested = draw(some.lists(some.sampled_from(UPWARDS), max_size=2, unique=True))
    return world(
        quads(*GIVEN, *dict.fromkeys(facts)),
        quads(*mapped, graph="m", basis=MAPPED),
        quads(*suggested, graph="s", basis=SUGGESTED),
    )


ASKED = {
    "place": ["", *PLACES],
    "setOutIn": ["", "strategy/0", "handslag/0"],
    "strategy": ["", "strategy/0"],
    "document": ["", "document/0"],
    "county": ["", "place/19"],
}


@settings(max_examples=200, deadline=None)
@given(
    store=worlds(),
    offset=some.integers(-600, 600),
    basis=some.sampled_from(BOTH),
    chosen=some.fixed_dictionaries({name: some.sampled_from(values) for name, values in ASKED.items()}),
)
def test_index_and_question_give_the_same_rows_on_random_graphs(
    store: Store, offset: int, basis: str, chosen: dict[str, str]
) -> None:
    for name in FOUND:
        known = {parameter.name for parameter in question(name).parameters}
        values = {parameter: ID + value for parameter, value in chosen.items() if value and parameter in known}
        assert_the_same(name, store, values, TODAY + timedelta(days=offset), basis)
