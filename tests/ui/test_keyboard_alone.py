"""An evening without a mouse: the real window and session, a room of the built-in server, and keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.desktop.window import follow_choices
from app.session import Quit, Session
from app.settings import Store, find_settings_file
from app.sim import SimOptions, SimThread
from app.ui.loop import WindowLoop
from app.ui.window import MainWindow
from tests.ui.hand import Hand, can_read, find_keyboard, has_keyboard, press, write
from tests.ui.keepers import Keeper
from tests.ui.scenes import SCENES, Stage

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
MANY_STOPS = 60
SAID = {"comment", "emote", "question", "gap"}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # grabbing for popups


@pytest.fixture
def server(monkeypatch, tmp_path):
    """A room whose first battle is far off."""
    thread = SimThread(SimOptions(name="mira", rate=30.0, first_battle_s=3_600.0))
    ends = thread.start()
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    for name in ("app_url", "webcast_url", "sign_url"):
        monkeypatch.setenv(f"SIDESTAGE_{name.upper()}", getattr(ends, name))
    yield ends
    thread.stop()


def play(qtbot, script):
    """Open the program and let a hand play a script in it, to the end."""
    loop, rooms = WindowLoop(QApplication.instance()), Rooms(WindowOptions())
    session = Session(rooms.open)
    window = MainWindow(session, keeper=rooms)
    qtbot.addWidget(window, before_close_func=MainWindow.finish)
    follow_choices(rooms, window.prefer)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    hand = Hand(script(window), window, lambda: session.request(Quit()))
    with loop:
        loop.run_until_complete(session.run())
        loop.run_until_complete(rooms.close())
    if hand.error is not None:
        raise hand.error


def count_rows(window):
    return len(window.panes["chat"].model.rows)


def find_chosen(window):
    """The row that stands out as the chosen one, if it is whole in view."""
    view = window.panes["chat"].view
    (index,) = view.selectionModel().selectedRows()
    place = view.visualRect(index)
    assert view.viewport().rect().contains(place)
    return view.rows.rows[index.row()]


def connect(window):
    """Type a name into the box that has the keyboard at the start."""
    assert isinstance(find_keyboard(), QLineEdit)
    write("@mira")
    press(Key.Key_Return)
    yield lambda: can_read(window, "LIVE") and count_rows(window) > 30


def can_type(word):
    return word.isascii() and word.isalpha()


def find(window):
    """Look for what somebody wrote, from hit to hit, and leave the search at one."""
    word = next(filter(can_type, (row.text.split(" ")[0] for row in window.panes["chat"].model.rows)))
    press(Key.Key_F, CTRL)
    write(word)
    yield lambda: can_read(window, " of ")
    press(Key.Key_Return, SHIFT)
    assert word.casefold() in find_chosen(window).text.casefold()
    press(Key.Key_Escape)
    assert find_keyboard() is window.panes["chat"].view


def sift(window):
    """Show chat only, then every kind again."""
    press(Key.Key_L, CTRL)
    yield (
        lambda: (
            {row.kind for row in window.panes["chat"].model.rows} <= {"comment", "emote", "question", "gap"}
        )
    )
    chips = window.panes["chat"].filters.chips
    for _ in range(len(chips) - 1):
        press(Key.Key_L, CTRL)
    yield chips["all"].isChecked


def note(window):
    """Look at a person, write a note, and find it again."""
    press(Key.Key_1, CTRL)
    while not find_chosen_person(window):
        press(Key.Key_Up)
    name = find_chosen(window).user.name
    press(Key.Key_Return)
    yield lambda: can_read(window, "First seen")
    write("knows chess")
    press(Key.Key_Escape)
    yield lambda: has_keyboard(window) and QApplication.activePopupWidget() is None
    press(Key.Key_Return)
    yield lambda: can_read(window, name) and find_keyboard().text() == "knows chess"
    press(Key.Key_Escape)
    yield lambda: has_keyboard(window) and QApplication.activePopupWidget() is None


def find_chosen_person(window):
    chosen = window.panes["chat"].view.selectionModel().selectedRows()
    return chosen and find_chosen(window).user.key


def arrange(window):
    """Another arrangement, the chat into a window of its own and back."""
    chat = window.panes["chat"]
    before = chat.geometry()
    press(Key.Key_2, ALT)
    yield lambda: chat.geometry() != before
    press(Key.Key_N, CTRL)
    yield lambda: chat.window() is not window and chat.window().isActiveWindow()
    press(Key.Key_W, CTRL)
    yield lambda: chat.window() is window and window.isActiveWindow()
    press(Key.Key_1, ALT)
    yield lambda: chat.geometry() == before


def choose(window):
    """Larger text, by the settings: found by its words, changed, and kept in the file."""
    before = window.panes["chat"].view.text_pixels
    press(Key.Key_Comma, CTRL)
    yield lambda: not has_keyboard(window)
    write("text size")
    while find_keyboard().accessibleName() != "Text size":
        press(Key.Key_Tab)
    press(Key.Key_Up)
    yield lambda: window.panes["chat"].view.text_pixels == before + 1
    press(Key.Key_Escape)
    yield lambda: has_keyboard(window)
    yield lambda: Store(find_settings_file()).values.get("chat_text_px") == before + 1


def leave(window):
    """Stop following, by the palette; then the program itself."""
    press(Key.Key_K, CTRL)
    yield lambda: not has_keyboard(window)
    write("stop following")
    press(Key.Key_Return)
    yield lambda: window.panes["page"].isVisible() and has_keyboard(window)
    assert window.panes["page"].isAncestorOf(find_keyboard())


def spend_an_evening(window):
    for part in (connect, find, sift, note, arrange, choose, leave):
        yield from part(window)


@pytest.mark.usefixtures("server")
def test_everything_can_be_done_without_a_mouse(qtbot):
    play(qtbot, spend_an_evening)


def find_area(widget, window):
    """Where it stands in the window, with the frame around it."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-2, -2, 2, 2)


@pytest.mark.parametrize("name", ["idle", "busy", "lost", "ended", "limited"])
def test_where_the_tab_key_leads_can_be_seen(qtbot, name):
    window = MainWindow(Stage(SCENES[name]()), keeper=Keeper())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    window.feed.stop()
    stops = [find_keyboard()]
    for _ in range(MANY_STOPS):
        before = window.grab().toImage()
        press(Key.Key_Tab)
        if (stop := find_keyboard()) in stops:
            break
        area = find_area(stop, window)
        assert before.copy(area) != window.grab().toImage().copy(area), stop
        stops.append(stop)
    assert 1 < len(stops) <= MANY_STOPS
