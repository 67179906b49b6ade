"""Flat JSON events -> ours: one table, event name -> maker.

TikFinity sends what tiktok-live-connector 1.x emits (its README documents the shapes), tik.tools and LIVE
Studio shapes of their own with mostly the same names (protocol.md g.11). A maker takes every name a field
goes by, so all three share them; what only one sends is in `flat_room` and `flat_battle`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from app.connector.managed.parts import Part
from app.connector.managed.people import find_person, person, read_user
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
Maker: TypeAlias = Callable[[Part, Head], Event]

STREAKABLE = 1
FOLLOWED, SHARED = 1, 3


def comment(part: Part, head: Head) -> Event:
    """A comment."""
    return Comment(
        **head,
        user=person(part),
        text=part.text("comment", "content"),
        language=part.text("language", "contentLanguage"),
        emotes=_emotes(part),
        reply_to=find_person(part.part("replyToUser")),
        is_history=part.truth("isHistory"),
    )


def emote_comment(part: Part, head: Head) -> Event:
    """A comment of pictures only: one, or a list."""
    emotes = _emotes(part) or (_emote(0, part),)
    return EmoteComment(**head, user=person(part), emotes=emotes)


def _emotes(part: Part) -> tuple[Emote, ...]:
    rows = part.parts("emotes", "emoteList")
    return tuple(_emote(row.code("placeInComment", "index") or place, row) for place, row in enumerate(rows))


def _emote(index: int, part: Part) -> Emote:
    return Emote(index, part.text("emoteId", "id"), part.text("emoteImageUrl", "imageUrl", "url"))


def gift(part: Part, head: Head) -> Event:
    """A gift or a step of a streak; counts and prices as on the wire (protocol.md g.5).

    The receiver that TikFinity tells is the host in rooms without guests, so it is not taken for a guest.
    """
    detail, extended = part.part("gift"), part.part("extendedGiftInfo")
    group_id = part.identity("groupId", "group_id")
    kind = part.code("giftType") or detail.code("type", "gift_type", "giftType") or extended.code("type")
    streakable = kind == STREAKABLE if kind else bool(group_id)
    return Gift(
        **head,
        user=person(part),
        gift_id=part.whole("giftId") or detail.whole("id", "gift_id"),
        gift_name=part.text("giftName") or detail.text("name") or extended.text("name"),
        diamonds=part.amount("diamondCount")
        or detail.amount("diamond_count", "diamondCount")
        or extended.amount("diamond_count"),
        count=_count(part, detail),
        ended=not streakable or part.truth("repeatEnd", "repeat_end") or detail.truth("repeat_end"),
        streakable=streakable,
        group_id=group_id,
        to_user=find_person(part.part("toUser")),
        icon_url=part.text("giftPictureUrl") or detail.text("image_url", "imageUrl"),
        order_id=part.text("transactionId", "orderId"),
    )


def _count(part: Part, detail: Part) -> int:
    told = part.amount("repeatCount", "repeat_count") or detail.amount("repeat_count")
    return max(1, told or part.amount("comboCount", "combo_count"))


def like(part: Part, head: Head) -> Event:
    """Taps of one person, and of the room."""
    total = part.amount("totalLikeCount", "totalLikes", "total")
    return Like(**head, user=person(part), count=part.amount("likeCount", "count"), total=total)


def member(part: Part, head: Head) -> Event:
    """A join; with another action number mostly something about a member's rights."""
    code = part.code("actionCode", "actionId", "action")
    if not code or code in ENTRIES:
        via = part.text("entrySource")
        return Join(**head, user=person(part), viewers=part.amount("memberCount", "viewerCount"), via=via)
    if code in NO_RIGHTS:
        return Other(**head, name=find_action_name(code), summary=person(part).name, fields=part.fields)
    return Moderation(**head, user=person(part), action=find_action_name(code), code=code)


def social(part: Part, head: Head) -> Event:
    """A follow or a share, told by a key, a word or a number."""
    number = part.code("action")
    word = f"{part.text('displayType')} {part.text('action')}".lower()
    if "follow" in word or number == FOLLOWED:
        return follow(part, head)
    if "share" in word or number == SHARED:
        return share(part, head)
    return Other(**head, name="social", summary=part.text("label") or word.strip(), fields=part.fields)


def follow(part: Part, head: Head) -> Event:
    """Somebody follows the host."""
    return Follow(**head, user=person(part), followers=part.amount("followCount"))


def share(part: Part, head: Head) -> Event:
    """Somebody shared the stream."""
    return Share(**head, user=person(part))


def viewers(part: Part, head: Head) -> Event:
    """How many watch, and who gave most."""
    top = tuple(_top(place, row) for place, row in enumerate(part.parts("topViewers", "ranks"), 1))
    total = part.amount("totalViewers", "totalUser", "totalUserCount")
    return Viewers(**head, now=part.amount("viewerCount"), total=total, top=top)


def _top(place: int, row: Part) -> TopViewer:
    user = read_user(row.part("user") or row)
    return TopViewer(user, row.amount("coinCount", "score"), row.code("rank") or place)


TABLE: dict[str, Maker] = {
    "chat": comment,
    "emote": emote_comment,
    "gift": gift,
    "like": like,
    "member": member,
    "social": social,
    "follow": follow,
    "share": share,
    "roomUser": viewers,
    "roomUserSeq": viewers,
    "viewer_count": viewers,
}
