"""Gifts (protocol.md g.5)."""

from __future__ import annotations

from typing import ClassVar

from app.events.types.base import User, UserEvent
from app.frozen import event


@event
class Gift(UserEvent):
    """A gift, or one step of a gift streak.

    `count` is the running count of the streak, not what this message adds: a streak of ten arrives as
    1, 4, 7, 10, 10. Whoever sums diamonds books `diamonds * count` once per streak; gifts of the same person,
    kind and `group_id` are one streak, also where `streakable` is false.

    Attributes:
        gift_id: TikTok's id of the kind of gift.
        gift_name: its name in the room's language, possibly empty in repeats.
        diamonds: price of one; 0 where a repeat does not tell what the gift is.
        count: running count.
        ended: the streak is over with this message; always true for gifts that do not streak.
        streakable: it can be repeated (gift type 1).
        group_id: names the streak, 0 when the server gave none.
        to_user: the guest it is for; null for the host, and in rooms without guests.
        icon_url: picture of the gift, possibly empty.
        order_id: id of the purchase, possibly empty.
    """

    type: ClassVar[str] = "gift"
    gift_id: int = 0
    gift_name: str = ""
    diamonds: int = 0
    count: int = 1
    ended: bool = True
    streakable: bool = False
    group_id: int = 0
    to_user: User | None = None
    icon_url: str = ""
    order_id: str = ""
