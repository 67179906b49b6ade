"""What is done for each wish: commands go to the session, the others to whom the window named for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from app.session import Command


class Grant(NamedTuple):
    """What is done for wishes of one type.

    Attributes:
        do: does it.
        is_granted: whether what is wished for is so already, for ticks in menus.
        refusal: why it cannot be done here at all; empty: it can.
        is_possible: whether it can be done now.
    """

    do: Callable[[Any], object]
    is_granted: Callable[[Any], bool]
    refusal: str = ""
    is_possible: Callable[[], bool] = lambda: True


class Grants:
    """Does what is wished for.

    Args:
        ask: hands a command to the session.
    """

    def __init__(self, ask: Callable[[Command], None]) -> None:
        self._ask = ask
        self._grants: dict[type, Grant] = {}
        self._listeners: list[Callable[[], None]] = []

    @property
    def wishes(self) -> frozenset[type]:
        """What can be granted beside commands."""
        return frozenset(self._grants)

    def add(
        self,
        wish: type,
        do: Callable[[Any], object],
        is_granted: Callable[[Any], bool] = lambda _: False,
        refusal: str = "",
        is_possible: Callable[[], bool] = lambda: True,
    ) -> None:
        """Grant wishes of a type from now on; the others are fields of `Grant`."""
        self._grants[wish] = Grant(do, is_granted, refusal, is_possible)

    def find_refusal(self, wish: object) -> str:
        """Why a wish cannot be granted here; empty: it can."""
        return self._grants[type(wish)].refusal if type(wish) in self._grants else ""

    def listen(self, listener: Callable[[], None]) -> None:
        """Call whenever something was granted: ticks may be others."""
        self._listeners.append(listener)

    def grant(self, wish: object) -> None:
        """Do it, if anybody can."""
        if isinstance(wish, Command):
            self._ask(wish)
        elif self.is_possible(wish):
            self._grants[type(wish)].do(wish)
            self.refresh()

    def refresh(self) -> None:
        """Tell listeners that ticks, or what is possible, may be others."""
        for listener in self._listeners:
            listener()

    def is_possible(self, wish: object) -> bool:
        """Whether a wish can be granted here and now."""
        grant = self._grants.get(type(wish))
        return grant is not None and not grant.refusal and grant.is_possible()

    def is_granted(self, wish: object) -> bool:
        """Whether what is wished for is so already."""
        return type(wish) in self._grants and self._grants[type(wish)].is_granted(wish)
