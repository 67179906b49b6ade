import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.events import Contributor
from app.events.types.battle import Phase
from app.session import Tell
from app.state import BattleRecord, BattleView, SideView
from app.state.facts import BattleDismissal
from app.ui import battle_words as words
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleFrame
from app.ui.pictures import Pictures
from tests.ui.geometry import read_plain
from tests.ui.rooms import ANNA, BORIS, HOST, NOON, RIVAL

FIVE_MINUTES = 300_000


def fight(ours=15_230, theirs=13_990, phase="active", **fields):
    sides = (SideView(10, "Mira", score=ours, is_us=True), SideView(20, "Rex", score=theirs))
    told = {"start_ms": NOON, "end_ms": NOON + FIVE_MINUTES, "duration_s": 300, "updated_ms": NOON} | fields
    return BattleView(1, phase, sides, **told)


@pytest.fixture
def pane(qtbot):
    pane = BattlePane()
    qtbot.addWidget(pane)
    pane.resize(420, 400)
    pane.show()
    return pane


@pytest.mark.parametrize(
    ("passed_ms", "shown"),
    [(0, "05:00"), (1, "05:00"), (1_000, "04:59"), (299_999, "00:01"), (400_000, "00:00")],
)
def test_the_clock_counts_down(passed_ms, shown):
    assert words.word_clock(fight(), NOON + passed_ms) == shown


def test_no_clock_where_nobody_told_the_end():
    assert words.word_clock(fight(end_ms=0), NOON) == "–:––"


@pytest.mark.parametrize(("left_ms", "last"), [(10_001, False), (10_000, True), (0, True)])
def test_the_last_ten_seconds_are_marked(left_ms, last):
    assert words.is_in_last_seconds(fight(), NOON + FIVE_MINUTES - left_ms) is last


@pytest.mark.parametrize(("age_ms", "old_s"), [(0, 0), (5_000, 0), (7_200, 7)])
def test_a_score_of_more_than_five_seconds_is_old(age_ms, old_s):
    assert words.find_score_age_s(fight(), NOON + age_ms) == old_s


def test_a_score_does_not_age_once_it_is_over():
    assert words.find_score_age_s(fight(phase="ended"), NOON + 60_000) == 0


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_both_shares_make_a_whole(ours, theirs):
    assert words.find_share(ours, theirs) + words.find_share(theirs, ours) == pytest.approx(1)


@pytest.mark.parametrize(
    ("outcome", "shown"), [("win", "Won by 1,240"), ("lose", "Lost by 1,240"), ("draw", "Draw"), ("", "Over")]
)
def test_the_result_is_said_in_words(outcome, shown):
    over = fight(phase="ended")
    us, them = over.sides
    assert words.word_result(replace(over, sides=(replace(us, outcome=outcome), them)))[0] == shown


def test_without_a_battle_it_says_so(pane):
    pane.present(BattleFrame(None, NOON))
    assert not pane.is_prominent


def test_we_are_left_and_they_are_right(pane):
    pane.present(BattleFrame(fight(), NOON))
    names, scores = pane.board.duel.names, pane.board.duel.scores
    assert [name.names for name in names] == [["Mira"], ["Rex"]]
    assert (scores.left.text(), scores.right.text()) == ("15,230", "13,990")
    assert (pane.board.hero.gap.text(), scores.meaning.text()) == ("+1,240", "▲ ahead")


def test_an_old_score_says_how_old(pane):
    pane.present(BattleFrame(fight(), NOON + 7_200))
    assert pane.board.age.text() == "score 7 s old"
    assert pane.board.duel.scores.left.colour == "muted"


def test_the_best_three_of_each_side_are_named(pane):
    us, them = fight().sides
    sides = (replace(us, contributors=(Contributor(ANNA, 900), Contributor(BORIS, 40))), them)
    pane.present(BattleFrame(replace(fight(), sides=sides), NOON))
    assert [best.texts for best in pane.board.duel.best] == [["Anna 900", "Борис 40", ""], ["–", "", ""]]


def test_the_result_takes_the_clocks_place(pane):
    over = fight(phase="punishment")
    us, them = over.sides
    pane.present(BattleFrame(replace(over, sides=(replace(us, outcome="win"), them)), NOON))
    assert (pane.board.hero.gap.text(), pane.note.text()) == ("Won by 1,240", "Punishment")


def test_more_than_two_sides_are_ranked(pane):
    third = SideView(30, "Sara", score=99_000)
    pane.present(BattleFrame(replace(fight(), sides=(*fight().sides, third)), NOON))
    assert [row.name.text() for row in pane.board.ranking.rows] == ["Sara", "● Mira (us)", "Rex"]


def test_of_more_than_two_each_side_says_who_brought_most_where_there_is_room(pane):
    best = (Contributor(ANNA, 4_100), Contributor(BORIS, 900))
    sides = (
        SideView(10, "Mira", score=8_200, is_us=True, contributors=best),
        SideView(20, "Rex", score=300),
        SideView(30, "Sara", score=9_100, contributors=best[1:]),
    )
    pane.resize(420, 500)
    pane.present(BattleFrame(replace(fight(), sides=sides), NOON))
    rows = pane.board.ranking.rows
    plain = [re.sub("[\u2068\u2069]", "", row.best.text()) for row in rows]
    assert plain == ["MVP Борис 900", "MVP Anna 4,100 · Борис 900", ""]
    assert all(row.best.isVisible() for row in rows)
    assert not any(best.isVisible() for best in pane.board.duel.best)
    pane.resize(420, 260)
    assert not any(row.best.isVisible() for row in rows)


@pytest.mark.parametrize("phase", get_args(Phase))
def test_every_phase_has_a_word(pane, phase):
    pane.present(BattleFrame(fight(phase=phase), NOON))
    assert pane.note.text() == words.PHASES[phase].word


def test_a_battle_whose_clock_is_not_on_yet_is_starting(pane):
    pane.present(BattleFrame(fight(start_ms=NOON + 3_000), NOON))
    assert (pane.note.text(), pane.board.hero.clock.text()) == ("Starting", "05:00")


@pytest.mark.parametrize("width", [240, 300, 420])
def test_scores_of_millions_are_written_smaller_rather_than_cut(pane, width):
    pane.resize(width, 320)
    pane.show()
    pane.present(BattleFrame(fight(98_765_432, 123_456_789), NOON))
    QTest.qWait(0)
    scores = pane.board.duel.scores
    for label in (scores.left, pane.board.hero.gap, pane.board.hero.clock, scores.right):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def without_us(battle):
    return replace(battle, sides=tuple(replace(side, is_us=False) for side in battle.sides))


def find_words(widget):
    """Everything that a widget and those within it say, also to screen readers."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return " ".join([*labels, *(child.accessibleName() for child in widget.findChildren(QWidget))])


OURS = re.compile(r"\b(us|them|won|lost|ahead|behind)\b", re.IGNORECASE)


@pytest.mark.parametrize("phase", get_args(Phase))
@pytest.mark.parametrize("outcomes", [("win", "lose"), ("lose", "win"), ("draw", "draw"), ("", "")])
@pytest.mark.parametrize("names", [("Mira", "Rex"), ("", "")])
def test_nobody_is_us_while_nobody_said_who_the_host_is(pane, phase, outcomes, names):
    told = without_us(fight(phase=phase))
    sides = [
        replace(side, outcome=outcome, name=name)
        for side, outcome, name in zip(told.sides, outcomes, names, strict=True)
    ]
    pane.present(BattleFrame(replace(told, sides=tuple(sides)), NOON))
    assert not OURS.search(find_words(pane))
    third = SideView(30, score=99)
    pane.present(BattleFrame(replace(told, sides=(*sides, third)), NOON))
    assert not OURS.search(find_words(pane))


def test_without_us_the_gap_has_no_sign(pane):
    pane.present(BattleFrame(without_us(fight(10, 25)), NOON))
    assert (pane.board.hero.gap.text(), pane.board.duel.scores.meaning.text()) == ("15", "apart")
    assert words.word_result(without_us(fight(phase="ended")))[0] == "Over"


def test_a_team_goes_by_all_its_names(pane):
    us, them = fight().sides
    team = replace(us, members=(10, 11), names=("Mira", "Ines"))
    pane.present(BattleFrame(replace(fight(), sides=(team, them)), NOON))
    assert pane.board.duel.names[0].names == ["Mira", "Ines"]
    assert read_plain(words.name_side(team)) == "Mira + Ines"


def record(number=1):
    return BattleRecord(number, NOON, 300, fight().sides, 12)


def test_a_result_can_be_taken_away_and_a_battle_that_is_on_cannot(pane, qtbot):
    wishes = []
    pane.wish.connect(wishes.append)
    pane.present(BattleFrame(fight(), NOON))
    pane.dismiss()
    assert (wishes, pane.away.isVisible()) == ([], False)
    pane.present(BattleFrame(fight(phase="done"), NOON))
    qtbot.mouseClick(pane.away, Qt.MouseButton.LeftButton)
    assert wishes == [Tell(BattleDismissal(1))]


def test_the_battles_before_are_there_when_none_is_on_and_by_a_key(pane):
    pane.present(BattleFrame(fight(), NOON, (record(),)))
    assert pane.board.isVisible()
    pane.show_history()
    assert pane.table.isVisible()
    pane.show_history()
    assert pane.board.isVisible()
    pane.present(BattleFrame(None, NOON, (record(),)))
    assert pane.table.isVisible()
    assert not pane.is_prominent


def test_the_chosen_battle_is_copied_or_all(pane):
    pane.present(BattleFrame(None, NOON, (record(1), record(2), record(3))))
    pane.copy_battle()
    assert len(QApplication.clipboard().text().splitlines()) == 4
    pane.table.selectRow(1)
    pane.copy_battle()
    assert len(QApplication.clipboard().text().splitlines()) == 2
    pane.copy_battles()
    assert len(QApplication.clipboard().text().splitlines()) == 4


def test_the_last_ten_seconds_are_larger_and_heavier(pane):
    pane.present(BattleFrame(fight(), NOON))
    calm = pane.board.hero.clock.font()
    pane.present(BattleFrame(fight(), NOON + FIVE_MINUTES - 9_000))
    final = pane.board.hero.clock.font()
    assert final.pixelSize() > calm.pixelSize()
    assert final.weight() > calm.weight()


def test_what_was_earned_stands_beside_the_score(pane):
    pane.present(BattleFrame(fight(earned=8_400), NOON))
    assert pane.board.earned.text() == "earned 💎 8,400"
    pane.present(BattleFrame(fight(), NOON))
    assert pane.board.earned.text() == ""


def test_figures_that_change_are_not_measured_again(pane, monkeypatch):
    pane.present(BattleFrame(fight(), NOON))
    monkeypatch.setattr("app.ui.panes.battle.board.measure_shape", None)
    pane.present(BattleFrame(fight(15_999, 13_001), NOON + 1_000))
    assert pane.board.hero.gap.text() == "+2,998"


def test_hosts_and_contributors_have_pictures(pane):
    asked = set()

    class Asking(Pictures):
        def find(self, kind, identity, *_):
            asked.add((kind, identity))

    pane.illustrate(Asking(parent=pane))
    us, them = fight().sides
    sides = (replace(us, hosts=(HOST,), contributors=(Contributor(ANNA, 9),)), replace(them, hosts=(RIVAL,)))
    pane.present(BattleFrame(replace(fight(), sides=sides), NOON))
    pane.grab()
    assert asked == {("avatar", one.id) for one in (HOST, RIVAL, ANNA)}
