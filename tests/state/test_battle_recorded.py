"""Battles that were recorded: an opening with its first scores, and one that is over."""

import pytest

from app import events as ev
from app.events.decode.table import decode
from app.state import RoomState
from tests.golden.captures import messages

OURS, THEIRS = 6970986391180698455, 6936828331845770733
WINNER = 7645739389274367650
BATTLES = [event for event in map(decode, messages()) if isinstance(event, ev.Battle)]
DELAY_MS = 200


def play(battle_id, *, turned=False):
    """The battle of that number as a room sees it, in the order of time or the other way round."""
    frames = sorted((one for one in BATTLES if one.battle_id == battle_id), key=lambda one: one.at_ms)
    state = RoomState()
    for frame in reversed(frames) if turned else frames:
        state.apply(frame, frames[-1].at_ms + DELAY_MS)
    state.battle.host_id = OURS
    return state.battle.current


@pytest.mark.parametrize("turned", [False, True])
def test_an_opening_and_its_scores_make_one_battle(turned):
    battle = play(7000934859445185915, turned=turned)
    assert [(side.name, side.score, side.is_us) for side in battle.sides] == [
        ("Untes🅿️", 18, True),
        ("🌷Uru Va🌷", 3, False),
    ]
    assert [one.score for one in battle.sides[0].contributors] == [3, 3, 3]
    assert (battle.phase, battle.duration_s, battle.end_ms - battle.start_ms) == ("active", 301, 301_000)


def test_a_finish_tells_scores_winner_and_punishment_at_once():
    battle = play(6511240780488185150)
    assert [(side.host_id == WINNER, side.score, side.outcome) for side in battle.sides] == [
        (True, 2958, "win"),
        (False, 500, "lose"),
    ]
    assert (battle.phase, battle.length_s) == ("punishment", 301)
    assert battle.punish_ms == battle.end_ms


def test_a_battle_of_teams_keeps_both_hosts_of_a_side():
    battle = play(7551292383892544208)
    assert [(len(side.members), side.score, side.outcome) for side in battle.sides] == [
        (2, 3, "lose"),
        (2, 9, "win"),
    ]
