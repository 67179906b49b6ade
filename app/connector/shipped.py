"""The gift list that comes with the program, for when TikTok keeps its own to itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShippedGift:
    """One gift; prices are in diamonds and of the day the list was recorded (2024-01-05, region PL)."""

    id: int
    name: str
    diamonds: int
    streakable: bool


def shipped_gifts(text: str) -> tuple[ShippedGift, ...]:
    """The gifts of a resources/gifts.json, as its text."""
    return tuple(ShippedGift(**row) for row in json.loads(text))


def read_shipped(folder: Path) -> tuple[ShippedGift, ...]:
    """The gifts of the resources folder given."""
    return shipped_gifts((folder / "gifts.json").read_text(encoding="utf-8"))
