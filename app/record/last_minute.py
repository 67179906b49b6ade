"""Keeps the messages of the last minute for a report: references to bytes that exist already."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.protocol.message import Message

KEPT_MS = 60_000
MOST_BYTES = 4 << 20
MOST = 20_000


class LastMinute:
    """A ring of messages, bounded by their age, their number and their bytes."""

    def __init__(self) -> None:
        self._messages: deque[Message] = deque()
        self.size = 0

    def take(self, message: Message) -> None:
        """A message came: what is too old, or too much, is forgotten."""
        messages = self._messages
        messages.append(message)
        self.size += len(message.payload)
        oldest_ms = message.at_ms - KEPT_MS
        while messages[0].at_ms < oldest_ms or self.size > MOST_BYTES or len(messages) > MOST:
            self.size -= len(messages.popleft().payload)
            if not messages:
                return

    def list(self) -> list[Message]:
        """Those that are kept, in order."""
        return [*self._messages]
