"""The pictures of a few people beside each other, as high as the text they stand by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.faces import draw_face
from app.ui.painting import open_painter
from app.ui.pictures import Pictures

if TYPE_CHECKING:
    from app.events import User
    from app.pictures.wish import Key

MOST = 4
STEP = 0.72  # of the side: the next one stands over the edge of the one before


class Faces(QWidget):
    """People of a side; the names beside them say who they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures(parent=self)
        self._users: tuple[User, ...] = ()
        self._side = 0

    def present(self, users: Sequence[User]) -> None:
        """Show these people, or nobody."""
        shown = tuple(users[:MOST])
        if shown != self._users:
            self._users = shown
            self._fit()
            self.update()

    def resize_side(self, side: int) -> None:
        """Draw them of another size, px."""
        if side != self._side:
            self._side = side
            self._fit()

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self.pictures = pictures
        pictures.arrived.connect(self._repaint)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw; the first one stands over the others."""
        with open_painter(self) as painter:
            for at in reversed(range(len(self._users))):
                place = QPoint(round(at * STEP * self._side), 0)
                draw_face(painter, self.pictures, self._users[at], place, self._side)

    def _repaint(self, keys: frozenset[Key]) -> None:
        if any(("avatar", user.id) in keys for user in self._users):
            self.update()

    def _fit(self) -> None:
        count = len(self._users)
        width = round(self._side * (1 + STEP * (count - 1))) if count else 0
        self.setFixedSize(width, self._side if count else 0)
