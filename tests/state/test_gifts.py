"""The ledger's law: whatever order, repetition or loss, a streak books its largest count once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.events import Gift, User
from app.state import GiftLedger
from app.state.bounds import LATE_MS
from app.state.standings import Standings

ANNA, BO = User(id=1, nickname="Anna"), User(id=2, nickname="Bo")
ROSE = Gift(
    user=ANNA, gift_id=5655, gift_name="Rose", diamonds=1, streakable=True, ended=False, group_id=7, at_ms=1
)


def settle_all(gifts, ledger=None):
    ledger = ledger or GiftLedger()
    for now, gift in enumerate(gifts):
        ledger.settle(gift, now)
    return ledger


def test_a_streak_counts_up_in_one_row_and_is_booked_once():
    steps = [replace(ROSE, count=count) for count in (1, 4, 7, 10)] + [replace(ROSE, count=10, ended=True)]
    ledger = settle_all(steps)
    assert (ledger.diamonds, ledger.count) == (10, 10)
    assert [(row.count, row.is_open) for row in ledger.since(0)] == [(10, False)]


@given(st.data())
def test_order_and_repetition_never_change_the_total(data):
    streaks = data.draw(st.lists(st.integers(1, 40), min_size=1, max_size=5))
    frames = [
        replace(ROSE, group_id=group, count=count, ended=count == last)
        for group, last in enumerate(streaks, 1)
        for count in {1, max(1, last // 2), last}
    ]
    seen = data.draw(st.permutations(frames + data.draw(st.lists(st.sampled_from(frames)))))
    assert settle_all(seen).diamonds == sum(streaks)


@given(st.sets(st.integers(1, 50), min_size=1), st.integers(1, 500))
def test_lost_frames_cost_only_what_nobody_told(counts, price):
    frames = [replace(ROSE, diamonds=price, count=count) for count in counts]
    assert settle_all(frames).diamonds == max(counts) * price


def test_total_is_the_sum_of_the_rows():
    gifts = [ROSE, replace(ROSE, group_id=8, count=5), replace(ROSE, user=BO, group_id=9, count=2)]
    ledger = settle_all(gifts)
    assert ledger.diamonds == sum(row.diamonds for row in ledger.since(0)) == 8


def test_a_gift_that_does_not_streak_is_booked_once_per_message():
    galaxy = Gift(user=BO, gift_id=11046, gift_name="Galaxy", diamonds=1000, count=2, msg_id=5)
    ledger = settle_all([galaxy, galaxy, replace(galaxy, msg_id=6)])
    assert ledger.diamonds == 4000


def test_silence_closes_a_streak_and_a_late_end_changes_the_same_row():
    ledger = settle_all([replace(ROSE, count=3)])
    assert ledger.close_silent(11_999) == []
    assert [row.is_open for row in ledger.close_silent(12_000)] == [False]
    ledger.settle(replace(ROSE, count=5, ended=True), 30_000)
    assert [(row.count, row.is_open) for row in ledger.since(0)] == [(5, False)]


def test_disconnecting_closes_every_open_streak():
    ledger = settle_all([ROSE, replace(ROSE, user=BO, group_id=8)])
    assert len(ledger.close_all()) == 2
    assert ledger.close_all() == []


def test_a_price_that_comes_late_is_booked_for_the_rows_that_waited():
    unpriced = replace(ROSE, gift_name="", diamonds=0, count=4)
    ledger = settle_all([unpriced])
    assert ledger.diamonds == 0
    ledger.settle(replace(ROSE, user=BO, group_id=8, count=1), 1)
    assert ledger.diamonds == 5


def test_without_a_group_a_lower_count_sent_later_begins_the_next_streak():
    first = replace(ROSE, group_id=0, count=6, at_ms=10)
    ledger = settle_all([first, replace(first, count=2, at_ms=20), replace(first, count=5, at_ms=9)])
    assert sorted(row.count for row in ledger.since(0)) == [2, 6]


def test_since_gives_only_rows_that_changed():
    ledger = settle_all([ROSE, replace(ROSE, group_id=8)])
    seen = ledger.revision
    ledger.settle(replace(ROSE, count=9), 5)
    assert [row.count for row in ledger.since(seen)] == [9]


def test_the_oldest_rows_are_forgotten_but_stay_in_the_total():
    ledger = settle_all([replace(ROSE, group_id=group) for group in range(1, 31)], GiftLedger(kept=10))
    assert (len(ledger.since(0)), ledger.diamonds) == (10, 30)


def test_rows_that_nobody_sees_or_changes_are_forgotten_but_stay_in_the_total():
    ledger = settle_all([replace(ROSE, group_id=group, ended=True) for group in range(1, 3_001)])
    assert len(ledger.since(0)) == 3_000
    ledger.settle(replace(ROSE, group_id=1, count=2, ended=True), LATE_MS - 1)
    ledger.settle(replace(ROSE, group_id=3_001), LATE_MS + 4_000)
    assert [row.key[2] for row in ledger.since(0)] == [*range(2_003, 3_001), 1, 3_001]
    assert ledger.diamonds == 3_002


def test_a_row_that_waits_for_its_price_is_not_forgotten_with_time():
    ledger = settle_all(
        [
            replace(ROSE, diamonds=0, ended=True),
            *(replace(ROSE, gift_id=1, group_id=group, ended=True) for group in range(2_000)),
        ]
    )
    ledger.settle(replace(ROSE, gift_id=2, group_id=9_000), 2 * LATE_MS)
    (late, _) = ledger.settle(replace(ROSE, group_id=9_001), 2 * LATE_MS)
    assert (late.row.key[2], late.diamonds) == (7, 1)


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 1000))), st.integers(0, 10))
def test_top_n_equals_sorted(gifts, n):
    ledger, board, totals = GiftLedger(), Standings(), {}
    for group, (person, price) in enumerate(gifts, 1):
        gift = replace(ROSE, user=User(id=person), gift_id=group, group_id=group, diamonds=price)
        for booking in ledger.settle(gift, group):
            board.add(booking.row, diamonds=booking.diamonds, gifts=booking.gifts)
        board.top(3)
        totals[person] = totals.get(person, 0) + price
    order = sorted(totals, key=lambda person: (-totals[person], list(totals).index(person)))
    assert [row.user.id for row in board.top(n)] == order[:n]
    assert [row.diamonds for row in board.top(n)] == [totals[person] for person in order[:n]]
