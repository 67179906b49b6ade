"""The leaderboard: who gave most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from app.ui.card import Card
from app.ui.figures import compact, dollars, group_digits
from app.ui.gift_rows import INSET, ROW_PX
from app.ui.gift_tables import frame_table, make_table, repaint_rows
from app.ui.labels import FittingLabel, Label, Picture
from app.ui.look import GRID, current, enlarge, make_font, set_gaps
from app.ui.panes.leaders.delegate import LeaderDelegate
from app.ui.panes.leaders.model import DIAMONDS, GIFTS, NAME, RANK, LeaderModel
from app.ui.panes.leaders.source import LeaderFrame, LeaderSource
from app.words import Phrase
from app.words import gifts as words

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.ui.pictures import Pictures

HOLD_MS = 5_000  # a finger that rests, or a mouse that was left there, does not stop the order for ever
NARROW_PX = 340
LOW_PX = 200  # below, rows are worth more than the sum and the titles
WIDTHS = {RANK: 40, GIFTS: 72, DIAMONDS: 92}
FIGURE_EDGES_PX = 2 * INSET + 4
TITLE_EDGES_PX = 14


class LeaderPane(Card):
    """The leaderboard with the total. People keep their places while a mouse moves over them."""

    SOURCE = LeaderSource
    EVERY_MS = 250

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.model = LeaderModel(self)
        self.table = make_table(self.model, words.GIFT_LEADERBOARD)
        self._cells = LeaderDelegate(self.model, self.table)
        self.table.setItemDelegate(self._cells)
        self.table.setMouseTracking(True)
        self.table.viewport().installEventFilter(self)
        self.total = Label("0", size="figure", colour="gem", bold=True)
        self.worth = FittingLabel(size="caption", colour="muted")
        self.worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._latest: LeaderFrame | None = None
        self._hold = QTimer(self, interval=HOLD_MS, singleShot=True)
        self._hold.timeout.connect(self._let_go)
        self._sum = self._total_line()
        self.body.addWidget(self._sum)
        self.body.addWidget(frame_table(self.table, self.model, words.NO_GIFTS), 1)
        self.redress()

    def present(self, frame: LeaderFrame) -> None:
        """Show a frame."""
        self._latest = frame
        self.model.present(frame.rows, keep_order=self._hold.isActive())
        self.model.note_thanked(frame.thanked)
        self._fit_diamonds(frame)
        self.total.present(compact(frame.diamonds))
        self.total.setToolTip(group_digits(frame.diamonds))
        self.worth.word(*_worth(frame.diamonds))
        self._present_note(frame)

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self._cells.pictures = pictures
        pictures.arrived.connect(self._repaint_people)

    def _repaint_people(self, keys: frozenset[Key]) -> None:
        repaint_rows(self.table, lambda at: ("avatar", self.model.rows[at].user.id) in keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A mouse that moves over the rows holds their order; a finger, which cannot leave, does not."""
        match event.type():
            case QEvent.Type.MouseMove if _is_mouse(event):
                self._hold.start()
            case QEvent.Type.Leave:
                self._let_go()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody holds what nobody sees."""
        super().hideEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        """Put people in order."""
        self._hold.stop()
        if self._latest is not None:
            self.present(self._latest)

    def _present_note(self, frame: LeaderFrame) -> None:
        """How many gave; that the order is held, while it is another than the true one."""
        self.note.word(*(_counts(frame) if self.model.is_in_order else (words.HELD,)))
        self.note.tint("muted" if self.model.is_in_order else "wait")

    def _fit_diamonds(self, frame: LeaderFrame) -> None:
        """The column is as wide as its title and its widest figure."""
        longest = max((compact(row.diamonds) for row in frame.rows), key=len, default="")
        width = self._figures.horizontalAdvance(longest) + enlarge(FIGURE_EDGES_PX)
        width = max(self._title_px(DIAMONDS), width)
        if width != self.table.columnWidth(DIAMONDS):
            self.table.horizontalHeader().resizeSection(DIAMONDS, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrow table does without the number of gifts, a low one without the sum and the titles."""
        super().resizeEvent(event)
        self._make_room()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._cells.redress()
        self._figures = QFontMetrics(make_font(current().sizes.body, bold=True))
        self._set_columns()
        self._make_room()
        if self._latest is not None:
            self._fit_diamonds(self._latest)

    def _make_room(self) -> None:
        low = self.height() < enlarge(LOW_PX)
        self._sum.setHidden(low)
        self.table.horizontalHeader().setHidden(low)
        titles_px = sum(self._title_px(column) - enlarge(width) for column, width in WIDTHS.items())
        self.table.setColumnHidden(GIFTS, self.width() < enlarge(NARROW_PX) + titles_px)

    def _total_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        set_gaps(row, GRID, 2 * GRID, 0, 2 * GRID, 0)
        row.addWidget(Picture("gem", "gem", 22))
        row.addWidget(self.total)
        row.addWidget(self.worth, 1, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _set_columns(self) -> None:
        header = self.table.horizontalHeader()
        self.table.verticalHeader().setDefaultSectionSize(enlarge(ROW_PX))
        least = enlarge(min(WIDTHS.values()))  # the style's own is wider than a narrow table has
        header.setMinimumSectionSize(least)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._title_px(column))

    def _title_px(self, column: int) -> int:
        """The width of a column that holds its title: longer in some languages than in English."""
        title = str(self.model.headerData(column, Qt.Orientation.Horizontal))
        metrics = QFontMetrics(make_font(current().sizes.caption))
        return max(enlarge(WIDTHS[column]), metrics.horizontalAdvance(title) + enlarge(TITLE_EDGES_PX))


def _counts(frame: LeaderFrame) -> tuple[str, ...]:
    """How many gifts came, and from how many people; shorter, gifts alone, or their number."""
    if not frame.people:
        return ("",)
    gifts = words.GIFTS_GIVEN.fill(count=frame.gifts, gifts=group_digits(frame.gifts))
    people = words.PEOPLE.fill(count=frame.people, people=group_digits(frame.people))
    return words.GIFTS_OF_PEOPLE.fill(gifts=gifts, people=people), gifts, group_digits(frame.gifts)


def _worth(diamonds: int) -> tuple[Phrase | str, ...]:
    """What the creator is paid, as far as one can tell, in three lengths."""
    if not diamonds:
        return ("",)
    return tuple(one.fill(dollars=dollars(diamonds)) for one in words.WORTH)


def _is_mouse(event: QEvent) -> bool:
    """Whether a pointer moved that can rest beside the rows as well."""
    from PySide6.QtGui import QInputDevice  # noqa: PLC0415 - not for the first picture

    return isinstance(event, QMouseEvent) and event.device().type() != QInputDevice.DeviceType.TouchScreen
