"""Building the store from data/, once per fingerprint.

The built graph is one N-Quads file in the cache, written whole or not at all; deleting it costs a rebuild.
Its default graph is the merge of what is stated and mapped, so that a query without FROM sees each triple
once (pyoxigraph does not merge the graphs of several FROM clauses: a triple in two graphs counts twice).
"""

import os
import tempfile
from pathlib import Path

from graph.errors import StoreError
from graph.fingerprint import fingerprint
from graph.store.embedded import Store, assembled
from graph.vocabulary import BASE


def open_store(data: Path, cache: Path, base: str = BASE) -> Store:
    """The store of this data, from the cache or built anew.

    Raises BrokenData where the data is broken and StoreError where the cache cannot be used.
    """
    version = fingerprint(data, base)
    built = cache / f"{version}.nq"
    if not built.exists():
        _write(built, _quads(data, base))
    return Store.load(built, version, base)


def _quads(data: Path, base: str) -> bytes:
    # Imported here because a warm start needs neither rdflib nor the reader.
    from graph import sources

    facts = sources.read(data, base)
    return assembled({str(address): graph.serialize(format="nt", encoding="utf-8") for address, graph in facts.items()})


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
