"""A layout: a tree of splits with shares, and what is done with one. All functions give new values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

Direction = Literal["beside", "below"]
USUAL_SHARE = 40.0  # of what a layout hides, once somebody wants to see it, where nothing is beside it
BESIDE = 0.5  # the same, of the largest share beside it: the chat stays the larger part
LEAST_PART = 0.001  # of a split; nothing that is shown is moved to nothing


class Place(NamedTuple):
    """A pane's place in a split.

    Attributes:
        name: of the pane.
        share: of the split, compared with the others; 0 hides it.
        grown: its share while the pane that the split grows for needs room; None is as always.
        rest: the same once what it needed room for is over; None is as grown.
    """

    name: str
    share: float
    grown: float | None = None
    rest: float | None = None


class Split(NamedTuple):
    """Parts beside each other or below each other, with handles to move between them.

    Attributes:
        name: in one layout no other split has it; the same split in other layouts has it too.
        direction: how the parts stand.
        parts: in order.
        share: of the split around it; 0 hides it.
        grown: its share while the pane that the split around it grows for needs room.
        grows_for: the pane whose need of room changes the shares, if there is one.
    """

    name: str
    direction: Direction
    parts: tuple[Place | Split, ...]
    share: float = 0
    grown: float | None = None
    grows_for: str = ""


class Layout(NamedTuple):
    """One form of the window.

    Attributes:
        name: of the form.
        is_small: panes are told to fit into a narrow window.
        bars: panes that stand above the split, each as high as it needs.
        root: the split with the others.
    """

    name: str
    is_small: bool
    bars: tuple[str, ...]
    root: Split


def list_splits(split: Split) -> Iterator[Split]:
    """A split, and all in it."""
    yield split
    for part in split.parts:
        if isinstance(part, Split):
            yield from list_splits(part)


def list_places(split: Split) -> Iterator[Place]:
    """All places in a split, in order."""
    for part in split.parts:
        if isinstance(part, Split):
            yield from list_places(part)
        else:
            yield part


def list_shares(split: Split, *, is_grown: bool = False, is_at_rest: bool = False) -> tuple[float, ...]:
    """Give each part's share, 0 for what is hidden.

    Args:
        split: whose parts.
        is_grown: the pane that it grows for needs room; while a layout hides that pane nothing grows for it.
        is_at_rest: what that pane needed room for is over.
    """
    usual = tuple(part.share for part in split.parts)
    grown = tuple(_find_grown(part, is_at_rest=is_at_rest) for part in split.parts)
    for part, share in zip(split.parts, grown, strict=True):
        if is_grown and share and part.name == split.grows_for:
            return grown
    return usual


def _find_grown(part: Place | Split, *, is_at_rest: bool) -> float:
    if is_at_rest and isinstance(part, Place) and part.rest is not None:
        return part.rest
    return part.share if part.grown is None else part.grown


def move_shares(layout: Layout, name: str, sizes: Sequence[float], *, is_grown: bool = False) -> Layout:
    """Give the parts of a split the shares that their sizes have; together they stay as large as before.

    Both shares of a part, the usual and the grown one, become the new one: what was arranged by hand does not
    move by itself. Where other parts are shown in the other state, that stays as it is.

    Args:
        layout: the layout.
        name: of the split.
        sizes: of all parts in order, in any unit. That of a part that is hidden counts for nothing.
        is_grown: the state in which they were moved.
    """
    return change_splits(
        layout, lambda split: _move(split, sizes, is_grown=is_grown) if split.name == name else split
    )


def show_only(layout: Layout, hidden: frozenset[str], shown: frozenset[str]) -> Layout:
    """Hide panes, and show others that the layout hides; splits come and go with what is in them."""

    def change(split: Split) -> Split:
        new = _choose_share(split, hidden)
        return split._replace(parts=tuple(_uncover(one, hidden, shown, new) for one in split.parts))

    return change_splits(layout, change)


def put_shares(part: Place | Split, share: float, grown: float | None) -> Place | Split:
    """Give a part shares that somebody chose; another one for when it has grown holds at rest, too."""
    if isinstance(part, Place) and grown != part.grown:
        part = part._replace(rest=None)
    return part._replace(share=share, grown=grown)


def change_splits(layout: Layout, change: Callable[[Split], Split]) -> Layout:
    """Change every split, the inner ones first."""

    def walk(split: Split) -> Split:
        parts = tuple(walk(part) if isinstance(part, Split) else part for part in split.parts)
        return change(split._replace(parts=parts))

    return layout._replace(root=walk(layout.root))


def _move(split: Split, sizes: Sequence[float], *, is_grown: bool) -> Split:
    before, other = list_shares(split, is_grown=is_grown), list_shares(split, is_grown=not is_grown)
    shown = [size if share else 0.0 for size, share in zip(sizes, before, strict=True)]
    if min(shown, default=0) < 0 or not sum(shown):
        return split
    least = LEAST_PART * sum(shown)
    shown = [max(size, least) if share else 0.0 for size, share in zip(shown, before, strict=True)]
    moved = [sum(before) * size / sum(shown) for size in shown]
    rest = moved if [bool(one) for one in other] == [bool(one) for one in before] else other
    usual, grown = (rest, moved) if is_grown else (moved, rest)
    return split._replace(
        parts=tuple(
            put_shares(part, one, two if split.grows_for else part.grown)
            for part, one, two in zip(split.parts, usual, grown, strict=True)
        )
    )


def _choose_share(split: Split, hidden: frozenset[str]) -> float:
    """The share of what the split hides, once somebody wants to see it."""
    largest = max((part.share for part in split.parts if part.name not in hidden), default=0)
    return BESIDE * largest or USUAL_SHARE


def _uncover(part: Place | Split, hidden: frozenset[str], shown: frozenset[str], new: float) -> Place | Split:
    if isinstance(part, Split):
        return _give_shares(part, new, is_shown=any(one.share or one.grown for one in part.parts))
    if part.name in hidden:
        return _give_shares(part, new, is_shown=False)
    return _give_shares(part, new, is_shown=True) if part.name in shown else part


def _give_shares(part: Place | Split, new: float, *, is_shown: bool) -> Place | Split:
    """The part, shown with a share that it has anyway or with the new one, or hidden."""
    if not is_shown:
        return put_shares(part, 0, None)
    share = part.share or part.grown or new
    return part._replace(share=share, grown=None if part.grown is None else part.grown or share)
