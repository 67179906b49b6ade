import tracemalloc

from app.events.decode import decode
from app.events.remembered import BUDGET, remembered
from app.protocol import webcast as w
from app.protocol.message import Message


def test_what_was_read_is_not_read_again():
    asked = []
    look = remembered(10)(lambda data, other=b"": asked.append((data, other)) or len(data))
    assert [look(b"abc"), look(b"abc"), look(b"abc", b"x")] == [3, 3, 3]
    assert asked == [(b"abc", b""), (b"abc", b"x")]


def test_the_memory_is_emptied_when_the_budget_is_spent():
    asked = []
    look = remembered(1_000)(lambda data: asked.append(1) or data)
    for number in range(5):
        look(bytes([number]) * (BUDGET // 4))
    look(bytes([0]) * (BUDGET // 4))
    assert len(asked) == 6


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
    assert held < 3 * BUDGET
