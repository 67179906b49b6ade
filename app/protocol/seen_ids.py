"""Which messages were seen already: the server repeats itself after every reconnect."""

from __future__ import annotations

from collections import deque

KEPT = 200_000
# Nine of ten messages of a busy room: likes, and members, who come and go.
CROWD = frozenset({"WebcastLikeMessage", "WebcastMemberMessage"})


class SeenIds:
    """The last message ids, oldest forgotten first; those of the crowd never push out the others.

    One instance is shared by the connections that follow each other, so that what the next one repeats
    is known. 200,000 ids of each kind are ten minutes of a room with 330 messages a second, and 20 MB.

    Attributes:
        repeated: how often an id came again.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._words: tuple[set[int], deque[int]] = set(), deque()
        self._crowd: tuple[set[int], deque[int]] = set(), deque()
        self.repeated = 0

    def __len__(self) -> int:
        return len(self._words[0]) + len(self._crowd[0])

    def clear(self) -> None:
        """Forget the ids; `repeated` stays."""
        for ids, order in (self._words, self._crowd):
            ids.clear()
            order.clear()

    def add(self, msg_id: int, *, crowd: bool = False) -> bool:
        """Note an id; it costs the same however many there are.

        Args:
            msg_id: 0 stands for "no id" and is always new.
            crowd: it is of a like or of somebody who came in.

        Returns:
            True when it is new.
        """
        if not msg_id:
            return True
        ids, order = self._crowd if crowd else self._words
        if msg_id in ids:
            self.repeated += 1
            return False
        ids.add(msg_id)
        order.append(msg_id)
        if len(order) > self._kept:
            ids.discard(order.popleft())
        return True
