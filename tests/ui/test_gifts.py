import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QAbstractItemModelTester

from app import events as ev
from app.ui.feed import Feed
from app.ui.figures import compact
from app.ui.gift_rows import INSET, isolate_name
from app.ui.gift_texts import word_gift
from app.ui.look import find_look, make_font
from app.ui.panes.gifts.delegate import share_width
from app.ui.panes.gifts.model import LatestModel
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.leaders.model import DIAMONDS, RANK, LeaderModel
from app.ui.panes.leaders.pane import WIDTHS, LeaderPane
from app.ui.panes.leaders.source import LeaderFrame
from app.ui.panes.table import PANES
from tests.ui.rooms import ANNA, BORIS, gift


def cells(model):
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def strict(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


@pytest.fixture
def feed(room):
    return Feed(room, [row.line for row in PANES])


def later(room, feed):
    room.at += 1_000
    feed.tick()


def test_people_stand_by_diamonds_with_a_running_streak(room, feed):
    model = strict(LeaderModel())
    feed.channels["leaders"].frames.connect(lambda frame: model.present(frame.rows))
    room.tell(gift(37), gift(50, user=BORIS, ended=True, group=2))
    feed.tick()
    assert cells(model) == [
        ["1", "Борис, Rose ×50 · 50 gifts", "50"],
        ["2", "Anna, Rose ×37 · counting … · 37 gifts", "37"],
    ]


def test_people_change_places(room, feed):
    model = strict(LeaderModel())
    feed.channels["leaders"].frames.connect(lambda frame: model.present(frame.rows))
    room.tell(gift(1), gift(2, user=BORIS))
    later(room, feed)
    room.tell(gift(9))
    later(room, feed)
    assert [row.user for row in model.rows] == [ANNA, BORIS]


def test_people_keep_their_places_while_they_are_looked_at(room):
    model = LeaderModel()
    room.tell(gift(1), gift(2, user=BORIS))
    model.present(room.state.leaderboard.top(9))
    room.tell(gift(9))
    model.present(room.state.leaderboard.top(9), keep_order=True)
    assert [(row.user, row.rank) for row in model.rows] == [(BORIS, 2), (ANNA, 1)]


def test_a_new_stream_empties_the_board(room):
    model = strict(LeaderModel())
    room.tell(gift(1))
    model.present(room.state.leaderboard.top(9))
    model.present(())
    assert model.rowCount() == 0


def test_the_total_is_an_estimate_in_dollars(qtbot, room, feed):
    pane = LeaderPane()
    qtbot.addWidget(pane)
    feed.channels["leaders"].frames.connect(pane.present)
    room.tell(gift(10, diamonds=30, name="Doughnut"))
    feed.tick()
    assert (pane.total.text(), pane.worth.text()) == ("300", "≈ $1.50 to creator, estimate")


def test_a_streak_counts_up_in_its_row(room, feed):
    model = strict(LatestModel())
    feed.channels["gifts"].frames.connect(model.present)
    for count in (1, 4, 7):
        room.tell(gift(count))
        later(room, feed)
    assert cells(model) == [["Anna sent Rose ×7 · counting …, 7 diamonds"]]


def test_that_it_counts_is_said_where_there_is_room_and_else_shown_by_dots():
    assert word_gift("Rose", 7, is_counting=True) == ("Rose ×7 · counting …", "Rose ×7 …")
    assert word_gift("Rose", 7, is_counting=False) == ("Rose ×7",)


def test_the_newest_gift_is_on_top(room, feed):
    model = strict(LatestModel())
    feed.channels["gifts"].frames.connect(model.present)
    for group in (1, 2, 3):
        room.tell(gift(group, group=group, ended=True))
        later(room, feed)
    assert [row[0].split(",")[0] for row in cells(model)] == [
        "Anna sent Rose ×3",
        "Anna sent Rose ×2",
        "Anna sent Rose ×1",
    ]


def test_the_oldest_gifts_leave(room, feed):
    model = strict(LatestModel(most=10))
    feed.channels["gifts"].frames.connect(model.present)
    for group in range(1, 31):
        room.tell(gift(group, group=group, ended=True))
        later(room, feed)
    assert 10 <= model.rowCount() <= 11
    assert model.find_row(0).count == 30


def test_names_in_tooltips_cannot_be_markup(room):
    model = LeaderModel()
    room.tell(gift(1, name="<img src=x>"))
    model.present(room.state.leaderboard.top(9))
    assert "<img" not in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("width", [222, 318, 374])
def test_the_columns_of_the_leaderboard_fit_its_width(qtbot, room, width):
    pane = LeaderPane()
    qtbot.addWidget(pane)
    pane.resize(width, 300)
    pane.show()
    for person in range(20):
        room.tell(gift(1, user=ev.User(100 + person, nickname="Anna"), group=person + 1, ended=True))
    pane.present(LeaderFrame(room.state.leaderboard.top(99), 20, 20, 20))
    qtbot.wait(1)
    assert pane.table.horizontalHeader().length() == pane.table.viewport().width()
    assert pane.table.columnWidth(RANK) == WIDTHS[RANK]


@pytest.mark.parametrize(("gifts", "words"), [(1, "1 gift, 1 person"), (2, "2 gifts, 1 person")])
def test_one_gift_is_not_told_as_several(qtbot, room, gifts, words):
    pane = LeaderPane()
    qtbot.addWidget(pane)
    room.tell(gift(gifts))
    pane.present(LeaderFrame(room.state.leaderboard.top(9), gifts, gifts, 1))
    assert pane.note.text() == words


def test_the_latest_gifts_are_drawn(qtbot, room, feed):
    pane = LatestPane()
    qtbot.addWidget(pane)
    feed.channels["gifts"].frames.connect(pane.present)
    room.tell(gift(3))
    feed.tick()
    assert not pane.grab().isNull()


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [(100, 0, 300), (100, 100, 100), (290, 20, 275), (290, 200, 180), (400, 400, 180)],
)
def test_a_guest_s_name_gets_two_fifths_of_the_line_if_it_needs_them(first, second, left):
    assert share_width(300, first, second) == left


@pytest.fixture
def board(qtbot, room, feed):
    """A leaderboard of two that is seen, and a function that lets them change places."""
    pane = LeaderPane()
    qtbot.addWidget(pane)
    pane.resize(420, 400)
    pane.show()
    feed.channels["leaders"].frames.connect(pane.present)
    room.tell(gift(1), gift(2, user=BORIS))
    feed.tick()
    return pane


def overtake(room, feed):
    room.tell(gift(9))
    later(room, feed)


def names(pane):
    return [row.user for row in pane.model.rows]


def moved_over(pane, device):
    """What Qt tells the table when a mouse or a finger moves over it."""
    spot = QPointF(20, 20)
    buttons, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    told = QMouseEvent(QEvent.Type.MouseMove, spot, spot, buttons, buttons, none, device)
    QCoreApplication.sendEvent(pane.table.viewport(), told)


def test_the_order_is_held_and_said_while_the_mouse_moves_and_let_go_after_a_rest(board, room, feed):
    moved_over(board, QPointingDevice.primaryPointingDevice())
    overtake(room, feed)
    assert (names(board), board.note.text()) == ([BORIS, ANNA], "order held until you rest for 5 seconds")
    board.hold.timer.timeout.emit()
    assert (names(board), "2 people" in board.note.text()) == ([ANNA, BORIS], True)


def test_the_hold_ends_by_itself(board):
    moved_over(board, QPointingDevice.primaryPointingDevice())
    assert board.hold.timer.isSingleShot()
    assert (board.hold.is_on, board.hold.timer.interval()) == (True, 5_000)
    board.hide()
    assert not board.hold.is_on


def test_a_finger_holds_nothing(board, room, feed):
    finger = QPointingDevice(
        "finger",
        7,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    moved_over(board, finger)
    overtake(room, feed)
    assert names(board) == [ANNA, BORIS]


@pytest.mark.parametrize("diamonds", [100, 299_960_000, 2**63])
def test_the_diamonds_of_everybody_are_whole(board, room, feed, diamonds):
    room.tell(gift(1, diamonds=diamonds, name="Lion", group=9, ended=True))
    later(room, feed)
    shown = compact(board.model.rows[0].diamonds)
    width = QFontMetrics(make_font(find_look().sizes.body, bold=True)).horizontalAdvance(shown)
    assert board.table.columnWidth(DIAMONDS) >= width + INSET


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("وردة ×37 →", "\u2068وردة\u2069 ×37 →"),
        ("Rose ×1 …", "\u2068Rose\u2069 ×1 …"),
        ("نجمة", "\u2068نجمة\u2069"),
        ("a\u202eb ×2", "\u2068ab\u2069 ×2"),
    ],
)
def test_the_count_of_a_gift_stands_at_its_right_whatever_script_it_is_named_in(words, drawn):
    assert isolate_name(words) == drawn
