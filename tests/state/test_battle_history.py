"""What stays of battles that are over, until the user has seen them and after."""

from dataclasses import replace

from app import events as ev
from app.events import Battle, Contributor, User
from app.state import RoomState
from app.state.battle_history import KEPT_BATTLES
from app.state.facts import BattleDismissal
from tests.state.battles import HOSTS, NOON, US, frame, opening, rose

ANNA = Contributor(User(7, "anna", "Anna"), 90)


def play(*events):
    state = RoomState()
    state.apply(ev.Connected(room_id=1, unique_id="u900", host=HOSTS[US]), NOON)
    for event in events:
        state.apply(event, max(NOON, event.at_ms))
    return state


FINISH = frame(300_000, scores=(90, 40), phase="punishment")
NEXT = Battle(battle_id=2, phase="active", start_ms=NOON + 500_000, duration_s=300, at_ms=NOON + 500_000)


def describe(record):
    return record.outcome, [side.score for side in record.sides], record.length_s, record.earned


def test_a_battle_that_is_over_stands_in_the_history_at_once():
    state = play(opening(), rose(4, 9_000), frame(20_000, scores=(9, 4)))
    assert state.battle.list_history() == ()
    state.apply(FINISH, NOON + 300_000)
    assert [describe(one) for one in state.battle.list_history()] == [("win", [90, 40], 300, 12)]


def test_the_next_battle_leaves_it_there_once():
    state = play(opening(), rose(4, 9_000), FINISH, NEXT, replace(FINISH, at_ms=NOON + 600_000))
    assert [describe(one) for one in state.battle.list_history()] == [("win", [90, 40], 300, 12)]


def test_a_battle_whose_end_nobody_saw_has_no_result():
    state = play(opening(), frame(20_000, scores=(9, 4)), NEXT)
    assert [describe(one) for one in state.battle.list_history()] == [("", [9, 4], 300, 0)]


def test_what_was_never_fought_is_no_battle():
    state = play(replace(opening(), phase="invited"), replace(opening(), phase="cancelled"), NEXT)
    assert state.battle.list_history() == ()


def test_our_best_are_kept_and_no_more_battles_than_a_hundred():
    told = replace(frame(1_000, scores=(90, 40)), sides=(ev.Side(US, 90, (ANNA,) * 9),))
    state = play(opening(), told, FINISH)
    assert state.battle.list_history()[0].us.contributors == (ANNA,) * 3
    for number in range(3, KEPT_BATTLES + 9):
        state.apply(replace(FINISH, battle_id=number), NOON)
    assert len(state.battle.history) == KEPT_BATTLES


def test_a_result_stays_until_it_is_dismissed():
    state = play(opening(), frame(20_000, scores=(9, 4)))
    state.tell(BattleDismissal(1), NOON)
    assert not state.battle.current.is_dismissed
    state.apply(FINISH, NOON + 300_000)
    state.tell(BattleDismissal(9), NOON)
    assert not state.battle.current.is_dismissed
    state.tell(BattleDismissal(1), NOON)
    assert state.battle.current.is_dismissed
    state.apply(frame(300_500, scores=(91, 40), phase="done"), NOON + 300_500)
    assert state.battle.current.is_dismissed
    state.apply(NEXT, NOON + 500_000)
    assert not state.battle.current.is_dismissed


def test_another_stream_begins_without_history():
    state = play(opening(), FINISH, ev.Connected(room_id=2, at_ms=NOON))
    assert state.battle.list_history() == ()


def test_the_punishment_is_counted_from_the_end():
    state = play(opening(), replace(FINISH, at_ms=NOON + 320_000))
    assert state.battle.current.punish_ms == NOON + 300_000
    state = play(opening(), replace(FINISH, at_ms=NOON + 100_000))
    assert state.battle.current.punish_ms == NOON + 100_000
