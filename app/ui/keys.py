"""Which keys hold now: those of the table of actions, or others that the user chose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from weakref import WeakMethod

_chosen: Mapping[str, tuple[str, ...]] = {}
_listeners: list[WeakMethod[Callable[[], None]]] = []


def pick_keys(name: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an action.

    Args:
        name: of the action.
        usual: its keys when nobody chose others.
    """
    return _chosen.get(name, usual)


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Have these keys hold at once; listeners hear of it."""
    global _chosen  # noqa: PLW0603 - a program has one keyboard
    if chosen == _chosen:
        return
    _chosen = chosen
    for listener in list(_listeners):
        call = listener()
        if call is None:
            _listeners.remove(listener)
        else:
            call()


def listen(listener: Callable[[], None]) -> None:
    """Call a method when other keys hold, as long as its object lives."""
    _listeners.append(WeakMethod(listener))
