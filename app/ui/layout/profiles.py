"""PROFILES: which arrangements there are, each with a layout for a wide, a narrow and a tall window.

A window that is small in both directions has room for the chat, and a battle while there is one.

A pane that a layout does not name has a place in it all the same, hidden until somebody wants to see it.
"""

from __future__ import annotations

from typing import NamedTuple

from app.ui.layout.tree import Layout, Place, Split, change_splits, list_places
from app.ui.panes.table import PANES
from app.words import Phrase
from app.words import layouts as words

NARROW_PX, SLIM_PX, LOW_PX = 1040, 560, 560
TALL = 1.3  # times as high as wide
BARS = ("header",)
USUAL_PROFILE = "solo"


class LayoutProfile(NamedTuple):
    """An arrangement for an occasion.

    Attributes:
        words: what it is called.
        wide, narrow, tall: how the panes stand in such a window.
    """

    words: Phrase
    wide: Layout
    narrow: Layout
    tall: Layout

    def choose_layout(self, width_px: float, height_px: float) -> Layout:
        """Choose the layout for a window of that size, in pixels of scale 1."""
        if width_px < SLIM_PX and height_px < LOW_PX:
            return SMALL
        if width_px < SLIM_PX or height_px > TALL * width_px:
            return self.tall
        return self.narrow if width_px < NARROW_PX else self.wide


def _complete(layout: Layout) -> Layout:
    """Give the panes that it does not name their places: hidden, below the battle."""
    named = {*layout.bars, *(place.name for place in list_places(layout.root))}
    rest = tuple(Place(row.name, 0) for row in PANES if row.has_place and row.name not in named)
    return change_splits(
        layout, lambda split: split._replace(parts=split.parts + rest) if split.grows_for else split
    )


def _lay_wide(*parts: Place | Split) -> Layout:
    return _complete(Layout("wide", False, BARS, Split("columns", "beside", parts)))


def _lay_narrow(*parts: Place | Split) -> Layout:
    return _complete(Layout("narrow", True, BARS, Split("columns", "beside", parts)))


def _lay_below(name: str, *parts: Place) -> Layout:
    """Everything below each other; a battle comes in between."""
    return _complete(Layout(name, True, BARS, Split("columns", "below", parts, grows_for="battle")))


def _make_middle(share: float, *parts: Place, grows_for: str = "") -> Split:
    return Split("middle", "below", parts, share, grows_for=grows_for)


def _make_right(share: float, *parts: Place) -> Split:
    return Split("right", "below", parts, share, grows_for="battle")


def _lay_alone(name: str, battle: int = 40, rest: int | None = None) -> Layout:
    """The chat; `battle` of a hundred for a battle while there is one, `rest` for what came out of it."""
    return _lay_below(
        name,
        Place("battle", 0, battle, rest),
        Place("chat", 60, 100 - battle),
        Place("leaders", 0),
        Place("gifts", 0),
        Place("goals", 0),
        Place("viewers", 0),
    )


SMALL = _lay_alone("small", 54, rest=15)
# In a narrow window all others stand in one column, so that the chat stays the larger part.
# The battle takes the viewers' place there. The middle column stays where it is, empty.
SOLO = LayoutProfile(
    words.SOLO,
    _lay_wide(
        Place("chat", 40),
        _make_middle(30, Place("leaders", 60), Place("gifts", 40), Place("goals", 0)),
        _make_right(30, Place("battle", 35, 56), Place("viewers", 65, 44)),
    ),
    _lay_narrow(
        Place("chat", 40),
        _make_middle(0),
        _make_right(
            30,
            Place("battle", 0, 56),
            Place("viewers", 65, 0),
            Place("leaders", 60, 44),
            Place("gifts", 0),
            Place("goals", 0),
        ),
    ),
    _lay_below(
        "tall",
        Place("battle", 0, 40),
        Place("chat", 60, 40),
        Place("leaders", 40, 20),
        Place("gifts", 0),
        Place("goals", 0),
        Place("viewers", 0),
    ),
)
BATTLE = LayoutProfile(
    words.BATTLE,
    _lay_wide(
        Place("chat", 32),
        _make_right(42, Place("battle", 65), Place("viewers", 35)),
        _make_middle(26, Place("leaders", 60), Place("gifts", 40), Place("goals", 0)),
    ),
    _lay_narrow(
        Place("chat", 50),
        _make_right(
            50,
            Place("battle", 60),
            Place("leaders", 40),
            Place("gifts", 0),
            Place("goals", 0),
            Place("viewers", 0),
        ),
        _make_middle(0),
    ),
    _lay_below(
        "tall",
        Place("battle", 40),
        Place("chat", 40),
        Place("leaders", 20),
        Place("gifts", 0),
        Place("goals", 0),
        Place("viewers", 0),
    ),
)
QA = LayoutProfile(
    words.QA,
    _lay_wide(
        Place("chat", 56),
        _make_middle(
            44,
            Place("battle", 0, 45),
            Place("questions", 60, 30),
            Place("thanks", 40, 25),
            Place("leaders", 0),
            Place("gifts", 0),
            Place("goals", 0),
            Place("viewers", 0),
            grows_for="battle",
        ),
    ),
    *(
        _lay_below(
            name,
            Place("battle", 0, 40),
            Place("chat", 50, 60),
            Place("questions", 50, 0),
            Place("thanks", 0),
            Place("leaders", 0),
            Place("gifts", 0),
            Place("goals", 0),
            Place("viewers", 0),
        )
        for name in ("narrow", "tall")
    ),
)
COMPACT = LayoutProfile(words.COMPACT, *map(_lay_alone, ("wide", "narrow", "tall")))
PROFILES = {"solo": SOLO, "battle": BATTLE, "qa": QA, "compact": COMPACT}
