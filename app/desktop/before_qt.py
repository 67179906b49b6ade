"""Makes imports quick: what the first picture needs that needs no Qt comes before PySide6."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any

# Each brings what it needs. What panes need that come later is imported after the first picture.
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
    "app.ui.panes.header.fit",
    "app.ui.panes.header.source",
    "app.ui.panes.header.texts",
    "app.ui.panes.page.source",
    "app.ui.panes.page.texts",
    "app.ui.picture",
    "app.ui.rulers",
    "app.ui.series",
    "app.ui.switches",
    "app.ui.text",
    "app.ui.title",
    "app.ui.wishes",
    "app.words.discretion",
    "app.words.glance",
    "app.words.saving",
)


def import_ahead() -> None:
    """Import these now, before Qt, and let PySide6 read no sources after that.

    It looks whether a module uses features of PySide6's own, of each that is imported and of each that
    imports another: 350 files until the first picture. Ours use none; a built program has no sources.
    """
    gc.disable()  # what is imported stays; the window looks for garbage by itself (desktop/garbage.py)
    for name in AHEAD:
        import_module(name)
    import_module("PySide6")
    feature: Any = import_module("shibokensupport.feature")  # comes with PySide6, which brings it along
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _: False  # noqa: SLF001 - there is no other switch
