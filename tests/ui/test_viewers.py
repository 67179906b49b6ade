import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.frames import ViewersFrame
from app.ui.viewers.pane import ViewersPane
from app.ui.viewers.series import recent, thinned, trend
from tests.ui.rooms import NOON

MINUTE = 60_000


def every_5_s(*counts):
    return tuple((NOON + 5_000 * at, count) for at, count in enumerate(counts))


@pytest.fixture
def pane(qtbot):
    pane = ViewersPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    return pane


def test_the_trend_is_the_change_over_a_minute():
    samples = every_5_s(*range(100, 113))
    assert trend(samples, NOON + MINUTE) == 12


def test_there_is_no_trend_across_a_gap():
    assert trend(every_5_s(100, None, *range(101, 105)), NOON + 2 * MINUTE) == 0


def test_only_the_last_minutes_are_shown():
    samples = every_5_s(*range(100))
    assert recent(samples, samples[-1][0], MINUTE) == samples[-13:]
    assert recent(samples, samples[-1][0], 0) == samples


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**7)), max_size=5_000))
def test_thinning_keeps_the_peak_the_order_and_the_gaps(counts):
    samples = every_5_s(*counts)
    thin = thinned(samples, 100)
    assert len(thin) <= 100
    assert list(thin) == sorted(thin, key=lambda sample: sample[0])
    known = [count for count in counts if count is not None]
    assert (None in counts) == any(count is None for _, count in thin) or len(samples) <= 100
    if known:
        assert max(count for _, count in thin if count is not None) == max(known)


def test_now_and_so_far_are_told_apart(pane):
    pane.present(ViewersFrame(NOON, 1_234, 98_765, 2_000, 12, every_5_s(1_200, 1_234)))
    assert [label.text() for label in (pane.now, pane.total, pane.peak)] == ["1,234", "98,765", "2,000"]
    assert pane.trend.text().startswith("▲ 12")


def test_unknown_is_not_zero(pane):
    pane.present(ViewersFrame(NOON, 0, 0, 0, 0, ()))
    assert pane.now.text() == "–"


def test_a_gap_breaks_the_line(pane):
    pane.load_graph()
    pane.present(ViewersFrame(NOON, 5, 5, 9, 0, every_5_s(1, 2, None, 9, 5)))
    times, counts = pane.graph.curve.getData()
    assert len(times) == 5
    assert [str(count) for count in counts] == ["1.0", "2.0", "nan", "9.0", "5.0"]
    assert pane.graph.peak.getData()[1][0] == 9


def test_the_line_starts_at_zero(pane):
    pane.load_graph()
    pane.present(ViewersFrame(NOON, 900, 5, 950, 0, every_5_s(950, 900)))
    (_, _), (bottom, top) = pane.graph.plot.viewRange()
    assert bottom == 0
    assert top > 950


def test_a_room_that_nobody_counted_draws_nothing(pane):
    pane.load_graph()
    pane.present(ViewersFrame(NOON, 0, 0, 0, 0, ()))
    assert not pane.graph.peak.isVisible()
