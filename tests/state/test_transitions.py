import re

import pytest

from app import events as ev
from app.state import RoomState
from app.state.transitions import write_rough_span

NOON = 1_800_000_000_000
LIVE = ev.Connected(unique_id="anna", room_id=1, started_ms=NOON - 131 * 60_000)
LOST = ev.Reconnecting(reason="The connection was lost.", code="connection_lost", delay_s=2)
NETWORK = ev.Reconnecting(reason="There is no network.", code="no_network", delay_s=4)
OFFLINE = ev.Reconnecting(reason="@anna is not live.", code="offline", delay_s=60)
GAP = ev.Gap(from_ms=NOON - 41_000, to_ms=NOON)
TRY = ev.Connecting(unique_id="anna")
END = ev.End(action=3)
OVER = ev.Disconnected(ended=True, reason="The stream ended.")
DROPPED = ev.Disconnected(reason="TikTok refuses.", code="blocked")
STOPPED = ev.Disconnected()

TABLE = {
    "the first connection says nothing": ([TRY, LIVE], []),
    "lost and back": (
        [LIVE, LOST, TRY, LIVE, GAP],
        [
            "Connection lost: The connection was lost.",
            "41 s without a connection: what happened is not known",
        ],
    ),
    "the same reason is said once": (
        [LIVE, LOST, TRY, NETWORK, TRY, NETWORK, TRY, LOST, TRY, NETWORK],
        ["Connection lost: The connection was lost.", "No connection yet: There is no network."],
    ),
    "a second loss is another transition": (
        [LIVE, LOST, TRY, LIVE, LOST],
        ["Connection lost: The connection was lost."] * 2,
    ),
    "waiting and went live": (
        [TRY, OFFLINE, TRY, OFFLINE, TRY, LIVE],
        ["@anna is not live. Waiting for the stream.", "@anna went live."],
    ),
    "reached at last": (
        [TRY, NETWORK, TRY, NETWORK, LIVE],
        ["No connection yet: There is no network.", "Connected."],
    ),
    "ended, once": ([LIVE, END, OVER], ["The stream was ended by the host. It lasted 2 h 11 m."]),
    "ended, nobody knows since when": ([ev.Connected(room_id=1), OVER], ["The stream ended."]),
    "ended while lost": (
        [LIVE, LOST, TRY, OVER],
        ["Connection lost: The connection was lost.", "The stream ended. When exactly is not known."],
    ),
    "dropped": ([LIVE, DROPPED], ["Connection dropped, not tried again: TikTok refuses."]),
    "refused at once is the status line's": ([TRY, DROPPED], []),
    "stopped by the user": ([LIVE, STOPPED], ["Disconnected."]),
    "stopped by the user while waiting": (
        [TRY, OFFLINE, STOPPED],
        ["@anna is not live. Waiting for the stream.", "Disconnected."],
    ),
    "stopped before there was anything": ([TRY, STOPPED], []),
    "stopped after the end": (
        [LIVE, END, STOPPED],
        ["The stream was ended by the host. It lasted 2 h 11 m."],
    ),
    "our clock was set back meanwhile": (
        [LIVE, ev.Gap(from_ms=NOON, to_ms=NOON - 3_600_000)],
        ["A while without a connection: what happened is not known"],
    ),
    "another room": (
        [LIVE, LOST, ev.Connected(unique_id="anna", room_id=2)],
        ["Connection lost: The connection was lost.", "A new stream begins."],
    ),
}


@pytest.mark.parametrize(
    ("ms", "words"), [(-5, "0 s"), (23_999, "23 s"), (60_000, "1 m"), (7_860_000, "2 h 11 m")]
)
def test_a_span_is_told_to_the_minute_a_short_one_to_the_second(ms, words):
    assert write_rough_span(ms) == words


@pytest.mark.parametrize("case", TABLE)
def test_each_transition_is_said_once(case):
    events, said = TABLE[case]
    state = RoomState()
    for event in events:
        state.apply(event, NOON)
    assert [row.text for row in state.chat.since(0)] == said


@pytest.mark.parametrize("case", TABLE)
def test_no_row_repeats_the_time_that_stands_beside_it(case):
    state = RoomState()
    for event in TABLE[case][0]:
        state.apply(event, NOON)
    assert not [row.text for row in state.chat.since(0) if re.search(r"\d\d:\d\d", row.text)]


@pytest.mark.parametrize("at_ms", [-(10**30), -1, 0, NOON, NOON * 1000, NOON * 10**6, 2**63 - 1, 10**30])
def test_no_time_is_one_that_cannot_be_written(at_ms):
    assert write_rough_span(at_ms)
