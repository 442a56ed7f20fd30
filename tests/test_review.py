"""Suspect links: what counts as text, what a review stores, what makes a link suspect, and what mends it."""

import csv
import io
import json
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import DATA
from hypothesis import given, settings
from hypothesis import strategies as some
from rdflib import OWL, RDF, SKOS, Graph, Literal, URIRef
from worlds import ID, quads, world

from graph import sources
from graph.commandline import main
from graph.coverage import Coverage, Scope, coverage, matrix
from graph.errors import BadParameter, BrokenData, RodaTradenError
from graph.gaps import gaps, scope_of
from graph.sources.accept import accept, choose, reviewed
from graph.sources.mapping import COLUMNS, REVIEW, address, prefixes
from graph.sources.review import FINGERPRINT, State, Texts, links
from graph.sources.schema import Schema
from graph.store import Store, open_store
from graph.vocabulary import BASE, BASES, MAPPED, RT, STATED, SUGGESTED

TODAY = date(2026, 11, 22)
ROLE = "Redaktionen"
GOAL, ACTIVITY = URIRef(f"{ID}goal/a-mal"), URIRef(f"{ID}activity/a-akt")
TABLES = {
    "document": "id,rubrik,språk,källans datum\na-plan,En plan,sv,2018\n",
    "strategy": "id,rubrik,typ,nivå,citat,rader\na-plan,En plan,action-plan,regional,En plan,1\n",
    "goal": (
        "id,namn,namn (en),typ,står i,horisont,målvärde,anmärkning,citat,rader,avsnitt\n"
        "a-mal,Ett mål,A goal,goal,strategy/a-plan,short,10 procent,Osäkert,Vårt mål | Målet,2-3 | 4,Mål\n"
        "a-syfte,Ett syfte,,purpose,strategy/a-plan,,,,Ett syfte,5,\n"
    ),
    "activity": (
        "id,rubrik,typ,rubrik (en),står i,start,citat,rader\n"
        "a-akt,En aktivitet,in-text,The course,strategy/a-plan,2018,En aktivitet,4\n"
    ),
    "passage": "gäller,egenskap,citat,rader\nactivity/a-akt,start,under 2018,4\n",
}
HEAD = (
    "#mapping_set_title: Test\n#curie_map:\n#  rt: https://w3id.org/rodatraden/ns#\n"
    "#  rtid: https://w3id.org/rodatraden/id/\n#  semapv: https://w3id.org/semapv/vocab/\n"
    "#  skos: http://www.w3.org/2004/02/skos/core#\n"
)
OWN = "mappings/own.sssom.tsv"


def row(subject: str, predicate: str, target: str, comment: str = "Samma sak") -> str:
    made = ("semapv:ManualMappingCuration", ROLE, "2026-11-22", "0.8", comment)
    return "\t".join((f"rtid:{subject}", predicate, f"rtid:{target}", *made))


ROWS = (
    row("activity/a-akt", "rt:contributesTo", "goal/a-mal"),
    row("goal/a-mal", "rt:contributesTo", "goal/a-syfte"),
    row("goal/a-mal", "skos:closeMatch", "goal/a-syfte"),
)


SCHEMA = Schema(DATA / "vocabulary")


@pytest.fixture
def small(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of facts with two goals, an activity and three links between them that nobody has reviewed."""
    monkeypatch.setattr("graph.sources.folder.Schema", lambda _: SCHEMA)  # the same for all, and slow to read
    folder = tmp_path / "data" / "sources" / "a-plan"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "mappings").mkdir()
    shutil.copytree(data / "vocabulary", tmp_path / "data" / "vocabulary")
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    write(tmp_path / "data", "\n".join((HEAD + "\t".join(COLUMNS), *ROWS, "")))
    return tmp_path / "data"


def write(folder: Path, text: str) -> None:
    (folder / OWN).write_bytes(text.encode("utf-8"))


def table(folder: Path) -> str:
    return (folder / OWN).read_bytes().decode("utf-8")


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "sources" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def review(folder: Path, *given: str, day: date = TODAY, base: str = BASE) -> None:
    """Accept these mappings, or all."""
    facts = sources.read(folder, base)
    found = links(facts, base)
    accept(folder, base, choose(found, given, base) if given else found, Texts(facts), ROLE, day)


def states(folder: Path, base: str = BASE) -> dict[tuple[str, str, str], tuple[State, str]]:
    """Of each link its state and the end that changed."""
    head = f"{base}id/"
    return {
        (link.subject.removeprefix(head), link.predicate.rpartition("#")[2], link.object.removeprefix(head)): (
            link.state,
            link.changed,
        )
        for link in links(sources.read(folder, base), base)
    }


ACT, AIM, MATCH = (
    ("activity/a-akt", "contributesTo", "goal/a-mal"),
    ("goal/a-mal", "contributesTo", "goal/a-syfte"),
    ("goal/a-mal", "closeMatch", "goal/a-syfte"),
)
AS_REVIEWED = (State.REVIEWED, "")


# What is text.


def prints(folder: Path, base: str = BASE) -> tuple[str, str]:
    texts = Texts(sources.read(folder, base))
    goal, activity = texts.fingerprint(GOAL), texts.fingerprint(ACTIVITY)
    assert FINGERPRINT.fullmatch(goal)
    assert FINGERPRINT.fullmatch(activity)
    return goal, activity


def test_the_text_of_a_thing_is_its_names_its_target_value_and_the_quotes_about_it_as_a_whole(small: Path) -> None:
    texts = Texts(sources.read(small))
    assert texts.of(GOAL) == (
        ("name", "en", "A goal"),
        ("name", "sv", "Ett mål"),
        ("quote", "", "Målet"),
        ("quote", "", "Vårt mål"),
        ("target value", "", "10 procent"),
    )
    assert texts.of(ACTIVITY) == (
        ("name", "en", "The course"),
        ("name", "sv", "En aktivitet"),
        ("quote", "", "En aktivitet"),
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("goal.csv", "a-mal,Ett mål", "a-mal,Ett annat mål"),
        ("goal.csv", "A goal", "An aim"),
        ("goal.csv", "Ett mål,A goal", "A goal,Ett mål"),
        ("goal.csv", "10 procent", "20 procent"),
        ("goal.csv", "Vårt mål", "Vårt delmål"),
        ("activity.csv", "The course", "The courses"),
        ("activity.csv", "En aktivitet,in-text", "En insats,in-text"),
    ],
)
def test_other_words_give_another_fingerprint(name: str, old: str, new: str, small: Path) -> None:
    before = prints(small)
    edit(small, f"a-plan/{name}", old, new)
    assert prints(small) != before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("goal.csv", "Osäkert", "Säkert"),
        ("goal.csv", ",short,", ",long,"),
        ("goal.csv", "2-3 | 4,Mål", "3 | 4,Syfte"),
        ("goal.csv", "Vårt mål | Målet,2-3 | 4", "Målet | Vårt mål,4 | 2-3"),
        ("goal.csv", "Vårt mål", "Vårt  mål"),
        ("goal.csv", "a-mal,Ett mål", "a-mal," + unicodedata.normalize("NFD", "Ett mål")),
        ("activity.csv", ",2018,", ",2019,"),
        ("activity.csv", "in-text", "running"),
        ("passage.csv", "under 2018", "till 2018"),
    ],
)
def test_remarks_dates_kinds_places_and_layout_are_not_text(name: str, old: str, new: str, small: Path) -> None:
    before = prints(small)
    edit(small, f"a-plan/{name}", old, new)
    assert prints(small) == before


PATHS = (SKOS.prefLabel, SKOS.altLabel, SKOS.definition, URIRef(RT + "targetValue"))
PARTS = some.lists(
    some.tuples(some.sampled_from(PATHS), some.sampled_from(["sv", "en"]), some.text("aå Ö\t\n", min_size=1))
)
Worded = list[tuple[URIRef, str, str]]


def fingerprint(parts: Worded) -> str:
    graph = Graph()
    for path, language, words in parts:
        graph.add((GOAL, path, Literal(words, lang=language)))
    return Texts({GOAL: graph}).fingerprint(GOAL)


@settings(max_examples=200, deadline=None)
@given(parts=PARTS, other=PARTS, data=some.data())
def test_a_fingerprint_is_the_same_exactly_where_the_words_are(
    parts: Worded, other: Worded, data: some.DataObject
) -> None:
    mixed = [(p, lang, f" {unicodedata.normalize('NFD', t)}\n".replace(" ", " \t")) for p, lang, t in parts]
    assert fingerprint(data.draw(some.permutations([*parts, *mixed]))) == fingerprint(parts)

    def words(given: Worded) -> set[tuple[URIRef, str, str]]:
        return {(path, language, " ".join(text.split())) for path, language, text in given}

    assert (fingerprint(parts) == fingerprint(other)) == (words(parts) == words(other))


def test_another_base_gives_the_same_fingerprints(small: Path) -> None:
    other = "https://data.example.org/"
    review(small)
    assert set(states(small, other).values()) == {AS_REVIEWED}
    edit(small, "a-plan/goal.csv", "a-syfte,Ett syfte", "a-syfte,Ett nytt syfte")
    review(small, base=other)
    assert set(states(small).values()) == {AS_REVIEWED}


# Reading.


def statements_of_review(folder: Path) -> dict[str, set[tuple[str, object]]]:
    """What the graph says of the review of each mapping, by its subject and predicate."""
    graph = sources.read(folder)[URIRef(f"{BASE}graph/mappings-own")]
    words = ("reviewer_label", "review_date", "subjectFingerprint", "objectFingerprint", "suspect", "changedEnd")
    return {
        f"{graph.value(mapping, OWL.annotatedSource)} {graph.value(mapping, OWL.annotatedProperty)}": {
            (path, value.toPython() if isinstance(value, Literal) else str(value))
            for path, value in ((str(p).replace("#", "/").rpartition("/")[2], o) for p, o in graph[mapping])
            if path in words
        }
        for mapping in graph.subjects(RDF.type, URIRef(RT + "Mapping"))
    }


def test_a_link_without_a_review_is_unreviewed_and_not_suspect(small: Path) -> None:
    assert set(states(small).values()) == {(State.UNREVIEWED, "")}
    assert set(map(len, statements_of_review(small).values())) == {0}


def test_a_review_stands_in_the_graph_of_the_mapping_with_role_date_and_fingerprints(small: Path) -> None:
    review(small)
    goal, activity = prints(small)
    assert statements_of_review(small)[f"{ACTIVITY} {RT}contributesTo"] == {
        ("reviewer_label", ROLE),
        ("review_date", TODAY),
        ("subjectFingerprint", activity),
        ("objectFingerprint", goal),
    }


def test_changed_text_at_an_end_makes_the_link_suspect_and_says_which(small: Path) -> None:
    review(small)
    edit(small, "a-plan/goal.csv", "a-mal,Ett mål", "a-mal,Ett annat mål")
    suspect = {ACT: (State.SUSPECT, "object"), AIM: (State.SUSPECT, "subject"), MATCH: (State.SUSPECT, "subject")}
    assert states(small) == suspect
    said = statements_of_review(small)[f"{ACTIVITY} {RT}contributesTo"]
    assert {("suspect", True), ("changedEnd", f"{RT}changed-end-object")} <= said
    edit(small, "a-plan/activity.csv", "The course", "The courses")
    assert states(small) == {**suspect, ACT: (State.SUSPECT, "both")}


def test_text_that_is_changed_back_makes_the_link_sound_again(small: Path) -> None:
    review(small)
    edit(small, "a-plan/goal.csv", "a-mal,Ett mål", "a-mal,Ett annat mål")
    edit(small, "a-plan/goal.csv", "a-mal,Ett annat mål", "a-mal,Ett mål")
    assert set(states(small).values()) == {AS_REVIEWED}


WRONG = {
    "reviewer_label": ("", "En granskning har alla dessa", "A review has all of these"),
    "review_date": ("igår", "Skriv ett datum som 2026-11-22", "Write a date like 2026-11-22"),
    "subject_fingerprint": ("0123456789ABCDEF", "16 hexadecimala siffror", "16 hexadecimal digits"),
    "object_fingerprint": ("0123", "16 hexadecimala siffror", "16 hexadecimal digits"),
}


@pytest.mark.parametrize("column", list(WRONG))
def test_a_review_of_the_wrong_form_is_told_file_row_and_column(column: str, small: Path) -> None:
    value, swedish, english = WRONG[column]
    right = dict(zip(REVIEW, (ROLE, "2026-11-22", "0" * 16, "f" * 16), strict=True)) | {column: value}
    lines = ["\t".join((ROWS[0], *right.values())), ROWS[1] + "\t" * 4]
    write(small, "\n".join((HEAD + "\t".join((*COLUMNS, *REVIEW)), *lines, "")))
    with pytest.raises(BrokenData) as caught:
        sources.read(small)
    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == (OWN, 8, column)
    assert problem.text("sv").startswith(f"{OWN}, rad 8, kolumn {column}: ”{value}” passar inte. ")
    assert swedish in problem.swedish
    assert english in problem.english


def test_a_suggestion_cannot_be_reviewed_where_it_stands(small: Path) -> None:
    review(small)
    (small / "suggestions").mkdir()
    (small / OWN).rename(small / "suggestions" / "machine.sssom.tsv")
    with pytest.raises(BrokenData, match="kolumn review_date: Okänd kolumn"):
        sources.read(small)


# Writing.


def test_the_first_review_of_a_table_adds_the_columns_and_says_in_the_head_what_they_are(small: Path) -> None:
    before = table(small).splitlines()
    review(small, links(sources.read(small), BASE)[0].address)
    head = [line for line in table(small).splitlines() if line.startswith("#")]
    assert head[: len(HEAD.splitlines())] == HEAD.splitlines()
    said = yaml.safe_load("\n".join(line[1:] for line in head))
    assert said["sssom_version"] == "1.1"
    assert [(slot["slot_name"], slot["property"], slot["type_hint"]) for slot in said["extension_definitions"]] == [
        ("subject_fingerprint", "rt:subjectFingerprint", "xsd:string"),
        ("object_fingerprint", "rt:objectFingerprint", "xsd:string"),
    ]
    header, *rows = [line for line in table(small).splitlines() if not line.startswith("#")]
    assert header.split("\t") == [*COLUMNS, *REVIEW]
    body = before[len(HEAD.splitlines()) + 1 :]
    assert [r for r, old in zip(rows, body, strict=True) if r == old + "\t" * 4] != []
    assert sum(r != old + "\t" * 4 for r, old in zip(rows, body, strict=True)) == 1
    assert sorted(state for state, _ in states(small).values()) == ["reviewed", "unreviewed", "unreviewed"]


def test_a_later_review_leaves_every_other_row_byte_for_byte(small: Path) -> None:
    review(small)
    before = table(small).splitlines(keepends=True)
    edit(small, "a-plan/activity.csv", "The course", "The courses")
    (suspect,) = (link.address for link in links(sources.read(small), BASE) if link.state is State.SUSPECT)
    review(small, suspect, day=date(2026, 12, 1))
    after = table(small).splitlines(keepends=True)
    changed = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert "\t2026-12-01\t" in after[changed[0]]
    assert set(states(small).values()) == {AS_REVIEWED}


def test_the_same_review_twice_changes_nothing(small: Path) -> None:
    review(small)
    before = table(small)
    review(small)
    assert table(small) == before


WORDS = some.text('ab"å |,', min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    comments=some.lists(
        some.one_of(WORDS, WORDS.map(lambda t: f"{t}\t{t}"), WORDS.map(lambda t: f"{t}\n{t}")), min_size=3, max_size=3
    ),
    ending=some.sampled_from(["\n", "\r\n"]),
    order=some.permutations([*COLUMNS, *REVIEW]),
    has=some.sets(some.sampled_from(list(REVIEW))),
    last=some.booleans(),
    mark=some.sampled_from(["", "\ufeff"]),
    taken=some.integers(0, 2),
)
def test_any_table_keeps_its_cells_and_gets_just_the_review(
    comments: list[str], ending: str, order: list[str], has: set[str], last: bool, mark: str, taken: int
) -> None:
    columns = [column for column in order if column in COLUMNS or column in has]
    given = [
        dict(zip(COLUMNS, line.split("\t"), strict=True)) | {"comment": c}
        for line, c in zip(ROWS, comments, strict=True)
    ]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter="\t", lineterminator=ending)
    writer.writerows([columns, *([one.get(column, "") for column in columns] for one in given)])
    text = mark + HEAD.replace("\n", ending) + file.getvalue().removesuffix("" if last else ending)
    ends = [
        given[taken][column].replace("rtid:", f"{BASE}id/").replace("rt:", RT).replace("skos:", str(SKOS))
        for column in COLUMNS[:3]
    ]
    new = dict(zip(REVIEW, (ROLE, "2026-11-22", "0" * 16, "f" * 16), strict=True))
    after = reviewed(text, {str(address(*ends, BASE)): new}, BASE)
    assert after.startswith(mark)
    lines = io.StringIO(after.removeprefix(mark), newline="")
    body = "".join(line for line in lines if not line.startswith("#"))
    rows = list(csv.DictReader(io.StringIO(body, newline=""), delimiter="\t", strict=True))
    blank = dict.fromkeys(REVIEW, "")
    assert rows == [blank | one | (new if place == taken else {}) for place, one in enumerate(given)]
    assert prefixes(after.removeprefix(mark)) == prefixes(HEAD)
    if has == set(REVIEW):
        kept = [line for line in io.StringIO(text, newline="") if line not in list(io.StringIO(after, newline=""))]
        assert len("".join(kept).splitlines()) <= 1 + comments[taken].count("\n")


def test_definitions_of_other_slots_in_the_head_stay(small: Path) -> None:
    own = "#extension_definitions:\n# - slot_name: ours\n#   type_hint: xsd:string\n"
    text = table(small)
    write(small, own + text)
    review(small)
    said = yaml.safe_load("\n".join(line[1:] for line in table(small).splitlines() if line.startswith("#")))
    assert {slot["slot_name"] for slot in said["extension_definitions"]} == {
        "ours",
        "subject_fingerprint",
        "object_fingerprint",
    }
    assert set(states(small).values()) == {AS_REVIEWED}


def test_a_table_that_cannot_be_replaced_is_as_before_and_leaves_nothing_beside(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = table(small)

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(RodaTradenError, match=r"own\.sssom\.tsv går inte att skriva") as caught:
        review(small)
    assert "It is as before." in caught.value.message("en")
    assert table(small) == before
    assert [path.name for path in (small / "mappings").iterdir()] == ["own.sssom.tsv"]


def test_a_table_keeps_its_permissions(small: Path) -> None:
    (small / OWN).chmod(0o664)
    review(small)
    assert (small / OWN).stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("role", ["", "  ", "En\troll", "En\nroll", 'En "roll"', "En | annan"])
def test_a_role_that_cannot_stand_in_a_cell_is_refused(role: str, small: Path) -> None:
    facts = sources.read(small)
    with pytest.raises(BadParameter, match="roll"):
        accept(small, BASE, links(facts, BASE), Texts(facts), role, TODAY)
    assert set(states(small).values()) == {(State.UNREVIEWED, "")}


# The command.


@pytest.fixture
def run(small: Path, cache: Path) -> Callable[..., Result]:
    """Run a command on the small folder."""

    def command(*words: str, language: str = "sv") -> Result:
        given = ["--data", str(small), "--cache", str(cache), "--language", language, *words]
        return CliRunner().invoke(main, given)

    return command


def address_of(folder: Path, link: tuple[str, str, str]) -> str:
    """The mapping of a link as ``mapping/<digits>``."""
    found = links(sources.read(folder), BASE)
    (found_address,) = (
        one.address for one in found if (one.subject.removeprefix(ID), one.predicate.rpartition("#")[2]) == link[:2]
    )
    return found_address.removeprefix(ID)


def test_links_that_nobody_reviewed_are_listed_with_both_texts_and_are_no_error(run: Callable[..., Result]) -> None:
    result = run("review")
    assert result.exit_code == 0
    assert "Ogranskade länkar (3)" in result.output
    assert "Misstänkta länkar" not in result.output
    assert "    namn: ”En aktivitet”\n" in result.output
    assert "    citat: ”Vårt mål”\n" in result.output
    assert result.output.endswith("Misstänkta: 0. Ogranskade: 3. Granskade: 0.\n")


def test_a_suspect_link_is_listed_with_the_end_that_changed_and_exit_code_1(
    run: Callable[..., Result], small: Path
) -> None:
    assert run("review", "--all-unreviewed", "--by", ROLE).output == f"Länkar granskade av {ROLE}: 3.\n"
    assert run("review").exit_code == 0
    edit(small, "a-plan/activity.csv", "The course", "The courses")
    result = run("review", language="en")
    assert result.exit_code == 1
    assert "Suspect links (1)" in result.output
    assert "  from activity/a-akt, its text changed since the review\n" in result.output
    assert "  to goal/a-mal\n" in result.output
    assert f"  reviewed {date.today().isoformat()} by {ROLE}\n" in result.output
    assert result.output.endswith("Suspect: 1. Not reviewed: 0. Reviewed: 2.\n")


def test_accepting_a_suspect_link_mends_it_and_no_other(run: Callable[..., Result], small: Path) -> None:
    run("review", "--all-unreviewed", "--by", ROLE)
    edit(small, "a-plan/goal.csv", "a-mal,Ett mål", "a-mal,Ett annat mål")
    result = run("review", "--accept", address_of(small, ACT), "--by", ROLE)
    assert (result.exit_code, result.output) == (0, f"Länkar granskade av {ROLE}: 1.\n")
    assert states(small) == {ACT: AS_REVIEWED, AIM: (State.SUSPECT, "subject"), MATCH: (State.SUSPECT, "subject")}
    run("review", "--accept", address_of(small, AIM), address_of(small, MATCH), "--by", ROLE)
    assert run("review").exit_code == 0


def test_all_unreviewed_leaves_the_suspect_ones_suspect(run: Callable[..., Result], small: Path) -> None:
    run("review", "--accept", address_of(small, ACT), "--by", ROLE)
    edit(small, "a-plan/activity.csv", "The course", "The courses")
    run("review", "--all-unreviewed", "--by", ROLE)
    assert states(small) == {ACT: (State.SUSPECT, "subject"), AIM: AS_REVIEWED, MATCH: AS_REVIEWED}


def test_named_mappings_are_shown_whatever_their_state(run: Callable[..., Result], small: Path) -> None:
    run("review", "--all-unreviewed", "--by", ROLE)
    shown = run("review", address_of(small, MATCH)).output
    assert "Granskade länkar (1)" in shown
    assert "skos:closeMatch" in shown


def test_the_list_as_csv_and_json_has_the_same_links(run: Callable[..., Result], small: Path) -> None:
    run("review", "--accept", address_of(small, ACT), "--by", ROLE)
    edit(small, "a-plan/activity.csv", "The course", "The courses")
    as_csv = list(csv.DictReader(io.StringIO(run("review", "--format", "csv").output)))
    result = run("review", "--format", "json")
    as_json = json.loads(result.output)["rows"]
    assert result.exit_code == 1
    assert [one["mapping"] for one in as_csv] == [one["mapping"]["id"] for one in as_json]
    suspect = {one["state"]: one for one in as_csv}["suspect"]
    assert suspect["changedEnd"] == f"{RT}changed-end-subject"
    assert suspect["reviewer"] == ROLE
    assert suspect["textFrom"] == "The courses | En aktivitet | En aktivitet"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--accept", "mapping/000000000000", "--by", ROLE), "Närmast: mapping/"),
        (("0000",), "Den kopplingen finns inte"),
        (("--accept", "--by", ROLE), "Ange minst en koppling."),
        (("--all-unreviewed",), "Ange en roll"),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    words: tuple[str, ...], says: str, run: Callable[..., Result], small: Path
) -> None:
    before = table(small)
    result = run("review", *words)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
    assert table(small) == before


def test_mappings_without_accept_are_not_accepted_beside_all_unreviewed(
    run: Callable[..., Result], small: Path
) -> None:
    result = run("review", address_of(small, ACT), "--all-unreviewed", "--by", ROLE, language="en")
    assert (result.exit_code, "Give --accept" in result.output) == (2, True)


# The shipped data.


def test_every_shipped_link_has_been_reviewed_and_none_is_suspect(facts: sources.Facts) -> None:
    found = links(facts, BASE)
    assert len(found) > 200
    assert {link.state for link in found} == {State.REVIEWED}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """A copy of the shipped data in which the purpose of one handslag has another name."""
    copied = tmp_path_factory.mktemp("edited") / "data"
    shutil.copytree(data, copied)
    edit(
        copied, "surahammar-handslag/goal.csv", 'surahammar-syfte,"Skapa gemensamma', 'surahammar-syfte,"Ge gemensamma'
    )
    return copied


CHANGED = f"{ID}goal/surahammar-syfte"


def test_an_edited_goal_makes_exactly_its_links_suspect(edited: Path) -> None:
    for link in links(sources.read(edited), BASE):
        assert (link.state is State.SUSPECT) == (CHANGED in (link.subject, link.object)), link
        assert link.changed in ("", "subject" if link.subject == CHANGED else "object")


def test_an_edited_goal_shows_in_the_gap_report_in_its_place_and_strategies(edited: Path, cache: Path) -> None:
    store = open_store(edited, cache)
    suspect = {link.object for link in links(sources.read(edited), BASE) if link.state is State.SUSPECT}
    assert len(suspect) > 1
    for place, strategy in (("", ""), ("1907", ""), ("19", ""), ("", "det-handlar-om-livet")):
        report = gaps(store, scope_of(store, TODAY, place=place, strategy=strategy))
        found = [gap for gap in report.gaps if gap.kind == "suspect-links"]
        assert {gap.thing for gap in found} == {CHANGED}
        assert {gap.severity for gap in found} == {"medium"}
        assert len(found) == len(suspect) if not strategy else 0 < len(found) <= len(suspect)
        assert all("Det som länken går från" in gap.sentence["sv"] for gap in found)
    report = gaps(store, scope_of(store, TODAY, place="14"))
    assert [gap for gap in report.gaps if gap.kind == "suspect-links"] == []


def test_accepting_the_links_of_an_edited_goal_mends_them(tmp_path: Path, edited: Path) -> None:
    shutil.copytree(edited, tmp_path / "data")
    before = {path.name: path.read_bytes() for path in (tmp_path / "data" / "mappings").iterdir()}
    facts = sources.read(tmp_path / "data")
    suspect = [link for link in links(facts, BASE) if link.state is State.SUSPECT]
    accept(tmp_path / "data", BASE, suspect, Texts(facts), ROLE, TODAY)
    assert {link.state for link in links(sources.read(tmp_path / "data"), BASE)} == {State.REVIEWED}
    touched = {link.table.removeprefix("mappings/") for link in suspect}
    for path in (tmp_path / "data" / "mappings").iterdir():
        changed = sum(
            a != b for a, b in zip(before[path.name].splitlines(), path.read_bytes().splitlines(), strict=True)
        )
        assert changed == sum(link.table.endswith(path.name) for link in suspect)
        assert (changed > 0) == (path.name in touched)


# Coverage.

PLAIN = {"contributesTo": True, "carriesOut": True, "pursues": True, "closeMatch": False}
"""The predicates of a mapping, and whether they are part of the thread."""
GOALS, ACTIVITIES, GROUPS = (tuple(f"{kind}/{n}" for n in range(3)) for kind in ("goal", "activity", "target-group"))
THINGS = (*GOALS, *ACTIVITIES, "handslag/0")
GRAPHS = {"stated": STATED, "m1": MAPPED, "m2": MAPPED, "s": SUGGESTED}
Edge = tuple[str, str, str]
"""From, to and the graph that says it."""
FIXED = (
    *(f"{goal} a rt:Goal" for goal in GOALS),
    *(f"{goal} rt:setOutIn strategy/s" for goal in GOALS),
    *(f"{activity} a rt:Activity" for activity in ACTIVITIES),
    *(f"{group} a rt:TargetGroup" for group in GROUPS),
    "strategy/s a rt:Strategy",
    "target-group/0 skos:broader target-group/1",
)
OWL_NS = str(OWL)
TRUE = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'


class Plain:
    """A random world and, computed in the plainest way, which activities count where on some of its links."""

    def __init__(
        self,
        mappings: list[tuple[str, str, str, str, bool]],
        stated: list[tuple[str, str]],
        groups: set[tuple[str, str]],
    ) -> None:
        self.mappings = {(a, p, b, g): suspect for a, p, b, g, suspect in mappings}
        self.stated = set(stated)
        self.groups = groups

    def store(self) -> Store:
        facts = [*FIXED, *(f"{thing} rt:targetGroup {group}" for thing, group in sorted(self.groups))]
        facts += [f"{a} rt:serves {b}" for a, b in sorted(self.stated)]
        mapped = (quads(*self._statements(graph), graph=graph, basis=GRAPHS[graph]) for graph in ("m1", "m2", "s"))
        return world(quads(*facts), *mapped)

    def _statements(self, graph: str) -> Iterator[str]:
        for number, ((a, p, b, g), suspect) in enumerate(sorted(self.mappings.items())):
            if g != graph:
                continue
            yield f"mapping/{number} a rt:Mapping"
            for word, value in (("Source", a), ("Target", b), ("Property", f"rt:{p}" if PLAIN[p] else f"skos:{p}")):
                yield f"mapping/{number} <{OWL_NS}annotated{word}> {value}"
            if PLAIN[p]:
                yield f"{a} rt:serves {b}"
            if suspect:
                yield f"mapping/{number} rt:suspect {TRUE}"

    def edges(self, basis: str, firm: bool) -> set[tuple[str, str]]:
        admitted = BASES[: BASES.index(basis) + 1]
        found = set(self.stated)
        for (a, p, b, g), suspect in self.mappings.items():
            if PLAIN[p] and GRAPHS[g] in admitted and not (firm and suspect):
                found.add((a, b))
        return found

    def served(self, thing: str, basis: str, firm: bool) -> set[str]:
        edges, found, waiting = self.edges(basis, firm), set(), [thing]
        while waiting:
            here = waiting.pop()
            new = {b for a, b in edges if a == here} - found
            found |= new
            waiting += new
        return found

    def reached(self, activity: str, basis: str, firm: bool) -> tuple[set[str], set[str]]:
        """The goals that an activity serves and the target groups it counts for."""
        served = self.served(activity, basis, firm)
        groups = {group for thing, group in self.groups if thing in served | {activity}}
        return served & set(GOALS), groups | ({"target-group/1"} if "target-group/0" in groups else set())

    def count(self, basis: str, firm: bool, goals: set[str], groups: set[str] | None = None, also: str = "") -> int:
        """How many activities serve any of the goals and count for any of the groups, and for one asked for."""
        of = [self.reached(activity, basis, firm) for activity in ACTIVITIES]
        return sum(bool(g & goals) and (groups is None or bool(t & groups)) and (not also or also in t) for g, t in of)


@some.composite
def plain_worlds(draw: some.DrawFn) -> Plain:
    thing, ends = some.sampled_from(THINGS), some.sampled_from(THINGS[:3] + THINGS[6:])
    # Few pairs, so that one often has several mappings, in one graph and in others.
    pairs = some.sampled_from(draw(some.lists(some.tuples(thing, ends), min_size=1, max_size=4)))
    kinds, where = some.sampled_from(list(PLAIN)), some.sampled_from(["m1", "m1", "m2", "s"])
    mappings = draw(some.lists(some.tuples(pairs, kinds, where, some.booleans()), max_size=8))
    return Plain(
        [(a, kind, b, graph, suspect) for (a, b), kind, graph, suspect in mappings],
        draw(some.lists(some.tuples(thing, ends), max_size=3)),
        draw(some.sets(some.tuples(thing, some.sampled_from(GROUPS)), max_size=5)),
    )


def suspect(plain: Plain, basis: str, *asked: object) -> int:
    return plain.count(basis, False, *asked) - plain.count(basis, True, *asked)  # type: ignore[arg-type]


@settings(max_examples=250, deadline=None)
@given(plain=plain_worlds(), basis=some.sampled_from(BASES), group=some.sampled_from(["", *GROUPS]))
def test_suspect_is_what_would_not_count_without_suspect_links(plain: Plain, basis: str, group: str) -> None:
    index = Coverage(plain.store())
    scope = Scope(TODAY, basis, target_group=f"{ID}{group}" if group else None)
    for goal in index.all(scope):
        own = {goal.goal.removeprefix(ID)}
        assert goal.count == plain.count(basis, False, own, None, group)
        assert goal.suspect == suspect(plain, basis, own, None, group)
    found = matrix(index, "goal", "target-group", scope)
    for cell in found:
        row, column = ({str(member).removeprefix(ID)} for member in (cell.row, cell.column))
        assert cell.count == plain.count(basis, False, row, column, group)
        assert cell.suspect == suspect(plain, basis, row, column, group)
    for goal_name in GOALS:
        assert found.row_total(ID + goal_name).suspect == suspect(plain, basis, {goal_name}, set(GROUPS), group)
    for group_name in GROUPS:
        assert found.column_total(ID + group_name).suspect == suspect(plain, basis, set(GOALS), {group_name}, group)
    assert found.total.suspect == suspect(plain, basis, set(GOALS), set(GROUPS), group)


PAIR = ("activity/0", "goal/0")


@pytest.mark.parametrize(
    ("beside", "stated", "expected"),
    [
        ((), False, 1),
        ((("closeMatch", "m1", False),), False, 1),
        ((("carriesOut", "m1", True),), False, 1),
        ((("contributesTo", "s", False),), False, 1),
        ((("carriesOut", "m1", False),), False, 0),
        ((("contributesTo", "m2", False),), False, 0),
        ((), True, 0),
    ],
    ids=[
        "alone",
        "beside a match",
        "beside another suspect one",
        "beside a suggestion",
        "beside a sound one",
        "in another table too",
        "stated too",
    ],
)
def test_a_suspect_link_is_firm_where_something_else_that_is_sound_says_the_same(
    beside: tuple[tuple[str, str, bool], ...], stated: bool, expected: int
) -> None:
    start, end = PAIR
    others = [(start, kind, end, graph, suspect) for kind, graph, suspect in beside]
    plain = Plain([(start, "contributesTo", end, "m1", True), *others], [PAIR] if stated else [], set())
    goal = Coverage(plain.store()).of(f"{ID}{end}", Scope(TODAY))
    assert (goal.count, goal.suspect) == (1, expected)


def test_without_suspect_links_nothing_is_counted_again(store: Store) -> None:
    index = coverage(store)
    assert index.firm is index
    assert {goal.suspect for goal in index.all(Scope(TODAY))} == {0}


def test_a_suspect_link_goes_on_counting_and_is_counted_apart(edited: Path, cache: Path, store: Store) -> None:
    scope = Scope(TODAY)
    now, before = coverage(open_store(edited, cache)), coverage(store)
    assert [(g.goal, g.count, g.status) for g in now.all(scope)] == [
        (g.goal, g.count, g.status) for g in before.all(scope)
    ]
    assert now.firm is not now


def test_what_reaches_an_edited_goal_by_its_mapping_alone_is_suspect_there_and_nowhere_else(
    tmp_path: Path, data: Path, cache: Path
) -> None:
    name = "stockholm-2021-fti-k3"  # served by activity fti-r1, by one mapping, and so by the three parts of fti-r1
    goal, beside = f"{ID}goal/{name}", f"{ID}goal/stockholm-2021-fti-l2"  # another mapping from fti-r1 goes to this
    shutil.copytree(data, tmp_path / "data")
    path = tmp_path / "data" / "sources" / "stockholm-2021" / "goal.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    (place,) = (number for number, line in enumerate(lines) if line.startswith(f"{name},"))
    lines[place] = lines[place].replace("Maskrosbarn", "Maskrosbarns förening", 1)
    path.write_text("".join(lines), "utf-8")
    index = coverage(open_store(tmp_path / "data", cache))
    found = index.of(goal, Scope(TODAY))
    assert (found.count, found.suspect) == (4, 4)
    assert (index.of(beside, Scope(TODAY)).count, index.of(beside, Scope(TODAY)).suspect) == (4, 0)
    assert index.of(goal, Scope(TODAY, STATED)).suspect == 0
    cell = matrix(index, "goal", "place", Scope(TODAY)).cell(goal, f"{ID}place/01")
    assert (cell.count, cell.suspect) == (4, 4)


def test_a_mapping_that_stands_in_two_tables_is_accepted_in_both(small: Path) -> None:
    shutil.copy(small / OWN, small / "mappings" / "other.sssom.tsv")
    review(small, links(sources.read(small), BASE)[0].address)
    found = links(sources.read(small), BASE)
    assert sorted((link.table, link.state) for link in found if link.state is State.REVIEWED) == [
        ("mappings/other.sssom.tsv", State.REVIEWED),
        (OWN, State.REVIEWED),
    ]
