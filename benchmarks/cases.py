"""The questions every engine is asked, with the same values, and the columns in which their answers must agree."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.answer import Iri, Literal, Term
from graph.library import question
from graph.vocabulary import BASE, XSD

AS_OF = date(2026, 11, 22)
GOAL, STRATEGY = f"{BASE}id/goal/dhol-d2", f"{BASE}id/strategy/det-handlar-om-livet"
PLACE, COUNTY = f"{BASE}id/place/1907", f"{BASE}id/place/19"
DAY = Literal(AS_OF.isoformat(), XSD + "date")
PLAIN = Path(__file__).parent / "plain"
CELLS = ("goal", "place", "activities")
COVERED = ("goal", "status", "activities")

Row = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """One question: its SPARQL, the values bound, and the columns that are compared."""

    name: str
    text: str
    bound: dict[str, Term]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """What an engine answers: the names of the columns and the rows as text ("" where unbound)."""

    columns: tuple[str, ...]
    rows: list[Row]


def cases() -> list[Case]:
    """All of them, in the order of the report: the saved questions, then the plain ones of this folder."""
    saved: list[tuple[str, dict[str, Term], tuple[str, ...]]] = [
        ("goals-without-activity", {}, ("goal",)),
        ("goal-coverage", {"asOf": DAY}, COVERED),
        ("goal-coverage-in-place", {"asOf": DAY, "place": Iri(PLACE)}, COVERED),
        ("target-groups-not-reached", {}, ("targetGroup", "document")),
        ("handslag-without-activity", {}, ("handslag",)),
        ("activities-by-responsible", {}, ("responsible", "activity")),
        ("thread", {"goal": Iri(GOAL)}, ("below", "above")),
        ("matrix-goal-place", {"asOf": DAY, "county": Iri(COUNTY)}, ("goal", "place", "status", "activities")),
    ]
    plain: list[tuple[str, dict[str, Term], tuple[str, ...]]] = [
        ("goals-without-activity", {}, ("goal",)),
        ("matrix", {"strategy": Iri(STRATEGY)}, CELLS),
        ("matrix-all-goals", {}, CELLS),
    ]
    return [
        *(Case(name, question(name).text, bound, columns) for name, bound, columns in saved),
        *(Case(f"plain/{name}", _plain(name), bound, columns) for name, bound, columns in plain),
    ]


def _plain(name: str) -> str:
    return (PLAIN / f"{name}.rq").read_text("utf-8")


def fingerprint(case: Case, table: Table) -> str:
    """Eight digits that are the same for the same set of rows, in any order, in the compared columns.

    >>> case = Case("q", "", {}, ("b",))
    >>> other = Table(("b",), [("y",), ("x",)])
    >>> fingerprint(case, Table(("a", "b"), [("1", "x"), ("2", "y")])) == fingerprint(case, other)
    True
    """
    places = [table.columns.index(column) for column in case.columns]
    # A status is an address in SPARQL and a word in the index.
    rows = {"\t".join(row[place].rpartition("#status-")[2] for place in places) for row in table.rows}
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:8]
