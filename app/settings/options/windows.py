"""How windows stand and behave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.settings.kinds import Switch
from app.settings.number_kinds import Number
from app.settings.options.row import make_row, make_subject
from app.settings.window_kinds import Data, Title
from app.words import sentence

LEAST_SCALE, MOST_SCALE = 0.75, 3.0


@make_subject
class WindowChoices:
    """Choices of windows and of what stands in them."""

    scale: float = make_row(
        Number(LEAST_SCALE, MOST_SCALE),
        1.0,
        "look",
        sentence("how large everything is; 1 is as usual"),
        caption=sentence("Size of everything"),
        variable="SCALE",
        flag="--scale",
    )
    profile: str = make_row(
        Title(40),
        "solo",
        "windows",
        sentence("arrangement of the panes: solo, battle, qa, compact, or one of your own"),
        caption=sentence("Arrangement"),
    )
    pinned: bool = make_row(
        Switch(),
        False,
        "windows",
        sentence("no pane grows by itself, not even for a battle"),
        caption=sentence("Panes stay as they are"),
    )
    on_top: bool = make_row(
        Switch(),
        False,
        "windows",
        sentence("windows stand above all others"),
        caption=sentence("Always on top"),
    )
    hide_from_captures: bool = make_row(
        Switch(),
        False,
        "windows",
        sentence("windows are left out of pictures and films of the screen"),
        caption=sentence("Not in captures"),
    )
    ask_before_close: bool = make_row(
        Switch(),
        True,
        "windows",
        sentence("ask before the window closes while a stream is on air"),
        caption=sentence("Ask before closing"),
    )
    keep_awake: bool = make_row(
        Switch(),
        True,
        "windows",
        sentence("the screen stays on and the machine awake while a stream is on air"),
        caption=sentence("Stay awake"),
    )
    arrangements: Mapping[str, Any] | None = make_row(
        Data(), None, "memory", sentence("what was moved, hidden and shown by hand, by arrangement")
    )
    windows: Mapping[str, Any] | None = make_row(
        Data(), None, "memory", sentence("where the windows were, and which panes had one of their own")
    )
