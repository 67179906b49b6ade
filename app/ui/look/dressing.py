"""Gives the program its look, and all windows another one when it changes."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QLoggingCategory, QUrl, Signal
from PySide6.QtGui import QColor, QFileOpenEvent, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from app.ui.look.choice import changes, find_look, follow_system
from app.ui.look.fonts import choose_emoji_font, make_font
from app.ui.look.gaps import apply_gaps
from app.ui.look.roles import Colours, Role
from app.ui.look.sheet import make_sheet
from app.ui.look.system import watch_system

STYLE = "Fusion"
NAMES = QPalette.ColorRole
PALETTE: dict[QPalette.ColorRole, Role] = {
    NAMES.Window: "window",
    NAMES.WindowText: "text",
    NAMES.Base: "card",
    NAMES.AlternateBase: "raised",
    NAMES.Text: "text",
    NAMES.PlaceholderText: "muted",
    NAMES.Button: "raised",
    NAMES.ButtonText: "text",
    NAMES.Highlight: "focus",
    NAMES.HighlightedText: "ink",
    NAMES.ToolTipBase: "raised",
    NAMES.ToolTipText: "text",
    NAMES.Link: "focus",
    NAMES.LinkVisited: "fan",
}


class Application(QApplication):
    """Hears of links that macOS has for the program.

    Signals:
        link_came: an address.
    """

    link_came = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take links that macOS sends; few other events are sent to the application itself."""
        if isinstance(event, QFileOpenEvent):
            self.link_came.emit(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True
        return super().event(event)


def make_application(*words: str) -> Application:
    """Make Qt's application for the words of a command line, in the style that all is drawn in.

    To set the style later would load QStyle with all its names: 12 ms of the start.
    """
    app = Application([*words, "-style", STYLE])
    app.setProperty("styled", True)
    return app


def dress(app: QApplication) -> None:
    """Give the whole program its style, once, before the first window.

    Qt logs each font of the list that lacks a script before it finds the one that has it; that is the list's
    purpose, so these lines are off.
    """
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    if not app.property("styled"):
        app.setStyle(STYLE)
    choose_emoji_font()
    _dress_program(app)
    if sys.platform.startswith("linux"):
        app.setDesktopFileName("sidestage")
    if not app.property("redresses"):
        app.setProperty("redresses", True)
        changes.changed.connect(redress)
        watch_system(follow_system)


def dress_once() -> None:
    """The first window brings the program's style; setting it again would lay every window out anew."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("dressed") is None:
        app.setProperty("dressed", True)
        dress(app)


def redress() -> None:
    """Give everything that there is the look of now."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    _dress_program(app)
    for window in app.topLevelWidgets():
        redress_window(window)


def _dress_program(app: QApplication) -> None:
    app.setPalette(make_palette(find_look().colours))
    body = make_font(find_look().sizes.body)
    if app.font() != body:  # headings of tables would forget which font their table has
        app.setFont(body)


def redress_window(window: QWidget) -> None:
    """Give one window the look of now, and pictures for the pixels of its screen.

    Style sheet and gaps first, then children before their parents, who ask how large those are.
    """
    if window.styleSheet():
        window.setStyleSheet(make_sheet())
    for layout in window.findChildren(QLayout):
        apply_gaps(layout)
    for part in (*reversed(window.findChildren(QWidget)), window):
        change = getattr(part, "redress", None)
        if change is not None:
            change()
        part.update()


def make_palette(colours: Colours) -> QPalette:
    """Make the palette of widgets without a style of their own."""
    palette, groups = QPalette(), QPalette.ColorGroup
    for name, role in PALETTE.items():
        palette.setColor(name, QColor(getattr(colours, role)))
    for name in (NAMES.WindowText, NAMES.Text, NAMES.ButtonText):
        palette.setColor(groups.Disabled, name, QColor(colours.muted))
    return palette
