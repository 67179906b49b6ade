"""What waits to be said, and what is said again too soon. Pure: times are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from app.ui.notices.news import PRIORITIES, News

Key = TypeVar("Key")
MOST_WAITING = 60  # product.md D6
OLDEST_MS = 30_000  # after which nobody wants to hear it any more
PERSON_REST_MS = 10_000
JOIN_REST_MS = 60_000
SAME_MS = 10_000  # between two notices of the same


class Waiting(NamedTuple):
    """News with the time it came, ms."""

    news: News
    at_ms: int


class SpeechQueue:
    """Gives the most important first, of equal ones the older; each person rests between two sayings."""

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self._spoken: dict[int | str, int] = {}  # when each person was spoken of last
        self._joined_ms = -JOIN_REST_MS

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, news: News, now_ms: int) -> None:
        """Let it wait; where too many do, what matters least leaves."""
        if news.kind == "join":
            if 0 <= now_ms - self._joined_ms < JOIN_REST_MS:
                return
            self._joined_ms = now_ms
        self._waiting.append(Waiting(news, now_ms))
        if len(self._waiting) > MOST_WAITING:
            self._waiting.remove(min(self._waiting, key=_weigh))

    def take(self, now_ms: int) -> News | None:
        """What is to be said now, if anything."""
        waiting = (Waiting(one.news, min(one.at_ms, now_ms)) for one in self._waiting)
        self._waiting = [one for one in waiting if now_ms - one.at_ms <= OLDEST_MS]
        self._spoken = {
            who: at_ms for who, at_ms in self._spoken.items() if 0 <= now_ms - at_ms < PERSON_REST_MS
        }
        ready = [one for one in self._waiting if one.news.person not in self._spoken]
        if not ready:
            return None
        first = max(ready, key=_weigh)
        self._waiting.remove(first)
        if first.news.person:
            self._spoken[first.news.person] = now_ms
        return first.news

    def clear(self) -> None:
        """Say nothing of what waits."""
        self._waiting.clear()


def _weigh(one: Waiting) -> tuple[int, int]:
    return PRIORITIES[one.news.kind], -one.at_ms


def _keep_recent(times: Mapping[Key, int], now_ms: int, span_ms: int) -> dict[Key, int]:
    """Those of a span before now; what is later was before our clock was set back, and counts as now."""
    known = {key: min(at_ms, now_ms) for key, at_ms in times.items()}
    return {key: at_ms for key, at_ms in known.items() if now_ms - at_ms < span_ms}


class RecentNews:
    """Knows what was told lately: the same of the same person is told once in 10 s."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, int | str], int] = {}

    def is_new(self, news: News, now_ms: int) -> bool:
        """Whether it may be told now; then it counts as told."""
        self._told = _keep_recent(self._told, now_ms, SAME_MS)
        key = news.kind, news.person
        if key in self._told:
            return False
        self._told[key] = now_ms
        return True
