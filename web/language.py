"""Words, dates, numbers and alphabetical order in Swedish and English.

The words are Project Fluent files in ``web/language``; a word that is missing is an error, never an empty spot.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from graph import dates

FOLDER = Path(__file__).parent / "language"
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
LANGUAGES = tuple(LOCALES)
AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


class Words:
    """The words of one language.

    >>> Words("sv")("rows", count=1), Words("en")("rows", count=1234)
    ('1 rad', '1,234 rows')
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        self._bundle.add_resource(FluentResource((FOLDER / f"{language}.ftl").read_text("utf-8")))

    def __call__(self, key: str, **values: Any) -> str:
        message = self._bundle.get_message(key)
        assert message.value is not None, key
        text, errors = self._bundle.format_pattern(message.value, values)
        assert not errors, (key, errors)
        return str(text)

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def date(self, day: date) -> str:
        """A day as it is written in running text.

        >>> Words("sv").date(date(2026, 11, 22))
        '22 november 2026'
        """
        return self("date", day=day)

    def partial_date(self, text: str) -> str:
        """A year, month or day in the precision given; text that is none of them stays.

        >>> [Words("en").partial_date(text) for text in ("2018", "2018-06", "2018-06-01", "vår")]
        ['2018', 'June 2018', '1 June 2018', 'vår']
        """
        form = dates.precision(text)
        if form == "date":
            return self.date(date.fromisoformat(text))
        return self("month", month=int(text[5:7]), year=text[:4]) if form == "gYearMonth" else text

    def number(self, value: Decimal | int) -> str:
        """A number with the decimal sign of the language.

        >>> Words("sv").number(Decimal("48.5"))
        '48,5'
        """
        return self("number", number=value)

    def duration(self, text: str) -> str:
        """An ISO 8601 duration of whole years or months in words; any other stays.

        >>> Words("sv").duration("P2Y"), Words("en").duration("P1M")
        ('2 år', '1 month')
        """
        match = re.fullmatch(r"P(\d{1,4})([YM])", text)
        if match is None:
            return text
        return self("years" if match[2] == "Y" else "months", count=int(match[1]))


@cache
def words(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)


def alphabetical(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts as Swedes do: å, ä, ö last, other accents ignored, numbers by value.

    >>> sorted(["Öland", "Åmål", "Zinkgruvan", "Mål 10", "Mål 2", "Ärla", "Éden"], key=alphabetical)
    ['Éden', 'Mål 2', 'Mål 10', 'Zinkgruvan', 'Åmål', 'Ärla', 'Öland']
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(AFTER_Z)
    plain = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"(\d+)", plain) if part)
