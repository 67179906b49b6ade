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
    "app.ui.layouts",
    "app.ui.panes.battle.source",
    "app.ui.panes.chat",
    "app.ui.panes.connect",
    "app.ui.panes.gifts.source",
    "app.ui.panes.header.source",
    "app.ui.panes.leaders.source",
    "app.ui.panes.viewers",
    "app.ui.picture",
    "app.ui.series",
    "app.ui.text",
    "app.ui.wishes",
    "app.words.battle",
    "app.words.gifts",
    "app.words.viewers",
)


def import_ahead() -> None:
    """Import these now, before Qt."""
    for name in AHEAD:
        import_module(name)
