"""The process in which one change is worked out: it ends with its task, and can be ended before.

While the engine runs what was sent, there is no file descriptor left for a socket, and memory and processor time are
bounded. The new graph is then made, checked where it counts, and left in a file for the service to take over.
"""

import math
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from graph.errors import (
    QueryNotAllowed,
    QueryRefused,
    QuerySyntax,
    QueryTooLarge,
    RodaTradenError,
    StoreError,
    UnknownGraph,
)
from graph.journal import Patch, replayed
from graph.setting import Setting
from graph.store.build import write
from graph.store.confined import bound_memory, first_free, let_others_first
from graph.store.embedded import loaded
from graph.store.guard import tokens
from graph.store.whole import derived, given, whole
from graph.store.writing.wish import ALLOWED, Add, Document, Remove, Replace, Update, WriteLimits, Writing

EMPTYING = frozenset(["CLEAR", "DROP"])


@dataclass(frozen=True)
class Task:
    """A wish, the file of the graph that it is about, and the file for the graph that comes of it."""

    wish: Writing
    before: Path
    after: Path
    shapes: Path
    base: str
    limits: WriteLimits

    @classmethod
    def of(cls, wish: Writing, setting: Setting, limits: WriteLimits, before: Path, after: Path) -> "Task":
        """A task where the data and the base of a setting count."""
        return cls(wish, before, after, setting.data / "vocabulary", setting.base, limits)


@dataclass(frozen=True)
class Outcome:
    """What a wish changes; nothing was written where the patch is empty. ``is_new`` tells of a graph that was not."""

    patch: Patch
    is_new: bool = False


def run(connection: Connection, task: Task) -> None:
    """Work out a change and send its outcome, or the error that says why there is none."""
    let_others_first()
    try:
        answer: Outcome | RodaTradenError = _outcome(task)
    except RodaTradenError as error:
        answer = error
    except OSError as error:
        answer = StoreError(
            f"Tjänsten kunde inte läsa eller skriva grafen: {error.strerror}.",
            f"The service could not read or write the graph: {error.strerror}.",
        )
    except MemoryError:
        answer = QueryTooLarge(
            "Ändringen behövde mer minne än tillåtet.", "The change needed more memory than allowed."
        )
    connection.send(answer)


def _outcome(task: Task) -> Outcome:
    # Imported here, in the process that needs it: who writes does not.
    from graph.store.writing.valid import refuse_invalid

    engine = loaded(task.before.read_bytes())
    before, made = given(engine, task.base), _derived(engine, task.base)
    is_new = isinstance(task.wish, Replace | Add) and not engine.contains_named_graph(_graph(task.wish.graph))
    with _confined(task.limits):
        _done(engine, task.wish, task.base)
    _refuse_derived(task.wish, made, _derived(engine, task.base))
    patch = Patch.between(before, given(engine, task.base))
    if patch:
        _refuse_foreign(patch)
        quads = replayed(b"\n".join(before), [patch])
        refuse_invalid(b"\n".join(before), quads, patch, task.shapes)
        write(task.after, whole(quads, task.base))
    return Outcome(patch, is_new)


def _done(engine: ox.Store, wish: Writing, base: str) -> None:
    """Let the engine do what is wished. Raises a QueryRefused where it cannot."""
    try:
        if isinstance(wish, Update):
            engine.update(wish.text, base_iri=base)
        else:
            _set(engine, wish)
    except SyntaxError as error:
        raise QuerySyntax(f"Det går inte att läsa: {error}", f"It cannot be read: {error}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryRefused(
            f"Ändringen gick inte att göra: {error}", f"The change could not be made: {error}"
        ) from error


def _set(engine: ox.Store, wish: Replace | Add | Remove) -> None:
    """Let a graph be as it is to be."""
    graph = _graph(wish.graph)
    if isinstance(wish, Remove) and not engine.contains_named_graph(graph):
        raise UnknownGraph(
            f"Det finns ingen graf med adressen ”{wish.graph}”.", f"There is no graph with the address “{wish.graph}”."
        )
    if isinstance(wish, Remove | Replace):
        engine.remove_graph(graph)
    if isinstance(wish, Add | Replace):
        for document in wish.documents:
            engine.bulk_extend(_read(document, graph))


def _read(document: Document, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """The statements of a document, in the graph; its blank nodes are nobody else's."""
    form = ALLOWED[document.media_type]
    for quad in ox.parse(document.content, format=form, base_iri=graph.value, rename_blank_nodes=True):
        if quad.graph_name != ox.DefaultGraph():
            raise QuerySyntax(
                "Dokumentet säger själv i vilken graf något står. Skicka en graf i taget, utan namn i dokumentet.",
                "The document says itself in which graph something stands. Send one graph, without a name in it.",
            )
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _graph(address: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(address)
    except ValueError as error:
        raise QuerySyntax(f"”{address}” är ingen adress.", f"“{address}” is no address.") from error


def _refuse_foreign(patch: Patch) -> None:
    """Raise QuerySyntax for what RDF 1.1 does not know, and for a graph without an address.

    Other engines could not read it, and nobody could name it.
    """
    for quad in ox.parse(b"\n".join(patch.added), format=ox.RdfFormat.N_QUADS):
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise QuerySyntax("En graf ska ha en adress.", "A graph shall have an address.")
        if isinstance(quad.object, ox.Triple) or getattr(quad.object, "direction", None):
            raise QuerySyntax(
                "Påståenden om påståenden och text med riktning (RDF 1.2) går inte att lägga in.",
                "Statements about statements and text with a direction (RDF 1.2) cannot be taken in.",
            )


def _derived(engine: ox.Store, base: str) -> list[frozenset[ox.Quad]]:
    """What is made of the named graphs, graph by graph."""
    return [frozenset(engine.quads_for_pattern(None, None, None, graph)) for graph in derived(base)]


def _refuse_derived(wish: Writing, before: list[frozenset[ox.Quad]], after: list[frozenset[ox.Quad]]) -> None:
    """Raise QueryNotAllowed where what is derived was changed, other than emptied with everything else."""
    for old, new in zip(before, after, strict=True):
        if old != new and (new or not _empties_all(wish)):
            raise QueryNotAllowed(
                "Grafen utan namn och grafens beskrivning av sig själv görs av de andra graferna. Skriv i en graf "
                "med namn: GRAPH <adress> { … }, eller WITH <adress>.",
                "The default graph and the graph's description of itself are made from the other graphs. Write in a "
                "named graph: GRAPH <address> { … }, or WITH <address>.",
            )


def _empties_all(wish: Writing) -> bool:
    words = [t.text.upper() for t in tokens(wish.text) if t.kind == "word"] if isinstance(wish, Update) else []
    loud = [word for word in words if word != "SILENT"]
    return any(word in EMPTYING and after == "ALL" for word, after in pairwise(loud))


@contextmanager
def _confined(limits: WriteLimits) -> Iterator[None]:
    """Bound memory and processor time, and leave no descriptor for a socket meanwhile.

    Nothing that the engine says as it dies reaches the service's own output.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limits.seconds) + 5,) * 2)
    bound_memory(limits.memory_bytes)
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    os.close(silence)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (first_free(0), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
