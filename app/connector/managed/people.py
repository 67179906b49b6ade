"""People as the JSON ways tell them: flat beside the event (TikFinity) or in `user` (tik.tools, Studio)."""

from __future__ import annotations

from functools import lru_cache

from app.connector.managed.parts import FramePart
from app.events import NOBODY, Badge, User
from app.events.decode.people import ORDER
from app.events.types.base import BadgeKind, Role

KEPT = 5_000
FOLLOW_ROLES: dict[int, Role] = {1: "follower", 2: "friend"}
TOLD_ROLES: tuple[tuple[str, Role], ...] = (("isModerator", "moderator"), ("isSubscriber", "subscriber"))
# Kind of badge by the fields that tell its level. payGrade is tik.tools' name of the gifter level.
LEVELS: tuple[tuple[BadgeKind, tuple[str, ...]], ...] = (
    ("top_gifter", ("topGifterRank",)),
    ("gifter_level", ("gifterLevel", "payGrade")),
    ("fan_level", ("teamMemberLevel",)),
)


def read_person(part: FramePart) -> User:
    """Who did it; NOBODY when that was not told."""
    nested = part.read_part("user")
    return read_user(nested or part)


def read_user(part: FramePart) -> User:
    """The person an object describes."""
    return _make_person(
        part.read_identity("userId", "id_str", "id", "hostUserId"),
        part.read_text("uniqueId", "display_id", "displayId"),
        part.read_text("nickname", "nickName"),
        part.read_text("profilePictureUrl", "avatar_url", "avatarUrl"),
        _list_badges(part),
        _list_roles(part),
    )


def find_person(part: FramePart) -> User | None:
    """Read the person; None when there is none."""
    user = read_user(part)
    return None if user == NOBODY else user


@lru_cache(maxsize=KEPT)
def _make_person(  # noqa: PLR0913, PLR0917 - the fields of a User
    identity: int,
    unique_id: str,
    nickname: str,
    avatar_url: str,
    badges: tuple[Badge, ...],
    roles: tuple[Role, ...],
) -> User:
    """Make a person, one object for the same values."""
    return User(identity, unique_id, nickname, avatar_url, badges, roles)


def _list_badges(part: FramePart) -> tuple[Badge, ...]:
    levels = ((kind, part.read_code(*names)) for kind, names in LEVELS)
    return tuple(Badge(kind, level) for kind, level in levels if level > 0)


def _list_roles(part: FramePart) -> tuple[Role, ...]:
    found = {role for name, role in TOLD_ROLES if part.read_truth(name)}
    follows = FOLLOW_ROLES.get(part.read_code("followRole"))
    return tuple(role for role in ORDER if role in found or role == follows)
