"""Explore: what is opened and by how much, the shortest ways, what the lenses say, and where things stand."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from worlds import ID, RANKS, quads

from graph.coverage import Scope, Status, coverage
from graph.errors import BadParameter, UnknownQuestion, UnknownThing
from graph.explore import (
    LAYERS,
    LENSES,
    STEP,
    Opened,
    Picture,
    TooLarge,
    View,
    answered,
    explored,
    links,
    opened,
    picture,
    rows,
    triples,
)
from graph.labels import labels
from graph.store import Store
from graph.store.embedded import merge
from graph.vocabulary import BASE, BASES, MAPPED, RT, STATED, SUGGESTED, XSD

TODAY = date(2026, 11, 22)
SH, RDFS = "http://www.w3.org/ns/shacl#", "http://www.w3.org/2000/01/rdf-schema#"
MANY = 30
PROPERTIES = ("setOutIn", "carriesOut", "contributesTo", "partOf", "place", "responsible", "party")
SHAPES = quads(
    *(
        statement
        for order, prop in enumerate([*PROPERTIES, "dcterms:isPartOf", "dcterms:source"])
        for statement in (
            f"shape/{order} <{SH}path> {prop if ':' in prop else f'rt:{prop}'}",
            f'shape/{order} <{SH}name> "{prop}"@sv',
            f'shape/{order} <{SH}order> "{order}"^^<{XSD}integer>',
        )
    ),
    f"rt:partOf <{RDFS}subPropertyOf> dcterms:isPartOf",
    graph="shapes",
)
STATED_WORLD = quads(
    "strategy/s a rt:Strategy",
    "strategy/s rt:level rt:level-national",
    *(f"goal/{name} a rt:Goal" for name in ("top", "low", "bare", "loose")),
    *(f"goal/{name} rt:setOutIn strategy/s" for name in ("top", "low", "bare")),
    "goal/low rt:partOf goal/top",
    "goal/low rt:serves goal/top",
    "goal/low dcterms:isPartOf goal/top",
    *(
        statement
        for number in range(MANY)
        for statement in (
            f"activity/x{number:02} a rt:Activity",
            f"activity/x{number:02} rt:contributesTo goal/low",
            f"activity/x{number:02} rt:serves goal/low",
        )
    ),
    "actor/one a rt:Actor",
    "actor/two a rt:Actor",
    "activity/x00 rt:responsible actor/one",
    "activity/x01 rt:responsible actor/one",
    "handslag/h a rt:Handslag",
    "handslag/h rt:party actor/two",
    "handslag/h rt:carriesOut strategy/s",
    "place/1 a rt:Place",
    "document/d a rt:Document",
    "goal/loose dcterms:source document/d",
    "goal/top dcterms:source document/d",
)
MAPPED_WORLD = quads("goal/bare rt:contributesTo goal/top", "goal/low rt:partOf goal/top", graph="m", basis="mapped")
SUGGESTED_WORLD = quads("goal/bare rt:contributesTo goal/low", graph="g", basis="suggested")
LOW = "goal/low~in.contributesTo.activity"


@pytest.fixture(scope="module")
def made() -> Store:
    return Store(
        merge("".join((RANKS, SHAPES, STATED_WORLD, MAPPED_WORLD, SUGGESTED_WORLD)).encode(), MAPPED), "t", BASE
    )


def view(*things: str, **more: object) -> View:
    basis = str(more.pop("basis", MAPPED))
    opens = more.pop("opens", ())
    written = None if opens is None else tuple(opened("open", one) for one in opens)  # type: ignore[attr-defined]
    return View(Scope(TODAY, basis), things, written, **more)  # type: ignore[arg-type]


def shown(found: Picture) -> set[str]:
    return {node.address.removeprefix(ID) for node in found.nodes}


def linked(found: Picture) -> set[tuple[str, str, str, str]]:
    return {
        (one.source.removeprefix(ID), one.property.rpartition("#")[2], one.target.removeprefix(ID), one.basis)
        for one in found.edges
    }


def test_a_beginning_alone_offers_its_neighbours_by_property_direction_and_kind(made: Store) -> None:
    found = explored(made, view("goal/low"))
    assert shown(found) == {"goal/low"}
    assert [(one.group.key, one.shown, one.many, one.steps) for one in found.offers(f"{ID}goal/low")] == [
        ("out.setOutIn.strategy", 0, 1, 0),
        ("out.partOf.goal", 0, 1, 0),
        ("in.contributesTo.activity", 0, MANY, 0),
    ]
    assert found.nodes[0].hidden == MANY + 2


def test_a_group_opens_a_step_at_a_time_and_says_how_much_is_left(made: Store) -> None:
    first, second = (explored(made, view("goal/low", opens=(f"{LOW}{more}",))) for more in ("", "~2"))
    (offer,) = (one for one in first.offers(f"{ID}goal/low") if one.steps)
    assert (offer.shown, offer.many, offer.is_more) == (STEP, MANY, True)
    assert shown(first) == {"goal/low", *(f"activity/x{number:02}" for number in range(STEP))}
    (offer,) = (one for one in second.offers(f"{ID}goal/low") if one.steps)
    assert (offer.shown, offer.is_more) == (MANY, False)


def test_without_a_word_the_nearest_are_opened_and_with_an_empty_one_nothing_is(made: Store) -> None:
    found = explored(made, view("goal/top", opens=None))
    assert shown(found) == {"goal/top", "strategy/s", "goal/low", "goal/bare"}
    assert explored(made, replace(view("goal/top"), opened=found.opened)).nodes == found.nodes
    assert shown(explored(made, view("goal/top"))) == {"goal/top"}


def test_a_link_has_its_surest_basis_and_a_wider_property_is_not_said_again(made: Store) -> None:
    found = explored(made, view("goal/top", "goal/low", "goal/bare", basis=SUGGESTED))
    assert linked(found) == {
        ("goal/low", "partOf", "goal/top", STATED),
        ("goal/bare", "contributesTo", "goal/top", MAPPED),
        ("goal/bare", "contributesTo", "goal/low", SUGGESTED),
    }
    for basis in BASES:
        there = {one[3] for one in linked(explored(made, view("goal/top", "goal/low", "goal/bare", basis=basis)))}
        assert there == set(BASES[: BASES.index(basis) + 1])


def test_what_is_put_away_goes_with_what_it_had_opened_and_a_hidden_kind_is_counted(made: Store) -> None:
    opens = ("strategy/s~in.setOutIn.goal", LOW)
    found = explored(made, view("strategy/s", opens=opens, closed=("goal/low",)))
    assert shown(found) == {"strategy/s", "goal/top", "goal/bare"}
    assert found.closed == (f"{ID}goal/low",)
    found = explored(made, view("strategy/s", opens=opens, hidden=frozenset({"Activity"})))
    assert shown(found) == {"strategy/s", "goal/top", "goal/low", "goal/bare"}
    assert found.kinds == {"Strategy": 1, "Goal": 3, "Activity": STEP}


def test_the_shortest_ways_are_all_found_and_never_lead_through_a_document(made: Store) -> None:
    found = explored(made, view("activity/x00", to="goal/top"))
    assert found.ways == ((f"{ID}activity/x00", f"{ID}goal/low", f"{ID}goal/top"),)
    assert {(one.source, one.target) for one in found.edges if one.strong} == {
        (f"{ID}activity/x00", f"{ID}goal/low"),
        (f"{ID}goal/low", f"{ID}goal/top"),
    }
    assert explored(made, view("goal/top", to="goal/loose")).ways == ()
    assert explored(made, view("goal/top", to="document/d")).ways == ((f"{ID}goal/top", f"{ID}document/d"),)
    both = explored(made, view("strategy/s", to="activity/x07")).ways
    assert both == ((f"{ID}strategy/s", f"{ID}goal/low", f"{ID}activity/x07"),)
    assert explored(made, view("goal/top")).ways is None


def test_a_way_on_the_real_data_is_of_links(store: Store) -> None:
    found = explored(store, View(Scope(TODAY), ("goal/dhol-d2",), (), to="place/1907"))
    pairs = {frozenset((one.source, one.target)) for one in found.edges}
    assert found.ways
    assert all(frozenset(pair) in pairs for way in found.ways for pair in pairwise(way))


def test_a_picture_too_large_is_refused_with_what_to_do(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST", 20)
    with pytest.raises(TooLarge) as caught:
        explored(made, view("goal/low", opens=(LOW,)))
    assert "26 saker" in caught.value.message("sv")
    assert "Open fewer groups" in caught.value.message("en")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (view("goal/none"), UnknownThing),
        (view("goal/low", to="goal/none"), UnknownThing),
        (view("goal/low", closed=("goal/none",)), UnknownThing),
        (replace(view("goal/low"), opened=(Opened("goal/none", "in.place.goal"),)), UnknownThing),
        (view("goal/low", lens="gaps"), BadParameter),
    ],
)
def test_what_is_not_there_is_told(made: Store, wrong: View, error: type[Exception]) -> None:
    with pytest.raises(error):
        explored(made, wrong)


@pytest.mark.parametrize("written", ["goal/low", "goal/low~contributesTo", "~in.a.b", "goal/low~in.a.b~0", "a~up.b.c"])
def test_a_group_that_is_written_wrong_is_told_with_an_example(written: str) -> None:
    with pytest.raises(BadParameter, match=r"goal/dhol-d2~in\.contributesTo\.activity"):
        opened("open", written)


def test_a_question_gives_beginnings_and_no_parameter_is_too_much(store: Store) -> None:
    found = answered(store, "goals-without-activity", {"thing": "x", "place": "19"}, Scope(TODAY))
    assert found
    assert len(set(found)) == len(found)
    assert set(found) <= set(links(store, MAPPED).names)
    with pytest.raises(UnknownQuestion):
        answered(store, "goals-without", {}, Scope(TODAY))
    with pytest.raises(BadParameter):
        answered(store, "thread", {}, Scope(TODAY))


@pytest.mark.parametrize("place", [None, "1907", "1960"])
def test_the_gap_lens_says_what_coverage_says_and_hangs_an_empty_place_on_none_alone(store: Store, place: str) -> None:
    scope = Scope(TODAY, place=place)
    index = coverage(store)
    found = explored(store, View(scope, ("strategy/det-handlar-om-livet",), lens="gap"))
    goals = [node for node in found.nodes if node.kind == "Goal"]
    assert goals
    for node in goals:
        assert node.mark is not None
        assert node.mark.status == index.of(node.address, scope).status
    lacking = {node.address for node in found.nodes if node.mark and node.mark.status == Status.NONE}
    assert {empty.beside for empty in found.empties} == lacking
    assert bool(lacking) == (place != "1960")


def test_the_empty_places_have_a_column_where_activities_would_be(store: Store) -> None:
    found = explored(store, View(Scope(TODAY), ("goal/dhol-d2",), lens="gap"))
    assert not [node for node in found.nodes if node.layer == "activity"]
    (column,) = {empty.column for empty in found.empties}
    assert all(node.column != column for node in found.nodes)
    for node in found.nodes:
        assert (node.column < column) == (LAYERS.index(node.layer) < LAYERS.index("activity"))


def test_the_actor_lens_counts_activities_and_says_who_carries_alone(store: Store) -> None:
    found = explored(store, View(Scope(TODAY), ("actor/region-vastmanland",), lens="actor"))
    mark = found.by_address[f"{ID}actor/region-vastmanland"].mark
    offers = {one.group.key: one.many for one in found.offers(f"{ID}actor/region-vastmanland")}
    assert mark is not None
    assert mark.words is not None
    assert mark.words["sv"] == f"{offers['in.responsible.activity']} aktiviteter, ensam om 1 mål"
    assert mark.warns
    assert {node.kind for node in found.nodes if node.mark} == {"Actor"}


def test_the_handslag_lens_shows_who_agreed_on_what(made: Store) -> None:
    found = explored(made, view("strategy/s", lens="handslag"))
    assert shown(found) == {"strategy/s", "handslag/h", "actor/two"}
    assert {(one.target.removeprefix(ID), one.strong) for one in found.edges} == {
        ("strategy/s", True),
        ("actor/two", True),
    }
    mark = found.by_address[f"{ID}actor/two"].mark
    assert mark is not None
    assert mark.words == {"sv": "part i 1 handslag", "en": "party to 1 handslag"}


def test_every_lens_has_its_words_in_both_languages() -> None:
    assert set(LENSES) >= {"gap", "handslag", "actor"}
    for lens in LENSES.values():
        assert set(lens.name) == set(lens.told) == {"sv", "en"}


@pytest.mark.parametrize(
    "thing", ["strategy/det-handlar-om-livet", "goal/dhol-d2", "place/1907", "actor/region-vastmanland"]
)
def test_things_stand_by_level_and_a_thing_beyond_what_it_points_to(store: Store, thing: str) -> None:
    found = explored(store, View(Scope(TODAY), (thing,)))
    for one in found.nodes:
        for other in found.nodes:
            if LAYERS.index(one.layer) < LAYERS.index(other.layer):
                assert one.column < other.column
    at = found.by_address
    within = [e for e in found.edges if at[e.source].layer == at[e.target].layer]
    assert all(at[e.source].column > at[e.target].column for e in within)
    assert explored(store, View(Scope(TODAY), (thing,))).nodes == found.nodes


def test_rows_and_statements_hold_the_same_things_and_links(made: Store) -> None:
    found = explored(made, view("goal/low", "goal/loose", opens=(LOW,)))
    told = list(rows(found, "sv"))
    said = set(triples(found, labels(made)))
    assert {str(row[end]) for row in told for end in ("source", "target") if row[end]} == set(found.by_address)
    assert sum(row["property"] is not None for row in told) == len(found.edges)
    assert {(row["source"], row["property"], row["target"]) for row in told if row["property"]} <= said
    assert [str(row["source"]) for row in told if row["property"] is None] == [f"{ID}goal/loose"]
    assert {str(o) for _, p, o in said if str(p).endswith("#type")} == {f"{RT}Goal", f"{RT}Activity"}
