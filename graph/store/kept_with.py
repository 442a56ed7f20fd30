"""What is made of a store is kept with it, and goes when it goes: a store that was replaced leaves nothing behind."""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from graph.store.embedded import Store

Rest = ParamSpec("Rest")
Made = TypeVar("Made")
Making = Callable[Concatenate[Store, Rest], Made]


@overload
def kept(make: Making[Rest, Made], /) -> Making[Rest, Made]: ...
@overload
def kept(*, most: int) -> Callable[[Making[Rest, Made]], Making[Rest, Made]]: ...
def kept(make: Making[Rest, Made] | None = None, /, *, most: int | None = None) -> Any:
    """Make something of a store once for the same other arguments; of ``most`` of these, the last ones asked for.

    >>> @kept
    ... def made(store: Store) -> object:
    ...     return object()
    >>> one, other = Store(b"", "1", "a:"), Store(b"", "2", "a:")
    >>> made(one) is made(one), made(one) is made(other)
    (True, False)
    """
    if make is None:
        return partial(_kept, most=most)
    return _kept(make, most)


def _kept(make: Making[Rest, Made], most: int | None) -> Making[Rest, Made]:
    @wraps(make)
    def once(store: Store, /, *rest: Rest.args, **named: Rest.kwargs) -> Made:
        cached = store.made.setdefault(make, lru_cache(most)(partial(make, store)))
        return cached(*rest, **named)  # type: ignore[no-any-return]

    return once
