"""Loading an engine by URL: all of a graph or nothing of it, as readers see it.

Each named graph is first put under a name that no query reads, and counted there. Then one update, which the engine
runs as one transaction if it has any, moves all into place, makes the merges and says which version it is. Every step
but that last can be repeated without harm; that one is sent once and its outcome read from what the engine then says.
"""

from collections.abc import Iterator, Mapping

from graph.errors import QueryRefused, StoreError
from graph.store.embedded import Embedded, Store
from graph.store.remote import BASIS, PART, VERSION, Loaded, Remote
from graph.vocabulary import BASES, MAPPED, RT

COUNTS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
MOST_STATEMENTS = 1000
"""In one INSERT DATA: Virtuoso's compiler refuses much larger ones."""


def load(engine: Remote, quads: Embedded, version: str, again: bool = False) -> bool:
    """Load a version of the graph, and tell whether that was needed; raises StoreError, and then another is kept.

    One load at a time: two at once would use the same names. With ``again`` a version that is there is withdrawn and
    loaded anew.
    """
    before = engine.contents()
    if before is not None and before.version == version:
        if not again:
            return False
        withdraw(engine)
    whole = Store(quads, version, engine.base)
    staged = {graph: f"{engine.base}staged/{number}" for number, graph in enumerate(quads.names)}
    for graph, place in staged.items():
        _put(engine, place, quads.graph(graph))
    _counted(engine, {place: quads.graph(graph).count(b"\n") for graph, place in staged.items()})
    try:
        engine.update(";\n".join(_switch(engine, whole, staged, before)), repeatable=False)
    except (StoreError, QueryRefused):
        after = engine.contents()
        if after is None or after.version != version:
            raise
    return True


def withdraw(engine: Remote) -> None:
    """Let the engine hold no version: what was loaded is not to be read."""
    engine.update(_dropped(engine.record))


def _put(engine: Remote, graph: str, triples: bytes) -> None:
    """Let a graph hold these triples: by the Graph Store or, where there is none, by updates.

    What has a blank node goes in with the emptying, in one update: repeated, it makes no second one.
    """
    if engine.at.graphs is not None:
        engine.put(graph, triples)
        return
    lines = triples.decode().rstrip("\n").split("\n")
    plain, blank = ([line for line in lines if ("_:" in line) is kept_together] for kept_together in (False, True))
    engine.update(";\n".join([_dropped(graph), *([_inserted(graph, blank)] if blank else [])]))
    for start in range(0, len(plain), MOST_STATEMENTS):
        engine.update(_inserted(graph, plain[start : start + MOST_STATEMENTS]))


def _counted(engine: Remote, expected: Mapping[str, int]) -> None:
    """See that every statement arrived."""
    found = {graph: int(number) for graph, number in engine.rows(COUNTS, engine.record, expected)}
    wrong = sorted(graph for graph, number in expected.items() if found.get(graph) != number)
    if wrong:
        some = f"{wrong[0]}: {found.get(wrong[0], 0)} / {expected[wrong[0]]}"
        raise StoreError(
            f"Motorn tog inte emot allt ({some}). Ladda igen, en i taget; den förra versionen är kvar.",
            f"The engine did not take in everything ({some}). Load again, one at a time; the version before is kept.",
        )


def _switch(engine: Remote, whole: Store, staged: Mapping[str, str], before: Loaded | None) -> Iterator[str]:
    """The steps of the update that lets readers see the new version."""
    for graph, place in staged.items():
        yield f"MOVE <{place}> TO <{graph}>"
    old = (*before.graphs, *before.others) if before else ()
    merges = {basis: f"{engine.base}merged/{basis}" for basis in BASES}
    for graph in (*(g for g in old if g not in staged), *merges.values(), engine.record):
        yield _dropped(graph)
    said = [(engine.record, VERSION, f'"{whole.version}"'), *((engine.record, PART, f"<{graph}>") for graph in staged)]
    for basis, merge in merges.items():
        parts = whole.graphs(basis)
        if basis != MAPPED and parts == whole.graphs(MAPPED):
            merge = merges[MAPPED]
        else:
            yield from (f"ADD <{graph}> TO <{merge}>" for graph in parts)
        said.append((merge, BASIS, f"<{RT}basis-{basis}>"))
    yield _inserted(engine.record, [f"<{s}> <{p}> {o} ." for s, p, o in said])


def _dropped(graph: str) -> str:
    return f"DROP SILENT GRAPH <{graph}>"


def _inserted(graph: str, lines: list[str]) -> str:
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n" + "\n".join(lines) + "\n} }"
