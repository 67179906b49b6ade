"""Who the host of a room is, where the way in did not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import events as ev

if TYPE_CHECKING:
    from app.events import Event, User


def find_host(event: Event, unique_id: str) -> User | None:
    """The host, if this event tells who that is.

    Args:
        event: what happened. The introduction is the host's own; TikTok marks what the host writes; and where
            the name that is followed is known, whoever bears it is the host.
        unique_id: the handle that is followed, empty when only the room's number is known.
    """
    match event:
        case ev.Intro() if event.user.id:
            return event.user
        case ev.Battle():
            hosts = (side.host for side in event.sides if side.host is not None)
            return next((host for host in hosts if host.id and _is_named(host, unique_id)), None)
        case ev.UserEvent() if event.user.id and (
            "host" in event.user.roles or _is_named(event.user, unique_id)
        ):
            return event.user
        case _:
            return None


def _is_named(user: User, unique_id: str) -> bool:
    return bool(unique_id) and user.unique_id.lower() == unique_id.lower()
