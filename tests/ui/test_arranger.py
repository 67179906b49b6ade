"""Profiles in the window: chosen, changed by hand, hidden and shown, and kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from app.settings import DEFAULTS
from app.state.facts import BattleDismissal
from app.ui.layout.arrangement_data import read_arrangements
from app.ui.layout.profiles import BARS, PROFILES
from app.ui.panes.table import PANES
from app.ui.window import MainWindow
from app.ui.wishes import RenameProfile, SaveProfile, ShowPane, UseProfile
from tests.ui.keepers import Keeper, show_window
from tests.ui.rooms import battle, look_again


@pytest.fixture
def make(qtbot, room):
    room.go_live()  # else one page stands over all

    def make(kept=None):
        keeper = Keeper(kept)
        window = MainWindow(room, keeper=keeper)
        window.prefer(replace(DEFAULTS, **keeper.kept))
        window.keeper = keeper
        show_window(qtbot, window, (1280, 800))
        window.feed.tick()
        return window

    return make


@pytest.fixture
def window(make):
    return make()


def seen(window):
    return {name for name in window.arranger.movable if window.panes[name].isVisible()}


def again(make, window):
    """The window of the next start."""
    window.close()
    return make(window.keeper.kept)


def drag(window, name, place):
    window.board.splits[name].moveSplitter(place, 1)


@pytest.mark.parametrize("size", [(1280, 800), (700, 500), (480, 800), (320, 400)])
@pytest.mark.parametrize("name", PROFILES)
def test_each_profile_shows_the_chat_in_every_window(window, name, size):
    window.grants.grant(UseProfile(name))
    window.resize(*size)
    window.grab()
    assert (window.width(), window.height()) == size
    chat = window.panes["chat"]
    assert chat.isVisible()
    assert chat.height() >= 96
    assert chat.width() >= 160


def test_panes_do_not_lie_over_each_other(window):
    for name in PROFILES:
        window.grants.grant(UseProfile(name))
        window.grab()
        areas = [
            window.panes[one].rect().translated(window.panes[one].mapTo(window, window.rect().topLeft()))
            for one in seen(window)
        ]
        assert not [one for at, one in enumerate(areas) for other in areas[:at] if one.intersects(other)]


def test_a_profile_is_chosen_by_key_and_comes_back(make, window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert seen(window) == {"chat"}
    assert window.bindings.actions["profile_compact"].isChecked()
    assert window.keeper.kept == {"profile": "compact"}
    assert seen(again(make, window)) == {"chat"}


def test_a_profile_that_somebody_else_chooses_holds_at_once(window):
    window.prefer(replace(DEFAULTS, profile="compact"))
    assert window.arranger.profile == "compact"


def test_what_this_window_chose_is_not_undone_by_hearing_of_it_late(window):
    window.grants.grant(UseProfile("battle"))
    window.grants.grant(UseProfile("compact"))
    window.prefer(replace(DEFAULTS, profile="battle"))
    assert window.arranger.profile == "compact"


def test_a_profile_that_is_not_there_is_the_usual_one(make):
    assert make({"profile": "gone"}).arranger.profile == "solo"


def test_what_was_moved_by_hand_comes_back_in_its_form_only(make, window):
    drag(window, "columns", 300)
    by_hand = window.board.splits["columns"].sizes()
    assert by_hand[0] == pytest.approx(300, abs=2)
    later = again(make, window)
    assert later.board.splits["columns"].sizes() == pytest.approx(by_hand, abs=2)
    later.resize(800, 700)
    assert later.board.splits["columns"].sizes()[0] != pytest.approx(300, abs=20)


def test_a_handle_that_is_dragged_is_kept_once(window, qtbot, monkeypatch):
    keeps = []
    monkeypatch.setattr(window.keeper, "keep", lambda changes, *_: keeps.append(changes))
    for place in (300, 310, 320):
        drag(window, "columns", place)
    assert keeps == []
    qtbot.waitUntil(lambda: bool(keeps))
    assert [[*changes] for changes in keeps] == [["arrangements"]]


def test_a_battle_leaves_what_was_arranged_by_hand(window, room):
    drag(window, "right", 200)
    before = window.board.splits["right"].sizes()
    room.go_live()
    room.tell(battle(5, 3))
    look_again(window, room)
    assert window.board.splits["right"].sizes() == before


def test_a_battle_grows_unless_panes_are_pinned(window, room):
    before = window.panes["battle"].height()
    window.prefer(replace(DEFAULTS, pinned=True))
    room.go_live()
    room.tell(battle(5, 3))
    focus = QApplication.focusWidget()
    look_again(window, room)
    assert window.panes["battle"].height() == before
    window.prefer(DEFAULTS)
    assert window.panes["battle"].height() > before
    assert QApplication.focusWidget() is focus


def test_a_battle_that_is_on_when_panes_are_pinned_keeps_its_room(window, room):
    pane = window.panes["battle"]
    room.go_live()
    room.tell(battle(5, 3))
    look_again(window, room)
    grown = pane.height()
    window.prefer(replace(DEFAULTS, pinned=True))
    room.tell(battle(5, 3, "done"))
    room.state.tell(BattleDismissal(1), room.at)
    look_again(window, room)
    assert (pane.is_prominent, pane.height()) == (False, grown)
    window.prefer(DEFAULTS)
    assert pane.height() < grown


def test_panes_are_pinned_by_the_menu(window):
    window.bindings.actions["pin"].trigger()
    assert window.keeper.kept["pinned"] is True


def test_a_pane_hides_and_comes_back(make, window):
    window.grants.grant(ShowPane("leaders"))
    assert seen(window) == {"chat", "gifts", "battle", "viewers"}
    window.grants.grant(ShowPane("gifts"))
    assert window.panes["chat"].width() > 600  # the column of both went, too
    later = again(make, window)
    assert seen(later) == {"chat", "battle", "viewers"}
    later.grants.grant(ShowPane("gifts"))
    assert "gifts" in seen(later)


def test_a_pane_that_a_profile_hides_can_be_shown(window):
    window.grants.grant(UseProfile("compact"))
    window.grants.grant(ShowPane("viewers"))
    assert seen(window) == {"chat", "viewers"}
    entries = {entry.words: entry.is_on for entry in window.bindings.more["panes"]()}
    assert {*entries} == {row.title for row in PANES if row.has_place and row.name not in BARS}
    assert {words for words, is_on in entries.items() if is_on} == {"Chat", "Viewers", "Battle"}


def test_all_is_as_at_first_again(make, window):
    window.grants.grant(ShowPane("leaders"))
    drag(window, "columns", 300)
    window.bindings.actions["reset_profile"].trigger()
    assert seen(window) == {"chat", "leaders", "gifts", "battle", "viewers"}
    assert window.board.splits["columns"].sizes()[0] > 400
    assert read_arrangements(again(make, window).keeper.kept["arrangements"]) == {}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "chat"),
        (Qt.Key.Key_2, "leaders"),
        (Qt.Key.Key_5, "battle"),
        (Qt.Key.Key_9, PANES[-1].name),
    ],
)
def test_a_number_shows_a_pane_and_gives_it_the_keyboard(window, qtbot, key, name):
    window.grants.grant(ShowPane(name))
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    pane, focus = window.panes[name], window.focusWidget()
    assert pane.isVisible()
    assert focus is pane or pane.isAncestorOf(focus)


def answer(window, text):
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue(text)
    dialog.accept()
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_has_a_name_as_it_was_typed(window):
    window.grants.grant(SaveProfile())
    answer(window, "Fri & Sat")
    window.bindings.open_menu(window.rect().center())
    texts = [action.text() for menu in window.findChildren(QMenu) for action in menu.actions()]
    next(one for one in window.findChildren(QMenu) if one.isVisible()).close()
    assert "Fri && Sat" in texts  # one alone would underline a letter


def test_an_arrangement_is_kept_under_a_name_renamed_and_removed(make, window):
    window.grants.grant(ShowPane("leaders"))
    window.grants.grant(SaveProfile())
    answer(window, "Fri & Sat")
    window.grants.grant(UseProfile("solo"))
    later = again(make, window)
    later.grants.grant(UseProfile("Fri & Sat"))
    assert seen(later) == {"chat", "gifts", "battle", "viewers"}
    assert [entry.words for entry in later.bindings.more["own"]()] == ["Fri & Sat"]
    QApplication.sendPostedEvents(None, 0)
    later.grants.grant(RenameProfile())
    answer(later, "Weekend")
    assert later.arranger.own_profiles == ["Weekend"]
    assert later.keeper.kept["profile"] == "Weekend"
    last = again(make, later)
    assert last.arranger.profile == "Weekend"
    last.bindings.actions["remove_profile"].trigger()
    assert (last.arranger.profile, last.arranger.own_profiles) == ("solo", [])


@pytest.mark.parametrize("name", ["", "  ", "solo"])
def test_a_name_that_cannot_be_one_keeps_nothing(window, name):
    window.arranger.save_as(name)
    assert window.arranger.profile == "solo"
    assert window.arranger.own_profiles == []
