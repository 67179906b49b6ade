"""What strangers may send: gifts of nobody, running counts, deletions too early, too much of everything."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events import Gift, User
from app.state import ChatLog, ChatRow, GiftLedger, RoomState, ViewerSeries
from app.state.bounds import MOST
from app.state.chat import KEPT_DELETIONS
from app.state.wording import make_chat_row

NOON = 1_800_000_000_000
ANNA = User(1, "anna", "Anna")
CAP = Gift(user=ANNA, gift_id=7000, gift_name="Cap", diamonds=10)


def room(*events, now=NOON):
    state = RoomState()
    for at, event in enumerate(events):
        state.apply(event, now + at)
    return state


def booked(*gifts):
    state = room(*gifts)
    return state.gifts.count, state.gifts.diamonds


@given(st.lists(st.sampled_from([19, 22, 24])), st.booleans(), st.booleans())
def test_a_group_names_a_streak_whatever_the_type(counts, streakable, ended):
    frames = [
        replace(CAP, msg_id=at, at_ms=NOON + at, count=count, group_id=77, streakable=streakable, ended=ended)
        for at, count in enumerate([*counts, 24], 1)
    ]
    assert booked(*frames) == (24, 240)


def step(second, count, *, ended=False, msg_id=0):
    return replace(
        CAP,
        count=count,
        ended=ended,
        streakable=True,
        at_ms=NOON + second * 1000,
        msg_id=msg_id or second + 1,
    )


GROUPLESS = {
    "one streak": ([step(0, 1), step(1, 4), step(2, 7), step(3, 10), step(4, 10, ended=True)], 10),
    "its end twice": ([step(0, 3), step(1, 3, ended=True), step(1, 3, ended=True)], 3),
    "single ones": ([step(0, 1, ended=True), step(2, 1, ended=True), step(4, 1, ended=True)], 3),
    "each with a start": ([step(0, 1), step(1, 1, ended=True), step(5, 1), step(6, 1, ended=True)], 2),
    "a higher one after the end": ([step(0, 2, ended=True), step(5, 5, ended=True)], 7),
    "in one millisecond": ([step(0, 1, ended=True, msg_id=8), step(0, 1, ended=True, msg_id=9)], 2),
    "a late frame after the end": ([step(0, 1), step(9, 5, ended=True), step(4, 3)], 5),
    "a late frame of the streak before": ([step(0, 6, ended=True), step(9, 2, ended=True), step(0, 6)], 8),
    "of the one before that": (
        [step(0, 6, ended=True), step(9, 2, ended=True), step(20, 1, ended=True), step(0, 6)],
        9,
    ),
    "a lower count without an end": ([step(0, 6), step(1, 2)], 8),
}


@pytest.mark.parametrize("case", GROUPLESS)
def test_a_streak_without_a_group_is_over_after_its_end(case):
    frames, gifts = GROUPLESS[case]
    assert booked(*frames) == (gifts, gifts * 10)


def test_after_a_silence_the_same_count_is_another_streak():
    ledger = GiftLedger()
    ledger.settle(step(0, 1), NOON)
    ledger.close_silent(NOON + 13_000)
    ledger.settle(step(20, 1), NOON + 20_000)
    assert ledger.count == 2


def test_an_end_that_comes_late_after_the_silence_is_of_the_same_streak():
    ledger = GiftLedger()
    ledger.settle(step(0, 5), NOON)
    ledger.close_silent(NOON + 13_000)
    for _ in range(2):
        ledger.settle(step(1, 5, ended=True), NOON + 14_000)
    assert ledger.count == 5


def test_nobody_is_not_ranked_as_one_person_but_their_gifts_count():
    state = room(
        replace(CAP, user=ev.NOBODY, msg_id=1), replace(CAP, user=ev.NOBODY, msg_id=2, diamonds=29_999)
    )
    assert (state.leaderboard.count, state.leaderboard.top(5)) == (0, ())
    assert state.gifts.diamonds == 30_009
    assert [row.user.name for row in state.gifts.since(0)] == ["Somebody", "Somebody"]


def test_people_without_an_id_are_ranked_by_their_names():
    gifts = [
        replace(CAP, user=User(nickname=name), msg_id=at, diamonds=price)
        for at, (name, price) in enumerate([("Otto", 5), ("Vera", 7), ("Otto", 5)], 1)
    ]
    assert [(row.user.name, row.diamonds) for row in room(*gifts).leaderboard.top(5)] == [
        ("Otto", 10),
        ("Vera", 7),
    ]


def test_streaks_of_people_without_an_id_are_not_mixed():
    gifts = [
        replace(step(at, count), user=User(nickname=name))
        for at, (name, count) in enumerate([("Otto", 4), ("Vera", 6), ("Otto", 5)])
    ]
    assert booked(*gifts) == (11, 110)


def test_the_price_of_a_gift_without_an_id_is_not_that_of_another():
    gifts = [replace(CAP, gift_id=0, msg_id=1, diamonds=500), replace(CAP, gift_id=0, msg_id=2, diamonds=0)]
    assert booked(*gifts) == (2, 500)


def test_a_deletion_of_person_0_strikes_nothing():
    gap = ev.Gap(from_ms=NOON - 5_000, to_ms=NOON, at_ms=NOON)
    nothing = ev.Delete(user_ids=(0,), msg_ids=(0,), at_ms=NOON + 9)
    state = room(gap, ev.Comment(text="hi", at_ms=NOON), nothing, ev.RoomText(text="welcome", at_ms=NOON))
    assert not any(row.is_deleted for row in state.chat.since(0))


def said(at_ms, number=11, user=ANNA):
    return ev.Comment(user=user, text="bad words", msg_id=number, at_ms=at_ms)


def test_a_comment_whose_deletion_came_before_it_is_struck():
    state = room(
        ev.Delete(msg_ids=(11, 12), at_ms=NOON), said(NOON - 5), said(NOON - 4, 13), said(NOON - 3, 12)
    )
    assert [row.is_deleted for row in state.chat.since(0)] == [True, False, True]


def test_of_a_person_goes_what_was_sent_before_the_deletion():
    removed = ev.Delete(user_ids=(1,), at_ms=NOON)
    late = said(NOON - 5, 3), said(NOON, 4), said(NOON + 5, 5), said(NOON - 5, 6, User(2))
    state = room(said(NOON - 9, 1), said(NOON + 9, 2), removed, *late)
    assert [row.is_deleted for row in state.chat.since(0)] == [True, False, True, True, False, False]


def test_the_memory_of_deletions_is_bounded():
    log = ChatLog()
    log.delete(range(1, 3 * KEPT_DELETIONS), range(1, 3 * KEPT_DELETIONS), NOON)
    assert (len(log._deleted), len(log._banned)) == (KEPT_DELETIONS, KEPT_DELETIONS)


SMILE = ev.Emote(0, "1")
WORDLESS = {
    "pictures and a blank": (ev.Comment(user=ANNA, text=" ", emotes=(SMILE,) * 3), ("emote", "3 emotes")),
    "a picture and a filler": (ev.Comment(text="\u3164\ufe0f", emotes=(SMILE,)), ("emote", "an emote")),
    "blanks alone": (ev.Comment(user=ANNA, text=" \u2800 "), ("comment", "(empty)")),
    "nothing at all": (ev.Comment(user=ANNA), ("comment", "(empty)")),
    "words behind blanks": (ev.Comment(user=ANNA, text="\u200bhi"), ("comment", "\u200bhi")),
}


@pytest.mark.parametrize("case", WORDLESS)
def test_a_comment_that_shows_nothing_is_said_in_words(case):
    event, shown = WORDLESS[case]
    row = make_chat_row(event)
    assert (row.kind, row.text) == shown


def test_a_long_text_is_kept_in_part_and_says_so():
    log = ChatLog()
    log.append(ChatRow(NOON, "comment", User(1, "a" * 10**6, "n" * 10**6), "x" * 10**6))
    (row,) = log.since(0)
    assert (len(row.text), row.text[-25:]) == (4_027, "… (996,000 more characters)"[-25:])
    assert len(row.user.nickname) + len(row.user.unique_id) == 400


def test_a_gifts_names_are_kept_in_part():
    (row,) = room(replace(CAP, gift_name="x" * 10**6, user=replace(ANNA, nickname="n" * 10**6))).gifts.since(
        0
    )
    assert (len(row.name) < 300, len(row.user.nickname)) == (True, 200)


def test_products_and_sums_stay_what_can_be_shown():
    dear = replace(CAP, diamonds=2**31 - 1, count=2**31 - 1)
    state = room(*(replace(dear, msg_id=number) for number in range(1, 5)))
    vast = room(
        replace(CAP, diamonds=2**62, count=2**62, msg_id=1), ev.Like(count=2**63 - 1), ev.Like(count=5)
    )
    assert state.gifts.diamonds == state.leaderboard.top(1)[0].diamonds == MOST
    assert vast.gifts.since(0)[0].diamonds == vast.gifts.diamonds == vast.totals.likes == MOST


def test_streaks_close_although_our_clock_was_set_back():
    state = room(replace(step(0, 3)))
    state.tick(NOON - 3_600_000)
    state.tick(NOON - 3_600_000 + 11_999)
    assert state.gifts.since(0)[0].is_open
    state.tick(NOON - 3_600_000 + 12_000)
    assert not state.gifts.since(0)[0].is_open


def test_the_age_of_the_newest_data_counts_from_now_when_our_clock_was_set_back():
    state = room(ev.Like(method="WebcastLikeMessage"))
    state.tick(NOON - 3_600_000)
    assert state.connection.status.last_event_ms == NOON - 3_600_000


def series_of(*counts, kept=100, every_ms=5_000):
    series = ViewerSeries(kept)
    for at, count in enumerate(counts):
        series.present(ev.Viewers(now=count), NOON + at * every_ms)
    return series


def test_samples_stay_in_order_when_our_clock_is_set_back():
    series = series_of(5, 9, 7)
    series.present(ev.Viewers(now=8), NOON - 3_600_000)
    series.present(ev.Viewers(now=6), NOON - 3_595_000)
    times = [at_ms for at_ms, _ in series.list_samples()]
    assert times == sorted(times)
    assert [count for _, count in series.list_samples()] == [5, 9, 7, 8, 6]
    assert (series.peak_ms, 9) in series.list_samples()


def test_a_gap_that_begins_before_the_last_sample_breaks_the_line_behind_it():
    series = series_of(5, 9)
    series.break_line(NOON)
    assert [count for _, count in series.list_samples()] == [5, 9, None]
    assert series.list_samples()[0][0] == NOON


@given(st.lists(st.integers(0, 50), min_size=1, max_size=200), st.sampled_from([100, 1_700, 5_000]))
def test_the_peak_is_always_among_the_samples(counts, every_ms):
    series = series_of(*counts, kept=10, every_ms=every_ms)
    assert series.peak == max(counts) == max(count for _, count in series.list_samples() if count is not None)
    assert (series.peak_ms, series.peak) in series.list_samples()
    assert [at_ms for at_ms, _ in series.list_samples()] == sorted(
        at_ms for at_ms, _ in series.list_samples()
    )
    assert series.list_samples()[-1][1] == counts[-1]


BANNER, MEMBER = "WebcastBarrageMessage", "WebcastMemberMessage"
ENTRANCES = {
    "one message": ([(BANNER, 0)], 1),
    "both": ([(BANNER, 0), (MEMBER, 3)], 1),
    "the other way round": ([(MEMBER, 0), (BANNER, 59)], 1),
    "twice both": ([(BANNER, 0), (MEMBER, 1), (MEMBER, 30), (BANNER, 31)], 2),
    "twice by one": ([(MEMBER, 0), (MEMBER, 5)], 2),
    "long after": ([(MEMBER, 0), (BANNER, 61)], 2),
}


@pytest.mark.parametrize("case", ENTRANCES)
def test_an_entrance_that_two_messages_tell_of_is_counted_once(case):
    messages, joins = ENTRANCES[case]
    state = RoomState()
    for method, second in messages:
        state.apply(ev.Join(user=ANNA, method=method), NOON + second * 1000)
    assert state.totals.joins == joins


def test_entrances_of_nobody_are_each_their_own():
    assert room(ev.Join(method=BANNER), ev.Join(method=MEMBER)).totals.joins == 2


def test_the_memory_of_entrances_is_bounded():
    state = room(*(ev.Join(user=User(number), method=MEMBER) for number in range(1, 5_000)))
    assert len(state.totals._entrances._last) == 2_000
