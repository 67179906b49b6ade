"""Draws the rows of an inbox, and says what was clicked in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from app.ui.faces import draw_face
from app.ui.gift_rows import LEFT, RIGHT, MeasuredFont, RowFonts, write
from app.ui.icons import draw_icon
from app.ui.inboxes.lines import Breaker
from app.ui.inboxes.style import write_row_age
from app.ui.look import Role, enlarge, find_look, name_colour
from app.ui.painting import keep_state
from app.ui.pictures import Pictures
from app.ui.text import TEXT_LIMIT, clean
from app.words import inboxes as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.ui.inboxes.model import InboxModel
    from app.ui.inboxes.style import InboxStyle

Index = QModelIndex | QPersistentModelIndex
BOX_PX, FACE_PX, BAR_PX, EDGE_PX, GAP_PX = 22, 26, 3, 5, 8
FACED_PX = 260  # narrower rows are the words' alone
FADED = 0.5  # the picture of who is ticked
SIDE_SHARE = 0.55  # of a line at most for what stands at its right


class InboxDelegate(QStyledItemDelegate):
    """A box to tick, who, since when, what; grey once it is ticked.

    Signals:
        ticked: the box of the row at this place was clicked.
        person_clicked: the picture or the name was.

    Attributes:
        pictures: where those of people are found.
    """

    ticked = Signal(int)
    person_clicked = Signal(int)

    def __init__(self, model: InboxModel, style: InboxStyle, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._style = model, style
        self.pictures = Pictures()
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = RowFonts()
        self._breaker = Breaker(self._fonts.figure)

    def find_height(self, row: Any, width: int) -> int:
        """How high a row is in a table of that width."""
        text, room = self._read_text(row), self._find_words(QRect(0, 0, width, 0)).width()
        is_long = self._style.lines > 1 and self._fonts.figure.wide(text) > room
        return self._head_px + (self._style.lines if is_long else 1) * self._line_px + 2 * enlarge(EDGE_PX)

    def _read_text(self, row: Any) -> str:
        return clean(show(self._style.describe(row)), TEXT_LIMIT)

    @property
    def _head_px(self) -> int:
        return self._fonts.name.high

    @property
    def _line_px(self) -> int:
        return self._fonts.figure.high

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area, row = QRect(option.rect), self._model.rows[index.row()]
        with keep_state(painter):
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(find_look().colours.selected))
            if option.state & QStyle.StateFlag.State_HasFocus:
                bar = QRect(area.x(), area.y(), enlarge(BAR_PX), area.height())
                painter.fillRect(bar, QColor(find_look().colours.focus))
            self._draw_box(painter, self._find_box(area), is_ticked=bool(row.ticked_ms))
            if self._has_face(area):
                self._draw_face(painter, self._find_face(area), row)
            self._write(painter, self._find_words(area), row)

    def _draw_face(self, painter: QPainter, place: QRect, row: Any) -> None:
        with keep_state(painter):
            painter.setOpacity(FADED if row.ticked_ms else 1)
            draw_face(painter, self.pictures, row.user, place.topLeft(), place.width())

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box ticks, one on the picture or the name asks for the person."""
        if not (isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease):
            return super().editorEvent(event, model, option, index)
        area, place = QRect(option.rect), event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._find_box(area).adjusted(-GAP_PX, -GAP_PX, GAP_PX // 2, GAP_PX).contains(place):
            self.ticked.emit(index.row())
        elif self._find_name(area, self._model.rows[index.row()]).contains(place):
            self.person_clicked.emit(index.row())
        return True

    def _find_box(self, area: QRect) -> QRect:
        side = enlarge(BOX_PX)
        left = area.x() + self._fonts.inset + enlarge(BAR_PX)
        return QRect(left, area.center().y() - side // 2, side, side)

    def _has_face(self, area: QRect) -> bool:
        return area.width() >= enlarge(FACED_PX)

    def _find_face(self, area: QRect) -> QRect:
        side, box = enlarge(FACE_PX), self._find_box(area)
        wide = side if self._has_face(area) else 0
        return QRect(box.right() + enlarge(GAP_PX), area.center().y() - side // 2, wide, side)

    def _find_words(self, area: QRect) -> QRect:
        face = self._find_face(area)
        left = face.right() + 1 + (enlarge(GAP_PX) if face.width() else 0)
        edge = enlarge(EDGE_PX)
        return QRect(left, area.y() + edge, area.right() - self._fonts.inset - left, area.height() - 2 * edge)

    def _find_head(self, area: QRect) -> QRect:
        place = self._find_words(area)
        return QRect(place.x(), place.y(), place.width(), self._head_px)

    def _find_name(self, area: QRect, row: Any) -> QRect:
        """The picture and the name."""
        head, name = self._find_head(area), clean(row.user.name)
        wide = min(round(self._fonts.name.wide(name)), head.width())
        return self._find_face(area).united(QRect(head.x(), head.y(), wide, head.height()))

    def _draw_box(self, painter: QPainter, place: QRect, *, is_ticked: bool) -> None:
        colours, ratio = find_look().colours, painter.device().devicePixelRatio()
        painter.drawPixmap(place.topLeft(), draw_icon("box", colours.edge, place.width(), ratio))
        if is_ticked:
            painter.drawPixmap(place.topLeft(), draw_icon("tick", colours.muted, place.width(), ratio))

    def _write(self, painter: QPainter, area: QRect, row: Any) -> None:
        fonts, colours, is_done = self._fonts, find_look().colours, bool(row.ticked_ms)
        colour = colours.muted if is_done else name_colour(row.user.id)
        head = QRect(area.x(), area.y(), area.width(), self._head_px)
        left = self._write_side(painter, head, *self._word_age(row), fonts.small)
        write(painter, left, row.user.name, fonts.name, colour, LEFT)
        body = QRect(area.x(), head.bottom() + 1, area.width(), self._line_px)
        gem: Role = "muted" if is_done else "gem"
        left = self._write_side(painter, body, self._style.figure(row), gem, fonts.name)
        left = self._draw_gem(painter, left, gem) if left.width() < body.width() else left
        for line in self._breaker.split(self._read_text(row), left.width(), self._style.lines):
            write(painter, left, line, fonts.figure, colours.muted if is_done else colours.text, LEFT)
            left.translate(0, self._line_px)

    def _draw_gem(self, painter: QPainter, line: QRect, role: Role) -> QRect:
        """What the figure at the right is of; what is left of the line."""
        side, ratio = self._fonts.icon, painter.device().devicePixelRatio()
        place = QPoint(line.right() + 1 - side + self._fonts.gap // 2, line.center().y() - side // 2)
        painter.drawPixmap(place, draw_icon("gem", find_look().find_colour(role), side, ratio))
        return line.adjusted(0, 0, -side - self._fonts.gap, 0)

    def _word_age(self, row: Any) -> tuple[str, Role]:
        """How long it waits, after how it stands."""
        state, age = self._style.find_state(row), write_row_age(row, self._model.now_ms)
        if not state.word:
            return show(age), "muted"
        return show(words.STATE_AND_AGE.fill(state=state.word, age=age)), state.colour

    def _write_side(
        self, painter: QPainter, line: QRect, text: str, colour: Role, look: MeasuredFont
    ) -> QRect:
        """Write at the right of a line; what is left of it."""
        if not text:
            return line
        wide = min(round(look.wide(text)) + 2, round(SIDE_SHARE * line.width()))
        place = line.adjusted(line.width() - wide, 0, 0, 0)
        write(painter, place, text, look, find_look().find_colour(colour), RIGHT)
        return line.adjusted(0, 0, -wide - self._fonts.inset, 0)
