"""`sidestage sim`: the server alone, telling how to point a client at it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.sim.faults.table import chosen
from app.sim.managed.sockets import SPEECHES
from app.sim.options import SimOptions
from app.sim.server import Addresses, SimServer


def as_environment(addresses: Addresses) -> list[tuple[str, str]]:
    """Environment variables that point a client here."""
    named = (
        ("SIDESTAGE_APP_URL", addresses.app_url),
        ("SIDESTAGE_WEBCAST_URL", addresses.webcast_url),
        ("SIDESTAGE_SIGN_URL", addresses.sign_url),
        ("SIDESTAGE_SOCKET_URL", addresses.socket_url),
        ("SIDESTAGE_EULER_URL", addresses.euler_url),
        ("SIDESTAGE_TIKTOOLS_URL", addresses.tiktools_url),
        ("SIDESTAGE_TIKFINITY_URL", addresses.tikfinity_url),
        ("SIDESTAGE_STUDIO_URL", addresses.studio_url),
        ("SIDESTAGE_STUDIO_KEY", addresses.studio_key),
        ("SIDESTAGE_SOCKET_PROXY", addresses.proxy_url),
    )
    return [pair for pair in named if pair[1]]


async def serve(options: SimOptions, out: Callable[[str], None]) -> None:
    """Serve until cancelled; `out` gets the lines to show.

    Raises:
        SidestageError: the server cannot start.
    """
    server = SimServer(options)
    addresses = await server.start()
    try:
        out(f"@{options.name} is live: seed {options.seed}, {options.rate:g} events a second.")
        for variable, address in as_environment(addresses):
            out(f"export {variable}={address}")
        way = chosen(options.fault).way if options.fault else "signed"
        by = "" if way == "signed" else f" --way {way}"
        out(f"With these set in another terminal: sidestage tail @{options.name}{by} --json")
        out(f"Or by another way in, one of {', '.join(SPEECHES)}: sidestage tail @{options.name} --way euler")
        await asyncio.Event().wait()
    finally:
        await server.stop()
