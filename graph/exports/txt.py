"""Plain text for a terminal: names in columns."""

from graph.exports import Table

MEDIA_TYPE = "text/plain"
WIDEST = 60


def write(table: Table) -> str:
    """The table as aligned text, long cells cut with an ellipsis."""
    rows = [[_cut(table.shown(term)) for term in row] for row in table.answer.rows]
    widths = [max(len(cell) for cell in column) for column in zip(table.headings, *rows, strict=True)]
    lines = [table.headings, ["─" * width for width in widths], *rows] if rows else []
    body = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([table.title, "", *body, "", f"({len(rows)})"]) + "\n"


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
