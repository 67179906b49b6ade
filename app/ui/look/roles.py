"""The roles that colours have, and which of them are drawn on each other."""

from __future__ import annotations

from typing import Literal

from app.frozen import value

Role = Literal[
    "window",
    "card",
    "raised",
    "hover",
    "line",
    "edge",
    "text",
    "muted",
    "focus",
    "selected",
    "us",
    "them",
    "good",
    "wait",
    "warn",
    "bad",
    "fan",
    "gem",
    "gold",
    "silver",
    "bronze",
    "ink",
    "shade",
    "accent",
]


@value
class Colours:
    """A colour for each role, as `#rrggbb`.

    Attributes:
        window: ground of everything.
        card: ground of a pane.
        raised: ground of buttons, boxes and rows that are no words.
        hover: ground of a button below the mouse.
        line: lines that only decorate.
        edge: edges of what can be used.
        text: text.
        muted: text that matters less, is old, disabled or a placeholder.
        focus: what has the keyboard; ground of the most important button and of selected text.
        selected: ground of a selected row.
        us: our side of a battle, at the left.
        them: the other side.
        good: it works, it rises.
        wait: it is not over.
        warn: it may go wrong.
        bad: it went wrong, it falls.
        fan: subscribers and super fans.
        gem: diamonds.
        gold: first place.
        silver: second place.
        bronze: third place.
        ink: text on filled buttons, chips and medals.
        shade: hatching and outlines inside of a filled shape, half transparent.
        accent: the host, and the program's own colour.
    """

    window: str
    card: str
    raised: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    focus: str
    selected: str
    us: str
    them: str
    good: str
    wait: str
    warn: str
    bad: str
    fan: str
    gem: str
    gold: str
    silver: str
    bronze: str
    ink: str
    shade: str
    accent: str


# What `ink` is written on.
FILLS: tuple[Role, ...] = ("focus", "us", "them", "good", "wait", "warn", "gem", "gold", "silver", "bronze")
