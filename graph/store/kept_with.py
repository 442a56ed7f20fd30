"""What is made of a store is kept with it, and goes when it goes: a store that was replaced leaves nothing behind."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial, wraps
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

    Whoever asks for it while it is being made waits for it.

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
        shelf: _Shelf = store.made.setdefault(make, _Shelf(most))
        return shelf.get((rest, tuple(sorted(named.items()))), lambda: make(store, *rest, **named))  # type: ignore[no-any-return]

    return once


class _Shelf:
    """What one function made of one store, by its other arguments."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Any] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
            turn = self._making.setdefault(key, threading.RLock())
        with turn:
            with self._lock:
                if key in self._made:
                    return self._made[key]
            try:
                made = make()
            except BaseException:
                with self._lock:
                    self._making.pop(key, None)
                raise
            with self._lock:
                self._made[key] = made
                self._making.pop(key, None)
                if self._most is not None and len(self._made) > self._most:
                    self._made.popitem(last=False)
            return made
