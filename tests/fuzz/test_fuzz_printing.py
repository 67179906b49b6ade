"""Whatever strangers said can be printed, on one line, without what a terminal would obey."""

from hypothesis import given
from hypothesis import strategies as st

from .printing import a_print


@given(st.randoms(use_true_random=False))
def test_whatever_was_said_can_be_printed(chance):
    _, door, data = a_print(chance)
    assert door(data) == "printed"
