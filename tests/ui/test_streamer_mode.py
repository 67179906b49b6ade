"""Streamer mode: nobody reads a handle, a count of viewers or money anywhere in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget

from app import events as ev
from app.events import User
from app.settings import DEFAULTS
from app.ui.figures import compact_openly, group_openly
from app.ui.money import Pricing, write_money
from app.ui.notices.news import Reporter
from app.ui.notices.source import NoticeSource
from app.ui.panes.chat.words import find_words
from app.ui.pictures import Pictures
from app.ui.title import NAME, TITLE
from app.ui.window import MainWindow
from app.ui.wishes import FillScreen, HideNumbers, PopOut, ShowPane
from app.words import chat, sentence, show
from app.words.discretion import HIDDEN, be_discreet, is_discreet
from tests.ui.geometry import settle
from tests.ui.keepers import Keeper
from tests.ui.rooms import ANNA, BORIS, Room, comment, gift
from tests.ui.scenes import NOW, SCENES, Stage, connected

ON = replace(DEFAULTS, streamer_mode=True, chat_handles=True, recent=("mira.plays",))
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
LEAST = 1_000  # smaller numbers are also clocks, ranks and points
WALKED = (
    "idle",
    "connecting",
    "waiting",
    "quiet",
    "busy",
    "huge",
    "lost",
    "ended",
    "duel",
    "result",
    "refused",
)


@pytest.fixture(autouse=True)
def _openly():
    """Whatever a test turned on is off again."""
    yield
    be_discreet(is_on=False)


@pytest.fixture
def open_scene(qtbot):
    """Makes windows in a scene; what stands around of other tests is none of theirs."""
    others = QApplication.topLevelWidgets()

    def make(name, choices=DEFAULTS):
        window = MainWindow(Stage(SCENES[name]()), keeper=Keeper())
        qtbot.addWidget(window)
        window.prefer(choices)
        window.resize(1280, 800)
        window.show()
        window.feed.stop()
        window.feed.tick()
        window.others = others
        return window

    return make


def list_texts(widget):
    """All that is written on a widget, said of it, or kept below it."""
    yield from (widget.windowTitle(), widget.toolTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for at in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield from (str(model.data(model.index(at, column), role) or "") for role in ROLES)


def read_everything(window):
    """All texts of the program's windows, and what they are entitled."""
    surfaces = [window, *(one for one in QApplication.topLevelWidgets() if one not in window.others)]
    widgets = {widget for one in surfaces for widget in (one, *one.findChildren(QWidget))}
    titles = [window.feed.channels[name]._source.frame(window._session.state, 0) for name in (TITLE, NAME)]
    return [*titles, *(text for widget in widgets for text in list_texts(widget))]


def list_secrets(state):
    """What must not be read: handles, and the large counts and sums of the room."""
    people = [row.user for row in state.leaderboard.top(50)]
    handles = [f"@{one.unique_id}" for one in people if one.unique_id] + [
        f"@{state.connection.status.unique_id}",
        "@mira",
        "@nobody",
    ]
    counts = [state.viewers.now, state.viewers.peak, state.viewers.total, state.gifts.diamonds]
    counts += [state.totals.room_likes, state.totals.likes]
    counts += [row.diamonds for row in state.leaderboard.top(50)]
    battle = state.battle.current
    scores = {side.score for side in battle.sides} if battle else set()
    counts = [count for count in counts if count >= LEAST and count not in scores]
    written = [one for count in counts for one in (compact_openly(count), group_openly(count))]
    return [one for one in (*handles, *written, "$") if one != "@"]


def find_leaks(window):
    secrets = list_secrets(window._session.state)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = read_everything(window)
    return sorted({f"{one} in {text[:80]}" for text in texts for one in secrets if one in text})


@pytest.mark.parametrize("name", WALKED)
def test_nothing_of_it_can_be_read_anywhere(open_scene, name):
    window = open_scene(name, ON)
    settle(window)
    assert find_leaks(window) == []


@pytest.mark.parametrize("name", ["busy", "duel"])
def test_it_hides_at_once_what_stands_there_and_shows_it_again(open_scene, name):
    window = open_scene(name, replace(ON, streamer_mode=False))
    window.grants.grant(PopOut("leaders"))
    window.feed.tick()
    before = find_leaks(window)
    rows = window.panes["chat"].model.rowCount()
    window.prefer(ON)
    assert before
    assert find_leaks(window) == []
    assert window.panes["chat"].model.rowCount() == rows
    window.prefer(replace(ON, streamer_mode=False))
    assert find_leaks(window) == before


def name_handles(window):
    """A comment, a question, a pinned comment and the title of the stream, each with a handle in it."""
    state = window._session.state
    said = "@omar_k, see @mira? and tiktok.com/@mira"
    for told in (
        connected(title=f"Night with {said}"),
        comment(said, msg_id=901),
        comment(f"to you {said}", msg_id=902, reply_to=BORIS, mentions=(User(9, "omar_k", "Omar"),)),
        ev.Question(user=ANNA, question_id=5, text=said, phase="new", msg_id=903),
        ev.Pin(user=ANNA, pinned=True, text=said, pinned_msg_id=901, msg_id=904),
    ):
        state.apply(told, NOW)
    window.feed.tick()
    return "@omar_k"


def test_handles_in_what_people_write_are_hidden_everywhere(open_scene):
    window = open_scene("busy")
    for name in ("questions", "thanks"):
        window.grants.grant(ShowPane(name))
    handle = name_handles(window)
    telling = {text for text in read_everything(window) if handle in text}
    assert len(telling) > 4
    window.prefer(ON)
    window.feed.tick()
    texts = read_everything(window)
    assert not [text for text in texts if handle in text or "@mira?" in text or "/@mira" in text]
    assert any(f"@{HIDDEN}, see @{HIDDEN}? and tiktok.com/@{HIDDEN}" in text for text in texts)
    rows = [find_words(row).text for row in window.panes["chat"].model.rows]
    assert not [text for text in rows if handle in text]
    window.grants.grant(FillScreen())
    window.feed.tick()
    assert handle not in " ".join(read_everything(window))


def test_what_is_copied_on_purpose_hides_nothing(open_scene):
    window = open_scene("busy")
    window.grants.grant(ShowPane("questions"))
    handle = name_handles(window)
    window.prefer(ON)
    window.feed.tick()
    chat = window.panes["chat"]
    chat.view.selectAll()
    for pane in (chat, window.panes["questions"]):
        pane.copy_chosen()
        copied = QApplication.clipboard().text()
        assert handle in copied
        assert HIDDEN not in copied
    assert is_discreet()


def test_a_notice_of_what_somebody_wrote_says_no_handle():
    source, reporter, room = NoticeSource(), Reporter(), Room()
    room.go_live()
    source.frame(room.state, room.at)
    be_discreet(is_on=True)
    room.tell(comment("hello @mira.plays"))
    (text,) = [one.text for one in reporter.report(source.frame(room.state, room.at))]
    assert "mira" not in text
    assert f"@{HIDDEN}" in text


@pytest.mark.parametrize("name", ["battles", "inboxes"])
def test_glance_hides_it_too(open_scene, name):
    window = open_scene(name, ON)
    window.grants.grant(FillScreen())
    window.feed.tick()
    assert HIDDEN in window.panes["glance"].accessibleDescription()
    assert find_leaks(window) == []


def test_one_key_does_it_and_that_is_kept(open_scene, qtbot):
    window = open_scene("busy")
    wished = []
    window._keeper.keep = lambda changes, *_: wished.append(dict(changes))
    window.bindings.actions["streamer"].trigger()
    assert wished == [{"streamer_mode": True}]


def test_the_header_says_that_it_is_on(open_scene):
    window = open_scene("busy", ON)
    header = window.panes["header"]
    assert header.discreet.isVisible()
    assert window.grants.is_granted(HideNumbers())
    window.prefer(DEFAULTS)
    assert not header.discreet.isVisible()


def test_scores_and_the_clock_stay(open_scene):
    window = open_scene("duel", ON)
    battle = window._session.state.battle.current
    texts = read_everything(window)
    assert all(compact_openly(side.score) in texts for side in battle.sides)


def test_pictures_are_not_looked_for():
    pictures = Pictures()
    be_discreet(is_on=True)
    assert pictures.find("avatar", 1, "https://pictures.example/1", 24) is None
    assert not pictures._wishes


def test_sentences_hide_what_they_tell_wherever_they_were_made():
    gift = chat.GIFT_AND_WORTH.fill(name="Rose", times=3, count=1_234, diamonds=1_234)
    missing = sentence("There is nobody with the name @{name}.").fill(name="mira.plays")
    before = show(gift), show(missing)
    be_discreet(is_on=True)
    assert show(gift) == f"sent Rose ×3 · {HIDDEN} diamonds"
    assert show(missing) == f"There is nobody with the name @{HIDDEN}"
    assert write_money(5_000, Pricing(0.005, "$")) == HIDDEN
    be_discreet(is_on=False)
    assert (show(gift), show(missing)) == before


def test_a_notice_says_who_gave_what_and_not_what_it_is_worth():
    source, reporter, room = NoticeSource(), Reporter(), Room()
    room.go_live()
    for group in (1, 2):
        room.tell(gift(37, group=group, ended=True, diamonds=100))
        be_discreet(is_on=group > 1)
        news = reporter.report(source.frame(room.state, room.at))
    (text,) = [one.text for one in news if one.kind == "gift"]
    assert "37" in text
    assert HIDDEN in text
    assert "3,700" not in text
