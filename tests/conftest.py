"""What every test may use: the shipped data, its store, and a day that does not move.

``pytest --engine=oxigraph`` (or ``fuseki``) runs what depends on the store on two engines of that kind, started here:
one holds the shipped data, one the small made-up graphs, which take turns in it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import engines
import pytest
import worlds
from engines import EMBEDDED
from rdflib import Dataset
from small import facts as facts_in

from graph import sources
from graph.setting import Setting
from graph.store import Store, load_store, open_store

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "The engine that holds the graph; another than the embedded one is started for the tests that depend on it."
    parser.addoption("--engine", default=EMBEDDED, choices=[EMBEDDED, *engines.SERVERS], help=told)


def pytest_configure(config: pytest.Config) -> None:
    engines.chosen = config.getoption("--engine")


def pytest_report_header(config: pytest.Config) -> str:
    return f"engine: {config.getoption('--engine')}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another engine only what depends on it is run, and nothing in a browser; the rest is said as deselected."""
    if config.getoption("--engine") != EMBEDDED:
        kept = [item for item in items if engines.concerns(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(scope="session")
def engine_addresses(request: pytest.FixtureRequest) -> Iterator[tuple[str, str] | None]:
    """Where the engines are that hold the shipped data and the small graphs; None where both lie in this process."""
    name = request.config.getoption("--engine")
    if name == EMBEDDED:
        yield None
        return
    servers = [engines.SERVERS[name]() for _ in range(2)]
    found = [next(server, "") for server in servers]
    if not all(found):
        pytest.exit(f"no {name} here: install the package oxigraph, or name Fuseki's file in {engines.FUSEKI}", 1)
    yield found[0], found[1]
    for server in servers:
        server.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def made_store(engine_addresses: tuple[str, str] | None) -> engines.Made:
    """Makes a store of quads, in the engine for small graphs where there is one."""
    return engines.remote_world(engine_addresses[1]) if engine_addresses else Store


@pytest.fixture(scope="module", autouse=True)
def small_graphs_in_an_engine(
    request: pytest.FixtureRequest, engine_addresses: tuple[str, str] | None, made_store: engines.Made
) -> Iterator[None]:
    """Where an engine is given for them, the stores that tests make themselves lie in it."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (worlds, request.module) if engine_addresses else ():
            if hasattr(module, "Store"):
                patch.setattr(module, "Store", made_store)
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
def store(engine_addresses: tuple[str, str] | None, data: Path, cache: Path, today: date) -> Store:
    """The store of the shipped facts."""
    if engine_addresses is None:
        return open_store(data, cache)
    return load_store(Setting(data, cache, today, store=engine_addresses[0]))


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
