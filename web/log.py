"""The log: one line of JSON for each event, so that nothing a visitor sends can look like a line of its own.

A request is told by its method, path, status, seconds and bytes. Its query is left out: it may hold what somebody
searched for or a whole SPARQL text.
"""

import json
import logging
from datetime import UTC, datetime

ACCESS = logging.getLogger("rodatraden.access")
LONGEST_PATH = 300
FIELDS = ("method", "path", "status", "seconds", "bytes")


class Line(logging.Formatter):
    """A log record as one line of JSON.

    >>> record = logging.LogRecord("web", logging.INFO, "", 0, "two\\nlines", None, None)
    >>> list(json.loads(Line().format(record))), Line().format(record).count("\\n")
    (['time', 'level', 'logger', 'message'], 0)
    """

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        told |= {name: record.__dict__[name] for name in FIELDS if name in record.__dict__}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True)


def to_stderr(level: str) -> None:
    """Send every record from a level up to standard error, as lines of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(Line())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


def tell(method: str, path: str, status: int, seconds: float, size: int | None) -> None:
    """Tell one request; ``size`` in bytes, None where it is not known before all is sent."""
    told = {
        "method": method,
        "path": path[:LONGEST_PATH],
        "status": status,
        "seconds": round(seconds, 4),
        "bytes": size,
    }
    ACCESS.info("request", extra=told)
