"""Turns choices that are yes or no: at once, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.settings import DEFAULTS
from app.ui.wishes import Prefer, Toggle

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.grants import Grants


class Switches:
    """Grants such wishes.

    Args:
        grants: where the wishes come in, and where what is chosen goes.
        prefer: lets the whole window know of other choices.
    """

    def __init__(self, grants: Grants, prefer: Callable[[Choices], None]) -> None:
        self._grants, self._prefer, self._choices = grants, prefer, DEFAULTS
        grants.add(Toggle, lambda wish: self._turn(wish.option), lambda wish: self._is_on(wish.option))

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._choices = choices

    def _is_on(self, option: str) -> bool:
        return bool(getattr(self._choices, option))

    def _turn(self, option: str) -> None:
        change: dict[str, Any] = {option: not self._is_on(option)}
        self._prefer(replace(self._choices, **change))
        self._grants.grant(Prefer(change))
