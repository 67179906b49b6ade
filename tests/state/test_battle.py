from dataclasses import replace

from app.events import Battle, Contributor, Side, User
from app.state import BattleBoard

US, THEM = 10, 20
OPEN = Battle(
    battle_id=1,
    phase="active",
    start_ms=1_000,
    duration_s=300,
    at_ms=1_000,
    sides=(Side(THEM, 0, host=User(THEM, "them", "Them")), Side(US, 0, host=User(US, "us", "Us"))),
)


def board(*events, now=1_000):
    shown = BattleBoard()
    shown.host_id = US
    for event in events:
        shown.present(event, now)
    return shown


def scores(us, them, **fields):
    return Battle(battle_id=1, phase="active", sides=(Side(US, us), Side(THEM, them)), **fields)


def test_we_stand_first_whatever_order_the_server_uses():
    assert [(side.name, side.is_us) for side in board(OPEN).current.sides] == [("Us", True), ("Them", False)]


def test_armies_update_scores_and_contributors_but_keep_names():
    anna = Contributor(User(5, "anna", "Anna"), 30)
    current = board(OPEN, Battle(battle_id=1, phase="active", sides=(Side(US, 30, (anna,)),))).current
    assert [(side.name, side.score) for side in current.sides] == [("Us", 30), ("Them", 0)]
    assert current.sides[0].contributors == (anna,)


def test_the_clock_runs_on_our_time_although_the_servers_is_ahead():
    shown = board(OPEN, now=500)
    assert shown.current.end_ms == 300_500
    assert shown.current.remaining_ms(500) == 300_000
    assert shown.current.remaining_ms(10**9) == 0


def test_a_late_score_frame_never_brings_the_phase_back():
    finish = Battle(battle_id=1, phase="ended", sides=(Side(US, 5), Side(THEM, 9)))
    current = board(OPEN, finish, scores(6, 9)).current
    assert current.phase == "ended"
    assert [side.score for side in current.sides] == [6, 9]


def test_the_outcome_follows_from_the_scores_when_the_server_does_not_say():
    finish = Battle(battle_id=1, phase="ended")
    assert [side.outcome for side in board(OPEN, scores(7, 3), finish).current.sides] == ["win", "lose"]
    assert [side.outcome for side in board(OPEN, scores(3, 3), finish).current.sides] == ["draw", "draw"]


def test_an_old_battles_frame_does_not_replace_the_one_that_is_on():
    second = Battle(battle_id=2, phase="active", sides=(Side(US, 1), Side(30, 2)))
    assert board(OPEN, second, scores(99, 99)).current.battle_id == 2


def test_a_clock_that_ran_out_ends_the_battle_though_the_final_frame_was_lost():
    shown = board(OPEN)
    shown.close_overdue(301_000 + 9_999)
    assert shown.current.phase == "active"
    shown.close_overdue(301_000 + 10_000)
    assert shown.current.phase == "ended"


def test_in_a_team_battle_ours_is_the_side_that_the_host_is_in():
    teams = (Side(5, 1, members=(5, 6)), Side(8, 2, members=(8, US)))
    current = board(Battle(battle_id=3, phase="active", sides=teams)).current
    assert [(side.host_id, side.is_us) for side in current.sides] == [(8, True), (5, False)]


def test_what_ended_before_anybody_said_between_whom_is_not_shown():
    ended = Battle(battle_id=1, phase="done", at_ms=1_000)
    assert not board(ended).current.is_shown
    assert board(replace(ended, phase="active")).current.is_shown
    assert board(OPEN, replace(ended, at_ms=2_000)).current.is_shown
