from app import events as ev
from app.events import User
from app.state import RoomState
from app.state.facts import Judgement, KeptRows, Opinion
from app.state.people import SETTLING_MS, People

NOON = 1_800_000_000_000
ANNA, BEN, CLEO = User(1, "anna", "Anna"), User(2, "ben", "Ben"), User(3, "cleo", "Cleo")
EVE = User(4, "eve", "Eve")


def room(*events, listens_ms=0):
    """A room after some events, to which we have listened so long before them."""
    state = RoomState()
    if listens_ms:
        state.apply(ev.Join(user=EVE), NOON - listens_ms)
    for number, event in enumerate(events, 1):
        state.apply(event, NOON + number)
    return state


def said(user, text="hi", **fields):
    return ev.Comment(user=user, text=text, at_ms=NOON, **fields)


def test_the_first_comment_of_a_person_is_known_and_counted():
    state = room(ev.Join(user=ANNA), said(ANNA), said(BEN), said(ANNA), listens_ms=SETTLING_MS)
    assert [row.is_first for row in state.chat.since(0)] == [True, True, False]
    assert state.people.find(1) == (NOON + 1, 2)
    assert state.people.latest == ANNA


def test_what_was_said_before_we_came_is_nobodys_first():
    state = room(said(ANNA, is_history=True), said(ANNA), listens_ms=SETTLING_MS)
    assert not any(row.is_first for row in state.chat.since(0))


def test_in_our_first_minutes_nobody_is_new_nor_later_who_wrote_then():
    state = room(ev.Join(user=EVE), said(ANNA))
    state.apply(said(BEN), NOON + SETTLING_MS)
    state.apply(said(ANNA), NOON + SETTLING_MS + 1)
    state.apply(said(CLEO), NOON + SETTLING_MS + 1)
    assert [row.user for row in state.chat.since(0) if row.is_first] == [CLEO]


def test_another_stream_begins_with_nobody_known():
    state = room(ev.Connected(room_id=1), ev.Join(user=EVE))
    state.apply(ev.Connected(room_id=2), NOON + SETTLING_MS)
    for later_ms in (SETTLING_MS + 1, 2 * SETTLING_MS + 1):
        state.apply(said(User(later_ms)), NOON + later_ms)
    assert [row.is_first for row in state.chat.since(0) if row.kind == "comment"] == [False, True]


def test_an_opinion_holds_until_the_next_stream():
    state = room(ev.Connected(room_id=1))
    state.tell(Judgement(1, Opinion("hidden", "spams")), NOON)
    state.tell(Judgement(2, Opinion("highlighted")), NOON)
    assert state.people.find_opinion(1) == ("hidden", "spams")
    assert (state.people.find_all("hidden"), state.people.find_all("highlighted")) == ({1}, {2})
    state.tell(Judgement(1, Opinion()), NOON)
    assert state.people.find_all("hidden") == frozenset()
    state.apply(ev.Connected(room_id=2), NOON)
    assert state.people.find_all("highlighted") == frozenset()


def test_people_and_opinions_are_bounded():
    people = People(kept=10)
    for number in range(1, 3_000):
        people.apply(said(User(number)), NOON)
        people.apply(Judgement(number, Opinion("hidden")), NOON)
    assert (len(people._met), len(people._opinions)) == (10, 1_000)


def test_who_comes_in_twice_after_each_other_is_shown_once():
    state = room(ev.Join(user=ANNA))
    before = state.people.revision
    state.apply(ev.Join(user=ANNA), NOON + 1)
    assert state.people.revision == before
    state.apply(ev.Join(user=BEN), NOON + 2)
    assert state.people.revision > before
    assert state.people.latest == BEN


def test_a_run_of_follows_is_one_row():
    state = room(*(ev.Follow(user=user, at_ms=NOON) for user in (ANNA, BEN, BEN, CLEO)))
    (row,) = state.chat.since(0)
    assert (row.user, row.others, row.count) == (ANNA, (BEN, CLEO), 3)


def test_a_follow_a_minute_later_or_far_below_begins_another_run():
    late = room(ev.Follow(user=ANNA, at_ms=NOON), ev.Follow(user=BEN, at_ms=NOON + 60_001))
    far = room(
        ev.Follow(user=ANNA, at_ms=NOON),
        *(said(User(n), "x", msg_id=n) for n in range(10, 18)),
        ev.Follow(user=BEN, at_ms=NOON),
    )
    for state in (late, far):
        assert [row.count for row in state.chat.since(0) if row.kind == "follow"] == [1, 1]


def gift(count, *, ended, name="Rose", diamonds=5):
    return ev.Gift(
        user=ANNA,
        gift_id=5,
        gift_name=name,
        diamonds=diamonds,
        count=count,
        ended=ended,
        streakable=True,
        group_id=1,
        at_ms=NOON,
    )


def test_a_gift_is_a_row_once_its_streak_is_over():
    state = room(gift(1, ended=False), gift(9, ended=False))
    assert state.chat.since(0) == []
    state.apply(gift(30, ended=True), NOON)
    (row,) = state.chat.since(0)
    assert (row.kind, row.text, row.diamonds) == ("gift", "sent Rose ×30 · 150 diamonds", 150)
    state.apply(gift(31, ended=True), NOON)
    (row,) = state.chat.since(0)
    assert row.diamonds == 155


def test_more_rows_are_kept_where_that_is_wished():
    state = room()
    state.tell(KeptRows(25_000), NOON)
    for number in range(30_000):
        state.chat._write(said(ANNA, str(number)), NOON)
    assert 25_000 <= len(state.chat.since(0)) <= 27_500


def test_of_fewer_rows_the_oldest_leave_at_once():
    state = room(*(said(ANNA, str(number), msg_id=number) for number in range(1, 31)))
    before = state.chat.revision
    state.tell(KeptRows(10), NOON)
    assert [row.text for row in state.chat.since(0)] == [str(number) for number in range(21, 31)]
    assert state.chat.revision > before
