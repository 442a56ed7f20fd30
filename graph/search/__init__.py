"""Search: one box over names, other names, codes, descriptions and quotes.

``search(store, "psykisk halsa")`` gives what has all the words, names first; å, ä, ö and capitals make no difference.
"""

from graph.search.asked import LONGEST, Asked
from graph.search.excerpt import Piece, marked, missing
from graph.search.kinds import OTHERS
from graph.search.result import Found, Hit, search
from graph.search.text import FIELDS, Text

__all__ = [
    "FIELDS",
    "LONGEST",
    "OTHERS",
    "Asked",
    "Found",
    "Hit",
    "Piece",
    "Text",
    "marked",
    "missing",
    "search",
]
