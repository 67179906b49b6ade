"""Battles of the built-in room, through the real decoder into the state: of two, of teams, of four."""

import pytest

from app import events as ev
from app.events.decode.table import decode
from app.protocol.message import Message
from app.protocol.methods import normalise
from app.state import RoomState
from tests.sim.played import START_MS, played

BATTLE_S, FIRST_S = 20.0, 3.0
ROUND_S = BATTLE_S * 2 + BATTLE_S / 5  # battle, punishment, pause
ROOM = {"rate": 30, "battle_s": BATTLE_S, "first_battle_s": FIRST_S}


@pytest.fixture(scope="module")
def room():
    """Events with the second at which they came."""
    messages = played(ROUND_S * 3 + FIRST_S, **ROOM)
    return [(one.at_s, decode(make_message(one))) for one in messages]


def make_message(scripted):
    """A message of the script as it comes from the wire."""
    at_ms = START_MS + round(scripted.at_s * 1000)
    return Message(normalise(scripted.method), scripted.wire.payload, scripted.msg_id, at_ms)


def play(events):
    state = RoomState()
    state.apply(ev.Connected(room_id=1, unique_id="demo"), START_MS)
    for at_s, event in events:
        now_ms = START_MS + round(at_s * 1000)
        state.tick(now_ms)
        state.apply(event, now_ms)
    return state


def find_battles(room):
    """By id: when it began, and its frames."""
    frames = [event for _, event in room if isinstance(event, ev.Battle)]
    return {one.battle_id: one.start_ms for one in frames if one.start_ms}


def sum_gifts(room, start_ms):
    """Diamonds of the largest count of each streak within the window less that before."""
    gifts, total = [event for _, event in room if isinstance(event, ev.Gift)], 0
    end_ms = start_ms + BATTLE_S * 1000
    for group in {one.group_id for one in gifts}:
        steps = [one for one in gifts if one.group_id == group]
        before = max((one.count for one in steps if one.at_ms < start_ms), default=0)
        until = max((one.count for one in steps if one.at_ms <= end_ms), default=0)
        total += (until - before) * max(one.diamonds for one in steps)
    return total


def test_there_are_battles_of_two_of_teams_and_of_four(room):
    sides = [len(one.sides) for one in play(room).battle.list_history()[::-1]]
    assert sides[:3] == [2, 2, 4]


def test_what_was_earned_is_what_was_given_in_the_window(room):
    history = {one.battle_id: one for one in play(room).battle.list_history()}
    starts = find_battles(room)
    assert len(history) >= 3
    for battle_id, record in history.items():
        assert record.earned == sum_gifts(room, starts[battle_id]) > 0
        assert record.length_s == BATTLE_S


def test_results_are_those_that_the_server_told(room):
    finishes = {one.battle_id: one for _, one in room if isinstance(one, ev.Battle) and one.action == 5}
    for record in play(room).battle.list_history():
        told = {side.host_id: (side.score, side.outcome) for side in finishes[record.battle_id].sides}
        assert {side.host_id: (side.score, side.outcome) for side in record.sides} == told
        assert record.us is not None


@pytest.mark.parametrize("cut_s", [(8.0, 14.0), (1.0, 12.0), (15.0, 30.0)])
def test_a_connection_that_was_cut_leaves_what_was_told(room, cut_s):
    first_s, last_s = cut_s
    heard = [(at_s, event) for at_s, event in room if not first_s <= at_s <= last_s]
    whole, cut = play(room).battle.list_history()[-1], play(heard).battle.list_history()[-1]
    assert cut.earned == sum_gifts(heard, find_battles(room)[whole.battle_id])
    assert cut.battle_id == whole.battle_id
    if last_s < FIRST_S + BATTLE_S:
        assert [side.score for side in cut.sides] == [side.score for side in whole.sides]


def test_cards_of_both_sides_are_there_while_they_hold(room):
    half = [(at_s, event) for at_s, event in room if at_s <= FIRST_S + BATTLE_S * 0.7]
    battle = play(half).battle.current
    kinds = {one.kind: one.host_id for one in battle.items}
    us, them = battle.sides
    assert kinds == {"use_critical_strike_card": us.host_id, "use_smoke_card": them.host_id}
