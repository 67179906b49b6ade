"""`sidestage sim`: the server alone, telling how to point a client at it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.settings import OPTIONS, USUAL
from app.sim.faults.table import find_fault
from app.sim.managed.sockets import DIALECTS
from app.sim.options import SimOptions
from app.sim.server import Addresses, SimServer
from app.words import simulator as words


def list_variables(addresses: Addresses) -> list[tuple[str, str]]:
    """Environment variables that point a client here."""
    return [(OPTIONS[name].variable, value) for name, value in addresses.list_options().items()]


async def serve(options: SimOptions, out: Callable[[str], None]) -> None:
    """Serve until cancelled; `out` gets the lines to show.

    Raises:
        SidestageError: the server cannot start.
    """
    server = SimServer(options)
    addresses = await server.start()
    try:
        out(words.LIVE.fill(name=options.name, seed=options.seed, rate=options.rate))
        for variable, address in list_variables(addresses):
            out(words.EXPORT.format(variable=variable, address=address))
        way = find_fault(options.fault).way if options.fault else USUAL
        then = words.THEN_TAIL if way == USUAL else words.THEN_TAIL_BY
        out(then.fill(name=options.name, way=way))
        out(words.OTHER_WAYS.fill(name=options.name, ways=", ".join(DIALECTS)))
        await asyncio.Event().wait()
    finally:
        await server.stop()
