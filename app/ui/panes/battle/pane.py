"""The battle pane: who leads, by how much, how long still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ui.card import Card
from app.ui.labels import Label, NameLabel
from app.ui.panes.battle.duel import Duel
from app.ui.panes.battle.ranking import Ranking
from app.ui.panes.battle.source import BattleFrame, BattleSource
from app.ui.panes.battle.words import PHASES, clock, in_last_seconds, result
from app.ui.source import TICK_MS
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, FIGURE_PX, GRID, HERO_PX

if TYPE_CHECKING:
    from app.state import BattleView

DUEL_SIDES = 2
TALL_PX, WIDE_PX, MOST_SCALE = 340, 380, 1.6
WAITING = "No battle"
LEAST_SCALE = 0.85
SQUEEZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
LOWEST_PX = 170  # lower still, one line says that there is no battle
LOW_PX = 320  # a pane lower than this has no room for contributors and a ranking's bars
WAITING_WORDS = "Scores, clock and best gifters appear here when one starts."


class BattlePane(Card):
    """Shows battle frames. The clock is the largest type of the window."""

    SOURCE = BattleSource
    EVERY_MS = TICK_MS
    GROWS = True

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.clock = Label(pixels=HERO_PX[0], bold=True)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card = NameLabel(pixels=CAPTION_PX, colour=DARK.wait, bold=True)
        self.card.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame: BattleFrame | None = None
        self._squeeze = 1.0
        self._fitted: object = None
        self.duel, self.ranking = Duel(), Ranking()
        self._sides = QStackedWidget()
        self._sides.addWidget(self.duel)
        self._sides.addWidget(self.ranking)
        self._stack = QStackedWidget()
        self._waiting = _paragraph(WAITING, FIGURE_PX - 6, bold=True)
        self._waiting_words = _paragraph(WAITING_WORDS, BODY_PX - 2)
        self._stack.addWidget(_page(self._waiting, self._waiting_words))
        self._board = self._make_board()
        self._stack.addWidget(self._board)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.installEventFilter(self)
        self.body.addWidget(self._stack)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """What the title leaves is known once the layout has given it."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def present(self, frame: BattleFrame) -> None:
        """Show a frame; who arranges the panes learns when a battle comes or goes."""
        needed = self.needs_room
        self._present(frame)
        if needed != self.needs_room:
            self.room_changed.emit()

    def _present(self, frame: BattleFrame) -> None:
        self._frame = frame
        battle = frame.battle
        self._stack.setCurrentIndex(0 if battle is None else 1)
        if battle is None:
            self.aside.present("")
            return
        look = PHASES[battle.phase]
        self.aside.present(look.word)
        self.aside.tint(look.colour)
        self._present_clock(battle, frame.now_ms)
        self.card.present(battle.card_text if battle.phase == "active" else "")
        self.card.setVisible(bool(self.card.text()))
        self._present_sides(battle, frame.now_ms)
        shape = len(battle.sides), self.card.isHidden()
        if shape != self._fitted:
            self._fitted = shape
            self._fit()

    def _fit(self) -> None:
        """Type as large as width and height allow; fonts of some systems stand a fifth higher than others.

        Without a battle nobody sees it: the next one fits it.
        """
        if self._frame is None or self._frame.battle is None:
            self._fitted = None
            return
        battle, now_ms = self._frame.battle, self._frame.now_ms
        base = min(MOST_SCALE, max(LEAST_SCALE, min(self.height() / TALL_PX, self.width() / WIDE_PX)))
        for squeeze in SQUEEZES:
            self._squeeze = squeeze
            self.duel.scale(base * squeeze)
            self.ranking.scale(min(1.0, base) * squeeze)
            self._present_clock(battle, now_ms)
            if self._needed_px() <= self._stack.height():
                break

    def _needed_px(self) -> int:
        """The height of the board in its type of now: Qt lays out later, and tells the old one till then."""
        shown = self.duel if self._sides.currentWidget() is self.duel else self.ranking
        sides = 0 if self._sides.isHidden() else shown.needed_px()
        labels = [label for label in (self.clock, self.card) if not label.isHidden()]
        return sides + sum(label.sizeHint().height() + GRID // 2 for label in labels)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Type grows with the pane: it is read from two metres."""
        super().resizeEvent(event)
        self._waiting_words.setVisible(self.height() >= LOWEST_PX)
        self.duel.best.setVisible(self.height() >= LOW_PX)
        self.ranking.slim(low=self.height() < LOW_PX)
        if self._frame is not None:
            self.present(self._frame)

    @property
    def needs_room(self) -> bool:
        """Whether there is a battle to see."""
        return self._stack.currentIndex() == 1

    def _hero_px(self) -> int:
        """As large as the pane allows."""
        least, most = HERO_PX
        return round(self._squeeze * min(most, max(least, min(self.height() // 5, self.width() // 5))))

    def _present_clock(self, battle: BattleView, now_ms: int) -> None:
        """The result takes the clock's place once there is one."""
        final = in_last_seconds(battle, now_ms)
        ended, colour = result(battle)
        hero = self._hero_px()
        self.clock.resize_text(min(hero, FIGURE_PX + 8) if ended else hero if final else hero - 6)
        self.clock.tint(DARK.wait if final else colour)
        self.clock.present(ended or clock(battle, now_ms) or "–:––")

    def _present_sides(self, battle: BattleView, now_ms: int) -> None:
        self._sides.setVisible(bool(battle.sides))
        if len(battle.sides) == DUEL_SIDES:
            self._sides.setCurrentWidget(self.duel)
            self.duel.present(battle, now_ms)
        elif battle.sides:
            self._sides.setCurrentWidget(self.ranking)
            self.ranking.present(battle, now_ms)

    def _make_board(self) -> QWidget:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addStretch(1)
        column.addWidget(self.clock)
        column.addWidget(self.card)
        column.addWidget(self._sides)
        column.addStretch(2)
        return board


def _page(*labels: Label) -> QWidget:
    """What stands there without a battle."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
    column.addStretch()
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    return page


def _paragraph(words: str, pixels: int, *, bold: bool = False) -> Label:
    label = Label(words, pixels=pixels, colour=DARK.muted, bold=bold)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
