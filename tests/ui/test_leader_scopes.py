"""The leaderboard's scopes, sums and what stands beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.desktop.scenes.giving import GUESTS
from app.settings import DEFAULTS
from app.ui.look import THEMES, change_look
from app.ui.panes.leaders.gift_summary import LONGER_PACES, WITH_SEEN
from app.ui.panes.leaders.pane import HIGH_PX, LOW_PX
from app.ui.panes.table import PANES
from app.words import choose_language, use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import faults_of, settle
from tests.ui.scenes import NOW, SCENES, gift
from tests.ui.test_panes import Shown
from tests.words.pseudo import Pseudo

LEADERS = next(row for row in PANES if row.name == "leaders")
SCOPES = ["stream", "battle", "us", GUESTS[0].id, GUESTS[1].id]


@pytest.fixture
def show(qtbot):
    """Shows the leaderboard of a scene, and grants what it wishes of the state."""

    def make(scene, size=(900, 500)):
        shown = Shown(qtbot, LEADERS, SCENES[scene]())
        shown.pane.wish.connect(shown.stage.request)
        shown.pane.resize(*size)
        shown.look()
        return shown

    return make


def test_the_rows_add_up_to_the_total_in_every_scope(show):
    shown, seen = show("giving"), []
    for _ in SCOPES:
        frame = shown.pane._latest
        seen.append(frame.scope)
        assert sum(row.diamonds for row in frame.rows) == frame.diamonds > 0
        assert shown.pane.scopes.pills[frame.scope].isChecked()
        shown.pane.show_next_scope()
        shown.look()
    assert (seen, shown.pane._latest.scope) == (SCOPES, "stream")


def test_people_beyond_those_that_are_shown_are_a_row(show, monkeypatch):
    monkeypatch.setattr("app.ui.panes.leaders.source.LEADERS", 3)
    pane = show("giving").pane
    last = pane.model.rowCount() - 1
    assert [pane.model.index(last, column).data() for column in range(2)] == [
        "",
        "11 other people, 612 gifts",
    ]
    assert sum(row.diamonds for row in pane.model.rows) == pane._latest.diamonds


def test_a_scope_is_chosen_with_the_mouse(show, qtbot):
    shown = show("giving")
    qtbot.mouseClick(shown.pane.scopes.pills["battle"], Qt.MouseButton.LeftButton)
    shown.look()
    assert shown.pane._latest.scope == "battle"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_where_pills_have_no_room_one_button_has_a_menu(show, qtbot):
    shown = show("giving-battle", (330, 400))
    bar = shown.pane.scopes
    assert (bar.more.isVisible(), bar.more.text()) == (True, "\u2068Battle\u2069 ▾")
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    menu = next(one for one in bar.findChildren(QMenu) if one.isVisible())
    assert [action.isChecked() for action in menu.actions()] == [scope == "battle" for scope in SCOPES]
    menu.actions()[-1].trigger()
    menu.close()
    shown.look()
    assert shown.pane._latest.scope == GUESTS[1].id


def test_one_scope_takes_no_room(show):
    assert not show("rush").pane.scopes.isVisible()


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        ("giving", "seen 1,113,021, room says 1,843,200"),
        ("giving-battle", ""),
        ("giving-guest", "seen 105,441, room says 120,000"),
    ],
)
def test_what_the_room_says_stands_beside_what_we_saw(show, scene, said):
    frame = show(scene).pane._latest
    shown = show(scene).pane.said.text()
    assert shown == said.replace("1,113,021", f"{frame.diamonds:,}").replace("105,441", f"{frame.diamonds:,}")


def say(language):
    if language == "es":
        choose_language(language)
    else:
        use_catalogue(Pseudo(is_rtl=language == "rtl") if language else ENGLISH)


@pytest.mark.parametrize("language", ["", "es", "longer", "rtl"])
@pytest.mark.parametrize("width", [222, 374, 456, 900])
def test_what_we_saw_and_what_the_room_says_both_have_room(show, plain_look, language, width):
    say(language)
    try:
        pane = show("giving", (width, 426)).pane
        settle(pane)
        summary = pane.summary
        words, font = summary.said.choose_wording()
        assert words in summary.said._wordings[:WITH_SEEN] or width == 222
        assert QFontMetrics(font).horizontalAdvance(words) <= summary.said.width()
        assert summary.pace.choose_wording()[0] in summary.pace._wordings[:LONGER_PACES] or width == 222
        assert not summary.pace.geometry().intersects(summary.said.geometry())
        assert summary.rect().contains(summary.pace.geometry() | summary.said.geometry())
    finally:
        use_catalogue(ENGLISH)


def test_a_rush_is_said_in_words_where_there_is_room_and_in_the_title_else(show):
    high, low = show("rush").pane, show("rush", (420, HIGH_PX - 40)).pane
    assert (high.pace.text(), "people" in high.note.text()) == ("▲ rush: 60 gifts/min, usually 10", True)
    assert (low.note.text(), low.pace.isVisible()) == (high.pace.text(), False)


@pytest.mark.parametrize("language", ["", "es", "longer"])
@pytest.mark.parametrize("width", [264, 300])
def test_a_rush_in_a_small_pane_is_said_by_its_sign_and_number_at_least(show, plain_look, language, width):
    say(language)
    try:
        pane = show("rush", (width, 150)).pane
        settle(pane)
        words, font = pane.note.choose_wording()
        assert QFontMetrics(font).horizontalAdvance(words) <= pane.note.width()
        assert "▲" in words
    finally:
        use_catalogue(ENGLISH)


def test_what_a_rush_is_can_be_chosen(show):
    pane = show("rush").pane
    pane._latest = replace(pane._latest, pace=25)
    pane.prefer(replace(DEFAULTS, gift_alarm=3))
    assert pane.pace.text() == "25 gifts/min, usually 10"
    pane.prefer(replace(DEFAULTS, gift_alarm=2))
    assert pane.pace.text() == "▲ rush: 25 gifts/min, usually 10"


def test_a_low_board_says_whose_gifts_it_shows(show):
    pane = show("giving-battle", (420, LOW_PX - 40)).pane
    assert pane.note.text().startswith("Battle: ")


def test_keys_hold_the_order_until_they_rest_or_the_keyboard_leaves(show):
    shown = show("giving")
    table, first = shown.pane.table, shown.pane.model.rows[0].user
    QApplication.sendEvent(
        table, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    )
    shown.stage.state.apply(gift(5, 5, 900, group_id=99_000), NOW)
    shown.look()
    assert (shown.pane.model.rows[0].user, shown.pane.note.text()) == (
        first,
        "order held until you rest for 5 seconds",
    )
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusOut))
    assert shown.pane.model.rows[0].user != first


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(456, 300), (374, 250), (374, 426), (222, 180), (900, 600)])
@pytest.mark.parametrize("scene", ["giving", "giving-guest", "rush", "tiers"])
def test_nothing_of_the_board_is_cut_or_overlaps(show, plain_look, scene, size, theme):
    change_look(theme=theme)
    pane = show(scene, size).pane
    settle(pane, size)
    assert faults_of(pane) == []
