"""What the template of a drawing (_explore_picture.html) is given: the boxes, the links and the words for them.

Any page may show a picture of ``graph.explore`` with it.
"""

from functools import partial
from typing import Any

from graph.explore import Empty, Node, Picture
from graph.vocabulary import RT
from web import asked
from web.drawing import STYLES
from web.explore_drawing import Drawing
from web.explore_state import short
from web.language import words
from web.service import service

LARGE = 400
"""Links in a picture that has a word for each; in a larger one the table has them."""
PATTERNED = ("uncertain", "ended", "planned", "suggested", "unknown")


def seen(picture: Picture, at: Node | None = None) -> dict[str, Any]:
    """The picture with positions and words; ``at`` is the thing chosen."""
    language, t = asked.language(), words(asked.language())
    return {
        "picture": picture,
        "drawing": Drawing(picture, node_name, lambda layer: t(f"explore-layer-{layer}")),
        "at": at,
        "has_words": len(picture.edges) <= LARGE,
        "shapes": STYLES,
        "kind_order": [kind for kind in STYLES if kind in picture.kinds],
        "kind_names": {kind: service().labels.name(RT + kind, language) for kind in STYLES},
        "mark_word": lambda mark: mark.words[language] if mark.words else "",
        "patterned": PATTERNED,
        "is_empty": lambda one: isinstance(one, Empty),
        **names(),
    }


def names() -> dict[str, Any]:
    """How the templates name a thing, and the language of its name where it is not the page's."""
    language, labels = asked.language(), service().labels

    def language_of(address: str) -> str | None:
        own = labels.language_of(address, language)
        return own if own not in ("", language) else None

    return {"short": short, "name_of": partial(labels.name, language=language), "language_of": language_of}


def node_name(one: Node | Empty) -> str:
    """The name of a thing; of an empty place, what is lacking there."""
    if isinstance(one, Empty):
        return words(asked.language())("explore-empty")
    return service().labels.name(one.address, asked.language())
