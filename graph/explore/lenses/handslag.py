"""Handslag: who agreed with whom, and on what."""

from graph.explore.lenses import Look, Mark, Scene
from graph.vocabulary import RT

NAME = {"sv": "Handslag", "en": "Handslag"}
TOLD = {
    "sv": "Handslagen till det som visas, deras parter och det de genomför. "
    "Tjocka linjer: vem som kommit överens om vad.",
    "en": "The handslag of what is shown, their parties and what they carry out. Thick lines: who has agreed on what.",
}
AGREED = tuple(RT + name for name in ("party", "carriesOut", "contributesTo", "pursues"))


def look(scene: Scene) -> Look:
    """The handslag shown and those one step from what is, each with its parties and what it carries out."""
    known = scene.links
    at = {known.properties.index(prop) for prop in AGREED if prop in known.properties}
    near = {
        (one, thing)
        for thing in scene.things
        for one in (thing, *known.neighbours(thing).tolist())
        if known.kinds[one] == "Handslag"
    }
    handslag = sorted({one for one, _ in near})
    agreed = [
        (one, int(known.target[place]))
        for one in handslag
        for place in known.outwards(one).tolist()
        if int(known.prop[place]) in at
    ]
    added = (*sorted(near), *((other, one) for one, other in agreed))
    parties = {other for _, other in agreed if known.kinds[other] == "Actor"}
    marks = {
        party: Mark(words={"sv": f"part i {many} handslag", "en": f"party to {many} handslag"})
        for party in sorted(parties)
        if (many := sum(other == party for _, other in agreed))
    }
    return Look(marks, added, tuple(agreed))
