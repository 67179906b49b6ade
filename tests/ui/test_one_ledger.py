"""One ledger, many looks: panes that show the same sum show the same one."""

from functools import partial
from itertools import pairwise

import pytest

from app.ui.feed import Feed
from app.ui.panes.leaders.order import MOVE_MS
from app.ui.panes.leaders.pane import LeaderPane
from app.ui.panes.leaders.source import LeaderSource
from app.ui.panes.table import PANES
from tests.ui.rooms import ANNA, BORIS, gift

SUMS = {
    "header": lambda frame: frame.diamonds,
    "leaders": lambda frame: frame.diamonds,
    "gifts": lambda frame: sum(row.diamonds for row in frame.rows),
}
LOOK_MS = 200


@pytest.fixture
def feed(room):
    return Feed(room, [row.line for row in PANES])


@pytest.fixture
def board(qtbot, feed):
    pane = LeaderPane()
    qtbot.addWidget(pane)
    pane.resize(420, 400)
    pane.show()
    feed.channels["leaders"].frames.connect(pane.present)
    return pane


def give(room, feed, *gifts):
    room.tell(*gifts)
    room.at += LOOK_MS
    feed.tick()


def note(seen, name, read, frame):
    seen[name] = read(frame)


def names(pane):
    return [row.user for row in pane.model.rows]


def test_the_header_the_leaderboard_and_the_latest_gifts_agree_at_each_look(room, feed):
    seen = {}
    for name, read in SUMS.items():
        feed.channels[name].frames.connect(partial(note, seen, name, read))
    for count in (1, 4, 7, 20):
        give(room, feed, gift(count))
        assert seen == dict.fromkeys(SUMS, count)


def test_people_who_changed_places_keep_them_for_a_second_while_their_figures_go_on(board, room, feed):
    give(room, feed, gift(1), gift(2, user=BORIS, group=2))
    give(room, feed, gift(9))
    assert names(board) == [ANNA, BORIS]
    give(room, feed, gift(30, user=BORIS, group=2))
    assert (names(board), board.total.text()) == ([ANNA, BORIS], "39")
    assert [row.diamonds for row in board.model.rows] == [9, 30]
    assert "held" not in board.note.text()
    room.at += MOVE_MS
    feed.tick()
    assert names(board) == [BORIS, ANNA]


def test_who_had_to_wait_is_news_once(room):
    source, seen = LeaderSource(), []
    for gifts in ((gift(1), gift(2, user=BORIS, group=2)), (gift(9),), (gift(30, user=BORIS, group=2),)):
        room.tell(*gifts)
        source.frame(room.state, room.at)
        seen.append(source.stamp(room.state, room.at))
        room.at += LOOK_MS
    room.at += MOVE_MS
    due = source.stamp(room.state, room.at)
    assert due != seen[-1]
    source.frame(room.state, room.at)
    assert source.stamp(room.state, room.at + MOVE_MS) == due


def test_a_newcomer_at_the_end_lets_nobody_wait(board, room, feed):
    give(room, feed, gift(5))
    give(room, feed, gift(2, user=BORIS, group=2))
    give(room, feed, gift(9, user=BORIS, group=2))
    assert names(board) == [BORIS, ANNA]


def test_nobody_changes_places_more_than_once_a_second(board, room, feed):
    orders = []
    for at in range(40):
        give(room, feed, gift(1 + at), gift(1 + 2 * (at % 2) * at, user=BORIS, group=2))
        orders.append(names(board))
    changes = sum(before != after for before, after in pairwise(orders) if len(before) == len(after))
    assert 1 <= changes <= 40 * LOOK_MS / MOVE_MS
