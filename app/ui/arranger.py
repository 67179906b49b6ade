"""Arranges the panes: which profile, which form of it, and what was changed by hand, which is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.ui.board import Board
from app.ui.layout.arrangement import NONE, Arrangement
from app.ui.layout.arrangement_data import MOST, put_arrangement, read_arrangements
from app.ui.layout.profiles import PROFILES, USUAL_PROFILE
from app.ui.layout.tree import Place, list_places, list_splits

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.layout.tree import Layout
    from app.ui.pane import Pane

FIRST_SIZE = (1280, 800)  # of the window, in pixels of scale 1
KEEP_MS = 500  # after the last change: a handle that is dragged moves many times


class Arranger(QObject):
    """Gives the board its layouts.

    Args:
        panes: all there are, by name.
        keep: keeps changes of options, as `app.ui.wishes.Prefer` has them.

    Attributes:
        board: where the panes stand.
        profile: the name of the one that is used: a row of PROFILES, or one of the user's own.
    """

    def __init__(
        self,
        panes: Mapping[str, Pane],
        keep: Callable[[Mapping[str, Any]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes, self._keep = panes, keep
        self._size: tuple[float, float] = FIRST_SIZE
        self.profile = self._heard = USUAL_PROFILE
        self._wished: list[str] = []
        self._arrangements: dict[str, Arrangement] = {}
        self._changed: dict[str, Arrangement | None] = {}
        self._away = NONE
        self._is_known = False
        self.board = Board(panes, self._lay_out(), self)
        self.board.moved.connect(self._keep_shares)
        self._later = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._later.timeout.connect(self.flush)

    @property
    def arrangement(self) -> Arrangement:
        """The profile that is used, as it was left."""
        usual = Arrangement(self.profile if self.profile in PROFILES else USUAL_PROFILE)
        return self._arrangements.get(self.profile, usual)

    @property
    def own_profiles(self) -> list[str]:
        """Those that the user made, by name."""
        return sorted({*self._arrangements} - {*PROFILES}, key=str.casefold)

    @property
    def movable(self) -> list[str]:
        """Panes that have places, in the order of their table."""
        places = {place.name for place in list_places(self.board.layout.root)}
        return [name for name in self._panes if name in places]

    def take(self, choices: Choices) -> None:
        """Take what was kept, once; and another profile whenever somebody else than this window chose it."""
        if not self._is_known and choices.arrangements is not None:
            self._is_known = True
            self._arrangements = read_arrangements(choices.arrangements)
        if choices.profile != self._heard:
            self._heard = choices.profile
            if choices.profile in self._wished:
                self._wished.remove(choices.profile)
            else:
                self._use(choices.profile)
        self.board.pin(pinned=choices.pinned)
        self._arrange()

    def fit(self, width_px: float, height_px: float) -> None:
        """Take the form for a window of that size, in pixels of scale 1."""
        self._size = (width_px, height_px)
        self._arrange()

    def use(self, profile: str) -> None:
        """Use another profile, now and at the next start."""
        if profile != self.profile:
            self._use(profile)
            self._keep_profile()

    def is_listed(self, pane: str) -> bool:
        """Whether a pane is seen, or comes by itself when it needs room."""
        return pane in self._away or bool(_find_share(pane, self.board.layout))

    def toggle(self, pane: str) -> None:
        """Hide a pane, or have it seen."""
        if self.is_listed(pane):
            self.hide(pane)
            return
        plain = self.arrangement.forget(pane)
        comes_by_itself = _find_share(pane, plain.lay_out(*self._size, self._away))
        self._change(plain if comes_by_itself else plain.show(pane))

    def hide(self, pane: str) -> None:
        """Have a pane hidden."""
        self._change(self.arrangement.hide(pane))

    def uncover(self, pane: str) -> None:
        """Have a pane seen now."""
        if not self._panes[pane].isVisible():
            self._change(self.arrangement.show(pane))

    def stand_away(self, panes: frozenset[str]) -> None:
        """Give the places of panes with windows of their own to the others."""
        self._away = panes
        self._arrange()

    def save_as(self, name: str) -> None:
        """Keep the arrangement of now as a profile of that name and use it."""
        name = name.strip()[:MOST]
        if name and name not in PROFILES:
            arrangement, self.profile = self.arrangement, name
            self._keep_profile()
            self._change(arrangement)

    def rename(self, name: str) -> None:
        """Give the user's own profile another name."""
        before = self.profile
        if before not in PROFILES and name.strip()[:MOST] not in {before, "", *PROFILES}:
            self.save_as(name)
            self._forget(before)

    def remove(self) -> None:
        """Remove the user's own profile and use the one that it began as."""
        name, base = self.profile, self.arrangement.base
        if name not in PROFILES:
            self.use(base)
            self._forget(name)

    def reset(self) -> None:
        """Take back what was changed by hand."""
        if self.profile in PROFILES:
            self._forget(self.profile)
        else:
            self._change(Arrangement(self.arrangement.base))
        self._arrange()

    def flush(self) -> None:
        """Keep now what was changed."""
        self._later.stop()
        changed, self._changed = self._changed, {}
        if changed:
            self._keep({"arrangements": lambda kept: _put_all(kept, changed)})

    def _use(self, profile: str) -> None:
        is_known = profile in PROFILES or profile in self._arrangements
        self.profile = profile if is_known else USUAL_PROFILE
        self._arrange()

    def _keep_profile(self) -> None:
        self._wished.append(self.profile)
        self._keep({"profile": self.profile})

    def _change(self, arrangement: Arrangement) -> None:
        self._note(self.profile, arrangement)
        self._arrange()

    def _forget(self, profile: str) -> None:
        self._arrangements.pop(profile, None)
        self._note(profile, None)

    def _note(self, profile: str, arrangement: Arrangement | None) -> None:
        """Note what was changed by hand; from then on it goes before what the settings say."""
        self._is_known = True
        self._changed[profile] = arrangement
        if arrangement is not None:
            self._arrangements[profile] = arrangement
        self._later.start()

    def _lay_out(self) -> Layout:
        return self.arrangement.lay_out(*self._size, self._away)

    def _arrange(self) -> None:
        layout = self._lay_out()
        if layout != self.board.layout:
            self.board.arrange(layout)

    def _keep_shares(self, name: str) -> None:
        """Note the shares that a handle was moved to; the widgets have them already."""
        layout = self.board.layout
        split = next(one for one in list_splits(layout.root) if one.name == name)
        sizes, is_grown = self.board.list_sizes(split), self.board.is_grown(split)
        self._note(self.profile, self.arrangement.move(layout, name, sizes, is_grown=is_grown))
        self.board.layout = self._lay_out()


def _find_share(pane: str, layout: Layout) -> float:
    """The share of a pane, while it is shown at times at least."""
    place: Place = next(one for one in list_places(layout.root) if one.name == pane)
    return place.share or place.grown or 0


def _put_all(kept: object, changed: Mapping[str, Arrangement | None]) -> object:
    for name, arrangement in changed.items():
        kept = put_arrangement(name, arrangement)(kept)
    return kept
