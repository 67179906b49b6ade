"""The measuring of the window: what is told of it, and that it measures the real program."""

import json

import pytest

from app.bench.ui import report
from app.bench.ui.bars import compare_with_bars
from app.bench.ui.figures import compute_spread_ms
from app.bench.ui.platforms import OFFSCREEN, open_platforms
from app.bench.ui.report import PARTS, SEEN_PARTS, BenchPlan, measure_window
from app.bench.ui.runs import Bench
from app.bench.ui.spans import measure_spans
from app.cli import run_command
from app.cli.bench_window import list_window_lines
from app.errors import SidestageError

SHORT = {"settle_ms": 300, "cost_ms": 700}


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """A window that never ends fails its test; the whole suite would be ended after two minutes."""
    monkeypatch.setattr("app.bench.ui.runs.LONGEST_S", 60)


@pytest.fixture
def bench():
    return Bench({"QT_QPA_PLATFORM": OFFSCREEN})


@pytest.fixture
def offscreen(monkeypatch):
    """Only what is drawn into memory, and that for a moment."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("app.bench.ui.platforms.shutil.which", lambda _: None)
    monkeypatch.setattr(report, "TIMES", SHORT)
    monkeypatch.setattr(report, "WATCH_MS", 2_500)
    monkeypatch.setattr(report, "STARTS", 1)
    monkeypatch.setattr(report, "ROUNDS", 1)


def test_the_spread_of_values():
    assert compute_spread_ms([]) == {}
    assert compute_spread_ms([3_000_000]) == {"p50": 3.0, "p95": 3.0, "p99": 3.0, "max": 3.0}
    values = [number * 1_000_000 for number in range(101)]
    assert compute_spread_ms(values[::-1]) == {"p50": 50.0, "p95": 95.0, "p99": 99.0, "max": 100.0}


def test_a_bar_is_told_where_its_figure_was_measured():
    assert compare_with_bars({}) == {}
    told = compare_with_bars({"start_ratio": 2.5, "resize_ms": {"p95": 17.0}})
    assert [(bar["measured"], bar["holds"]) for bar in told.values()] == [(2.5, True), (17.0, False)]


def test_the_parts_that_depend_on_pixels_are_parts():
    assert set(SEEN_PARTS) < set(PARTS)


def test_without_a_display_only_memory_is_drawn_into(offscreen):
    with open_platforms() as platforms:
        assert [name for name, _ in platforms] == [OFFSCREEN]


def test_a_display_that_is_there_is_taken(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":77")
    with open_platforms() as platforms:
        assert platforms[1] == ("xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":77"})


def test_a_stream_through_the_real_window_beside_a_text_box(offscreen):
    found = measure_window(BenchPlan(rates=(200.0,), parts=("rates",)))
    row = found["rates"]["200"]
    assert row["lost"] == 0
    assert row["cpu_s_per_1000"] > 0
    assert row["text_widget_cpu_s_per_1000"] > 0
    assert set(row["frame_gap_ms"]) == set(row["socket_to_pixel_ms"]) == {"p50", "p95", "p99", "max"}
    assert any(line.split()[:1] == ["200"] for line in list_window_lines(found))


def test_a_stream_with_a_filter_and_three_panes_out(offscreen):
    found = measure_window(BenchPlan(parts=("apart",)))
    assert found["apart"]["lost"] == 0
    assert "the same with a filter and three panes popped out" in found["bars"]


def test_every_pane_can_be_in_sight(offscreen):
    found = measure_window(BenchPlan(parts=("all_panes",)))
    assert found["all_panes"]["lost"] == 0
    assert any(line.split()[:2] == ["all", "panes"] for line in list_window_lines(found))


def test_start_and_end_of_the_real_window(offscreen):
    found = measure_window(BenchPlan(parts=("start",)))
    assert found["start_ratio"] > 1
    assert found["quit_ms"] > 0
    assert "start, × an empty window" in found["bars"]


@pytest.mark.parametrize("way", ["hidden", "scrolled_up"])
def test_the_share_of_a_core(offscreen, way):
    found = measure_window(BenchPlan(parts=(way,)))
    assert 0 < found[f"{way}_cpu_share"] < 1


def test_the_window_that_is_measured_is_as_large_as_the_text_box(offscreen):
    with open_platforms() as [(_, environment)]:
        bench = Bench(environment)
        with bench.open_feed("wire", 330) as feed:
            found = bench.play("flow", feed, **SHORT, watch_ms=100).found
    assert {name: found[name] for name in report.WINDOW_SIZE} == report.WINDOW_SIZE


def test_the_other_acts(bench):
    assert set(bench.play_in_room("resize").found["resize_ms"]) == {"p50", "p95", "p99", "max"}
    assert bench.play_in_room("leaderboard", people=50).found["tick_ms"] > 0
    weighed = bench.play_in_room("memory", marks=[200, 400]).found
    assert list(weighed["memory_mb"]) == ["200", "400"]
    assert 0 < weighed["memory_own_mb"]["400"] < weighed["memory_mb"]["400"]


def test_pictures_of_people_come_to_the_real_window(offscreen):
    found = measure_window(BenchPlan(parts=("pictures",)))
    assert found["pictures_came"] == 50 * report.ROUNDS
    assert set(found["pictures_gap_ms"]) == {"p50", "p95", "p99", "max"}


def test_an_act_that_fails_is_told(bench):
    with pytest.raises(SidestageError) as failed:
        bench.play_in_room("leaderboard", people="none")
    assert "TypeError" in failed.value.hint


def test_one_json_object(offscreen, capsys):
    assert run_command(["bench", "ui", "--only", "start", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"platform", "start_ratio", "quit_ms", "bars", "notes"} <= set(told)


def test_a_part_that_does_not_exist_is_one_sentence(capsys):
    assert run_command(["bench", "ui", "--only", "speed"]) == 2
    said = capsys.readouterr().err
    assert "“speed”" in said
    assert said.count("\n") == 1
    assert all(part in said for part in PARTS)


def test_the_cheapest_span_counts(monkeypatch):
    clock, counted = iter([0.0, 1.0, 1.0, 1.2, 1.2, 3.0]), iter([0, 10, 10, 20, 20, 30])
    monkeypatch.setattr("app.bench.ui.spans.time.process_time", lambda: next(clock))
    spans = measure_spans(lambda: next(counted), 3_000)
    assert [next(spans), next(spans), next(spans)] == [1_000] * 3
    with pytest.raises(StopIteration) as end:
        next(spans)
    assert end.value.value["events"] == 10
    assert end.value.value["cpu_s"] == pytest.approx(0.2)
