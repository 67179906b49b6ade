from played import played

from app.sim.ledger import Ledger
from app.sim.room.stage import ScriptMessage, StreakWorth


def given(number, key, diamonds):
    return ScriptMessage(0.0, "WebcastGiftMessage", number, None, StreakWorth(key, diamonds))


def test_a_streak_counts_once_with_its_largest_frame_in_any_order():
    ledger = Ledger()
    ledger.book([given(1, "a", 5), given(2, "a", 30), given(3, "b", 1), given(4, "a", 10)])
    assert ledger.diamonds == 31


def test_a_long_show_is_not_remembered_whole():
    ledger, show = Ledger(kept=100), played(60, rate=20)
    ledger.book(show)
    assert list(ledger.deliveries) == [scripted.msg_id for scripted in show[-100:]]


def test_what_is_forgotten_still_counts():
    ledger = Ledger(kept=1)
    ledger.book([given(1, "a", 5), given(2, "b", 7)])
    assert (len(ledger.deliveries), ledger.diamonds) == (1, 12)
