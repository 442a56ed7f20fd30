"""What a change adds and takes away, as lines of N-Quads: nothing that has to be worked out again when it is read."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Patch:
    """Statements of named graphs, each a line of N-Quads without its line break, in alphabetical order."""

    added: tuple[bytes, ...] = ()
    removed: tuple[bytes, ...] = ()

    @classmethod
    def between(cls, before: Iterable[bytes], after: Iterable[bytes]) -> "Patch":
        """What leads from the lines before to those after.

        >>> Patch.between([b"<a:a> <a:b> <a:c> <a:g> ."], [])
        Patch(added=(), removed=(b'<a:a> <a:b> <a:c> <a:g> .',))
        """
        old, new = frozenset(before), frozenset(after)
        return cls(tuple(sorted(new - old)), tuple(sorted(old - new)))

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.added or self.removed)


def replayed(quads: bytes, patches: Iterable[Patch]) -> bytes:
    r"""These N-Quads after the changes, in their order; what is there already or gone already does not matter.

    >>> gone, came = Patch(removed=(b"<a:a> <a:b> <a:c> .",)), Patch(added=(b"<a:d> <a:e> <a:f> .",))
    >>> replayed(b"<a:a> <a:b> <a:c> .\n", [gone, came])
    b'<a:d> <a:e> <a:f> .\n'
    """
    lines = set(quads.splitlines())
    for patch in patches:
        lines.difference_update(patch.removed)
        lines.update(patch.added)
    return b"".join(line + b"\n" for line in sorted(lines))
