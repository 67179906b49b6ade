"""The leaderboard: who gave most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from app.session import Tell
from app.settings import DEFAULTS
from app.state.facts import BoardChoice
from app.ui.card import Card
from app.ui.figures import compact, group_digits
from app.ui.gift_rows import INSET, ROW_PX
from app.ui.gift_tables import frame_table, make_table, repaint_rows
from app.ui.labels import FittingLabel, IconLabel, Label
from app.ui.look import GRID, enlarge, find_look, make_font, set_gaps
from app.ui.money import read_pricing
from app.ui.panes.leaders.delegate import LeaderDelegate
from app.ui.panes.leaders.gift_summary import GiftSummary
from app.ui.panes.leaders.hold import RowHold
from app.ui.panes.leaders.model import DIAMONDS, NAME, RANK, LeaderModel
from app.ui.panes.leaders.scopes import ScopeBar
from app.ui.panes.leaders.source import LeaderFrame, LeaderSource
from app.ui.panes.leaders.texts import is_rush, write_counts, write_pace, write_said, write_worth
from app.ui.text import write_tooltip
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.settings import Choices
    from app.ui.pictures import Pictures

LOW_PX = 200  # below, rows are worth more than the sum, the titles and whose gifts they are
HIGH_PX = 360  # from there on there is room for what the room says and how many gifts come
NARROW_PX = 190  # below, names and diamonds are worth more than ranks
WIDTHS = {RANK: 40, DIAMONDS: 56}
FIGURE_EDGES_PX = 2 * INSET + 4
TITLE_EDGES_PX = 14


class LeaderPane(Card):
    """The leaderboard with the total. People keep their places while somebody is at them."""

    SOURCE = LeaderSource
    EVERY_MS = 200  # as the header, which shows the same sum

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._choices = DEFAULTS
        self._latest: LeaderFrame | None = None
        self.model = LeaderModel(self)
        self.table = make_table(self.model, words.GIFT_LEADERBOARD)
        self._cells = LeaderDelegate(self.model, self.table)
        self.table.setItemDelegate(self._cells)
        self.hold = RowHold(self.table)
        self.hold.ended.connect(self._present_latest)
        self.total = Label("0", size="figure", colour="gem", bold=True)
        self.worth = FittingLabel(size="caption", colour="muted")
        self.summary = GiftSummary()
        self.pace, self.said = self.summary.pace, self.summary.said
        self.scopes = ScopeBar()
        self.scopes.chosen.connect(lambda scope: self.wish.emit(Tell(BoardChoice(scope))))
        self._sum = self._make_total_line()
        for widget in (self.scopes, self._sum, self.summary):
            self.body.addWidget(widget)
        self.body.addWidget(frame_table(self.table, self.model, words.NO_GIFTS), 1)
        self.redress()

    def present(self, frame: LeaderFrame) -> None:
        """Show a frame."""
        is_other = self._latest is not None and frame.scope != self._latest.scope
        self._latest = frame
        self.model.present(frame.rows, keep_order=self.hold.is_on and not is_other)
        self.model.note_thanked(frame.thanked)
        if is_other:
            self.table.scrollToTop()
        self._fit_figures(frame)
        self.scopes.present(frame.scopes, frame.scope)
        self.total.present(compact(frame.diamonds))
        said = show(write_said(frame.diamonds, frame.said)[0])
        self.total.setToolTip(write_tooltip(group_digits(frame.diamonds), said))
        self.worth.word(*write_worth(frame.diamonds, read_pricing(self._choices)))
        self._present_summary(frame)
        self._present_note(frame)
        self._make_room()

    def prefer(self, choices: Choices) -> None:
        """Take money and what a rush is."""
        self._choices = choices
        self._present_latest()

    def show_next_scope(self) -> None:
        """Look at the gifts of the next scope."""
        self.scopes.choose_next()

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self._cells.pictures = pictures
        pictures.arrived.connect(self._repaint_people)

    def _repaint_people(self, keys: frozenset[Key]) -> None:
        repaint_rows(self.table, lambda at: ("avatar", self.model.rows[at].user.id) in keys)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """A hidden leaderboard is not held."""
        super().hideEvent(event)
        self.hold.end()

    def _present_latest(self) -> None:
        """Put people in order, with all that was chosen meanwhile."""
        if self._latest is not None:
            self.present(self._latest)

    def _present_note(self, frame: LeaderFrame) -> None:
        """That the order is held while it is not the true one; that there is a rush; how many gave."""
        is_told = is_rush(frame, self._choices.gift_alarm) and not self._has_summary
        is_held = self.hold.is_on and not self.model.is_in_order
        if is_held:
            self.note.word(*words.HELD)
        elif is_told:
            self.note.word(*write_pace(frame, has_rush=True))
        else:
            self.note.word(*self._write_counts(frame))
        self.note.tint("wait" if is_held or is_told else "muted")

    def _write_counts(self, frame: LeaderFrame) -> tuple[str, ...]:
        """How many gave; of which scope, where there is no room for that above."""
        counts = write_counts(frame)
        if not self._is_low or frame.scope == "stream":
            return counts
        name = self.scopes.find_name()
        short = words.GUEST if isinstance(frame.scope, int) else name
        return words.IN_SCOPE.fill(scope=name, counts=counts[0]), name, short

    def _present_summary(self, frame: LeaderFrame) -> None:
        has_rush = is_rush(frame, self._choices.gift_alarm)
        self.summary.present(write_pace(frame, has_rush=has_rush), write_said(frame.diamonds, frame.said))
        self.pace.tint("wait" if has_rush else "muted")
        self.pace.setToolTip(show(words.ABOUT_PACE))
        if frame.said is not None:
            self.said.setToolTip(show(words.ABOUT_LEAST if frame.said.is_least else words.ABOUT_SEEN))

    def _fit_figures(self, frame: LeaderFrame) -> None:
        """The columns of figures are as wide as their titles and their widest figures: names get the rest."""
        ranks = str(max((row.rank for row in frame.rows), default=0))
        diamonds = max((compact(row.diamonds) for row in frame.rows), key=len, default="")
        edges_px = enlarge(FIGURE_EDGES_PX)
        for column, longest, edges in ((RANK, ranks, edges_px // 2), (DIAMONDS, diamonds, edges_px)):
            width = self._figures.horizontalAdvance(longest) + edges
            width = max(self._find_title_px(column), width)
            if width != self.table.columnWidth(column):
                self.table.horizontalHeader().resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A low table does without the sum and the titles, and says in the title what matters most."""
        super().resizeEvent(event)
        self._make_room()
        if self._latest is not None:
            self._present_note(self._latest)

    def redress(self) -> None:
        """Take the sizes of now."""
        self._cells.redress()
        self._figures = QFontMetrics(make_font(find_look().sizes.body, bold=True))
        self._set_columns()
        self._make_room()
        if self._latest is not None:
            self._fit_figures(self._latest)

    @property
    def _is_low(self) -> bool:
        return self.height() < enlarge(LOW_PX)

    @property
    def _has_summary(self) -> bool:
        """Whether there is room for what the room says and how many gifts come, and something of that."""
        return self.height() >= enlarge(HIGH_PX) and bool(self.pace.text() or self.said.text())

    def _make_room(self) -> None:
        self._sum.setHidden(self._is_low)
        self.table.horizontalHeader().setHidden(self._is_low)
        self.scopes.setHidden(self._is_low or not self.scopes.has_choice)
        self.scopes.fit(self.width())
        self.table.setColumnHidden(RANK, self.width() < enlarge(NARROW_PX))
        self.summary.setHidden(not self._has_summary)
        self.summary.fit(self.width())

    def _make_total_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        set_gaps(row, GRID, 2 * GRID, 0, 2 * GRID, 0)
        self.worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(IconLabel("gem", "gem", 22))
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
            header.resizeSection(column, self._find_title_px(column))

    def _find_title_px(self, column: int) -> int:
        """The width of a column that holds its title: longer in some languages than in English."""
        title = str(self.model.headerData(column, Qt.Orientation.Horizontal))
        metrics = QFontMetrics(make_font(find_look().sizes.caption))
        return max(enlarge(WIDTHS[column]), metrics.horizontalAdvance(title) + enlarge(TITLE_EDGES_PX))
