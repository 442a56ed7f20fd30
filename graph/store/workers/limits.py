"""What a query of a stranger may take. The defaults are those of a public service on a small machine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The bounds of foreign queries, one by one and together.

    A query has ``seconds``, waiting for its place included, and its asker may give it fewer. Its answer has at most
    ``answer_bytes`` and ``rows``, unless it is that to a question of ours, which is whole; it may take ``memory_bytes``
    beside the graph. ``workers`` run at once; a query that has run ``short`` seconds leaves its place to others and
    goes on at low priority, at most ``long`` of them at once.
    At most ``waiting`` wait for a place, each at most ``wait`` seconds. One client runs ``client_queries`` at once, of
    which ``client_long`` long ones, and has ``client_seconds`` of running time saved up, to which one second is added
    every second; no query costs less than ``least_seconds``.
    """

    seconds: float = 10.0
    answer_bytes: int = 20_000_000
    rows: int = 200_000
    memory_bytes: int = 1_000_000_000
    workers: int = 2
    short: float = 0.5
    long: int = 4
    waiting: int = 16
    wait: float = 4.0
    client_queries: int = 16
    client_long: int = 2
    client_seconds: float = 120.0
    least_seconds: float = 0.005

    @property
    def places(self) -> int:
        """How many requests can be busy with foreign queries at once: the web needs more threads than that."""
        return self.workers + self.long + self.waiting
