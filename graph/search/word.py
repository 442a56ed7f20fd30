"""Words as they are compared: without accents and capitals, whole or as Swedish stems.

Accents go before the stem is taken, so that what is written without them has the same stem.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""A run of letters and digits, with accents that have no letter of their own."""
DEFINITE = 5
"""Letters from which -an is an ending: flickan, hälsan. The Swedish stemmer of Snowball leaves it."""
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: from where to where it stands, and as it is compared."""

    start: int
    end: int
    folded: str


def composed(text: str) -> str:
    """The text with each letter and its accent as one character, which is how it is searched and shown."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> Iterator[Word]:
    """The words of a text that is composed.

    >>> [word.folded for word in words("Skr. 2024/25:77 – Hälsa")]
    ['skr', '2024', '25', '77', 'halsa']
    """
    for match in WORD.finditer(text):
        if plain := folded(match[0]):
            yield Word(match.start(), match.end(), plain)


def folded_words(text: str) -> list[str]:
    """The same words, without where they stand."""
    return [plain for plain in map(folded, WORD.findall(text)) if plain]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """The word without accents and capitals.

    >>> folded("Åkersö"), folded("ÅKERSÖ")
    ('akerso', 'akerso')
    """
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Swedish stem of a folded word.

    >>> [stem(folded(word)) for word in ("hälsa", "hälsan", "hälsans", "flickornas", "1907")]
    ['hals', 'hals', 'hals', 'flick', '1907']
    """
    if len(word) > DEFINITE and word.endswith("ans"):
        word = word[:-2]
    elif len(word) >= DEFINITE and word.endswith("an"):
        word = word[:-1]
    with _LOCK:
        found: str = _stemmer().stemWord(word)
    return found


@cache
def _stemmer() -> Any:
    # Imported here: a service that starts needs none of its languages.
    import snowballstemmer

    return snowballstemmer.stemmer("swedish")
