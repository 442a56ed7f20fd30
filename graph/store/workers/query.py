"""What is asked of a worker, and what comes back."""

from dataclasses import dataclass
from typing import IO

from graph.store.engine import Bindings


@dataclass(frozen=True)
class Dataset:
    """The graphs a request chooses, as addresses; they take the place of FROM and FROM NAMED in the query."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A foreign query. ``accepted`` are media types, best first; ``seconds`` and ``rows`` may tighten the limits."""

    text: str
    accepted: tuple[str, ...]
    dataset: Dataset | None = None
    seconds: float | None = None
    rows: int | None = None


@dataclass(frozen=True)
class WholeGraph:
    """A wish for all of a graph; without an address, for the default graph."""

    address: str | None
    accepted: tuple[str, ...]
    seconds: float | None = None


@dataclass(frozen=True)
class Selection:
    """A SELECT of our own with its values, on the links of a basis. Its answer is whole: it is never cut."""

    text: str
    bindings: Bindings
    basis: str
    seconds: float | None = None


Wish = Query | WholeGraph
Job = Wish | Selection
"""What a worker is given to do."""


@dataclass(frozen=True)
class Head:
    """What a worker says before it sends the ``size`` bytes of an answer.

    ``kept`` is the number of rows where others were cut, else None.
    """

    media_type: str
    size: int
    kept: int | None = None


@dataclass(frozen=True)
class Served:
    """An answer ready to send: its head, and its content as a file to read once from the beginning."""

    head: Head
    content: IO[bytes]

    @property
    def media_type(self) -> str:
        return self.head.media_type

    def read(self) -> bytes:
        """The whole content."""
        with self.content as file:
            return file.read()
