"""What every test may use: the shipped data, its store, and a day that does not move."""

from datetime import date
from pathlib import Path

import pytest
from rdflib import Dataset

from graph import sources
from graph.store import Store, open_store

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    """The shipped facts."""
    return DATA


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for built graphs."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def store(data: Path, cache: Path) -> Store:
    """The store of the shipped facts."""
    return open_store(data, cache)


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


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)
