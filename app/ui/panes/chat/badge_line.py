"""The badges of a person, each with its picture and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.pictures.wish import name_picture
from app.ui.flow import Flow
from app.ui.icons import draw_icon
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, find_look, set_gaps
from app.ui.painting import open_painter
from app.ui.panes.chat.badges import Chip, find_badge, make_chip
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.events import Badge, User
    from app.pictures.wish import Key
    from app.ui.pictures import Pictures

SIDE_PX = 18


class BadgePicture(QWidget):
    """The picture of a badge, its icon until that is there.

    Args:
        chip: of the badge.
        pictures: where its picture is found.
    """

    def __init__(self, chip: Chip, pictures: Pictures) -> None:
        super().__init__()
        self._chip, self._pictures = chip, pictures
        pictures.arrived.connect(self._repaint)
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setFixedSize(enlarge(SIDE_PX), enlarge(SIDE_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw it in the middle."""
        side, ratio, colour = (
            self.width(),
            self.devicePixelRatioF(),
            find_look().find_colour(self._chip.colour),
        )
        picture = find_badge(self._pictures, self._chip, side, ratio) or draw_icon(
            self._chip.icon, colour, side, ratio
        )
        size = picture.deviceIndependentSize()
        with open_painter(self) as painter:
            painter.drawPixmap(round((side - size.width()) / 2), round((side - size.height()) / 2), picture)

    def _repaint(self, keys: frozenset[Key]) -> None:
        if ("badge", name_picture(self._chip.address)) in keys:
            self.update()


class BadgeLine(Flow[QWidget]):
    """All badges that have words, in as many lines as they need.

    Args:
        user: who wears them.
        pictures: where their pictures are found.
    """

    IS_CENTRED = False

    def __init__(self, user: User, pictures: Pictures) -> None:
        super().__init__()
        worn = [badge for badge in user.badges if badge.kind in words.BADGES]
        self.hold([_make_mark(badge, pictures) for badge in worn])
        if not worn:
            self.hide()


def _make_mark(badge: Badge, pictures: Pictures) -> QWidget:
    """A picture with words beside it."""
    said = show(words.BADGES[badge.kind].fill(level=badge.level or "")).strip()
    mark = QWidget()
    row = QHBoxLayout(mark)
    set_gaps(row, GRID // 2, 0, 0, 0, 0)
    row.addWidget(BadgePicture(make_chip(badge.kind, badge), pictures))
    row.addWidget(Label(said, size="caption", colour="muted"))
    return mark
