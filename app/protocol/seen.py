"""Which messages were seen already: the server repeats itself after every reconnect."""

from __future__ import annotations

KEPT = 20_000


class SeenIds:
    """The last message ids, oldest forgotten first.

    One instance is shared by the connections that follow each other, so that what the next one repeats
    is known. TikTok's backlog after a reconnect is minutes at most; 20,000 ids are several minutes of the
    busiest room.

    Attributes:
        repeated: how often an id came again.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._ids: dict[int, None] = {}
        self.repeated = 0

    def __len__(self) -> int:
        return len(self._ids)

    def clear(self) -> None:
        """Forget the ids; how often one came again stays."""
        self._ids.clear()

    def add(self, msg_id: int) -> bool:
        """Note an id.

        Returns:
            True when it is new. 0 stands for "no id" and is always new.
        """
        if not msg_id:
            return True
        if msg_id in self._ids:
            self.repeated += 1
            return False
        self._ids[msg_id] = None
        if len(self._ids) > self._kept:
            del self._ids[next(iter(self._ids))]
        return True
