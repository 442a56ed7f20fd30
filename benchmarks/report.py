"""The report: the figures of the runs as Markdown; ``python -m benchmarks.report`` writes docs/benchmarks.md anew."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).parent.parent / "docs" / "benchmarks.json"
TITLES = {
    "index": "our index",
    "oxigraph-memory": "Oxigraph, memory",
    "oxigraph-disk": "Oxigraph, disk",
    "virtuoso": "Virtuoso",
    "rdflib": "rdflib",
}
MILLISECOND, MILLION = 0.001, 1_000_000


def markdown(runs: list[dict[str, Any]]) -> str:
    """The report of the last run of each scale."""
    parts = ["# Benchmarks", "Written by `python -m benchmarks.run`; do not edit.", *map(_run, runs)]
    return "\n\n".join(parts) + "\n"


def _run(run: dict[str, Any]) -> str:
    engines = {name: of for name, of in run["engines"].items() if "cases" in of}
    parts = [
        f"## {run['statements'] / MILLION:.1f} million statements",
        _about(run),
        "### Questions, warm",
        "Median (least–most) of several runs in the same process; bold is right and fastest.",
        _table(["question", "rows", *(TITLES[e] for e in engines)], _warm(run, engines)),
        *_notes(run, engines),
        "### Questions, first time",
        "The first run in a fresh process; the files are in the system's cache.",
        _table(["question", *(TITLES[e] for e in engines)], _cold(run, engines)),
        *_compared(run, engines),
        "### Starting, and memory",
        _table(["engine", "load or build", "start", "resident, MB", "most, MB"], _starts(engines)),
        *_index(run),
        *(part for of in engines.values() if "gap kinds" in of for part in (*_gap_kinds(of), *_analyses(of))),
        *_shares(run),
    ]
    return "\n\n".join(parts)


def seconds(value: float | None) -> str:
    """A time as people read it.

    >>> seconds(0.00123), seconds(0.25), seconds(31.4)
    ('1.23 ms', '250 ms', '31.4 s')
    """
    if value is None:
        return "–"
    if value < 1:
        scaled = value / MILLISECOND
        return f"{scaled:.3g} ms" if scaled < 100 else f"{scaled:.0f} ms"
    return f"{value:.3g} s"


def _about(run: dict[str, Any]) -> str:
    at = run["machine"]
    loads = ", ".join(f"{name} {load:.1f}" for name, load in run["load average"].items())
    return (
        f"`{run['command']}`, {run['when']}. {at['processors']} processors, {at['memory']} GB, "
        f"Python {at['python']}, {', '.join(f'{k} {v}' for k, v in run['versions'].items())}.\n\n"
        f"The graph: `benchmarks/national.py`, scale {run['scale']:g}, seed {run['seed']}: {run['statements']:,} "
        f"statements in named graphs, made in {run['generated']:.1f} s. The other engines hold their merge as one "
        f"graph; our store holds the named graphs and the merge, since it must know the basis of each link.\n\n"
        f"Other work ran on the machine; load average when each engine began: {loads}. Compare columns, not runs."
    )


def _notes(run: dict[str, Any], engines: dict[str, Any]) -> Iterator[str]:
    """What was not answered, not rightly, or by one engine alone."""
    notes = []
    for case in run["cases"]:
        agreeing = run["right"].get(case, {}).get("engines", 0)
        if agreeing == 1:
            notes.append(f"- `{case}`: one engine answered in time, so this run holds its answer against no other.")
        for engine, of in engines.items():
            outcome = of["cases"].get(case)
            if outcome and outcome["error"]:
                notes.append(f"- `{case}`, {TITLES[engine]}: {outcome['error'].strip()}")
            elif outcome and not _right(run, of, case):
                notes.append(
                    f"- `{case}`, {TITLES[engine]}: another answer than the rest ({outcome['rows']} rows); no time."
                )
    yield "Answers are compared as sets of rows. A dash is no right answer: the index does not hold it, or as follows."
    yield "\n".join(notes)
    yield from (f"{TITLES[e]}: {of['skipped']}." for e, of in run["engines"].items() if "skipped" in of)


def _warm(run: dict[str, Any], engines: dict[str, Any]) -> Iterator[list[str]]:
    for case in run["cases"]:
        times = {engine: _time(run, of, case) for engine, of in engines.items()}
        best = min((t for t in times.values() if t is not None), default=None)
        rows = next((of["cases"][case]["rows"] for of in engines.values() if _right(run, of, case)), 0)
        yield [f"`{case}`", f"{rows:,}", *(_cell(run, of, case, times[e] == best) for e, of in engines.items())]


def _cell(run: dict[str, Any], of: dict[str, Any], case: str, is_best: bool) -> str:
    if not _right(run, of, case):
        return "–"
    warm = of["cases"][case]["warm"]
    if warm is None:
        return f"{seconds(of['cases'][case]['cold'])} (one run)"
    median = f"**{seconds(warm['median'])}**" if is_best else seconds(warm["median"])
    return f"{median} ({seconds(warm['least'])}–{seconds(warm['most'])})"


def _cold(run: dict[str, Any], engines: dict[str, Any]) -> Iterator[list[str]]:
    for case in run["cases"]:
        right = [seconds(of["cases"][case]["cold"]) if _right(run, of, case) else "–" for of in engines.values()]
        yield [f"`{case}`", *right]


def _compared(run: dict[str, Any], engines: dict[str, Any]) -> Iterator[str]:
    others = [TITLES[engine] for engine in engines if engine != "index"]
    if others and "index" in engines:
        yield "### How many times longer than our index"
        yield "Ratios within this run: of the warm medians, or of the first runs where the other engine was run once."
        yield _table(["question", *others], _ratios(run, engines))


def _ratios(run: dict[str, Any], engines: dict[str, Any]) -> Iterator[list[str]]:
    own = engines.get("index", {})
    for case in run["cases"]:
        if _right(run, own, case):
            others = (of for engine, of in engines.items() if engine != "index")
            yield [f"`{case}`", *(_ratio(run, own, of, case) for of in others)]


def _ratio(run: dict[str, Any], own: dict[str, Any], of: dict[str, Any], case: str) -> str:
    """Warm against warm; first run against first run where the other engine has no more."""
    if not _right(run, of, case):
        return "–"
    ours, theirs = own["cases"][case], of["cases"][case]
    both = ours["warm"] and theirs["warm"]
    ratio = theirs["warm"]["median"] / ours["warm"]["median"] if both else theirs["cold"] / ours["cold"]
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}"


def _starts(engines: dict[str, Any]) -> Iterator[list[str]]:
    for engine, of in engines.items():
        memory = of["memory"]
        yield [
            TITLES[engine],
            seconds(of["load"]),
            seconds(of["start"]["median"]),
            f"{memory['VmRSS']}",
            f"{memory['VmHWM']}",
        ]


def _index(run: dict[str, Any]) -> Iterator[str]:
    of = run["engines"].get("index", {})
    if "build" not in of:
        return
    build, memory, store = of["build"], of["memory"], of["memory of the store"]
    yield "### The index"
    between = f"{seconds(build['least'])}–{seconds(build['most'])}, {build['runs']} runs"
    yield (
        f"Built in {seconds(build['median'])} ({between}) from a loaded store. The process holds {memory['VmRSS']} MB, "
        f"{store['VmRSS']} MB of it before the index: the engine with the named graphs and their merge "
        f"({of['quads']} MB as N-Quads, which stay in their file)."
    )
    others = ((f"`{case}`", f) for case, f in of["other dates"].items() if f)
    yield "Asked for another date each time, so that nothing asked before is remembered:"
    rows = ([case, seconds(f["median"]), seconds(f["least"]), seconds(f["most"])] for case, f in others)
    yield _table(["question", "median", "least", "most"], rows)
    if of["profile"]:
        yield "Where building spends its time (cProfile; own and with what it calls):"
        rows = ([f"`{p['function']}`", p["calls"], seconds(p["own"]), seconds(p["total"])] for p in of["profile"])
        yield _table(["function", "calls", "own", "total"], rows)


def _gap_kinds(of: dict[str, Any]) -> Iterator[str]:
    yield "### Every gap kind, the whole country"
    yield (
        "From the index, as the gap report has them (several runs, warm), and by the saved question on our store's "
        "engine (one run). Both give the same number of rows unless the table says otherwise."
    )
    kinds = of["gap kinds"]
    yield _table(["gap kind", "rows", "index, median", "most", "engine"], map(_gap_kind, kinds, kinds.values()))
    index = sum(kind["index"]["median"] for kind in kinds.values() if kind["index"])
    engine = sum(kind["engine"] for kind in kinds.values() if kind["engine"] is not None)
    yield f"All together: {seconds(index)} from the index, {seconds(engine)} on the engine."


def _gap_kind(name: str, of: dict[str, Any]) -> list[str]:
    engine = of["engine error"] or seconds(of["engine"])
    index = of["index"]
    if not index:
        return [f"`{name}`", "–", of["error"], "–", engine]
    same = of["engine rows"] in (None, index["rows"])
    rows = f"{index['rows']:,}" if same else f"{index['rows']:,}, on the engine {of['engine rows']:,}"
    return [f"`{name}`", rows, seconds(index["median"]), seconds(index["most"]), engine]


def _analyses(of: dict[str, Any]) -> Iterator[str]:
    yield "### What only the index answers"
    yield "What-if gives the changed cells of all goals × all places and the goals whose status changes."
    rows = ([name, *_analysis(one)] for name, one in of["analyses"].items())
    yield _table(["analysis", "first", "median after", "least", "most"], rows)


def _analysis(of: dict[str, Any]) -> list[str]:
    if of["error"]:
        return [of["error"], "–", "–", "–"]
    return [seconds(of[key]) for key in ("first", "median", "least", "most")]


def _shares(run: dict[str, Any]) -> Iterator[str]:
    if run["shares"]:
        yield "### The synthetic graph beside the shipped data"
        yield _table(["share", "shipped", "synthetic"], ([n, f"{a:.1%}", f"{b:.1%}"] for n, a, b in run["shares"]))


def _right(run: dict[str, Any], of: dict[str, Any], case: str) -> bool:
    outcome = of.get("cases", {}).get(case)
    return bool(outcome) and not outcome["error"] and outcome["fingerprint"] == _agreed(run, case)


def _agreed(run: dict[str, Any], case: str) -> str | None:
    answer: str | None = run["right"].get(case, {}).get("answer")
    return answer


def _time(run: dict[str, Any], of: dict[str, Any], case: str) -> float | None:
    if not _right(run, of, case):
        return None
    outcome = of["cases"][case]
    found: float = outcome["warm"]["median"] if outcome["warm"] else outcome["cold"]
    return found


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(figures: Path = FIGURES) -> None:
    """Write the report beside the figures."""
    figures.with_suffix(".md").write_text(markdown(json.loads(figures.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    write()
