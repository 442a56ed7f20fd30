"""The rows of a comparison of two plans: something that a plan serves, names or resembles, and what each has of it."""

from dataclasses import dataclass

from graph.coverage import Status

BOTH, ONE, OTHER = "both", "one", "other"


@dataclass(frozen=True, order=True)
class Held:
    """A thing that a plan sets out and that leads to the row's, and the surest basis on which it does."""

    thing: str
    basis: str


@dataclass(frozen=True)
class Side:
    """What one plan has: the things that lead there, and the activities under the plan that count for it."""

    held: tuple[Held, ...]
    count: int
    status: Status


@dataclass(frozen=True)
class Row:
    """One thing with both sides. ``part`` is one of PARTS.

    ``set_out_in`` are the plans that set the thing out. ``near`` are things that the other plan names and that are
    broader or narrower than this one, which only one names.
    """

    part: str
    thing: str
    set_out_in: tuple[str, ...]
    one: Side
    other: Side
    near: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Which plan has it: BOTH, ONE or OTHER."""
        return BOTH if self.one.held and self.other.held else ONE if self.one.held else OTHER
