"""What is said, wherever foreign queries run, when there is no place or no time left for one."""

from graph.errors import QueryBusy, QueryTimeout


def busy() -> QueryBusy:
    """There is no place for a query."""
    return QueryBusy(
        "Alla platser för frågor är upptagna. Försök igen om en stund.",
        "All places for queries are taken. Try again in a while.",
    )


def ended(seconds: float) -> QueryTimeout:
    """A query had so many seconds.

    >>> str(ended(0.5))
    'Frågan avbröts efter 0,5 sekunder. Begränsa den, till exempel till en plats eller med LIMIT.'
    """
    had = f"{seconds:g}"
    decimal = had.replace(".", ",")
    return QueryTimeout(
        f"Frågan avbröts efter {decimal} sekunder. Begränsa den, till exempel till en plats eller med LIMIT.",
        f"The query was ended after {had} seconds. Narrow it, for example to a place or with LIMIT.",
    )
