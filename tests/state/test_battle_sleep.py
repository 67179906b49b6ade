"""A machine that sleeps while a battle runs: the server's clock goes on, and so does ours."""

from app.events import Comment, User
from app.state import RoomState
from tests.state.battles import LENGTH_MS, NOON, US, frame, opening

ASLEEP_AT_MS, SLEPT_MS = 20_000, 100_000
AHEAD_MS = 2_500  # our clock before the server's


def fall_asleep():
    """A room in whose battle a few frames came before the lid was shut."""
    state = RoomState()
    state.battle.host_id = US
    state.apply(opening(), NOON + AHEAD_MS)
    for at_ms in range(5_000, ASLEEP_AT_MS, 5_000):
        state.apply(frame(at_ms, scores=(at_ms, 1)), NOON + AHEAD_MS + at_ms)
    return state


def read_rest_ms(state, at_ms):
    state.tick(NOON + AHEAD_MS + at_ms)
    return state.battle.current.remaining_ms(NOON + AHEAD_MS + at_ms)


def test_what_is_left_after_waking_is_right_before_anything_new_is_heard():
    woken_ms = ASLEEP_AT_MS + SLEPT_MS
    assert read_rest_ms(fall_asleep(), woken_ms) == LENGTH_MS - woken_ms


def test_frames_that_waited_meanwhile_leave_the_clock_right():
    state, woken_ms = fall_asleep(), ASLEEP_AT_MS + SLEPT_MS
    for at_ms in range(ASLEEP_AT_MS, woken_ms + 1, 5_000):  # all at once, and the last one is new
        state.apply(frame(at_ms, scores=(at_ms, 1)), NOON + AHEAD_MS + woken_ms)
    assert read_rest_ms(state, woken_ms) == LENGTH_MS - woken_ms
    assert [side.score for side in state.battle.current.sides] == [woken_ms, 1]


def test_a_battle_that_ended_meanwhile_is_over_and_nobody_is_said_to_have_won():
    state = fall_asleep()
    assert read_rest_ms(state, LENGTH_MS + SLEPT_MS) == 0
    assert state.battle.current.phase == "ended"
    assert {side.outcome for side in state.battle.current.sides} == {""}


def test_the_server_may_say_afterwards_who_won():
    state, woken_ms = fall_asleep(), LENGTH_MS + SLEPT_MS
    state.tick(NOON + AHEAD_MS + woken_ms)
    state.apply(frame(LENGTH_MS, scores=(7, 9), phase="ended"), NOON + AHEAD_MS + woken_ms)
    assert [side.outcome for side in state.battle.current.sides] == ["lose", "win"]


def test_a_comment_after_waking_moves_no_clock():
    state, woken_ms = fall_asleep(), ASLEEP_AT_MS + SLEPT_MS
    comment = Comment(user=User(7, "anna", "Anna"), text="hi", at_ms=NOON + woken_ms)
    state.apply(comment, NOON + AHEAD_MS + woken_ms)
    assert read_rest_ms(state, woken_ms) == LENGTH_MS - woken_ms
