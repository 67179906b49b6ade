"""Keeps a source going: one attempt after the other, with the pauses between them."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from dataclasses import replace

from app.access import Access
from app.access.proxies import KINDS, check_environment
from app.clock import REAL, Clock, loop_s
from app.connector.backoff import choose_delay_s
from app.connector.limits import Limits
from app.connector.routes import Route
from app.connector.routes.table import make_route
from app.errors import RoomEnded, SidestageError
from app.events import Connected, Connecting, Disconnected, Event, Gap, Reconnecting
from app.network.certificates import make_tls_context
from app.protocol.message import Message
from app.protocol.visit import Visit
from app.tiktok.target import parse_target
from app.words import connector as words
from app.words.phrase import Phrase

OFFLINE_S = 60.0  # how often to look whether a creator is live; half a minute is the least that is polite
SLICE_S = 0.004  # a frame may hold hundreds of messages: others have their turn this often
STABLE_S = 60.0  # a connection that lasted so long was a good one: the next wait is short again


class LiveSource:
    """A creator's room, followed until it ends.

    Args:
        target: name, address or number as typed.
        access: which way, and who to ask.
        patient: wait for a creator who is not live, and try again when the very first attempt fails.
        tap: gets every message before it is decoded, for captures; ways that decode elsewhere have none.
        clock: tells the time and waits between attempts; tests put one of their own here.

    Attributes:
        choices: the access, which sources of the same room are compared by.
        visit: what is remembered of the room; a source that comes after this one can resume it.
        failure: what the last attempt that failed said; None before.

    Raises:
        UsageError: the target cannot be meant, this way cannot follow it, or the environment names a proxy or
            certificates that cannot be used.
    """

    def __init__(
        self,
        target: str,
        access: Access,
        *,
        patient: bool = False,
        tap: Callable[[Message], None] | None = None,
        clock: Clock = REAL,
    ) -> None:
        self.target = parse_target(target)
        check_surroundings(access)
        self.visit = Visit()
        self.choices = access
        self._route: Route = make_route(self.target, access, tap=tap, clock=clock, visit=self.visit)
        self._patient = patient
        self._limits = Limits(clock)
        self._now_ms = clock.now_ms
        self._chance = random.Random()  # noqa: S311 - jitter, not a secret
        self._room: Connected | None = None
        self._is_waiting = False
        self._opened_s = math.inf
        self._attempt = 1
        self.failure: SidestageError | None = None

    @property
    def name(self) -> str:
        """Whom it follows; equal for everything that means the same creator."""
        return self.target.spelling

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all connections."""
        return self._route.duplicates

    async def events(self) -> AsyncGenerator[Event, None]:
        """Events in order, ending with `Disconnected`. A dropped socket is signed anew."""
        async with aclosing(self.batches()) as batches:
            async for batch in batches:
                slice_end = time.monotonic() + SLICE_S
                for event in batch:
                    yield event
                    if time.monotonic() >= slice_end:
                        await asyncio.sleep(0)
                        slice_end = time.monotonic() + SLICE_S

    async def batches(self) -> AsyncGenerator[Iterable[Event], None]:
        """The same as they come together: each batch is to be read to its end before the next."""
        while True:
            try:
                async with aclosing(self._route.attempt(waiting=self._is_waiting)) as batches:
                    while (batch := await self._limits.take(batches, self.visit.heard_ms)) is not None:
                        self._is_waiting = False  # one that waits says nothing before the room is there
                        yield self._complete_all(batch) if isinstance(batch, list) else batch
                outcome: Disconnected | Reconnecting = self._end(words.STREAM_ENDED)
            except SidestageError as error:
                self.failure = error
                outcome = self._decide_next(error)
            yield (outcome,)
            if isinstance(outcome, Disconnected):
                return
            await self._pause(outcome.delay_s)

    def wake(self) -> None:
        """The machine slept: a pause may be over, and what is open must prove that it still is."""
        self._limits.wake(self.visit.heard_ms, is_open=self._opened_s < math.inf)

    def _complete_all(self, batch: list[Event]) -> list[Event]:
        """The events with what only the source knows, and with the gap that ends where the room is open."""
        completed: list[Event] = []
        for event in batch:
            completed.append(self._complete(event))
            if isinstance(event, Connected) and (gap := self._enter(event)):
                completed.append(gap)
        return completed

    async def _pause(self, seconds: float) -> None:
        """Wait for the next attempt."""
        await self._limits.pause(seconds)
        self._attempt += 1

    def _complete(self, event: Event) -> Event:
        """Add what only the source knows of an attempt: its number, and whom it is about."""
        if not isinstance(event, Connecting):
            return event
        unique_id = event.unique_id or self.target.unique_id
        return replace(event, at_ms=self._now_ms(), unique_id=unique_id, attempt=self._attempt)

    def _enter(self, event: Connected) -> Gap | None:
        """Note that the room is open; the gap since it was open before, if it was."""
        self._room, self._opened_s = event, loop_s()
        since_ms = self.visit.take_gap()
        if not since_ms:
            return None
        return Gap(at_ms=event.at_ms, room_id=event.room_id, from_ms=since_ms, to_ms=event.at_ms)

    def _decide_next(self, error: SidestageError) -> Disconnected | Reconnecting:
        """Decide what follows a failed attempt: the end, or another attempt after a pause."""
        over = error.remedy == "wait" or isinstance(error, RoomEnded)
        if over and self._room is not None:
            return self._end(words.STREAM_ENDED_MEANWHILE)
        if error.remedy == "stop" or not (self._room or self._patient):
            hint = _advise(error)
            return Disconnected(at_ms=self._now_ms(), reason=error.sentence, code=error.code, hint=hint)
        # Who waits goes on waiting when the look fails: the next attempt must not spend a signature for it.
        self._is_waiting = self._is_waiting or error.remedy == "wait"
        if self._is_waiting or loop_s() - self._opened_s >= STABLE_S:
            self._attempt = 1
        self._opened_s = math.inf  # how long later attempts take is not how long a connection lasted
        return Reconnecting(
            at_ms=self._now_ms(),
            reason=error.sentence,
            code=error.code,
            hint=error.hint,
            delay_s=self._choose_wait_s(error),
            attempt=self._attempt,
        )

    def _choose_wait_s(self, error: SidestageError) -> float:
        if error.retry_after is not None:
            return error.retry_after
        return OFFLINE_S if self._is_waiting else choose_delay_s(self._attempt, chance=self._chance)

    def _end(self, reason: Phrase) -> Disconnected:
        return Disconnected(at_ms=self._now_ms(), ended=True, reason=reason)


def check_surroundings(access: Access) -> None:
    """Refuse at once what would make every attempt fail.

    Raises:
        UsageError: the environment names a proxy or certificates that cannot be used.
    """
    make_tls_context()
    for name in KINDS:
        if not getattr(access, name):
            check_environment(name)


def _advise(error: SidestageError) -> str:
    """Say what to do when nobody tries again, with the wait that the server asked for."""
    if error.retry_after is None or error.remedy == "stop":
        return error.hint
    minutes, seconds = divmod(math.ceil(error.retry_after), 60)
    hint = words.HINT_AND_TRY_AGAIN if error.hint else words.TRY_AGAIN
    return hint.fill(hint=error.hint, minutes=minutes, seconds=seconds)
