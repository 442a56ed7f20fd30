"""Where a quote stands in the text extract of a document.

The extracts break lines and words anywhere ("Huvudmänn/en") and use several characters for
hyphens, spaces and bullets, so a quote is compared without any of them.
"""

import re
import unicodedata
from itertools import accumulate

IGNORED = re.compile(r"[\s\u00a0\u00ad\u200b\-\u2010-\u2015\uf0b7\u2022]+")


def folded(text: str) -> str:
    """The text without white space, hyphens, dashes and bullets.

    >>> folded("Huvud-\\nmännen, 2018\u201319")
    'Huvudmännen,201819'
    """
    return IGNORED.sub("", unicodedata.normalize("NFC", text))


def lines_of(quote: str, extract: str) -> list[tuple[int, int]]:
    """The first and last line (from 1) of each place where the quote stands in the extract.

    >>> lines_of("två tre", "ett\\ntvå\\ntre\\n")
    [(2, 3)]
    """
    lines = [folded(line) for line in extract.split("\n")]
    ends = list(accumulate(len(line) for line in lines))
    text, sought = "".join(lines), folded(quote)
    if not sought:
        return []

    def line_at(offset: int) -> int:
        return next(number for number, end in enumerate(ends, 1) if offset < end)

    starts = [match.start() for match in re.finditer(f"(?={re.escape(sought)})", text)]
    return [(line_at(start), line_at(start + len(sought) - 1)) for start in starts]
