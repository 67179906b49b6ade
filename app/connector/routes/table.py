"""Makes the way in that was chosen, from its row."""

from __future__ import annotations

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any, cast

from app.access import Access
from app.connector.routes import Route
from app.protocol.message import Message
from app.settings import WAYS
from app.tiktok.target import Target


def make_route(
    target: Target, access: Access, *, tap: Callable[[Message], None] | None = None, **options: Any
) -> Route:
    """Make the way in that was chosen; only its module is loaded.

    Args:
        target: whom to follow.
        access: how.
        tap: gets every message before it is decoded, by ways that have messages.
        options: what every way takes: `clock`, `visit`.

    Raises:
        UsageError: this way cannot follow that target.
    """
    way = WAYS[access.way]
    make = cast("Callable[..., Route]", resolve_name(way.route))
    return make(target, access, **options, **({"tap": tap} if way.has_messages else {}))
