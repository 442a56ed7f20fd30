"""Gaps of activities: serving no goal, without period, responsible or follow-up."""

from graph.coverage.facts import ALWAYS, NEVER
from graph.coverage.relation import Marks
from graph.gaps.kinds.asked import Asked, Columns


def serving_no_goal(asked: Asked) -> Columns:
    """No thread leads from it to a goal."""
    facts = asked.facts
    return _without(asked, facts.thread.only(right=facts.kind("Goal")).marks())


def without_follow_up(asked: Asked) -> Columns:
    """Nothing follows it up."""
    return _without(asked, asked.facts.followed_up)


def without_period(asked: Asked) -> Columns:
    """Neither a start nor an end is known."""
    who, start, end = asked.facts.periods
    return _without(asked, asked.marked(who[(start != NEVER) | (end != ALWAYS)]))


def without_responsible(asked: Asked) -> Columns:
    """Nobody answers for it."""
    return _without(asked, asked.facts.responsible)


def _without(asked: Asked, having: Marks) -> Columns:
    pairs = asked.plans(asked.activities & ~having)
    return {"activity": pairs.left, "setOutIn": pairs.right}
