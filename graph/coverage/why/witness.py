"""A minimal witness: what is left of some statements when none can be taken away without another status.

Each try is judged by the coverage code itself, on a store of those statements alone.
"""

from collections.abc import Callable, Iterable

from graph.answer import Iri, Literal, Term
from graph.coverage.index import Coverage
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.coverage.why.statement import Statements, Unit
from graph.errors import BadParameter, UnknownThing
from graph.store import Store
from graph.store.embedded import merge
from graph.vocabulary import MAPPED, RDF_TYPE, RT, STATED

ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
"""What a literal in N-Quads cannot hold as it is."""
Judge = Callable[[list[Unit]], Status | None]
GIVEN = {"place": "Place", "target-group": "TargetGroup", "arena": "Arena", "focus-area": "FocusArea"}
GIVEN |= {"actor": "Actor", "level": "Level", "strategy": "Strategy"}
"""What a filter's member is: that it is there was seen when the scope was read."""


def judge(statements: Statements, goal: str, scope: Scope, candidates: Iterable[Unit], base: str) -> Judge:
    """What tells a goal's status from some of the candidates alone; None where that is no goal of the scope."""
    background = _background(statements, goal, list(candidates))

    def status(units: list[Unit]) -> Status | None:
        index = Coverage(alone([*background, *units], scope, base))
        try:
            return index.of(goal, scope).status
        except (BadParameter, UnknownThing):
            return None

    return status


def minimal(units: list[Unit], wanted: Status, status: Judge) -> list[Unit]:
    """The units that are left when each, the first first, is left out if the status stays; in the same order."""
    kept = units
    while True:
        before = kept
        for unit in before:
            fewer = [other for other in kept if other != unit]
            if status(fewer) == wanted:
                kept = fewer
        if len(kept) == len(before):
            return kept


def alone(units: Iterable[Unit], scope: Scope, base: str) -> Store:
    """A store of these statements, with what the members of the filters are."""
    given = f"{base}graph/given"
    lines = {_line(member, RDF_TYPE, Iri(RT + GIVEN[name]), given) for name, member in scope.filters.items()}
    lines.add(_line(given, f"{RT}basis", Iri(f"{RT}basis-{STATED}"), given))
    for unit in units:
        lines |= {_line(unit.subject, prop, value, unit.graph) for prop, value in unit.reads}
        lines.add(_line(unit.graph, f"{RT}basis", Iri(f"{RT}basis-{unit.basis}"), unit.graph))
    return Store(merge("".join(sorted(lines)).encode(), MAPPED), "witness", base)


def _background(statements: Statements, goal: str, candidates: list[Unit]) -> list[Unit]:
    """What things are, and that the goal is set out, unless a candidate says it: a filter may ask for where."""
    things = {goal, *(u.subject for u in candidates)}
    things |= {str(value) for u in candidates for _, value in u.reads if isinstance(value, Iri)}
    found = [
        Unit(u.subject, u.property, u.value, u.graph, u.basis, ((u.property, u.value),))
        for thing in sorted(things)
        for u in statements.about(thing)
        if u.property == RDF_TYPE and str(u.value).startswith(RT)
    ]
    set_out = [unit for unit in statements.about(goal) if unit.target(RT + "setOutIn") is not None]
    return found if set(set_out) & set(candidates) else [*found, *set_out]


def _line(subject: str, prop: str, value: Term, graph: str) -> str:
    return f"<{subject}> <{prop}> {_written(value)} <{graph}> .\n"


def _written(value: Term) -> str:
    if isinstance(value, Literal):
        return f'"{value.text.translate(ESCAPED)}"^^<{value.datatype}>'
    return f"<{value}>"
