"""Ctrl+S: what came in this stream as a table that spreadsheets read and take nothing in for a formula."""

import csv
import io
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app import events as ev
from app.state import RoomState
from app.ui.saved_table import list_rows, write_session
from app.ui.saving import suggest_name
from app.ui.tables_out import guard_cell
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.rooms import ANNA, BORIS, NOON
from tests.ui.scenes import SCENES, Stage


def read(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def make_state():
    state = RoomState()
    state.apply(ev.Comment(user=ANNA, text='=HYPERLINK("x")\nnext', msg_id=1, at_ms=NOON), NOON)
    state.apply(
        ev.Gift(
            user=BORIS, gift_id=7, gift_name="Rose", diamonds=5, count=3, msg_id=2, ended=True, at_ms=NOON + 5
        ),
        NOON + 5_000,
    )
    state.apply(ev.Comment(user=BORIS, text="later", msg_id=3, at_ms=NOON + 9_000), NOON + 9_000)
    return state


def test_comments_and_gifts_stand_by_time():
    heads, *rows = read(write_session(list(list_rows(make_state()))))
    assert heads == ["time", "kind", "name", "handle", "words", "count", "diamonds"]
    assert [row[1] for row in rows] == ["comment", "gift", "comment"]
    assert rows[1][2:] == [
        "Boris" if BORIS.name == "Boris" else BORIS.name,
        BORIS.unique_id,
        "Rose",
        "3",
        "15",
    ]
    assert datetime.fromisoformat(rows[0][0]).timestamp() * 1000 == NOON


def test_battles_stand_there_with_their_result():
    rows = read(write_session(list(list_rows(SCENES["battles"]()))))
    fought = [row for row in rows if row[1] == "battle"]
    assert len(fought) == 4
    first = next(row for row in fought if row[2].startswith("Tom"))
    assert first[4].startswith("Won against Tom der Große · 21,400 : 18,950 · ")
    assert first[6] == "13356"


def test_nothing_is_a_formula_and_each_row_one_line():
    text = write_session(list(list_rows(make_state())))
    assert read(text)[1][4] == '\'=HYPERLINK("x") next'
    assert len(text.splitlines()) == 4


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_a_spreadsheet_would_reckon_is_words(words):
    assert guard_cell(words) == f"'{words}"
    assert guard_cell(f"a{words}") == f"a{words}"


def test_the_name_of_the_file_holds_nothing_odd():
    state = RoomState()
    state.apply(ev.Connected(unique_id="../mira plays"), NOON)
    assert (
        suggest_name(state, datetime(2026, 5, 4, 3, 2, tzinfo=UTC))
        == "sidestage-..miraplays-2026-05-04-0302.csv"
    )


@pytest.fixture
def window(qtbot):
    made = show_window(qtbot, MainWindow(Stage(SCENES["busy"]())))
    made.feed.tick()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_key_asks_where_to_and_a_sentence_says_that_it_is_done(window, qtbot, tmp_path):
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    file = tmp_path / "out.csv"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    rows = read(file.read_text("utf-8"))
    assert len(rows) > 30
    notice = window.feed.room.state.connection.status.notice
    assert f"{len(rows) - 1} rows were saved" in notice


def test_a_place_that_cannot_be_written_is_said(window, tmp_path):
    window._saver.save(str(tmp_path))
    assert "Nothing could be saved" in window.feed.room.state.connection.status.notice
