"""Chat, likes, visits, follows and shares: what people do (protocol.md g.3, g.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from app.events.decode.heads import Maker, find_value_name, read_enum_name, share_value
from app.events.decode.memory import remember
from app.events.decode.other import make_other
from app.events.decode.people import find_picture, read_optional_user, read_user
from app.events.decode.text import fill_text, find_key, render_text
from app.events.types.audience import Comment, Emote, EmoteComment, Follow, Join, Like, Share, Visitor
from app.events.types.base import User
from app.events.types.bounds import bound_amount
from app.events.types.room import Moderation, TopViewer, Viewers
from app.events.types.status import Other
from app.frozen import make_quick
from app.protocol.schema import Wire, find_lazy_reader

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
new_comment, new_like, new_join = make_quick(Comment), make_quick(Like), make_quick(Join)
new_follow, new_share = make_quick(Follow), make_quick(Share)
new_viewers, new_top_viewer = make_quick(Viewers), make_quick(TopViewer)


def make_comment(wire: Wire) -> Comment:
    """A comment. at_user (12) is single in the newest schema and empty in most captures."""
    return new_comment(
        user=read_user(wire.user, wire.user_identity),
        text=wire.content,
        language=share_value(wire.content_language),
        emotes=_make_emotes(wire.emotes),
        mentions=_find_mentions(wire),
    )


def make_emote_comment(wire: Wire) -> EmoteComment:
    """A comment of pictures only."""
    emotes = tuple(_make_emote(index, emote) for index, emote in enumerate(wire.emote_list))
    user = read_user(wire.user, wire.user_identity)
    return EmoteComment(user=user, emotes=emotes)


def make_like(wire: Wire) -> Like:
    """Taps: `count` of this message, `total` of the room."""
    return new_like(user=read_user(wire.user), count=bound_amount(wire.count), total=bound_amount(wire.total))


def make_member_event(wire: Wire) -> Join | Moderation | Other:
    """Action 1 is a join; most others are about a member's rights. 3 is a mute, never a subscription."""
    key = find_key(wire.common.display_text)
    if wire.action in ENTRIES or (not wire.action and key in JOIN_KEYS):
        return _make_join(wire, key)
    if wire.action in NO_RIGHTS:
        return replace(make_other(wire), name=read_enum_name(wire, "action"))
    return Moderation(
        user=read_user(wire.user),
        action=read_enum_name(wire, "action"),
        code=wire.action,
        operator=read_optional_user(wire, "operator"),
    )


def find_action_name(code: int) -> str:
    """A member action in words, for those who are told the number only."""
    field = find_lazy_reader("WebcastMemberMessage").DESCRIPTOR.fields_by_name["action"]
    return find_value_name(field.enum_type, code)


def _make_join(wire: Wire, key: str) -> Join:
    return new_join(
        user=read_user(wire.user),
        viewers=bound_amount(wire.member_count),
        via=share_value(wire.client_enter_source),
        entry=share_value(wire.client_enter_type),
        reason=share_value(wire.client_live_reason),
        shared=key == SHARED_KEY,
    )


def make_social_event(wire: Wire) -> Follow | Share | Join | Like | Other:
    """The text's key says what happened; the action number where the key is new.

    TikTokLiveJava has seen likes and joins come so too. Such a like tells no count.
    """
    key = find_key(wire.common.display_text)
    user = read_user(wire.user)
    if "follow" in key or ("share" not in key and wire.action == FOLLOW_ACTION):
        return new_follow(user=user, followers=bound_amount(wire.follow_count))
    if "share" in key or wire.action == SHARE_ACTION:
        brought = BROUGHT.search(key)
        return new_share(
            user=user, brought=int(brought[1]) if brought else 0, shares=bound_amount(wire.share_count)
        )
    if key in JOIN_KEYS:
        return new_join(user=user, shared=key == SHARED_KEY)
    if key == LIKE_KEY:
        return new_like(user=user)
    return make_other(wire)


def make_viewers(wire: Wire) -> Viewers:
    """`total` (3) is how many watch now, `total_user` (7) how many came so far.

    In captures the list goes on past those who gave, with people who have neither score nor name: it ends
    at the first of them.
    """
    top = tuple(_read_top(wire.ranks[:]))
    return new_viewers(
        now=bound_amount(wire.total),
        total=bound_amount(wire.total_user),
        anonymous=bound_amount(wire.anonymous),
        top=top,
    )


def _read_top(rows: Iterable[bytes]) -> Iterator[TopViewer]:
    for place, data in enumerate(rows, start=1):
        row = _read_row(data)
        if not row.score and not row.user.nickname:
            return
        yield row if row.rank else replace(row, rank=place)


@remember(ROWS_KEPT)
def _read_row(data: bytes) -> TopViewer:
    """A row of the list; remembered, since most rows come again unchanged."""
    wire = find_lazy_reader("Contributor").FromString(data)
    return new_top_viewer(read_user(wire.user), bound_amount(wire.score), bound_amount(wire.rank))


def make_visitor(wire: Wire) -> Visitor:
    """A viewer without an account: a prefix (`Viewer%s`) and a number."""
    name = fill_text(wire.nick_name_prefix, wire.nick_name)
    return Visitor(name=name, text=render_text(wire.enter_text))


def _make_emotes(emotes: Wire) -> tuple[Emote, ...]:
    return tuple([_make_emote(one.index, one.emote) for one in emotes]) if emotes else ()


def _make_emote(index: int, emote: Wire) -> Emote:
    return _share_emote(index, emote.emote_id, find_picture(emote.image))


@lru_cache(maxsize=EMOTES_KEPT)
def _share_emote(index: int, emote_id: str, image_url: str) -> Emote:
    """One object for equal emotes, since thousands of comments have the same few."""
    return Emote(index, emote_id, image_url)


def _find_mentions(wire: Wire) -> tuple[User, ...]:
    named = wire.mention_users
    if named:
        return tuple(read_user(user) for user in named)
    mentioned = read_user(wire.at_user)
    return (mentioned,) if mentioned.id else ()


TABLE: dict[str, Maker] = {
    "WebcastChatMessage": make_comment,
    "WebcastEmoteChatMessage": make_emote_comment,
    "WebcastLikeMessage": make_like,
    "WebcastMemberMessage": make_member_event,
    "WebcastSocialMessage": make_social_event,
    "WebcastRoomUserSeqMessage": make_viewers,
    "WebcastUnauthorizedMemberMessage": make_visitor,
}
