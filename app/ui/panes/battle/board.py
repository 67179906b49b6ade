"""All that is shown of a battle, below each other, in the sizes that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.battle_items import MOST_LINES, list_all_items, list_side_items
from app.ui.battle_words import (
    choose_others_name,
    find_gap,
    find_score_age_s,
    find_share,
    is_in_last_seconds,
    list_names,
    name_row,
    word_clock,
    word_result,
)
from app.ui.figures import compact, compact_openly, group_digits
from app.ui.labels import FittingLabel, NameLabel
from app.ui.look import GRID, Role, set_gaps
from app.ui.panes.battle.bar import ShareBar
from app.ui.panes.battle.duel import EDGES, Duel
from app.ui.panes.battle.figures import Hero
from app.ui.panes.battle.fit import CALM, BattlePlan, Lines, plan_battle
from app.ui.panes.battle.items import ItemLines
from app.ui.panes.battle.measuring import DecidingTexts, blank_digits, measure_shape
from app.ui.panes.battle.ranking import SideRanking
from app.ui.several_names import share_room
from app.ui.text import NAME_LIMIT, clean
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleView
    from app.ui.panes.battle.face import Faces
    from app.ui.pictures import Pictures

DUEL_SIDES = 2


class ScoreBoard(QWidget):
    """Shows a battle at a moment. Type grows with the pane: it is read from two metres."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._shape: DecidingTexts | None = None
        self._is_last = False
        self.plan: BattlePlan | None = None
        self.hero, self.duel, self.bar = Hero(), Duel(), ShareBar()
        self.ranking = SideRanking(self._illustrate_one)
        self.earned = FittingLabel(size="note", colour="gem", bold=True)
        self.age = NameLabel(size="note", colour="warn", bold=True)
        self.items = ItemLines(EDGES)
        for label, edge in zip((self.earned, self.age), EDGES, strict=True):
            label.setAlignment(edge)
        self._notes = _make_pair(self.earned, self.age)
        self._best, self._names = _make_pair(*self.duel.best), _make_pair(*self.duel.names)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._lay_out()

    def present(self, battle: BattleView, now_ms: int) -> None:
        """Show a battle."""
        age_s = find_score_age_s(battle, now_ms)
        shown, colour = word_result(battle)
        figure, meaning = ("", "") if shown else find_gap(battle)
        self._is_last = is_in_last_seconds(battle, now_ms)
        self.hero.present(word_clock(battle, now_ms), shown or figure)
        self.hero.clock.tint("wait" if self._is_last else "text")
        self.hero.gap.tint(colour if shown else _find_leader(battle, age_s))
        self._present_sides(battle, meaning, is_old=bool(age_s))
        self._present_notes(battle, now_ms, age_s)
        self._fit_anew(battle, meaning)

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self._pictures = pictures
        for faces in [*self.duel.faces, *(one for row in self.ranking.rows for one in row.all_faces)]:
            faces.illustrate(pictures)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another size is another plan."""
        super().resizeEvent(event)
        self._fit()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fit()

    def _present_sides(self, battle: BattleView, meaning: str, *, is_old: bool) -> None:
        sides = battle.sides
        if len(sides) == DUEL_SIDES:
            self.duel.present(sides, meaning, is_old=is_old)
            self.bar.present(find_share(sides[0].score, sides[1].score), faded=is_old)
        else:
            self.ranking.present(sides, is_old=is_old)

    def _present_notes(self, battle: BattleView, now_ms: int, age_s: int) -> None:
        earned = battle.earned if battle.sides else None
        self.earned.word(*("",) if earned is None else _word_earned(compact(earned)))
        self.earned.setToolTip("" if earned is None else group_digits(earned))
        self.age.present(words.OLD_SCORE.fill(seconds=age_s) if age_s else "")
        self.age.setVisible(bool(age_s))  # what was earned has all of the width else
        self.items.present([_list_item_lines(battle, now_ms, most) for most in range(1, MOST_LINES + 1)])

    def _fit_anew(self, battle: BattleView, meaning: str) -> None:
        """Plan anew when texts became longer or shorter; else only the clock's weight may change."""
        shape = self._find_shape(battle, meaning)
        if shape != self._shape:
            self._shape = shape
            self._fit()
        self._weigh_clock()
        self._share_width()

    def _find_shape(self, battle: BattleView, meaning: str) -> DecidingTexts:
        scores, others = (
            [compact_openly(side.score) for side in battle.sides],
            choose_others_name(battle.sides),
        )
        is_duel = len(scores) == DUEL_SIDES
        sides = [
            list_names(one, others=others) if is_duel else [name_row(one, others)] for one in battle.sides
        ]
        names = [clean(show(name), 2 * NAME_LIMIT) for names in sides for name in names]
        return DecidingTexts(
            clock=blank_digits(self.hero.clock.text()),
            gap=blank_digits(self.hero.gap.text()),
            score=blank_digits(max(scores, key=len, default="")),
            name=max(names, key=len, default=""),
            meaning=show(meaning),
            items=self.items.count,
            names=max(map(len, sides), default=1),
            rows=0 if is_duel else max(1, len(scores)),
        )

    def _fit(self) -> None:
        """Write all in the sizes that fit."""
        if self._shape is None:
            return
        measure = measure_shape(self._shape, self.width(), self.height())
        plan = self.plan = plan_battle(measure)
        self._column.setSpacing(plan.gap)
        self.hero.gap.write(plan.hero, bold=True)
        self._weigh_clock()
        self.duel.fit(plan, self.width())
        self.ranking.fit(plan)
        self.bar.thicken(plan.bar)
        for label in (self.earned, self.age):
            label.resize_text(plan.small)
        self.items.fit(plan.lines.items, plan.small)
        self._show_lines(plan.lines)
        self._share_width()

    def _show_lines(self, lines: Lines) -> None:
        """Show what there is room for."""
        for part, is_shown in (
            (self._names, lines.has_names),
            (self.duel.scores, lines.has_scores),
            (self.bar, lines.has_scores),
            (self._best, lines.best and not lines.rows),
            (self.ranking, lines.rows),
            (self._notes, lines.has_notes),
            (self.items, lines.has_notes and self.items.count),
        ):
            part.setVisible(bool(is_shown))

    def _share_width(self) -> None:
        """Names have a half each, unless one needs more and the other less; contributors, too."""
        _share_pair(self._names, [one.wish_px for one in self.duel.names], self.width())
        if not self._best.isHidden():
            _share_pair(self._best, [one.wish_px for one in self.duel.best], self.width())

    def _weigh_clock(self) -> None:
        """The last ten seconds are larger and heavier; nothing flashes."""
        if self.plan is not None:
            size = self.plan.hero if self._is_last else round(CALM * self.plan.hero)
            self.hero.clock.write(size, bold=self._is_last)

    def _illustrate_one(self, faces: Faces) -> None:
        if self._pictures is not None:
            faces.illustrate(self._pictures)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        for part in (
            *(self._names, self.hero, self.duel.scores, self.bar, self.ranking),
            *(self._notes, self.items, self._best),
        ):
            column.addWidget(part)
        column.addStretch(1)


def _list_item_lines(battle: BattleView, now_ms: int, most: int) -> list[list[str]]:
    """Cards and challenges under each of two sides; of more, all at the left."""
    if len(battle.sides) == DUEL_SIDES:
        return [list_side_items(battle, side, now_ms, most) for side in battle.sides]
    return [list_all_items(battle, now_ms, most), []]


def _word_earned(number: str) -> tuple[str, str]:
    return words.EARNED.fill(diamonds=number), words.EARNED_BRIEF.fill(number=number)


def _find_leader(battle: BattleView, age_s: int) -> Role:
    """The colour of the gap: of who leads; grey for an old score, and where nobody is us."""
    us = next((side for side in battle.sides if side.is_us), None)
    if age_s or us is None:
        return "muted"
    return "us" if us.score >= max(side.score for side in battle.sides) else "them"


def _share_pair(pair: QWidget, wishes: list[int], width: int) -> None:
    """Give both of a pair what they need, as far as there is so much."""
    row = cast("QHBoxLayout", pair.layout())
    room = width - row.spacing()
    is_half_enough = max(wishes) <= room // 2
    shares = [1, 1] if is_half_enough else [round(one) for one in share_room(wishes, room)]
    for at, share_px in enumerate(shares):
        if row.stretch(at) != share_px:
            row.setStretch(at, share_px)


def _make_pair(left: QWidget, right: QWidget) -> QWidget:
    """Two widgets, each over one half."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    set_gaps(row, 2 * GRID, 0, 0, 0, 0)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return pair
