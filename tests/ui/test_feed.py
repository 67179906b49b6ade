import pytest

from app.events import Delete, Viewers
from app.state import RoomState
from app.ui.feed import REST_MS, Feed
from app.ui.panes.table import PANES
from app.ui.phases import STALLED_MS
from app.ui.source import TICK_MS
from tests.ui.rooms import battle, comment, gift

LINES = [row.line for row in PANES]


@pytest.fixture
def feed(room):
    return Feed(room, LINES)


@pytest.fixture
def seen(feed):
    emitted = {name: [] for name in feed.channels}
    for name, channel in feed.channels.items():
        channel.frames.connect(emitted[name].append)
    return emitted


def counts(seen):
    return {name: len(frames) for name, frames in seen.items()}


def test_the_first_tick_shows_everything(feed, seen):
    feed.tick()
    assert min(counts(seen).values()) == 1


def test_nothing_new_is_nothing_emitted(feed, seen, room):
    feed.tick()
    before = counts(seen)
    room.at += TICK_MS
    feed.tick()
    assert counts(seen) == before


def test_a_burst_is_one_signal_a_pane(feed, seen, room):
    feed.tick()
    room.at += 1_000
    room.tell(*(comment(str(number)) for number in range(1_000)))
    room.tell(*(gift(number) for number in range(1, 200)))
    feed.tick()
    assert (len(seen["chat"]), len(seen["gifts"]), len(seen["leaders"])) == (2, 2, 2)
    assert len(seen["chat"][-1].rows) == 1_000


def test_chat_rows_come_once_each(feed, seen, room):
    for text in "abc":
        room.tell(comment(text))
        feed.tick()
    assert [row.text for frame in seen["chat"] for row in frame.rows] == ["a", "b", "c"]


def test_a_deleted_comment_comes_as_an_edit(feed, seen, room):
    room.tell(comment("spam", msg_id=7))
    feed.tick()
    room.tell(Delete(msg_ids=(7,)))
    feed.tick()
    assert [(row.text, row.is_deleted) for row in seen["chat"][-1].edits] == [("spam", True)]


def test_the_line_is_drawn_twice_a_second_at_most(feed, seen, room):
    for number in range(60):
        room.at += TICK_MS
        room.tell(Viewers(now=number))
        feed.tick()
    assert len(seen["viewers"]) <= 5


def test_of_a_silent_connection_nobody_is_watching_now(feed, seen, room):
    room.go_live()
    room.tell(Viewers(now=5))
    feed.tick()
    room.at += STALLED_MS
    feed.tick()
    assert [frame.is_current for frame in seen["viewers"]] == [True, False]


def test_a_running_clock_is_drawn_once_a_second(feed, seen, room):
    room.tell(battle(1, 2))
    feed.tick()
    before = len(seen["battle"])
    for _ in range(90):
        room.at += TICK_MS
        feed.tick()
    assert 2 <= len(seen["battle"]) - before <= 3


def test_another_state_starts_afresh(feed, seen, room):
    room.tell(comment("a"))
    feed.tick()
    room.state = RoomState()
    feed.tick()
    assert seen["chat"][-1].is_fresh
    assert not seen["chat"][-1].rows


def test_time_is_let_pass_in_the_state(feed, room):
    room.tell(gift(3))
    room.at += 20_000
    feed.tick()
    assert not room.state.gifts.since(0)[0].is_open


def test_what_nobody_sees_is_looked_at_less_often_and_at_once_when_somebody_does(feed, seen, room, qtbot):
    feed.rest(is_resting=True)  # not before it began
    feed.start()
    with qtbot.waitSignal(feed.rested):
        feed.rest(is_resting=True)
    assert feed._timer.interval() == REST_MS
    room.tell(comment("hello"))
    feed.rest(is_resting=False)
    assert feed._timer.interval() == TICK_MS
    assert seen["chat"][-1].rows[0].text == "hello"
    feed.stop()
