"""The panes of questions and thanks: ticked by hand and key, quiet under a hand, and what is left out."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app import events as ev
from app.session import Tell
from app.settings import DEFAULTS
from app.state import RoomState
from app.state.facts import CommentQuestions, Tick, UndoTick
from app.state.inbox import LEAVES_MS
from app.ui.gift_rows import RowFonts
from app.ui.inboxes.lines import Breaker
from app.ui.inboxes.model import InboxModel
from app.ui.panes.chat.person_card import PersonCard
from app.ui.panes.questions.pane import QuestionPane
from app.ui.panes.thanks.pane import ThanksPane
from app.ui.text import clean
from app.ui.window import MainWindow
from app.ui.wishes import SeePerson, UseProfile
from tests.ui.keepers import Keeper
from tests.ui.rooms import ANNA, BORIS, Room, gift

Key = Qt.Key


class Obedient(Room):
    """Does what the user decides, as the session does."""

    def request(self, command):
        super().request(command)
        if isinstance(command, Tell):
            self.state.tell(command.fact, self.at)


@pytest.fixture
def room():
    made = Obedient()
    made.go_live()
    return made


@pytest.fixture
def window(qtbot, room):
    made = MainWindow(room, keeper=Keeper())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.resize(1280, 800)  # a window that was not sized by hand is fitted to the screen
    made.feed.stop()
    made.grants.grant(UseProfile("qa"))
    return made


def ask(number, user=ANNA):
    return ev.Question(user=user, question_id=number, text=f"Is it {number}?")


def later(room, window, passed_ms=1_000):
    room.at += passed_ms
    window.feed.tick()


def press(qtbot, window, *keys):
    """Press keys where the keyboard is; on a busy machine a window is not active at once."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
        later(window.feed.room, window)


def list_states(pane):
    return [bool(row.ticked_ms) for row in pane.model.rows]


@pytest.fixture
def questions(qtbot, room, window):
    """Three of them, the first with the keyboard."""
    room.tell(*map(ask, (1, 2, 3)))
    later(room, window)
    window.panes["questions"].table.setFocus()
    return window.panes["questions"]


def test_space_ticks_and_u_takes_back_again_and_again(qtbot, window, questions):
    press(qtbot, window, Key.Key_Space, Key.Key_Down, Key.Key_Space)
    assert list_states(questions) == [True, True, False]
    press(qtbot, window, Key.Key_U)
    assert list_states(questions) == [True, False, False]
    press(qtbot, window, Key.Key_U, Key.Key_U)
    assert list_states(questions) == [False, False, False]


def test_space_takes_a_tick_off(qtbot, window, questions):
    press(qtbot, window, Key.Key_Space, Key.Key_Space)
    assert list_states(questions) == [False, False, False]


def test_all_are_ticked_and_taken_back_at_once(qtbot, window, questions):
    questions.table.selectAll()
    press(qtbot, window, Key.Key_Space)
    assert list_states(questions) == [True, True, True]
    press(qtbot, window, Key.Key_U)
    assert list_states(questions) == [False, False, False]


def find_current(table):
    return table._model.rows[table.currentIndex().row()]


def test_rows_stay_while_a_hand_is_there_and_the_current_one_stays_current(qtbot, room, window, questions):
    press(qtbot, window, Key.Key_Space, Key.Key_Down)
    assert find_current(questions.table).number == 2
    later(room, window, LEAVES_MS)
    assert [row.number for row in room.state.questions.list_rows()] == [2, 3]
    assert [row.number for row in questions.model.rows] == [1, 2, 3]
    press(qtbot, window, Key.Key_U)
    assert list_states(questions) == [False, False, False]
    press(qtbot, window, Key.Key_Up, Key.Key_Space, Key.Key_Down)
    later(room, window, LEAVES_MS)
    questions.table.let_go()
    assert [row.number for row in questions.model.rows] == [2, 3]
    assert find_current(questions.table).number == 2


def test_a_row_that_left_and_is_still_shown_can_be_taken_back(qtbot, room, window, questions):
    press(qtbot, window, Key.Key_Space)
    later(room, window, LEAVES_MS)
    press(qtbot, window, Key.Key_Space)
    assert room.state.questions.open_count == 3


def test_rows_in_sight_stay_where_they_are_when_one_above_leaves(qtbot, room, window, questions):
    room.tell(*map(ask, range(4, 60)))
    press(qtbot, window, Key.Key_Space, *[Key.Key_PageDown] * 3)
    table = questions.table
    number, place = find_current(table).number, table.visualRect(table.currentIndex()).y()
    later(room, window, LEAVES_MS)
    table.let_go()
    assert find_current(table).number == number
    assert table.visualRect(table.currentIndex()).y() == place


def click(qtbot, pane, place, at=0):
    rect = pane.table.visualRect(pane.model.index(at, 0))
    spot = {"box": rect.left() + 20, "name": rect.left() + 50}[place]
    where = QPoint(spot, rect.center().y())
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_click_on_the_box_ticks_and_one_on_the_picture_shows_the_person(qtbot, room, window, questions):
    click(qtbot, questions, "box", 1)
    later(room, window)
    assert list_states(questions) == [False, True, False]
    click(qtbot, questions, "name", 1)
    cards = window.findChildren(PersonCard)
    assert [card.accessibleName() for card in cards] == ["Anna"]
    later(room, window)
    assert room.state.people.regarded == ANNA.key
    cards[0].close()


def test_a_pane_without_somebody_to_show_wishes_for_nothing(qtbot, window, room):
    room.tell(ask(1, ev.NOBODY))
    later(room, window)
    pane, wishes = window.panes["questions"], []
    pane.wish.connect(wishes.append)
    pane.show_person()
    pane.table.selectRow(0)
    pane.show_person()
    assert wishes == []
    assert SeePerson in window.grants.wishes


def test_rows_are_copied_as_text(qtbot, room, window):
    room.tell(gift(3, ended=True), ev.Follow(user=BORIS))
    later(room, window)
    pane = window.panes["thanks"]
    pane.copy_chosen()
    first, second = QApplication.clipboard().text().split("\n")
    assert first.endswith("Anna: Rose ×3, 3 diamonds")
    assert second.endswith("Борис: followed")


def test_the_context_menu_and_the_palette_have_what_can_be_done(window, questions):
    words = [action.text() for action in questions.actions()]
    possible = [row.name for row, _ in window.bindings.list_possible(questions.table)]
    for name, text in (("tick", "Tick, or take the tick off"), ("undo", "Take back what was ticked last")):
        assert text in words
        assert f"{name}_questions" in possible
        assert f"{name}_thanks" not in possible


def test_the_header_says_how_many_wait(room, window):
    waiting = window.panes["header"].waiting
    assert not waiting.isVisible()
    room.tell(ask(1), gift(1), gift(1, user=BORIS))
    later(room, window)
    assert waiting.text() == "1 question · 2 to thank"
    assert waiting.isVisible()


def test_gifts_and_leaders_show_who_was_thanked(room, window):
    room.tell(gift(3, ended=True), gift(1, user=BORIS, ended=True, group=2))
    window.grants.grant(UseProfile("solo"))
    later(room, window)
    models = [window.panes[name].model for name in ("gifts", "leaders")]
    room.request(Tell(Tick("thanks", (1,))))
    later(room, window)
    for model in models:
        said = [model.index(at, column).data() for at in range(2) for column in range(model.columnCount())]
        assert [text for text in said if "thanked" in text] == [text for text in said if "Anna" in text] != []
    room.request(Tell(UndoTick("thanks")))
    later(room, window)
    assert [model.thanked for model in models] == [frozenset(), frozenset()]


@pytest.fixture
def pane(qtbot):
    made = QuestionPane()
    qtbot.addWidget(made)
    made.wishes = []
    made.wish.connect(made.wishes.append)
    return made


def test_each_new_room_learns_whether_comments_count(pane):
    state = RoomState()
    pane.prefer(replace(DEFAULTS, questions_comments=True))
    pane.present(pane.SOURCE().frame(state, 0))
    assert pane.wishes == 2 * [Tell(CommentQuestions(is_wished=True))]
    pane.prefer(DEFAULTS)
    pane.present(pane.SOURCE().frame(state, 0))
    assert pane.wishes[2:] == [Tell(CommentQuestions(is_wished=False))]


def test_what_was_left_out_is_said(pane, room):
    room.state.questions._kept = 2
    room.tell(*map(ask, (1, 2, 3)))
    pane.present(pane.SOURCE().frame(room.state, room.at))
    assert pane.note.text() == "2 open, 1 left out"


@pytest.mark.parametrize("kind", [QuestionPane, ThanksPane])
def test_time_alone_changes_no_row_and_makes_news_only_with_an_age(room, kind):
    source = kind.SOURCE()
    assert source.stamp(room.state, room.at) == source.stamp(room.state, room.at + 10**6)
    room.tell(ask(1), gift(1))
    stamps = {source.stamp(room.state, room.at + passed) for passed in range(0, 10_000, 500)}
    assert len(stamps) <= 2
    changes, model = [], InboxModel(kind.STYLE)
    model.dataChanged.connect(lambda *_: changes.append(1))
    for passed in (0, 10_000, 10**6):
        model.present(room.state.parts[kind.NAME].list_rows(), room.at + passed)
    assert changes == []


def test_a_row_says_all_of_it_to_a_screen_reader(pane, room):
    room.tell(ask(1), ev.Question(user=ANNA, phase="selected", question_id=1))
    pane.present(pane.SOURCE().frame(room.state, room.at + 70_000))
    index = pane.model.index(0, 0)
    assert index.data() == "Anna, 1 min: Is it 1?, answering now"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert "<" not in index.data(Qt.ItemDataRole.ToolTipRole).replace("<p", "").replace("</p>", "")


NUMBERS = st.lists(st.integers(1, 12), unique=True).map(sorted)


@given(st.lists(st.tuples(NUMBERS, st.integers(0, 2), st.booleans()), max_size=6))
def test_the_model_shows_what_it_was_given_last(frames):
    model = InboxModel(ThanksPane.STYLE)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers, ticked_ms, fresh in frames:
        rows = [make_row(number, ticked_ms) for number in numbers]
        model.present(rows, 0, is_fresh=fresh)
        assert model.rows == rows


def make_row(number, ticked_ms):
    told = {"diamonds": 0, "gifts": 0, "deeds": (), "since_ms": 0, "user": ANNA}
    return SimpleNamespace(number=number, ticked_ms=ticked_ms, **told)


@pytest.mark.parametrize("most", [1, 2, 3])
@given(text=st.text(max_size=200).map(clean), width=st.integers(40, 400))
def test_lines_hold_the_text_and_are_no_more_than_there_may_be(most, text, width, qapp):
    look = RowFonts().figure
    lines = Breaker(look).split(text, width, most)
    assert 1 <= len(lines) <= most
    whole = "".join(" ".join(lines).split())
    assert "".join(text.split()).startswith(whole.removesuffix("…")) or most == 1
