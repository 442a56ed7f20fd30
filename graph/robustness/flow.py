"""What goals rest on: everything that each way from an activity under way up to the goal goes through.

The ways are a flow graph: from a root over the actors responsible to the activities under way, to the activities these
are parts of, and up over links and what they lead to. A thing that stands on every way to a goal *dominates* it
(Lowry and Medlock 1969); networkx finds the immediate dominators by the algorithm of Cooper, Harvey and Kennedy ("A
simple, fast dominance algorithm", 2001), and the chain of these is all there is.

An activity under way has two nodes: as what is done (after its actors, before the activity as a whole) and as a whole,
the last activity on a way. Above that activities are only passed through, as the saved questions count them.
"""

from collections.abc import Iterator
from typing import NamedTuple

import networkx as nx
import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.facts import Facts
from graph.coverage.relation import Marks, Relation
from graph.vocabulary import DCTERMS, RT

ACTOR, PART, WHOLE, THING, LINK = "actor", "part", "whole", "thing", "link"
CATEGORY = f"{RT}actor-kind-category"
"""The type of an actor that stands for many ("the municipalities")."""


class Node(NamedTuple):
    """A node of the flow: its role, the number of its thing and, of a link, that of the thing above."""

    role: str
    number: int
    above: int = -1


ROOT = Node("root", -1)


def dominators(index: Coverage, scope: Scope) -> dict[int, tuple[Node, ...]]:
    """For each goal of a resolved scope with something under way, all nodes on every way to it, from the root up."""
    flow = flow_graph(index, scope)
    above = nx.immediate_dominators(flow, ROOT)
    goals = np.flatnonzero(index.chosen_goals(scope)).tolist()
    return {goal: _chain(above, Node(THING, goal)) for goal in goals if Node(THING, goal) in above}


def _chain(above: dict[Node, Node], node: Node) -> tuple[Node, ...]:
    found: list[Node] = []
    while above[node] != ROOT:
        node = above[node]
        found.append(node)
    return tuple(found[::-1])


def flow_graph(index: Coverage, scope: Scope) -> "nx.DiGraph[Node]":
    """The flow graph of what is under way in a resolved scope."""
    facts = index.facts(scope.basis)
    passing = index.passing(scope.basis, *scope.filters.items())
    current = passing & (facts.status(scope.as_of) >= Status.UNCERTAIN)
    flow: nx.DiGraph[Node] = nx.DiGraph()
    flow.add_node(ROOT)
    flow.add_edges_from(_carried(facts, current, categories(index, scope.basis)))
    flow.add_edges_from(_up(facts, current))
    return flow


def categories(index: Coverage, basis: str) -> Marks:
    """The actors that stand for many: none of them is one actor."""
    types = index.reading.relation(DCTERMS + "type", basis)
    return index.reading.marked(types.inverse.of(index.number.get(CATEGORY, -1)))


def _carried(facts: Facts, current: Marks, several: Marks) -> Iterator[tuple[Node, Node]]:
    """From the root to what is under way: over each responsible, or straight where none is known or it is a kind."""
    responsible = facts.relation("responsible").only(left=current)
    named = responsible.only(right=~several)
    unnamed = current & ~(named.marks() & ~responsible.only(right=several).marks())
    for activity in np.flatnonzero(unnamed).tolist():
        yield ROOT, Node(PART, activity)
    for activity, actor in _pairs(named):
        yield ROOT, Node(ACTOR, actor)
        yield Node(ACTOR, actor), Node(PART, activity)


def _up(facts: Facts, current: Marks) -> Iterator[tuple[Node, Node]]:
    """From what is under way to the activities it is, or is a part of, and from these up."""
    last = facts.links.only(left=facts.activities, right=~facts.activities)
    whole = last.marks()
    for activity in np.flatnonzero(current & whole).tolist():
        yield Node(PART, activity), Node(WHOLE, activity)
    parts = facts.thread.only(current, whole)
    for activity, above in _pairs(parts):
        if activity != above:
            yield Node(PART, activity), Node(WHOLE, above)
    carrying = current.copy()
    carrying[parts.right] = True
    last = last.only(left=carrying)
    yield from _linked(WHOLE, last)
    reached = facts.reading.marked(last.right)
    reached |= facts.reading.marked(facts.thread.only(left=reached).right)
    yield from _linked(THING, facts.links.only(left=reached))


def _linked(role: str, links: Relation) -> Iterator[tuple[Node, Node]]:
    """Each link is a node between what it joins."""
    for below, above in _pairs(links):
        link = Node(LINK, below, above)
        yield Node(role, below), link
        yield link, Node(THING, above)


def _pairs(relation: Relation) -> Iterator[tuple[int, int]]:
    return zip(relation.left.tolist(), relation.right.tolist(), strict=True)
