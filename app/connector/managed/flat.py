"""Flat JSON events -> ours: one table, event name -> maker.

TikFinity sends what tiktok-live-connector 1.x emits (its README documents the shapes), tik.tools and LIVE
Studio shapes of their own with mostly the same names (protocol.md g.11). A maker takes every name a field
goes by, so all three share them; what only one sends is in `flat_room` and `flat_battle`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from app.connector.managed.parts import FramePart
from app.connector.managed.people import find_person, read_person, read_user
from app.events import (
    Comment,
    Emote,
    EmoteComment,
    Event,
    Follow,
    Gift,
    Join,
    Like,
    Moderation,
    Other,
    Share,
    TopViewer,
    Viewers,
)
from app.events.decode.audience import ENTRIES, NO_RIGHTS, find_action_name

Head: TypeAlias = dict[str, Any]
Maker: TypeAlias = Callable[[FramePart, Head], Event]

STREAKABLE = 1
FOLLOWED, SHARED = 1, 3


def make_comment(part: FramePart, head: Head) -> Event:
    """A comment."""
    return Comment(
        **head,
        user=read_person(part),
        text=part.read_text("comment", "content"),
        language=part.read_text("language", "contentLanguage"),
        emotes=_list_emotes(part),
        reply_to=find_person(part.read_part("replyToUser")),
        is_history=part.read_truth("isHistory"),
    )


def make_emote_comment(part: FramePart, head: Head) -> Event:
    """A comment of pictures only: one, or a list."""
    emotes = _list_emotes(part) or (_make_emote(0, part),)
    return EmoteComment(**head, user=read_person(part), emotes=emotes)


def _list_emotes(part: FramePart) -> tuple[Emote, ...]:
    rows = part.list_parts("emotes", "emoteList")
    return tuple(
        _make_emote(row.read_code("placeInComment", "index") or place, row) for place, row in enumerate(rows)
    )


def _make_emote(index: int, part: FramePart) -> Emote:
    return Emote(index, part.read_text("emoteId", "id"), part.read_text("emoteImageUrl", "imageUrl", "url"))


def make_gift(part: FramePart, head: Head) -> Event:
    """A gift or a step of a streak; counts and prices as on the wire (protocol.md g.5).

    The receiver that TikFinity tells is the host in rooms without guests, so it is not taken for a guest.
    """
    detail, extended = part.read_part("gift"), part.read_part("extendedGiftInfo")
    group_id = part.read_identity("groupId", "group_id")
    streakable = _is_streakable(part, detail, extended, group_id)
    return Gift(
        **head,
        user=read_person(part),
        gift_id=part.read_whole("giftId") or detail.read_whole("id", "gift_id"),
        gift_name=part.read_text("giftName") or detail.read_text("name") or extended.read_text("name"),
        diamonds=part.read_amount("diamondCount")
        or detail.read_amount("diamond_count", "diamondCount")
        or extended.read_amount("diamond_count"),
        count=_count(part, detail),
        ended=not streakable or part.read_truth("repeatEnd", "repeat_end") or detail.read_truth("repeat_end"),
        streakable=streakable,
        group_id=group_id,
        to_user=find_person(part.read_part("toUser")),
        icon_url=part.read_text("giftPictureUrl") or detail.read_text("image_url", "imageUrl"),
        order_id=part.read_text("transactionId", "orderId"),
    )


def _is_streakable(part: FramePart, detail: FramePart, extended: FramePart, group_id: int) -> bool:
    names = ("type", "gift_type", "giftType")
    kind = part.read_code("giftType") or detail.read_code(*names) or extended.read_code("type")
    return kind == STREAKABLE if kind else bool(group_id)


def _count(part: FramePart, detail: FramePart) -> int:
    told = part.read_amount("repeatCount", "repeat_count") or detail.read_amount("repeat_count")
    return max(1, told or part.read_amount("comboCount", "combo_count"))


def make_like(part: FramePart, head: Head) -> Event:
    """Taps of one person, and of the room."""
    total = part.read_amount("totalLikeCount", "totalLikes", "total")
    return Like(**head, user=read_person(part), count=part.read_amount("likeCount", "count"), total=total)


def make_member(part: FramePart, head: Head) -> Event:
    """A join; with another action number mostly something about a member's rights."""
    code = part.read_code("actionCode", "actionId", "action")
    if not code or code in ENTRIES:
        via = part.read_text("entrySource")
        return Join(
            **head, user=read_person(part), viewers=part.read_amount("memberCount", "viewerCount"), via=via
        )
    if code in NO_RIGHTS:
        return Other(**head, name=find_action_name(code), summary=read_person(part).name, fields=part.fields)
    return Moderation(**head, user=read_person(part), action=find_action_name(code), code=code)


def make_social(part: FramePart, head: Head) -> Event:
    """A follow or a share, told by a key, a word or a number."""
    number = part.read_code("action")
    word = f"{part.read_text('displayType')} {part.read_text('action')}".lower()
    if "follow" in word or number == FOLLOWED:
        return make_follow(part, head)
    if "share" in word or number == SHARED:
        return make_share(part, head)
    return Other(**head, name="social", summary=part.read_text("label") or word.strip(), fields=part.fields)


def make_follow(part: FramePart, head: Head) -> Event:
    """Somebody follows the host."""
    return Follow(**head, user=read_person(part), followers=part.read_amount("followCount"))


def make_share(part: FramePart, head: Head) -> Event:
    """Somebody shared the stream."""
    return Share(**head, user=read_person(part))


def make_viewers(part: FramePart, head: Head) -> Event:
    """How many watch, and who gave most."""
    top = tuple(_list_top(place, row) for place, row in enumerate(part.list_parts("topViewers", "ranks"), 1))
    total = part.read_amount("totalViewers", "totalUser", "totalUserCount")
    return Viewers(**head, now=part.read_amount("viewerCount"), total=total, top=top)


def _list_top(place: int, row: FramePart) -> TopViewer:
    user = read_user(row.read_part("user") or row)
    return TopViewer(user, row.read_amount("coinCount", "score"), row.read_code("rank") or place)


TABLE: dict[str, Maker] = {
    "chat": make_comment,
    "emote": make_emote_comment,
    "gift": make_gift,
    "like": make_like,
    "member": make_member,
    "social": make_social,
    "follow": make_follow,
    "share": make_share,
    "roomUser": make_viewers,
    "roomUserSeq": make_viewers,
    "viewer_count": make_viewers,
}
