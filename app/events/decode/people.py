"""People as the wire tells them: user, badges, roles (protocol.md g.6, g.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from app.events.decode.memory import remember
from app.events.types.base import NOBODY, Badge, BadgeKind, Role, User
from app.frozen import make_quick
from app.protocol.schema import Wire, find_lazy_reader, find_reader

# One User object is shared by everything a person does while nothing about them changes, so that 100,000
# comments by some thousand people stay small. The avatar's address is renewed by TikTok all the time and is
# the first one seen, if any was: a picture cache goes by id.
KEPT = 10_000
FORMS = 3
# Their bytes, some 800 each; a person has several forms, since a like tells less than a comment.
SEEN = 2_000
LONGEST = 8_192  # bytes of a person that is kept; the longest in real messages has 5,912

SUBSCRIBER, RANK_LIST, NEW_SUBSCRIBER, USER_GRADE, FANS, ANCHOR = 4, 6, 7, 8, 10, 12
KINDS: dict[int, BadgeKind] = {
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

new_user = make_quick(User)
_forms: dict[int, tuple[User, ...]] = {}


def read_user(data: bytes, identity: bytes = b"") -> User:
    """The person, with the roles that the message's own UserIdentity tells, or else the badges.

    Args:
        data: a User as it stands on the wire, empty for nobody.
        identity: a UserIdentity, likewise.

    Raises:
        DecodeError: the bytes are not a User.
    """
    return _read_user((data, identity) if identity else data) if data else NOBODY


@remember(SEEN)
def _read_user(told: bytes | tuple[bytes, bytes]) -> User:
    data, identity = (told, b"") if isinstance(told, bytes) else told
    wire = find_lazy_reader("User").FromString(data)
    worn = wire.badge_list[:]  # a slice is a list at once; iterating asks item by item until an IndexError
    badges, worn_roles = _read_badges(tuple(worn)) if worn else ((), ())
    avatar = find_picture(wire.avatar_thumb) or find_picture(wire.avatar_medium)
    roles = _merge_roles(_read_told_roles(identity), wire.follow_info.follow_status, worn_roles)
    user = new_user(wire.id, wire.display_id, wire.nickname, avatar, badges, roles)
    return _find_same(user) if len(data) <= LONGEST else user


def _find_same(user: User) -> User:
    """The one object for all that is shown of a person, since most differences of the bytes are not shown.

    The same person comes in several forms, since a like tells less than a comment.
    """
    forms = _forms.get(user.id, ())
    for form in forms:
        if _list_shown(form) == _list_shown(user):
            return form
    if len(_forms) >= KEPT:
        _forms.clear()
    _forms[user.id] = (user, *forms[: FORMS - 1])
    return user


def _list_shown(user: User) -> tuple[object, ...]:
    return user.nickname, user.unique_id, user.badges, user.roles, bool(user.avatar_url)


def read_optional_user(parent: Wire, name: str) -> User | None:
    """The person in a field, None when the field is absent or names nobody."""
    user = read_user(getattr(parent, name))
    return user if user.id else None


def find_any_user(*candidates: Callable[[], User | None]) -> User:
    """The first candidate that names somebody, tried in order."""
    return pick_named(candidate() for candidate in candidates)


def pick_named(found: Iterable[User | None]) -> User:
    """The first who is somebody."""
    return next((user for user in found if user is not None and user.id), NOBODY)


def find_picture(image: Wire) -> str:
    """The first address of a picture, empty without one."""
    urls = image.url_list
    return urls[0] if urls else ""


def read_decimal(text: str) -> int:
    """A level or id that travels as text; 0 when it is not a number."""
    return int(text) if len(text) < TOO_LONG and text.isascii() and text.isdecimal() else 0


@remember(1024)
def _read_told_roles(identity: bytes) -> tuple[Role, ...]:
    told = find_reader("UserIdentity").FromString(identity)
    return tuple(role for name, role in IDENTITY if getattr(told, name))


@lru_cache(maxsize=1024)
def _merge_roles(told: tuple[Role, ...], follow_status: int, worn: tuple[Role, ...]) -> tuple[Role, ...]:
    """UserIdentity first, then badges, then follow_info (2 friends, 1 follower; 3 is undocumented)."""
    found = {*told, *worn}
    if follow_status == FRIENDS:
        found.add("friend")
    elif follow_status == 1:
        found.add("follower")
    return tuple(role for role in ORDER if role in found)


@remember(4096)
def _read_badges(worn: tuple[bytes, ...]) -> tuple[tuple[Badge, ...], tuple[Role, ...]]:
    """Each kind once: TikTok sends the same badge as a picture and as a combination. And their roles."""
    found: dict[object, Badge] = {}
    for data in worn:
        key, badge, displayed = _read_badge(data)
        if displayed or key not in found:
            found[key] = badge
    badges = tuple(found.values())
    return badges, tuple(role for kind, role in BADGE_ROLES.items() if any(b.kind == kind for b in badges))


@remember(4096)
def _read_badge(data: bytes) -> tuple[object, Badge, bool]:
    """By its bytes, since many people wear the same one: what it replaces, the badge, whether it is shown."""
    wire = find_reader("BadgeStruct").FromString(data)
    badge = read_badge(wire)
    other = (wire.scene_type, wire.combine.text.key or wire.text.key) if badge.kind == "other" else ()
    return (badge.kind, *other), badge, wire.display


def read_badge(wire: Wire) -> Badge:
    """One badge; one of its four bodies is set."""
    icon = find_picture(wire.combine.icon) or find_picture(wire.image.image)
    kind: BadgeKind = "host" if wire.text.key == HOST_LABEL else KINDS.get(wire.scene_type, "other")
    return Badge(
        kind=kind,
        level=_find_rank(wire.combine.text.key, icon)
        if kind == "top_gifter"
        else read_decimal(wire.privilege_log_extra.level),
        text=wire.combine.str
        or wire.str.str
        or wire.text.default_pattern
        or wire.combine.text.default_pattern,
        icon_url=icon,
    )


def _find_rank(key: str, icon: str) -> int:
    found = RANK_IN_KEY.search(key) or RANK_IN_ICON.search(icon)
    return int(found[1]) if found else 0
