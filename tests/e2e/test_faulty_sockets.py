"""What goes wrong at an open socket: nothing is lost, nothing comes twice, and it is said what happened."""

from collections import Counter

import pytest
from plays import play_of
from rooms import followed, run, server
from test_slow_peers import chat, read_from

from app import events as ev
from app.sim.faults.frames import wrap_payload
from app.sim.wire import encode, make
from app.state import RoomState


def scripted(seen):
    """Ids of the script's own messages, how often each was seen."""
    return Counter(event.msg_id for event in seen if 0 < event.msg_id < 9_000_000_000_000_000_000)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("stalled", "stalled"),
        ("dropped", "connection_lost"),
        ("close_frame", "connection_lost"),
        ("big_frame", "frame_flood"),
        ("burst_close", "connection_lost"),
    ],
)
def test_a_connection_that_breaks_is_renewed_and_loses_nothing_that_was_sent(fault, code):
    room, seen = play_of(fault)
    assert play_of(fault).codes == [code]
    assert set(room.deliveries) <= set(scripted(seen))
    assert set(scripted(seen).values()) == {1}
    gap = next(event for event in seen if isinstance(event, ev.Gap))
    assert 0 < gap.from_ms < gap.to_ms


@pytest.mark.parametrize(
    "fault", ["duplicates", "foreign", "bare_names", "unordered", "bad_frames", "gzip_bomb"]
)
def test_a_connection_that_babbles_goes_on_and_counts_everything_once(fault):
    room, seen = play_of(fault)
    assert play_of(fault).codes == []
    assert set(room.deliveries) <= set(scripted(seen))
    assert set(scripted(seen).values()) == {1}
    assert not [event for event in seen if isinstance(event, ev.Unknown)]


def test_a_message_that_cannot_be_read_among_good_ones_is_told():
    read, broken, good = [], b"\x0a\x02\xff\xff", encode(make("ProtoMessageFetchResult", messages=[chat(7)]))

    async def spoken(socket):
        await socket.send(wrap_payload(broken + good + broken))
        await socket.close()

    async def note(event):
        read.append(event.type)

    run(read_from(spoken, note))
    assert read == ["connected", "comment", "undecodable", "undecodable"]


def test_of_another_room_nothing_is_delivered():
    _, seen = play_of("foreign")
    assert {event.room_id for event in seen if event.room_id} == {seen[-2].room_id}


def test_frames_that_cannot_be_read_are_counted():
    _, seen = play_of("bad_frames")
    broken = [event for event in seen if isinstance(event, ev.Undecodable)]
    assert len(broken) > 10
    assert len({event.reason for event in broken}) > 5


def test_a_bomb_is_refused_by_name():
    _, seen = play_of("gzip_bomb")
    reasons = [event.reason for event in seen if isinstance(event, ev.Undecodable)]
    assert len(reasons) == 1
    assert reasons[0].endswith("inflates to more than 67108864 bytes.")


def test_the_end_by_the_host_and_by_tiktok_are_told_apart():
    _, by_host = play_of("ended")
    _, by_tiktok = play_of("suspended")
    assert [event.action for seen in (by_host, by_tiktok) for event in seen if isinstance(event, ev.End)] == [
        3,
        4,
    ]
    assert by_host[-1].ended
    assert by_tiktok[-1].ended


def test_a_host_who_pauses_is_waited_for():
    _, seen = play_of("paused")
    kinds = [event.type for event in seen]
    assert kinds.index("pause") < kinds.index("resume") < kinds.index("end")


def test_another_stream_starts_the_totals_over_and_has_no_gap():
    _, seen = play_of("new_room")
    rooms = [event.room_id for event in seen if isinstance(event, ev.Connected)]
    assert len(set(rooms)) == len(rooms) == 2
    assert not [event for event in seen if isinstance(event, ev.Gap)]
    state = RoomState()
    for event in seen:
        state.apply(event, event.at_ms)
    again = seen[next(i for i, event in enumerate(seen) if event.room_id == rooms[1]) :]
    assert state.totals.comments == sum(isinstance(event, ev.Comment | ev.EmoteComment) for event in again)


def test_a_quota_that_runs_low_is_kept_for_the_user():
    room = server(fault="quota_low", end_after_s=6.0)
    dropped = []

    async def drop_once(event):
        if isinstance(event, ev.Like) and not dropped:
            dropped.append(event)
            await room.drop()

    seen = run(followed(room, on_event=drop_once))
    quotas = [event for event in seen if isinstance(event, ev.Quota)]
    assert (quotas[0].left, quotas[0].limit) in {(10, 100), (2499, 2500)}
    lost = next(event for event in seen if isinstance(event, ev.Reconnecting))
    assert lost.code == "connection_lost"
