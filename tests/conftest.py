"""What every test may use: the shipped data, its store, and a day that does not move.

``pytest --store=URL --worlds=URL`` runs the tests on two engines by URL: one for the shipped data, one for the small
made-up graphs, which take turns in it. Whatever they hold is replaced.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import engines
import pytest
import worlds
from rdflib import Dataset
from small import facts as facts_in

from graph import sources
from graph.setting import Setting
from graph.store import Store, load_store, open_store

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    for name, holds in (("store", "the shipped data"), ("worlds", "the small graphs of tests")):
        default = os.environ.get(f"RODATRADEN_TEST_{name.upper()}", "")
        parser.addoption(f"--{name}", default=default, help=f"Address of an engine to hold {holds}.")


def pytest_report_header(config: pytest.Config) -> str:
    store, small = (config.getoption(f"--{name}") or "embedded" for name in ("store", "worlds"))
    return f"store: {store}, worlds: {small}"


@pytest.fixture(scope="module", autouse=True)
def small_graphs_in_an_engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where an engine is given for them, the stores that tests make themselves lie in it."""
    address = request.config.getoption("--worlds")
    with pytest.MonkeyPatch.context() as patch:
        for module in (worlds, request.module) if address else ():
            if hasattr(module, "Store"):
                patch.setattr(module, "Store", engines.remote_world(address))
        yield


@pytest.fixture(scope="session")
def data() -> Path:
    """The shipped facts."""
    return DATA


@pytest.fixture
def small(tmp_path: Path, data: Path) -> Path:
    """A folder of facts with one document, one goal and one activity."""
    return facts_in(tmp_path / "small", data)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for built graphs."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest, data: Path, cache: Path, today: date) -> Store:
    """The store of the shipped facts."""
    address = request.config.getoption("--store")
    return load_store(Setting(data, cache, today, store=address)) if address else open_store(data, cache)


@pytest.fixture(scope="session")
def facts(data: Path) -> sources.Facts:
    """The shipped facts as rdflib graphs by address."""
    return sources.read(data)


@pytest.fixture(scope="session")
def dataset(facts: sources.Facts) -> Dataset:
    """The shipped facts as an rdflib dataset."""
    whole = Dataset()
    for address, graph in facts.items():
        for statement in graph:
            whole.graph(address).add(statement)
    return whole


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 22)
