from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.events import User
from app.state import ChatRow
from app.ui.panes.chat.model import ChatModel
from app.ui.panes.chat.sentences import write_line
from app.ui.panes.chat.source import ChatFrame
from tests.ui.rooms import ANNA, NOON, rows


def shown(*frames, scrollback=100):
    model = ChatModel(scrollback)
    for frame in frames:
        model.present(frame)
    return model


def numbers(model):
    return [row.seq for row in model.rows]


def test_rows_are_appended_in_order():
    assert numbers(shown(ChatFrame(rows(1, 3)), ChatFrame(rows(4, 5)))) == [1, 2, 3, 4, 5]


def test_the_oldest_leave_in_chunks_of_a_tenth():
    model = shown(ChatFrame(rows(1, 90)), ChatFrame(rows(91, 110)))
    assert len(model.rows) == 110
    model.present(ChatFrame(rows(111, 111)))
    assert numbers(model)[0] == 12


def test_a_burst_above_the_scrollback_replaces_everything():
    model = shown(ChatFrame(rows(1, 50)), ChatFrame(rows(51, 1050)))
    assert numbers(model) == list(range(951, 1051))


def test_an_edit_changes_its_row_in_place():
    model = shown(ChatFrame(rows(1, 3)))
    model.present(ChatFrame([], [replace(rows(2, 2)[0], is_deleted=True)]))
    assert [row.is_deleted for row in model.rows] == [False, True, False]


def test_an_edit_of_a_row_that_left_is_ignored():
    model = shown(ChatFrame(rows(200, 210)))
    model.present(ChatFrame([], [replace(rows(2, 2)[0], is_deleted=True)]))
    assert not any(row.is_deleted for row in model.rows)


def test_a_fresh_frame_forgets_what_was_shown():
    assert numbers(shown(ChatFrame(rows(1, 9)), ChatFrame(rows(1, 2), is_fresh=True))) == [1, 2]


@given(st.lists(st.integers(0, 150), max_size=8))
def test_the_newest_rows_are_shown_without_holes_whatever_the_bursts(bursts):
    model, newest = ChatModel(100), 0
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for burst in bursts:
        model.present(ChatFrame(rows(newest + 1, newest + burst)))
        newest += burst
    seen = numbers(model)
    assert seen == list(range(newest - len(seen) + 1, newest + 1))
    assert min(newest, 100) <= len(seen) <= 110


def test_a_row_is_a_line_of_text_for_readers_and_for_copying():
    model = shown(ChatFrame([ChatRow(0, "comment", ANNA, "<b>hi</b>\nthere")]))
    assert model.index(0, 0).data(Qt.ItemDataRole.DisplayRole).strip() == "Anna: <b>hi</b> there"


def test_a_deleted_row_says_so_in_words():
    assert "deleted by a moderator" in write_line(ChatRow(NOON, "comment", ANNA, "spam", is_deleted=True))


def test_the_handle_is_in_the_tooltip_and_cannot_be_markup():
    row = ChatRow(NOON, "comment", User(5, "eve", "<img src=x>"), "hi")
    model = shown(ChatFrame([row]))
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "@eve" in tip
    assert "<img" not in tip


def test_a_line_names_who_wrote_it_even_where_the_nickname_shows_nothing():
    ghost = User(5, "ghost.1", "\u3164")
    assert write_line(ChatRow(NOON, "comment", ghost, "hi"))[6:] == "@ghost.1: hi"
    assert write_line(ChatRow(NOON, "comment", User(nickname="Otto"), "hi"))[6:] == "Otto: hi"
    assert write_line(ChatRow(NOON, "follow", User(), "followed"))[6:] == "Somebody followed"
    assert write_line(ChatRow(NOON, "notice", text="Disconnected."))[6:] == "Disconnected."
