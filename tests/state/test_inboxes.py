"""Questions and thanks: what waits, what is ticked and taken back."""

from dataclasses import replace

import pytest

from app import events as ev
from app.state import RoomState
from app.state.facts import Booking, CommentQuestions, Tick, UndoTick
from app.state.gift_row import GiftRow
from app.state.inbox import LEAVES_MS
from app.state.questions import Questions
from app.state.thanks import Thanks
from tests.state.inboxes import ANNA, BORIS, NOON, ask, give, play, tick


def list_thanks(state):
    return [(row.user.name, row.diamonds, bool(row.ticked_ms)) for row in state.thanks.list_rows()]


def list_questions(state):
    return [(row.text, bool(row.ticked_ms)) for row in state.questions.list_rows()]


def test_a_person_is_one_row_over_streaks_and_reconnects():
    again = ev.Disconnected(), ev.Connected(room_id=1), give(3), give(7)
    state = play(ev.Connected(room_id=1), give(1), give(3), give(2, group=2), ev.Follow(user=ANNA), *again)
    (row,) = state.thanks.list_rows()
    assert (row.diamonds, row.gifts, row.deeds) == (45, 9, ("follow",))


def test_who_gives_again_after_being_thanked_comes_back_with_what_is_new():
    state = play(give(3), give(1, BORIS), tick("thanks", 1), give(5))
    assert list_thanks(state) == [("Борис", 5, False), ("Anna", 10, False)]
    play("thanks", state=state)
    assert list_thanks(state) == [("Anna", 25, False), ("Борис", 5, False)]


def test_a_price_that_is_told_late_changes_the_rows_that_the_gift_went_to():
    state = play(give(3, diamonds=0), tick("thanks", 1), LEAVES_MS, give(4, diamonds=0))
    assert list_thanks(state) == [("Anna", 0, False)]
    play(give(1, BORIS, group=9), state=state)
    assert list_thanks(state) == [("Anna", 5, False), ("Борис", 5, False)]
    play("thanks", state=state)
    assert list_thanks(state)[0] == ("Anna", 20, False)


def test_who_turns_out_to_have_given_is_to_be_thanked_for_all_of_it():
    thanks = Thanks()
    row = GiftRow(("k",), ev.NOBODY, None, 5, "Rose", "", 5, 3, True, NOON, NOON, NOON, 1)
    thanks.apply(Booking(row, 15, 3), NOON)
    assert thanks.list_rows() == ()
    for _ in range(2):
        thanks.apply(Booking(replace(row, user=ANNA), 0, 0), NOON)
    assert [(one.user, one.diamonds, one.gifts) for one in thanks.list_rows()] == [(ANNA, 15, 3)]


def test_two_rows_of_a_person_that_wait_again_are_one():
    both = tick("thanks", 1, 2, is_done=False)
    state = play(give(3), tick("thanks", 1), give(5), tick("thanks", 2), both, give(6))
    assert list_thanks(state) == [("Anna", 30, False)]


def test_who_follows_again_is_not_thanked_again():
    state = play(ev.Follow(user=ANNA), tick("thanks", 1), LEAVES_MS, ev.Follow(user=ANNA))
    assert list_thanks(state) == []
    assert state.thanks.is_thanked(1)


def test_who_waits_is_not_thanked_yet():
    state = play(give(1), give(1, BORIS), tick("thanks", 1))
    assert state.thanks.all_thanked == {1}
    assert not play(give(2), state=state).thanks.is_thanked(1)


def test_what_is_ticked_leaves_after_half_a_minute_and_can_be_taken_back_still():
    state = play(ask(1), ask(2, text="Why?"), tick("questions", 1))
    assert list_questions(state) == [("Which game?", True), ("Why?", False)]
    play(LEAVES_MS, state=state, now_ms=NOON + 4_000)
    assert list_questions(state) == [("Why?", False)]
    play("questions", state=state)
    assert list_questions(state) == [("Which game?", False), ("Why?", False)]


def test_a_row_that_left_waits_again_when_its_tick_is_taken_off():
    state = play(
        ask(1), ask(2, text="Why?"), tick("questions", 1), LEAVES_MS, tick("questions", 1, is_done=False)
    )
    assert list_questions(state) == [("Which game?", False), ("Why?", False)]


def test_undo_goes_back_tick_by_tick():
    state = play(*(ask(number, text=f"{number}?!a") for number in (1, 2, 3)), tick("questions", 2, 3))
    play(tick("questions", 1), state=state)
    assert state.questions.open_count == 0
    play("questions", state=state)
    assert [row.number for row in state.questions.list_rows() if not row.ticked_ms] == [1]
    play("questions", "questions", state=state)
    assert state.questions.open_count == 3


def test_a_clock_that_is_set_back_begins_the_half_minute_anew():
    state = play(ask(1), tick("questions", 1))
    play(0, LEAVES_MS - 1, state=state, now_ms=NOON - 10**9)
    assert len(state.questions.list_rows()) == 1
    play(1, state=state, now_ms=NOON - 10**9 + LEAVES_MS)
    assert state.questions.list_rows() == ()


def test_a_question_is_taken_up_answered_and_deleted_as_tiktok_says():
    state = play(ask(1), ask(2, text="Why?"), ask(1, "selected"))
    assert [row.is_taken_up for row in state.questions.list_rows()] == [True, False]
    play(ask(2, "selected"), state=state)
    assert [row.is_taken_up for row in state.questions.list_rows()] == [False, True]
    play(ask(2, "removed", user=ev.NOBODY), state=state)
    first, second = state.questions.list_rows()
    assert (first.ticked_ms, second.is_answered, bool(second.ticked_ms)) == (0, True, True)
    play(ask(1, "removed", user=ev.User(1)), state=state)
    assert list_questions(state) == [("Why?", True)]


def test_a_question_that_is_told_again_is_the_same():
    state = play(ask(1), ask(1), tick("questions", 1), LEAVES_MS, ask(1), ask(1, "selected"))
    assert state.questions.list_rows() == ()


def write(text, user=ANNA, msg_id=1):
    return ev.Comment(user=user, text=text, msg_id=msg_id)


def test_comments_ask_only_when_that_is_wished():
    assert list_questions(play(write("why this game?"))) == []
    state = play(
        CommentQuestions(is_wished=True), write("why this game?"), write("WHY  this game?"), write("gg")
    )
    assert list_questions(state) == [("why this game?", False)]


def test_the_host_asks_the_host_nothing():
    host = ev.Connected(room_id=1, host=BORIS)
    state = play(CommentQuestions(is_wished=True), host, write("why this game?", BORIS))
    assert list_questions(state) == []


def test_what_a_moderator_removes_is_asked_no_more():
    asked = CommentQuestions(is_wished=True), write("why this game?"), write("and who are you?", BORIS, 2)
    assert list_questions(play(*asked, ev.Delete(msg_ids=(1,)))) == [("and who are you?", False)]
    assert list_questions(play(*asked, ev.Delete(user_ids=(2,)))) == [("why this game?", False)]


def test_what_does_not_fit_is_counted():
    state = RoomState()
    state.questions._kept = state.thanks._kept = 3
    play(*(ask(number, text=f"is it {number}?") for number in range(1, 6)), state=state)
    people = [ev.User(number, f"p{number}") for number in range(1, 6)]
    play(give(1, people[0]), *(ev.Follow(user=one) for one in people[1:]), state=state)
    assert (state.questions.dropped, list_questions(state)[0]) == (2, ("is it 3?", False))
    assert (state.thanks.dropped, [row.user.id for row in state.thanks.list_rows()]) == (2, [1, 4, 5])


def test_another_stream_takes_all_away():
    state = play(
        ev.Connected(room_id=1), give(1), ask(1), tick("thanks", 1), ev.Connected(room_id=2), "thanks"
    )
    assert (state.thanks.list_rows(), state.questions.list_rows()) == ((), ())
    assert not state.thanks.is_thanked(1)


@pytest.mark.parametrize("kind", [Questions, Thanks])
def test_facts_for_another_inbox_are_passed_over(kind):
    part = kind()
    part.apply(Tick("other", (1,)), NOON)
    part.apply(UndoTick("other"), NOON)
    assert part.snapshot() == kind().snapshot()
