"""How a script or a spreadsheet asks for an address: short examples to copy."""

import json
import shlex
from collections.abc import Callable

EXAMPLES = {
    "power-query": """let
    Source = Web.Contents(ADDRESS),
    Rows = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Answer = Table.PromoteHeaders(Rows, [PromoteAllScalars = true])
in
    Answer""",
    "python": """import pandas

rows = pandas.read_csv(ADDRESS)
print(rows)""",
    "r": """rows <- read.csv(ADDRESS, encoding = "UTF-8")
print(rows)""",
    "curl": "curl --fail --compressed ADDRESS",
}
"""By tool; ADDRESS is where a CSV file is found."""


def examples(address: str) -> dict[str, str]:
    """The examples for an address, which is quoted as each language does.

    >>> examples("https://example.org/a.csv?b=c")["curl"]
    "curl --fail --compressed 'https://example.org/a.csv?b=c'"
    """
    return {tool: text.replace("ADDRESS", QUOTED[tool](address)) for tool, text in EXAMPLES.items()}


def _doubled(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


QUOTED: dict[str, Callable[[str], str]] = {
    "power-query": _doubled,
    "python": json.dumps,
    "r": json.dumps,
    "curl": shlex.quote,
}
