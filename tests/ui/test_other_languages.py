"""Every scene in a language that nobody speaks: nothing of ours is forgotten."""

import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app import events as ev
from app.desktop.scenes.cast import FOE, MATE
from app.state import RoomState
from app.state.inspector import Inspector
from app.ui.dialogs.settings import SettingsDialog
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.window import MainWindow
from app.ui.wishes import ChooseWay
from app.words import show, use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import is_cut, settle, written_on
from tests.ui.keepers import Keeper, show_window
from tests.ui.scenes import CAST, HOST, LINES, NOW, RIVAL, SCENES, TITLE, Stage, connected, room
from tests.words.pseudo import OPEN, Pseudo

HOSTS = {one.nickname for one in (HOST, RIVAL, MATE, FOE)}
STRANGERS = {name for pair in CAST for name in pair} | {*HOSTS, TITLE, *LINES}
UNITS = re.compile(r"\d ?(m|M|B)\b")
LETTER = re.compile(r"[^\W\d_]")
QTS = {"Scroll Left", "Scroll Right"}
WITH_ROWS = ("busy", "lost", "ended")
ADDRESS = re.compile(r"\w://|^app_id:")
OF_STRANGERS = ("right-to-left", "hostile")  # all words in them are theirs
SPOKEN = (QWidget.toolTip, QWidget.accessibleName, QWidget.accessibleDescription)


@pytest.fixture(params=(False, True), ids=("longer", "from right to left"))
def language(request, qapp):
    """Words of ours are marked and longer, or from right to left as the whole window."""
    use_catalogue(Pseudo(is_rtl=request.param))
    if request.param:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    use_catalogue(ENGLISH)


@pytest.fixture
def longer():
    """Words of ours are marked and longer."""
    use_catalogue(Pseudo())
    yield
    use_catalogue(ENGLISH)


@pytest.fixture(params=[name for name in SCENES if name not in OF_STRANGERS])
def window(qtbot, request, longer):
    shown = show_window(qtbot, MainWindow(Stage(SCENES[request.param]())))
    shown.feed.tick()
    return shown


def is_ours(text):
    """Neither a figure nor anybody's name or words, nor Qt's."""
    plain = re.sub(r"</?p[^>]*>", "", text).strip()
    is_named = plain in QTS or plain.startswith("@") or plain.removesuffix(" live") in STRANGERS
    return not is_named and LETTER.search(UNITS.sub("", plain)) is not None


def test_everything_that_is_ours_is_translated(window):
    settle(window)
    assert not untranslated(window)
    title = window.windowTitle()
    assert OPEN in title or title == "Sidestage"


def untranslated(window):
    texts = [text for _, text in written_on(window)]
    for widget in window.findChildren(QWidget):
        texts += [text(widget) for text in SPOKEN]
    return [text for text in texts if text and is_ours(text) and OPEN not in text]


@pytest.mark.parametrize("window", WITH_ROWS, indirect=True)
def test_rows_of_ours_are_translated_and_those_of_people_are_not(window):
    for pane, rows in (("chat", window.panes["chat"].model), ("gifts", window.panes["gifts"].model)):
        for at in range(rows.rowCount()):
            line = rows.data(rows.index(at, 0))
            is_spoken = pane == "chat" and rows.rows[at].kind in {"comment", "question"}
            assert (OPEN in line) == (not is_spoken or rows.rows[at].is_deleted), line


@pytest.mark.parametrize("way", ["signed", "studio"])
def test_the_fields_of_a_way_have_room_for_longer_words(qtbot, language, way):
    window = show_window(qtbot, MainWindow(Stage(RoomState()), keeper=Keeper({"way": way}, ("session_id",))))
    window.grants.grant(ChooseWay())
    dialog = window.findChild(SettingsDialog)
    settle(dialog)
    assert not [text for text in untranslated(dialog) if not ADDRESS.search(text)]
    labels = [(one, text) for one, text in written_on(dialog) if not isinstance(one, QLineEdit)]
    assert not [text for widget, text in labels if is_cut(widget)]
    dialog.reject()


def test_the_inspector_is_translated(qtbot, language):
    inspector = Inspector()
    window = show_window(qtbot, InspectorWindow(inspector))
    inspector.note(ev.Connected(unique_id="mira.plays"), NOW)
    window.tick()
    settle(window)
    assert not untranslated(window)
    assert not [text for widget, text in written_on(window) if is_cut(widget)]
    pages = window.detail.pages
    assert all(OPEN in pages.tabText(at) for at in range(pages.count()))
    titles = [
        window.model.headerData(at, Qt.Orientation.Horizontal) for at in range(window.model.columnCount())
    ]
    assert all(OPEN in title for title in titles)


@pytest.mark.parametrize("event", [ev.End(), ev.Disconnected(), ev.Reconnecting(code="offline", reason="")])
def test_a_sentence_that_was_restored_is_translated_as_well(language, event):
    state, again = room(connected(), event), RoomState()
    again.restore(json.loads(json.dumps(state.snapshot())))
    assert again.connection.status == state.connection.status
    for one in (state, again):
        assert all(OPEN in show(row.text) for row in one.chat.since(0))
