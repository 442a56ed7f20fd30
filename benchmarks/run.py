"""Every engine on the same questions: ``python -m benchmarks.run [--scale 1] [--engines index,oxigraph-memory,…]``.

Writes docs/benchmarks.json and docs/benchmarks.md, which keep the last run of each scale. The graph is made in a
temporary folder that is deleted at the end; each engine runs in a process of its own, one after the other, each
question with a cap.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from benchmarks import virtuoso
from benchmarks.cases import cases
from benchmarks.country import Size
from benchmarks.measure import timed
from benchmarks.national import SEED, generate, shipped_store
from benchmarks.report import FIGURES, TITLES, write
from benchmarks.shares import side_by_side
from graph.store import Store
from graph.vocabulary import BASE

ENGINE_SECONDS = 3600
"""No engine is measured for longer."""
PACKAGES = ("pyoxigraph", "rdflib", "numpy")


def measured(engine: str, folder: Path, cap: float) -> dict[str, Any]:
    """What the worker of one engine found, or why it did not."""
    if engine == "virtuoso" and not virtuoso.installed():
        return {"skipped": "not installed (apt-get install virtuoso-opensource-7-bin)"}
    words = [sys.executable, "-m", "benchmarks.worker", engine, str(folder), str(cap)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=ENGINE_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        return {"skipped": f"not within {ENGINE_SECONDS} s"}
    if done.returncode:
        return {"skipped": (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def agreed(engines: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """For each question the answer most engines give, and how many do; where all differ, that of Oxigraph in memory."""
    right: dict[str, dict[str, Any]] = {}
    for case in cases():
        given = {name: of.get("cases", {}).get(case.name) for name, of in engines.items()}
        prints = {name: o["fingerprint"] for name, o in given.items() if o and not o["error"]}
        if prints:
            most, number = Counter(prints.values()).most_common(1)[0]
            right[case.name] = {
                "answer": most if number > 1 else prints.get("oxigraph-memory", most),
                "engines": number,
            }
    return right


def machine() -> dict[str, Any]:
    """What it ran on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return {"processors": os.cpu_count(), "memory": memory, "python": platform.python_version()}


@click.command()
@click.option("--scale", default=1.0, help="Times 30,000 activities.")
@click.option("--seed", default=SEED)
@click.option("--engines", default=",".join(TITLES), help="Which, with commas between.")
@click.option("--cap", default=60.0, help="Seconds the first run of a question may take.")
@click.option("--shares/--no-shares", default=True, help="Measure the shares of both graphs too.")
def main(scale: float, seed: int, engines: str, cap: float, shares: bool) -> None:
    """Measure every engine on a synthetic national graph."""
    chosen = [engine for engine in engines.split(",") if engine in TITLES]
    with tempfile.TemporaryDirectory(prefix="rodatraden-benchmark-") as made:
        folder = Path(made)
        generated, writer = timed(lambda: generate(folder, Size(scale), seed))
        click.echo(f"{writer.statements:,} statements in {generated:.1f} s")
        run: dict[str, Any] = {
            "command": " ".join(["python -m benchmarks.run", *sys.argv[1:]]),
            "when": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "machine": machine(),
            "versions": {package: version(package) for package in PACKAGES},
            "scale": scale,
            "seed": seed,
            "statements": writer.statements,
            "generated": generated,
            "cap": cap,
            "cases": [case.name for case in cases()],
            "load average": {},
            "engines": {},
            "shares": _shares(folder) if shares else [],
        }
        for engine in chosen:
            run["load average"][TITLES[engine]] = os.getloadavg()[0]
            began = time.monotonic()
            run["engines"][engine] = found = measured(engine, folder, cap)
            click.echo(f"{engine}: {found.get('skipped', 'measured')}, {time.monotonic() - began:.0f} s")
    run["right"] = agreed(run["engines"])
    keep(FIGURES, run)
    write(FIGURES)


def keep(path: Path, run: dict[str, Any]) -> None:
    """Put a run in the place of that of the same scale."""
    known = json.loads(path.read_text("utf-8")) if path.exists() else []
    runs = sorted([run, *(other for other in known if other["scale"] != run["scale"])], key=lambda one: one["scale"])
    path.write_text(json.dumps(runs, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _shares(folder: Path) -> list[tuple[str, float, float]]:
    return side_by_side(shipped_store(), Store.load(folder / "national.nq", "national", BASE))


if __name__ == "__main__":
    main()
