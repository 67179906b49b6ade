"""Whatever comes late, twice or not at all, and however our clock is set: the battle shows what was told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app import events as ev
from app.state import RoomState
from app.state.battle_earnings import Earnings
from app.state.bounds import LATE_MS
from app.state.gifts import GiftLedger
from tests.state.battles import HOSTS, LENGTH_MS, NOON, SHAPES, US, frame, opening, rose

HOUR_MS = 3_600_000
SLOWEST_MS = 9_000


def list_frames(shape):
    """Scores every ten seconds, the finish, streaks that reach over both ends of the window."""
    size = len(SHAPES[shape])
    scores = [
        frame(at_ms, shape, tuple(at_ms // 100 * (one + 1) for one in range(size)))
        for at_ms in range(0, LENGTH_MS, 10_000)
    ]
    finish = frame(LENGTH_MS, shape, range(9_000, 9_000 + size), "ended")
    gifts = [rose(at + 1, second * 1_000) for at, second in enumerate((-20, -5, 5, 100, 295, 305, 310))]
    gifts += [rose(1, second * 1_000, 10 + second) for second in range(-15, 320, 25)]
    return [opening(shape), *scores, finish, *gifts]


@st.composite
def deliveries(draw):
    """Frames of a battle with the time at which each comes, and how far our clock was set meanwhile."""
    shape = draw(st.sampled_from(sorted(SHAPES)))
    frames = list_frames(shape)
    kept = [frames[0], *(one for one in frames[1:] if draw(st.booleans()))]
    again = draw(st.lists(st.sampled_from(kept), max_size=10))
    rest = [(draw(st.integers(0, SLOWEST_MS)), one) for one in (*kept[1:], *again)]
    arrivals = sorted(
        [(NOON, 0, frames[0]), *((one.at_ms + late, 1, one) for late, one in rest)], key=lambda a: a[:2]
    )
    set_at, by_ms = draw(st.integers(1, len(arrivals))), draw(st.sampled_from((0, HOUR_MS, -HOUR_MS)))
    return [
        (at_ms + (by_ms if place >= set_at else 0), one) for place, (at_ms, _, one) in enumerate(arrivals)
    ]


def play(arrivals):
    state = RoomState()
    state.apply(ev.Connected(room_id=1, unique_id="u900", host=HOSTS[US]), NOON - HOUR_MS)
    for now_ms, one in arrivals:
        state.tick(now_ms)
        state.apply(one, now_ms)
    return state.battle.current


def sum_up(gifts):
    """What was given in the window, of all that was told."""
    total = 0
    for group in {one.group_id for one in gifts}:
        steps = [(one.at_ms - NOON, one.count) for one in gifts if one.group_id == group]
        before = max((count for at_ms, count in steps if at_ms < 0), default=0)
        total += max((count for at_ms, count in steps if at_ms <= LENGTH_MS), default=0) - before
    return total * 3


@settings(max_examples=150)
@given(deliveries())
def test_scores_phase_clock_and_earned_are_as_they_were_told(arrivals):
    battle, fights = play(arrivals), [one for _, one in arrivals if isinstance(one, ev.Battle)]
    scored = [one for one in fights if one.sides and one.sides[0].score is not None]
    newest = max(scored, key=lambda one: one.at_ms, default=None)
    if newest is not None:
        assert sorted(side.score for side in battle.sides) == sorted(side.score for side in newest.sides)
    if any(one.phase == "ended" for one in fights):
        assert battle.phase == "ended"
    assert [side.is_us for side in battle.sides] == [True, *[False] * (len(battle.sides) - 1)]
    assert battle.earned == sum_up([one for _, one in arrivals if isinstance(one, ev.Gift)])
    assert battle.length_s == LENGTH_MS // 1000


@given(deliveries())
def test_the_end_is_where_our_clock_has_it(arrivals):
    battle, (now_ms, last) = play(arrivals), arrivals[-1]
    if isinstance(last, ev.Battle):
        ahead_ms = now_ms - last.at_ms
        assert abs(battle.end_ms - (NOON + LENGTH_MS) - ahead_ms) <= 2 * SLOWEST_MS


@given(st.permutations([rose(count, count * 1_000 - 5_000) for count in range(1, 12)]))
def test_the_order_of_a_streaks_frames_changes_nothing_that_was_earned(frames):
    battle = play([(NOON, opening()), *((NOON + 20_000, one) for one in frames)])
    assert battle.earned == (11 - 4) * 3


def test_a_gift_before_the_window_is_told_counts_when_it_turns_out_to_be_in_it():
    battle = play([(NOON + 9_000, rose(4, 8_000)), (NOON + 9_500, opening())])
    assert battle.earned == 12


def test_a_price_that_comes_late_is_earned_then():
    unpriced = rose(4, 8_000, diamonds=0, gift_name="")
    battle = play([(NOON, opening()), (NOON + 9_000, unpriced), (NOON + 400_000, rose(1, 390_000, group=2))])
    assert battle.earned == 12


def test_gifts_of_long_ago_are_forgotten_and_what_they_earned_stays():
    earnings, count = Earnings(), 20
    row = GiftLedger().settle(rose(4, 0), NOON)[0].row
    earnings.watch((NOON, NOON + LENGTH_MS))
    for at_ms in (NOON, NOON + LATE_MS + 1):
        for number in range(count):
            earnings.note((at_ms, number), row.count, at_ms, row)
    assert [key for key, _ in earnings._gifts] == [NOON + LATE_MS + 1] * count
    assert earnings.diamonds == count * row.diamonds > 0


def test_a_frame_with_a_wrong_time_does_not_empty_what_is_kept():
    earnings, count = Earnings(), 20
    for number in range(count):
        earnings.note((number,), 1, NOON)
    earnings.note((count,), 1, 2 * NOON)
    assert len(earnings._gifts) == count - 1


def test_what_is_given_after_a_battle_was_cut_short_is_not_earned():
    finish = frame(100_000, phase="ended", cut_short=True)
    battle = play([(NOON, opening()), (NOON + 100_000, finish), (NOON + 110_000, rose(4, 109_000))])
    assert (battle.earned, battle.length_s) == (0, 100)


def test_nothing_is_said_of_earnings_while_nobody_told_when_it_began():
    battle = play([(NOON, ev.Battle(battle_id=1, phase="active", at_ms=NOON)), (NOON, rose(4, 0))])
    assert battle.earned is None


def test_a_late_frame_does_not_take_back_extra_time():
    longer = frame(100_000, end_ms=NOON + LENGTH_MS + 30_000)
    battle = play([(NOON, opening()), (NOON + 100_000, longer), (NOON + 101_000, frame(90_000))])
    assert battle.end_ms == NOON + LENGTH_MS + 30_000
