"""How our windows behave among others: above them, transparent for the mouse, left out of captures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.actions import find_keys
from app.ui.captures import can_hide, hide_from_captures
from app.ui.frames import NO_PLACES
from app.ui.icons import make_app_icon
from app.ui.wishes import HideFromCaptures, LetClicksThrough, Prefer, StayOnTop
from app.words import layouts as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from app.settings import Choices
    from app.ui.grants import Grants

ON_TOP, THROUGH = Qt.WindowType.WindowStaysOnTopHint, Qt.WindowType.WindowTransparentForInput


class Manners(QObject):
    """Gives all windows the same manners.

    Clicks go through only until the next start, and there are three ways back: the key, a second start of the
    program, and an icon in the tray where the desktop has one.

    Args:
        window: the main one.
        list_others: gives those that there are beside it.
        grants: where the wishes come in, and where what is chosen goes.
        tell: says a sentence to the user.
    """

    def __init__(
        self,
        window: QWidget,
        list_others: Callable[[], Iterable[QWidget]],
        grants: Grants,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._list_others = window, list_others
        self._grants, self._tell = grants, tell
        self._is_on_top = self._is_through = self._is_hidden = False
        self._tray: QSystemTrayIcon | None = None
        wayland = words.NOT_ON_WAYLAND if QGuiApplication.platformName().startswith(NO_PLACES) else ""
        elsewhere = "" if can_hide() else words.NOT_ON_THIS_SYSTEM
        grants.add(StayOnTop, self._toggle_on_top, lambda _: self._is_on_top, wayland)
        grants.add(LetClicksThrough, self._toggle_through, lambda _: self._is_through, wayland)
        grants.add(HideFromCaptures, self._toggle_captures, lambda _: self._is_hidden, elsewhere)

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._is_on_top, self._is_hidden = choices.on_top, choices.hide_from_captures
        self.apply()

    def apply(self) -> None:
        """Give every window that is on the desktop its manners."""
        for window in (self._window, *self._list_others()):
            if not window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
                continue
            handle = window.windowHandle()
            for flag, is_on in ((ON_TOP, self._is_on_top), (THROUGH, self._is_through)):
                if bool(handle.flags() & flag) != is_on:
                    handle.setFlag(flag, is_on)  # setWindowFlags would hide the window
            if self._is_through:
                self._hear_keys(window)
            if can_hide():
                hide_from_captures(int(window.winId()), hidden=self._is_hidden)

    @staticmethod
    def _hear_keys(window: QWidget) -> None:
        """Its keys are the first way back."""
        from app.ui.through_keys import hear_keys  # noqa: PLC0415 - not for the first picture

        hear_keys(int(window.winId()))

    def be_solid(self) -> None:
        """Take clicks again."""
        if self._is_through:
            self._toggle_through(None)

    def _toggle_on_top(self, _: object) -> None:
        self._is_on_top = not self._is_on_top
        self.apply()
        self._grants.grant(Prefer({"on_top": self._is_on_top}))

    def _toggle_captures(self, _: object) -> None:
        self._is_hidden = not self._is_hidden
        self.apply()
        self._grants.grant(Prefer({"hide_from_captures": self._is_hidden}))

    def _toggle_through(self, _: object) -> None:
        self._is_through = not self._is_through
        self.apply()
        self._show_tray(shown=self._is_through)
        if self._is_through:  # else a click that does nothing looks as if the window hung
            self._tell(words.CLICKS_GO_THROUGH.fill(keys=find_keys("through")))

    def _show_tray(self, *, shown: bool) -> None:
        """An icon that a click on takes clicks back with, while they go through."""
        from PySide6.QtWidgets import QSystemTrayIcon  # noqa: PLC0415 - not for the first picture

        if self._tray is None and shown and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QSystemTrayIcon(make_app_icon(), self)
            self._tray.setToolTip(show(words.BE_SOLID))
            self._tray.activated.connect(lambda _: self._grants.grant(LetClicksThrough()))
        if self._tray is not None:
            self._tray.setVisible(shown)
