"""Building the store from data/, once per fingerprint.

The built graph is one N-Quads file in the cache, written whole or not at all; deleting it costs a rebuild.
Its default graph is the merge of what is stated and mapped, so that a query without FROM sees each triple
once (pyoxigraph does not merge the graphs of several FROM clauses: a triple in two graphs counts twice).
"""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.fingerprint import fingerprint
from graph.setting import Setting
from graph.store.embedded import Embedded, Store, assembled, serialized
from graph.store.kept import KeptFile
from graph.vocabulary import BASE

if TYPE_CHECKING:
    from graph.store.remote import Remote


def open_store(data: Path, cache: Path, base: str = BASE) -> Store:
    """The store of this data, from the cache or built anew.

    Raises BrokenData where the data is broken and StoreError where the cache cannot be used.
    """
    return Store.load(*_built(data, cache, base), base)


def store_of(setting: Setting) -> Store:
    """The store of a setting: in the engine that it names, or else in this process.

    Raises StoreError too where the engine does not hold this version of the data: it is never loaded unasked.
    """
    if not setting.store:
        return open_store(setting.data, setting.cache, setting.base)
    engine, version = _engine(setting), fingerprint(setting.data, setting.base)
    loaded = engine.loaded()
    if loaded != version:
        raise StoreError(
            f"I {engine.at.query} ligger version {loaded} av grafen, men data här är version {version}. "
            "Ladda den med rodatraden load.",
            f"{engine.at.query} holds version {loaded} of the graph, but the data here is version {version}. "
            "Load it with rodatraden load.",
        )
    return Store(engine, version, setting.base)


def load_store(setting: Setting, again: bool = False) -> Store:
    """Load the engine of a setting with its data, unless it has them; raises BrokenData or StoreError."""
    if not setting.store:
        raise StoreError(
            "Ange motorns adress med --store eller RODATRADEN_STORE; utan den finns inget att ladda.",
            "Give the address of the engine with --store or RODATRADEN_STORE; without it there is nothing to load.",
        )
    from graph.store.loading import load

    engine = _engine(setting)
    path, version = _built(setting.data, setting.cache, setting.base)
    load(engine, Embedded(KeptFile(path)), version, again)
    return Store(engine, version, setting.base)


def withdraw_store(setting: Setting) -> None:
    """Let the engine of a setting hold no version: it is then refused until it is loaded again."""
    from graph.store.loading import withdraw

    withdraw(_engine(setting))


def _engine(setting: Setting) -> "Remote":
    # Imported here, and loading above: the graph in this process needs no HTTP.
    from graph.store.endpoints import endpoints
    from graph.store.remote import Remote

    return Remote(endpoints(setting.store, setting.store_update, setting.store_graphs), setting.base)


def _built(data: Path, cache: Path, base: str) -> tuple[Path, str]:
    """The file of the built graph, which is there, and its version."""
    version = fingerprint(data, base)
    built = cache / f"{version}.nq"
    if not built.exists():
        _write(built, _quads(data, version, base))
    return built, version


def _quads(data: Path, version: str, base: str) -> bytes:
    """The graph as N-Quads, with the named graph that describes it.

    The description counts and asks, so it is made from a store without it: the one import that points upwards.
    """
    # Imported here because a warm start needs neither rdflib nor the reader.
    from graph import description, sources

    facts = sources.read(data, base)
    graphs = {str(address): graph.serialize(format="nt", encoding="utf-8") for address, graph in facts.items()}
    quads = assembled(graphs)
    described = serialized(description.description(Store(quads, version, base)), "nt")
    # What it says counts as stated, so it stands in the default graph too.
    return quads + described + described.replace(b" .\n", f" <{description.address_of_graph(base)}> .\n".encode())


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
    except OSError as error:
        raise StoreError(
            f"Mappen för den byggda grafen, {path.parent}, går inte att skriva i: {error.strerror}. "
            "Välj en annan med --cache.",
            f"The folder for the built graph, {path.parent}, cannot be written: {error.strerror}. "
            "Choose another with --cache.",
        ) from error
