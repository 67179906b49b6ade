"""Send events as JSON to an address of yours, one POST an event, in their order.

    python docs/examples/webhook_relay.py @creator http://127.0.0.1:8000/tiktok gift,follow

The fields are those of docs/events.md. A receiver that is slow or away does not hold up the stream: a
thousand events wait for it, then the oldest are dropped; the last line says how many.
"""

import asyncio
import sys
from collections import deque
from contextlib import aclosing

import httpx

from app.client import LiveClient
from app.errors import SidestageError
from app.events import Event
from app.events.describe.as_json import to_json

MOST_WAITING = 1_000
ATTEMPTS = 3
PATIENCE_S = 5.0


class Relay:
    """A queue before an address.

    Args:
        address: gets the events.
        client: sends them.
    """

    def __init__(self, address: str, client: httpx.AsyncClient) -> None:
        self.sent = self.lost = 0
        self._address, self._client = address, client
        self._waiting: deque[Event] = deque()
        self._news, self._is_over = asyncio.Event(), False

    def add(self, event: Event) -> None:
        """Send an event after those that wait; never waits itself."""
        if len(self._waiting) == MOST_WAITING:
            self._waiting.popleft()
            self.lost += 1
        self._waiting.append(event)
        self._news.set()

    async def run(self) -> None:
        """Send until it is finished and nothing waits."""
        while self._waiting or not self._is_over:
            await self._news.wait()
            self._news.clear()
            while self._waiting:
                await self._send(self._waiting.popleft())

    def finish(self) -> None:
        """Nothing more is added."""
        self._is_over = True
        self._news.set()

    async def _send(self, event: Event) -> None:
        for attempt in range(ATTEMPTS):
            try:
                answer = await self._client.post(self._address, json=to_json(event))
            except httpx.HTTPError as error:
                said = type(error).__name__
            else:
                if answer.is_success:
                    self.sent += 1
                    return
                said = str(answer.status_code)
            await asyncio.sleep(attempt)
        self.lost += 1
        print(f"not delivered ({said}): {event.type}", file=sys.stderr)


async def relay_events(name: str, address: str, types: frozenset[str]) -> Relay:
    """Follow until the stream ends; without types, everything is sent."""
    async with httpx.AsyncClient(timeout=PATIENCE_S) as client:
        relay = Relay(address, client)
        sending = asyncio.create_task(relay.run())
        async with aclosing(LiveClient(name).events()) as events:
            async for event in events:
                if not types or event.type in types:
                    relay.add(event)
        relay.finish()
        await sending
    print(f"{relay.sent} sent, {relay.lost} lost")
    return relay


if __name__ == "__main__":
    try:
        wanted = frozenset(filter(None, "".join(sys.argv[3:]).split(",")))
        asyncio.run(relay_events(sys.argv[1], sys.argv[2], wanted))
    except IndexError:
        sys.exit("usage: webhook_relay.py @creator ADDRESS [TYPE,TYPE ...]")
    except SidestageError as error:
        sys.exit(error.line)
    except KeyboardInterrupt:
        pass
