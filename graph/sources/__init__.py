"""From the files in data/ to named graphs.

``read(data)`` gives the whole dataset or raises BrokenData with every problem found.
"""

from graph.sources.folder import read

__all__ = ["read"]
