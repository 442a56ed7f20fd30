"""Threads: what a thing serves and what serves it, down to the activities, and where it stops.

``thread_of(store, address, scope)`` is the thread of a goal, area, handslag, activity, or of all goals that a strategy
sets out; ``Thread.picture`` is the part of it that fits in a picture, and ``beginnings`` are the plans to begin from.
Every number comes from the coverage index.
"""

from graph.threads.beginning import UnknownBeginning, beginning
from graph.threads.layer import LAYERS
from graph.threads.picture import MOST, More, Picture
from graph.threads.plan import Plan, beginnings, plans
from graph.threads.row import PLAN_COLUMNS, THREAD_COLUMNS, plan_rows
from graph.threads.seen import Link, Node
from graph.threads.thread import Thread, thread_of

__all__ = [
    "LAYERS",
    "MOST",
    "PLAN_COLUMNS",
    "THREAD_COLUMNS",
    "Link",
    "More",
    "Node",
    "Picture",
    "Plan",
    "Thread",
    "UnknownBeginning",
    "beginning",
    "beginnings",
    "plan_rows",
    "plans",
    "thread_of",
]
