from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from app.ui.look import change_look, find_look
from app.ui.panes.viewers.drawing import Drawing
from app.ui.panes.viewers.pane import ViewersPane
from app.ui.panes.viewers.plot import Plot
from app.ui.panes.viewers.source import ViewersFrame
from app.ui.series import list_recent, measure_trend, thin_out
from app.words.discretion import be_discreet
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
    assert measure_trend(samples, NOON + MINUTE) == 12


def test_there_is_no_trend_across_a_gap():
    assert measure_trend(every_5_s(100, None, *range(101, 105)), NOON + 2 * MINUTE) == 0


def test_only_the_last_minutes_are_shown():
    samples = every_5_s(*range(100))
    assert list_recent(samples, samples[-1][0], MINUTE) == samples[-13:]
    assert list_recent(samples, samples[-1][0], 0) == samples


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**7)), max_size=5_000))
def test_thinning_keeps_the_peak_the_order_and_the_gaps(counts):
    samples = every_5_s(*counts)
    thin = thin_out(samples, 100)
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
    pane.present(ViewersFrame(NOON, 5, 5, 9, 0, every_5_s(1, 2, None, 9, 5)))
    plot = pane.graph.plot
    assert (plot.best, plot.peak_ms) == (9, NOON + 15_000)
    assert [count for _, count in plot.samples] == [1, 2, None, 9, 5]


def test_the_line_starts_at_zero(pane):
    pane.present(ViewersFrame(NOON, 900, 5, 950, 0, every_5_s(950, 900)))
    place = pane.graph.plot.place
    assert place.find_point(NOON, 0).y() == place.area.bottom()
    assert place.top > 950


def test_a_room_that_nobody_counted_draws_nothing(pane):
    pane.present(ViewersFrame(NOON, 0, 0, 0, 0, ()))
    assert pane.graph.plot.peak_ms is None


COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=400)


@given(COUNTS, st.integers(2, 60))
def test_thinning_takes_the_first_of_the_strongest_and_the_first_peak(counts, most):
    samples = every_5_s(*counts)
    step = -(-len(samples) // (most - 1)) or 1
    parts = [samples[at : at + step] for at in range(0, len(samples), step)]
    strongest = {max(part, key=lambda one: 99 if one[1] is None else one[1]) for part in parts}
    peak = max(samples, key=lambda one: -1 if one[1] is None else one[1], default=None)
    expected = [one for one in samples if one in strongest or one == peak]
    assert list(thin_out(samples, most)) == (expected if len(samples) > most else list(samples))


@given(COUNTS, st.integers(-3, 500), st.integers(0, 20))
def test_what_is_recent_begins_at_the_span(counts, seconds, minutes):
    samples, now_ms = every_5_s(*counts), NOON + 5_000 * seconds
    kept = [one for one in samples if not minutes or one[0] >= now_ms - minutes * MINUTE]
    assert list(list_recent(samples, now_ms, minutes * MINUTE)) == kept


def tinted(pane):
    """Whether there is a tint just above 0, for each column of the graph."""
    plot = pane.graph.plot
    area = plot.place.area
    image, row = plot.grab().toImage(), round(area.bottom()) - 8
    columns = range(round(area.left()) + 2, round(area.right()) - 2)
    return [image.pixelColor(column, row).name() != find_look().colours.card for column in columns]


def test_the_tint_is_under_the_line_and_not_in_the_gaps(pane):
    pane.resize(400, 400)
    half_hour = every_5_s(*(5 if at // 60 % 2 == 0 else None for at in range(360)))
    pane.present(ViewersFrame(half_hour[-1][0], 5, 5, 9, 0, half_hour))
    pane.show()
    columns = tinted(pane)
    edges = sum(one != other for one, other in pairwise(columns))
    assert 0.4 < sum(columns) / len(columns) < 0.6
    assert (columns[0], edges, columns[-1]) == (True, 5, False)


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize(("ratio", "scale"), [(1.25, 1.0), (1.5, 1.1), (1.5, 1.25), (1.75, 1.5)])
def test_above_the_line_nothing_is_tinted_whatever_the_pixels_of_the_screen(qtbot, monkeypatch, ratio, scale):
    change_look(scale=scale)
    plot = Plot()
    qtbot.addWidget(plot)
    plot.resize(397, 153)
    monkeypatch.setattr(Plot, "devicePixelRatioF", lambda _: ratio)
    samples = every_5_s(1_000, *(at * 7_919 % 300 for at in range(120)))
    plot.present(Drawing(samples, samples[-1][0], 10 * MINUTE, peak=2_000))
    image = QImage(plot.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    plot.render(image)
    left, middle = plot.place.area.left() + 30, plot.place.find_point(0, 400).y()
    columns = range(round(left * ratio), image.width() - 2)
    for row in range(round(middle * ratio)):
        assert len({image.pixel(column, row) for column in columns}) == 1


@pytest.mark.parametrize("is_hidden", [True, False])
def test_in_streamer_mode_the_graph_shows_the_shape_alone(pane, is_hidden):
    be_discreet(is_on=is_hidden)
    pictures = []
    for most in (2_000, 2_000, 20_000):  # the first lays it out
        pane.present(ViewersFrame(NOON + MINUTE, most, 5, most, 0, every_5_s(*[most // 2, most] * 6)))
        pictures.append(pane.graph.plot.grab().toImage())
    assert (pictures[1] == pictures[2]) == is_hidden


@pytest.mark.parametrize("gap", [0, 86])
def test_gaps_stay_gaps_and_a_day_has_no_more_points(pane, gap):
    samples = every_5_s(*(None if gap and at % gap == 0 else at * 7_919 % 9_000 for at in range(17_280)))
    pane._choose(0)
    pane.present(ViewersFrame(samples[-1][0], 5, 5, 8_999, 0, samples))
    plot = pane.graph.plot
    assert len(plot.samples) <= 1_000
    assert sum(count is None for _, count in plot.samples) == (201 if gap else 0)
    assert plot.best == 8_999


def test_the_graph_is_painted_at_any_size_and_with_one_point(pane):
    pane.show()
    for samples in ((), every_5_s(5), every_5_s(None), every_5_s(0, 0), every_5_s(None, 7, None)):
        pane.present(ViewersFrame(NOON + MINUTE, 5, 5, 9, 0, samples))
        for width, height in ((400, 300), (180, 172), (1_500, 900)):
            pane.resize(width, height)
            assert not pane.grab().isNull()


@pytest.mark.parametrize("highest", range(13))
def test_the_number_of_the_peak_stays_inside_also_in_the_first_minute(pane, highest):
    pane.show()
    samples = every_5_s(*(1_234_567 if at == highest else 900 for at in range(13)))
    pane.present(ViewersFrame(samples[-1][0], 900, 5, 1_234_567, 0, samples))
    plot = pane.graph.plot
    text, view = plot.find_peak_area(plot.place), plot.place.area
    assert view.left() <= text.left() <= text.right() <= view.right() + 0.01
    assert view.top() <= text.top()


def test_the_graph_marks_the_peak_that_the_pane_names_or_none(pane):
    pane.present(ViewersFrame(NOON, 900, 5, 5_000, 0, every_5_s(950, 900)))
    assert pane.graph.plot.peak_ms is None
    pane.present(ViewersFrame(NOON, 900, 5, 950, 0, every_5_s(950, 900)))
    assert pane.graph.plot.peak_ms == NOON
    assert str(pane.graph.plot.best) == pane.peak.text() == "950"


def test_the_last_known_number_is_called_so(pane):
    pane.present(ViewersFrame(NOON, 900, 5, 950, 57, every_5_s(950, 900), is_current=False))
    assert (pane._captions[0].text(), pane.trend.text()) == ("last known", "")
