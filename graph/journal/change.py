"""One change as a file: an RDF Patch (https://afs.github.io/rdf-patch/) that ends with a checksum.

Its header says which change it is, which one it follows, when it was made, by whom and how.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from graph.journal.patch import Patch

HEADER = re.compile(rb'H (\w+) (?:<([^<>]*)>|"((?:[^"\\]|\\.)*)") \.')
CHECK = b"# sha256 "
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True)
class Change:
    """One accepted change. ``previous`` is the one it follows; ``by`` an organisation or a role, never a person."""

    id: str
    previous: str | None
    at: datetime
    by: str
    role: str
    what: str
    patch: Patch = field(repr=False)


def written(change: Change) -> bytes:
    """The file of a change."""
    previous = [f"H prev <{change.previous}> ."] if change.previous else []
    said = {"time": change.at.isoformat(), "by": change.by, "role": change.role, "what": change.what}
    header = [f"H id <{change.id}> .", *previous, *(f'H {word} "{_escaped(text)}" .' for word, text in said.items())]
    removed = (b"D " + line for line in change.patch.removed)
    added = (b"A " + line for line in change.patch.added)
    lines = [*(line.encode() for line in header), b"TX .", *removed, *added, b"TC .", b""]
    return _checked(b"\n".join(lines))


def read(content: bytes) -> Change:
    """The change of a file. Raises ValueError where it is not whole or was altered.

    >>> patch, at = Patch(added=(b"<a:a> <a:b> <a:c> <a:g> .",)), datetime(2026, 1, 2, 3, 4)
    >>> made = Change("urn:uuid:1", None, at, 'Region "X"', "steward", "PUT", patch)
    >>> read(written(made)) == made
    True
    """
    body = content[: content.rfind(CHECK)]
    if content != _checked(body):
        raise ValueError("checksum")
    lines = body.splitlines()
    said: dict[str, str] = {}
    for line in lines[: lines.index(b"TX .")]:
        match = HEADER.fullmatch(line)
        if match is None:
            raise ValueError(line.decode(errors="replace"))
        said[match[1].decode()] = match[2].decode() if match[2] is not None else _unescaped(match[3].decode())
    return _change(said, lines[lines.index(b"TX .") + 1 : -1])


def _change(said: Mapping[str, str], lines: list[bytes]) -> Change:
    found = {mark: tuple(line[2:] for line in lines if line.startswith(mark)) for mark in (b"A ", b"D ")}
    if sum(map(len, found.values())) != len(lines):
        raise ValueError("A, D")
    patch = Patch(found[b"A "], found[b"D "])
    try:
        at = datetime.fromisoformat(said["time"])
        return Change(said["id"], said.get("prev"), at, said["by"], said["role"], said["what"], patch)
    except KeyError as error:
        raise ValueError(f"H {error.args[0]}") from error


def _checked(body: bytes) -> bytes:
    return body + CHECK + hashlib.sha256(body).hexdigest().encode() + b"\n"


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)


def _unescaped(text: str) -> str:
    meant = {escape: letter for letter, escape in ESCAPES.items()}
    return re.sub(r"\\.", lambda found: meant.get(found[0], found[0]), text)
