"""The settings as a whole: put back, taken over from elsewhere, searched; secrets that are kept."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.settings import DEFAULTS, Choices
from app.ui.dialogs.rows import SettingRow
from app.ui.dialogs.settings import SIZE, SettingsDialog
from app.ui.look import GRID, enlarge, enlarge_size
from tests.ui.keepers import Keeper, Slow
from tests.ui.setting_rows import find_row, make_opener, type_into


@pytest.fixture
def opened(qtbot, room):
    return make_opener(qtbot, room)


def test_revert_puts_back_what_held_when_it_opened(opened, qtbot):
    keeper = Keeper({"chat_text_px": 24, "theme": "light"})
    dialog = opened(keeper, "chat_joins")
    assert not dialog.revert.isEnabled()
    find_row(dialog, "chat_joins").editor.box.click()
    type_into(qtbot, find_row(dialog, "chat_text_px").editor.box, "30", 30)
    keeper.kept = {**keeper.kept, "profile": "battle"}  # by somebody else meanwhile
    dialog.revert.click()
    assert keeper.kept == {"chat_text_px": 24, "theme": "light", "profile": "battle"}
    assert find_row(dialog, "chat_text_px").editor.box.value() == 24
    assert not dialog.revert.isEnabled()
    dialog.reject()


def test_defaults_are_those_of_the_page(opened):
    keeper = Keeper({"chat_text_px": 24, "theme": "light"})
    dialog = opened(keeper, "chat")
    dialog.usual.click()
    assert keeper.kept == {"theme": "light"}
    dialog.reject()


def test_what_is_chosen_elsewhere_is_shown(opened):
    dialog = opened(place="scale")
    window = dialog.parent()
    window._keeper.kept = {"scale": 1.5}
    window.prefer(Choices(scale=1.5))
    assert find_row(dialog, "scale").editor.box.value() == 1.5
    dialog.reject()


def test_a_flag_goes_first_and_its_row_says_so(opened):
    keeper = Keeper(rulers={"theme": "--theme"})
    dialog = opened(keeper, "theme")
    dialog.parent().prefer(Choices(theme="light"))
    row = find_row(dialog, "theme")
    assert not row.editor.box.isEnabled()
    assert row.editor.box.currentData() == "light"
    assert any("--theme" in label.text() for label in row.findChildren(QLabel))
    dialog.reject()


def test_the_search_finds_in_all_pages_in_any_order(opened):
    dialog = opened()
    dialog.search.setText("proxy socket")
    seen = [row.option.name for row in dialog.sheet.list_rows() if row.isVisibleTo(dialog)]
    assert "socket_proxy" in seen
    assert "theme" not in seen
    assert not dialog.list.selectedItems()
    dialog.search.setText("chat_text_px")
    assert [row.option.name for row in dialog.sheet.list_rows() if row.isVisibleTo(dialog)] == [
        "chat_text_px"
    ]
    dialog.search.setText("nothing has this")
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    assert words == ["No setting has these words."]
    dialog.search.clear()
    assert dialog.list.selectedItems() == [dialog.list.currentItem()]
    assert find_row(dialog, "way").isVisibleTo(dialog)
    dialog.reject()


def test_a_kept_key_is_not_shown_and_can_be_forgotten(opened):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper, "sign_key")
    row = find_row(dialog, "sign_key")
    assert row.editor.box.text() == ""
    assert row.editor.box.echoMode() == QLineEdit.EchoMode.Password
    row.editor.forget.click()
    assert keeper.secrets == {"sign_key": ""}
    assert not row.editor.forget.isVisible()
    dialog.reject()


def test_an_answer_of_the_keyring_after_the_dialog_is_gone_harms_nobody(opened, qtbot):
    keeper = Slow()
    dialog = opened(keeper)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    keeper.answer()


def test_there_is_one_dialog(opened):
    dialog = opened()
    dialog.parent().bindings.actions["settings"].trigger()
    assert dialog.parent().findChildren(SettingsDialog) == [dialog]
    dialog.reject()


def test_the_wheel_over_a_box_chooses_nothing(opened):
    keeper = Keeper()
    dialog = opened(keeper, "theme")
    for name in ("theme", "scale"):
        box = find_row(dialog, name).editor.box
        middle = QPointF(box.rect().center())
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, phase, False
        )
        QApplication.sendEvent(box, event)
    assert keeper.kept == {}
    dialog.reject()


def test_choices_of_a_keeper_are_what_the_dialog_begins_with(opened):
    dialog = opened(Keeper({"chat_density": "compact"}), "chat_density")
    assert find_row(dialog, "chat_density").editor.box.currentData() == "compact"
    assert find_row(dialog, "chat_time").editor.box.currentData() == DEFAULTS.chat_time
    dialog.reject()


def test_the_first_search_does_not_lay_out_all_rows_for_each_of_them(opened, monkeypatch):
    dialog, fit, fitted = opened(), SettingRow._fit, []
    monkeypatch.setattr(SettingRow, "_fit", lambda row: (fitted.append(row), fit(row)))
    dialog.search.setText("h")
    QCoreApplication.sendPostedEvents()
    dialog.grab()
    assert len(fitted) < 8 * len(dialog.sheet.list_rows())
    assert any(row.isVisible() for row in dialog.sheet.list_rows())


def count_lines(title, measure, room):
    lines, line = 1, ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        lines, line = (lines, longer) if not line or measure(longer) <= room else (lines + 1, word)
    return lines


def test_no_title_of_a_page_is_cut_in_two_lines(opened, plain_look):
    dialog = opened()
    dialog.resize(enlarge_size(SIZE))
    dialog.grab()
    measure = dialog.list.fontMetrics().horizontalAdvance
    room = dialog.list.viewport().width() - 2 * enlarge(GRID)
    titles = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert max(measure(word) for title in titles for word in title.split()) <= room
    assert {title for title in titles if count_lines(title, measure, room) > 2} == set()
