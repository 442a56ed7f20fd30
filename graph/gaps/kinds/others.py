"""Gaps of handslag, target groups and places, and of evidence."""

import numpy as np

from graph.coverage.relation import Numbers, Relation, related
from graph.gaps.kinds.asked import Asked, Columns
from graph.vocabulary import DCTERMS, RT

EVIDENCED = (
    "Strategy",
    "Area",
    "FocusArea",
    "Goal",
    "Handslag",
    "Activity",
    "Commitment",
    "FollowUp",
    "Observation",
)
"""The kinds whose things must have a passage."""


def handslag_naming_no_goal(asked: Asked) -> Columns:
    """It carries out a strategy, or an area of one, and serves no goal of it by name."""
    facts = asked.facts
    strategies = _carried_out(asked).only(facts.kind("Handslag"), facts.kind("Strategy"))
    own = facts.set_out.plus(facts.thread.then(facts.set_out))
    # Naming the strategy itself is not naming a goal of it.
    of_another = related(own.left[own.left != own.right], own.right[own.left != own.right], own.size)
    named = facts.links.only(left=facts.kind("Handslag")).then(of_another)
    pairs = asked.given(_minus(strategies, named), "strategy")
    if asked.place is not None:
        pairs = pairs.only(left=asked.marked(_placed(asked).inverse.of(asked.place)))
    return {"handslag": pairs.left, "strategy": pairs.right}


def handslag_without_activity(asked: Asked) -> Columns:
    """No activity carries it out."""
    facts = asked.facts
    found = facts.kind("Handslag") & ~asked.right(facts.thread.only(left=facts.activities))
    if "strategy" in asked.values:
        found &= asked.given(_carried_out(asked), "strategy").marks()
    if asked.place is not None:
        return {"handslag": np.flatnonzero(found & asked.marked(_placed(asked).inverse.of(asked.place)))}
    placed = facts.relation("place").only(left=found)
    nowhere = np.flatnonzero(found & ~placed.marks())
    return {
        "handslag": np.concatenate([placed.left, nowhere]),
        "place": np.concatenate([placed.right, np.full(len(nowhere), -1)]),
    }


def municipalities_not_named(asked: Asked) -> Columns:
    """No document names it."""
    facts = asked.facts
    unnamed = facts.reading.place_kind("municipality", asked.basis) & ~facts.named
    if asked.place is not None:
        unnamed &= asked.marked(np.array([asked.place]))
    parts = facts.reading.relation(DCTERMS + "isPartOf", asked.basis).only(left=unnamed)
    pairs = asked.given(parts, "county")
    return {"place": pairs.left, "county": pairs.right}


def target_groups_not_reached(asked: Asked) -> Columns:
    """A document names it, and no activity is aimed at it or a part of it."""
    groups = asked.index.dimension("target-group", asked.basis)
    reached = asked.right(groups.relation.only(left=asked.activities))
    named = asked.facts.reading.documents(asked.basis).only(left=~reached, right=asked.applying)
    pairs = asked.given(named, "document")
    return {"targetGroup": pairs.left, "document": pairs.right}


def things_without_passage(asked: Asked) -> Columns:
    """No quote from any source."""
    facts = asked.facts
    bare = ~facts.reading.evidenced(asked.basis)
    from_where = facts.relation("setOutIn").plus(facts.reading.relation(DCTERMS + "source", asked.basis))
    if asked.place is not None:
        placed = _placed(asked)
        bare &= asked.marked(placed.plus(from_where.then(placed)).inverse.of(asked.place))
    kinds = [(asked.index.number.get(RT + kind, -1), np.flatnonzero(facts.kind(kind) & bare)) for kind in EVIDENCED]
    thing = np.concatenate([things for _, things in kinds])
    kind = np.repeat([number for number, _ in kinds], [len(things) for _, things in kinds])
    origin, source = asked.given(from_where, "setOutIn").reached(thing)
    nowhere = np.flatnonzero(~from_where.marks()[thing]) if "setOutIn" not in asked.values else np.zeros(0, np.int64)
    rows = np.concatenate([origin, nowhere])
    return {"thing": thing[rows], "kind": kind[rows], "setOutIn": _filled(source, len(rows))}


def _carried_out(asked: Asked) -> Relation:
    """What carries out what, and the strategy that sets that out: ``rt:carriesOut/rt:setOutIn?``."""
    carried = asked.facts.relation("carriesOut")
    return carried.plus(carried.then(asked.facts.relation("setOutIn")))


def _placed(asked: Asked) -> Relation:
    """The places each thing itself has, and those these are part of."""
    parts = asked.facts.reading.relation(DCTERMS + "isPartOf", asked.basis)
    return asked.facts.relation("place").then_any(parts)


def _minus(one: Relation, other: Relation) -> Relation:
    """The pairs of the one that are none of the other."""
    bits = one.size.bit_length()
    kept = ~np.isin((one.left << bits) | one.right, (other.left << bits) | other.right)
    return related(one.left[kept], one.right[kept], one.size)


def _filled(numbers: Numbers, many: int) -> Numbers:
    return np.concatenate([numbers, np.full(many - len(numbers), -1)])
