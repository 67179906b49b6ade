"""What the window needs that needs no Qt: PySide6 reads the source of each module that comes after it."""

from __future__ import annotations

from importlib import import_module

# Each brings what it needs.
AHEAD = (
    "app.desktop.rooms",
    "app.session",
    "app.files",
    "app.signals",
    "app.desktop.threads",
    "app.access.advice",
    "app.ui.battle",
    "app.ui.chat",
    "app.ui.frames",
    "app.ui.gifts",
    "app.ui.picture",
    "app.ui.text",
    "app.ui.viewers.series",
)


def import_ahead() -> None:
    """Import these now, before Qt."""
    for name in AHEAD:
        import_module(name)
