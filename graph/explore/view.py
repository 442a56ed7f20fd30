"""What is asked for: by what was done, so that the same steps always give the same picture."""

from dataclasses import dataclass, field

from graph.coverage import Scope
from graph.explore.group import Opened


@dataclass(frozen=True)
class View:
    """Where to begin and what was done since; things are addresses or ``goal/dhol-d2``.

    ``things`` are the beginnings. ``opened`` are the groups opened, in order; None opens the nearest by itself, as far
    as they fit. ``closed`` are things put away and ``hidden`` kinds ("Goal") left out. ``to`` asks for the shortest
    ways from the first thing, and ``lens`` is one of LENSES or "".
    """

    scope: Scope
    things: tuple[str, ...] = ()
    opened: tuple[Opened, ...] | None = None
    closed: tuple[str, ...] = ()
    hidden: frozenset[str] = field(default=frozenset())
    to: str | None = None
    lens: str = ""
