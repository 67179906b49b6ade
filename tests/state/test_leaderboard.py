"""The order of the leaderboard, kept while people gain, and its bound."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import User
from app.state import GiftRow
from app.state.ranking import Ranking
from app.state.standings import Standings

GAINS = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5)), max_size=300)


def row(person, name="Rose", amount=1, *, is_open=False):
    return GiftRow((person,), User(person), None, 5, name, "", 1, amount, is_open, 0, 9, 0, 0)


def shown(board, most):
    return [(one.user.id, one.diamonds) for one in board.top(most)]


def best_of(gains, most):
    """The best by sorting all: equal totals by who came first."""
    sums = {}
    for person, diamonds in gains:
        sums[person] = sums.get(person, 0) + diamonds
    return sorted(sums.items(), key=lambda one: -one[1])[:most]


@given(GAINS, st.integers(0, 50))
def test_the_top_is_the_beginning_of_all_in_order(gains, most):
    board = Standings()
    for person, diamonds in gains:
        board.add(row(person), diamonds=diamonds, gifts=1)
        board.top(3)
    assert shown(board, most) == best_of(gains, most)
    assert [one.rank for one in board.top(most)] == list(range(1, len(shown(board, most)) + 1))
    assert board.count == len({person for person, _ in gains})


@given(st.lists(st.integers(0, 10**6), unique=True, max_size=200), st.data())
def test_entries_stay_in_order_on_shelves_of_any_size(numbers, data):
    ranking = Ranking(shelf=data.draw(st.integers(1, 5)))
    for number in numbers:
        ranking.add((number,))
    gone = data.draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    for number in gone:
        ranking.remove((number,))
    left = sorted((number,) for number in set(numbers) - set(gone))
    assert list(ranking.list_first(1_000)) == left
    assert [ranking.find_at(place) for place in range(len(left) + 1)] == [*left, None]


def test_a_row_is_made_anew_when_something_of_it_changed():
    board = Standings()
    for person in (1, 2):
        board.add(row(person), diamonds=10 * person, gifts=1)
    before = board.top(2)
    assert all(one is other for one, other in zip(before, board.top(2), strict=True))
    board.add(row(1, "Cap", 3, is_open=True), diamonds=15, gifts=3)
    assert [(one.rank, one.user.id, one.gift, one.gift_count, one.is_counting) for one in board.top(2)] == [
        (1, 1, "Cap", 3, True),
        (2, 2, "Rose", 1, False),
    ]
    board.add(row(1, "Cap", 3), diamonds=0, gifts=0)
    assert (board.top(1)[0].is_counting, board.top(1)[0].gifts) == (False, 4)


@given(GAINS)
def test_people_are_bounded_and_the_best_are_never_forgotten(gains):
    board = Standings(kept=12, best=5)
    strangers = count(1_000)
    for person, diamonds in gains:
        board.add(row(person), diamonds=diamonds, gifts=1)
        before = board.top(5)
        board.add(row(next(strangers)), diamonds=0, gifts=1)
        assert len(board._standings) <= 12
        assert [one.user.id for one in board.top(len(before))] == [one.user.id for one in before]
    assert len(list(board._ranking.list_first(1_000))) == len(board._standings)


@given(GAINS)
def test_the_best_have_their_names_however_they_came_there(gains):
    board, sums = Standings(best=3), {}
    for person, diamonds in gains:
        named = User(person, f"u{person}", f"Name {person}")
        board.add(replace(row(person), user=named), diamonds=diamonds, gifts=1)
        sums[person] = sums.get(person, 0) + diamonds
        assert [one.user.name for one in board.top(3)] == [f"Name {one.user.id}" for one in board.top(3)]
    for person, standing in board._standings.items():
        assert (standing.diamonds, standing.user.key) == (sums[person], person)
    assert sum(bool(standing.user.nickname) for standing in board._standings.values()) <= 3


@pytest.mark.parametrize("best", [1, 11, 50])
def test_the_newest_has_room_however_many_are_the_best(best):
    board = Standings(kept=12, best=best)
    for person in range(1, 100):
        board.add(row(person), diamonds=1_000 - person, gifts=1)
    assert (len(board._standings), board.count) == (12, 99)
    assert shown(board, min(best, 11)) == [(person, 1_000 - person) for person in range(1, min(best, 11) + 1)]
