"""Goals of the room and wished gifts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events.types.room import GoalPart
from app.state import RoomState
from app.state.facts import GiftWish, WishRemoval
from app.state.goals import KEPT_GOALS, KEPT_WISHES

NOON = 1_800_000_000_000
ROSE = ev.Gift(
    user=ev.User(1), gift_id=5, gift_name="Rose", diamonds=1, streakable=True, ended=False, group_id=1
)


def wish(*steps, name="rose", count=10, end_ms=0):
    """Wish for roses, then apply gifts at their times."""
    state = RoomState()
    state.apply(replace(ROSE, count=2), NOON)
    state.tell(GiftWish(name, count, end_ms), NOON)
    for gift, at_ms in steps:
        state.apply(gift, at_ms)
    return next(iter(state.goals.wishes.values()))


def test_what_came_before_the_wish_does_not_count_and_a_streak_counts_once():
    steps = [(replace(ROSE, count=count), NOON) for count in (5, 3, 5, 7)]
    assert wish(*steps).given == 5


def test_what_comes_after_the_end_does_not_count():
    one = wish((replace(ROSE, count=4), NOON), (replace(ROSE, count=9), NOON + 61_000), end_ms=NOON + 60_000)
    assert (one.given, one.has_ended(NOON + 61_000), one.has_ended(NOON)) == (2, True, False)


@pytest.mark.parametrize(("name", "given_"), [("  ROSE ", 3), ("Roses", 0)])
def test_how_a_name_is_written_does_not_matter(name, given_):
    assert wish((replace(ROSE, count=5), NOON), name=name).given == given_


@given(st.permutations([replace(ROSE, count=count, group_id=group) for group in (1, 2) for count in (3, 6)]))
def test_the_order_of_frames_does_not_matter(gifts):
    assert wish(*((gift, NOON) for gift in gifts)).given == 10


def test_a_wish_is_removed_and_wishes_are_bounded():
    state = RoomState()
    for number in range(KEPT_WISHES + 5):
        state.tell(GiftWish(f"Gift {number}", 1), NOON)
    state.tell(WishRemoval(10), NOON)
    state.tell(WishRemoval(999), NOON)
    assert [one.name for one in state.goals.wishes.values()][:5] == [f"Gift {n}" for n in (5, 6, 7, 8, 10)]
    assert len(state.goals.wishes) == KEPT_WISHES - 1


@given(st.permutations(range(1, 9)))
def test_a_goal_of_the_room_never_goes_back(counts):
    state = RoomState()
    for count in counts:
        parts = (GoalPart(count, 10, "Rose"), GoalPart(2 * count, 50))
        state.apply(ev.Goal(goal_id=1, text="cake", parts=parts), NOON)
    assert state.goals.room[0].parts == (GoalPart(8, 10, "Rose"), GoalPart(16, 50))


def test_the_goals_that_moved_last_are_kept():
    state = RoomState()
    for goal in range(9):
        state.apply(ev.Goal(goal_id=goal, progress=1, target=5), NOON)
    assert [one.goal_id for one in state.goals.room] == [8, 7, 6, 5, 4][:KEPT_GOALS]
