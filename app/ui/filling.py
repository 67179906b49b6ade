"""Lets the pane that may fill a screen do so: over the others in the window, or on a screen of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.actions import MenuEntry
from app.ui.icons import make_app_icon
from app.ui.look import make_sheet
from app.ui.rulers import name_screen
from app.ui.wishes import FillScreen, Prefer, UseScreen
from app.words import glance as words
from app.words import show

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.board import Board
    from app.ui.covers import Covers
    from app.ui.grants import Grants
    from app.ui.pane import Pane
    from app.ui.watch import Watch

SCREEN = "name"  # in what is kept
FULL = Qt.WindowState.WindowFullScreen


class ScreenWindow(QWidget):
    """A window without a frame that fills a screen with one pane.

    Signals:
        left: it was closed.
    """

    left = Signal()

    def __init__(self, pane: QWidget, screen: QScreen, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(pane.accessibleName())
        self.setWindowIcon(make_app_icon())
        self.setStyleSheet(make_sheet())
        self.addActions(actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self.setGeometry(screen.geometry())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The pane goes back to its place."""
        event.accept()
        self.left.emit()


class Filling(QObject):
    """Fills the window, or the screen that is chosen for that while it is there.

    Args:
        home: the first window.
        panes: all there are, by name; one of them may fill.
        covers: where that stands over the others.
        board: knows which panes stand above them, as bars.
        watch: is to look at the window of its own.
        grants: where the wishes come in.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - it moves a pane between all of them
        self,
        home: QWidget,
        panes: Mapping[str, Pane],
        covers: Covers,
        board: Board,
        watch: Watch,
        grants: Grants,
    ) -> None:
        super().__init__(home)
        self._home, self._panes, self._covers, self._board = home, panes, covers, board
        self._watch, self._grants = watch, grants
        self._screen = ""
        self._is_left = self._is_ready = self._is_home_full = False
        self._own: ScreenWindow | None = None
        grants.add(FillScreen, lambda _: self.toggle(), lambda _: self.is_on)
        grants.add(UseScreen, self._choose_screen)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self.settle)
        application.screenRemoved.connect(self.settle)

    @property
    def _pane(self) -> Pane | None:
        return next((pane for pane in self._panes.values() if pane.FILLS), None)

    @property
    def is_on(self) -> bool:
        """Whether it fills anything."""
        return self._own is not None or (self._pane is not None and self._pane.is_prominent)

    def take(self, choices: Choices) -> None:
        """Take the screen that the user chose."""
        chosen = str((choices.glance_screen or {}).get(SCREEN, ""))
        if chosen != self._screen:
            self._screen, self._is_left = chosen, False
            self.settle()

    def begin(self) -> None:
        """The first window is shown: a screen of its own may be filled from now on."""
        self._is_ready = True
        self.settle()

    def settle(self, *_: object) -> None:
        """Fill the screen that is chosen as soon as it is there, and leave it when it goes."""
        screen = self._find_screen()
        if screen is None and self._own is not None:
            self._come_home()
        elif screen is not None and self._own is None and self._is_ready and not self._is_left:
            self.leave()
            self._take_out(screen)

    def toggle(self) -> None:
        """Fill, or leave."""
        if self.is_on:
            self._is_left = True
            self.leave()
            return
        self._is_left = False
        screen = self._find_screen()
        if screen is not None:
            self._take_out(screen)
        else:
            self._cover()

    def leave(self) -> None:
        """Fill nothing."""
        if self._own is not None:
            self._come_home()
        elif self.is_on:
            self._uncover()

    def finish(self) -> None:
        """Close what was opened; the pane is deleted with the first window."""
        if self._own is not None:
            self._come_home()

    def list_screens(self) -> Iterable[MenuEntry]:
        """Each screen but that of the window, with a tick at the one that is chosen."""
        for screen in QGuiApplication.screens():
            name = name_screen(screen)
            if screen is not self._home.screen() or name == self._screen:
                text = show(words.ON_SCREEN.fill(screen=name))
                yield MenuEntry(text, UseScreen(name), is_on=name == self._screen)

    def _find_screen(self) -> QScreen | None:
        """The one that is chosen, unless it is gone or the window stands there."""
        others = [one for one in QGuiApplication.screens() if one is not self._home.screen()]
        return next((one for one in others if name_screen(one) == self._screen), None)

    def _choose_screen(self, wish: UseScreen) -> None:
        name = "" if wish.screen == self._screen else wish.screen
        self._grants.grant(Prefer({"glance_screen": {SCREEN: name} if name else None}))

    def _cover(self) -> None:
        if self._pane is None:
            return
        for name in self._board.layout.bars:
            self._panes[name].hide()
        self._is_home_full = self._home.isFullScreen()
        self._pane.fill(is_over=True, is_out=False)
        self._home.setWindowState(self._home.windowState() | FULL)
        self._pane.setFocus()

    def _uncover(self) -> None:
        if self._pane is None:
            return
        if not self._is_home_full:
            self._home.setWindowState(self._home.windowState() & ~FULL)
        for name in self._board.layout.bars:
            self._panes[name].show()
        self._pane.fill(is_over=False, is_out=False)

    def _take_out(self, screen: QScreen) -> None:
        if self._pane is None:
            return
        self._own = ScreenWindow(self._pane, screen, self._home.actions())
        self._own.left.connect(self.toggle)
        self._watch.begin(self._own)
        self._pane.fill(is_over=False, is_out=True)
        self._pane.show()
        self._own.showFullScreen()

    def _come_home(self) -> None:
        own, self._own = self._own, None
        if own is None or self._pane is None:
            return
        own.left.disconnect()
        self._watch.end(own)
        self._covers.addWidget(self._pane)
        self._pane.fill(is_over=False, is_out=False)
        own.close()
        own.deleteLater()
