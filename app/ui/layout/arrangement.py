"""What was changed by hand in a profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.frozen import value
from app.ui.layout.profiles import PROFILES, USUAL_PROFILE
from app.ui.layout.tree import (
    Layout,
    Place,
    Split,
    change_splits,
    list_splits,
    move_shares,
    put_shares,
    show_only,
)

DIGITS = 3  # of a share that is kept
NONE: frozenset[str] = frozenset()
# By part the usual and the grown share; of a form's splits by their names; of all forms by theirs.
Shares = Mapping[str, tuple[float, float]]
Moved = Mapping[str, Mapping[str, Shares]]


@value
class Arrangement:
    """A profile as it was left.

    Attributes:
        base: the row of PROFILES that it began as.
        hidden: panes that were hidden.
        shown: panes that were shown though the profile hides them.
        moved: the shares of splits whose handles were moved.
    """

    base: str = USUAL_PROFILE
    hidden: frozenset[str] = NONE
    shown: frozenset[str] = NONE
    moved: Moved | None = None

    def lay_out(self, width_px: float, height_px: float, away: frozenset[str] = NONE) -> Layout:
        """Give the layout for a window of that size, with all that was changed.

        Args:
            width_px: of the window, in pixels of scale 1.
            height_px: the same.
            away: panes that stand in windows of their own.
        """
        layout = PROFILES[self.base].choose_layout(width_px, height_px)
        moved = (self.moved or {}).get(layout.name, {})
        layout = change_splits(layout, lambda split: _put_back(split, moved.get(split.name, {})))
        return show_only(layout, self.hidden | away, self.shown - away)

    def show(self, pane: str) -> Arrangement:
        """Have a pane seen."""
        return replace(self, hidden=self.hidden - {pane}, shown=self.shown | {pane})

    def hide(self, pane: str) -> Arrangement:
        """Have a pane hidden."""
        return replace(self, hidden=self.hidden | {pane}, shown=self.shown - {pane})

    def forget(self, pane: str) -> Arrangement:
        """Have a pane as the profile has it."""
        return replace(self, hidden=self.hidden - {pane}, shown=self.shown - {pane})

    def move(self, layout: Layout, name: str, sizes: Sequence[float], *, is_grown: bool) -> Arrangement:
        """Keep what a hand left a split of a layout at; as `move_shares`."""
        changed = move_shares(layout, name, sizes, is_grown=is_grown)
        split = next(one for one in list_splits(changed.root) if one.name == name)
        moved = dict(self.moved or {})
        moved[layout.name] = {**moved.get(layout.name, {}), name: _read_shares(split)}
        return replace(self, moved=moved)


def _read_shares(split: Split) -> Shares:
    """What is shown in one of the two states."""
    pairs = {
        part.name: (part.share, part.share if part.grown is None else part.grown) for part in split.parts
    }
    return {
        name: (round(one, DIGITS), round(two, DIGITS)) for name, (one, two) in pairs.items() if one or two
    }


def _put_back(split: Split, shares: Shares) -> Split:
    def change(part: Place | Split) -> Place | Split:
        if part.name not in shares:
            return part
        usual, grown = shares[part.name]
        return put_shares(part, usual, grown if split.grows_for else part.grown)

    return split._replace(parts=tuple(map(change, split.parts)))
