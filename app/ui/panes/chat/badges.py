"""Which badges stand behind a name, and how wide they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.icons import BADGES
from app.ui.look import Role

if TYPE_CHECKING:
    from app.events import User

MOST_CHIPS = 3
QUIET = frozenset({"subscriber", "fan_level", "gifter_level"})


class Chip(NamedTuple):
    """A small picture with an optional number beside it, in the colour of a role."""

    icon: str
    colour: Role
    text: str = ""


def list_chips(user: User) -> tuple[Chip, ...]:
    """The most telling badges of a person, host and moderators first; levels are quiet.

    Badges have levels, roles do not.
    """
    if not (user.roles or user.badges):
        return ()
    levels: dict[str, int] = {role: 0 for role in user.roles if role in BADGES}
    for badge in user.badges:
        if badge.kind in BADGES:
            levels[badge.kind] = max(badge.level, levels.get(badge.kind, 0))
    chosen = [kind for kind in BADGES if kind in levels][:MOST_CHIPS]
    return tuple(_chip(kind, levels[kind]) for kind in chosen)


def _chip(kind: str, level: int) -> Chip:
    icon, colour = BADGES[kind]
    return Chip(icon, "muted" if kind in QUIET else colour, str(level) if level else "")
