"""What a run is given from outside: folders, base, language and today's date."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.vocabulary import BASE


@dataclass(frozen=True)
class Setting:
    """Handed down from the command line; nothing else reads the clock or the environment."""

    data: Path
    cache: Path
    today: date
    base: str = BASE
    language: str = "sv"
