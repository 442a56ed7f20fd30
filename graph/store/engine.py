"""What an engine must do. There are two: Oxigraph embedded (embedded.py), and any engine by URL (remote.py)."""

from collections.abc import Callable, Mapping
from typing import Protocol

from graph.answer import Answer, Term

Bindings = Mapping[str, Term]
Select = Callable[[str, Bindings, str], Answer]
"""Asks for the rows of a SELECT with these values, on the links of a basis."""


class Engine(Protocol):
    """Holds the graph: named graphs, and for each basis their merge as default graph."""

    @property
    def quads(self) -> bytes:
        """All of it as N-Quads, the default graph being what is stated and mapped."""

    def dump(self, form: str) -> bytes:
        """The graph in one of the formats of DUMPS."""

    def select(self, text: str, bindings: Bindings, basis: str) -> Answer:
        """The rows of a SELECT with these values, in the order of the query; raises QuerySyntax."""

    def table(self, text: str, bindings: Bindings, basis: str) -> bytes:
        """The same as TSV; raises QuerySyntax."""

    def loaded(self) -> str | None:
        """The version it holds now where it can change under us, else None; raises StoreError where it is not well."""
