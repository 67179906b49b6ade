"""What the chat says about the connection: each transition once, however often it is tried in between.

Its time stands beside each row, so no sentence repeats it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.events import Connected, Disconnected, Reconnecting
from app.events.types.bounds import LATEST_MS
from app.state.memory import Memory
from app.state.status import ON_AIR
from app.words import chat as words

if TYPE_CHECKING:
    from app.events import Event
    from app.state.status import Status

MINUTE_MS = 60_000


def write_rough_span(ms: int) -> str:
    """How long something was, to the minute: 2 h 11 m, 4 m; 23 s where it was less than one."""
    if ms < MINUTE_MS:
        return words.SECONDS.fill(seconds=max(0, ms) // 1000)
    hours, minutes = divmod(min(ms, LATEST_MS) // MINUTE_MS, 60)
    return words.HOURS.fill(hours=hours, minutes=minutes) if hours else words.MINUTES.fill(minutes=minutes)


class Transitions(Memory):
    """Remembers what was said since the room was last on air."""

    _kind: str
    _reasons: set[str]

    def __init__(self) -> None:
        self._kind = ""
        self._reasons = set()

    def word_change(self, before: Status, now: Status, event: Event, now_ms: int) -> str:
        """The sentence for this event, empty when there is nothing new to say.

        Args:
            before: the status before the event.
            now: the status after it.
            event: what happened.
            now_ms: our clock, ms since 1970.
        """
        if now.phase == "ended" and before.phase != "ended":
            return self._say_ended(before, now, now_ms)
        match event:
            case Reconnecting():
                return self._say_lost(before, event)
            case Connected():
                return self._say_connected(before, event)
            case Disconnected():
                return self._say_left(before, event)
            case _:
                return ""

    def _say_lost(self, before: Status, event: Reconnecting) -> str:
        if before.phase in ON_AIR:
            self._forget()
            self._kind = "lost"
        elif self._kind != "lost":
            self._kind = "waiting" if event.code == "offline" else "unreached"
        if event.code in self._reasons:
            return ""
        self._reasons.add(event.code)
        if event.code == "offline":
            return words.WAITING.fill(reason=event.reason)
        return (words.LOST if before.phase in ON_AIR else words.NOT_REACHED).fill(reason=event.reason)

    def _say_connected(self, before: Status, event: Connected) -> str:
        """After a loss the gap's own line says that we are back; another room's line says it is another."""
        kind = self._forget()
        if before.room_id and event.room_id not in (0, before.room_id):
            return ""
        if kind == "waiting":
            unique_id = event.unique_id or before.unique_id
            return words.WENT_LIVE.fill(name=f"@{unique_id}") if unique_id else words.HOST_WENT_LIVE
        return words.CONNECTED if kind == "unreached" else ""

    def _say_left(self, before: Status, event: Disconnected) -> str:
        """By a failure or by hand; a first attempt that failed is the status line's."""
        if not (self._forget() or before.phase in ON_AIR):
            return ""
        if event.code:
            return words.DROPPED.fill(reason=event.reason)
        return words.DISCONNECTED_BECAUSE.fill(reason=event.reason) if event.reason else words.DISCONNECTED

    def _say_ended(self, before: Status, now: Status, now_ms: int) -> str:
        """How long it was is known only if we were there at the end."""
        lost = self._forget() == "lost"
        if lost:
            return words.ENDED_UNSEEN.fill(sentence=now.sentence)
        if not before.started_ms:
            return now.sentence
        return words.ENDED_AFTER.fill(
            sentence=now.sentence, span=write_rough_span(now_ms - before.started_ms)
        )

    def _forget(self) -> str:
        kind, self._kind = self._kind, ""
        self._reasons.clear()
        return kind
