"""The battle pane: who leads, by how much, how long still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ui.card import Card
from app.ui.labels import Label, NameLabel
from app.ui.look import GRID, Size, current, enlarge, fit_pixels, make_font, set_gaps
from app.ui.panes.battle.duel import Duel
from app.ui.panes.battle.ranking import Ranking
from app.ui.panes.battle.source import BattleFrame, BattleSource
from app.ui.panes.battle.words import PHASES, clock, in_last_seconds, result
from app.ui.source import TICK_MS
from app.words import battle as phrases
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleView

DUEL_SIDES = 2
TALL_PX, WIDE_PX, MOST_SCALE = 340, 380, 1.6
LEAST_SCALE = 0.85
SQUEEZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
CALM_PX = 6  # the clock is smaller by that before its last seconds
LOWEST_PX = 170  # lower still, one line says that there is no battle
LOW_PX = 320  # a pane lower than this has no room for contributors and a ranking's bars


class BattlePane(Card):
    """Shows battle frames. The clock is the largest type of the window."""

    SOURCE = BattleSource
    EVERY_MS = TICK_MS
    GROWS = True

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.clock = Label(size="result", bold=True)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card = NameLabel(size="caption", colour="wait", bold=True)
        self.card.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame: BattleFrame | None = None
        self._squeeze = 1.0
        self._fitted: object = None
        self.duel, self.ranking = Duel(), Ranking()
        self._sides, self._stack = _make_stack(self.duel, self.ranking), QStackedWidget()
        self._waiting = _paragraph(phrases.NO_BATTLE, "heading", bold=True)
        self._waiting_words = _paragraph(phrases.NO_BATTLE_YET, "note")
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
            self.note.present("")
            return
        look = PHASES[battle.phase]
        self.note.present(look.word)
        self.note.tint(look.colour)
        self._present_clock(battle, frame.now_ms)
        played = [one.text for one in battle.items if one.text and one.until_ms > frame.now_ms]
        self.card.present(played[-1] if played and battle.phase == "active" else "")
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
        room = min(self.height() / enlarge(TALL_PX), self.width() / enlarge(WIDE_PX))
        base = min(MOST_SCALE, max(LEAST_SCALE, room))
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
        return sides + sum(label.sizeHint().height() + enlarge(GRID // 2) for label in labels)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Type grows with the pane: it is read from two metres."""
        super().resizeEvent(event)
        self._make_room()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fitted = None
        self._make_room()

    def _make_room(self) -> None:
        low = self.height() < enlarge(LOW_PX)
        self._waiting_words.setVisible(self.height() >= enlarge(LOWEST_PX))
        self.duel.best.setVisible(not low)
        self.ranking.slim(low=low)
        if self._frame is not None:
            self.present(self._frame)

    @property
    def needs_room(self) -> bool:
        """Whether there is a battle to see."""
        return self._stack.currentIndex() == 1

    def _hero_px(self) -> int:
        """As large as the pane allows."""
        sizes, room = current().sizes, min(self.height() // 5, self.width() // 5)
        return round(self._squeeze * min(sizes.hero_most, max(sizes.hero_least, room)))

    def _present_clock(self, battle: BattleView, now_ms: int) -> None:
        """The result takes the clock's place once there is one."""
        final = in_last_seconds(battle, now_ms)
        ended, colour = result(battle)
        hero = self._hero_px()
        less_px = hero - enlarge(CALM_PX)
        self.clock.resize_text(self._result_px(show(ended)) if ended else hero if final else less_px)
        self.clock.tint("wait" if final else colour)
        self.clock.present(ended or clock(battle, now_ms) or "–:––")

    def _result_px(self, result: str) -> int:
        """As large as the result fits beside its edges."""
        most, least = min(self._hero_px(), current().sizes.result), current().sizes.least_score
        room = self.width() - enlarge(2 * GRID)
        return max(min(most, least), fit_pixels(_advance(result, most), most, room))

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
        set_gaps(column, GRID // 2, 0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.clock)
        column.addWidget(self.card)
        column.addWidget(self._sides)
        column.addStretch(2)
        return board


def _advance(text: str, pixels: int) -> int:
    return QFontMetrics(make_font(pixels, bold=True)).horizontalAdvance(text)


def _page(*labels: Label) -> QWidget:
    """What stands there without a battle."""
    page = QWidget()
    column = QVBoxLayout(page)
    set_gaps(column, GRID - 2, 2 * GRID, 0, 2 * GRID, 0)
    column.addStretch()
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    return page


def _paragraph(words: str, size: Size, *, bold: bool = False) -> Label:
    label = Label(words, size=size, colour="muted", bold=bold)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _make_stack(*pages: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack
