"""The chat: a numbered list of rows that forgets its oldest."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.events import NOBODY, User
from app.state.bounds import shortened, shortened_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RowKind = Literal[
    "comment", "emote", "follow", "share", "subscribe", "super_fan", "question", "gift", "notice", "gap"
]
KEPT_ROWS = 20_000
KEPT_EDITS = 1_000
KEPT_DELETIONS = 10_000  # of comments that did not come yet, and of people


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
    """Rows numbered 1, 2, 3, ...; the oldest are dropped in chunks once there are more than `kept`.

    Attributes:
        newest: number of the last row, also of one that is not kept any more.
        edits: how often a row changed.
    """

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        self._kept = kept
        self._rows: list[ChatRow] = []
        self._by_msg_id: dict[int, int] = {}
        self._edited: deque[tuple[int, int]] = deque(maxlen=KEPT_EDITS)
        self._deleted: dict[int, None] = {}
        self._banned: dict[int, int] = {}  # when somebody's comments were removed, server time
        self.newest = 0
        self.edits = 0

    @property
    def oldest(self) -> int:
        """Number of the oldest row still kept; `newest + 1` when there is none."""
        return self.newest - len(self._rows) + 1

    def append(self, row: ChatRow) -> None:
        """Add a row at the end. It gets the next number, whatever number it came with.

        One whose deletion came before it is deleted from the start.
        """
        self.newest += 1
        row = replace(
            row, seq=self.newest, text=shortened(row.text), user=shortened_person(row.user),
            deleted=row.deleted or self._is_deleted(row),
        )  # fmt: skip
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

    def delete(self, msg_ids: Iterable[int], user_ids: Iterable[int], at_ms: int = 0) -> None:
        """Mark comments as removed, also those that are still to come.

        Args:
            msg_ids: of single comments.
            user_ids: of people who lose all that they wrote until then.
            at_ms: server time of the deletion, 0 when it was not told: all that is there.
        """
        for msg_id in msg_ids:
            if (seq := self._by_msg_id.get(msg_id)) is not None:
                self._mark(seq)
            elif msg_id:
                _remember(self._deleted, msg_id, None)
        people = frozenset(user_ids) - {0}
        for user_id in people if at_ms else ():
            _remember(self._banned, user_id, max(at_ms, self._banned.get(user_id, 0)))
        if people:
            self._mark_where(lambda row: row.user.id in people and (not at_ms or row.at_ms <= at_ms))

    def clear(self) -> None:
        """Take all rows away. Numbers go on, so that none is given twice."""
        self._rows.clear()
        self._by_msg_id.clear()
        self._edited.clear()
        self._deleted.clear()
        self._banned.clear()

    def _is_deleted(self, row: ChatRow) -> bool:
        if self._deleted and row.msg_id in self._deleted:
            return True
        until_ms = self._banned.get(row.user.id) if self._banned else None
        return until_ms is not None and row.at_ms <= until_ms

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


def _remember(kept: dict[int, Any], number: int, value: object) -> None:
    """Note it, the oldest forgotten first."""
    kept.pop(number, None)
    kept[number] = value
    if len(kept) > KEPT_DELETIONS:
        del kept[next(iter(kept))]
