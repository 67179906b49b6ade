"""Where the panes stand, as data: a tree of splits with shares for each width of the window."""

from __future__ import annotations

from typing import Literal, NamedTuple

NARROW_PX = 1040


class Place(NamedTuple):
    """A pane's place in a split.

    Attributes:
        pane: its name.
        share: of the split, compared with the others; 0 hides it.
        grown: its share while the pane that the split grows for needs room; None is as always.
    """

    pane: str
    share: int
    grown: int | None = None


class Split(NamedTuple):
    """Parts beside each other or below each other, with handles to move between them.

    Attributes:
        name: the same in all layouts; what was moved by hand is kept by it.
        direction: how the parts stand.
        parts: in order.
        share: of the split around it; 0 hides it.
        grows_for: the pane whose need of room changes the shares, if there is one.
    """

    name: str
    direction: Literal["beside", "below"]
    parts: tuple[Place | Split, ...]
    share: int = 0
    grown: int | None = None
    grows_for: str = ""


class Layout(NamedTuple):
    """One form of the window.

    Attributes:
        name: what was moved by hand is kept by it.
        is_small: panes are told to fit into a narrow window.
        bars: panes that stand above the split, each as high as it needs.
        root: the split with the others.
    """

    name: str
    is_small: bool
    bars: tuple[str, ...]
    root: Split


BARS = ("header",)
WIDE = Layout(
    "wide",
    False,
    BARS,
    Split(
        "columns",
        "beside",
        (
            Place("chat", 40),
            Split("middle", "below", (Place("leaders", 60), Place("gifts", 40)), 30),
            Split(
                "right", "below", (Place("battle", 35, 56), Place("viewers", 65, 44)), 30, grows_for="battle"
            ),
        ),
    ),
)
# The leaderboard stands below the battle, which takes the viewers' place; the latest gifts have none.
NARROW = Layout(
    "narrow",
    True,
    BARS,
    Split(
        "columns",
        "beside",
        (
            Place("chat", 40),
            Split("middle", "below", (Place("gifts", 40),), 0),
            Split(
                "right",
                "below",
                (Place("battle", 0, 56), Place("viewers", 65, 0), Place("leaders", 60, 44)),
                30,
                grows_for="battle",
            ),
        ),
    ),
)
LAYOUTS = (WIDE, NARROW)


def layout_for(width_px: float) -> Layout:
    """The layout for a window of that width, in pixels of scale 1."""
    return NARROW if width_px < NARROW_PX else WIDE
