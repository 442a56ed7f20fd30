"""Luckor: the coverage status of whatever is part of a thread, and where an activity is lacking."""

import numpy as np

from graph.coverage import Status, coverage
from graph.explore.lenses import Look, Mark, Scene
from graph.threads.reach import reach

NAME = {"sv": "Luckor", "en": "Gaps"}
TOLD = {
    "sv": "Varje mål, område, handslag och aktivitet har sin status. "
    "En streckad tom ruta står där ingen aktivitet är registrerad.",
    "en": "Every goal, area, handslag and activity has its status. "
    "A dashed empty box stands where no activity is recorded.",
}
MARKED = ("Goal", "Area", "Handslag", "Activity")
LACKING = ("Goal", "Area", "Handslag")


def look(scene: Scene) -> Look:
    """The status of each thing on the date, basis and place of the scope; a strategy is no goal and has none."""
    index = coverage(scene.store)
    scope = index.resolved(scene.scope)
    known = {thing: index.number.get(scene.links.names[thing], -1) for thing in scene.of_kind(*MARKED)}
    numbers = np.array([number for number in known.values() if number >= 0], np.int64)
    status = reach(index, scope, index.reading.marked(numbers)).status
    marks = {thing: Mark(Status(int(status[number]))) for thing, number in known.items() if number >= 0}
    none = {thing for thing, mark in marks.items() if mark.status == Status.NONE}
    return Look(marks, lacking=frozenset(none & set(scene.of_kind(*LACKING))))
