import tracemalloc

import pytest

from app.events.decode.memory import BUDGET, remember
from app.events.decode.table import decode
from app.protocol.message import Message
from tests.reference import webcast as w


def asked_of(most):
    """A memory of what is read, and the list of what it had to read."""
    asked = []
    return remember(most)(lambda key: asked.append(key) or len(key)), asked


def test_what_was_read_is_not_read_again():
    look, asked = asked_of(10)
    assert [look(b"abc"), look(b"abc"), look((b"abc", b"x"))] == [3, 3, 2]
    assert asked == [b"abc", (b"abc", b"x")]


def test_who_is_asked_for_stays_while_others_come_and_go():
    look, asked = asked_of(10)
    for number in range(100):
        look(b"regular")
        look(b"%d" % number)
    assert asked.count(b"regular") == 1
    look(b"0")
    assert asked.count(b"0") == 2


def test_no_more_than_two_generations_are_held():
    look, asked = asked_of(10)
    for key in [b"%d" % number for number in range(30)] * 2:
        look(key)
    assert len(asked) == 60


@pytest.mark.parametrize("key", [lambda data: data, lambda data: (data, data)], ids=["one", "several"])
def test_a_generation_ends_when_its_budget_is_spent(key):
    look, asked = asked_of(1_000)
    for number in [*range(12), 0]:
        look(key(bytes([number]) * (BUDGET // 4)))
    assert len(asked) == 13


def test_people_with_long_names_do_not_fill_the_memory():
    def like(number):
        user = w.User(id=number, nickname=f"{number}" + "x" * 200_000)
        return Message("WebcastLikeMessage", bytes(w.WebcastLikeMessage(user=user)))

    decode(like(1))
    tracemalloc.start()
    for number in range(400):
        decode(like(number))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 4 * BUDGET  # two generations, of bytes and of what was made of them
