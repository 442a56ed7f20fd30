"""Foreign queries go to the engine that holds the graph, where that is one by URL (decision 0031).

What is asked and what comes back is the same as of the workers, and so are the limits; only the engine is another.
"""

from graph.store.forwarding.forwarder import Forwarding

__all__ = ["Forwarding"]
