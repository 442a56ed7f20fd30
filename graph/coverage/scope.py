"""What coverage is asked for: a date, a basis and filters."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from graph.errors import BadParameter, nearest
from graph.question import EXPECTED
from graph.vocabulary import BASES, MAPPED, SUGGESTED


@dataclass(frozen=True)
class Scope:
    """What is asked for: the date, the basis of links, and at most one of each filter.

    An activity passes a filter where it counts for that member of the dimension (graph.coverage.dimension): in the
    place or a part of it, for the target group or a part of it, and so on; ``level`` and ``strategy`` are those of a
    goal that it serves, and also choose which goals are shown. A filter is an address or a slug ("1907"); whether it is
    there is seen when it is used. Raises BadParameter for what is no date, no basis or no text.

    >>> Scope(date(2026, 11, 22), basis="maped")
    Traceback (most recent call last):
    graph.errors.BadParameter: Parametern basis kan inte vara ”maped”. Välj en av: mapped, stated, suggested.
    """

    as_of: date
    basis: str = MAPPED
    place: str | None = None
    target_group: str | None = None
    arena: str | None = None
    focus_area: str | None = None
    actor: str | None = None
    level: str | None = None
    strategy: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.as_of, date) or isinstance(self.as_of, datetime):
            raise BadParameter("as_of", str(self.as_of), *EXPECTED["date"])
        if self.basis not in BASES:
            raise choose("basis", str(self.basis), BASES)
        for name in FILTERS:
            given = getattr(self, name)
            if given is not None and not isinstance(given, str):
                text = ("Skriv en adress eller en kod som text.", "Write an address or a code as text.")
                raise BadParameter(name, str(given), *text)

    @property
    def sure(self) -> str:
        """The basis that an activity's status is read on: a suggestion says nothing of what is done."""
        return MAPPED if self.basis == SUGGESTED else self.basis

    @property
    def filters(self) -> dict[str, str]:
        """The filters given, by the name of their dimension ("target-group")."""
        given = {name.replace("_", "-"): getattr(self, name) for name in FILTERS}
        return {name: value for name, value in given.items() if value is not None}


FILTERS = tuple(field.name for field in fields(Scope))[2:]


def choose(name: str, given: str, allowed: tuple[str, ...] | list[str]) -> BadParameter:
    """The error for a value that is none of those allowed; names the nearest first."""
    listed = ", ".join(nearest(given, allowed, most=len(allowed)) if len(allowed) <= 20 else nearest(given, allowed))
    return BadParameter(name, given, f"Välj en av: {listed}.", f"Choose one of: {listed}.")
