"""A thread and its beginnings as rows, for files: the same columns everywhere."""

from collections.abc import Iterable

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage import Status
from graph.question import Words
from graph.threads.plan import Plan
from graph.threads.seen import Link, Node
from graph.vocabulary import RT, XSD

THREAD_COLUMNS: dict[str, Words] = {
    "below": {"sv": "Sak", "en": "Thing"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "above": {"sv": "Tjänar", "en": "Serves"},
    "basis": {"sv": "Grund", "en": "Basis"},
    "activities": {"sv": "Aktiviteter", "en": "Activities"},
    "status": {"sv": "Status", "en": "Status"},
    "stops": {"sv": "Tråden slutar här", "en": "The thread stops here"},
}
PLAN_COLUMNS: dict[str, Words] = {
    "plan": {"sv": "Plan", "en": "Plan"},
    "layer": {"sv": "Nivå", "en": "Level"},
    "goals": {"sv": "Mål", "en": "Goals"},
    "activities": {"sv": "Aktiviteter", "en": "Activities"},
    "stops": {"sv": "Ställen där tråden slutar", "en": "Places where the thread stops"},
}


def thread_rows(nodes: Iterable[Node], links: Iterable[Link]) -> Answer:
    """Each link, by its ends, and each thing that serves nothing in the thread, with nothing above it."""
    known = {node.key: node for node in nodes}
    upwards = {(link.below, link.above): link.basis for link in links}
    tops = known.keys() - {below for below, _ in upwards}
    pairs: dict[tuple[str, str], str] = {**upwards, **{(top, ""): "" for top in tops}}
    return Answer(tuple(THREAD_COLUMNS), tuple(_row(known[key[0]], key[1], pairs[key]) for key in sorted(pairs)))


def _row(node: Node, above: str, basis: str) -> tuple[Term | None, ...]:
    return (
        Iri(node.key),
        Iri(RT + node.kind) if node.kind else None,
        Iri(above) if above else None,
        Literal(basis) if basis else None,
        _number(None if node.status == Status.UNKNOWN else node.count),
        Iri(f"{RT}status-{node.status.word}"),
        Literal("true" if node.stops else "false", XSD + "boolean"),
    )


def plan_rows(plans: Iterable[Plan]) -> Answer:
    """The plans to begin from, a row for each."""
    rows = (
        (Iri(plan.address), Literal(plan.layer), _number(plan.goals), _number(plan.count), _number(plan.stops))
        for plan in plans
    )
    return Answer(tuple(PLAN_COLUMNS), tuple(rows))


def _number(number: int | None) -> Term | None:
    return None if number is None else integer(number)
