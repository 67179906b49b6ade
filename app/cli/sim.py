"""`sidestage sim`: the built-in server alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from app.cli.options import Options
from app.cli.output import put
from app.signals import cancel_when_killed
from app.sim import SimOptions, serve
from app.sim.faults.table import find_fault, list_faults
from app.tiktok.target import read_unique_id

DEFAULT = SimOptions()


async def simulate(options: Options) -> int:
    """Serve until interrupted."""
    if options.fault == "LIST":
        put(list_faults())
        return 0
    if options.fault:
        find_fault(options.fault)
    served = SimOptions(
        name=read_unique_id(options.name),
        seed=options.seed,
        rate=options.rate or DEFAULT.rate,
        port=options.port,
        log=options.log,
        fault=options.fault,
        guests=options.guests,
    )
    task = asyncio.ensure_future(serve(served, lambda line: put(line, at_once=True)))
    with suppress(asyncio.CancelledError), cancel_when_killed(task):
        await task
    return 0
