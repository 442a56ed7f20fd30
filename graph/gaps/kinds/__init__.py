"""Each shipped gap question answered from the coverage index: the rows that its ``.rq`` file gives, without an engine.

A question file that is not listed here is asked of the engine; the tests hold both equal for those that are.
"""

from collections.abc import Callable

from graph.gaps.kinds import activities, goals, others
from graph.gaps.kinds.asked import Asked, Columns

FOUND: dict[str, Callable[[Asked], Columns]] = {
    "activities-serving-no-goal": activities.serving_no_goal,
    "activities-without-follow-up": activities.without_follow_up,
    "activities-without-period": activities.without_period,
    "activities-without-responsible": activities.without_responsible,
    "goals-on-one-activity": goals.on_one_activity,
    "goals-on-one-actor": goals.on_one_actor,
    "goals-only-ended": goals.only_ended,
    "goals-only-planned": goals.only_planned,
    "goals-only-suggested": goals.only_suggested,
    "goals-only-uncertain": goals.only_uncertain,
    "goals-without-activity": goals.without_activity,
    "goals-without-follow-up": goals.without_follow_up,
    "handslag-naming-no-goal": others.handslag_naming_no_goal,
    "handslag-without-activity": others.handslag_without_activity,
    "municipalities-not-named": others.municipalities_not_named,
    "target-groups-not-reached": others.target_groups_not_reached,
    "things-without-passage": others.things_without_passage,
}

__all__ = ["FOUND", "Asked"]
