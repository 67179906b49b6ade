"""Damage to JSON: a value, a key, the depth; and now and then to its bytes."""

import json
from functools import partial

from .damage import TEXTS, WHOLE
from .parsers import NOW_MS

ODD = (
    *(
        None,
        True,
        False,
        0,
        -1,
        -470,
        3,
        4,
        7.5,
        1e308,
        -(2**31),
        2**53 + 1,
        2**63 - 1,
        2**63,
        10**30,
        10**400,
    ),
    *(float("nan"), float("inf"), float("-inf"), NOW_MS, NOW_MS * 1000, NOW_MS * 1_000_000),
    *("", "0", "-5", "NaN", "cut \ud83d", "\udc00", "\x1b[31m\u202e\u2028\x85"),
    *([], {}, [[]], [None], {"": None}, [1, "a"]),
    *(words for words in TEXTS if len(words) < 10_000),
)
DEEP = 3000


def places(value, path=()):
    """Where the values of a tree are, by keys and indexes."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in pairs:
        yield from places(one, (*path, key))


def changed(value, path, change):
    """A tree with what is at one place changed."""
    if not path:
        return change(value)
    key, *rest = path
    if isinstance(value, dict):
        return value | {key: changed(value[key], rest, change)}
    return [*value[:key], changed(value[key], rest, change), *value[key + 1 :]]


def another_value(chance, value):
    return chance.choice(ODD)


def another_type(chance, value):
    return chance.choice((str(value), [value], {"data": value}, {"0": value}, [value] * 3))


def without_something(chance, value):
    if isinstance(value, dict) and value:
        lost = chance.choice(list(value))
        return {key: one for key, one in value.items() if key != lost}
    return value[:-1] if isinstance(value, list | str) else None


def renamed(chance, value):
    if not (isinstance(value, dict) and value):
        return value
    old = chance.choice(list(value))
    return {
        (chance.choice(("", "\ud83d", "id", "a" * 99)) if key == old else key): one
        for key, one in value.items()
    }


def nested(chance, value):
    for _ in range(chance.choice((1, 70, 200))):
        value = [value] if chance.random() < 0.5 else {"data": value}
    return value


CHANGES = (another_value, another_value, another_value, another_type, without_something, renamed, nested)


def spoiled(chance, value):
    """The tree with one to six changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        path = chance.choice(list(places(value)))
        value = changed(value, path, partial(chance.choice(CHANGES), chance))
    return value


def written(value):
    return json.dumps(value).encode()


def roughly(chance, data):
    """Now and then damage to the bytes themselves, whatever they say."""
    while chance.random() < 0.15:
        data = chance.choice(WHOLE)(chance, data)
    return data if chance.random() < 0.99 else b"[" * DEEP * 100
