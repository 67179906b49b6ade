"""How the page is read that is looked at from afar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.settings.kinds import Choice, Switch
from app.settings.options.row import make_row, make_subject
from app.settings.window_kinds import Data
from app.words import sentence

METRES = {
    "0.7": sentence("0.7 m, at the desk"),
    "1": sentence("1 m"),
    "1.5": sentence("1.5 m"),
    "2": sentence("2 m, before the camera"),
    "3": sentence("3 m"),
}


@make_subject
class GlanceChoices:
    """Choices of glance mode and of streamer mode."""

    glance_metres: str = make_row(
        Choice(METRES, sentence("distance")),
        "2",
        "glance",
        sentence(
            "how far away you sit from the page that is read at a glance; letters are as large as that needs"
        ),
        caption=sentence("How far away do you sit?"),
    )
    streamer_mode: bool = make_row(
        Switch(),
        False,
        "glance",
        sentence("counts of viewers, money, handles and pictures are hidden everywhere"),
        caption=sentence("Streamer mode"),
    )
    glance_screen: Mapping[str, Any] | None = make_row(
        Data(), None, "memory", sentence("the screen that the page for a glance has for itself")
    )
    rulers: Mapping[str, Any] | None = make_row(
        Data(), None, "memory", sentence("how large the pixels of screens are that were measured, mm")
    )
