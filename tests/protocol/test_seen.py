from hypothesis import given
from hypothesis import strategies as st

from app.protocol.seen import SeenIds


@given(st.lists(st.integers(min_value=1, max_value=30)))
def test_an_id_is_new_exactly_once(numbers):
    seen = SeenIds()
    assert [number for number in numbers if seen.add(number)] == list(dict.fromkeys(numbers))


def test_the_oldest_are_forgotten():
    seen = SeenIds(kept=3)
    for number in (1, 2, 3, 4):
        seen.add(number)
    assert (len(seen), seen.add(1), seen.add(4)) == (3, True, False)


def test_zero_is_no_id():
    seen = SeenIds()
    assert (seen.add(0), seen.add(0), len(seen)) == (True, True, 0)


def test_repetitions_are_counted():
    seen = SeenIds()
    assert [seen.add(number) for number in (7, 7, 0, 0, 8, 7)] == [True, False, True, True, True, False]
    assert seen.repeated == 2
