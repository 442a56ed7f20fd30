"""The neighbours of a thing that are opened together: those with one property, direction and kind."""

import re
from dataclasses import dataclass

from graph.errors import BadParameter
from graph.vocabulary import kind_word, shortened

OUTWARDS, INWARDS = "out", "in"
OPENED = re.compile(r"([^~]+(?:~[^~]+)*)~((?:out|in)\.[\w:-]+\.[a-z-]+)(?:~([1-9]\d{0,2}))?", re.ASCII)


@dataclass(frozen=True, order=True)
class Group:
    """One property ("…ns#serves"), direction (OUTWARDS from the thing, INWARDS to it) and kind ("Goal")."""

    direction: str
    prop: str
    kind: str

    @property
    def key(self) -> str:
        """How an address writes it.

        >>> Group(INWARDS, "https://w3id.org/rodatraden/ns#contributesTo", "Activity").key
        'in.contributesTo.activity'
        """
        return f"{self.direction}.{shortened(self.prop).removeprefix('rt:')}.{kind_word(self.kind)}"


@dataclass(frozen=True)
class Opened:
    """A group of a thing, by its key, that is opened so many steps far. ``thing`` is an address or ``goal/dhol-d2``."""

    thing: str
    group: str
    steps: int = 1


def opened(name: str, written: str) -> Opened:
    """What a parameter of this name says: ``goal/dhol-d2~in.contributesTo.activity~2``; raises BadParameter.

    >>> opened("open", "goal/a~in.contributesTo.activity")
    Opened(thing='goal/a', group='in.contributesTo.activity', steps=1)
    """
    parts = OPENED.fullmatch(written)
    if parts is None:
        how = "goal/dhol-d2~in.contributesTo.activity"
        raise BadParameter(name, written[:80], f"Skriv som {how}.", f"Write it like {how}.")
    return Opened(parts[1], parts[2], int(parts[3] or 1))
