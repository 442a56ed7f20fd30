"""Why a goal has its status: a minimal witness, and what is lacking where the status rests on absence.

A witness is a set of statements from which alone the coverage code reaches the same status in the same scope, and from
which none can be taken without another status (why-provenance: Buneman, Khanna and Tan, ICDT 2001). What things are
(their types), and that the goal is set out somewhere, are given.
"""

from graph.coverage.why.lacking import LACKING, NearMiss
from graph.coverage.why.reason import Reason, deciding, why
from graph.coverage.why.statement import Evidence, Statement

__all__ = ["LACKING", "Evidence", "NearMiss", "Reason", "Statement", "deciding", "why"]
