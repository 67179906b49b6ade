from dataclasses import FrozenInstanceError, fields, replace

import pytest

from app import events as ev
from app.frozen import event, quick, value

NAMED = [getattr(ev, name) for name in ev.__all__]
EVENTS = [kind for kind in NAMED if isinstance(kind, type) and issubclass(kind, ev.Event)]


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_an_event_is_what_its_fields_say_and_stays_so(kind):
    made = kind()
    assert {field.name: getattr(made, field.name) for field in fields(kind)} == {
        field.name: field.default for field in fields(kind)
    }
    with pytest.raises(FrozenInstanceError):
        made.at_ms = 5
    assert replace(made, at_ms=5) == kind(at_ms=5) != made


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_what_is_made_quickly_is_the_same(kind):
    made = quick(kind)(at_ms=5)
    assert type(made) is kind
    assert made == kind(at_ms=5)
    with pytest.raises(FrozenInstanceError):
        made.at_ms = 6


def test_fields_go_by_keyword_and_nothing_else_is_taken():
    with pytest.raises(TypeError):
        ev.Like("WebcastLikeMessage")
    with pytest.raises(TypeError, match="taps"):
        ev.Like(taps=3)


def test_values_go_by_place_and_need_what_has_no_default():
    assert ev.PollOption("yes", 3).votes == 3
    with pytest.raises(TypeError, match="votes"):
        ev.PollOption("yes")


def test_a_default_that_would_be_shared_and_can_change_is_refused():
    from dataclasses import field

    with pytest.raises(TypeError, match="rows"):

        @event
        class Wrong:
            rows: list = field(default_factory=list)


def test_a_value_without_fields():
    @value
    class Nothing:
        pass

    assert Nothing() == Nothing()
