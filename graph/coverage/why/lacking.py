"""What is not stated, where a status rests on that, and the activities that nearly count."""

from dataclasses import dataclass

import numpy as np

from graph.coverage.index import Coverage
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.coverage.why.candidates import Search
from graph.vocabulary import SUGGESTED

LACKING = {
    "activity": {"sv": "en aktivitet som pågår och tjänar målet", "en": "an ongoing activity that serves the goal"},
    "document": {"sv": "ett dokument som nämner platsen", "en": "a document that names the place"},
    "surer": {
        "sv": "en angiven eller kopplad uppgift i stället för förslaget",
        "en": "a stated or mapped statement in place of the suggestion",
    },
    "end": {
        "sv": "ett slutdatum som inte har passerat per datumet",
        "en": "an end date that has not passed as of the date",
    },
    "newer-source": {"sv": "en källa som är nyare än 24 månader", "en": "a source newer than 24 months"},
    "responsible": {"sv": "en ansvarig", "en": "a responsible actor"},
    "follow-up": {"sv": "en uppföljning", "en": "a follow-up"},
}
"""What can be lacking, in Swedish and English."""
WAYS: dict[Status, tuple[tuple[str, ...], ...]] = {
    Status.UNKNOWN: (("document",),),
    Status.NONE: (("activity",),),
    Status.SUGGESTED: (("surer",),),
    Status.ENDED: (("activity",),),
    Status.PLANNED: (("activity",),),
    Status.UNCERTAIN: (("end",), ("newer-source",)),
}


AND, OR = {"sv": " och ", "en": " and "}, {"sv": ", eller ", "en": ", or "}


@dataclass(frozen=True)
class NearMiss:
    """An activity that serves the goal, and the filters it does not pass ("place"); "basis" where its links are too
    unsure for the basis asked for.
    """

    activity: str
    fails: tuple[str, ...]


def lacking(search: Search, activity: str | None) -> tuple[tuple[str, ...], ...]:
    """The ways to a better status: in each, all the words of LACKING that would have to be stated together."""
    if search.status != Status.ACTIVE or activity is None:
        return WAYS.get(search.status, ())
    number = search.index.number[activity]
    has = {"responsible": search.facts.responsible[number], "follow-up": search.facts.followed_up[number]}
    return (tuple(word for word, there in has.items() if not there),)


def near_misses(index: Coverage, goal: str, scope: Scope) -> tuple[NearMiss, ...]:
    """The activities that serve the goal on some basis but do not count in the scope, in the order of their names."""
    below = index.facts(SUGGESTED).below.of(index.number[goal])
    below = below[index.facts(SUGGESTED).activities[below]]
    sure = np.isin(below, index.facts(scope.basis).below.of(index.number[goal]))
    sure &= index.facts(scope.basis).activities[below]
    found = []
    for number, is_sure in zip(below.tolist(), sure.tolist(), strict=True):
        failed = [n for n, m in scope.filters.items() if not index.passing(scope.basis, (n, m))[number]]
        found.append(NearMiss(index.names[number], tuple(failed if is_sure else ["basis", *failed])))
    return tuple(sorted((miss for miss in found if miss.fails), key=lambda miss: miss.activity))


def in_words(ways: tuple[tuple[str, ...], ...], language: str) -> str:
    """Ways to a better status as a person reads them, in Swedish ("sv") or English ("en").

    >>> in_words((("end",), ("responsible", "follow-up")), "en")
    'an end date that has not passed as of the date, or a responsible actor and a follow-up'
    """
    return OR[language].join(AND[language].join(LACKING[word][language] for word in way) for way in ways)
