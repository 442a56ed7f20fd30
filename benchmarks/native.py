"""Our index (graph.coverage) on the same questions, through its public interface."""

import cProfile
import pstats
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.cases import AS_OF, COUNTY, GOAL, PLACE, STRATEGY, Case, Row, Table
from graph.answer import Answer
from graph.coverage import Axis, Coverage, Matrix, Scope, coverage, matrix
from graph.gaps.kinds import FOUND, Asked
from graph.gaps.report import answer
from graph.question import Question
from graph.store import Store
from graph.vocabulary import BASE, MAPPED

NOW = Scope(AS_OF)
MUNICIPALITIES = Axis("place", level="municipality")
SLOWEST = 12


class Native:
    """The store with its index."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "national.nq"
        self._store: Store | None = None

    def load(self) -> None:
        """Load the store; the index is built by ``build``."""
        self._store = Store.load(self._file, "national", BASE)

    def build(self) -> Coverage:
        """Build the index, or give the one there is."""
        return coverage(self.store())

    def ask(self, case: Case, days: int = 0) -> Any:
        """The answer as the index gives it, so many days after the benchmark's date: another date is not remembered."""
        return ASKED[case.name](self.build(), replace(NOW, as_of=AS_OF + timedelta(days)))

    def read(self, case: Case, answer: Any) -> Table:
        """The answer in the columns compared."""
        if case.name in FOUND:
            return Table(tuple(answer), _named(self.build(), answer))
        return Table(case.columns, READ[case.name](answer))

    def store(self) -> Store:
        """The store, loaded."""
        assert self._store
        return self._store

    def on_engine(self, question: Question) -> Answer:
        """A saved question for the whole country, answered by the store's engine."""
        return question.ask(self.store(), {}, AS_OF)

    def on_index(self, question: Question) -> Answer:
        """The same, answered as the gap report does."""
        return answer(question, self.store(), {}, AS_OF, MAPPED)

    def profile(self) -> list[dict[str, object]]:
        """Where the time of building goes: the slowest functions by their own time, in seconds."""
        profiler = cProfile.Profile()
        profiler.runcall(self.build)
        entries = pstats.Stats(profiler).get_stats_profile().func_profiles
        slowest = sorted(entries.items(), key=lambda entry: -entry[1].tottime)[:SLOWEST]
        return [
            {
                "function": f"{Path(of.file_name).name}:{name}",
                "calls": of.ncalls,
                "own": of.tottime,
                "total": of.cumtime,
            }
            for name, of in slowest
        ]


def _statuses(index: Coverage, scope: Scope) -> Any:
    return index.statuses(scope)


def _covered(index: Coverage, scope: Scope) -> Any:
    return index.all(scope)


def _covered_in_place(index: Coverage, scope: Scope) -> Any:
    return index.all(replace(scope, place=PLACE))


def _found(name: str) -> Callable[[Coverage, Scope], Any]:
    """A kind of gap, as the gap report finds it."""
    return lambda index, scope: FOUND[name](Asked(index, scope.basis, scope.as_of, {}))


def _named(index: Coverage, columns: Any) -> list[Row]:
    return [tuple(index.names[number] for number in row) for row in zip(*columns.values(), strict=True)]


def _thread(index: Coverage, scope: Scope) -> Any:
    above = {GOAL} | index.below(GOAL, scope.basis)
    return [(below, one) for one in above for below in index.directly_below(one, scope.basis)]


def _filled(of: Matrix) -> Matrix:
    """With the count and the status of every cell, the empty ones too."""
    _ = of.counts, of.statuses
    return of


def _of_strategy(index: Coverage, scope: Scope) -> Any:
    return _filled(matrix(index, "goal", MUNICIPALITIES, replace(scope, strategy=STRATEGY)))


def _of_all(index: Coverage, scope: Scope) -> Any:
    return _filled(matrix(index, "goal", MUNICIPALITIES, scope))


def _of_county(index: Coverage, scope: Scope) -> Any:
    return _filled(matrix(index, "goal", Axis("place", under=COUNTY), scope))


def _none(answer: Any) -> list[Row]:
    return [(goal,) for goal, status in answer.items() if status.word == "none"]


def _goals(answer: Any) -> list[Row]:
    return [(of.goal, of.status.word, str(len(of.activities))) for of in answer]


def _cells(answer: Matrix) -> list[Row]:
    return [(str(row["row"]), str(row["column"]), str(row["count"])) for row in answer.answer()]


def _cells_with_status(answer: Matrix) -> list[Row]:
    rows = answer.answer()
    return [(str(r["row"]), str(r["column"]), str(r["status"]), str(r["count"])) for r in rows]


def _same(answer: list[Row]) -> list[Row]:
    return answer


ASKED: dict[str, Callable[[Coverage, Scope], Any]] = {
    "goals-without-activity": _found("goals-without-activity"),
    "goal-coverage": _covered,
    "goal-coverage-in-place": _covered_in_place,
    "target-groups-not-reached": _found("target-groups-not-reached"),
    "handslag-without-activity": _found("handslag-without-activity"),
    "thread": _thread,
    "matrix-goal-place": _of_county,
    "plain/goals-without-activity": _statuses,
    "plain/matrix": _of_strategy,
    "plain/matrix-all-goals": _of_all,
}
"""How the index is asked."""
READ: dict[str, Callable[[Any], list[Row]]] = {
    "goal-coverage": _goals,
    "goal-coverage-in-place": _goals,
    "thread": _same,
    "matrix-goal-place": _cells_with_status,
    "plain/goals-without-activity": _none,
    "plain/matrix": _cells,
    "plain/matrix-all-goals": _cells,
}
"""How rows are read from its answer, outside the time; a kind of gap is columns of numbers."""
