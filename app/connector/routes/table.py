"""Which class is which way in."""

from __future__ import annotations

from collections.abc import Callable

from app.connector.access import Access
from app.connector.clock import REAL, Clock
from app.connector.routes import Route
from app.connector.routes.signed import Signed
from app.connector.target import Target
from app.protocol.message import Message


def route_of(
    target: Target,
    access: Access,
    *,
    tap: Callable[[Message], None] | None = None,
    clock: Clock = REAL,
) -> Route:
    """The way in that was chosen.

    Raises:
        UsageError: this way cannot follow that target.
    """
    return Signed(target, access, tap=tap, clock=clock)
