"""A long answer in parts: the Link header (RFC 8288) that leads from one to the next.

Each link has the date and the version of the data in it: the parts are parts of one answer, or the service says no.
"""

from collections.abc import Callable


def offsets(total: int, limit: int, offset: int) -> dict[str, int]:
    """Where the first, previous, next and last part begin; a part that is not there is left out.

    >>> offsets(total=25, limit=10, offset=10)
    {'first': 0, 'prev': 0, 'next': 20, 'last': 20}
    >>> offsets(total=0, limit=10, offset=0)
    {'first': 0, 'last': 0}
    """
    last = max(total - 1, 0) // limit * limit
    found = {"first": 0}
    if offset > 0:
        found["prev"] = max(min(offset - limit, last), 0)
    if offset + limit < total:
        found["next"] = offset + limit
    return found | {"last": last}


def header(total: int, limit: int, offset: int, address: Callable[[int], str]) -> str:
    """The header, given the address of the part that begins at an offset.

    >>> header(3, 2, 0, lambda offset: f"/a?offset={offset}")
    '</a?offset=0>; rel="first", </a?offset=2>; rel="next", </a?offset=2>; rel="last"'
    """
    return ", ".join(f'<{address(begin)}>; rel="{name}"' for name, begin in offsets(total, limit, offset).items())
