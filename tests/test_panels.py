"""The panels of things: which question belongs to which kind, and their statuses are those of the coverage index."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from graph.coverage import Axis, Scope, Status, coverage, matrix
from graph.errors import BrokenQuestion
from graph.library import FOLDER, panels, question, questions, read
from graph.profile import profile
from graph.question import things
from graph.store import Store
from graph.vocabulary import RT

KINDS = [
    "strategy",
    "goal",
    "area",
    "focus-area",
    "handslag",
    "activity",
    "intervention",
    "actor",
    "place",
    "target-group",
    "indicator",
    "arena",
]
DATES = [date(2026, 11, 22), date(2019, 6, 30)]
NEW = """#+ title: {sv: "Handslag för en aktör", en: "Handslag of an actor"}
#+ why: {sv: "Visar dem.", en: "Shows them."}
#+ remedy: {sv: "Ingen.", en: "None."}
#+ panel: {of: actor, order: 1, sv: Handslag här, en: Handslag here}
#+ parameters:
#+   actor: {type: [actor, place]}

PREFIX rt: <https://w3id.org/rodatraden/ns#>

SELECT ?handslag ?actor WHERE { ?handslag a rt:Handslag ; rt:party ?actor } ORDER BY ?handslag ?actor
"""


def status(word: object) -> str:
    return str(word).removeprefix(f"{RT}status-")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_panels_in_their_order(kind: str) -> None:
    orders = [one.panel.order for one in panels(kind) if one.panel]
    assert orders
    assert orders == sorted(orders)


def test_a_new_file_is_a_new_panel_of_each_kind_it_names(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    shutil.copytree(FOLDER, folder)
    (folder / "panels" / "handslag-here.rq").write_text(NEW, "utf-8")
    for kind in ("actor", "place"):
        assert panels(kind, folder)[0].name == "handslag-here"
    assert "handslag-here" not in [one.name for one in panels("goal", folder)]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("of: actor", "of: place", "of: a parameter"),
        ("order: 1", "order: first", "a whole number"),
        ("en: Handslag here", "fr: ici", "panel must have sv and en"),
        ("type: [actor, place]", "type: date", "that is a thing"),
    ],
)
def test_a_broken_panel_is_refused_with_what_to_mend(was: str, becomes: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.rq"
    assert was in NEW
    path.write_text(NEW.replace(was, becomes), "utf-8")
    with pytest.raises(BrokenQuestion) as caught:
        read(path)
    assert says in caught.value.message("en")


@pytest.mark.parametrize("as_of", DATES)
@pytest.mark.parametrize("name", ["goals-within", "goals-served"])
def test_the_status_of_a_goal_is_that_of_the_index(name: str, as_of: date, store: Store) -> None:
    index, asked, seen = coverage(store), question(name), set()
    for thing in sorted(things(store, "strategy") | things(store, "goal") | things(store, "handslag")):
        if not any(thing in things(store, kind) for kind in asked.parameters[0].types):
            continue
        for row in asked.ask(store, {"thing": thing, "asOf": as_of.isoformat()}, as_of):
            found = index.of(str(row["goal"]), Scope(as_of))
            assert (status(row["status"]), int(str(row["activities"]))) == (found.status.word, found.count)
            seen.add(found.status)
    assert len(seen) > 2


@pytest.mark.parametrize("as_of", DATES)
def test_the_activities_of_a_goal_are_those_of_the_index_with_their_status(as_of: date, store: Store) -> None:
    index = coverage(store)
    for goal in sorted(index.goals):
        rows = question("activities-of").ask(store, {"thing": goal, "asOf": as_of.isoformat()}, as_of)
        found = {str(row["activity"]): status(row["status"]) for row in rows}
        expected = index.of(goal, Scope(as_of)).activities
        assert found == {activity: index.status(activity, as_of).word for activity in expected}


DIMENSIONS = ("place", "actor", "target-group", "arena", "intervention", "focus-area")


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_what_belongs_to_a_thing_is_at_least_what_counts_for_it(dimension: str, store: Store) -> None:
    index = coverage(store)
    facts, things_of = index.facts("mapped"), index.dimension(dimension, "mapped").things
    for thing in sorted(things(store, dimension)):
        rows = question("activities-of").ask(store, {"thing": thing}, DATES[0])
        counted = {index.names[n] for n in things_of.of(index.number[thing]).tolist() if facts.activities[n]}
        listed = {str(row["activity"]) for row in rows}
        # The page of an actor lists what it takes part in too.
        assert counted == listed if dimension != "actor" else counted <= listed


@pytest.mark.parametrize("as_of", DATES)
def test_a_goal_in_places_is_its_row_of_the_matrix(as_of: date, store: Store) -> None:
    whole = matrix(store, Axis("goal"), Axis("place"), Scope(as_of))
    for goal in sorted(whole.rows)[::4]:
        rows = list(question("goal-in-places").ask(store, {"goal": goal, "asOf": as_of.isoformat()}, as_of))
        found = {str(row["place"]): (status(row["status"]), int(str(row["activities"]))) for row in rows}
        expected = {
            place: (cell.status.word, cell.count)
            for place in whole.columns
            if (cell := whole.cell(goal, place)).status != Status.UNKNOWN
        }
        assert found == expected


def test_the_goals_of_a_strategy_alone_with_an_actor_are_among_those_on_one_actor(store: Store) -> None:
    expected = {
        (str(row["goal"]), str(row["responsible"])) for row in question("goals-on-one-actor").ask(store, {}, DATES[0])
    }
    found = {
        (str(row["goal"]), actor)
        for actor in things(store, "actor")
        for row in question("goals-alone-with-actor").ask(store, {"actor": actor}, DATES[0])
    }
    assert found == expected


def test_every_panel_walks_its_path_in_a_group_of_its_own() -> None:
    """A long path beside anything else is walked from every thing of the kind: a hundred times as slow."""
    for one in questions().values():
        if one.panel and "*" in one.text and one.panel.parameter == "thing":
            assert re.search(r"\{ SELECT DISTINCT [^{]*\?thing[^{]* WHERE \{", one.text), one.name


def test_the_profile_of_a_place_counts_each_goal_that_applies_there_once(store: Store) -> None:
    scope = Scope(DATES[0], place="1961")
    found = profile(store, scope)
    index = coverage(store)
    named = {plan.address for plan in found.plans}
    goals = {goal for goal, plans in index.goals.items() if plans & named}
    assert found.statuses.total() == len(goals)
    assert sum(found.statuses[s] for s in Status if s > Status.NONE) == sum(
        index.of(goal, scope).count > 0 for goal in goals
    )
    assert found.is_named
    # Its own handslag first; another county's plan never.
    assert found.plans[0].address.endswith("handslag/hallstahammar-psykisk-halsa")
    assert not any(plan.address.endswith("stockholm-2021") for plan in found.plans)


def test_the_profile_of_a_place_that_no_document_names_is_unknown(store: Store) -> None:
    found = profile(store, Scope(DATES[0], place="0114"))
    assert not found.is_named
    assert found.plans == ()
