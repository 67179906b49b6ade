"""A room at the built-in server, read by the real connector, in time that jumps."""

from contextlib import aclosing
from dataclasses import replace

from jumping import JumpingClock, JumpingPace, run

from app.access.choices import make_access
from app.connector.live import LiveSource
from app.sim import SimOptions, SimServer
from app.sim.alone import list_variables

__all__ = ["access_to", "followed", "run", "server"]


def access_to(ends, **options):
    return replace(make_access({}, dict(list_variables(ends))), **options)


async def followed(server, name="demo", on_event=None, access=None, *, keep=True, **options):
    """Every event of a room, until the source is done."""
    options = {"clock": JumpingClock()} | options
    ends = await server.start()
    source = LiveSource(name, access_to(ends, **(access or {})), **options)
    seen = []
    try:
        async with aclosing(source.events()) as events:
            async for event in events:
                if keep:
                    seen.append(event)
                if on_event:
                    await on_event(event)
    finally:
        await server.stop()
    return seen


def server(**options):
    chosen = {"rate": 100, "end_after_s": 20.0, "first_battle_s": 2.0, "battle_s": 8.0} | options
    return SimServer(SimOptions(**chosen), JumpingPace())
