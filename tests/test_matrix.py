"""The matrix: distinct counts, totals and parents, empty cells told apart, and that index and SPARQL say the same."""

import csv
import io
import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.answer import Iri, Literal
from graph.commandline import main
from graph.coverage import DIMENSIONS, Axis, Coverage, Matrix, Scope, Status, coverage, matrix
from graph.errors import BadParameter, UnknownThing
from graph.library import question
from graph.store import Store
from graph.vocabulary import BASES, MAPPED, RT, STATED, SUGGESTED, XSD

TODAY = date(2026, 11, 22)
NOW = Scope(TODAY)


def iri(word: str) -> str:
    return RT + word.removeprefix("rt:") if word.startswith("rt:") else ID + word


PLACES = (
    "place/19 a rt:Place",
    "place/19 dcterms:type rt:place-kind-county",
    *(
        statement
        for code in ("1904", "1907", "1961")
        for statement in (
            f"place/{code} a rt:Place",
            f"place/{code} dcterms:type rt:place-kind-municipality",
            f"place/{code} dcterms:isPartOf place/19",
        )
    ),
    "place/1961 rt:passage passage/p",
)
GOALS = (
    *(f"goal/{name} a rt:Goal" for name in ("large", "small", "other")),
    *(f"goal/{name} rt:setOutIn strategy/s" for name in ("large", "small")),
    "goal/other rt:setOutIn strategy/t",
    "goal/small rt:serves goal/large",
    "strategy/s a rt:Strategy",
    "strategy/s rt:level rt:level-national",
    "strategy/t a rt:Strategy",
    "strategy/t rt:level rt:level-local",
    "rt:level-national a rt:Level",
    "rt:level-local a rt:Level",
)
ACTIVITIES = (
    *(f"activity/{name} a rt:Activity" for name in ("one", "two", "three")),
    "activity/one rt:serves goal/small",
    "activity/one rt:serves goal/large",
    "activity/one rt:place place/1907",
    "activity/one rt:endsOn 2019-12-31",
    "activity/two rt:serves goal/small",
    "activity/two rt:place place/1907",
    "activity/two rt:place place/1961",
    "activity/two rt:startsOn 2018-05-01",
    "activity/two rt:endsOn 2027-01-01",
    "activity/three rt:serves goal/large",
    "activity/three rt:place place/19",
)


def tiny(*statements: str) -> Store:
    return world(quads(*PLACES, *GOALS, *ACTIVITIES, *statements))


def count_and_status(found: Matrix, row: str, column: str) -> tuple[int, str]:
    cell = found.cell(iri(row), iri(column))
    return cell.count, cell.status.word


def test_a_cell_counts_distinct_activities_and_has_the_best_status() -> None:
    found = matrix(tiny(), "goal", "place", NOW)
    assert count_and_status(found, "goal/small", "place/1907") == (2, "active")
    assert count_and_status(found, "goal/large", "place/1907") == (2, "active")
    assert found.cell(iri("goal/small"), iri("place/1907")).activities == (f"{ID}activity/one", f"{ID}activity/two")


def test_a_parent_and_a_total_count_each_activity_once() -> None:
    found = matrix(tiny(), "goal", "place", NOW)
    assert count_and_status(found, "goal/large", "place/19") == (3, "active")
    assert found.row_total(iri("goal/large")).count == 3
    assert found.column_total(iri("place/1907")).count == 2
    assert found.total.count == 3
    assert len(found.total.activities) == 3


def test_a_total_counts_what_stands_in_its_cells_only() -> None:
    found = matrix(tiny(), "goal", Axis("place", level="municipality"), NOW)
    assert found.row_total(iri("goal/large")).activities == (f"{ID}activity/one", f"{ID}activity/two")


def test_the_members_next_above_are_named() -> None:
    found = matrix(tiny(), "goal", "place", NOW)
    assert found.row_parents[iri("goal/small")] == (iri("goal/large"),)
    assert found.column_parents[iri("place/1907")] == (iri("place/19"),)
    assert found.column_parents[iri("place/19")] == ()


def test_empty_cells_are_told_apart() -> None:
    judged = ("not-relevant/n a rt:NotRelevant", "not-relevant/n rt:goal goal/other")
    found = matrix(tiny(*judged, "not-relevant/n rt:place place/1907"), "goal", "place", NOW)
    assert count_and_status(found, "goal/other", "place/1904") == (0, "unknown")
    assert count_and_status(found, "goal/other", "place/1961") == (0, "none")
    assert count_and_status(found, "goal/other", "place/1907") == (0, "not-relevant")
    assert found.cell(iri("goal/other"), iri("place/1907")).judgements == (iri("not-relevant/n"),)
    turned = matrix(tiny(*judged, "not-relevant/n rt:place place/1907"), "place", "goal", NOW)
    assert count_and_status(turned, "place/1907", "goal/other") == (0, "not-relevant")


def test_a_total_without_activities_is_none_unless_all_of_it_is_unknown_or_not_relevant() -> None:
    found = matrix(tiny("place/1961 rt:passage passage/q"), "goal", "place", NOW)
    assert found.row_total(iri("goal/other")).status is Status.NONE
    assert found.column_total(iri("place/1904")).status is Status.UNKNOWN


def test_in_a_place_that_no_document_names_every_cell_is_unknown() -> None:
    found = matrix(tiny("arena/a a rt:Arena"), "goal", "arena", replace(NOW, place="1904"))
    assert {cell.status for cell in found} == {Status.UNKNOWN}


def test_shallow_is_what_claims_to_serve_and_deep_is_what_reaches_an_activity() -> None:
    handslag = ("handslag/h a rt:Handslag", "handslag/h rt:place place/1961", "handslag/h rt:serves goal/other")
    cell = matrix(tiny(*handslag), "goal", "place", NOW).cell(iri("goal/other"), iri("place/1961"))
    assert (cell.count, cell.status, cell.shallow) == (0, Status.NONE, (iri("handslag/h"),))


def test_a_cycle_among_goals_counts_an_activity_once() -> None:
    found = matrix(tiny("goal/large rt:serves goal/small", "goal/other rt:serves goal/other"), "goal", "goal", NOW)
    assert found.cell(iri("goal/small"), iri("goal/large")).count == 3
    assert found.total.count == 3


def test_goals_are_chosen_by_level_by_strategy_and_under_a_goal() -> None:
    store = tiny()
    both = (iri("goal/large"), iri("goal/small"))
    assert matrix(store, Axis("goal", level="national"), "place", NOW).rows == both
    assert matrix(store, Axis("goal", under="strategy/s"), "place", NOW).rows == both
    assert matrix(store, "goal", "place", replace(NOW, strategy="s")).rows == both
    assert matrix(store, "goal", "place", replace(NOW, level="local")).rows == (iri("goal/other"),)
    assert matrix(store, Axis("goal", under="large"), "place", NOW).rows == (iri("goal/small"),)


def test_places_are_chosen_by_kind_and_under_a_place() -> None:
    store = tiny()
    municipalities = tuple(iri(f"place/{code}") for code in ("1904", "1907", "1961"))
    assert matrix(store, "goal", Axis("place", level="municipality"), NOW).columns == municipalities
    assert matrix(store, "goal", Axis("place", under="19"), NOW).columns == municipalities
    assert matrix(store, "goal", Axis("place", level="county"), NOW).columns == (iri("place/19"),)


def test_an_activity_stands_in_the_years_its_period_touches() -> None:
    fresh = ("activity/three dcterms:source document/d", "document/d rt:freshUntil 2021-06-30")
    found = matrix(tiny(*fresh, "activity/three rt:startsOn 2019-03-01"), "goal", "year", NOW)
    years = {year: found.cell(iri("goal/large"), year).activities for year in found.columns}
    assert [year for year, those in years.items() if iri("activity/one") in those] == ["2019"]
    assert [year for year, those in years.items() if iri("activity/three") in those] == ["2019", "2020", "2021"]
    assert [year for year, those in years.items() if iri("activity/two") in those] == [
        str(y) for y in range(2018, 2028)
    ]


def test_the_answer_has_a_row_for_each_cell_and_each_total() -> None:
    found = matrix(tiny(), "goal", "place", NOW)
    plain, whole = found.answer(), found.answer(totals=True)
    assert plain.columns == ("row", "column", "count", "status")
    assert len(plain) == 3 * 4
    assert len(whole) == (3 + 1) * (4 + 1)
    assert whole.rows[-1] == (None, None, Literal("3", XSD + "integer"), Iri(f"{RT}status-active"))
    assert {str(cell.row) for cell in found} == {str(row["row"]) for row in plain}


def test_a_row_that_is_not_there_is_told() -> None:
    found = matrix(tiny(), "goal", "place", NOW)
    with pytest.raises(UnknownThing, match="goal/x"):
        found.cell(iri("goal/x"), iri("place/19"))
    with pytest.raises(UnknownThing, match="place/2"):
        found.column_total(iri("place/2"))


@pytest.mark.parametrize(
    ("wrong", "swedish", "english"),
    [
        (lambda s: matrix(s, "gaol", "place", NOW), "”gaol”. Välj en av: goal,", "“gaol”. Choose one of: goal,"),
        (lambda s: matrix(s, "goal", Axis("plaec"), NOW), "”plaec”. Välj en av: place,", "Choose one of: place,"),
        (
            lambda s: matrix(s, "goal", "place", replace(NOW, place="1940")),
            "place/1904,",
            "“1940”. Choose one of: place/",
        ),
        (lambda s: matrix(s, "goal", "place", replace(NOW, strategy="u")), "strategy kan inte vara ”u”", "strategy/s"),
        (
            lambda s: matrix(s, "goal", "place", replace(NOW, level="lokal")),
            "Välj en av: local,",
            "Choose one of: local,",
        ),
        (lambda s: matrix(s, Axis("goal", under="smal"), "place", NOW), "Välj en av: goal/small,", "goal/small,"),
        (lambda s: matrix(s, "goal", Axis("place", level="kommun"), NOW), "municipality", "municipality"),
        (lambda s: matrix(s, "goal", Axis("actor", level="local"), NOW), "Bara mål", "Only goals"),
        (lambda s: matrix(s, "goal", Axis("year", under="2018"), NOW), "Bara dessa", "Only these"),
        (lambda s: coverage(s).all(replace(NOW, place="1940")), "place/1907,", "Choose one of: place/1907,"),
        (lambda s: Scope(TODAY, "sated"), "”sated”. Välj en av: stated,", "“sated”. Choose one of: stated,"),
        (lambda s: Scope("2026-11-22"), "2026-11-22", "a date like"),
        (lambda s: Scope(datetime(2026, 11, 22)), "Skriv ett datum", "a date like"),
        (lambda s: Scope(TODAY, place=1907), "”1907”. Skriv en adress", "“1907”. Write an address"),
    ],
)
def test_what_is_not_there_or_of_the_wrong_type_is_told_with_what_is_allowed(
    wrong: object, swedish: str, english: str
) -> None:
    with pytest.raises(BadParameter) as caught:
        wrong(tiny())  # type: ignore[operator]
    assert swedish in caught.value.message("sv")
    assert english in caught.value.message("en")


# The command.


def run(data: Path, cache: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["--data", str(data), "--cache", str(cache), "matrix", *words])
    assert result.exit_code == 0, result.output
    return result.output


WORDS = ("--as-of", "2026-11-22", "--columns-under", "19", "--strategy", "overenskommelse-psykisk-halsa")


def test_the_command_gives_the_same_numbers_in_every_format(data: Path, cache: Path, store: Store) -> None:
    scope = replace(NOW, strategy="overenskommelse-psykisk-halsa")
    found = matrix(store, "goal", Axis("place", under="19"), scope)
    expected = [(str(r["row"]), str(r["column"]), str(r["count"]), str(r["status"])) for r in found.answer()]
    table = csv.DictReader(io.StringIO(run(data, cache, *WORDS, "--format", "csv")))
    assert [(r["row"], r["column"], r["count"], r["status"]) for r in table] == expected
    document = json.loads(run(data, cache, *WORDS, "--format", "json"))
    assert [
        (r["row"]["id"], r["column"]["id"], str(r["count"]), r["status"]["id"]) for r in document["rows"]
    ] == expected
    assert document["activities"] == str(found.total.count)
    assert f"({len(expected)})" in run(data, cache, *WORDS)
    assert "rs:ResultSet" in run(data, cache, *WORDS, "--format", "ttl").replace(
        "<http://www.w3.org/2001/sw/DataAccess/tests/result-set#ResultSet>", "rs:ResultSet"
    )


def test_the_command_refuses_what_is_not_there(data: Path, cache: Path) -> None:
    for words in (("--rows", "gaol"), ("--place", "19077"), ("--as-of", "2026"), ("--basis", "maped")):
        result = CliRunner().invoke(main, ["--data", str(data), "--cache", str(cache), "matrix", *words])
        assert result.exit_code == 2
        assert words[1] in result.output


# The same in SPARQL.

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
"""
PATHS = {
    "goal": "?thing rt:serves+ ?member . ?member a rt:Goal ; rt:setOutIn ?in .",
    "strategy": "?thing rt:serves+ ?goal . ?goal a rt:Goal ; rt:setOutIn ?own . ?own a rt:Strategy ."
    " ?own dcterms:isPartOf* ?member . ?member a rt:Strategy .",
    "level": "?thing rt:serves+ ?goal . ?goal a rt:Goal ; rt:setOutIn/rt:level ?member .",
    "area": "{ ?thing rt:serves+ ?member } UNION { ?thing rt:inArea/rt:serves* ?member } ?member a rt:Area .",
    "focus-area": "?thing rt:serves*/rt:focusArea ?member .",
    "place": "?thing (rt:place|rt:setOutIn/rt:place)/dcterms:isPartOf* ?member .",
    "target-group": "?thing rt:serves*/rt:targetGroup/skos:broader* ?member .",
    "arena": "?thing rt:serves*/rt:arena/skos:broader* ?member .",
    "actor": "?thing rt:responsible/org:unitOf* ?member .",
    "intervention": "?thing rt:uses ?member .",
    "horizon": "?thing rt:serves+ ?goal . ?goal a rt:Goal ; rt:setOutIn ?in ; rt:horizon ?member .",
}
"""What each dimension means, as the pattern that relates a thing to a member."""
DEEP, SHALLOW = "?thing a rt:Activity .", "?thing rt:serves ?any ."
RANKS = """SELECT ?thing (MAX(?rank) AS ?best) ?asOf WHERE {
  ?thing a rt:Activity .
  OPTIONAL { ?thing rt:startsOn ?start } OPTIONAL { ?thing rt:endsOn ?end }
  OPTIONAL { ?thing dcterms:source/rt:freshUntil ?fresh . FILTER(?fresh >= ?asOf) }
  OPTIONAL { ?thing rt:responsible ?responsible . ?followUp rt:followsUp ?thing }
  BIND(IF(BOUND(?end) && ?end < ?asOf, 2, IF(BOUND(?start) && ?start > ?asOf, 3,
       IF(!BOUND(?end) && !BOUND(?fresh), 4, IF(BOUND(?followUp), 6, 5)))) AS ?rank)
} GROUP BY ?thing ?asOf"""
PERIODS = """SELECT ?thing ?start ?end ?fresh WHERE { ?thing a rt:Activity .
  OPTIONAL { ?thing rt:startsOn ?start } OPTIONAL { ?thing rt:endsOn ?end }
  OPTIONAL { ?thing dcterms:source/rt:freshUntil ?fresh } }"""
NAMED = """SELECT DISTINCT ?place WHERE { { ?place a rt:Place ; rt:passage ?passage }
  UNION { ?thing rt:place ?place . MINUS { ?thing a rt:NotRelevant } } }"""
JUDGED = """SELECT ?goal ?place ?group WHERE { ?judgement a rt:NotRelevant ; rt:goal ?goal .
  OPTIONAL { ?judgement rt:place ?place } OPTIONAL { ?judgement rt:targetGroup ?group } }"""
Pairs = dict[str, set[str]]


def pairs(store: Store, dimension: str, kind: str, basis: str) -> Pairs:
    """The things of each member of a dimension, by the engine."""
    if dimension == "year":
        return years(store, basis)
    found: Pairs = defaultdict(set)
    for row in store.select(f"{PREFIXES} SELECT ?thing ?member WHERE {{ {PATHS[dimension]} {kind} }}", basis=basis):
        found[str(row["member"])].add(str(row["thing"]))
    return found


def years(store: Store, basis: str) -> Pairs:
    rows = [{k: v and str(v) for k, v in row.items()} for row in store.select(PREFIXES + PERIODS, basis=basis)]
    fresh = {(r["thing"], r["fresh"] or "") for r in rows}
    found: Pairs = defaultdict(set)
    for row in rows:
        newest = max(day for thing, day in fresh if thing == row["thing"])
        first = row["start"] or row["end"]
        last = row["end"] or max(row["start"] or "", newest)
        for year in range(int(first[:4]), int(last[:4]) + 1) if first else ():
            found[f"{year:04}"].add(str(row["thing"]))
    return found


def passing(store: Store, scope: Scope, basis: str) -> set[str]:
    rows = store.select(f"{PREFIXES} SELECT DISTINCT ?thing WHERE {{ {DEEP} }}", basis=basis)
    those = {str(row["thing"]) for row in rows}
    for dimension, member in scope.filters.items():
        those &= pairs(store, dimension, DEEP, basis)[member]
    return those


def ranks(store: Store, scope: Scope, basis: str) -> dict[str, int]:
    bound = {"asOf": Literal(scope.as_of.isoformat(), XSD + "date")}
    rows = store.select(PREFIXES + RANKS, bound, basis)
    return {str(row["thing"]): int(str(row["best"])) for row in rows}


def best_of(things: set[str], sure: set[str], best: dict[str, int]) -> int | None:
    """The best status of these, on what is sure of them; None where there are none."""
    return max((best[thing] for thing in sure), default=int(Status.SUGGESTED)) if things else None


class Empty:
    """What an empty cell is: judged not relevant, unknown, or none."""

    def __init__(self, store: Store, scope: Scope) -> None:
        self.scope = scope
        self.named = {str(row["place"]) for row in store.select(PREFIXES + NAMED, basis=scope.basis)}
        self.judged = [
            [None if term is None else str(term) for term in row]
            for row in store.select(PREFIXES + JUDGED, basis=scope.basis).rows
        ]

    def status(self, found: Matrix, row: str, column: str) -> Status:
        asked: Pairs = defaultdict(set)
        asked["place"] |= {self.scope.place} - {None}
        asked["target-group"] |= {self.scope.target_group} - {None}
        asked[found.row_axis.dimension].add(row)
        asked[found.column_axis.dimension].add(column)
        if any(self.speaks(asked, *judgement) for judgement in self.judged):
            return Status.NOT_RELEVANT
        return Status.NONE if asked["place"] <= self.named else Status.UNKNOWN

    def speaks(self, asked: Pairs, goal: str, place: str | None, group: str | None) -> bool:
        holds = place in {*asked["place"], None} and group in {*asked["target-group"], None}
        return holds and goal in asked["goal"] and (place, group) != (None, None)


THINGS = [f"goal/{n}" for n in range(3)] + ["handslag/0", "area/0", "area/1"] + [f"activity/{n}" for n in range(4)]
CLASSES = {
    "goal": "Goal",
    "handslag": "Handslag",
    "area": "Area",
    "activity": "Activity",
    "strategy": "Strategy",
    "place": "Place",
    "target-group": "TargetGroup",
    "arena": "Arena",
    "actor": "Actor",
    "focus-area": "FocusArea",
    "intervention": "Intervention",
}
OTHERS = {
    "strategy": ["0", "1"],
    "place": ["19", "1904", "1907", "0180"],
    "target-group": ["0", "1", "2"],
    "arena": ["0", "1"],
    "actor": ["0", "1"],
    "focus-area": ["0", "1"],
    "intervention": ["0"],
}
FIXED = [
    *(f"{thing} a rt:{CLASSES[thing.partition('/')[0]]}" for thing in THINGS),
    *(f"{kind}/{name} a rt:{CLASSES[kind]}" for kind, names in OTHERS.items() for name in names),
    *(f"rt:{name} a rt:Level" for name in ("level-national", "level-local")),
    *(f"rt:{name} a rt:Horizon" for name in ("horizon-short", "horizon-long")),
    *(f"not-relevant/{n} a rt:NotRelevant" for n in range(2)),
    "goal/0 rt:setOutIn strategy/0",
    "place/1904 dcterms:isPartOf place/19",
    "place/1907 dcterms:isPartOf place/19",
]
DAYS = [(TODAY + timedelta(days=n)).isoformat() for n in (-2000, -800, -400, -1, 0, 1, 400)]


def every(subjects: list[str], prop: str, values: list[str]) -> list[str]:
    return [f"{subject} {prop} {value}" for subject in subjects for value in values]


def those(kind: str) -> list[str]:
    return [f"{kind}/{name}" for name in OTHERS[kind]]


ACTS, AIMS = THINGS[6:], THINGS[:3]
POOL = [
    every([*AIMS, "area/0", *ACTS], "rt:setOutIn", [*those("strategy"), "handslag/0"]),
    every(ACTS, "rt:startsOn", DAYS) + every(ACTS, "rt:endsOn", DAYS),
    every(ACTS, "dcterms:source", ["document/0", "document/1"]),
    every(["document/0", "document/1"], "rt:freshUntil", DAYS),
    every(ACTS, "rt:responsible", those("actor")) + every(["follow-up/0", "follow-up/1"], "rt:followsUp", ACTS),
    every([*ACTS, "handslag/0", *those("strategy"), "not-relevant/0", "not-relevant/1"], "rt:place", those("place")),
    every([*ACTS, *AIMS, "not-relevant/0", "not-relevant/1"], "rt:targetGroup", those("target-group")),
    every(ACTS + AIMS, "rt:arena", those("arena")) + every(ACTS + AIMS, "rt:focusArea", those("focus-area")),
    every(ACTS, "rt:inArea", ["area/0", "area/1"]) + every(ACTS, "rt:uses", those("intervention")),
    every(AIMS, "rt:horizon", ["rt:horizon-short", "rt:horizon-long"]),
    every(those("strategy"), "rt:level", ["rt:level-national", "rt:level-local"]),
    every(those("target-group"), "skos:broader", those("target-group")),
    every(those("arena"), "skos:broader", those("arena")),
    every(["strategy/1"], "dcterms:isPartOf", ["strategy/0", "strategy/1"]),
    every(["not-relevant/0", "not-relevant/1"], "rt:goal", AIMS) + every(those("place"), "rt:passage", ["passage/p"]),
]
LINKS = every(THINGS, "rt:serves", [*AIMS, "handslag/0", "area/0", "area/1", "activity/0"])
UNITS = quads("actor/1 <http://www.w3.org/ns/org#unitOf> actor/0")


@some.composite
def statements(draw: some.DrawFn, most: int) -> list[str]:
    """Some of every kind of statement, each once."""
    drawn = [draw(some.lists(some.sampled_from(part), max_size=most)) for part in POOL]
    return list(dict.fromkeys(sum(drawn, draw(some.lists(some.sampled_from(LINKS), max_size=2 * most)))))


@some.composite
def random_worlds(draw: some.DrawFn) -> Store:
    """A random graph: links and facts of every dimension on all three bases, with cycles in each hierarchy."""
    stated = quads(*FIXED, *draw(statements(6)))
    mapped = quads(*draw(statements(1)), graph="m", basis=MAPPED)
    suggested = quads(*draw(statements(1)), graph="s", basis=SUGGESTED)
    return world(UNITS, stated, mapped, suggested)


MEMBERS = {
    "place": those("place"),
    "target_group": those("target-group"),
    "arena": those("arena"),
    "focus_area": those("focus-area"),
    "actor": those("actor"),
    "level": ["rt:level-national", "rt:level-local"],
    "strategy": those("strategy"),
}
FILTERS = [(name, iri(member)) for name, members in MEMBERS.items() for member in members]


@some.composite
def scopes(draw: some.DrawFn) -> Scope:
    """Any date and basis, and at most two filters."""
    as_of = TODAY + timedelta(days=draw(some.integers(-900, 500)))
    return Scope(
        as_of, draw(some.sampled_from(BASES)), **dict(draw(some.lists(some.sampled_from(FILTERS), max_size=2)))
    )


NAMES = some.sampled_from(list(DIMENSIONS))


@settings(max_examples=500, deadline=None)
@given(store=random_worlds(), scope=scopes(), rows=NAMES, columns=NAMES)
def test_index_and_sparql_agree_on_every_cell_and_total(store: Store, scope: Scope, rows: str, columns: str) -> None:
    found = matrix(Coverage(store), rows, columns, scope)
    sure = MAPPED if scope.basis == SUGGESTED else scope.basis
    allowed, known = passing(store, scope, scope.basis), passing(store, scope, sure)
    by_row, by_column = (pairs(store, name, DEEP, scope.basis) for name in (rows, columns))
    sure_row, sure_column = (pairs(store, name, DEEP, sure) for name in (rows, columns))
    best = ranks(store, scope, sure)
    shown_rows = set().union(*(by_row[row] for row in found.rows))
    shown_columns = set().union(*(by_column[column] for column in found.columns))
    sure_rows = set().union(*(sure_row[row] for row in found.rows))
    sure_columns = set().union(*(sure_column[column] for column in found.columns))
    assert {row for row in by_row if by_row[row] & allowed} <= set(found.rows) or rows == "goal"
    expected = [
        (found.cell(row, column), by_row[row] & by_column[column], sure_row[row] & sure_column[column])
        for row in found.rows
        for column in found.columns
    ]
    expected += [(found.row_total(r), by_row[r] & shown_columns, sure_row[r] & sure_columns) for r in found.rows]
    expected += [(found.column_total(c), by_column[c] & shown_rows, sure_column[c] & sure_rows) for c in found.columns]
    expected.append((found.total, shown_rows & shown_columns, sure_rows & sure_columns))
    empty = Empty(store, found.scope)
    for cell, things, certain in expected:
        assert set(cell.activities) == things & allowed, cell
        assert cell.count == len(cell.activities)
        status = best_of(things & allowed, certain & known, best)
        if status is None and cell.row is not None and cell.column is not None:
            status = empty.status(found, cell.row, cell.column)
        assert cell.status == status if status is not None else cell.status <= Status.NONE, cell


@settings(max_examples=150, deadline=None)
@given(store=random_worlds(), basis=some.sampled_from(BASES))
def test_index_and_sparql_agree_on_what_is_shallow(store: Store, basis: str) -> None:
    index = Coverage(store)
    found = matrix(index, "goal", "place", Scope(TODAY, basis))
    by_goal, by_place = (pairs(store, name, SHALLOW, basis) for name in ("goal", "place"))
    for cell in found:
        assert set(cell.shallow) == by_goal[str(cell.row)] & by_place[str(cell.column)]
    assert {goal.goal: set(goal.shallow) for goal in index.all(Scope(TODAY, basis))} == {
        goal: by_goal[goal] for goal in found.rows
    }


def asked(store: Store, name: str, scope: Scope, basis: str, **values: str) -> dict[tuple[str, ...], tuple[str, int]]:
    """Status and count by goal (and place), as the question says."""
    given = {"asOf": Literal(scope.as_of.isoformat(), XSD + "date"), **{k: Iri(v) for k, v in values.items()}}
    rows = store.select(question(name).text, given, basis)
    return {
        tuple(str(row[key]) for key in ("goal", "place") if key in row and key not in values): (
            str(row["status"]).removeprefix(f"{RT}status-"),
            int(str(row["activities"])),
        )
        for row in rows
    }


def combined(store: Store, name: str, scope: Scope, **values: str) -> dict[tuple[str, ...], tuple[str, int]]:
    """What a question says; on suggested links what two askings say: the status is that on mapped links where it has
    an activity there, else suggested. (SPARQL 1.1 cannot say of a path that each step is in one of several graphs.)"""
    said = asked(store, name, scope, scope.basis, **values)
    if scope.basis != SUGGESTED:
        return said
    sure = asked(store, name, scope, MAPPED, **values)
    return {
        key: (sure[key][0] if key in sure and sure[key][1] else "suggested" if count else word, count)
        for key, (word, count) in said.items()
    }


@settings(max_examples=300, deadline=None)
@given(store=random_worlds(), offset=some.integers(-900, 500), basis=some.sampled_from(BASES))
def test_index_and_questions_agree_on_status_and_matrix(store: Store, offset: int, basis: str) -> None:
    index, scope = Coverage(store), Scope(TODAY + timedelta(days=offset), basis)
    assert combined(store, "goal-coverage", scope) == {
        (goal.goal,): (goal.status.word, goal.count) for goal in index.all(scope)
    }
    county = iri("place/19")
    cells = matrix(index, "goal", Axis("place", under="19"), scope)
    assert combined(store, "matrix-goal-place", scope, county=county) == {
        (str(cell.row), str(cell.column)): (cell.status.word, cell.count) for cell in cells
    }
    for place in those("place"):
        here = replace(scope, place=iri(place))
        assert combined(store, "goal-coverage-in-place", here, place=iri(place)) == {
            (goal.goal,): (goal.status.word, goal.count) for goal in index.all(here)
        }


@pytest.mark.parametrize("basis", [STATED, MAPPED])
@pytest.mark.parametrize("as_of", [date(2018, 6, 1), TODAY])
def test_index_and_question_agree_on_the_matrix_of_the_shipped_data(store: Store, basis: str, as_of: date) -> None:
    for county in ("19", "13", "01"):
        scope = Scope(as_of, basis)
        found = matrix(store, "goal", Axis("place", under=county, level="municipality"), scope)
        assert {
            key: said
            for key, said in asked(store, "matrix-goal-place", scope, basis, county=iri(f"place/{county}")).items()
            if key[1] in found.columns
        } == {(str(cell.row), str(cell.column)): (cell.status.word, cell.count) for cell in found}


def test_a_cell_is_what_the_coverage_in_its_place_says(store: Store) -> None:
    found = matrix(store, "goal", "place", NOW)
    for place in ("1907", "1904", "19"):
        for goal in coverage(store).all(replace(NOW, place=place)):
            cell = found.cell(goal.goal, iri(f"place/{place}"))
            assert (cell.count, cell.status, cell.activities) == (goal.count, goal.status, goal.activities)


def test_a_suggested_end_takes_an_activity_out_of_later_years() -> None:
    stated = quads(
        "goal/g a rt:Goal",
        "goal/g rt:setOutIn strategy/s",
        "activity/a a rt:Activity",
        "activity/a rt:serves goal/g",
        "activity/a rt:startsOn 2018-01-01",
        "activity/a dcterms:source document/d",
        "document/d rt:freshUntil 2020-12-31",
        "goal/h a rt:Goal",
        "goal/h rt:setOutIn strategy/s",
        "activity/b a rt:Activity",
        "activity/b rt:serves goal/h",
        "activity/b rt:startsOn 2020-01-01",
        "activity/b rt:endsOn 2020-02-01",
    )
    suggested = quads("activity/a rt:endsOn 2019-06-01", graph="s", basis=SUGGESTED)
    found = matrix(world(stated, suggested), "goal", "year", Scope(TODAY, SUGGESTED))
    counts = [found.cell(f"{ID}goal/g", year).count for year in ("2018", "2019", "2020")]
    assert counts == [1, 1, 0]
    assert matrix(world(stated, suggested), "goal", "year", Scope(TODAY)).cell(f"{ID}goal/g", "2020").count == 1
