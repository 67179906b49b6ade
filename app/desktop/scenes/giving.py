"""Gifts of the invented rooms: for whom, in which battle, of which worth, and how many at once."""

from __future__ import annotations

from dataclasses import replace

from app import events as ev
from app.desktop.scenes.cast import MINUTE, NOW
from app.desktop.scenes.happenings import GIFTS, invent_battle, invent_gift, make_connected
from app.events.types.room import GoalPart
from app.events.types.stage import GuestScore
from app.state import RoomState
from app.state.facts import BoardChoice, GiftWish

GUESTS = (ev.User(950, "ana.sings", "Ana & Bo"), ev.User(951, "leo", "Leo"))
BEFORE_MS, RUSH_GIFTS = 10 * MINUTE, 60
GROUP, BATTLE_GROUP, LARGE_GROUP, RUSH_GROUP = 20_000, 30_000, 40_000, 50_000


def make_giving() -> RoomState:
    """People gave to the host and to two guests, and in a battle; the room has figures of its own."""
    state = RoomState()
    state.apply(make_connected(), NOW - BEFORE_MS)
    for number in range(40):
        guest = (None, None, *GUESTS)[number % 4]
        count = number * 7 % 40 + 1
        one = invent_gift(number % 14, number, count, to_user=guest, group_id=GROUP + number)
        at_ms = NOW - BEFORE_MS + number * 5_000
        state.apply(replace(one, at_ms=at_ms), at_ms)
    scores = tuple(GuestScore(guest.id, 40_000 * (3 - at)) for at, guest in enumerate(GUESTS))
    state.apply(ev.GuestGifts(guests=scores, total=1_843_200, at_ms=NOW), NOW)
    _fight(state)
    return state


def _fight(state: RoomState) -> None:
    state.apply(invent_battle(), NOW)
    for number in range(9):
        at_ms = NOW - 90_000 + number * 9_000
        one = invent_gift(number, number % 4, number + 2, group_id=BATTLE_GROUP + number)
        state.apply(replace(one, at_ms=at_ms), NOW)


def look_at(scope: str | int) -> RoomState:
    """The same, with the leaderboard of a scope."""
    state = make_giving()
    state.tell(BoardChoice(scope), NOW)
    return state


def make_tiers() -> RoomState:
    """A gift of each worth, one that is still counting, one of nobody, one whose price nobody told."""
    state = RoomState()
    state.apply(make_connected(), NOW - BEFORE_MS)
    for number in range(18):
        one = invent_gift(number, number, 1 + number % 3, group_id=LARGE_GROUP + number)
        state.apply(one, NOW - 5 * MINUTE)
    somebody = invent_gift(0, 3, 2, user=ev.User(), group_id=LARGE_GROUP + 100)
    unpriced = invent_gift(4, 0, 5, gift_id=99_999, gift_name="", diamonds=0, group_id=LARGE_GROUP + 101)
    counting = invent_gift(3, 0, 1_237, ended=False, group_id=LARGE_GROUP + 102)
    for one in (somebody, unpriced, invent_gift(6, 5, group_id=LARGE_GROUP + 103), counting):
        state.apply(one, NOW)
    return state


def make_goals() -> RoomState:
    """A goal of the room in two parts; wishes: one under way, one fulfilled, one whose time is over."""
    state = make_giving()
    parts = (GoalPart(34, 50, "Galaxy"), GoalPart(1_200, 5_000))
    state.apply(ev.Goal(goal_id=1, text="Karaoke 🎶", parts=parts, at_ms=NOW), NOW)
    for wish in (
        GiftWish("Rose", 30, NOW + 90 * MINUTE),
        GiftWish("GG", 5),
        GiftWish("Lion", 1, NOW - MINUTE),
    ):
        state.tell(wish, NOW)
    state.apply(invent_gift(3, 0, 12, group_id=GROUP + 900), NOW)
    state.apply(invent_gift(4, 1, 9, group_id=GROUP + 901), NOW)
    return state


def make_rush() -> RoomState:
    """Six times as many gifts come as usual."""
    state = RoomState()
    state.apply(make_connected(), NOW - BEFORE_MS)
    for number in range(len(GIFTS) * 15):
        at_ms = NOW - BEFORE_MS + number * 6_000
        state.apply(invent_gift(number, number, group_id=RUSH_GROUP + number), at_ms)
    for number in range(RUSH_GIFTS):
        state.apply(invent_gift(number % 20, number % 4, group_id=RUSH_GROUP + 500 + number), NOW - 20_000)
    state.tick(NOW)
    return state
