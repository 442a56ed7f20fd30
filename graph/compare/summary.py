"""A plan in short: what the documents say of it, its goals by status, its activities, and where its threads stop."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.answer import Iri, Term
from graph.compare.outline import Outline
from graph.coverage import Status
from graph.store import Store
from graph.threads import thread_of
from graph.vocabulary import DCTERMS, RT

TOLD = (RT + "level", RT + "place", RT + "start", RT + "end", RT + "periodAsWritten", DCTERMS + "issued")
"""The properties told of a plan, in this order."""
ABOUT = f"""SELECT DISTINCT ?plan ?property ?value WHERE {{
  VALUES ?property {{ {" ".join(f"<{word}>" for word in TOLD)} }} ?plan ?property ?value }}"""


@dataclass(frozen=True)
class Summary:
    """One plan. ``goals`` counts its goals by status and ``horizons`` by horizon; ``stops`` is None where unknown."""

    plan: str
    told: tuple[tuple[str, Term], ...]
    goals: Mapping[Status, int]
    horizons: Mapping[str, int]
    activities: int
    stops: int | None


def summary(store: Store, outline: Outline) -> Summary:
    """The summary of a plan in a scope."""
    index, scope = outline.index, outline.scope
    goals = np.flatnonzero(outline.goals).tolist()
    statuses = Counter(index.of(index.names[goal], scope).status for goal in goals)
    horizon = index.facts(scope.basis).relation("horizon")
    horizons = Counter(index.names[one] for goal in goals for one in horizon.of(goal).tolist())
    thread = thread_of(store, outline.address, scope, up=False)
    rows = store.select(ABOUT, {"plan": Iri(outline.address)}, basis=scope.basis)
    told = [(str(row["property"]), row["value"]) for row in rows]
    return Summary(
        outline.address,
        tuple((prop, value) for name in TOLD for prop, value in sorted(told, key=str) if prop == name and value),
        dict(sorted(statuses.items(), reverse=True)),
        dict(sorted(horizons.items())),
        int(outline.activities(scope.basis).sum()),
        None if thread.is_unknown else len(thread.stops),
    )
