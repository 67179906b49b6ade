"""What waits for the user: rows, oldest first, that are ticked and can be taken back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar

from app.state.facts import StreamStart, Tick, UndoTick
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

if TYPE_CHECKING:
    from app.events import User

Key: TypeAlias = tuple[object, ...]
KEPT_ROWS = 500
KEPT_TICKS = 100  # that can be taken back
KEPT_GONE = 500  # rows that left, for that
LEAVES_MS = 30_000  # after its tick


class InboxRow(Protocol):
    """What every row of an inbox has."""

    @property
    def key(self) -> Key:
        """Names who or what waits; one row a key."""
        ...

    @property
    def user(self) -> User:
        """Who is to be answered."""
        ...

    @property
    def since_ms(self) -> int:
        """Since when it waits, our clock, ms since 1970."""
        ...

    @property
    def ticked_ms(self) -> int:
        """When it was ticked, our clock; 0 while it waits."""
        ...

    @property
    def number(self) -> int:
        """Rows came in this order."""
        ...


Row = TypeVar("Row", bound=InboxRow)


class Inbox(Part, Generic[Row]):
    """Keeps rows by their keys, in the order of their numbers.

    A row that is ticked stays for half a minute, and can be taken back later still. Beyond 500 rows those
    that are ticked leave first, then one that waits, which is counted.

    Attributes:
        NAME: of the part, by which ticks are meant for it.
        dropped: how many rows left that still waited.
    """

    NAME: ClassVar[str]
    HIDDEN = frozenset({"_gone", "_ticks", "_number"})
    GOES_ON = frozenset({"revision", "_number"})

    dropped: int
    _rows: dict[Key, Row]
    _gone: OrderedDict[int, Row]
    _ticks: list[tuple[int, ...]]
    _number: int

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        super().__init__()
        self._kept = kept
        self.dropped = self._number = 0
        self._rows, self._gone, self._ticks = {}, OrderedDict(), []
        self._index()

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to see."""
        return bool(self._rows)

    @property
    def most(self) -> int:
        """How many rows are kept."""
        return self._kept

    @property
    def open_count(self) -> int:
        """How many rows wait."""
        return len(self._rows) - len(self._ticked)

    @property
    def oldest(self) -> Row | None:
        """The row that waits longest, None where none does."""
        return next((row for row in self._rows.values() if not row.ticked_ms), None)

    @property
    def newest(self) -> int:
        """The number of the row that came last, 0 before the first."""
        return self._number

    def since(self, number: int) -> list[Row]:
        """Rows that came after the one of that number, the newest first, as far as they are still there."""
        return list(takewhile(lambda row: row.number > number, reversed(self._rows.values())))

    def list_rows(self) -> tuple[Row, ...]:
        """Those that wait and those that were just ticked, oldest first."""
        return tuple(self._rows.values())

    def tick(self, now_ms: int) -> Facts:
        """Rows that were ticked half a minute ago leave."""
        for row in self._list_ticked():
            if row.ticked_ms > now_ms:  # our clock was set back: the half minute begins now
                self._put(change(row, ticked_ms=now_ms))
            elif now_ms - row.ticked_ms >= LEAVES_MS:
                self._leave(row)
        return NOTHING

    def _index(self) -> None:
        self._ticked = {key for key, row in self._rows.items() if row.ticked_ms}

    def _list_ticked(self) -> list[Row]:
        """Rows that were just ticked, oldest first."""
        return [row for row in self._rows.values() if row.ticked_ms] if self._ticked else []

    def _take_number(self) -> int:
        self._number += 1
        return self._number

    def _put(self, row: Row) -> None:
        """Keep a row, at the end if there is none of its key."""
        self.revision += self._rows.get(row.key) != row
        self._rows[row.key] = row
        if row.ticked_ms:
            self._ticked.add(row.key)
        else:
            self._ticked.discard(row.key)
        if len(self._rows) > self._kept:
            self._drop_one()

    def _remove(self, row: Row) -> None:
        del self._rows[row.key]
        self._ticked.discard(row.key)
        self.revision += 1

    def _leave(self, row: Row) -> None:
        """It is not seen any more, and can still be taken back."""
        self._remove(row)
        self._gone[row.number] = row
        if len(self._gone) > KEPT_GONE:
            self._gone.popitem(last=False)

    def _drop_one(self) -> None:
        if self._ticked:
            self._leave(self._list_ticked()[0])
        else:
            self._remove(self._choose_dropped())
            self.dropped += 1

    def _choose_dropped(self) -> Row:
        """Which of the rows that wait has to leave."""
        return next(iter(self._rows.values()))

    def _take_tick(self, tick: Tick, now_ms: int) -> Facts:
        if tick.inbox == self.NAME and tick.is_done:
            self._tick_off([row for row in self.list_rows() if row.number in tick.numbers], now_ms)
        elif tick.inbox == self.NAME:
            self._reopen(tick.numbers)
        return NOTHING

    def _tick_off(self, rows: Iterable[Row], now_ms: int) -> None:
        waiting = [row for row in rows if not row.ticked_ms]
        for row in waiting:
            self._put(change(row, ticked_ms=now_ms))
        if waiting:
            self._ticks = [*self._ticks, tuple(row.number for row in waiting)][-KEPT_TICKS:]

    def _take_undo(self, undo: UndoTick, _now_ms: int) -> Facts:
        """What was ticked last waits again; ticks of rows that wait or are forgotten are passed over."""
        is_undone = undo.inbox != self.NAME
        while self._ticks and not is_undone:
            is_undone = self._reopen(self._ticks.pop())
        return NOTHING

    def _reopen(self, numbers: Iterable[int]) -> bool:
        """Let rows wait again, in their old places; whether there is one of them that was ticked."""
        rows = [row for number in numbers if (row := self._find_ticked(number))]
        for number in (row.number for row in rows):
            if (row := self._find_ticked(number)) is not None:  # else it was added to another of these rows
                self._wait_again(row)
        if rows:
            self._rows = dict(sorted(self._rows.items(), key=lambda item: item[1].number))
        return bool(rows)

    def _find_ticked(self, number: int) -> Row | None:
        here = (row for row in self._list_ticked() if row.number == number)
        return self._gone.get(number) or next(here, None)

    def _wait_again(self, row: Row) -> None:
        self._gone.pop(row.number, None)
        row = change(row, ticked_ms=0)
        newer = self._rows.get(row.key)
        if newer is not None and newer.number != row.number:
            row = self._merge(row, newer)
        self._put(row)

    def _merge(self, row: Row, newer: Row) -> Row:  # noqa: ARG002 - for those whose rows add up
        """Make one of a row that waits again and one of its key that came since."""
        return row

    TAKES: ClassVar[Takes] = {Tick: _take_tick, UndoTick: _take_undo, StreamStart: begin_anew}


def change(row: Row, **changes: Any) -> Row:
    """The row with other values."""
    changed: Row = replace(row, **changes)  # type: ignore[type-var]
    return changed
