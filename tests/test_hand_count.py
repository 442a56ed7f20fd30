"""What a reader counts by hand in the documents, written out with the lines, against every place the service says it.

Stated links only, as of 22 November 2026. Line numbers are those of the text extracts.
"""

import json
from collections import Counter
from datetime import date

import pytest
from click.testing import CliRunner
from worlds import ID

from graph.commandline import main
from graph.coverage import Scope, coverage
from graph.store import Store
from graph.vocabulary import STATED

TODAY = date(2026, 11, 22)

# Document 002, the table of 14 rows. Column När, and what it means eight years later:
# "2018--" and "2019--" have no end and the source is of 2018, so nobody knows (uncertain); the others have ended.
TABLE = {
    "1": "uncertain",  # 592-655: "2018 --" beside "2018–2019": the open one decides
    "2": "uncertain",  # 663-687: "2018--"
    "3": "uncertain",  # 694-719: "2018--"
    "4": "ended",  # 724-746: "2018/2019"
    "5": "uncertain",  # 775-788: "2018--"
    "6": "uncertain",  # 793-809: "2018--"
    "7": "uncertain",  # 818-832: "2019--"
    "8": "ended",  # 837-858: "2019"
    "9": "uncertain",  # 863-884: "2018--"
    "10": "ended",  # 889-911: "2018-2019"
    "11": "ended",  # 944-963: "2018-2019"
    "12": "uncertain",  # 971-987: "2018--"
    "13": "uncertain",  # 992-1014: "2019--"
    "14": "ended",  # 1022-1048: "2019"
}
GOALS_PER_ROW = {"1": 3}  # 592-614 holds three goals; every other row one

NUMBERED = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?goal ?row WHERE {
  ?goal a rt:Goal ; rt:setOutIn <https://w3id.org/rodatraden/id/strategy/vastmanland-2018> ; skos:notation ?row }"""


def counts(store: Store, where: str, basis: str = STATED) -> Counter[str]:
    index = coverage(store)
    inside = [goal for goal, plans in index.goals.items() if f"{ID}{where}" in plans]
    return Counter(index.of(goal, Scope(TODAY, basis)).status.word for goal in inside)


def test_each_row_of_the_2018_table_has_the_status_its_period_gives(store: Store) -> None:
    index = coverage(store)
    found: dict[str, list[str]] = {}
    for row in store.select(NUMBERED):
        word = index.of(str(row["goal"]), Scope(TODAY, STATED)).status.word
        found.setdefault(str(row["row"]), []).append(word)
    assert found == {row: [word] * GOALS_PER_ROW.get(row, 1) for row, word in TABLE.items()}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        # 000: purpose (66-68) and goal (70-73); the mapping it starts with (92-93) is tied to the handslag only
        ("handslag/hallstahammar-psykisk-halsa", {"none": 2}),
        # 001: wish (82-86), purpose (131-135), "ska bidra till" (135-139), goal (141-143); no activity is named
        ("handslag/surahammar-det-handlar-om-livet", {"none": 4}),
        # 003: goals and activities share sections, and nothing says which serves which
        ("strategy/stockholm-2021", {"none": 30}),
    ],
)
def test_the_goals_of_a_document_are_covered_as_counted_by_hand(
    store: Store, where: str, expected: dict[str, int]
) -> None:
    assert counts(store, where) == expected


def test_the_command_line_says_the_same(store: Store, data, cache) -> None:
    words = ["--data", str(data), "--cache", str(cache), "ask", "goal-coverage", "--as-of", TODAY.isoformat()]
    for where in ("strategy/vastmanland-2018", "strategy/stockholm-2021"):
        asked = CliRunner().invoke(main, [*words, "--basis", STATED, "--set-out-in", where, "--format", "json"])
        rows = json.loads(asked.output)["rows"]
        assert Counter(r["status"]["id"].rpartition("status-")[2] for r in rows) == counts(store, where)


def test_four_municipalities_of_vastmanland_are_named_and_six_are_not(store: Store) -> None:
    named = {"1904", "1907", "1961", "1980"}  # 002:626 and 743, 001, 000
    index = coverage(store)
    county = {"1904", "1907", "1960", "1961", "1962", "1980", "1981", "1982", "1983", "1984"}
    assert {code for code in county if index.is_named(f"{ID}place/{code}")} == named
