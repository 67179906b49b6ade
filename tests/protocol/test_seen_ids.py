from hypothesis import given
from hypothesis import strategies as st

from app.protocol.seen_ids import SeenIds


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


def test_likes_and_joins_never_push_out_the_others():
    seen = SeenIds(kept=3)
    seen.add(1)
    for number in range(2, 100):
        seen.add(number, crowd=True)
    assert (len(seen), seen.add(1), seen.add(99, crowd=True)) == (4, False, False)


def test_ten_minutes_of_the_busiest_room_are_remembered():
    seen = SeenIds()
    seen.add(1)
    seen.add(2, crowd=True)
    for number in range(3, 330 * 600):
        seen.add(number, crowd=number % 10 > 0)
    assert (seen.add(1), seen.add(2, crowd=True)) == (False, False)


def test_the_memory_is_bounded_for_each_kind():
    seen = SeenIds(kept=10)
    for number in range(1, 1_000):
        seen.add(number, crowd=number % 2 > 0)
    assert len(seen) == 20
