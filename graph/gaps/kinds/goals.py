"""Gaps of goals: no activity, only such as count little, resting on one alone, not followed up."""

import numpy as np

from graph.coverage import Scope, Status
from graph.coverage.relation import Marks, Numbers, Relation, related
from graph.gaps.kinds.asked import COUNTED, Asked, Columns
from graph.vocabulary import DCTERMS, RT

CATEGORY = f"{RT}actor-kind-category"
"""The type of an actor that stands for many ("the municipalities")."""


def without_activity(asked: Asked) -> Columns:
    """No activity leads there: none at all, or none in the place asked for."""
    pairs = _applying(asked, asked.facts.goals & ~asked.reached)
    types = asked.facts.reading.relation(DCTERMS + "type", asked.basis)
    origin, kind = types.reached(pairs.left)
    return {"goal": pairs.left[origin], "type": kind, "setOutIn": pairs.right[origin]}


def without_follow_up(asked: Asked) -> Columns:
    """Neither the goal nor any of its activities is followed up."""
    followed = asked.right(asked.facts.relation("followsUp"))
    through = asked.right(asked.facts.thread.only(left=asked.activities & followed))
    pairs = _applying(asked, asked.facts.goals & ~followed & ~through)
    return {"goal": pairs.left, "setOutIn": pairs.right}


def only_ended(asked: Asked) -> Columns:
    """All activities have ended."""
    return _only(asked, Status.ENDED)


def only_planned(asked: Asked) -> Columns:
    """None has begun, and not all have ended."""
    return _only(asked, Status.PLANNED)


def only_uncertain(asked: Asked) -> Columns:
    """Nobody knows whether any of them still runs."""
    return _only(asked, Status.UNCERTAIN)


def only_suggested(asked: Asked) -> Columns:
    """Activities only by way of one or two suggestions; a row for each suggestion nearest the goal."""
    facts = asked.facts
    suggested = facts.reading.suggested(RT + "serves")
    sure = asked.activities | asked.right(facts.thread.only(left=asked.activities))
    lifted = asked.right(suggested.only(left=sure))
    below = suggested.only(left=sure | lifted | asked.right(facts.thread.only(left=lifted)))
    goals = facts.goals & ~asked.right(facts.thread.only(left=asked.activities))
    own = np.arange(facts.reading.size)
    to_goal = related(own, own, facts.reading.size).plus(facts.thread).only(right=goals)
    origin, goal = to_goal.reached(below.right)
    again, plan = asked.plans(goals).reached(goal)
    place = origin[again]
    return {"goal": goal[again], "below": below.left[place], "above": below.right[place], "setOutIn": plan}


def on_one_activity(asked: Asked) -> Columns:
    """All that is under way leads there through one and the same activity, alone or as the whole of it."""
    facts = asked.facts
    current = asked.under_way
    whole = current | facts.thread.only(left=current).inverse.marks()
    last = facts.links.only(left=facts.activities & whole, right=~facts.activities)
    pairs = last.plus(last.then(facts.thread)).only(right=facts.goals).inverse
    alone = pairs.left[_many(pairs)[pairs.left] == 1]
    return _joined(asked, alone, "activity", pairs)


def on_one_actor(asked: Asked) -> Columns:
    """All that is under way has the same actor, by name, as its only responsible."""
    facts = asked.facts
    served = facts.thread.only(asked.under_way, facts.goals)
    responsible = facts.relation("responsible")
    several = asked.marked(
        facts.reading.relation(DCTERMS + "type", asked.basis).inverse.of(asked.index.number.get(CATEGORY, -1))
    )
    unnamed = ~responsible.marks() | responsible.only(right=several).marks()
    carriers = served.inverse.then(responsible)
    alone = _many(carriers)[carriers.left] == 1
    sure = ~asked.right(served.only(left=unnamed))
    goals = carriers.left[alone & sure[carriers.left]]
    columns = _joined(asked, goals, "responsible", carriers)
    return {**columns, COUNTED: _many(served.inverse)[columns["goal"]]}


def _only(asked: Asked, status: Status) -> Columns:
    tally = asked.index.tally(Scope(asked.as_of, asked.basis, place=asked.values.get("place")))
    found = tally.best == status
    counts = np.zeros(asked.facts.reading.size, np.int64)
    counts[tally.cells] = tally.counts
    pairs = asked.plans(asked.marked(tally.cells[found]))
    return {"goal": pairs.left, COUNTED: counts[pairs.left], "setOutIn": pairs.right}


def _applying(asked: Asked, goals: Marks) -> Relation:
    """Goals with the plans that apply in the place asked for, without those judged not relevant there."""
    return asked.plans(goals & ~asked.judged).only(right=asked.applying)


def _many(relation: Relation) -> Numbers:
    """How many things each number is related to."""
    return np.diff(relation.starts)


def _joined(asked: Asked, goals: Numbers, name: str, one: Relation) -> Columns:
    """Goals, each with the one thing it is related to and with what sets it out."""
    pairs = asked.plans(asked.marked(goals))
    _, thing = one.reached(pairs.left)
    return {"goal": pairs.left, name: thing, "setOutIn": pairs.right}
