"""What is asked: the words and phrases of a search, and how the index is asked for them.

The index's query language never sees what someone wrote: only words of letters and digits reach it, each quoted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.errors import BadParameter
from graph.search.word import Word, composed, folded_words, stem, words

LONGEST = 1000
"""Characters a search may have; a page may allow fewer."""
QUOTES = str.maketrans(dict.fromkeys("”“„«»", '"'))


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that must be there: a word, or several words in a row. ``opens``: the last may go on."""

    words: tuple[str, ...]
    written: str
    opens: bool = False

    @property
    def stem(self) -> str | None:
        """The stem of a single word; words in a row stand as they are written."""
        return stem(self.words[0]) if len(self.words) == 1 else None

    def stands_at(self, found: Sequence[Word], place: int) -> bool:
        """Whether it begins at a place among the words of a text."""
        here = found[place : place + len(self.words)]
        if len(here) < len(self.words):
            return False
        if self.stem is not None and stem(here[0].folded) == self.stem:
            return True
        *before, last = (word.folded for word in here)
        begins = last.startswith(self.words[-1]) if self.opens else last == self.words[-1]
        return begins and tuple(before) == self.words[:-1]


@dataclass(frozen=True)
class Asked:
    """A search: what was written, and its units."""

    text: str
    units: tuple[Unit, ...]

    @cached_property
    def key(self) -> str:
        """The whole as names and codes are looked up."""
        return key(self.text)


def asked(text: str) -> Asked:
    """The words and "phrases in quotation marks" of a text; raises BadParameter where it is too long.

    Numbers held together by signs are a phrase. The last word may go on, unless a quotation mark closes it.

    >>> [unit.words for unit in asked('"psykisk hälsa" skr. 2024/25:77 unga').units]
    [('psykisk', 'halsa'), ('skr',), ('2024', '25', '77'), ('unga',)]
    """
    if len(text) > LONGEST:
        most = (f"Högst {LONGEST} tecken; början räcker.", f"At most {LONGEST} characters; the beginning is enough.")
        raise BadParameter("q", f"{text[:40]}…", *most)
    parts = composed(text).translate(QUOTES).split('"')
    units: dict[tuple[str, ...], Unit] = {}
    for number, part in enumerate(parts):
        is_phrase = number % 2 == 1 and number < len(parts) - 1
        for written in [part] if is_phrase else part.split():
            for unit in _units(written, is_phrase):
                units.pop(unit.words, None)
                units[unit.words] = unit
    found = list(units.values())
    if found and parts[-1].strip() and any(words(parts[-1])):
        found[-1] = Unit(found[-1].words, found[-1].written, opens=True)
    return Asked(text, tuple(found))


def key(text: str) -> str:
    """A whole text as it is looked up: its words, or where it has none the text itself.

    >>> key("Skr. 2024/25:77"), key("★")
    ('skr 2024 25 77', '★')
    """
    return " ".join(folded_words(composed(text))) or composed(text).strip().casefold()


def _units(written: str, is_phrase: bool) -> list[Unit]:
    found = list(words(written))
    if is_phrase or any(c.isdigit() for c in written):
        return [Unit(tuple(word.folded for word in found), written.strip())] if found else []
    return [Unit((word.folded,), written[word.start : word.end]) for word in found]
