"""Battles that are looked at: nothing is cut or in the way at any size, and what matters is large."""

import pytest

from app.desktop.scenes.stage import Memory, Stage
from app.desktop.scenes.table import SCENES
from app.settings import Choices
from app.ui.look import THEMES, change_look
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleSource
from app.ui.window import MainWindow
from app.words import use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import faults_of, settle
from tests.words.pseudo import Pseudo

FIGHTS = ("duel", "last-seconds", "teams", "sides", "punished", "result", "huge", "hostile")
BATTLES = (*FIGHTS, "battles")
SIZES = ((456, 300), (600, 500), (1200, 700))
SMALL = ((160, 96), (240, 170), (300, 240))
PITCH_MM, METRES, CAP = 0.277, 2.0, 0.7  # 24" 1080p; product.md F
LEAST_ARC = 16


@pytest.fixture
def open_pane(qtbot, plain_look):
    def make(scene, size):
        pane = BattlePane("Battle")
        qtbot.addWidget(pane)
        pane.show()
        pane.present(BattleSource().frame(SCENES[scene].make(), Stage().clock))
        settle(pane, size)
        return pane

    yield make
    use_catalogue(ENGLISH)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", BATTLES)
def test_everything_has_its_place(open_pane, scene, size, theme):
    change_look(theme=theme)
    assert faults_of(open_pane(scene, size)) == []


@pytest.mark.parametrize("size", SMALL, ids=str)
@pytest.mark.parametrize("scene", BATTLES)
def test_a_small_pane_leaves_out_what_has_no_room(open_pane, scene, size):
    assert faults_of(open_pane(scene, size)) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", BATTLES)
def test_longer_words_and_larger_type_have_room(open_pane, scene, size):
    use_catalogue(Pseudo())
    change_look(scale=1.5)
    assert faults_of(open_pane(scene, size)) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", FIGHTS)
def test_clock_and_gap_are_the_largest_and_the_scores_are_next(open_pane, scene, size):
    board = open_pane(scene, size).board
    plan = board.plan
    assert plan.hero > plan.score >= plan.name >= plan.small
    assert board.hero.gap.font().pixelSize() == plan.hero


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_over_rows_clock_and_gap_are_twice_as_large_as_names(open_pane, size):
    plan = open_pane("sides", size).board.plan
    assert plan.hero >= 2 * plan.name


@pytest.mark.parametrize(("width", "rank"), [(374, "1"), (600, "MVP")])
def test_in_a_narrow_pane_the_names_of_contributors_come_before_the_word_for_the_first(
    open_pane, width, rank
):
    best = open_pane("duel", (width, 400)).board.duel.best[0]
    assert best.rows[0].rank.text() == rank
    assert best.rows[0].name.text()


@pytest.mark.parametrize("scene", ["duel", "last-seconds", "teams", "result"])
def test_in_a_narrow_pane_that_is_high_enough_contributors_have_the_whole_half_for_their_names(
    open_pane, scene
):
    pane = open_pane(scene, (374, 520))
    row = pane.board.duel.best[0].rows[0]
    assert row.points.y() > row.name.y()
    assert row.name.width() > 0.6 * pane.board.duel.best[0].width()
    assert faults_of(pane) == []


def test_cards_have_a_line_each_where_all_else_stays_as_large(open_pane):
    low, high = open_pane("duel", (374, 300)).board.items, open_pane("duel", (374, 480)).board.items
    assert [label.text()[:12] for label in high.columns[0]] == ["×3 glove 00:", "challenge 4 "]
    assert low.columns[0][1].text() == ""


def test_in_a_small_pane_of_many_sides_the_best_two_are_there(open_pane):
    pane = open_pane("sides", (205, 165))
    names = [row.name.text() for row in pane.board.ranking.rows if row.isVisible()]
    assert names == ["Tom der Große", "● Mira plays (us)"]
    assert faults_of(pane) == []


def test_contributors_have_their_room_before_clock_and_gap_grow_over_rows(open_pane):
    assert open_pane("sides", (374, 400)).board.plan.lines.best


@pytest.mark.parametrize("scene", ["duel", "teams", "sides", "result"])
def test_a_large_pane_is_full(open_pane, scene):
    board = open_pane(scene, (1200, 700)).board
    parts = [part for part in board.children() if part.isWidgetType() and part.isVisibleTo(board)]
    used = sum(part.height() for part in parts)
    assert used > 0.85 * board.height()


def find_arc_minutes(pixels):
    """How large type is from two metres."""
    return pixels * CAP * PITCH_MM / 1000 / METRES * 21_600 / 6.2832


def test_a_battle_can_be_read_from_two_metres(qtbot):
    window = MainWindow(Stage(SCENES["duel"].make()), keeper=Memory(lambda _: None))
    qtbot.addWidget(window)
    window.prefer(Choices(profile="battle"))
    window.show()
    window.feed.tick()
    settle(window, (1920, 1080))
    board = window.panes["battle"].board
    labels = (board.hero.clock, board.hero.gap, board.duel.scores.left, board.duel.names[0].lines[0].name)
    arcs = [find_arc_minutes(label.font().pixelSize()) for label in labels]
    assert min(arcs) >= LEAST_ARC, arcs
