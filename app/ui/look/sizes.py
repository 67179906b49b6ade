"""Sizes of text and gaps in logical pixels, all multiples of one scale."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from app.frozen import value

Size = Literal[
    "badge",
    "tiny",
    "rank",
    "caption",
    "note",
    "title",
    "body",
    "strong",
    "chat",
    "heading",
    "score",
    "figure",
    "result",
    "large",
]


@value
class Sizes:
    """Heights of text. 21 px are 20 arc minutes at 0.7 m on a 24" 1080p monitor (ISO 9241: 20-22).

    Attributes:
        hero_most: the largest of a page; a battle's clock may be larger.
    """

    badge: int = 12
    tiny: int = 13
    rank: int = 14
    caption: int = 15
    note: int = 16
    title: int = 17
    body: int = 18
    strong: int = 19
    chat: int = 21
    heading: int = 22
    score: int = 26
    figure: int = 28
    result: int = 36
    large: int = 38
    hero_most: int = 96


GRID = 8  # gaps are multiples of it, at scale 1
RADIUS = 12
CHAT_STEPS = (15, 17, 19, 21, 24, 28, 33, 40, 48)  # what the chat's text can be zoomed to, at scale 1


def scale_sizes(scale: float) -> Sizes:
    """Give all sizes at a scale."""
    normal = Sizes()
    return Sizes(**{one.name: round(getattr(normal, one.name) * scale) for one in fields(Sizes)})
