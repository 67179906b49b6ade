"""`sidestage sim`: the built-in server alone."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress

from app.cli.options import Options
from app.connector.target import unique_id_of
from app.sim import SimOptions, serve
from app.sim.faults import chosen, listed

DEFAULT = SimOptions()


async def simulate(options: Options) -> int:
    """Serve until interrupted."""
    if options.fault == "LIST":
        _print(listed())
        return 0
    if options.fault:
        chosen(options.fault)
    served = SimOptions(
        name=unique_id_of(options.name),
        seed=options.seed,
        rate=options.rate or DEFAULT.rate,
        port=options.port,
        log=options.log,
        fault=options.fault,
        guests=options.guests,
    )
    task = asyncio.ensure_future(serve(served, _print))
    with suppress(NotImplementedError):  # Windows has no signal handlers in a loop; Ctrl+C interrupts it
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
    return 0


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
