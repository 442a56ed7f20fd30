"""Reading data/: what a broken file is told, and what a whole one becomes."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from rdflib import Literal, URIRef
from small import GOAL, ROW, SOURCE, SSSOM

from graph import sources
from graph.errors import BrokenData
from graph.fingerprint import fingerprint
from graph.vocabulary import BASE, RT

ID = BASE + "id/"
BROKEN = yaml.safe_load((ROOT / "tests" / "broken_tables.yaml").read_text("utf-8"))


def change(small: Path, name: str, old: str, new: str) -> None:
    path = small / "sources" / SOURCE / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def value(facts: sources.Facts, thing: str, path: str) -> set[object]:
    return set(facts.merged().objects(URIRef(ID + thing), URIRef(path)))


def test_a_row_becomes_statements_in_the_graph_of_its_document(small: Path) -> None:
    facts = sources.read(small)
    graphs = {str(address) for address, graph in facts.items() if (URIRef(ID + "goal/a-mal"), None, None) in graph}
    assert graphs == {BASE + "graph/a-plan"}


def test_what_contributes_also_serves(small: Path) -> None:
    facts = sources.read(small)
    assert value(facts, "activity/a-akt", RT + "serves") == {URIRef(ID + "goal/a-mal")}


def test_both_horizons_of_a_cell_are_read(small: Path) -> None:
    facts = sources.read(small)
    assert value(facts, "goal/a-mal", RT + "horizon") == {URIRef(RT + "horizon-short"), URIRef(RT + "horizon-long")}


def test_a_year_keeps_its_precision_and_gets_its_first_day(small: Path) -> None:
    facts = sources.read(small)
    assert {o.toPython() for o in value(facts, "activity/a-akt", RT + "startsOn")} == {date(2018, 1, 1)}
    assert {str(o.datatype)[-5:] for o in value(facts, "activity/a-akt", RT + "start")} == {"gYear"}


def test_an_open_end_stays_open(small: Path) -> None:
    facts = sources.read(small)
    assert value(facts, "activity/a-akt", RT + "end") == set()
    assert value(facts, "activity/a-akt", RT + "endsOn") == set()


def test_a_quote_becomes_a_passage_with_its_lines(small: Path) -> None:
    facts = sources.read(small)
    (passage,) = value(facts, "goal/a-mal", RT + "passage")
    spot = facts.merged().objects(URIRef(f"{passage}#lines"))
    lines = {str(o) for o in spot if isinstance(o, Literal)}
    assert lines == {"line=1,3"}


def test_a_mapping_lies_in_a_graph_of_its_own_with_its_basis(small: Path) -> None:
    graph = sources.read(small)[URIRef(BASE + "graph/mappings-own")]
    assert graph.value(graph.identifier, URIRef(RT + "basis")) == URIRef(RT + "basis-mapped")
    assert (URIRef(ID + "activity/a-akt"), URIRef(RT + "serves"), URIRef(ID + "goal/a-mal")) in graph


def test_a_suggestion_is_neither_stated_nor_mapped(small: Path) -> None:
    (small / "suggestions").mkdir()
    (small / "suggestions" / "machine.sssom.tsv").write_text(SSSOM + ROW, "utf-8")
    graph = sources.read(small)[URIRef(BASE + "graph/suggestions-machine")]
    assert graph.value(graph.identifier, URIRef(RT + "basis")) == URIRef(RT + "basis-suggested")


def test_another_base_gives_other_addresses_but_the_same_words(small: Path) -> None:
    facts = sources.read(small, "https://data.example.org/")
    goal = URIRef("https://data.example.org/id/goal/a-mal")
    assert (None, URIRef(RT + "serves"), goal) in facts[URIRef("https://data.example.org/graph/mappings-own")]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda b: b["case"])
def test_a_broken_file_is_told_file_row_and_column(broken: dict[str, str], small: Path) -> None:
    if "old" in broken:
        change(small, broken["file"], broken["old"], broken["new"])
    else:
        (small / "sources" / SOURCE / broken["file"]).write_text(broken["new"], "utf-8")
    with pytest.raises(BrokenData) as caught:
        sources.read(small)
    assert broken["message"] in str(caught.value)
    assert caught.value.message("en") != caught.value.message("sv")


def test_a_file_that_is_not_utf8_is_told_the_row(small: Path) -> None:
    (small / "sources" / SOURCE / "goal.csv").write_bytes(GOAL.encode("latin-1"))
    with pytest.raises(BrokenData, match=r"goal\.csv, rad 1: Filen är inte UTF-8"):
        sources.read(small)


def test_a_folder_without_a_document_is_told(small: Path) -> None:
    (small / "sources" / SOURCE / "document.csv").unlink()
    with pytest.raises(BrokenData, match="Mappen måste ha exakt ett dokument"):
        sources.read(small)


def test_all_problems_are_told_at_once(small: Path) -> None:
    change(small, "goal.csv", "short | long", "snart")
    change(small, "activity.csv", "2018", "juni")
    with pytest.raises(BrokenData) as caught:
        sources.read(small)
    assert {(p.file, p.row, p.column) for p in caught.value.problems} == {
        ("sources/a-plan/goal.csv", 2, "horisont"),
        ("sources/a-plan/activity.csv", 2, "start"),
    }


def test_the_fingerprint_changes_with_the_data_and_the_base_only(small: Path) -> None:
    before = fingerprint(small, BASE)
    assert fingerprint(small, BASE) == before
    assert fingerprint(small, "https://data.example.org/") != before
    change(small, "goal.csv", "Ett mål,goal", "Ett annat mål,goal")
    assert fingerprint(small, BASE) != before
