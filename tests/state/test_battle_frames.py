"""Battles whose frames come late, twice, in other words, by odd clocks and before anybody says who we are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events import Battle, Contributor, Side, User
from app.state import BattleBoard, RoomState

NOON = 1_800_000_000_000
US, MATE, THEM, FOE = 900, 950, 901, 902
LENGTH_S = 300
HOUR_MS = 3_600_000
NAMES = {US: "Host", MATE: "Mate", THEM: "Foe 1", FOE: "Foe 2"}


def hosts(*numbers, scores=()):
    scores = scores or [None] * len(numbers)
    return tuple(
        Side(one, score, host=User(one, f"u{one}", NAMES[one]))
        for one, score in zip(numbers, scores, strict=True)
    )


def frame(us, them, after_ms=0, **fields):
    """A frame of a battle, made `after_ms` after its start by the server's clock."""
    start = fields.get("start_ms", NOON)
    told = {"battle_id": 1, "phase": "active", "sides": (Side(US, us), Side(THEM, them)), "start_ms": start}
    return Battle(**(told | {"duration_s": LENGTH_S, "at_ms": start + after_ms} | fields))


def board(host=US):
    shown = BattleBoard()
    shown.host_id = host
    return shown


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


TEAMS = (Side(US, 13, team_id=1, members=(US, MATE)), Side(THEM, 9, team_id=2, members=(THEM, FOE)))


def sides_of(*frames, host=US):
    shown = board(host)
    for at, told in enumerate(frames):
        shown.present(told, NOON + at)
    return [(side.name, side.score, side.is_us, side.outcome) for side in shown.current.sides]


OPENING = frame(0, 0, sides=hosts(US, MATE, THEM, FOE))
FINISH = frame(0, 0, 300_000, phase="ended", sides=TEAMS)


def test_hosts_of_the_opening_become_two_teams_with_their_names():
    told = [("Host", 13, True, "win"), ("Foe 1", 9, False, "lose")]
    assert sides_of(OPENING, FINISH) == told
    assert sides_of(OPENING, FINISH, host=MATE) == [("Mate", 13, True, "win"), *told[1:]]


def test_all_names_of_a_team_are_known():
    shown = board()
    for told in (OPENING, FINISH):
        shown.present(told, NOON)
    assert [side.names for side in shown.current.sides] == [("Host", "Mate"), ("Foe 1", "Foe 2")]


def test_hosts_told_alone_after_their_teams_are_no_sides():
    alone = replace(
        OPENING, phase="ended", at_ms=NOON + 301_000, sides=hosts(US, MATE, THEM, FOE, scores=(1, 2, 3, 4))
    )
    assert [(name, score) for name, score, *_ in sides_of(FINISH, alone)] == [("Host", 13), ("Foe 1", 9)]


@pytest.mark.parametrize("members", [(US,), (MATE,), ()])
def test_a_frame_that_misses_members_of_a_team_tells_of_the_same_team(members):
    fewer = (Side(min(members, default=0), 20, team_id=1, members=members), Side(0, 9, team_id=2))
    told = sides_of(OPENING, FINISH, replace(FINISH, at_ms=NOON + 301_000, sides=fewer))
    assert told == [("Host", 20, True, "win"), ("Foe 1", 9, False, "lose")]


def test_teams_without_a_number_are_known_by_whom_they_share():
    numberless = tuple(replace(side, team_id=0) for side in TEAMS)
    assert len(sides_of(OPENING, FINISH, replace(FINISH, sides=numberless))) == 2


def test_until_somebody_says_who_the_host_is_no_side_is_ours():
    shown = board(host=0)
    shown.present(frame(90, 100, 300_000, phase="ended"), NOON + 300_000)
    assert [side.is_us for side in shown.current.sides] == [False, False]
    seen = shown.revision
    shown.host_id = THEM
    assert [(side.host_id, side.is_us, side.outcome) for side in shown.current.sides] == [
        (THEM, True, "win"),
        (US, False, "lose"),
    ]
    assert shown.revision > seen


def test_a_host_who_is_on_no_side_makes_none_ours():
    shown = board(host=7)
    shown.present(frame(1, 2), NOON)
    assert not any(side.is_us for side in shown.current.sides)


HOST = User(THEM, "host.x", "Host", roles=("host",))
PLAIN = replace(HOST, roles=())
TELLS = {
    "the introduction": (ev.Intro(user=PLAIN, text="hi"), ""),
    "a comment of the host": (ev.Comment(user=HOST, text="hi"), ""),
    "a like of the host": (ev.Like(user=HOST), ""),
    "a gift of the host": (ev.Gift(user=HOST, gift_id=9), ""),
    "whoever has the name that is followed": (ev.Comment(user=PLAIN, text="hi"), "Host.X"),
    "a battle that names its hosts": (
        frame(0, 0, battle_id=9, sides=(Side(THEM, 1, host=PLAIN), Side(US, 2))),
        "host.x",
    ),
    "another way in": (ev.Connected(room_id=7, host=PLAIN), ""),
}


@pytest.mark.parametrize("way", TELLS)
def test_the_host_is_learnt_and_what_was_shown_is_corrected(way):
    event, unique_id = TELLS[way]
    state = RoomState()
    state.apply(ev.Connected(room_id=7, unique_id=unique_id), NOON)
    gift = ev.Gift(user=User(5), to_user=PLAIN, gift_id=1, diamonds=1, msg_id=4)
    state.apply(frame(90, 100, 1_000, battle_id=9), NOON)
    state.apply(gift, NOON)
    before = state.gifts.since(0)[0].to_user
    state.apply(event, NOON)
    state.apply(replace(gift, msg_id=5), NOON)
    assert before == PLAIN
    assert [row.to_user for row in state.gifts.since(0) if row.gift_id == 1] == [None, None]
    assert state.connection.status.host.id == THEM
    assert [side.host_id for side in state.battle.current.sides if side.is_us] == [THEM]
    assert state.gifts.diamonds == 2


def test_a_gift_of_a_guest_stays_theirs_when_the_host_is_learnt():
    state = RoomState()
    state.apply(ev.Connected(room_id=7), NOON)
    state.apply(ev.Gift(user=User(5), to_user=User(6), gift_id=1, msg_id=4), NOON)
    state.apply(ev.Intro(user=HOST), NOON)
    assert state.gifts.since(0)[0].to_user == User(6)


def test_connecting_again_by_a_way_that_tells_less_forgets_nothing_of_the_room():
    state = RoomState()
    state.apply(ev.Connected(room_id=7, unique_id="host.x", host=HOST, title="Hi", started_ms=NOON - 5), NOON)
    state.apply(ev.Connected(room_id=7, unique_id="host.x"), NOON)
    state.apply(ev.Connected(unique_id="host.x"), NOON)
    told = state.connection.status
    assert (told.room_id, told.host, told.title, told.started_ms) == (7, HOST, "Hi", NOON - 5)
    state.apply(ev.Connected(room_id=8, unique_id="somebody.else"), NOON)
    told = state.connection.status
    assert (told.room_id, told.host, told.title, told.started_ms) == (8, None, "", 0)
    assert state.battle.host_id == 0


@pytest.mark.parametrize("started_ms", [NOON * 1000, 2**63 - 1, -5, NOON + 2 * 86_400_000])
def test_a_stream_does_not_begin_at_a_time_that_cannot_be(started_ms):
    state = RoomState()
    state.apply(ev.Connected(room_id=7, started_ms=started_ms), NOON)
    assert state.connection.status.started_ms == 0
