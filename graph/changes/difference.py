"""Which statements decide on one side, and which of those the other side does not have."""

import re
from collections.abc import Iterable
from functools import cache

from graph.answer import Iri
from graph.changes.side import Side
from graph.coverage import Statement, Status, deciding, why
from graph.coverage.reading import DAYS
from graph.coverage.why.statement import DATED, READ, Unit
from graph.vocabulary import BASES, PREFIXES, RT

Key = tuple[str, str, str, str]
INCOMING = "SELECT DISTINCT ?subject ?value WHERE { GRAPH ?graph { ?subject ?property ?value } }"
NAME = re.compile(r"([a-z]+):(\w+)")


def deciders(side: Side, goal: str) -> tuple[str, ...]:
    """The activities that decide a goal's status; none where the goal is not of the scope."""
    return deciding(side.store, goal, side.asked) if goal in side.statuses else ()


def decisive(side: Side, goal: str, activities: Iterable[str]) -> list[Unit]:
    """What decides a goal's status, by each of these activities; what sets it out where it is on one side only."""
    if goal not in side.statuses:
        return []
    reasons = [why(side.store, goal, side.asked, activity) for activity in sorted(activities)]
    if side.statuses[goal] <= Status.NONE:
        reasons.append(why(side.store, goal, side.asked))
    said = {key_of(statement) for reason in reasons for statement in reason.witness}
    return [unit for key in said for unit in side.statements.about(key[0]) if key_of(unit) == key] + [
        unit for unit in side.statements.about(goal) if unit.property == RT + "setOutIn"
    ]


def about(side: Side, thing: str, asked: frozenset[str]) -> list[Unit]:
    """What is said of a thing and what points at it, by the properties asked about."""
    below = (str(row["subject"]) for row in side.store.select(INCOMING, {"value": Iri(thing)}))
    incoming = [u for one in below for u in side.statements.about(one) if str(u.value) == thing]
    admitted = BASES[: BASES.index(side.scope.basis) + 1]
    return [
        unit
        for unit in (*side.statements.about(thing), *incoming)
        if unit.basis in admitted and not asked.isdisjoint({unit.property, *(read for read, _ in unit.reads)} & READ)
    ]


def judgements(side: Side, goal: str) -> set[str]:
    """The judgements that a goal is not relevant."""
    return {judged.address for judged in side.index.facts(side.scope.basis).judgements if judged.goal == goal}


def served(side: Side, thing: str) -> set[str]:
    """All that a thing serves, directly or not."""
    number = side.index.number.get(thing)
    above = [] if number is None else side.index.facts(side.scope.basis).thread.of(number).tolist()
    return {side.index.names[one] for one in above}


@cache
def asked_about(text: str) -> frozenset[str]:
    """The properties that a question names, and the days derived from them.

    >>> sorted(asked_about("SELECT ?a { ?a rt:serves+ ?g ; dcterms:source ?d }"))
    ['http://purl.org/dc/terms/source', 'https://w3id.org/rodatraden/ns#serves']
    """
    named = {PREFIXES[prefix] + word for prefix, word in NAME.findall(text) if prefix in PREFIXES}
    return frozenset(named | {DATED[prop][0] for prop in named if prop in DATED})


def key_of(said: Unit | Statement) -> Key:
    """What makes two statements the same in two versions; a graph may have been renamed."""
    return said.subject, said.property, str(said.value), said.basis


def is_said(side: Side, key: Key) -> bool:
    return any(key_of(unit) == key for unit in side.statements.about(key[0]))


def missing(units: Iterable[Unit], side: Side) -> dict[Key, Unit]:
    """Those of these statements that the side does not have."""
    return {key_of(unit): unit for unit in units if not is_said(side, key_of(unit))}


def same_day(side: Side, key: Key) -> list[Unit]:
    """The statements of a side that give the same thing the same day, where the key is of a day."""
    dated = {*DATED, *DAYS}
    return [unit for unit in side.statements.about(key[0]) if unit.property == key[1] and unit.property in dated]
