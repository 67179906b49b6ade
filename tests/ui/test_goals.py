"""The pane of goals: what is reached, in words; targets and wishes are changed in place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.settings import DEFAULTS
from app.ui.look import THEMES, change_look, enlarge
from app.ui.panes.goals.pane import LEAST_TARGET_PX
from app.ui.panes.goals.texts import find_end, find_percent, write_progress
from app.ui.panes.table import PANES
from app.ui.wishes import Prefer
from app.words import choose_language, use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import faults_of, settle
from tests.ui.scenes import NOW, SCENES, gift
from tests.ui.test_panes import Shown

GOALS = next(row for row in PANES if row.name == "goals")
MINUTE_MS, DAY_MS = 60_000, 86_400_000


@pytest.fixture
def show(qtbot):
    """Shows the goals of a scene, grants what is wished of the state, and keeps all wishes."""

    def make(scene="goals"):
        shown = Shown(qtbot, GOALS, SCENES[scene]())
        shown.wishes = []
        shown.pane.wish.connect(shown.wishes.append)
        shown.pane.wish.connect(lambda wish: isinstance(wish, Prefer) or shown.stage.request(wish))
        shown.look()
        return shown

    return make


def read_lines(shown):
    return [(line.name.text(), line.progress.text()) for line in shown.pane.lines]


def test_what_is_to_be_reached_is_said_in_words(show):
    shown, end = show(), datetime.fromtimestamp(NOW / 1000, UTC).astimezone()
    assert read_lines(shown)[:2] == [
        ("Galaxy: Karaoke 🎶", "34 of 50 · 68 %"),
        ("Karaoke 🎶", "1,200 of 5,000 · 24 %"),
    ]
    names = [name for name, _ in read_lines(shown)[2:]]
    assert names[1:] == ["GG", f"Lion, ended {end.replace(minute=end.minute - 1):%H:%M}"]
    assert [said for _, said in read_lines(shown)[2:]] == [
        "12 of 30 · 40 %",
        "9 of 5 · 180 %",
        "0 of 1 · 0 %",
    ]


def test_a_wish_is_added_with_the_keyboard_counted_and_removed(show):
    shown = show("quiet")
    form = shown.pane.form
    QTest.keyClicks(form.gift, "rose")
    form.count.setValue(20)
    QTest.keyClick(form.gift, Qt.Key.Key_Return)
    shown.stage.state.apply(gift(1, 0, 5), NOW)
    shown.look()
    assert (read_lines(shown), form.gift.text()) == ([("rose", "5 of 20 · 25 %")], "")
    shown.pane.lines[0].findChild(QPushButton).click()
    shown.look()
    assert read_lines(shown) == []


@pytest.mark.parametrize(("name", "end", "focus"), [("", "", "gift"), ("Rose", "8 pm", "end")])
def test_what_makes_no_sense_is_not_wished_for(show, name, end, focus):
    shown = show("quiet")
    form = shown.pane.form
    form.gift.setText(name)
    form.end.setText(end)
    form.add.click()
    assert shown.wishes == []
    assert form.focusWidget() is getattr(form, focus)


def test_the_target_is_typed_in_place_and_kept(show):
    shown = show()
    diamonds = shown.stage.state.gifts.diamonds
    assert (shown.pane.own.progress.text(), shown.pane.own.bar.isVisible()) == ("", False)
    shown.pane.target.setValue(2 * diamonds)
    QTest.keyClick(shown.pane.target, Qt.Key.Key_Return)
    assert shown.wishes == [Prefer({"gift_target": 2 * diamonds})]
    assert shown.pane.own.progress.text().endswith(" · 50 %")
    shown.pane.prefer(replace(DEFAULTS, gift_target=diamonds))
    assert shown.pane.own.progress.text().endswith(" · 100 %")


def test_a_target_is_reached_when_all_of_it_is():
    assert [find_percent(current, 1_000) for current in (0, 999, 1_000, 2_500)] == [0, 99, 100, 250]
    assert write_progress(999, 1_000)[-1] == "99 %"


@pytest.mark.parametrize("text", ["", "  "])
def test_no_time_is_no_end(text):
    assert find_end(text, NOW) == 0


@pytest.mark.parametrize("text", ["8 pm", "24:00", "20:60", "20", "٢٠:٠٠x"])
def test_other_words_are_no_time(text):
    assert find_end(text, NOW) is None


@pytest.mark.parametrize("text", ["20:00", "7.05", "00:00"])
def test_a_time_is_the_next_moment_that_clocks_show_it(text):
    end_ms = find_end(text, NOW)
    shown = datetime.fromtimestamp(end_ms / 1000, UTC).astimezone()
    assert NOW < end_ms <= NOW + DAY_MS + 2 * 60 * MINUTE_MS
    assert f"{shown:%H:%M}" == text.replace(".", ":").zfill(5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(456, 300), (374, 250), (230, 420)])
def test_nothing_of_the_goals_is_cut_or_overlaps(show, plain_look, size, theme):
    change_look(theme=theme)
    pane = show().pane
    pane.target.setValue(500_000)
    settle(pane, size)
    assert faults_of(pane) == []


@pytest.mark.parametrize("language", ["", "es"])
@pytest.mark.parametrize("width", [264, 240, 300])
def test_what_the_target_is_of_is_read_in_a_narrow_pane(show, plain_look, language, width):
    choose_language(language)
    try:
        pane = show().pane
        pane.target.setValue(500_000)
        settle(pane, (width, 120))
        assert pane.own.name.measure(pane.own.name.text()) <= pane.own.name.contentsRect().width()
        assert pane.target.width() >= enlarge(LEAST_TARGET_PX)
    finally:
        use_catalogue(ENGLISH)
