"""Latest gifts by worth, and those of which something is not known."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from app.events import User
from app.settings import DEFAULTS
from app.ui.gift_tiers import TIERS, find_tier, keep_latest
from app.ui.look import THEMES
from app.ui.look.contrast import measure_contrast
from app.ui.panes.gifts.model import LatestModel
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.gifts.source import GIFTS, GiftSource
from app.ui.wishes import Prefer
from tests.ui.rooms import ANNA, gift


def make_model(room, most=500):
    model, source = LatestModel(most), GiftSource()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model, lambda: model.present(source.frame(room.state, room.at))


def list_counts(model):
    return [model.find_row(row).count for row in range(model.rowCount())]


def test_a_filter_shows_what_is_worth_enough_and_nothing_is_lost_by_it(room):
    model, look = make_model(room)
    room.tell(*(gift(count, group=count, ended=True) for count in (5, 120, 7, 300)))
    look()
    model.require(100)
    assert list_counts(model) == [300, 120]
    model.require(0)
    assert list_counts(model) == [300, 7, 120, 5]
    assert room.state.leaderboard.stream.diamonds == room.state.gifts.diamonds == 432


def test_a_streak_comes_in_sight_in_its_place_once_it_is_worth_enough(room):
    model, look = make_model(room)
    model.require(100)
    for count, group in ((150, 1), (60, 2), (200, 3), (101, 2)):
        room.tell(gift(count, group=group))
        look()
    assert list_counts(model) == [200, 101, 150]


def test_large_gifts_are_still_there_after_many_small_ones(room):
    model, look = make_model(room, most=20)
    room.tell(gift(150, group=1, ended=True))
    look()
    for group in range(2, 200):
        room.tell(gift(1, group=group, ended=True))
        look()
    model.require(100)
    assert list_counts(model) == [150]
    assert len(model._kept) <= len(TIERS) * 22


def test_a_pane_that_is_shown_late_gets_the_latest_of_each_tier(room):
    for group in range(1, GIFTS + 200):
        room.tell(gift(150 if group < 10 else 1, group=group, ended=True))
    rows = GiftSource().frame(room.state, room.at).rows
    assert (len(rows), sum(row.count == 150 for row in rows)) == (GIFTS + 9, 9)
    assert [row.number for row in rows] == sorted(row.number for row in rows)


def test_somebody_and_an_unknown_price_are_said_and_put_right_in_the_same_row(room):
    model, look = make_model(room)
    nobody = gift(3, user=User(), name="", diamonds=0)
    room.tell(nobody)
    look()
    assert model.index(0, 0).data() == "Somebody sent Gift ×3 · counting …, price unknown"
    room.tell(gift(3, user=ANNA, diamonds=30, name="Doughnut"))
    look()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Anna sent Doughnut ×3 · counting …, 90 diamonds"
    ]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_filter_is_chosen_in_place_and_kept(qtbot):
    pane, wishes = LatestPane(), []
    qtbot.addWidget(pane)
    pane.wish.connect(wishes.append)
    pane.show()
    pane.prefer(replace(DEFAULTS, gifts_least=50))
    qtbot.mouseClick(pane.least, Qt.MouseButton.LeftButton)
    menu = next(one for one in pane.least.findChildren(QMenu) if one.isVisible())
    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        "Gifts of 50 diamonds or more"
    ]
    menu.actions()[-1].trigger()
    menu.close()
    assert wishes == [Prefer({"gifts_least": 10_000})]
    assert (pane.least.text(), "10,000" in pane._frame.note.text()) == ("10,000+ ▾", True)


def test_tiers_differ_in_more_than_colour():
    assert [tier.least for tier in TIERS] == sorted({tier.least for tier in TIERS})
    assert [tier.picture_px for tier in TIERS] == sorted({tier.picture_px for tier in TIERS})
    assert [tier.bar_px for tier in TIERS] == sorted({tier.bar_px for tier in TIERS})
    assert [find_tier(diamonds).least for diamonds in (0, 99, 100, 10**9)] == [0, 0, 100, 10_000]


@pytest.mark.parametrize("theme", THEMES)
def test_bars_of_tiers_can_be_seen_in_every_theme(theme):
    colours = THEMES[theme]
    for tier in TIERS:
        assert measure_contrast(getattr(colours, tier.bar), getattr(colours, tier.ground)) >= 3


def test_few_rows_are_kept_as_they_are():
    assert keep_latest([1, 2, 3], 3) == [1, 2, 3]


def test_rows_are_drawn_the_same_in_languages_that_are_read_from_the_right(qtbot, room):
    pictures = []
    room.tell(gift(7, user=ANNA), gift(30, user=ANNA, group=2, diamonds=100))
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        QApplication.setLayoutDirection(direction)
        pane = LatestPane()
        qtbot.addWidget(pane)
        pane.present(GiftSource().frame(room.state, room.at))
        pane.table.setFixedSize(300, 120)
        pictures.append(pane.table.viewport().grab().toImage())
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert pictures[0] == pictures[1]
