"""`sidestage sim`: the server alone, telling how to point a client at it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.sim.options import SimOptions
from app.sim.server import SimServer


async def serve(options: SimOptions, out: Callable[[str], None]) -> None:
    """Serve until cancelled; `out` gets the lines to show.

    Raises:
        SidestageError: the server cannot start.
    """
    server = SimServer(options)
    addresses = await server.start()
    try:
        for line in (
            f"@{options.name} is live: seed {options.seed}, {options.rate:g} events a second.",
            f"export SIDESTAGE_APP_URL={addresses.app_url}",
            f"export SIDESTAGE_WEBCAST_URL={addresses.webcast_url}",
            f"export SIDESTAGE_SIGN_URL={addresses.sign_url}",
            f"export SIDESTAGE_SOCKET_URL={addresses.socket_url}",
            f"With these set in another terminal: sidestage tail @{options.name} --json",
        ):
            out(line)
        await asyncio.Event().wait()
    finally:
        await server.stop()
