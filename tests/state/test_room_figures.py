"""What the room says was given."""

from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events.types.stage import GuestScore
from app.state import RoomState
from app.state.room_figures import KEPT_GUESTS

NOON = 1_800_000_000_000


@given(st.permutations(range(1, 6)))
def test_coins_are_only_gained_in_whatever_order_they_are_told(coins):
    state = RoomState()
    for one in coins:
        state.apply(ev.GuestGifts(guests=(GuestScore(7, one),), total=10 * one), NOON)
    assert (state.room_figures.total, state.room_figures.find_guest(7)) == (50, 5)


def test_top_viewers_tell_what_was_given_at_least():
    state = RoomState()
    top = (ev.TopViewer(ev.User(1), 30, 1), ev.TopViewer(ev.User(2), 12, 2), ev.TopViewer(ev.User(3), 0, 3))
    state.apply(ev.Viewers(top=top), NOON)
    state.apply(ev.Viewers(now=5), NOON)
    figures = state.room_figures
    assert (figures.least, figures.find_person(1), figures.find_person(3)) == (42, 30, 0)


def test_guests_are_bounded():
    state = RoomState()
    for guest in range(1, 100):
        state.apply(ev.GuestGifts(guests=(GuestScore(guest, 1),)), NOON)
    assert len(state.room_figures._guests) == KEPT_GUESTS
