"""Laws over all parts of the state, whatever parts there are."""

from typing import get_args

from app import events as ev
from app.state import RoomState
from app.state.chat import RowKind
from app.state.status import Status
from app.ui.icons import KINDS, pixmap

NOON = 1_800_000_000_000
ANNA = ev.User(1, "anna", "Anna")
BUSY = (
    ev.Connected(room_id=1, host=ev.User(10, "mira", "Mira"), started_ms=NOON - 5),
    ev.Comment(user=ANNA, text="hi", msg_id=1, at_ms=NOON),
    ev.Delete(msg_ids=(1, 2), user_ids=(1, 3), at_ms=NOON),
    ev.Like(user=ANNA, count=3, total=9), ev.Join(user=ANNA), ev.Follow(user=ANNA), ev.Share(user=ANNA),
    ev.Subscribe(user=ANNA), ev.Undecodable(), ev.Unknown(),
    ev.Gift(user=ANNA, gift_id=5, diamonds=2, streakable=True, ended=False, at_ms=NOON),
    ev.Gap(from_ms=NOON - 3, to_ms=NOON), ev.Viewers(now=5, total=6, top=(ev.TopViewer(ANNA, 1, 1),)),
    ev.Battle(battle_id=1, phase="active", sides=(ev.Side(10, 1), ev.Side(20, 2)), at_ms=NOON,
              start_ms=NOON, duration_s=300),
    ev.Reconnecting(reason="No.", code="refused"),
)  # fmt: skip
# What goes on when a part is emptied, since others remember where they were; and prices, which are TikTok's.
KEPT = {"revision", "newest", "edits", "_known", "_past", "_host_id", "_kept", "_silence_ms"}


def insides(thing):
    """What an object holds, as values that can be compared."""
    if hasattr(thing, "__slots__") or hasattr(thing, "__dict__"):
        names = [*getattr(thing, "__dict__", ()), *getattr(type(thing), "__slots__", ())]
        if type(thing).__module__.startswith("app.state"):
            return {name: insides(getattr(thing, name)) for name in names if name not in KEPT}
    return repr(thing)


def test_every_part_of_the_state_is_cleared():
    state = RoomState()
    for at, event in enumerate(BUSY):
        state.apply(event, NOON + at)
    for part, fresh in zip(state.parts, RoomState().parts, strict=True):
        assert insides(part) != insides(fresh), f"the events above touch no {type(part).__name__}"
        part.clear()
        assert insides(part) == insides(fresh), f"something of {type(part).__name__} stays"


def test_all_that_is_known_of_a_room_is_a_part_or_its_status():
    state = RoomState()
    parts = {id(part) for part in state.parts}
    others = {
        name for name, value in vars(state).items() if id(value) not in parts and not isinstance(value, str)
    }
    assert others == {"status"}
    assert isinstance(state.status, Status)


def test_another_stream_begins_with_nothing_but_the_chat():
    state = RoomState()
    for at, event in enumerate((*BUSY, ev.Connected(room_id=2))):
        state.apply(event, NOON + at)
    stream, fresh = state._stream_parts, RoomState()._stream_parts
    assert [insides(part) for part in stream] == [insides(part) for part in fresh]
    assert state.chat.since(0)[-1].text == "A new stream begins."


def test_a_chat_that_is_emptied_gives_no_number_twice():
    state = RoomState()
    for event in BUSY:
        state.apply(event, NOON)
    newest = state.chat.newest
    state.chat.clear()
    assert (state.chat.since(0), state.chat.oldest) == ([], newest + 1)
    state.apply(ev.Comment(user=ANNA, text="again", msg_id=2, at_ms=NOON), NOON)
    assert [(row.seq, row.deleted) for row in state.chat.since(0)] == [(newest + 1, False)]


def test_every_kind_of_chat_row_but_plain_words_has_an_icon(qapp):
    assert set(get_args(RowKind)) - {"comment"} == set(KINDS)
    assert not any(pixmap(icon, colour, 20, 1.0).isNull() for icon, colour in KINDS.values())
