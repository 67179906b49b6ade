import random

from hypothesis import given
from hypothesis import strategies as st

from app.connector.backoff import choose_delay_s


@given(st.integers(1, 10_000), st.integers())
def test_the_wait_is_within_the_doubling_ceiling(attempt, seed):
    assert 0 <= choose_delay_s(attempt, chance=random.Random(seed)) <= min(300, 2.0 ** min(attempt, 20))


def test_many_clients_do_not_come_back_together():
    assert len({choose_delay_s(3, chance=random.Random(seed)) for seed in range(50)}) == 50
