"""Aktörer: how many activities each actor answers for, and which carry a goal alone."""

import numpy as np

from graph.coverage import coverage
from graph.explore.lenses import Look, Mark, Scene
from graph.gaps.report import answer
from graph.library import question

NAME = {"sv": "Aktörer", "en": "Actors"}
TOLD = {
    "sv": "Stapeln visar hur många aktiviteter aktören ansvarar för. "
    "Ensam: allt som pågår för ett mål har samma ansvariga.",
    "en": "The bar shows how many activities the actor is responsible for. "
    "Alone: all that is under way for a goal has the same responsible.",
}
ALONE = "goals-on-one-actor"


def look(scene: Scene) -> Look:
    """The activities of each actor shown, in the place of the scope, and the goals it carries alone as of its date."""
    index = coverage(scene.store)
    scope = index.resolved(scene.scope)
    passing = index.passing(scope.basis, *scope.filters.items())
    responsible = index.facts(scope.basis).relation("responsible").only(left=passing)
    many = np.bincount(responsible.right, minlength=index.reading.size)
    alone = _alone(scene)
    names = scene.links.names
    counts = {
        thing: int(many[index.number[names[thing]]]) if names[thing] in index.number else 0
        for thing in scene.of_kind("Actor")
    }
    most = max(counts.values(), default=0) or 1
    return Look({thing: _mark(count, alone.get(names[thing], 0), most) for thing, count in counts.items()})


def _alone(scene: Scene) -> dict[str, int]:
    """How many goals each actor carries alone."""
    place = {} if scene.scope.place is None else {"place": scene.scope.place}
    rows = answer(question(ALONE), scene.store, place, scene.scope.as_of, scene.scope.basis)
    goals: dict[str, set[str]] = {}
    for row in rows:
        goals.setdefault(str(row["responsible"]), set()).add(str(row["goal"]))
    return {actor: len(found) for actor, found in goals.items()}


def _mark(count: int, alone: int, most: int) -> Mark:
    words = {
        "sv": f"{count} {'aktivitet' if count == 1 else 'aktiviteter'}" if count else "ingen aktivitet registrerad",
        "en": f"{count} {'activity' if count == 1 else 'activities'}" if count else "no activity recorded",
    }
    if alone:
        words["sv"] += f", ensam om {alone} mål"
        words["en"] += f", alone on {alone} {'goal' if alone == 1 else 'goals'}"
    return Mark(words=words, share=count / most, warns=bool(alone))
