"""Chat, likes, visits, follows and shares: what people do (protocol.md g.3, g.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from app.events.decode.heads import Maker, enum_name, shared, value_name
from app.events.decode.other import other
from app.events.decode.people import optional_user, picture, user_of
from app.events.decode.remembered import remembered
from app.events.decode.text import filled, key_of, rendered
from app.events.types.audience import Comment, Emote, EmoteComment, Follow, Join, Like, Share, Visitor
from app.events.types.base import User
from app.events.types.bounds import amount
from app.events.types.room import Moderation, TopViewer, Viewers
from app.events.types.status import Other
from app.frozen import quick
from app.protocol.schema import Wire, lazy_reader

ENTRIES = frozenset({1, 47})  # enter, nearby_enter
# Actions that say nothing about rights: none told, leave, being_top_user, frames of the host's name,
# new_viewer_not_following, guardian, effects (schema-notes.md 9).
NO_RIGHTS = frozenset({0, 2, 8, 38, 41, 42, 46, 48, 2000, 2001, 2003, 2004})
SHARED_KEY = "pm_mt_join_message_other_viewer"
LIKE_KEY = "pm_mt_msg_viewer"
JOIN_KEYS = frozenset({"live_room_enter_toast", SHARED_KEY})
BROUGHT = re.compile(r"_(\d{1,9})_share")
FOLLOW_ACTION, SHARE_ACTION = 1, 3
ROWS_KEPT = 1_000
EMOTES_KEPT = 1_000
new_comment, new_like, new_join = quick(Comment), quick(Like), quick(Join)
new_follow, new_share = quick(Follow), quick(Share)
new_viewers, new_top_viewer = quick(Viewers), quick(TopViewer)


def comment(wire: Wire) -> Comment:
    """A comment. at_user (12) is single in the newest schema and empty in most captures."""
    return new_comment(
        user=user_of(wire.user, wire.user_identity),
        text=wire.content,
        language=shared(wire.content_language),
        emotes=_index_people(wire.emotes),
        mentions=_mentions(wire),
    )


def emote_comment(wire: Wire) -> EmoteComment:
    """A comment of pictures only."""
    emotes = tuple(_emote(index, emote) for index, emote in enumerate(wire.emote_list))
    user = user_of(wire.user, wire.user_identity)
    return EmoteComment(user=user, emotes=emotes)


def like(wire: Wire) -> Like:
    """Taps: `count` of this message, `total` of the room."""
    return new_like(user=user_of(wire.user), count=amount(wire.count), total=amount(wire.total))


def member(wire: Wire) -> Join | Moderation | Other:
    """Action 1 is a join; most others are about a member's rights. 3 is a mute, never a subscription."""
    key = key_of(wire.common.display_text)
    if wire.action in ENTRIES or (not wire.action and key in JOIN_KEYS):
        return _join(wire, key)
    if wire.action in NO_RIGHTS:
        return replace(other(wire), name=enum_name(wire, "action"))
    return Moderation(
        user=user_of(wire.user),
        action=enum_name(wire, "action"),
        code=wire.action,
        operator=optional_user(wire, "operator"),
    )


def action_name(code: int) -> str:
    """A member action in words, for those who are told the number only."""
    field = lazy_reader("WebcastMemberMessage").DESCRIPTOR.fields_by_name["action"]
    return value_name(field.enum_type, code)


def _join(wire: Wire, key: str) -> Join:
    return new_join(
        user=user_of(wire.user),
        viewers=amount(wire.member_count),
        via=shared(wire.client_enter_source),
        entry=shared(wire.client_enter_type),
        reason=shared(wire.client_live_reason),
        shared=key == SHARED_KEY,
    )


def social(wire: Wire) -> Follow | Share | Join | Like | Other:
    """The text's key says what happened; the action number where the key is new.

    TikTokLiveJava has seen likes and joins come so too. Such a like tells no count.
    """
    key = key_of(wire.common.display_text)
    user = user_of(wire.user)
    if "follow" in key or ("share" not in key and wire.action == FOLLOW_ACTION):
        return new_follow(user=user, followers=amount(wire.follow_count))
    if "share" in key or wire.action == SHARE_ACTION:
        brought = BROUGHT.search(key)
        return new_share(
            user=user, brought=int(brought[1]) if brought else 0, shares=amount(wire.share_count)
        )
    if key in JOIN_KEYS:
        return new_join(user=user, shared=key == SHARED_KEY)
    if key == LIKE_KEY:
        return new_like(user=user)
    return other(wire)


def viewers(wire: Wire) -> Viewers:
    """`total` (3) is how many watch now, `total_user` (7) how many came so far.

    In captures the list goes on past those who gave, with people who have neither score nor name: it ends
    at the first of them.
    """
    top = tuple(_top(wire.ranks[:]))
    return new_viewers(
        now=amount(wire.total), total=amount(wire.total_user), anonymous=amount(wire.anonymous), top=top
    )


def _top(rows: Iterable[bytes]) -> Iterator[TopViewer]:
    for place, data in enumerate(rows, start=1):
        row = _row(data)
        if not row.score and not row.user.nickname:
            return
        yield row if row.rank else replace(row, rank=place)


@remembered(ROWS_KEPT)
def _row(data: bytes) -> TopViewer:
    """The list comes with every fifth message, and most rows are as they were."""
    wire = lazy_reader("Contributor").FromString(data)
    return new_top_viewer(user_of(wire.user), amount(wire.score), amount(wire.rank))


def visitor(wire: Wire) -> Visitor:
    """A viewer without an account: a prefix (`Viewer%s`) and a number."""
    name = filled(wire.nick_name_prefix, wire.nick_name)
    return Visitor(name=name, text=rendered(wire.enter_text))


def _index_people(emotes: Wire) -> tuple[Emote, ...]:
    return tuple([_emote(one.index, one.emote) for one in emotes]) if emotes else ()


def _emote(index: int, emote: Wire) -> Emote:
    return _shared_emote(index, emote.emote_id, picture(emote.image))


@lru_cache(maxsize=EMOTES_KEPT)
def _shared_emote(index: int, emote_id: str, image_url: str) -> Emote:
    """The same few emotes stand in thousands of comments."""
    return Emote(index, emote_id, image_url)


def _mentions(wire: Wire) -> tuple[User, ...]:
    named = wire.mention_users
    if named:
        return tuple(user_of(user) for user in named)
    mentioned = user_of(wire.at_user)
    return (mentioned,) if mentioned.id else ()


TABLE: dict[str, Maker] = {
    "WebcastChatMessage": comment,
    "WebcastEmoteChatMessage": emote_comment,
    "WebcastLikeMessage": like,
    "WebcastMemberMessage": member,
    "WebcastSocialMessage": social,
    "WebcastRoomUserSeqMessage": viewers,
    "WebcastUnauthorizedMemberMessage": visitor,
}
