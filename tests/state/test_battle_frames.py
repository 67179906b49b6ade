"""Battles whose frames come late, twice and by odd clocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import Contributor, Side, User
from tests.state.battle_frames import HOUR_MS, LENGTH_S, NOON, THEM, US, board, frame


def state_of(shown, now_ms):
    shown.close_overdue(now_ms)
    return shown.current.phase, round(shown.current.remaining_ms(now_ms) / 1000)


@pytest.mark.parametrize("step_ms", [2 * HOUR_MS, 600_000, 120_000, 20_000, -20_000, -120_000, -2 * HOUR_MS])
def test_a_step_of_our_clock_between_two_battles_moves_the_second_ones_clock(step_ms):
    shown = board()
    shown.present(frame(1, 2), NOON + 80)
    later = NOON + 1_000_000
    shown.present(frame(1, 2, battle_id=2, start_ms=later), later + step_ms + 80)
    assert state_of(shown, later + step_ms + 80) == ("active", 300)
    assert [side.outcome for side in shown.current.sides] == ["", ""]


@pytest.mark.parametrize("step_ms", [2 * HOUR_MS, 600_000, 120_000, 20_000, -20_000, -120_000, -2 * HOUR_MS])
def test_a_step_of_our_clock_within_a_battle_moves_its_clock(step_ms):
    shown = board()
    shown.present(frame(1, 2), NOON + 80)
    shown.close_overdue(NOON + 9_900)
    shown.close_overdue(NOON + step_ms + 9_950)  # the window looks before the next frame comes
    shown.present(frame(3, 4, 10_000), NOON + step_ms + 10_080)
    assert state_of(shown, NOON + step_ms + 10_080) == ("active", 290)


def test_our_clock_set_back_moves_the_battle_before_the_next_frame():
    shown = board()
    shown.present(frame(1, 2), NOON)
    shown.close_overdue(NOON + 10_000)
    assert state_of(shown, NOON + 10_000 - HOUR_MS) == ("active", 290)


def test_a_clock_that_was_behind_when_the_battle_began_and_is_put_right_reopens_it():
    shown = board()
    shown.present(frame(1, 2), NOON - HOUR_MS)
    assert state_of(shown, NOON + 5_000)[0] == "ended"
    shown.present(frame(3, 4, 6_000), NOON + 6_000)
    assert state_of(shown, NOON + 6_000) == ("active", 294)
    assert {side.outcome for side in shown.current.sides} == {""}


@pytest.mark.parametrize("odd_ms", [200_000, 600_000, HOUR_MS, 365 * 24 * HOUR_MS, -HOUR_MS])
def test_one_odd_time_of_the_server_spoils_neither_this_battle_nor_the_next(odd_ms):
    shown = board()
    shown.present(frame(1, 2), NOON)
    shown.present(frame(3, 4, 10_000, at_ms=NOON + 10_000 + odd_ms), NOON + 10_000)
    assert state_of(shown, NOON + 10_000) == ("active", 290)
    shown.present(frame(5, 6, 12_000), NOON + 12_000)
    assert state_of(shown, NOON + 12_000) == ("active", 288)
    assert [side.score for side in shown.current.sides] == [5, 6]
    shown.present(frame(0, 1, battle_id=2, start_ms=NOON + 400_000), NOON + 400_000)
    assert state_of(shown, NOON + 400_000) == ("active", 300)


@pytest.mark.parametrize("odd_ms", [600_000, HOUR_MS, -HOUR_MS, 9 * 24 * HOUR_MS, -700 * 24 * HOUR_MS])
def test_a_first_frame_with_a_time_that_no_running_battle_has_is_not_believed(odd_ms):
    shown = board()
    shown.present(frame(1, 2, at_ms=NOON + odd_ms), NOON)
    assert state_of(shown, NOON) == ("active", 300)


def test_a_first_frame_with_an_odd_time_within_the_battle_is_corrected_by_the_next():
    shown = board()
    shown.present(frame(1, 2, 240_000), NOON)
    for second in range(2, 20, 2):
        shown.present(frame(second, 9, second * 1000), NOON + second * 1000)
    assert state_of(shown, NOON + 18_000) == ("active", 282)
    assert shown.current.sides[0].score == 18


@given(st.lists(st.integers(0, 9_000), min_size=2, max_size=30))
def test_what_the_network_adds_to_a_frame_never_ends_a_battle_early(delays):
    shown = board()
    for second, delay_ms in enumerate(delays):
        shown.present(frame(1, 2, second * 2_000), NOON + second * 2_000 + delay_ms)
        now_ms = NOON + second * 2_000 + delay_ms
        assert 0 <= shown.current.end_ms - (NOON + LENGTH_S * 1000) <= 9_000
        assert state_of(shown, now_ms)[0] == "active"


def test_an_end_that_was_told_is_not_reopened():
    shown = board()
    shown.present(frame(1, 2), NOON)
    shown.present(frame(1, 2, 300_000, phase="ended"), NOON + 300_000)
    shown.present(frame(1, 2, 299_000), NOON + 300_500)
    assert shown.current.phase == "ended"


def test_a_battle_that_our_clock_ended_and_the_server_too_is_over():
    shown = board()
    shown.present(frame(1, 2), NOON)
    shown.close_overdue(NOON + 320_000)
    shown.present(frame(5, 2, 300_000, phase="ended"), NOON + 320_000)
    shown.present(frame(5, 2, 290_000), NOON + 320_100)
    assert (shown.current.phase, shown.current.sides[0].outcome) == ("ended", "win")


def test_late_scores_change_nothing_that_a_newer_frame_told():
    shown = board()
    finish = frame(
        100,
        90,
        301_000,
        phase="punishment",
        sides=(Side(US, 100, outcome="win"), Side(THEM, 90, outcome="lose")),
    )
    shown.present(finish, NOON + 301_000)
    shown.present(frame(80, 85, 295_000), NOON + 301_500)
    assert [(side.score, side.outcome) for side in shown.current.sides] == [(100, "win"), (90, "lose")]
    assert shown.current.updated_ms == NOON + 301_000


def test_a_late_frame_fills_in_what_nobody_has_told():
    anna = (Contributor(User(5, "anna", "Anna"), 30),)
    shown = board()
    shown.present(frame(None, None, 20_000, sides=(Side(US, 30), Side(THEM, None))), NOON + 20_000)
    late = (Side(US, 10, anna), Side(THEM, 7, host=User(THEM, "foe", "Foe")))
    shown.present(frame(None, None, 10_000, sides=late), NOON + 20_100)
    us, them = shown.current.sides
    assert (us.score, us.contributors, them.score, them.name) == (30, anna, 7, "Foe")


def test_the_verdict_follows_the_newest_scores():
    shown = board()
    shown.present(frame(5, 9, 298_000), NOON + 298_000)
    shown.present(frame(5, 9, 300_000, phase="ended", sides=()), NOON + 300_000)
    assert shown.current.sides[0].outcome == "lose"
    shown.present(frame(12, 9, 300_500), NOON + 300_600)
    assert [side.outcome for side in shown.current.sides] == ["win", "lose"]


@given(st.permutations(range(8)))
def test_scores_are_those_of_the_newest_frame_in_whatever_order_they_come(order):
    shown = board()
    for place, made in enumerate(order):
        shown.present(frame(made * 10, made, made * 500), NOON + 4_000 + place)
    assert [side.score for side in shown.current.sides] == [70, 7]
