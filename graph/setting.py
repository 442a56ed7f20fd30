"""What a run is given from outside: folders, base, language and today's date."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.vocabulary import BASE

ENGINE = "http://127.0.0.1:7878"
"""What the address of an engine looks like: Oxigraph's own server, as it starts."""


@dataclass(frozen=True)
class Setting:
    """Handed down from the command line; nothing else reads the clock or the environment."""

    data: Path
    cache: Path
    today: date
    base: str = BASE
    language: str = "sv"
    store: str = ""
    """The address of an engine; without one the graph lies in this process."""
    store_update: str = ""
    store_graphs: str = ""
    journal: Path | None = None
    """The folder of what was changed at run time; without one only data/ counts."""
