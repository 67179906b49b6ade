"""What the window needs that needs no Qt: PySide6 reads the source of each module that comes after it."""

from __future__ import annotations

from importlib import import_module

# Each brings what it needs.
AHEAD = (
    "app.session",
    "app.cli.files",
    "app.cli.signals",
    "app.cli.threads",
    "app.connector.advice",
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
)


def import_ahead() -> None:
    """Import these now, before Qt."""
    for name in AHEAD:
        import_module(name)
