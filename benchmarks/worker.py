"""One engine, measured in a process of its own: ``python -m benchmarks.worker ENGINE FOLDER CAP`` prints JSON."""

import contextlib
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.analyses import ANALYSES, Analysis
from benchmarks.cases import Case, cases
from benchmarks.engines import Engine, OxigraphDisk, OxigraphMemory, Rdflib
from benchmarks.measure import FAILURES, MOST, Outcome, apart, asked_apart, figure, memory, repeated, runs, timed
from benchmarks.native import ASKED, Native
from benchmarks.virtuoso import Virtuoso, parsed
from graph.gaps.report import kinds
from graph.question import Question

BUILDS = 5
Measured = dict[str, Any]


def rdflib(folder: Path, cap: float) -> Measured:
    """rdflib's own engine."""
    return _in_memory(Rdflib(folder), cap)


def oxigraph_memory(folder: Path, cap: float) -> Measured:
    """Oxigraph in memory."""
    return _in_memory(OxigraphMemory(folder), cap)


def oxigraph_disk(folder: Path, cap: float) -> Measured:
    """Oxigraph on disk: made once, then opened."""
    engine = OxigraphDisk(folder)
    # In a process of its own: the database must be closed, and its threads gone, before a question is forked.
    load, error = apart(lambda: timed(engine.build)[0], cap * 20)
    if error:
        raise RuntimeError(error)
    opened = [apart(lambda: timed(engine.open)[0], cap)[0] for _ in range(BUILDS)]
    asked = _all(lambda case: asked_apart(case, lambda: engine.ask(case), lambda table: table, cap))
    most = max((outcome["memory"] for outcome in asked.values()), default=0)
    return {"load": load, "start": asdict(figure(opened)), "memory": {"VmRSS": most, "VmHWM": most}, "cases": asked}


def virtuoso(folder: Path, cap: float) -> Measured:
    """Virtuoso: loaded by its bulk loader, then started again on what it has."""
    engine = Virtuoso(folder, round(cap))
    try:
        load, _ = timed(engine.build)
        engine.close()
        start, _ = timed(engine.load)
        asked = _all(lambda case: _served(engine, case))
        return {"load": load, "start": asdict(figure([start])), "memory": memory(engine.process), "cases": asked}
    finally:
        engine.close()


def index(folder: Path, cap: float) -> Measured:
    """Our store and the coverage index on it."""
    engine = Native(folder)
    load, _ = timed(engine.load)
    of_store = memory()
    built = [apart(lambda: timed(engine.build)[0], cap * 5) for _ in range(BUILDS)]
    profile, _ = apart(engine.profile, cap * 5)
    build, _ = timed(engine.build)
    known = [case for case in cases() if case.name in ASKED]
    asked = {case.name: asdict(_native(engine, case, cap)) for case in known}
    other_dates = {case.name: _on_other_dates(engine, case, cap) for case in known}
    return {
        "load": load,
        "start": asdict(figure([load + build])),
        "build": asdict(figure([seconds for seconds, _ in built if seconds is not None])),
        "memory": memory(),
        "memory of the store": of_store,
        "quads": (folder / "national.nq").stat().st_size // 2**20,
        "cases": asked,
        "other dates": other_dates,
        "gap kinds": {asked.name: _gap_kind(engine, asked, cap) for asked in kinds()},
        "analyses": {name: _analysis(engine, of, cap) for name, of in ANALYSES.items()},
        "profile": profile,
    }


ENGINES: dict[str, Callable[[Path, float], Measured]] = {
    "rdflib": rdflib,
    "oxigraph-memory": oxigraph_memory,
    "oxigraph-disk": oxigraph_disk,
    "virtuoso": virtuoso,
    "index": index,
}


def _in_memory(engine: Engine, cap: float) -> Measured:
    load, _ = timed(engine.load)
    held = memory()
    asked = _all(lambda case: asked_apart(case, lambda: engine.ask(case), lambda table: table, cap))
    return {"load": load, "start": asdict(figure([load])), "memory": held, "cases": asked}


def _all(ask: Callable[[Case], Outcome]) -> dict[str, Any]:
    return {case.name: asdict(ask(case)) for case in cases()}


def _served(engine: Virtuoso, case: Case) -> Outcome:
    """A question to the server; its own time limit ends it. Reading the CSV is outside the time."""
    try:
        return repeated(case, lambda: engine.fetch(case), parsed)
    except FAILURES as error:
        return Outcome(error=f"{error}"[:200])


def _native(engine: Native, case: Case, cap: float) -> Outcome:
    return asked_apart(case, lambda: engine.ask(case), lambda answer: engine.read(case, answer), cap)


def _gap_kind(engine: Native, asked: Question, cap: float) -> Measured:
    """A kind of gap for the whole country: from the index, and by the saved question on our store's engine, once."""

    def on_index() -> Measured:
        return {**asdict(runs(lambda: engine.on_index(asked))), "rows": len(engine.on_index(asked))}

    index, error = apart(on_index, cap)
    by_engine, engine_error = apart(lambda: timed(lambda: len(engine.on_engine(asked))), cap)
    seconds, rows = by_engine or (None, None)
    return {"index": index, "error": error, "engine": seconds, "engine rows": rows, "engine error": engine_error}


def _analysis(engine: Native, analysis: Analysis, cap: float) -> Measured:
    """The first time and the times after it, in a process of its own."""

    def work() -> Measured:
        first, _ = timed(lambda: analysis(engine.store()))
        return {"first": first, **asdict(runs(lambda: analysis(engine.store())))}

    found, error = apart(work, cap)
    return {"error": error, **(found or {})}


def _on_other_dates(engine: Native, case: Case, cap: float) -> Measured | None:
    """The same question for one date after the other, so that no answer can be remembered."""

    def work() -> Measured:
        engine.ask(case)
        days = iter(range(1, MOST + 1))
        return asdict(runs(lambda: engine.ask(case, next(days))))

    found: Measured | None = apart(work, cap)[0]
    return found


def main() -> None:
    """Measure one engine."""
    name, folder, cap = sys.argv[1:]
    with contextlib.redirect_stdout(sys.stderr):
        measured = ENGINES[name](Path(folder), float(cap))
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
