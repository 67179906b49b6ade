"""In each scope the total is the sum of the rows, whatever comes late, nameless, without a price or twice."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app import events as ev
from app.events import Gift, User
from app.state import RoomState
from app.state.facts import BoardChoice
from app.state.leaderboard import KEPT_GUESTS
from tests.state.battles import HOSTS, NOON, US, frame, opening

MINUTE = 60_000
GUEST, OTHER = User(id=51, nickname="Gus"), User(id=52, nickname="Olga")
PEOPLE = [User(id=n, nickname=f"P{n}") for n in range(1, 5)]
PRICES = {1: 1, 2: 30, 3: 1_000}


@st.composite
def frames(draw):
    """Streaks of some people, each for one receiver; any frame may name nobody and no price, or be lost."""
    told = []
    for group in range(1, draw(st.integers(2, 7))):
        giver, kind = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(sorted(PRICES)))
        whom = draw(st.sampled_from((None, GUEST, OTHER, HOSTS[US])))
        for count in draw(st.sets(st.integers(1, 9), min_size=1, max_size=4)):
            one = Gift(
                user=draw(st.sampled_from((giver, giver, User()))),
                gift_id=kind,
                gift_name=f"kind {kind}",
                diamonds=draw(st.sampled_from((PRICES[kind], 0))),
                count=count,
                streakable=True,
                ended=draw(st.booleans()),
                group_id=group,
                to_user=whom,
                at_ms=NOON + draw(st.integers(-60, 400)) * 1_000,
            )
            told.append((group, giver, one))
    return draw(st.permutations(told))


def make_room():
    state = RoomState()
    state.apply(ev.Connected(room_id=1, unique_id="u900"), NOON)
    return state


def find_boards(state):
    boards = {one.scope: state.leaderboard._find_board(one.scope) for one in state.leaderboard.list_scopes()}
    return {**boards, "us": state.leaderboard.us, "battle": state.leaderboard.battle}


def check_sums(state, most=500):
    boards = find_boards(state)
    for scope, board in boards.items():
        assert sum(row.diamonds for row in board.list_rows(most)) == board.diamonds, scope
        assert sum(row.gifts for row in board.list_rows(most)) == board.gifts, scope
        ranked = [row for row in board.list_rows(most) if row.rank]
        assert [row.diamonds for row in ranked] == sorted((row.diamonds for row in ranked), reverse=True)
    assert boards["stream"].diamonds == state.gifts.diamonds
    parts = [board for scope, board in boards.items() if scope not in ("stream", "battle")]
    assert sum(board.diamonds for board in parts) == boards["stream"].diamonds
    earned = state.battle.current.earned if state.battle.current else None
    assert boards["battle"].diamonds == (earned or 0)


@settings(max_examples=200)
@given(frames(), st.integers(0, 12), st.integers(0, 12), st.integers(1, 3))
def test_the_total_of_each_scope_is_the_sum_of_its_rows_at_any_moment(told, battle_at, host_at, most):
    state = make_room()
    for at, (_, _, gift) in enumerate(told):
        if at == battle_at:
            state.apply(opening(), NOON)
        if at == host_at:
            state.apply(ev.Connected(room_id=1, unique_id="u900", host=HOSTS[US]), NOON)
        state.apply(gift, NOON + at)
        check_sums(state, most)
    state.apply(frame(200_000, phase="ended", cut_short=True), NOON + 200_000)
    check_sums(state, most)
    again = RoomState()
    again.restore(json.loads(json.dumps(state.snapshot())))
    check_sums(again, most)


@settings(max_examples=200)
@given(frames())
def test_whoever_is_named_once_has_all_of_the_streak_in_whatever_order_it_came(told):
    state = make_room()
    for at, (_, _, gift) in enumerate(told):
        state.apply(gift, NOON + at)
    named = {group: giver.key for group, giver, gift in told if gift.user.key}
    priced = {gift.gift_id for _, _, gift in told if gift.diamonds}
    expected = {}
    for group in {group for group, _, _ in told}:
        steps = [gift for at, _, gift in told if at == group]
        price = PRICES[steps[0].gift_id] if steps[0].gift_id in priced else 0
        worth = price * max(gift.count for gift in steps)
        expected[named.get(group, "")] = expected.get(named.get(group, ""), 0) + worth
    rows = state.leaderboard.stream.list_rows(500)
    assert {row.user.key: row.diamonds for row in rows} == expected


@given(frames())
def test_the_board_of_a_battle_is_the_same_whether_its_time_is_told_before_or_after(told):
    early, late = make_room(), make_room()
    early.apply(opening(), NOON)
    for state in (early, late):
        for at, (_, _, gift) in enumerate(told):
            state.apply(gift, NOON + at)
    late.apply(opening(), NOON)
    sums = [{row.user.key: row.diamonds for row in one.leaderboard.battle.top(9)} for one in (early, late)]
    assert sums[0] == sums[1]


ROSE = Gift(user=PEOPLE[0], gift_id=1, gift_name="Rose", diamonds=1, count=2, group_id=1, at_ms=NOON)


def give(state, *gifts):
    for gift in gifts:
        state.apply(gift, NOON)


def test_the_board_of_a_battle_stays_until_the_time_of_the_next_is_known():
    state = make_room()
    state.apply(opening(), NOON)
    give(state, ROSE)
    state.apply(frame(300_000, phase="ended"), NOON + 300_000)
    state.apply(ev.Battle(battle_id=2, phase="invited", at_ms=NOON + 400_000), NOON + 400_000)
    assert state.leaderboard.battle.diamonds == 2
    state.apply(
        replace(opening(), battle_id=3, start_ms=NOON + 500_000, at_ms=NOON + 500_000), NOON + 500_000
    )
    assert (state.leaderboard.battle.diamonds, state.leaderboard.has_battle) == (0, True)


def test_guests_have_boards_once_somebody_gives_to_one():
    state = make_room()
    give(state, ROSE)
    assert [one.scope for one in state.leaderboard.list_scopes()] == ["stream"]
    give(state, replace(ROSE, group_id=2, to_user=GUEST))
    assert [(one.scope, one.guest) for one in state.leaderboard.list_scopes()[1:]] == [
        ("us", None),
        (51, GUEST),
    ]


def test_the_user_looks_at_a_scope_until_it_is_gone():
    state = make_room()
    give(state, ROSE, replace(ROSE, group_id=2, count=5, to_user=GUEST))
    state.tell(BoardChoice(51), NOON)
    assert state.leaderboard.board.diamonds == 5
    state.apply(ev.Connected(room_id=2), NOON)
    assert state.leaderboard.board is state.leaderboard.stream


def test_boards_of_guests_are_bounded_and_the_best_stay():
    state = make_room()
    for guest in range(1, 3 * KEPT_GUESTS):
        give(state, replace(ROSE, group_id=guest, count=1_000 - guest, to_user=User(id=100 + guest)))
    scopes = [one.scope for one in state.leaderboard.list_scopes()[2:]]
    assert (len(scopes), scopes[0]) == (KEPT_GUESTS, 101)


def test_a_price_or_a_name_that_comes_late_changes_nobodys_turn():
    state = make_room()
    unpriced = replace(ROSE, diamonds=0, gift_name="", count=1)
    give(state, unpriced, replace(unpriced, user=PEOPLE[1], group_id=2))
    give(state, replace(ROSE, user=PEOPLE[2], group_id=3, count=1))
    rows = state.leaderboard.top(9)
    assert [(row.rank, row.user.id, row.diamonds) for row in rows] == [(1, 1, 1), (2, 2, 1), (3, 3, 1)]
