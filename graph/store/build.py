"""Building the store from data/ and the journal of what was changed since, once per version.

The built graph is one N-Quads file in the cache, written whole or not at all; deleting it costs a rebuild.
Its default graph is the merge of what is stated and mapped, so that a query without FROM sees each triple
once (pyoxigraph does not merge the graphs of several FROM clauses: a triple in two graphs counts twice).
"""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.fingerprint import fingerprint
from graph.journal import Change, Journal, replayed
from graph.setting import Setting
from graph.store.embedded import Embedded, Store
from graph.store.kept import KeptFile
from graph.store.whole import named, whole
from graph.vocabulary import BASE

if TYPE_CHECKING:
    from graph.store.remote import Remote


def open_store(data: Path, cache: Path, base: str = BASE, journal: Path | None = None) -> Store:
    """The store of this data, with the changes of a journal, from the cache or built anew.

    Raises BrokenData where the data is broken and StoreError where the cache or the journal cannot be used.
    """
    return Store.load(*_latest(data, cache, base, journal), base)


def store_of(setting: Setting) -> Store:
    """The store of a setting: in the engine that it names, or else in this process.

    Raises StoreError too where the engine does not hold this version of the data: it is never loaded unasked.
    """
    if not setting.store:
        return open_store(setting.data, setting.cache, setting.base, setting.journal)
    engine, version = _engine(setting), version_of(fingerprint(setting.data, setting.base), changes_of(setting.journal))
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
    return store_at(setting, *_latest(setting.data, setting.cache, setting.base, setting.journal), again)


def store_at(setting: Setting, path: Path, version: str, again: bool = False) -> Store:
    """The store of a built graph: in the engine of a setting, which is loaded with it, or else in this process."""
    if not setting.store:
        return Store.load(path, version, setting.base)
    from graph.store.loading import load

    engine = _engine(setting)
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


def changes_of(journal: Path | None) -> tuple[Change, ...]:
    """The changes of a journal, if there is one."""
    return Journal(journal).changes if journal else ()


def _latest(data: Path, cache: Path, base: str, journal: Path | None) -> tuple[Path, str]:
    """The file of the built graph that counts now, and its version."""
    changes = changes_of(journal)
    version = version_of(fingerprint(data, base), changes)
    return built(data, cache, base, changes, version), version


def built(data: Path, cache: Path, base: str, changes: Sequence[Change], version: str) -> Path:
    """The file of the built graph of a version, which is there."""
    path = built_at(cache, version)
    if not path.exists():
        quads = replayed(_named(data, base), (change.patch for change in changes))
        write(path, whole(quads, base))
    return path


def version_of(data: str, changes: Sequence[Change]) -> str:
    """The version of the graph that a fingerprint of the data and the changes since make."""
    return hashlib.sha256(f"{data} {changes[-1].id}".encode()).hexdigest()[:16] if changes else data


def built_at(cache: Path, version: str) -> Path:
    """Where the built graph of a version lies."""
    return cache / f"{version}.nq"


def _named(data: Path, base: str) -> bytes:
    # Imported here because a warm start needs neither rdflib nor the reader.
    from graph import sources

    facts = sources.read(data, base)
    return named({str(address): graph.serialize(format="nt", encoding="utf-8") for address, graph in facts.items()})


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                os.replace(file.name, path)
            except OSError:
                os.unlink(file.name)
                raise
    except OSError as error:
        raise StoreError(
            f"Mappen för den byggda grafen, {path.parent}, går inte att skriva i: {error.strerror}. "
            "Välj en annan med --cache.",
            f"The folder for the built graph, {path.parent}, cannot be written: {error.strerror}. "
            "Choose another with --cache.",
        ) from error
