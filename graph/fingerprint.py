"""A fingerprint of data/, of the code that reads it and of what the graph says of itself: the version of the graph."""

import hashlib
from pathlib import Path

CODE = Path(__file__).parent
READ = (("", "*.py"), ("sources", "*.py"), ("store", "whole.py"), ("description", "*.py"), ("questions", "**/*.rq"))
"""The folders under CODE that decide what is in the graph."""


def fingerprint(data: Path, base: str) -> str:
    """Sixteen hexadecimal digits that change when a file of the data, its reader or the base does.

    The graph built from the same fingerprint is the same, so it names the built graph and the data version.
    """
    digest = hashlib.sha256(base.encode())
    for root, pattern in ((data, "**/*"), *((CODE / folder, pattern) for folder, pattern in READ)):
        for path in sorted(p for p in root.glob(pattern) if p.is_file()):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
