from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from app import events as ev
from app.frozen import FEW, compose, event, make_quick, value

NAMED = [getattr(ev, name) for name in ev.__all__]
EVENTS = [kind for kind in NAMED if isinstance(kind, type) and issubclass(kind, ev.Event)]


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_an_event_is_what_its_fields_say_and_stays_so(kind):
    made = kind()
    assert {one.name: getattr(made, one.name) for one in fields(kind)} == {
        one.name: one.default for one in fields(kind)
    }
    with pytest.raises(FrozenInstanceError):
        made.at_ms = 5
    assert replace(made, at_ms=5) == kind(at_ms=5) != made


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_what_is_made_quickly_is_the_same(kind):
    made = make_quick(kind)(at_ms=5)
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
    with pytest.raises(TypeError, match="rows"):

        @event
        class Wrong:
            rows: list = field(default_factory=list)


def test_a_value_without_fields():
    @value
    class Nothing:
        pass

    assert Nothing() == Nothing()


MANY = 2 * FEW


@value
class Ticket:
    """A value that looks at itself."""

    place: int
    holder: str = "nobody"
    code: str = field(default="", repr=False, hash=False)

    def __post_init__(self) -> None:
        if self.place < 0:
            raise ValueError(self.holder)


def test_all_values_are_made_alike_whether_the_constructor_is_compiled_yet_or_not():
    for number in range(MANY):
        assert (
            Ticket(number)
            == Ticket(place=number)
            == Ticket(number, code="")
            == replace(Ticket(0), place=number)
        )
        assert Ticket(number, "Ann") != Ticket(number)
        with pytest.raises(ValueError, match="Ann"):
            Ticket(-1, holder="Ann")


@pytest.mark.parametrize("made_before", [0, MANY])
@pytest.mark.parametrize(
    ("places", "named"),
    [((1, "a", "b", "c"), {}), ((1,), {"place": 2}), ((), {}), ((1,), {"price": 3})],
)
def test_what_does_not_fit_is_refused_as_python_does(made_before, places, named):
    @value
    class Seat:
        place: int
        holder: str = ""
        code: str = ""

    for number in range(made_before):
        Seat(number)
    with pytest.raises(TypeError, match=r"Seat|__init__"):
        Seat(*places, **named)


def test_what_is_not_to_be_shown_or_hashed_is_not():
    assert repr(Ticket(1, "Ann", "secret")) == "Ticket(place=1, holder='Ann')"
    assert hash(Ticket(1, "Ann", "a")) == hash(Ticket(1, "Ann", "b"))
    assert Ticket(1, "Ann", "a") != Ticket(1, "Ann", "b")


def test_a_value_of_several_classes_has_the_fields_of_all():
    @dataclass(kw_only=True, init=False, repr=False, eq=False)
    class Size:
        width: int = 3

    @dataclass(kw_only=True, init=False, repr=False, eq=False)
    class Place:
        left: int = 5

    @compose
    class Window(Size, Place):
        pass

    for number in range(MANY):
        made = Window(width=number)
        assert (made.left, made.width) == (5, number)
        assert made == replace(Window(), width=number)
        with pytest.raises(FrozenInstanceError):
            made.width = 1
