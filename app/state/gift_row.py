"""One gift, or one streak of it."""

from __future__ import annotations

from app.events import User
from app.frozen import value
from app.state.bounds import saturate

Key = tuple[object, ...]


@value
class GiftRow:
    """A gift, or a whole streak: one row that counts up.

    Attributes:
        key: names the streak.
        user: who gave.
        to_user: the guest it is for, None for the host.
        price: diamonds of one, 0 while unknown.
        count: the largest running count seen.
        is_open: the streak may still grow.
        first_ms, last_ms: our clock, ms since 1970.
        revision: the ledger's revision when the row last changed.
        number: the ledger's revision when the row began: rows came in this order.
    """

    key: Key
    user: User
    to_user: User | None
    gift_id: int
    name: str
    icon_url: str
    price: int
    count: int
    is_open: bool
    first_ms: int
    last_ms: int
    sent_ms: int
    revision: int
    number: int = 0

    @property
    def diamonds(self) -> int:
        """What the row is worth: its count times the price of one."""
        return saturate(self.count * self.price)
