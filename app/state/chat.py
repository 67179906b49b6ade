"""The chat: a numbered list of rows that forgets its oldest."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import replace
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Any, ClassVar

from app.events import Delete
from app.state.bounds import shorten, shorten_person
from app.state.chat_row import ChatRow, new_row
from app.state.facts import Booking, FirstComment, KeptRows, StatusChange, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes
from app.state.runs import join_run
from app.state.transitions import Transitions
from app.state.wording import WORDS, make_chat_row, make_gift_row
from app.words import chat as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.events import Event, User

KEPT_ROWS = 20_000
KEPT_EDITS = 1_000
KEPT_DELETIONS = 10_000  # of comments that did not come yet, and of people


class ChatLog(Part):
    """Rows numbered 1, 2, 3, ...; the oldest are dropped in chunks once there are more than `kept`.

    Attributes:
        newest: number of the last row, also of one that is not kept any more.
        edits: how often a row changed.
    """

    HIDDEN = frozenset({"_deleted", "_banned", "_transitions", "_newcomer"})
    GOES_ON = frozenset({"revision", "newest", "edits"})

    newest: int
    edits: int
    _rows: list[ChatRow]
    _edited: deque[tuple[int, int]]
    _deleted: dict[int, None]
    _banned: dict[int, int]  # when somebody's comments were removed, server time
    _transitions: Transitions
    _newcomer: int | str  # whose first comment comes next

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        super().__init__()
        self._kept = kept
        self.newest = self.edits = 0
        self._rows, self._edited = [], deque(maxlen=KEPT_EDITS)
        self._deleted, self._banned, self._newcomer = {}, {}, ""
        self._transitions = Transitions()
        self._index()

    @property
    def oldest(self) -> int:
        """Number of the oldest row still kept; `newest + 1` when there is none."""
        return self.newest - len(self._rows) + 1

    def append(self, row: ChatRow) -> None:
        """Add a row at the end. It gets the next number, whatever number it came with.

        One whose deletion came before it is deleted from the start; one that goes on with a run joins it.
        """
        row = self._number(row)
        if (run := join_run(row, self._rows)) is not None:
            self._change(run)
            return
        self.newest += 1
        self.revision += 1
        self._rows.append(row)
        self._enter(row)
        if len(self._rows) > self._kept + self._kept // 10:
            self._trim()

    def _number(self, row: ChatRow) -> ChatRow:
        """The row as it is kept, with the next number."""
        return new_row(
            row.at_ms,
            row.kind,
            shorten_person(row.user),
            shorten(row.text),
            row.msg_id,
            row.is_deleted or self._is_deleted(row),
            row.is_history,
            self.newest + 1,
            row.emotes,
            tuple(map(shorten_person, row.mentions)) if row.mentions else (),
            row.reply_to and shorten_person(row.reply_to),
            row.is_first or (row.user.key == self._newcomer and bool(self._newcomer)),
            row.others,
            row.count,
            row.diamonds,
            row.gift,
            row.gift_id,
            row.icon_url,
        )

    def since(self, seq: int) -> list[ChatRow]:
        """Rows with a number above `seq`, oldest first, as far as they are still kept."""
        return self._rows[max(0, seq + 1 - self.oldest) :]

    def find_rows(self, user: User) -> list[ChatRow]:
        """What is kept of a person's rows, oldest first; of one without an id nothing."""
        return [self._rows[seq - self.oldest] for seq in self._by_person.get(user.id, ())]

    def list_edits(self, edit: int) -> list[ChatRow]:
        """Rows that changed after the `edit`-th change, as they are now."""
        fresh = takewhile(lambda change: change[0] > edit, reversed(self._edited))
        numbers = dict.fromkeys(reversed([seq for _, seq in fresh]))
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
        for seq in sorted(chain.from_iterable(self._by_person.get(user_id, ()) for user_id in people)):
            if not at_ms or self._rows[seq - self.oldest].at_ms <= at_ms:
                self._mark(seq)

    def _index(self) -> None:
        self._by_msg_id: dict[int, int] = {}
        self._by_gift: dict[int, int] = {}
        self._by_person: dict[int, list[int]] = {}  # numbers of what they wrote, in order
        for row in self._rows:
            self._enter(row)

    def _enter(self, row: ChatRow) -> None:
        if row.msg_id:
            self._by_msg_id[row.msg_id] = row.seq
        if row.gift:
            self._by_gift[row.gift] = row.seq
        if row.user.id:
            self._by_person.setdefault(row.user.id, []).append(row.seq)

    def _write(self, event: Event, _now_ms: int) -> Facts:
        if (row := make_chat_row(event)) is not None:
            self.append(row)
        self._newcomer = ""
        return NOTHING

    def _expect(self, first: FirstComment, _now_ms: int) -> Facts:
        self._newcomer = first.person
        return NOTHING

    def _book(self, booking: Booking, _now_ms: int) -> Facts:
        """A gift is a row once its streak is over; what is heard of it later changes that row."""
        gift = booking.row
        if gift.is_open:
            return NOTHING
        row = make_gift_row(gift)
        if (seq := self._by_gift.get(gift.number)) is None:
            self.append(row)
        else:
            self._change(replace(self._rows[seq - self.oldest], text=row.text, diamonds=row.diamonds))
        return NOTHING

    def _tell_change(self, change: StatusChange, now_ms: int) -> Facts:
        if line := self._transitions.word_change(change.before, change.now, change.event, now_ms):
            self.append(ChatRow(now_ms, "notice", text=line))
        return NOTHING

    def _tell_start(self, start: StreamStart, _now_ms: int) -> Facts:
        self.append(ChatRow(start.at_ms, "notice", text=words.NEW_STREAM))
        return NOTHING

    def _keep(self, kept: KeptRows, _now_ms: int) -> Facts:
        """More are kept of what comes; of fewer the oldest leave at once."""
        self._kept = kept.rows
        if len(self._rows) > self._kept:
            self._trim()
            self.revision += 1
        return NOTHING

    def _moderate(self, delete: Delete, _now_ms: int) -> Facts:
        self.delete(delete.msg_ids, delete.user_ids, delete.at_ms)
        return NOTHING

    def _is_deleted(self, row: ChatRow) -> bool:
        if self._deleted and row.msg_id in self._deleted:
            return True
        until_ms = self._banned.get(row.user.id) if self._banned else None
        return until_ms is not None and row.at_ms <= until_ms

    def _mark(self, seq: int) -> None:
        self._change(replace(self._rows[seq - self.oldest], is_deleted=True))

    def _change(self, row: ChatRow) -> None:
        """Put a row in the place of the one with its number."""
        if self._rows[row.seq - self.oldest] == row:
            return
        self._rows[row.seq - self.oldest] = row
        self.edits += 1
        self.revision += 1
        self._edited.append((self.edits, row.seq))

    def _trim(self) -> None:
        cut = len(self._rows) - self._kept
        for row in self._rows[:cut]:
            self._by_gift.pop(row.gift, None)
            if self._by_msg_id.get(row.msg_id) == row.seq:
                del self._by_msg_id[row.msg_id]
        oldest = self.oldest + cut
        for user_id in {row.user.id for row in self._rows[:cut]} - {0}:
            numbers = self._by_person[user_id]
            del numbers[: bisect_left(numbers, oldest)]
            if not numbers:
                del self._by_person[user_id]
        del self._rows[:cut]

    TAKES: ClassVar[Takes] = {
        **dict.fromkeys(WORDS, _write),
        Booking: _book,
        Delete: _moderate,
        FirstComment: _expect,
        KeptRows: _keep,
        StatusChange: _tell_change,
        StreamStart: _tell_start,
    }


def _remember(kept: dict[int, Any], number: int, value: object) -> None:
    """Note it, the oldest forgotten first."""
    kept.pop(number, None)
    kept[number] = value
    if len(kept) > KEPT_DELETIONS:
        del kept[next(iter(kept))]
