import gzip
import math

import pytest

from app.errors import FrameTooLarge, ProtocolError
from app.protocol import im
from app.protocol.connection import FRAME_LIMIT, WebcastConnection
from app.protocol.fetch import parse_fetch_result
from app.protocol.seen_ids import SeenIds

from .frames import NEVER_MS, ROOM, chat, push, result, sent, zipped


@pytest.fixture
def connection():
    return WebcastConnection(ROOM)


def ids(messages):
    return [message.msg_id for message in messages]


def test_enter_frame_comes_before_the_first_heartbeat(connection):
    connection.start(100.0)
    assert [frame.payload_type for frame in sent(connection)] == ["im_enter_room", "hb"]


def test_enter_frame_says_what_a_browser_says(connection):
    connection.start(0)
    body = im.WebcastImEnterRoomMessage.parse(sent(connection)[0].payload)
    assert (body.room_id, body.live_id, body.identity) == (ROOM, 12, "audience")
    assert body.filter_welcome_msg == "0"


def test_without_client_enter_only_the_heartbeat_is_sent():
    connection = WebcastConnection(ROOM, enter=False)
    connection.start(0)
    assert [frame.payload_type for frame in sent(connection)] == ["hb"]


def test_heartbeats_are_numbered_from_one(connection):
    connection.start(0)
    connection.wake(10)
    connection.wake(20)
    beats = [
        im.HeartBeatMessage.parse(frame.payload) for frame in sent(connection) if frame.payload_type == "hb"
    ]
    assert [(beat.room_id, beat.send_packet_seq_id) for beat in beats] == [(ROOM, 1), (ROOM, 2), (ROOM, 3)]


def test_waking_early_sends_nothing(connection):
    connection.start(0)
    sent(connection)
    connection.wake(9.9)
    assert sent(connection) == []


def test_nothing_is_due_before_opening(connection):
    assert connection.next_due() == math.inf


@pytest.mark.parametrize(("told", "due"), [(0, 10), (2_000, 5), (7_000, 7), (60_000, 10), (15, 10), (6, 6)])
def test_heartbeat_follows_the_server_within_limits(connection, told, due):
    """15 is what real frames of 2025 say: seconds, although the fetch result says ms."""
    connection.receive(push(result(heartbeat_duration=told)), NEVER_MS)
    connection.start(0)
    assert connection.next_due() == due


def test_each_frame_is_sent_once(connection):
    connection.start(0)
    connection.data_to_send()
    assert connection.data_to_send() == []


@pytest.mark.parametrize("payload_type", ["msg", "im_enter_room_resp"])
def test_messages_come_out_normalised_and_timed(connection, payload_type):
    frame = push(result(chat(5, method="ChatMessage")), payload_type)
    (message,) = connection.receive(frame, NEVER_MS)
    assert (message.method, message.msg_id, message.at_ms) == ("WebcastChatMessage", 5, NEVER_MS)


@pytest.mark.parametrize("payload_type", ["hb", "ack", "something_new"])
def test_other_frames_are_ignored(connection, payload_type):
    assert connection.receive(push(result(chat()), payload_type), NEVER_MS) == []


def test_gzip_by_header(connection):
    assert ids(connection.receive(zipped(result(chat(9))), NEVER_MS)) == [9]


def test_gzip_by_magic(connection):
    assert ids(connection.receive(push(gzip.compress(result(chat(9)))), NEVER_MS)) == [9]


def test_acknowledges_when_asked(connection):
    connection.receive(push(result(need_ack=True, internal_ext="ext|1"), log_id=4242), NEVER_MS)
    (ack,) = sent(connection)
    assert (ack.payload_type, ack.log_id, ack.payload) == ("ack", 4242, b"ext|1")


def test_acknowledges_with_a_dash_when_there_is_nothing_to_echo(connection):
    connection.receive(push(result(need_ack=True)), NEVER_MS)
    assert sent(connection)[0].payload == b"-"


def test_does_not_acknowledge_unasked(connection):
    connection.receive(push(result(chat(), internal_ext="ext")), NEVER_MS)
    assert sent(connection) == []


def test_the_first_result_is_never_acknowledged(connection):
    connection.feed(parse_fetch_result(result(chat(), need_ack=True)), NEVER_MS)
    assert sent(connection) == []


def test_the_first_result_gives_messages_and_place(connection):
    first = parse_fetch_result(result(chat(3), cursor="c1", internal_ext="e1"))
    (message,) = connection.feed(first, NEVER_MS)
    assert (message.msg_id, message.at_ms, connection.cursor, connection.internal_ext) == (
        3,
        NEVER_MS,
        "c1",
        "e1",
    )


def test_the_header_cursor_wins(connection):
    connection.receive(push(result(cursor="payload"), im_cursor="header"), NEVER_MS)
    assert connection.cursor == "header"


def test_repeated_messages_are_dropped(connection):
    connection.receive(push(result(chat(1), chat(2))), NEVER_MS)
    again = connection.receive(push(result(chat(2), chat(3))), NEVER_MS)
    assert (ids(again), connection.duplicates) == ([3], 1)


def test_the_next_connection_knows_what_was_seen():
    seen = SeenIds()
    WebcastConnection(ROOM, seen=seen).receive(push(result(chat(1))), NEVER_MS)
    assert WebcastConnection(ROOM, seen=seen).receive(push(result(chat(1))), NEVER_MS) == []


def test_messages_without_id_are_not_repetitions(connection):
    assert len(connection.receive(push(result(chat(0), chat(0))), NEVER_MS)) == 2


def test_messages_of_another_room_are_dropped(connection):
    messages = connection.receive(push(result(chat(1, room_id=5), chat(2), chat(3, room_id=0))), NEVER_MS)
    assert (ids(messages), connection.foreign) == ([2, 3], 1)


def test_close_ends_the_heartbeat(connection):
    connection.start(0)
    connection.receive(push(b"", "close"), NEVER_MS)
    assert (connection.is_closed, connection.next_due()) == (True, math.inf)


@pytest.mark.parametrize(
    "frame", ["text", b"\xff\xff", push(b"\xff"), push(b"xyz", compress_type="gzip"), zipped(b"\x0a\x05")]
)
def test_malformed_frames_cost_only_themselves(connection, frame):
    with pytest.raises(ProtocolError):
        connection.receive(frame, NEVER_MS)
    assert connection.malformed == 1
    assert ids(connection.receive(push(result(chat(8))), NEVER_MS)) == [8]


def test_one_malformed_message_leaves_its_neighbours(connection):
    broken = b"\x0a\x02\xff\xff"
    frame = push(
        result(chat(1)) + broken + result(chat(2), internal_ext="e", need_ack=True),
    )
    assert ids(connection.receive(frame, NEVER_MS)) == [1, 2]
    assert (connection.malformed, sent(connection)[0].payload) == (1, b"e")


def test_a_gzip_bomb_is_refused(connection):
    bomb = gzip.compress(bytes(65 * 1024 * 1024), 9)
    with pytest.raises(FrameTooLarge):
        connection.receive(push(bomb), NEVER_MS)


def test_a_huge_frame_is_refused(connection):
    with pytest.raises(FrameTooLarge):
        connection.receive(bytes(FRAME_LIMIT + 1), NEVER_MS)
