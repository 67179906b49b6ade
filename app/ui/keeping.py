"""Keeps what is chosen in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.wishes import Prefer

if TYPE_CHECKING:
    from app.errors import SidestageError
    from app.ui.grants import Grants
    from app.ui.keeper import Keeper


class Keeping:
    """Hands choices to who keeps them.

    Args:
        keeper: keeps them.
        grants: where the wishes come in.
        complain: says a sentence; a choice that could not be kept holds all the same, until the program ends.
    """

    def __init__(self, keeper: Keeper, grants: Grants, complain: Callable[[str], None]) -> None:
        self._keeper, self._complain = keeper, complain
        grants.add(Prefer, self._keep)

    def _keep(self, wish: Prefer) -> None:
        self._keeper.keep(wish.changes, {}, self._note)

    def _note(self, error: SidestageError | None) -> None:
        if error is not None:
            self._complain(error.line)
