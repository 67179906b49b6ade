"""Streaks that no group names: one person's running counts of one gift, told apart by time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.state.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.events import Gift

KEPT = 16  # streaks of a person and gift whose late frames still find home
SILENCE_MS = 12_000  # no client in the field has one; protocol.md g.5 proposes 10-15 s
MARK = "streak"


class StreakRow(Protocol):
    """What is asked of a streak's row."""

    @property
    def count(self) -> int:
        """The largest count that was told."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether it may still grow."""
        ...

    @property
    def sent_ms(self) -> int:
        """Server time of the newest frame that changed it."""
        ...


@dataclass(slots=True)
class _Runs:
    """When each streak of a person and gift was begun, the newest last; `number` is that of the newest.

    `ended_by` is the message that ended the newest one, None while nothing did, and `ended_ms` its time.
    """

    number: int = 0
    began_ms: tuple[int, ...] = (0,)
    ended_by: int | None = None
    ended_ms: int = 0


class Streaks(Memory):
    """Names streaks. One is over after its end, after a silence, or when a later frame counts lower.

    Args:
        silence_ms: how long no frame may be sent within a streak.
    """

    _runs: dict[tuple[object, ...], _Runs]

    def __init__(self, silence_ms: int = SILENCE_MS) -> None:
        self._silence_ms = silence_ms
        self._runs = {}

    def find_key(
        self, gift: Gift, make_row: Callable[[tuple[object, ...]], StreakRow | None]
    ) -> tuple[object, ...]:
        """The key of the streak that a gift is of.

        Args:
            gift: a step of a streak.
            make_row: gives the row of a key, if there is one.
        """
        pair = gift.user.key, gift.gift_id
        runs = self._runs.setdefault(pair, _Runs())
        row = make_row((*pair, MARK, runs.number))
        if row is not None and self._is_of_next(gift, row, runs):
            runs.number += 1
            runs.began_ms = (*runs.began_ms, gift.at_ms)[-KEPT:]
            runs.ended_by, runs.ended_ms = None, 0
        number = _find_run_number(runs, gift.at_ms)
        if gift.ended and number == runs.number:
            runs.ended_by, runs.ended_ms = gift.msg_id, max(gift.at_ms, runs.ended_ms)
        return (*pair, MARK, number)

    def forget(self, key: tuple[object, ...]) -> None:
        """The row of a key is not kept any more."""
        pair = key[:2]
        if MARK in key[2:3] and pair in self._runs and self._runs[pair].number == key[3]:
            del self._runs[pair]

    def _is_of_next(self, gift: Gift, row: StreakRow, runs: _Runs) -> bool:
        """Whether a frame is of the next streak. What was sent earlier is only late."""
        waited_ms = gift.at_ms - max(row.sent_ms, runs.ended_ms)
        if runs.ended_by is not None:
            other = gift.msg_id not in (0, runs.ended_by)
            return waited_ms > 0 or (waited_ms == 0 and other)
        return waited_ms > 0 and (
            gift.count < row.count
            or (waited_ms >= self._silence_ms and gift.count == row.count and not row.is_open)
        )


def _find_run_number(runs: _Runs, at_ms: int) -> int:
    """The newest streak that was begun by then; the oldest that is remembered for frames from before."""
    oldest = runs.number - len(runs.began_ms) + 1
    begun = sum(began_ms <= at_ms for began_ms in runs.began_ms)
    return oldest + max(0, begun - 1)
