import pytest

from app.ui import figures
from app.ui.money import Pricing, write_money


@pytest.mark.parametrize(
    ("ms", "shown"), [(300_000, "05:00"), (299_999, "05:00"), (1, "00:01"), (0, "00:00"), (-5, "00:00")]
)
def test_a_second_that_has_begun_is_still_on_the_clock(ms, shown):
    assert figures.write_countdown(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0:00"), (42_000, "0:42"), (7_902_000, "2:11:42"), (-1, "0:00")]
)
def test_length_of_the_stream(ms, shown):
    assert figures.write_length(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "now"), (7_400, "7 s"), (180_000, "3 min"), (7_200_000, "2 h")]
)
def test_age_of_the_data(ms, shown):
    assert figures.write_age(ms) == shown


def test_a_gap_has_a_sign():
    assert [figures.add_sign(number) for number in (1240, -5, 0)] == ["+1,240", "\u22125", "0"]


def test_large_numbers_fit():
    assert [figures.compact(number) for number in (999_999, 1_234_567, 45_600_000_000)] == [
        "999,999",
        "1.23M",
        "45.60B",
    ]


def test_a_time_that_is_not_known_is_not_shown():
    assert figures.write_time_of_day(0) == ""


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 2**64, 10**30, -(2**63), -(10**30)])
def test_numbers_beyond_64_bits_are_written(number):
    shown = [
        figures.group_digits(number),
        figures.compact(number),
        figures.add_sign(number),
        write_money(abs(number), Pricing(0.005, "$")),
    ]
    assert all(shown)


@pytest.mark.parametrize("at_ms", [253_402_300_800_000, 1_790_000_000_000_000, 2**63 - 1, 2**70, -1])
def test_a_time_that_no_calendar_has_is_not_shown(at_ms):
    assert figures.write_time_of_day(at_ms) == ""
