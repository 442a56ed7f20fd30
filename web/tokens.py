"""Who may write: tokens with a role, of which only a hash is kept.

A token is 256 random bits, so a plain SHA-256 of it gives nothing away and there is nothing to guess. The file is read
anew for every request that carries one: a token that is taken out of it is worth nothing from then on.
"""

import hashlib
import hmac
import json
import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.store.writing import Author, Writer

STEWARD = "steward"
ROLES = (STEWARD,)
"""A steward may change everything. Further roles are added here."""
LONGEST_NAME = 120
BYTES = 32


@dataclass(frozen=True)
class Token:
    """A token as it is kept."""

    sha256: str
    author: Author


@dataclass(frozen=True)
class Writes:
    """By whom the graph may be changed while it is served: who writes, and the file of those who may wish it."""

    writer: Writer
    tokens: Path


def made(path: Path, author: Author) -> str:
    """A new token, whose hash is added to the file; it is not to be had again. Raises StoreError."""
    if not author.by.isprintable() or not 0 < len(author.by) <= LONGEST_NAME:
        raise StoreError(
            f"Namnet ska vara en rad om högst {LONGEST_NAME} tecken: en organisation eller roll.",
            f"The name shall be a line of at most {LONGEST_NAME} characters: an organisation or a role.",
        )
    token = secrets.token_urlsafe(BYTES)
    told = {"sha256": _hash(token), "role": author.role, "by": author.by}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(file, "a", encoding="utf-8") as opened:
            opened.write("\n".join(["[[token]]", *lines, "", ""]))
    except OSError as error:
        raise _broken(path, error.strerror or str(error)) from error
    return token


def tokens(path: Path) -> list[Token]:
    """The tokens of a file. Raises StoreError where it is not as it should be."""
    try:
        listed = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise _broken(path, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _broken(path, str(error)) from error
    try:
        found = [_token(one) for one in listed.get("token", [])]
    except (KeyError, TypeError) as error:
        raise _broken(path, f"[[token]] sha256, role, by: {error}") from error
    for token in found:
        if token.author.role not in ROLES:
            raise _broken(path, f"role = {token.author.role}? {', '.join(ROLES)}")
    return found


def author(path: Path, given: str) -> Author | None:
    """Whose token it is; None for one that is not in the file. Takes as long whichever of them it is."""
    hashed = _hash(given)
    found = [token.author for token in tokens(path) if hmac.compare_digest(token.sha256.encode(), hashed.encode())]
    return found[0] if found else None


def _token(one: dict[str, object]) -> Token:
    sha256, by, role = (one[name] for name in ("sha256", "by", "role"))
    if not (isinstance(sha256, str) and isinstance(by, str) and isinstance(role, str)):
        raise TypeError("text")
    return Token(sha256, Author(by, role))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _broken(path: Path, what: str) -> StoreError:
    return StoreError(
        f"Filen med behörigheter, {path}, går inte att använda: {what}.",
        f"The file of tokens, {path}, cannot be used: {what}.",
    )
