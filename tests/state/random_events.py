"""Events of every class, with few different values, so that the same people, gifts and battles come again."""

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app import events as ev
from app.events.describe.catalogue import TOPICS

NOON = 1_800_000_000_000
KINDS = tuple(kind for kinds in TOPICS.values() for kind in kinds)
NUMBERS = st.sampled_from((0, 1, 2, 3, 10, 99))
TIMES = st.integers(-40, 40).map(lambda step: NOON + step * 5_000) | st.just(0)
WORDS = st.sampled_from(("", "a", "mira", "Rose", "ليلى", "\ud800"))


@cache
def values_of(hint, name=""):
    """A strategy for a type; `name` is that of the field it is for."""
    kind, inner = get_origin(hint), get_args(hint)
    if name.endswith("_ms") and hint is int:
        return TIMES
    if kind is Literal:
        return st.sampled_from(inner)
    if kind in (Union, UnionType):
        return st.one_of(*(st.none() if arm is NoneType else values_of(arm, name) for arm in inner))
    if kind is tuple:
        return st.lists(values_of(inner[0]), max_size=2).map(tuple) if Ellipsis in inner else st.just(())
    plain = {int: NUMBERS, bool: st.booleans(), str: WORDS, float: st.sampled_from((0.0, 2.0))}
    return made(hint) if is_dataclass(hint) else plain.get(hint)


@cache
def made(kind):
    """A strategy for values of a class with fields; what it cannot make has its default."""
    hints = get_type_hints(kind)
    told = {one.name: values_of(hints[one.name], one.name) for one in fields(kind)}
    if "method" in told:
        told["method"] = st.sampled_from(("", f"Webcast{kind.__name__}", f"Other{kind.__name__}"))
    return st.builds(kind, **{name: values for name, values in told.items() if values is not None})


GIVING = (ev.Gift, ev.Battle, ev.Connected, ev.Comment, ev.Viewers, ev.Delete, ev.Reconnecting)  # more often
EVENTS = st.one_of(*(made(kind) for kind in (*KINDS, *GIVING)))
STEPS = st.lists(
    st.tuples(EVENTS, st.integers(-1, 4).map(lambda step: step * 4_000), st.booleans()), max_size=40
)


def play(state, steps, now_ms=NOON):
    """Apply steps of (event, ms that passed before, whether it is looked at afterwards); each yields once."""
    for event, passed_ms, is_looked_at in steps:
        now_ms += passed_ms
        state.apply(event, now_ms)
        yield
        if is_looked_at:
            state.tick(now_ms + 1_000)
            yield
