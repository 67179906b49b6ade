"""The pill over the rows while their reader is elsewhere: that it is paused, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QPushButton

from app.ui.figures import group_openly
from app.ui.look import GRID, enlarge
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.panes.chat.view import ChatView

REST_MS = 200
ROOMY = 4  # times as high as it is: lower views have no room beside it


class Pill(QPushButton):
    """Says how many rows came below the reader's place; a click leads there."""

    def __init__(self, view: ChatView) -> None:
        super().__init__(view)
        self._view, self._unread, self._whole = view, 0, ""
        self.setObjectName("pill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._rests = QTimer(self, interval=REST_MS, singleShot=True)
        self._rests.timeout.connect(self._name)
        self.clicked.connect(view.follow)
        view.unread.connect(self.present)
        view.viewport().installEventFilter(self)  # the list tells its size before its content has it

    def present(self, count: int | None) -> None:
        """Show the number; None while nothing is paused."""
        self._unread = count or 0
        self.setVisible(count is not None)
        if count is not None and not self._rests.isActive():
            self._name()
        if count is not None:
            self._move()

    def place(self) -> None:
        """Stand in the middle of an edge, in the wording that has room there."""
        area = self._view.viewport().geometry()
        brief = show(words.PAUSED_BRIEF)
        for wording in (self._whole, brief) if self._has_room(area) else (brief,):
            if self.text() != wording:
                self.setText(wording)
            self.adjustSize()
            if self.width() <= area.width():
                break
        self._move()

    def _move(self) -> None:
        """To the lower edge; to the upper one where it would lie on the row that was chosen.

        In a low view to the right, where few lines end.
        """
        area, height, width = self._view.viewport().geometry(), self.height(), self.width()
        gap = enlarge(2 * GRID) if self._has_room(area) else 0
        left = area.center().x() - width // 2 if gap else area.right() - width
        low = QRect(left, area.bottom() - height - gap, width, height)
        high = low.translated(0, area.top() + gap - low.top())
        row = self._view.find_chosen_area().translated(area.topLeft())
        self.move((high if row.intersects(low) and not row.intersects(high) else low).topLeft())

    def _has_room(self, area: QRect) -> bool:
        return area.height() > ROOMY * self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the place when the list changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _name(self) -> None:
        """Say it a few times a second: each time it is measured and painted over the list."""
        unread, dropped = self._unread, self._view.rows.dropped
        name = words.PAUSED_AND_NEW.fill(rows=group_openly(unread)) if unread else words.PAUSED
        if dropped:
            name = words.AND_DROPPED.fill(pill=name, count=dropped, rows=group_openly(dropped))
        if self._whole != show(name):
            self._whole = show(name)
            self.place()
            if unread:
                self._rests.start()
