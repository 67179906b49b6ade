"""The page for ways in: plain names, and the fields of one way at a time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from app.settings import OPTIONS, USUAL, WAYS
from app.ui.dialogs.way_rows import TRIAL
from app.ui.look import find_look
from app.ui.wishes import OpenSettings
from tests.ui.geometry import settle
from tests.ui.keepers import Keeper, Slow
from tests.ui.ways import enter, find_rows, make_opener

ALWAYS = {"way", TRIAL}


@pytest.fixture
def opened(qtbot, room):
    return make_opener(qtbot, room)


def list_shown(dialog):
    return {name for name, row in find_rows(dialog).items() if row.isVisibleTo(dialog)}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_shows_its_own_fields_only(opened, way):
    dialog = opened(Keeper({"way": way}))
    assert list_shown(dialog) == {*WAYS[way].options} | ALWAYS
    dialog.reject()


def test_the_recommended_way_is_first_and_rare_ones_are_behind_a_button(opened):
    dialog = opened()
    ways = find_rows(dialog)["way"].editor
    assert next(iter(ways.choices)) == USUAL
    assert "(recommended)" in ways.choices[USUAL].title.text()
    seen = [name for name, choice in ways.choices.items() if choice.isVisibleTo(dialog)]
    assert seen == [name for name in WAYS if WAYS[name].is_usual]
    ways.more.click()
    assert all(choice.isVisibleTo(dialog) for choice in ways.choices.values())
    dialog.reject()


def test_a_rare_way_that_is_chosen_is_in_sight(opened):
    dialog = opened(Keeper({"way": "studio"}))
    dialog.resize(640, 480)
    settle(dialog)
    dialog.go_to("way")
    settle(dialog)
    assert not find_rows(dialog)["way"].editor.choices["studio"].radio.visibleRegion().isEmpty()
    dialog.reject()


@pytest.mark.parametrize("way", WAYS)
def test_each_way_says_who_sees_what_what_it_needs_and_brings(opened, way):
    dialog = opened(Keeper({"sign_url": "https://s.test"}))
    row = WAYS[way]
    about = find_rows(dialog)["way"].editor.choices[way].about.text()
    assert about == f"{row.sees.fill(host='s.test')} {row.needs} {row.brings}"
    dialog.reject()


def test_arrow_keys_choose_and_the_fields_follow(opened, qtbot):
    keeper = Keeper()
    dialog = opened(keeper)
    qtbot.waitUntil(dialog.isActiveWindow)
    ways = find_rows(dialog)["way"].editor
    qtbot.keyClick(ways.choices[USUAL].radio, Qt.Key.Key_Down)
    assert (keeper.kept, ways.way) == ({"way": "euler"}, "euler")
    assert list_shown(dialog) == {*WAYS["euler"].options} | ALWAYS
    for _ in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert WAYS[ways.way].is_usual  # what is folded away is passed over
    dialog.reject()


def test_a_click_on_what_a_way_says_chooses_it(opened, qtbot):
    keeper = Keeper()
    dialog = opened(keeper)
    choice = find_rows(dialog)["way"].editor.choices["tikfinity"]
    qtbot.mouseClick(choice.about, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert keeper.kept == {"way": "tikfinity"}
    dialog.reject()


@pytest.mark.parametrize(
    ("way", "subject", "field"),
    [
        ("signed", "key", "sign_key"),
        ("tiktools", "key", "tiktools_key"),
        ("studio", "key", "studio_key"),
        ("polling", "log_in", "session_id"),
        ("tikfinity", "proxy", "web_proxy"),
    ],
)
def test_what_is_to_be_changed_has_the_keyboard(opened, way, subject, field):
    dialog = opened(Keeper({"way": way}), subject)
    assert dialog.focusWidget() is find_rows(dialog)[field].editor.box
    assert not dialog.focusWidget().visibleRegion().isEmpty()
    dialog.reject()


@pytest.mark.parametrize(("way", "subject"), [("signed", "way"), ("euler", "log_in"), ("signed", "")])
def test_else_the_ways_have_it(opened, way, subject):
    dialog = opened(Keeper({"way": way}), subject)
    assert dialog.focusWidget() is find_rows(dialog)["way"].editor.choices[way].radio
    dialog.reject()


def test_a_field_of_another_way_is_shown_when_somebody_looks_for_it(opened):
    dialog = opened()
    assert "studio_key" not in list_shown(dialog)
    dialog.parent().grants.grant(OpenSettings("studio_key"))
    assert dialog.focusWidget() is find_rows(dialog)["studio_key"].editor.box
    assert "studio_key" in list_shown(dialog)
    dialog.reject()


def test_half_a_log_in_is_said_at_once_at_the_field_that_is_missing(opened, qtbot):
    keeper = Keeper()
    dialog = opened(keeper)
    enter(qtbot, dialog, "session_id", "abc")
    rows = find_rows(dialog)
    assert "both cookies" in rows["target_idc"].error.text()
    assert not rows["session_id"].error.text()
    enter(qtbot, dialog, "target_idc", "useast5")
    assert keeper.secrets == {"session_id": "abc", "target_idc": "useast5"}
    assert not rows["target_idc"].error.text()
    rows["session_id"].editor.forget.click()
    assert "both cookies" in rows["session_id"].error.text()
    dialog.reject()


def test_the_other_half_may_come_from_the_environment(opened, qtbot):
    dialog = opened(Keeper(rulers={"target_idc": "SIDESTAGE_TARGET_IDC"}))
    enter(qtbot, dialog, "session_id", "abc")
    assert not find_rows(dialog)["target_idc"].error.text()
    dialog.reject()


def test_nothing_is_said_of_halves_before_the_keyring_has_answered(opened):
    keeper = Slow()
    dialog = opened(keeper)
    row = find_rows(dialog)["sign_key"]
    before = row.editor.box.placeholderText()
    assert not any(find_rows(dialog)[name].error.text() for name in ("session_id", "target_idc"))
    keeper.answer()
    assert (before, row.editor.box.placeholderText()) == ("looking into the keyring …", "kept in the keyring")
    dialog.reject()


def test_letters_of_keys_are_dots_and_of_the_region_are_not(opened):
    dialog = opened()
    boxes = {name: row.editor.box for name, row in find_rows(dialog).items()}
    lines = {name: box for name, box in boxes.items() if isinstance(box, QLineEdit)}
    dots = {name for name, box in lines.items() if box.echoMode() != QLineEdit.EchoMode.Normal}
    assert dots == {name for name, option in OPTIONS.items() if option.page == "keys"} | {"session_id"}
    dialog.reject()


def test_a_host_gets_the_log_in_only_when_it_was_allowed_itself(opened, qtbot):
    keeper = Keeper({"session_hosts": ("api.eulerstream.com",)})
    dialog = opened(keeper)
    row = find_rows(dialog)["session_hosts"]
    assert row.editor.box.isChecked()
    assert row.captions[0].palette().windowText().color().name() == find_look().colours.warn
    enter(qtbot, dialog, "sign_url", "https://other.test")
    assert not row.editor.box.isChecked()
    assert "other.test" in row.captions[0].text()
    qtbot.keyClick(row.editor.box, Qt.Key.Key_Space)
    assert keeper.kept["session_hosts"] == ("api.eulerstream.com", "other.test")
    dialog.reject()


def test_tab_follows_the_eye(opened):
    dialog = opened(Keeper(secrets=["sign_key", "session_id", "target_idc"]))
    settle(dialog)
    widget = first = dialog.search
    stops = []
    while widget not in stops:
        stops += [widget] if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
        widget = widget.nextInFocusChain()
    own = [stop for stop in stops if dialog.sheet.isAncestorOf(stop)]
    lines = [
        (stop.mapTo(dialog.sheet.widget(), QPoint()).y() // 8, stop.mapTo(dialog.sheet, QPoint()).x())
        for stop in own
    ]
    assert stops[0] is first
    assert lines == sorted(lines)
    assert find_rows(dialog)[TRIAL].editor.box in own
    dialog.reject()
