"""Dates with the precision of their source, and the days they can mean.

A year or month is an XSD gYear or gYearMonth (XML Schema 1.1 part 2); it stands for any of its days.
"""

import calendar
import re
from datetime import date

FRESH_MONTHS = 24
"""How long an undated continuation is believed after its source (docs: the status *uncertain*)."""

PARTIAL_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def precision(text: str) -> str | None:
    """The XSD type of a partial date: "gYear", "gYearMonth", "date", or None where it is none.

    >>> precision("2018"), precision("2018-06"), precision("2018-06-31"), precision("juni")
    ('gYear', 'gYearMonth', None, None)
    """
    match = PARTIAL_DATE.match(text)
    if not match:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return "date" if match[3] else "gYearMonth" if match[2] else "gYear"


def first_day(text: str) -> date:
    """The first day a partial date can mean.

    >>> first_day("2018-06")
    datetime.date(2018, 6, 1)
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day a partial date can mean.

    >>> last_day("2024-02"), last_day("2018")
    (datetime.date(2024, 2, 29), datetime.date(2018, 12, 31))
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month.

    >>> months_after(date(2018, 12, 31), 2)
    datetime.date(2019, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def fresh_until(source_date: str) -> date:
    """The last day on which a source of this date still tells what is going on.

    >>> fresh_until("2018")
    datetime.date(2020, 12, 31)
    """
    return months_after(last_day(source_date), FRESH_MONTHS)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = PARTIAL_DATE.match(text)
    if not match:
        raise ValueError(f"not a year, month or day: {text!r}")
    return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None
