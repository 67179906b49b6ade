"""Which class is which way in."""

from __future__ import annotations

from collections.abc import Callable

from app.access import Access
from app.clock import REAL, Clock
from app.connector.managed.euler import Euler
from app.connector.managed.studio import Studio
from app.connector.managed.tikfinity import TikFinity
from app.connector.managed.tiktools import TikTools
from app.connector.routes import Route
from app.connector.routes.guest import Anonymous
from app.connector.routes.polling import Polling
from app.connector.routes.signed import Signed
from app.protocol.message import Message
from app.protocol.visit import Visit
from app.tiktok.target import Target


def route_of(
    target: Target,
    access: Access,
    *,
    tap: Callable[[Message], None] | None = None,
    clock: Clock = REAL,
    visit: Visit | None = None,
) -> Route:
    """The way in that was chosen.

    Raises:
        UsageError: this way cannot follow that target.
    """
    if access.way in WIRE:
        return WIRE[access.way](target, access, tap=tap, clock=clock, visit=visit)
    return MANAGED[access.way](target, access, clock=clock, visit=visit)


WIRE: dict[str, Callable[..., Route]] = {"signed": Signed, "anonymous": Anonymous, "polling": Polling}
MANAGED: dict[str, Callable[..., Route]] = {
    "euler": Euler,
    "tiktools": TikTools,
    "tikfinity": TikFinity,
    "studio": Studio,
}
