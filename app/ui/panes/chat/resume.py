"""A chat that was scrolled up goes on by itself after a while without hands on it, if that is wished."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.panes.chat.flow import FlowView

HANDS = frozenset(
    {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress}
)


class BackToNewest(QObject):
    """Leads a view back to its newest row.

    Args:
        view: the rows.
        is_read: whether somebody looks for something in them, so that they stay.

    Attributes:
        timer: runs while they stand still.
    """

    def __init__(self, view: FlowView, is_read: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._is_read = view, is_read
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._go_on)
        view.unread.connect(self._note)

    def prefer(self, choices: Choices) -> None:
        """Take after how many seconds; 0 for never, and then nobody is watched: each event costs."""
        self.timer.setInterval(choices.chat_resume_s * SECOND_MS)
        for part in (self._view, self._view.viewport(), self._view.bar):
            part.removeEventFilter(self)
            if choices.chat_resume_s:
                part.installEventFilter(self)
        self._note(None if self._view.is_following else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A key, the wheel or the mouse was used on it: the time begins anew."""
        if event.type() in HANDS and self.timer.isActive():
            self.timer.start()
        return super().eventFilter(watched, event)

    def _note(self, unread: int | None) -> None:
        """Note whether the view stands still or follows the newest row."""
        if unread is None or self._view.is_following or not self.timer.interval():
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    def _go_on(self) -> None:
        if self._is_read() or QApplication.activePopupWidget() is not None:
            self.timer.start()
        else:
            self._view.follow()
