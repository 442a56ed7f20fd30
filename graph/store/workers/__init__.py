"""Foreign queries run here: in processes that can be ended, never in the process that serves.

A worker has a memory limit, and a limit of open files that leaves no room for a socket. A query that outlives its
deadline, or whose sender has gone, is ended with its worker, and another takes its place (decisions 0005 and 0024).
"""

from graph.store.workers.answer import GRAPHS, RESULTS
from graph.store.workers.limits import Limits
from graph.store.workers.pool import Workers
from graph.store.workers.query import Dataset, Head, Query, Selection, Served, WholeGraph

__all__ = ["GRAPHS", "RESULTS", "Dataset", "Head", "Limits", "Query", "Selection", "Served", "WholeGraph", "Workers"]
