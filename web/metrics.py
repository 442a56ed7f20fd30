"""What the service counts of itself, for Prometheus: requests and how long they take, by page and status.

The names follow https://prometheus.io/docs/practices/naming/. No address, query or client is a label, so the number of
series has a bound that no visitor can move.
"""

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Upper bounds in seconds."""
MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The counters of one app."""

    def __init__(self, version: str) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "rodatraden_requests",
            "Requests answered",
            ["endpoint", "method", "status"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "rodatraden_request_seconds",
            "Seconds from a request to its answer",
            ["endpoint"],
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._data = Gauge("rodatraden_data_info", "The data that is served", ["version"], registry=self.registry)
        self.serve(version)

    def serve(self, version: str) -> None:
        """Another version of the data is served from now on."""
        self._data.clear()
        self._data.labels(version).set(1)

    def count(self, endpoint: str, method: str, status: int, seconds: float) -> None:
        """One request more."""
        self._requests.labels(endpoint, method, str(status)).inc()
        self._seconds.labels(endpoint).observe(seconds)

    def text(self) -> bytes:
        """Everything counted, in Prometheus' own format."""
        return generate_latest(self.registry)
