"""The battle pane: who leads, by how much, how long still; and the battles before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.session import Tell
from app.state.facts import BattleDismissal
from app.ui.battle_records import copy_records
from app.ui.battle_words import find_phase
from app.ui.card import Card
from app.ui.gift_rows import ROW_PX
from app.ui.labels import Label
from app.ui.look import GRID, Size, enlarge, set_gaps
from app.ui.panes.battle.board import ScoreBoard
from app.ui.panes.battle.history import HistoryModel, make_history
from app.ui.panes.battle.source import BattleFrame, BattleSource
from app.ui.source import TICK_MS
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.pictures import Pictures

LOWEST_PX = 170  # lower still, one line says that there is no battle
TITLE_PX = 180  # what title, gaps and the other button need


class BattlePane(Card):
    """Shows battle frames. Clock and gap are the largest type of the window."""

    SOURCE = BattleSource
    EVERY_MS = TICK_MS
    GROWS = True

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._frame: BattleFrame | None = None
        self._is_looked_back = False
        self._pictures: Pictures | None = None
        self.model = HistoryModel(self)
        self._waiting = _make_paragraph(words.NO_BATTLE, "heading", bold=True)
        self._waiting_words = _make_paragraph(words.NO_BATTLE_YET, "note")
        self._page = _make_page(self._waiting, self._waiting_words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.before = _make_button(words.HISTORY_COUNT.fill(count=0), words.HISTORY, self.show_history)
        self.before.setCheckable(True)
        self.away = _make_button(words.DISMISS_MARK, words.DISMISS, self.dismiss)
        self._lay_out_body()

    @cached_property
    def board(self) -> ScoreBoard:
        """What shows a battle, made when the first one comes."""
        board = ScoreBoard()
        if self._pictures is not None:
            board.illustrate(self._pictures)
        self._stack.addWidget(board)
        return board

    @cached_property
    def table(self) -> QTableView:
        """What shows the battles before, made when it is first looked at."""
        table = make_history(self.model)
        self._stack.addWidget(table)
        return table

    def present(self, frame: BattleFrame) -> None:
        """Show a frame; who arranges the panes learns when a battle comes, is over, or goes."""
        before = self.is_prominent, self.is_at_rest
        self._is_looked_back &= not self._is_another(frame)
        self._frame = frame
        self.model.present(frame.history)
        self._present_title(frame)
        if frame.battle is not None:
            self.board.present(frame.battle, frame.now_ms)
        self._choose_page()
        if before != (self.is_prominent, self.is_at_rest):
            self.room_changed.emit()

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self._pictures = pictures
        if "board" in vars(self):
            self.board.illustrate(pictures)

    def show_history(self) -> None:
        """Look at the battles before, or at the one that is on."""
        self._is_looked_back = not self._is_looked_back
        self._choose_page()
        self.room_changed.emit()
        if self._is_looked_back and self.model.records:
            self.table.selectRow(0)
            self.table.setFocus()

    def dismiss(self) -> None:
        """Take the result away."""
        battle = self._frame.battle if self._frame else None
        if battle is not None and battle.is_past:
            self.wish.emit(Tell(BattleDismissal(battle.battle_id)))

    def copy_battle(self) -> None:
        """Copy the chosen battle, or all where none is chosen."""
        chosen = [self.model.records[index.row()] for index in self.table.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(copy_records(chosen or self.model.records))

    def copy_battles(self) -> None:
        """Copy all battles of this stream."""
        QGuiApplication.clipboard().setText(copy_records(self.model.records))

    @property
    def is_prominent(self) -> bool:
        """Whether there is a battle to see."""
        return self._frame is not None and self._frame.battle is not None

    @property
    def is_at_rest(self) -> bool:
        """Whether the battle is over, and nobody looks at those before."""
        battle = self._frame.battle if self._frame else None
        return battle is not None and battle.is_past and not self._is_looked_back

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A low pane says in one line that there is no battle, a narrow one not how many were before."""
        super().resizeEvent(event)
        self._make_room()

    def redress(self) -> None:
        """Take the sizes of now."""
        if "table" in vars(self):
            self.table.verticalHeader().setDefaultSectionSize(enlarge(ROW_PX))
        self._make_room()

    def _is_another(self, frame: BattleFrame) -> bool:
        """Whether another battle is on than was shown: it is asked for before those that are over."""
        shown = self._frame.battle.battle_id if self._frame and self._frame.battle else None
        return frame.battle is not None and not frame.battle.is_past and frame.battle.battle_id != shown

    def _make_room(self) -> None:
        self._waiting_words.setVisible(self.height() >= enlarge(LOWEST_PX))
        has_both = self.is_prominent and bool(self.model.records)
        room = self.width() - self.note.least_px - self.before.sizeHint().width()
        self.before.setVisible(has_both and room >= enlarge(TITLE_PX))

    def _present_title(self, frame: BattleFrame) -> None:
        battle = frame.battle
        look = find_phase(battle, frame.now_ms) if battle is not None else None
        self.note.present(look.word if look else words.NO_BATTLE if frame.history else "")
        self.note.tint(look.colour if look else "muted")
        self.away.setVisible(battle is not None and battle.is_past)
        self.before.setText(show(words.HISTORY_COUNT.fill(count=len(frame.history))))
        self._make_room()

    def _choose_page(self) -> None:
        """The battle, else the battles before, else that there is none."""
        has_battle, has_history = self.is_prominent, bool(self.model.records)
        is_back = has_history and (self._is_looked_back or not has_battle)
        page = self.table if is_back else self.board if has_battle else self._page
        self._stack.setCurrentWidget(page)
        self.before.setChecked(is_back)

    def _lay_out_body(self) -> None:
        self.corner.addWidget(self.before)
        self.corner.addWidget(self.away)
        frame = QWidget()
        column = QVBoxLayout(frame)
        set_gaps(column, 0, 2 * GRID, 0, 2 * GRID, 0)
        column.addWidget(self._stack)
        self.body.addWidget(frame)
        self.redress()


def _make_page(*labels: Label) -> QWidget:
    """What stands there without a battle."""
    page = QWidget()
    column = QVBoxLayout(page)
    set_gaps(column, GRID - 2, 0, 0, 0, 0)
    column.addStretch()
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    return page


def _make_paragraph(text: str, size: Size, *, bold: bool = False) -> Label:
    label = Label(text, size=size, colour="muted", bold=bold)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _call(act: Callable[[], None], *_: bool) -> None:
    """Call without what Qt’s signal brings: whether the button is down."""
    act()


def _make_button(text: str, meaning: str, act: Callable[[], None]) -> QPushButton:
    """A small button of the title line."""
    button = QPushButton(show(text))
    button.setObjectName("span")
    button.setAccessibleName(show(meaning))
    button.setToolTip(show(meaning))
    button.clicked.connect(partial(_call, act))
    button.hide()
    return button
