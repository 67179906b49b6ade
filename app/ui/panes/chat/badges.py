"""Which badges stand behind a name, how wide they are, and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.events import Badge
from app.pictures.wish import name_picture
from app.ui.icons import BADGES
from app.ui.look import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.events import User
    from app.pictures.wish import Key
    from app.ui.pictures import Pictures

MOST_CHIPS = 3
QUIET = frozenset({"subscriber", "fan_level", "gifter_level"})
FLAT = 0.6  # of the width: a picture that is lower says nothing when it is as small as a letter


class Chip(NamedTuple):
    """A small picture with an optional number beside it, in the colour of a role.

    Attributes:
        address: of the badge's own picture, which stands in the place of the icon; empty for none.
    """

    icon: str
    colour: Role
    text: str = ""
    address: str = ""


def list_chips(user: User) -> tuple[Chip, ...]:
    """The most telling badges of a person, host and moderators first; levels are quiet.

    Badges have levels and pictures, roles do not.
    """
    if not (user.roles or user.badges):
        return ()
    best: dict[str, Badge] = {role: Badge("other") for role in user.roles if role in BADGES}
    for badge in user.badges:
        if badge.kind in BADGES and badge.level >= best.get(badge.kind, badge).level:
            best[badge.kind] = badge
    chosen = [kind for kind in BADGES if kind in best][:MOST_CHIPS]
    return tuple(make_chip(kind, best[kind]) for kind in chosen)


def make_chip(kind: str, badge: Badge) -> Chip:
    """The chip of a badge of that kind, or of a role."""
    icon, colour = BADGES[kind]
    level = str(badge.level) if badge.level else ""
    return Chip(icon, "muted" if kind in QUIET else colour, level, badge.icon_url)


def find_badge(pictures: Pictures, chip: Chip, side: int, ratio: float) -> QPixmap | None:
    """The badge's own picture, to be called while painting; None while its icon stands for it."""
    if not chip.address:
        return None
    picture = pictures.find("badge", name_picture(chip.address), chip.address, side, ratio)
    return None if picture is None or picture.height() < FLAT * picture.width() else picture


def list_badge_keys(user: User) -> tuple[Key, ...]:
    """Which pictures of badges a person may wear."""
    return tuple(("badge", name_picture(badge.icon_url)) for badge in user.badges if badge.icon_url)
