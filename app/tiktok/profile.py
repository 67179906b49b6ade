"""A person, from their profile page (protocol.md a.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import EmptyPage, NoSuchUser
from app.network.web import Web
from app.tiktok.pages import PROFILE_STATE, read_state
from app.tiktok.tree import is_true, read_amount, read_identity, read_mapping, read_number, read_text
from app.words import tiktok as words

# statusCode of the page's data; 10222 is a private account, whose data is there all the same.
NOT_FOUND = {10202, 10221, 10223}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a profile page shows. A number that was not told is None, which is not 0.

    Attributes:
        user_id: the number that never changes; handles do.
        unique_id: handle without the @.
        nickname: display name; untrusted text, as is `bio`.
        sec_uid: TikTok's other id of the same person.
        room_id: the room last used, 0 when not told; live or not is another question.
        private: posts are for followers only.
        followers, following, likes, videos: totals. `likes` are those that all posts got.
    """

    user_id: int
    unique_id: str
    nickname: str = ""
    sec_uid: str = ""
    bio: str = ""
    avatar_url: str = ""
    room_id: int = 0
    verified: bool = False
    private: bool = False
    followers: int | None = None
    following: int | None = None
    likes: int | None = None
    videos: int | None = None


async def read_profile(web: Web, endpoints: Endpoints, who: str | int) -> Profile:
    """Read the profile of a handle without the @, or of a user's number.

    Raises:
        NoSuchUser: nobody has that name or number.
        EmptyPage, CaptchaPage, Blocked, NetworkError: as `read_state`.
    """
    try:
        return parse_profile(await read_state(web, f"{endpoints.app_url}/@{who}", PROFILE_STATE))
    except NoSuchUser:
        is_number = isinstance(who, int)
        sentence = (
            words.NOBODY_OF_NUMBER.fill(number=who) if is_number else words.NOBODY_OF_NAME.fill(name=who)
        )
        raise NoSuchUser(sentence, hint=words.CHECK_SPELLING) from None


def parse_profile(state: object) -> Profile:
    """Read the profile in the page's JSON.

    Raises:
        NoSuchUser: the page says that there is nobody.
        EmptyPage: it says nothing.
    """
    scope = read_mapping(read_mapping(state).get("__DEFAULT_SCOPE__"))
    if "webapp.user-detail" not in scope:
        raise EmptyPage(words.EMPTY_PROFILE)
    detail = read_mapping(scope["webapp.user-detail"])
    info = read_mapping(detail.get("userInfo"))
    user = read_mapping(info.get("user"))
    if read_number(detail.get("statusCode")) in NOT_FOUND or not read_text(user.get("uniqueId")):
        raise NoSuchUser(words.NOBODY)
    # statsV2 has the same as text: the numbers of stats end at 2^31.
    return _make_profile(user, {**read_mapping(info.get("stats")), **read_mapping(info.get("statsV2"))})


def _make_profile(user: Mapping[str, Any], stats: Mapping[str, Any]) -> Profile:
    return Profile(
        user_id=read_identity(user.get("id")),
        unique_id=read_text(user.get("uniqueId")),
        nickname=read_text(user.get("nickname")),
        sec_uid=read_text(user.get("secUid")),
        bio=read_text(user.get("signature")),
        avatar_url=read_text(user.get("avatarLarger")) or read_text(user.get("avatarThumb")),
        room_id=read_identity(user.get("roomId")),
        verified=is_true(user.get("verified")),
        private=is_true(user.get("privateAccount")),
        followers=read_amount(stats.get("followerCount")),
        following=read_amount(stats.get("followingCount")),
        likes=read_amount(stats.get("heartCount")),
        videos=read_amount(stats.get("videoCount")),
    )
