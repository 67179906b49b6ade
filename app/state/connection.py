"""How the connection stands, who the host is, and when something came last."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from app.events import Connected, Event
from app.state.facts import HostIdentity, LastHeard, Note, StatusChange, StreamStart
from app.state.hosts import find_host
from app.state.part import NOTHING, Facts, Part, Takes
from app.state.status import OF_STATUS, Status, change_status


class Connection(Part):
    """Follows the connection. A room id that differs from the one before is another stream of the host."""

    HIDDEN = frozenset({"_heard_ms"})

    _status: Status  # without revision and last_event_ms, which are joined as it is looked at
    _heard_ms: int

    def __init__(self) -> None:
        super().__init__()
        self._status, self._heard_ms = Status(), 0
        self._joined: Status | None = None
        self._has_host = False

    @property
    def status(self) -> Status:
        """Where the connection stands; the same object while it does."""
        status = self._joined
        if status is None or status.last_event_ms != self._heard_ms:
            status = replace(self._status, last_event_ms=self._heard_ms, revision=self.revision)
            self._joined = status
        return status

    def tick(self, now_ms: int) -> Facts:
        """Our clock may have been set back: nothing came later than now."""
        self._heard_ms = min(self._heard_ms, now_ms)
        return (LastHeard(self._heard_ms),)

    def _hear(self, event: Event, now_ms: int) -> Facts:
        """Note when it came; while nobody knows who the host is, any event may tell it."""
        if event.method:
            self._heard_ms = now_ms
        return NOTHING if self._has_host else self._learn_host(event)

    def _follow(self, event: Event, now_ms: int) -> Facts:
        """Keep the status; say whether another stream begins, and who the host of the room is."""
        before = self.status
        self._set(change_status(before, event, now_ms))
        if event.method:
            self._heard_ms = now_ms
        facts: list[object] = [StatusChange(before, self.status, event)]
        if isinstance(event, Connected):
            if before.room_id and event.room_id and event.room_id != before.room_id:
                facts.append(StreamStart(event.at_ms))
            facts.append(self._find_identity())
        return facts

    def _note(self, note: Note, now_ms: int) -> Facts:
        self._set(replace(self.status, notice=note.sentence, notice_hint=note.hint, notice_ms=now_ms))
        return NOTHING

    def _learn_host(self, event: Event) -> Facts:
        """Who the host is, from the first who tells it, where the way in did not."""
        host = find_host(event, self._status.unique_id)
        if host is None:
            return NOTHING
        self._set(replace(self.status, host=host, unique_id=self._status.unique_id or host.unique_id))
        return (self._find_identity(),)

    def _find_identity(self) -> HostIdentity:
        host = self._status.host
        return HostIdentity(host.id if host else 0)

    def _set(self, status: Status) -> None:
        self._heard_ms = status.last_event_ms
        status = replace(status, last_event_ms=0, revision=0)
        if status != self._status:
            self._status = status
            self.revision += 1
        self._index()

    def _index(self) -> None:
        self._joined = None
        self._has_host = bool(self._status.host and self._status.host.id)

    TAKES: ClassVar[Takes] = {Event: _hear, **dict.fromkeys(OF_STATUS, _follow), Note: _note}
