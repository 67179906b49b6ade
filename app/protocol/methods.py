"""Names of messages, as the server spells them and as we do."""

from __future__ import annotations

from functools import lru_cache

PREFIX = "Webcast"

# One message under two names (TikTok's own web client treats them alike; protocol.md g.1).
ALIASES = {
    "WebcastSystemMessage": "WebcastRoomMessage",
    "WebcastDonationStickerModifyMessage": "WebcastDonationStickerModifyMethod",
    "WebcastPinMessage": "WebcastRoomPinMessage",
}


@lru_cache(maxsize=1024)
def normalise(method: str) -> str:
    """The one name of a method: `RoomMessage` -> `WebcastRoomMessage`. Case is kept."""
    name = method if method.startswith(PREFIX) else PREFIX + method
    return ALIASES.get(name, name)
