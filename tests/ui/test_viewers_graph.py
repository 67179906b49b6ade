"""What stands on the line of viewers: marks above, minutes below, and what is read where the mouse is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from app.events import Comment, User
from app.settings import Choices
from app.state import RoomState
from app.state.timeline import BigGift, Minute, Reconnect
from app.ui.figures import write_time_of_day
from app.ui.look import enlarge
from app.ui.panes.viewers.marks import MOST_LINES, gather_marks, list_marks, spread, write_lines
from app.ui.panes.viewers.pane import ViewersPane
from app.ui.panes.viewers.scale import TimeScale, find_step_ms, read_moment, step_sample, sum_minutes
from app.ui.panes.viewers.source import BattleSpan, ViewersFrame, ViewersSource
from app.ui.panes.viewers.strips import ICON_PX, LOOKS
from app.ui.wishes import Prefer
from tests.ui.rooms import NOON

MINUTE = 60_000
HALF = NOON + 30 * MINUTE
SAMPLES = tuple((NOON + 5_000 * at, None if 120 <= at < 121 else 500 + at) for at in range(361))


def gift(number, at_ms, diamonds, name="Lion"):
    return BigGift((number,), at_ms, User(number, "anna", "Anna"), name, 1, diamonds)


def frame(**more):
    told = {"minutes": (Minute(NOON, 3, 10), Minute(NOON + 10 * MINUTE, 6, 0)), **more}
    return ViewersFrame(HALF, 860, 9_000, 860, 4, SAMPLES, average=680, joins=77, **told)


@pytest.fixture
def pane(qtbot):
    pane = ViewersPane("Viewers")
    qtbot.addWidget(pane)
    pane.resize(600, 420)
    pane.show()
    return pane


def test_marks_are_battles_big_gifts_and_gaps_in_order():
    span = BattleSpan(NOON + 20 * MINUTE, NOON + 25 * MINUTE, "Omar", "win")
    made = list_marks(frame(gifts=(gift(1, NOON + MINUTE, 600), gift(2, NOON, 499)), battles=(span,)), 500)
    assert [mark.kind for mark in made] == ["gift", "gap", "battle"]
    assert (made[1].at_ms, made[1].until_ms) == (NOON + 600_000, NOON + 605_000)
    assert "600 diamonds" in made[0].words[0]
    assert "Won against" in made[2].words[0]
    assert "Omar" in made[2].words[0]


def test_a_gap_that_goes_on_lasts_until_now():
    told = ViewersFrame(HALF, 5, 5, 5, 0, ((NOON, 5), (NOON + MINUTE, None)))
    (gap,) = list_marks(told, 500)
    assert (gap.at_ms, gap.until_ms) == (NOON + MINUTE, HALF)


def test_gifts_that_are_near_each_other_are_one_mark_with_all_their_words():
    made = list_marks(frame(gifts=tuple(gift(at, NOON + at * 1_000, 500 + at) for at in range(9))), 500)
    gathered = [mark for mark in gather_marks(made, NOON, HALF, 30_000) if mark.kind == "gift"]
    assert len(gathered) == 1
    assert len(gathered[0].words) == 9
    assert gathered[0].worth == 508
    assert len(write_lines(gathered[0].words)) == MOST_LINES + 1


def test_a_reconnect_has_a_mark_of_its_own_that_says_when_and_after_how_long():
    made = list_marks(frame(reconnects=(Reconnect(NOON + 605_000, 41_000),)), 500)
    assert [mark.kind for mark in made] == ["gap", "reconnect"]
    assert made[1].words == (f"{write_time_of_day(NOON + 605_000)} connected again, after 0:41 of silence",)
    assert len({look for look, _ in LOOKS.values()}) == len(LOOKS) == 4


def test_reconnects_near_each_other_are_one_mark():
    made = list_marks(frame(reconnects=(Reconnect(NOON, 1_000), Reconnect(NOON + 1_000, 9_000))), 500)
    (one,) = (mark for mark in gather_marks(made, NOON, HALF, 30_000) if mark.kind == "reconnect")
    assert (one.at_ms, len(one.words)) == (NOON + 1_000, 2)


@given(st.lists(st.floats(-10, 310), max_size=30).map(sorted))
def test_pictures_of_marks_do_not_cover_each_other(wished):
    lefts = spread(wished, 10, 300)
    assert all(-1e-6 <= left <= 290 + 1e-6 for left in lefts)
    assert all(right - left >= 10 - 1e-6 for left, right in pairwise(lefts))


def test_the_tooltip_of_a_mark_is_where_its_picture_stands(pane):
    pane.present(frame(reconnects=(Reconnect(NOON + 605_000, 41_000),)))
    strip = pane.graph.strip
    assert strip._lefts[1] - strip._lefts[0] >= enlarge(ICON_PX)
    seen = strip.find_marks(strip._lefts[1] + enlarge(ICON_PX) - 1)
    assert [mark.kind for mark in seen] == ["reconnect"]


def test_marks_and_bars_follow_the_line_to_another_size_at_once(pane):
    pane.present(frame(gifts=(gift(1, NOON + 15 * MINUTE, 600),)))
    graph = pane.graph
    pane.grab()
    for width in (900, 420):
        pane.resize(width, 420)
        pane.grab()
        wide = graph.scale
        middle = enlarge(ICON_PX) / 2
        lefts = dict(zip((mark.kind for mark in graph.strip.marks), graph.strip._lefts, strict=True))
        assert lefts["gift"] == pytest.approx(wide.find_x(NOON + 15 * MINUTE) - middle, abs=1)
        assert graph.lane._scale == graph.strip._scale == wide


def test_what_is_outside_the_span_has_no_mark():
    made = list_marks(frame(gifts=(gift(1, NOON, 600),)), 500)
    assert [mark.kind for mark in gather_marks(made, NOON + MINUTE, HALF, 1_000)] == ["gap"]


@given(st.floats(0, 1), st.integers(60_000, 10**8), st.integers(1, 2_000))
def test_a_moment_is_found_again_at_its_place(share, span, width):
    scale = TimeScale(NOON, NOON + span, 52, width)
    at_ms = NOON + share * span
    assert scale.find_ms(scale.find_x(at_ms)) == pytest.approx(at_ms, abs=1)
    assert 52 <= scale.find_x(at_ms) <= 52 + width


@given(
    st.lists(
        st.tuples(st.integers(0, 600), st.integers(0, 50), st.integers(0, 10**6)),
        unique_by=lambda one: one[0],
    )
)
def test_bars_are_wide_enough_and_lose_nothing(told):
    minutes = sorted(Minute(NOON + at * MINUTE, comments, diamonds) for at, comments, diamonds in told)
    scale = TimeScale(NOON, NOON + 601 * MINUTE, 0, 300)
    step = find_step_ms(scale, 4)
    bars = list(sum_minutes(minutes, scale, step))
    assert scale.width * step / (scale.end_ms - scale.start_ms) >= 4
    count = step // MINUTE
    assert sum(one.comments for one in minutes) <= sum(one.comments for one in bars) * count
    assert len(bars) <= 300 / 4 + 2


def test_a_moment_is_read_from_the_count_before_it_and_its_minute():
    minutes = (Minute(NOON, 3, 10),)
    assert read_moment(SAMPLES, minutes, NOON + 12_000, HALF)[1:] == (502, minutes[0])
    assert read_moment(SAMPLES, minutes, NOON - 5, HALF)[1] == 500
    assert read_moment(SAMPLES, minutes, NOON + 601_000, HALF)[1] is None
    assert read_moment((), minutes, NOON, HALF) is None
    assert read_moment(SAMPLES, (), NOON + 12_000, NOON + 59_000)[2] is None
    assert step_sample(SAMPLES, NOON, -5) == NOON
    assert step_sample(SAMPLES, NOON, 10**6) == SAMPLES[-1][0]


def test_the_mouse_reads_the_line_where_it_is(pane, qtbot):
    pane.present(frame())
    plot = pane.graph.plot
    scale = pane.graph.scale
    qtbot.mouseMove(plot, QPoint(round(scale.find_x(NOON + 10_000)), 40))
    qtbot.waitUntil(lambda: not pane.graph.hair.isHidden())
    assert "50" in pane.graph.hair.lines[0]
    assert "3 comments, 10 diamonds" in pane.graph.hair.lines[1]
    assert pane.graph.hair.x_px == pytest.approx(plot.x() + scale.find_x(NOON + 10_000), abs=4)


def test_arrow_keys_read_it_too(pane, qtbot):
    pane.present(frame())
    pane.activateWindow()
    pane.graph.setFocus()
    qtbot.waitUntil(pane.graph.hasFocus)
    newest = pane.graph.hair.lines[0]
    qtbot.keyClick(pane.graph, Qt.Key.Key_Left)
    assert pane.graph.hair.lines[0] != newest
    assert pane.graph.accessibleDescription().startswith(pane.graph.hair.lines[0])
    qtbot.keyClick(pane.graph, Qt.Key.Key_Home)
    assert "500" in pane.graph.hair.lines[0]


def test_a_span_that_is_chosen_is_kept_and_one_that_was_kept_is_shown(pane):
    wishes = []
    pane.wish.connect(wishes.append)
    pane._pills[0].click()
    assert wishes == [Prefer({"graph_minutes": 5})]
    pane.show_next_span()
    assert wishes[1:] == [Prefer({"graph_minutes": 30})]
    pane.prefer(Choices(graph_minutes=45))
    pane.show_next_span()
    assert wishes[2:] == [Prefer({"graph_minutes": 5})]
    pane.prefer(Choices(graph_minutes=0))
    assert [pill.isChecked() for pill in pane._pills] == [False, False, True]


def test_marks_say_what_they_are_and_a_low_graph_has_none(pane):
    pane.present(frame(gifts=(gift(1, NOON + 15 * MINUTE, 600),)))
    strip = pane.graph.strip
    (mark,) = strip.find_marks(pane.graph.scale.find_x(NOON + 15 * MINUTE))
    assert "Anna" in mark.words[0]
    assert not strip.isHidden()
    assert not pane.graph.lane.isHidden()
    pane.resize(600, 200)
    pane.graph.resize(600, 100)
    assert strip.isHidden()
    assert pane.graph.lane.isHidden()


def test_the_mean_stands_beside_the_peak_and_joins_are_said_to_be_seen(pane):
    pane.present(frame())
    assert pane.average.text() == "680"
    assert "We saw 77 come" in pane.total.toolTip()


def test_the_minute_that_goes_on_has_no_bar_yet():
    state = RoomState()
    for at_ms in (NOON, NOON + 61_000):
        state.apply(Comment(user=User(1, "a", "A"), text="x", msg_id=at_ms), at_ms)
    told = ViewersSource().frame(state, NOON + 70_000)
    assert [minute.at_ms for minute in told.minutes] == [NOON]
