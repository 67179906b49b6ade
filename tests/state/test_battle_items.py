"""Cards and challenges of a battle: whose, how much, until when."""

import pytest

from app import events as ev
from app.events import BattleCard, BattleTask, User
from app.state import RoomState
from tests.state.battles import NOON, THEM, opening

HOUR_MS = 3_600_000
ANNA = User(7, "anna", "Anna")
GLOVE = BattleCard(
    user=ANNA,
    battle_id=1,
    card="use_critical_strike_card",
    host_id=THEM,
    multiplier=5,
    at_ms=NOON + 10_000,
    ends_ms=NOON + 40_000,
)
CHALLENGE = BattleTask(phase="start", target=7, duration_s=30, multiplier=2, reward_s=20, at_ms=NOON + 1_000)


def play(*steps):
    state = RoomState()
    for now_ms, event in steps:
        state.apply(event, now_ms)
    return [
        (one.kind, one.host_id, one.player, one.multiplier, one.until_ms - NOON)
        for one in state.battle.current.items
    ]


GLOVE_ITEM = ("use_critical_strike_card", THEM, "Anna", 5, 40_000)


def test_a_card_says_whose_it_is_and_until_when():
    assert play((NOON, opening()), (NOON + 10_000, GLOVE)) == [GLOVE_ITEM]


def test_a_card_that_comes_again_or_before_its_battle_is_there_once():
    assert play((NOON, GLOVE), (NOON, opening()), (NOON, GLOVE)) == [GLOVE_ITEM]


def test_a_card_of_another_battle_is_not_shown():
    other = ev.BattleCard(battle_id=9, card="use_smoke_card", at_ms=NOON)
    assert play((NOON, opening()), (NOON, other)) == []


def test_an_item_ends_by_our_clock():
    late = NOON + HOUR_MS
    assert play((late, opening()), (late + 10_000, GLOVE))[0][-1] == HOUR_MS + 40_000


@pytest.mark.parametrize("ends_ms", [0, NOON - 1, NOON + 9 * HOUR_MS])
def test_a_card_of_which_nobody_knows_how_long_it_holds_is_shown_for_ten_seconds(ends_ms):
    card = BattleCard(battle_id=1, card="use_smoke_card", at_ms=NOON, ends_ms=ends_ms)
    assert play((NOON, opening()), (NOON, card)) == [("use_smoke_card", 0, "", 0, 10_000)]


def task(phase, after_ms, **fields):
    return BattleTask(phase=phase, at_ms=NOON + after_ms, **fields)


def test_a_challenge_that_is_met_multiplies_for_a_while():
    steps = [(NOON, opening()), (NOON, CHALLENGE), (NOON, task("update", 5_000, progress=6))]
    assert play(*steps) == [("challenge", 0, "", 2, 31_000)]
    met = (NOON, task("settle", 9_000, result="succeed"))
    assert play(*steps, met, (NOON, CHALLENGE)) == [("reward", 0, "", 2, 29_000)]
    assert play(*steps, met, (NOON, task("reward", 29_000))) == []
    assert play(*steps, (NOON, task("settle", 9_000, result="failed"))) == []


def test_progress_of_a_challenge_never_falls():
    state = RoomState()
    for event in (opening(), CHALLENGE, task("update", 5_000, progress=6), task("update", 4_000, progress=5)):
        state.apply(event, NOON)
    assert [(one.progress, one.target) for one in state.battle.current.items] == [(6, 7)]
