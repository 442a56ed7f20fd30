"""Changing the graph while it is served: a wish becomes a patch, the patch is checked and journalled, then it counts.

An update is worked out in a process of its own, which can be ended, on a copy of the graph. What comes of it is a patch
and the whole new graph, or a refusal; only what the journal holds has happened (docs/decisions/0032).
"""

from graph.store.writing.using import with_dataset
from graph.store.writing.wish import ALLOWED, Add, Document, Remove, Replace, Update, WriteLimits, Writing
from graph.store.writing.writer import Author, Writer, Written

__all__ = [
    "ALLOWED",
    "Add",
    "Author",
    "Document",
    "Remove",
    "Replace",
    "Update",
    "WriteLimits",
    "Writer",
    "Writing",
    "Written",
    "with_dataset",
]
