import base64

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import events as ev
from app.events.decode.table import decode
from app.protocol.message import Message
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.rooms import comment, gift

CHAT = Message("WebcastChatMessage", b"\x1a\x05hello")


@pytest.fixture
def window(qtbot, room):
    window = InspectorWindow(room.inspector)
    window.show()
    yield window
    window.close()


def tell_chat(room, text="hello"):
    room.inspector.take(CHAT)
    room.tell(comment(text))


def cells(window, row):
    model = window.model
    return [model.data(model.index(row, column)) for column in range(1, model.columnCount())]


def test_every_event_is_a_row(window, room):
    tell_chat(room)
    room.tell(gift(3))
    window.tick()
    assert cells(window, 0) == ["comment", "chat", "Anna: hello", "7"]
    assert cells(window, 1)[:2] == ["gift", "gift"]
    assert window.count.text() == "2 shown, 2 came"


def test_the_filter_takes_parts_of_event_and_method(window, room):
    tell_chat(room)
    room.tell(gift(3))
    window.filter.setText("chat")
    assert [seen.name for seen in window.model.rows] == ["comment"]
    window.filter.setText("WebcastChatMessage")
    assert [seen.name for seen in window.model.rows] == ["comment"]
    room.tell(comment("more"), gift(4))
    window.tick()
    assert [seen.name for seen in window.model.rows] == ["comment", "comment"]
    window.filter.clear()
    assert window.model.rowCount() == 4


def test_the_chosen_event_shows_its_message_and_holds_the_list(window, room):
    tell_chat(room)
    window.tick()
    window.table.selectRow(0)
    item = window.detail.tree.topLevelItem(0)
    assert [item.text(column) for column in range(4)] == ["content", "3", "string", "hello"]
    assert "hello" in window.detail.hex.toPlainText()
    assert window.detail.base64.toPlainText() == "GgVoZWxsbw=="
    assert '"text": "hello"' in window.detail.json.toPlainText()
    room.tell(gift(3))
    window.tick()
    assert window.model.rowCount() == 1
    window.hold.setChecked(False)
    window.tick()
    assert window.model.rowCount() == 2


@pytest.mark.parametrize(
    ("page", "text"),
    [(0, "3 content string: hello"), (1, "hello"), (2, "GgVoZWxsbw=="), (3, '"type": "comment"')],
)
def test_what_is_shown_can_be_copied(window, room, qtbot, page, text):
    tell_chat(room)
    window.tick()
    window.table.selectRow(0)
    window.detail.pages.setCurrentIndex(page)
    qtbot.mouseClick(window.detail.copy, Qt.MouseButton.LeftButton)
    assert text in QGuiApplication.clipboard().text()


def test_an_event_of_our_own_says_that_it_has_no_bytes(window, room):
    room.go_live()
    window.tick()
    window.table.selectRow(0)
    assert "no bytes" in window.detail.hex.toPlainText()


def test_a_message_without_measure_is_shown_in_part_and_copied_whole(window, room):
    huge = Message("WebcastNewsMessage", b"\x08\x01" * 130_000)
    room.inspector.take(huge)
    room.tell(decode(huge))
    window.tick()
    window.table.selectRow(0)
    tree = window.detail.tree
    assert tree.topLevelItemCount() == 5_001
    assert "more" in tree.topLevelItem(5_000).text(0)
    window.detail.pages.setCurrentIndex(2)
    assert len(window.detail.base64.toPlainText()) < 260_000
    window.detail.copy.click()
    assert QGuiApplication.clipboard().text() == base64.b64encode(huge.payload).decode()


def test_nothing_chosen_cannot_be_copied(window):
    assert not window.detail.copy.isEnabled()


def test_more_events_than_are_kept_push_out_the_oldest(window, room):
    room.tell(*[comment(str(number)) for number in range(2_500)])
    window.tick()
    assert window.model.rowCount() <= 2_200
    assert window.model.rows[-1].event.text == "2499"


def test_closing_forgets_and_opening_begins_anew(window, room):
    tell_chat(room)
    window.tick()
    window.close()
    assert not room.inspector.is_open
    window.show()
    assert (room.inspector.is_open, window.model.rowCount()) == (True, 0)


@pytest.mark.qt_log_ignore("raise", "propagateSizeHints", extend=True)
def test_f10_opens_it_and_brings_it_back(qtbot, room):
    main = show_window(qtbot, MainWindow(room))
    main.bindings.actions["inspect"].trigger()
    first = main.findChild(InspectorWindow)
    main.bindings.actions["inspect"].trigger()
    assert main.findChildren(InspectorWindow) == [first]
    first.close()
    main.bindings.actions["inspect"].trigger()
    assert room.inspector.is_open
    main.close()
    assert not room.inspector.is_open


def test_a_name_from_right_to_left_leaves_what_follows_in_its_place(window, room):
    room.tell(comment("6 likes", user=ev.User(7, "m", "محمد")))
    window.tick()
    assert cells(window, 0)[2] == "\u2068محمد\u2069: \u20686 likes\u2069"


@pytest.mark.parametrize(
    ("width", "way"), [(700, Qt.Orientation.Vertical), (1280, Qt.Orientation.Horizontal)]
)
def test_a_narrow_window_has_the_message_below_the_list(window, width, way):
    window.resize(width, 480)
    assert window.panes.orientation() == way


def test_an_empty_list_says_why(window, room):
    assert (window.note.isVisible(), window.note.text()) == (True, "No event has come yet")
    tell_chat(room)
    window.tick()
    assert (window.table.isVisible(), window.note.isVisible()) == (True, False)
    window.filter.setText("zebra")
    assert (window.note.isVisible(), window.note.text()) == (True, "No event matches the filter")


def test_a_method_s_name_turns_no_direction(window, room):
    room.tell(ev.Unknown(method="WebcastOdd\u202eThing\u2066Message", at_ms=1))
    window.tick()
    assert not {"\u202e", "\u2066"} & set("".join(cells(window, 0)))
