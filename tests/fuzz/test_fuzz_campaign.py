from random import Random

import pytest

from . import window
from .campaign import Find, campaign, drawn, name_kind, outcome, report, shrunk
from .damage import READABLE, WHOLE, nested_groups, parts, sized, within
from .doors import CAPTURED

SEED, ROUNDS = 20, 400


@pytest.fixture(scope="module")
def tally():
    return campaign(SEED, range(ROUNDS))


def test_nothing_but_events_undecodables_and_protocol_errors(tally):
    assert [find.line for find in tally.finds.values()] == []


def test_every_door_is_tried(tally):
    doors = {name.partition(":")[0] for name in tally.outcomes}
    assert doors == {
        "event",
        "fetched",
        "pushed",
        "neighbours",
        "inflated",
        "answered",
        "listed",
        "streamed",
        "heard",
        "typed",
        "printed",
    }


@pytest.fixture(scope="module")
def stage():
    """The window of the rounds, there before the test and gone after it."""
    yield window.stage()
    window.stage()[2].close()
    window.stage.cache_clear()


def test_messages_of_strangers_can_be_drawn(stage):
    tally = campaign(SEED, range(12), "window")
    assert [find.line for find in tally.finds.values()] == []
    assert tally.outcomes == {"shown: drawn": 12}


def test_sound_bodies_are_read(tally):
    assert tally.outcomes["answered: read"] > 0
    assert tally.outcomes["heard: events"] > 0


def test_damage_goes_further_than_the_reader(tally):
    assert tally.outcomes["event: event"] > tally.outcomes["event: undecodable"] > 0


def test_the_same_seed_draws_the_same_bytes():
    assert [drawn(5, turn)[2] for turn in range(60)] == [drawn(5, turn)[2] for turn in range(60)]


@pytest.mark.parametrize("change", [*READABLE, *WHOLE], ids=lambda change: change.__name__)
def test_every_damage_changes_something(change):
    chance, (data, *_) = Random(1), [message.payload for message in CAPTURED if len(message.payload) > 1000]
    changes = [within(chance, data, change) if change in READABLE else change(chance, data) for _ in range(9)]
    assert any(changed != data for changed in changes)


@pytest.mark.parametrize("change", READABLE, ids=lambda change: change.__name__)
def test_readable_damage_leaves_a_message(change):
    chance, data = Random(2), sized(1, b"before") + sized(2, sized(3, b"in it")) + sized(4, b"after")
    if change is not nested_groups:  # the reader by hand knows no groups
        assert all(parts(within(chance, data, change)) is not None for _ in range(20))


def refuses(data):
    if b"\xff" in data:
        raise ValueError(f"{len(data)} bytes")
    return "fine"


def test_a_find_is_made_small_and_says_how_to_see_it_again():
    data = sized(1, sized(2, b"abc") + sized(3, b"de\xfffg")) + sized(4, bytes(99))
    find = shrunk(Find(1, 2, "case", data, outcome(refuses, data)[1]), refuses)
    assert find.data == sized(1, sized(3, b"\xff"))
    assert '"payload_b64": "CgMaAf8=", "seed": 1, "round": 2' in find.line


def test_finds_that_differ_in_numbers_are_one():
    assert name_kind("ValueError: 12 bytes (a.py:1)") == name_kind("ValueError: 7 bytes (a.py:20)")


def test_the_report_counts_all_rounds(tally):
    assert any(line.split()[:2] == [str(ROUNDS), "rounds;"] for line in report(tally))
