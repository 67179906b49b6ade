"""What holds of questions and thanks whatever comes, is ticked and taken back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.state import RoomState
from app.state.facts import Tick, UndoTick
from app.state.inbox import LEAVES_MS
from tests.state.inboxes import ANNA, NOON, PEOPLE, ask, give, play

INBOXES = ("thanks", "questions")


def picture(part):
    hidden = part.HIDDEN | {"revision"}
    return [pair for pair in part.snapshot() if pair[0] not in hidden]


GIFTS = st.builds(
    give,
    st.integers(1, 9),
    st.sampled_from(PEOPLE),
    st.integers(0, 3),
    st.sampled_from((0, 5)),
    gift_id=st.integers(5, 6),
    ended=st.booleans(),
)
QUESTIONS = st.builds(
    ask,
    st.integers(0, 3),
    st.sampled_from(("new", "selected", "removed")),
    st.sampled_from(("", "Why?", "Who?")),
    st.sampled_from(PEOPLE),
)
OTHERS = (
    *(ev.Follow(user=one) for one in PEOPLE),
    ev.Subscribe(user=ANNA),
    ev.Disconnected(),
    ev.Connected(),
)
STEPS = st.lists(
    GIFTS
    | QUESTIONS
    | st.sampled_from((*OTHERS, "thanks", "questions", LEAVES_MS, -LEAVES_MS))
    | st.builds(
        Tick,
        st.sampled_from(("thanks", "questions")),
        st.lists(st.integers(1, 6), min_size=1, max_size=2).map(tuple),
        st.booleans(),
    ),
    max_size=40,
)


@given(STEPS)
def test_all_that_a_person_gave_stands_in_their_rows(steps):
    state = play(*steps)
    sums = {}
    for row in (*state.thanks.list_rows(), *state.thanks._gone.values()):
        diamonds, gifts = sums.get(row.user.key, (0, 0))
        sums[row.user.key] = diamonds + row.diamonds, gifts + row.gifts
    for person in (1, 2, PEOPLE[2].key):
        assert sums.get(person, (0, 0)) == state.leaderboard.find_sums(person)


@given(STEPS)
def test_who_is_thanked_has_nothing_that_waits(steps):
    thanks = play(*steps).thanks
    waiting = {row.user.key for row in thanks.list_rows() if not row.ticked_ms}
    done = {row.user.key for row in thanks.list_rows() if row.ticked_ms}
    assert thanks.all_thanked == {one for one in thanks.all_thanked if thanks.is_thanked(one)}
    assert not thanks.all_thanked & waiting
    assert done <= thanks.all_thanked


@given(STEPS)
def test_rows_stand_in_their_order_and_are_counted(steps):
    state = play(*steps)
    for inbox in (state.thanks, state.questions):
        rows = inbox.list_rows()
        numbers = [row.number for row in rows]
        waiting = [row for row in rows if not row.ticked_ms]
        assert numbers == sorted(set(numbers))
        assert not {*numbers} & {*inbox._gone}
        assert (inbox.open_count, inbox.oldest) == (len(waiting), waiting[0] if waiting else None)


@given(STEPS, STEPS)
def test_what_was_restored_goes_on_as_if_nothing_had_been(steps, more):
    state, again = play(*steps), RoomState()
    again.restore(json.loads(json.dumps(state.snapshot())))
    assert play(*more, state=again).snapshot() == play(*more, state=state).snapshot()


@given(STEPS, st.sampled_from(("thanks", "questions")), st.lists(st.integers(1, 6), min_size=1).map(tuple))
def test_a_tick_that_is_taken_back_leaves_all_as_it_was(steps, name, numbers):
    state = play(*steps)
    inbox = state.parts[name]
    before = inbox.list_rows()
    waiting = {row.number for row in before if not row.ticked_ms} & {*numbers}
    if waiting:
        state.tell(Tick(name, numbers), NOON)
        assert inbox.list_rows() != before
        state.tell(UndoTick(name), NOON)
    assert inbox.list_rows() == before


@given(STEPS)
def test_the_revision_rises_exactly_when_something_that_is_shown_changed(steps):
    state = RoomState()
    for step in steps:
        before = {name: (state.parts[name].revision, picture(state.parts[name])) for name in INBOXES}
        play(step, state=state)
        for name in INBOXES:
            revision, seen = before[name]
            assert (state.parts[name].revision > revision) == (picture(state.parts[name]) != seen), name
