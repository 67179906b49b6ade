"""The running stream: plays the script in time and gives it to whoever is in the room."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence

from app.sim.ledger import Ledger, Log
from app.sim.pace import Pace
from app.sim.room.script import Script
from app.sim.room.stage import ScriptMessage
from app.sim.socket.viewer import Viewer

TICK_S = 0.05  # messages of this span travel together
WATCH_S = 1.0  # at least this often silent clients are looked for
POLLED = 3000  # messages that somebody who polls may be late for
RESENT = 30  # messages that somebody who enters has perhaps seen before
FAREWELL_S = 5.0  # between the end of the stream and the end of the sockets


class Broadcast:
    """Begins when the first viewer enters, and goes on from then, watched or not."""

    def __init__(self, script: Script, pace: Pace, log: Log) -> None:
        self.script = script
        self.ledger = Ledger()
        self.viewers: set[Viewer] = set()
        self.is_live = True
        self.played = 0
        self._pace = pace
        self._log = log
        self._recent: deque[ScriptMessage] = deque(maxlen=RESENT)
        self._polled: deque[tuple[int, ScriptMessage]] = deque(maxlen=POLLED)
        self._started_at = 0.0
        self._begun = asyncio.Event()

    @property
    def room_id(self) -> int:
        """The room of the stream that is on."""
        return self.script.stage.room_id

    def enter(self, viewer: Viewer) -> Sequence[ScriptMessage]:
        """Add a viewer; gives its first messages, the last ones of the stream among them."""
        self.viewers.add(viewer)
        self._begin()
        return [*self.script.opening, *self._recent]

    def read_since(self, place: int) -> tuple[Sequence[ScriptMessage], int]:
        """Read what was played since a place, and the place after it, for those who poll."""
        self._begin()
        news = [scripted for number, scripted in self._polled if number >= place]
        self.book(news)
        return news, self.played

    def move(self) -> None:
        """Begin another stream with a room id of its own."""
        self.script.stage.room_id += 1
        self.script.opening = ()
        self._recent.clear()

    def _begin(self) -> None:
        if not self._begun.is_set():
            self._started_at = self._pace.now()
            self.script.begin(self._pace.wall_ms())
            self._begun.set()

    def book(self, batch: Sequence[ScriptMessage]) -> None:
        """Count a batch that was sent to a viewer."""
        self.ledger.book(batch)

    def leave(self, viewer: Viewer) -> None:
        """Remove a viewer."""
        self.viewers.discard(viewer)

    async def play(self) -> None:
        """Play the script to its end, then close the sockets."""
        await self._begun.wait()
        for scripted in self.script.opening:
            self._log.write(scripted)
        messages = iter(self.script)
        due = next(messages, None)
        while due is not None:
            due = self._catch_up(due, messages)
            await self._drop_silent()
            if due is not None:
                wait = self._started_at + due.at_s - self._pace.now()
                await self._pace.sleep(min(WATCH_S, max(TICK_S, wait)))
        self.is_live = False
        await self._pace.sleep(FAREWELL_S)
        await asyncio.gather(*(viewer.close(1000, "ended") for viewer in tuple(self.viewers)))

    def _catch_up(self, due: ScriptMessage | None, messages: Iterator[ScriptMessage]) -> ScriptMessage | None:
        """Send everything whose time has come; gives the next message."""
        now, batch = self._pace.now() - self._started_at, []
        while due is not None and due.at_s <= now:
            batch.append(due)
            self._log.write(due)
            due = next(messages, None)
        if batch:
            self.publish(batch)
        return due

    def publish(self, batch: Sequence[ScriptMessage]) -> None:
        """Send a batch to everybody in the room."""
        self._polled.extend(enumerate(batch, self.played))
        self.played += len(batch)
        self._recent.extend(batch)
        self._log.flush()
        for viewer in self.viewers:
            viewer.push(batch)

    async def _drop_silent(self) -> None:
        for viewer in [viewer for viewer in self.viewers if viewer.is_silent]:
            await viewer.close(1000, "no heartbeat")
