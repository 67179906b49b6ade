"""People as the wire tells them: user, badges, roles (protocol.md g.6, g.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.events.base import NOBODY, Badge, Role, User
from app.events.remembered import LONGEST, remembered
from app.protocol.schema import Wire, lazy_reader, reader

# One User object is shared by everything a person does while nothing about them changes, so that 100,000
# comments by some thousand people stay small. The avatar's address is renewed by TikTok all the time and is
# the first one seen, if any was: a picture cache goes by id.
KEPT = 10_000
# Their bytes, some 800 each; a person has several forms, since a like tells less than a comment.
SEEN = 2_000

SUBSCRIBER, RANK_LIST, NEW_SUBSCRIBER, USER_GRADE, FANS, ANCHOR = 4, 6, 7, 8, 10, 12
KINDS = {
    1: "moderator",
    SUBSCRIBER: "subscriber",
    RANK_LIST: "top_gifter",
    NEW_SUBSCRIBER: "subscriber",
    USER_GRADE: "gifter_level",
    FANS: "fan_level",
    ANCHOR: "host",
}
HOST_LABEL = "pm_mt_hostlabel"
# "pm_mt_badeg_notes_profile1" is the best gifter of the stream. The icon's name is not the rank: captures
# have new_top_gifter_version_2 on both No. 1 and No. 2. Only icons of older clients say it.
RANK_IN_KEY = re.compile(r"profile(\d{1,9})$")
RANK_IN_ICON = re.compile(r"ranklist_top_gifter_(\d{1,9})\.")
FRIENDS = 2
TOO_LONG = 100  # digits: no id has so many, and Python refuses to read thousands

# Attributes of UserIdentity in the order of weight, with the role they stand for. Since 2025 TikTok calls a
# subscriber a super fan; there is no other mark of one.
IDENTITY: tuple[tuple[str, Role], ...] = (
    ("is_anchor", "host"),
    ("is_moderator_of_anchor", "moderator"),
    ("is_subscriber_of_anchor", "subscriber"),
    ("is_mutual_following_with_anchor", "friend"),
    ("is_follower_of_anchor", "follower"),
    ("is_gift_giver_of_anchor", "gifter"),
)
BADGE_ROLES: dict[str, Role] = {"moderator": "moderator", "subscriber": "subscriber", "host": "host"}
ORDER: tuple[Role, ...] = ("host", "moderator", "subscriber", "friend", "follower", "gifter")

_users: dict[tuple[object, ...], User] = {}


@remembered(SEEN)
def user_of(data: bytes, identity: bytes = b"") -> User:
    """The person, with the roles that the message's own UserIdentity tells, or else the badges.

    Args:
        data: a User as it stands on the wire, empty for nobody.
        identity: a UserIdentity, likewise.

    Raises:
        DecodeError: the bytes are not a User.
    """
    if not data:
        return NOBODY
    return _same(lazy_reader("User").FromString(data), identity, keep=len(data) <= LONGEST)


def _same(wire: Wire, identity: bytes, *, keep: bool) -> User:
    """The one object for everything that is shown of a person: most of what differs in the bytes is not."""
    status = wire.follow_info.follow_status
    worn = wire.badge_list
    badges = _badges(worn) if worn else ()
    avatar = picture(wire.avatar_thumb) or picture(wire.avatar_medium)
    key = (wire.id, wire.nickname, wire.display_id, bool(avatar), status, identity, badges)
    known = _users.get(key)
    if known is not None:
        return known
    roles = _roles(identity, status, tuple(badge.kind for badge in badges))
    user = User(wire.id, wire.display_id, wire.nickname, avatar, badges, roles)
    if keep:
        if len(_users) >= KEPT:
            _users.clear()
        _users[key] = user
    return user


def optional_user(parent: Wire, name: str) -> User | None:
    """The person in a field, None when the field is absent or names nobody."""
    user = user_of(getattr(parent, name))
    return user if user.id else None


def any_user(*candidates: Callable[[], User | None]) -> User:
    """The first candidate that names somebody, tried in order."""
    for candidate in candidates:
        found = candidate()
        if found is not None and found.id:
            return found
    return NOBODY


def picture(image: Wire) -> str:
    """The first address of a picture, empty without one."""
    urls = image.url_list
    return urls[0] if urls else ""


def number(text: str) -> int:
    """A level or id that travels as text; 0 when it is not a number."""
    return int(text) if len(text) < TOO_LONG and text.isascii() and text.isdecimal() else 0


@remembered(1024)
def _roles(identity: bytes, follow_status: int, kinds: tuple[str, ...]) -> tuple[Role, ...]:
    """UserIdentity first, then badges, then follow_info (2 friends, 1 follower; 3 is undocumented)."""
    told = reader("UserIdentity").FromString(identity)
    found = {role for name, role in IDENTITY if getattr(told, name)}
    found |= {BADGE_ROLES[kind] for kind in kinds if kind in BADGE_ROLES}
    if follow_status == FRIENDS:
        found.add("friend")
    elif follow_status == 1:
        found.add("follower")
    return tuple(role for role in ORDER if role in found)


def _badges(worn: Iterable[bytes]) -> tuple[Badge, ...]:
    """Each kind once: TikTok sends the same badge as a picture and as a combination of picture and text."""
    found: dict[object, Badge] = {}
    for data in worn:
        key, badge, displayed = _badge(data)
        if displayed or key not in found:
            found[key] = badge
    return tuple(found.values())


@remembered(4096)
def _badge(data: bytes) -> tuple[object, Badge, bool]:
    """By its bytes, since many people wear the same one: what it replaces, the badge, whether it is shown."""
    wire = reader("BadgeStruct").FromString(data)
    badge = badge_of(wire)
    other = (wire.scene_type, wire.combine.text.key) if badge.kind == "other" else ()
    return (badge.kind, *other), badge, wire.display


def badge_of(wire: Wire) -> Badge:
    """One badge; one of its four bodies is set."""
    icon = picture(wire.combine.icon) or picture(wire.image.image)
    kind = "host" if wire.text.key == HOST_LABEL else KINDS.get(wire.scene_type, "other")
    return Badge(
        kind=kind,
        level=_rank(wire.combine.text.key, icon)
        if kind == "top_gifter"
        else number(wire.privilege_log_extra.level),
        text=wire.combine.str
        or wire.str.str
        or wire.text.default_pattern
        or wire.combine.text.default_pattern,
        icon_url=icon,
    )


def _rank(key: str, icon: str) -> int:
    found = RANK_IN_KEY.search(key) or RANK_IN_ICON.search(icon)
    return int(found[1]) if found else 0
