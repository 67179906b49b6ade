"""That the machine slept is seen by two clocks that do not agree any more."""

import pytest

from app.desktop.sleep import Moment, SleepWatch, find_sleep_s


@pytest.mark.parametrize(
    ("wall_s", "steady_s", "slept_s"),
    [
        (1.0, 1.0, 0.0),
        (4.0, 1.0, 0.0),  # nothing to speak of
        (3_601.0, 1.0, 3_600.0),  # Linux and macOS
        (3_601.0, 3_601.0, 3_600.0),  # Windows, or a program that was stopped
        (-3_600.0, 1.0, 0.0),  # the clock was set back
    ],
)
def test_what_the_clocks_say(wall_s, steady_s, slept_s):
    assert find_sleep_s(Moment(50.0, 7.0), Moment(50.0 + wall_s, 7.0 + steady_s)) == slept_s


def test_it_is_told_once(qapp):
    moments, woken = [Moment(0, 0), Moment(1, 1), Moment(900, 2), Moment(901, 3)], []
    watch = SleepWatch(lambda: woken.append(1), qapp, lambda: moments.pop(0))
    for _ in range(3):
        watch.look()
    assert woken == [1]
    watch.deleteLater()
