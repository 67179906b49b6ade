"""What the pane of the latest gifts is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.state import GiftRow
from app.ui.gift_tiers import keep_latest

if TYPE_CHECKING:
    from app.state import RoomState

GIFTS = 500  # of each tier


class GiftFrame(NamedTuple):
    """Gifts that came or counted up since the last frame, in order of change, and who was thanked."""

    rows: Sequence[GiftRow]
    is_fresh: bool = False
    thanked: frozenset[int | str] = frozenset()


class GiftSource:
    """Remembers which changes were given."""

    def __init__(self) -> None:
        self._revision = self._count = 0

    def stamp(self, state: RoomState, _now_ms: int) -> object:
        """A number to compare."""
        return state.gifts.revision, state.thanks.all_thanked

    def frame(self, state: RoomState, _now_ms: int) -> GiftFrame:
        """Only a new stream takes gifts away, so a smaller count means to start from nothing."""
        ledger = state.gifts
        fresh = not self._revision or ledger.count < self._count
        rows = keep_latest(ledger.since(0 if fresh else self._revision), GIFTS)
        self._revision, self._count = ledger.revision, ledger.count
        return GiftFrame(rows, fresh, state.thanks.all_thanked)
