"""What the window needs that needs no Qt: PySide6 reads the source of each module that comes after it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from app.ui import panes

WITHOUT_QT = ("source", "texts", "fit")  # what modules of panes are called that know no Qt
# Each brings what it needs.
AHEAD = (
    "app.desktop.awake",
    "app.desktop.meeting",
    "app.desktop.pictures",
    "app.desktop.rooms",
    "app.pictures.wish",
    "app.session",
    "app.files",
    "app.signals",
    "app.desktop.threads",
    "app.access.advice",
    "app.audio.tones",
    "app.ui.actions",
    "app.ui.captures",
    "app.ui.grants",
    "app.ui.layout.arrangement_data",
    "app.ui.layout.places",
    "app.ui.deeds",
    "app.ui.notices.queue",
    "app.ui.notices.source",
    "app.ui.panes.chat.filters",
    "app.ui.panes.chat.finder",
    "app.ui.panes.chat.similar",
    "app.ui.panes.chat.style",
    "app.ui.panes.viewers.drawing",
    "app.ui.picture",
    "app.ui.rulers",
    "app.ui.series",
    "app.ui.switches",
    "app.ui.tables_out",
    "app.ui.text",
    "app.ui.title",
    "app.ui.wishes",
    "app.words.battle",
    "app.words.discretion",
    "app.words.gifts",
    "app.words.glance",
    "app.words.saving",
    "app.words.viewers",
)


def import_ahead() -> None:
    """Import these now, before Qt, and what each pane has that knows no Qt."""
    for name in AHEAD:
        import_module(name)
    for folder in iter_modules(panes.__path__, f"{panes.__name__}."):
        for name in WITHOUT_QT if folder.ispkg else ():
            if find_spec(f"{folder.name}.{name}"):
                import_module(f"{folder.name}.{name}")
