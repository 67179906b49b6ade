"""The chat: a numbered list of rows that forgets its oldest."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.events import NOBODY, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RowKind = Literal[
    "comment", "emote", "follow", "share", "subscribe", "super_fan", "question", "gift", "notice", "gap"
]
KEPT_ROWS = 20_000
KEPT_EDITS = 1_000


@dataclass(frozen=True, slots=True)
class ChatRow:
    """One line of the chat pane.

    Attributes:
        at_ms: when it happened, ms since 1970.
        kind: what it is; panes choose icon and word by it.
        user: who, `NOBODY` for notices.
        text: untrusted words of the user, or a sentence of ours in a notice.
        msg_id: id of the message it came from, 0 without one.
        deleted: a moderator removed it.
        is_history: said before we connected.
        seq: its number, from 1, without holes; 0 before the log has given it one.
    """

    at_ms: int
    kind: RowKind
    user: User = NOBODY
    text: str = ""
    msg_id: int = 0
    deleted: bool = False
    is_history: bool = False
    seq: int = 0


class ChatLog:
    """Rows numbered 1, 2, 3, ...; the oldest are dropped in chunks once there are more than `kept`."""

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        self._kept = kept
        self._rows: list[ChatRow] = []
        self._by_msg_id: dict[int, int] = {}
        self._edited: deque[tuple[int, int]] = deque(maxlen=KEPT_EDITS)
        self.newest = 0
        self.edits = 0

    @property
    def oldest(self) -> int:
        """Number of the oldest row still kept; `newest + 1` when there is none."""
        return self.newest - len(self._rows) + 1

    def append(self, row: ChatRow) -> None:
        """Add a row at the end. It gets the next number, whatever number it came with."""
        self.newest += 1
        row = replace(row, seq=self.newest)
        self._rows.append(row)
        if row.msg_id:
            self._by_msg_id[row.msg_id] = row.seq
        if len(self._rows) > self._kept + self._kept // 10:
            self._trim()

    def since(self, seq: int) -> list[ChatRow]:
        """Rows with a number above `seq`, oldest first, as far as they are still kept."""
        return self._rows[max(0, seq + 1 - self.oldest) :]

    def edits_since(self, edit: int) -> list[ChatRow]:
        """Rows that changed after the `edit`-th change, as they are now."""
        numbers = dict.fromkeys(seq for count, seq in self._edited if count > edit)
        return [self._rows[seq - self.oldest] for seq in numbers if seq >= self.oldest]

    def delete(self, msg_ids: Iterable[int], user_ids: Iterable[int]) -> None:
        """Mark comments as removed: these, and all of these people."""
        for msg_id in msg_ids:
            if (seq := self._by_msg_id.get(msg_id)) is not None:
                self._mark(seq)
        if people := frozenset(user_ids):
            self._mark_where(lambda row: row.user.id in people)

    def _mark_where(self, chosen: Callable[[ChatRow], bool]) -> None:
        for row in [row for row in self._rows if chosen(row)]:
            self._mark(row.seq)

    def _mark(self, seq: int) -> None:
        index = seq - self.oldest
        if self._rows[index].deleted:
            return
        self._rows[index] = replace(self._rows[index], deleted=True)
        self.edits += 1
        self._edited.append((self.edits, seq))

    def _trim(self) -> None:
        cut = len(self._rows) - self._kept
        for row in self._rows[:cut]:
            if self._by_msg_id.get(row.msg_id) == row.seq:
                del self._by_msg_id[row.msg_id]
        del self._rows[:cut]
