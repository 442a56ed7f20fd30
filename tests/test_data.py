"""The shipped facts against the documents: every quote stands where it is said to, and nothing is missing.

The inventories were made by hand from reading, before the tables. The documents themselves are not shipped.
"""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from conftest import DATA, ROOT
from evidence import lines_of

from graph.answer import Iri
from graph.store import Store

EXTRACTS = ROOT.parent / "shared" / "sources"
INVENTORIES = sorted((ROOT / "tests" / "inventory").glob("*.yaml"))
FOLDERS = sorted(path for path in (DATA / "sources").iterdir() if path.is_dir())
NAMED = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?thing ?first ?last ?document WHERE {
  ?thing rt:passage ?passage . ?passage oa:hasTarget ?target .
  ?target oa:hasSource ?document . OPTIONAL { ?target rt:firstLine ?first ; rt:lastLine ?last } }"""
EVIDENCED = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?thing WHERE {
  VALUES ?kind { rt:Goal rt:Activity rt:Handslag rt:Observation rt:Commitment rt:FollowUp rt:Association rt:Factor }
  ?thing a ?kind . MINUS { ?thing rt:passage ?passage } }"""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def extract_of(folder: Path) -> str | None:
    """The text of a folder's document, or None where it has none or it is not here."""
    name = rows(folder / "document.csv")[0].get("textutdrag", "")
    if not name:
        return None
    path = EXTRACTS / name
    if not path.exists():
        pytest.skip(f"the source documents are not on this machine ({name})")
    return path.read_text("utf-8")


def quotes(folder: Path) -> list[tuple[str, str, str]]:
    """(record, quote, lines) for every quote in a folder's tables."""
    found = []
    for table in sorted(folder.glob("*.csv")):
        for number, row in enumerate(rows(table), 2):
            spots = row.get("rader", "").split(" | ")
            for index, quote in enumerate(q for q in (row.get("citat") or "").split(" | ") if q):
                name = f"{table.name}:{number} {row.get('id') or row.get('gäller')}"
                found.append((name, quote, spots[index] if index < len(spots) else ""))
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_quote_stands_in_its_document_at_the_lines_given(folder: Path) -> None:
    text = extract_of(folder)
    wrong = []
    for record, quote, spot in quotes(folder):
        if text is None:
            assert not spot, f"{record}: lines are given but {folder.name} has no text extract"
            continue
        places = [str(first) if first == last else f"{first}-{last}" for first, last in lines_of(quote, text)]
        if spot not in places:
            wrong.append(f"{record}: ”{quote}” stands at {places or 'no line'}, not at {spot or 'none given'}")
    assert not wrong, "\n".join(wrong)


def test_the_five_documents_have_text_extracts_and_inventories() -> None:
    with_text = {f.name for f in FOLDERS if rows(f / "document.csv")[0].get("textutdrag")}
    assert len(with_text) == 5
    assert with_text == {path.stem for path in INVENTORIES}


def spans(store: Store, document: str) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Per kind, the things a document names, with the line spans of their passages."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for row in store.select(NAMED, {"document": Iri(f"{store.base}id/document/{document}")}):
        kind, _, slug = str(row["thing"]).removeprefix(f"{store.base}id/").partition("/")
        span = (int(str(row["first"])), int(str(row["last"])))
        found.setdefault(kind, {}).setdefault(slug, []).append(span)
    return found


@pytest.mark.parametrize("path", INVENTORIES, ids=lambda p: p.stem)
def test_the_tables_hold_what_the_inventory_counted(path: Path, store: Store) -> None:
    expected = yaml.safe_load(path.read_text("utf-8"))
    named = spans(store, path.stem)
    counted = {kind: len(entries) for kind, entries in expected.items() if isinstance(entries, list)}
    assert {kind: len(named.get(kind, {})) for kind in counted} == counted
    assert set(named) - set(counted) <= {"document", "place", "reading"}


@pytest.mark.parametrize("path", INVENTORIES, ids=lambda p: p.stem)
def test_every_entry_of_the_inventory_has_a_thing_evidenced_there(path: Path, store: Store) -> None:
    named = spans(store, path.stem)
    missing = []
    for kind, entries in yaml.safe_load(path.read_text("utf-8")).items():
        for entry in entries if isinstance(entries, list) else []:
            first, _, last = str(entry["lines"]).partition("-")
            wanted = (int(first), int(last or first))
            here = [s for s, found in named.get(kind, {}).items() if any(_overlap(wanted, span) for span in found)]
            if not here:
                missing.append(f"{kind}, lines {entry['lines']}: {entry['text']}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("path", INVENTORIES, ids=lambda p: p.stem)
def test_goals_have_the_horizons_the_inventory_counted(path: Path, store: Store) -> None:
    goals = yaml.safe_load(path.read_text("utf-8"))["goal"]
    expected = Counter("+".join(sorted(g.get("horizon") or [])) for g in goals)
    query = """PREFIX rt: <https://w3id.org/rodatraden/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?goal ?mark ?document WHERE { ?goal a rt:Goal ; dcterms:source ?document .
        OPTIONAL { ?goal rt:horizon/skos:notation ?mark } }"""
    marks: dict[str, set[str]] = {}
    for row in store.select(query, {"document": Iri(f"{store.base}id/document/{path.stem}")}):
        marks.setdefault(str(row["goal"]), set()).update({str(row["mark"])} if row["mark"] else set())
    assert Counter("+".join(sorted(m)) for m in marks.values()) == expected


def test_no_goal_activity_handslag_observation_or_other_claim_lacks_a_passage(store: Store) -> None:
    assert [str(row["thing"]) for row in store.select(EVIDENCED)] == []


def test_all_municipalities_and_counties_are_there_with_codes_as_strings(store: Store) -> None:
    query = """PREFIX rt: <https://w3id.org/rodatraden/ns#> PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?code ?type WHERE { ?place a rt:Place ; rt:scbCode ?code ; dcterms:type ?type }"""
    kinds: dict[str, set[str]] = {}
    for row in store.select(query):
        kinds.setdefault(str(row["type"]).rpartition("-")[2], set()).add(str(row["code"]))
    assert len(kinds["municipality"]) == 290
    assert len(kinds["county"]) == 21
    assert {"0114", "1907", "1960"} <= kinds["municipality"]
    assert {"01", "19"} <= kinds["county"]


def test_no_mapping_is_certain_and_each_says_why(store: Store) -> None:
    query = """PREFIX sssom: <https://w3id.org/sssom/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?mapping ?confidence ?comment WHERE {
        ?mapping a sssom:Mapping ; sssom:confidence ?confidence ; rdfs:comment ?comment }"""
    found = list(store.select(query))
    assert found
    assert all(0 < float(str(row["confidence"])) < 1 and len(str(row["comment"])) > 10 for row in found)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
