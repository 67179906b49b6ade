"""Layouts as data: what a hand moves, hides and shows, and what of it comes back from the settings."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.layout.arrangement import Arrangement
from app.ui.layout.arrangement_data import put_arrangement, read_arrangements
from app.ui.layout.profiles import PROFILES, SMALL, SOLO
from app.ui.layout.tree import Place, Split, list_places, list_shares, list_splits, move_shares, show_only

PANES = tuple(place.name for place in list_places(SOLO.wide.root))
LAYOUTS = [layout for one in PROFILES.values() for layout in (one.wide, one.narrow, one.tall, SMALL)]
NAMES = st.frozensets(st.sampled_from(PANES))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def split_of(layout, name):
    return next(one for one in list_splits(layout.root) if one.name == name)


def shown_in(layout):
    """Panes that are seen while nothing grows."""

    def walk(split):
        for part, share in zip(split.parts, list_shares(split), strict=True):
            if share:
                yield from walk(part) if isinstance(part, Split) else [part.name]

    return set(walk(layout.root))


@st.composite
def moves(draw):
    """A layout, one of its splits, a state, and sizes that a hand left it at."""
    layout = draw(st.sampled_from(LAYOUTS))
    split = draw(st.sampled_from([*list_splits(layout.root)]))
    size = st.integers(0, 4_000)
    return (
        layout,
        split,
        draw(st.lists(size, min_size=len(split.parts), max_size=len(split.parts))),
        draw(st.booleans()),
    )


@given(moves())
def test_what_was_moved_has_the_shares_of_its_sizes_and_the_sum_from_before(move):
    layout, split, sizes, is_grown = move
    before = list_shares(split, is_grown=is_grown)
    after = list_shares(
        split_of(move_shares(layout, split.name, sizes, is_grown=is_grown), split.name), is_grown=is_grown
    )
    assert sum(after) == pytest.approx(sum(before))
    assert [bool(one) for one in after] == [bool(one) for one in before]
    seen = [(size, share) for size, share in zip(sizes, after, strict=True) if share]
    for (size, share), (next_size, next_share) in pairwise(sorted(seen)):
        assert share <= next_share + 1e-9
        if min(size, next_size) > 40:
            assert share * next_size == pytest.approx(next_share * size)


@given(moves())
def test_nothing_else_moves(move):
    layout, split, sizes, is_grown = move
    moved = move_shares(layout, split.name, sizes, is_grown=is_grown)
    others = [one.name for one in list_splits(layout.root) if one.name != split.name]
    for name in others:
        assert list_shares(split_of(moved, name)) == list_shares(split_of(layout, name))
    assert [place.name for place in list_places(moved.root)] == [
        place.name for place in list_places(layout.root)
    ]


@given(moves())
def test_moving_to_where_it_stands_changes_nothing(move):
    layout, split, _, is_grown = move
    stands = list_shares(split, is_grown=is_grown)
    again = move_shares(layout, split.name, stands, is_grown=is_grown)
    assert list_shares(split_of(again, split.name), is_grown=is_grown) == pytest.approx(stands)


def pad(layout, *first):
    """Sizes or shares of the right split; whatever panes stand behind these are hidden."""
    return (*first, *(0 for _ in split_of(layout, "right").parts[len(first) :]))


def test_a_battle_moves_nothing_that_was_arranged_by_hand():
    moved = split_of(move_shares(SOLO.wide, "right", pad(SOLO.wide, 300, 100)), "right")
    assert list_shares(moved) == list_shares(moved, is_grown=True) == pad(SOLO.wide, 75, 25)


def test_where_a_battle_takes_another_s_place_the_other_state_stays():
    before = split_of(SOLO.narrow, "right")
    moved = split_of(move_shares(SOLO.narrow, "right", pad(SOLO.narrow, 0, 300, 100)), "right")
    assert list_shares(moved) == pad(SOLO.narrow, 0, 93.75, 31.25)
    grown = list_shares(moved, is_grown=True)
    assert grown == list_shares(before, is_grown=True) == pad(SOLO.narrow, 56, 0, 44)


@given(st.sampled_from(LAYOUTS), NAMES, NAMES)
def test_what_is_hidden_is_not_seen_and_what_is_shown_is(layout, hidden, shown):
    changed = show_only(layout, hidden, shown - hidden)
    assert shown_in(changed) == (shown_in(layout) | shown) - hidden


@given(st.sampled_from(LAYOUTS))
def test_a_hidden_battle_makes_nothing_grow(layout):
    for split in list_splits(show_only(layout, frozenset({"battle"}), frozenset()).root):
        assert list_shares(split, is_grown=True) == list_shares(split)


def test_what_a_hand_chose_for_a_battle_holds_at_rest_too():
    small = split_of(SMALL, SMALL.root.name)
    assert list_shares(small, is_grown=True, is_at_rest=True)[0] < list_shares(small, is_grown=True)[0]
    sizes = [60, 40, *[0] * (len(small.parts) - 2)]
    moved = split_of(move_shares(SMALL, small.name, sizes, is_grown=True), small.name)
    hidden = show_only(SMALL, frozenset({"battle"}), frozenset()).root
    assert list_shares(moved, is_grown=True, is_at_rest=True)[0] == 60
    assert list_shares(hidden, is_grown=True, is_at_rest=True)[0] == 0


@pytest.mark.parametrize(
    ("size", "form"),
    [
        ((1280, 800), "wide"),
        ((1040, 700), "wide"),
        ((1039, 800), "narrow"),
        ((640, 480), "narrow"),
        ((480, 800), "tall"),
        ((320, 400), "small"),
        ((320, 700), "tall"),
        ((1080, 1920), "tall"),
    ],
)
def test_the_form_is_that_of_the_window(size, form):
    assert [one.choose_layout(*size).name for one in PROFILES.values()] == [form] * len(PROFILES)


@given(moves(), NAMES, NAMES, st.sampled_from([*PROFILES]))
def test_what_is_kept_comes_back(move, hidden, shown, base):
    layout, split, sizes, is_grown = move
    left = Arrangement(base, hidden, shown - hidden).move(layout, split.name, sizes, is_grown=is_grown)
    kept = json.loads(json.dumps(put_arrangement("mine", left)(None)))
    assert read_arrangements(kept) == {"mine": left}
    assert read_arrangements(put_arrangement("mine", None)(kept)) == {}


@given(JSON)
def test_whatever_is_kept_gives_layouts(odd):
    forms = {"wide": {"columns": odd, "right": {"battle": odd, "viewers": [1, odd]}}}
    entry = {"base": "solo", "hidden": odd, "shown": odd, "moved": forms}
    for kept in (odd, {"version": 1, "profiles": odd}, {"version": 1, "profiles": {"mine": entry, "x": odd}}):
        for one in read_arrangements(kept).values():
            for size in ((1280, 800), (700, 500), (400, 700)):
                assert {*PANES} == {place.name for place in list_places(one.lay_out(*size).root)}
    assert read_arrangements(put_arrangement("mine", Arrangement())(odd)) == {"mine": Arrangement()}


def test_other_versions_are_passed_over():
    assert read_arrangements({"version": 2, "profiles": {"solo": {}}}) == {}


def test_a_profile_of_the_table_begins_as_its_row_whatever_is_said():
    assert read_arrangements({"version": 1, "profiles": {"qa": {"base": "solo"}}})["qa"].base == "qa"


def test_what_was_moved_while_a_pane_was_hidden_leaves_it_its_share():
    left = Arrangement(hidden=frozenset({"gifts"}))
    left = left.move(left.lay_out(1280, 800), "columns", [500, 250, 250], is_grown=False)
    places = {place.name: place for place in list_places(left.show("gifts").lay_out(1280, 800).root)}
    assert places["chat"].share == 50
    assert places["gifts"] == Place("gifts", 40)
