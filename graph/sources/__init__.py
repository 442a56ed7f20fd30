"""From the files in data/ to named graphs.

``read(data)`` gives the named graphs, or raises BrokenData with every problem found.
"""

from graph.sources.folder import Facts, read

__all__ = ["Facts", "read"]
