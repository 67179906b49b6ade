"""A room at the built-in server, as fast as it goes, read by the real connector."""

import asyncio
from contextlib import aclosing

from app.connector.endpoints import Endpoints
from app.connector.live import LiveSource
from app.sim import SimOptions, SimServer
from app.sim.pace import Pace


class AtOnce(Pace):
    """The server's time passes as fast as everybody can follow."""

    def __init__(self):
        self._now = 0.0

    def now(self):
        return self._now

    async def sleep(self, seconds):
        self._now += seconds
        for _ in range(10):
            await asyncio.sleep(0)


async def at_once(seconds):
    await asyncio.sleep(0)


async def followed(server, name="demo", on_event=None, **options):
    """Every event of a room, until the source is done."""
    ends = await server.start()
    source = LiveSource(
        name, Endpoints(ends.app_url, ends.webcast_url, ends.sign_url), sleep=at_once, **options
    )
    seen = []
    try:
        async with aclosing(source.events()) as events:
            async for event in events:
                seen.append(event)
                if on_event:
                    await on_event(event)
    finally:
        await server.stop()
    return seen


def server(**options):
    chosen = {"rate": 100, "end_after_s": 20.0, "first_battle_s": 2.0, "battle_s": 8.0} | options
    return SimServer(SimOptions(**chosen), AtOnce())
