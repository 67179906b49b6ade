"""From which worth on gifts are rows of the chat is chosen beside the chips."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.settings import DEFAULTS
from app.state import ChatRow
from app.ui.look import GRID, enlarge
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.wishes import Prefer
from app.words import choose_language, use_catalogue
from app.words.discretion import be_discreet
from app.words.phrase import ENGLISH
from tests.ui.geometry import settle
from tests.ui.keepers import open_window
from tests.ui.rooms import ANNA, NOON
from tests.ui.scenes import SCENES, Stage
from tests.words.pseudo import Pseudo

SENT = [ChatRow(NOON, "gift", ANNA, "sent", seq=seq, diamonds=5**seq) for seq in range(1, 7)]
GEMS = [row.diamonds for row in SENT]
SIZE = 1200, 400


@pytest.fixture
def pane(qtbot):
    pane = ChatPane("Chat")
    qtbot.addWidget(pane)
    pane.resize(*SIZE)
    pane.prefer(DEFAULTS)
    pane.show()
    pane.present(ChatFrame(SENT))
    return pane


def list_gems(pane):
    return [row.diamonds for row in pane.model.rows]


def list_buttons(bar):
    return [*bar.chips.values(), bar.more, bar.gifts]


def open_menu(pane):
    pane.choose_gifts()
    return next(one for one in pane.findChildren(QMenu) if one.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_it_is_chosen_by_keys_holds_at_once_and_is_kept(qtbot, pane):
    wishes = []
    pane.wish.connect(wishes.append)
    assert list_gems(pane) == [one for one in GEMS if one >= 100]
    pane.filters.gifts.setFocus()
    qtbot.keyClick(pane.filters.gifts, Qt.Key.Key_Space)
    menu = next(one for one in pane.findChildren(QMenu) if one.isVisible())
    assert [one.text() for one in menu.actions() if one.isChecked()] == [
        "Gifts of 100 diamonds or more in the chat"
    ]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert wishes == [Prefer({"chat_gift_diamonds": 1_000})]
    assert (pane.filters.gifts.text(), list_gems(pane)) == ("1,000+", [one for one in GEMS if one >= 1_000])


def test_it_is_the_choice_of_the_settings(pane):
    pane.prefer(replace(DEFAULTS, chat_gift_diamonds=25))
    assert (pane.filters.gifts.text(), list_gems(pane)) == ("25+", [one for one in GEMS if one >= 25])
    assert "25 diamonds" in pane.filters.gifts.toolTip()
    assert "25 diamonds" in pane.filters.gifts.accessibleName()


def test_chips_and_gifts_share_one_row_whatever_its_room(pane):
    bar, seen = pane.filters, []
    settle(pane)
    height = bar.height()
    for room in range(1_000, 0, -1):
        bar.fit(room)
        shape = bar.chips["all"].isVisible(), bar.gifts.isVisible(), bar.gifts.text()
        if shape not in seen:
            seen.append(shape)
        seen_widths = [one.sizeHint().width() for one in list_buttons(bar) if not one.isHidden()]
        fits = sum(seen_widths) + enlarge(GRID // 4) * (len(seen_widths) - 1) <= room
        assert fits or shape == (False, False, "100+")
    assert seen == [(True, True, "100+"), (True, True, ""), (False, True, "100+"), (False, False, "100+")]
    settle(pane)
    assert bar.height() < 2 * height


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_where_it_has_no_room_the_menu_of_the_chips_has_it(pane):
    pane.filters.fit(0)
    menu = open_menu(pane)
    menu.actions()[-1].trigger()
    menu.close()
    assert pane.filters.gifts.diamonds == 10_000


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_it_can_be_read_in_streamer_mode(pane):
    be_discreet(is_on=True)
    try:
        menu = open_menu(pane)
        assert "Gifts of 1,000 diamonds or more in the chat" in [one.text() for one in menu.actions()]
        menu.close()
    finally:
        be_discreet(is_on=False)


@pytest.mark.parametrize("language", ["", "es", "longer"])
def test_no_button_of_the_bar_is_squeezed(qtbot, language):
    if language == "es":
        choose_language(language)
    else:
        use_catalogue(Pseudo() if language else ENGLISH)
    try:
        window = open_window(qtbot, Stage(SCENES["quiet"]()))
        window.feed.tick()
        for width in range(640, 1640, 40):
            for _ in range(2):  # it looks at labels, and the buttons come after them
                settle(window, (width, 600))
            bar = window.panes["chat"].filters
            seen = [one for one in list_buttons(bar) if one.isVisible()]
            assert [one.text() for one in seen if one.width() < one.sizeHint().width()] == []
            assert seen
    finally:
        use_catalogue(ENGLISH)
